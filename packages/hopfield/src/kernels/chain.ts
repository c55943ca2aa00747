import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Odds } from './chance.js'

/** p[s·m + t] += share · probability that asking this unit in state s leads to state t, m being the number of states. */
export const addUnit = (
  p: Float64Array,
  rises: ReadonlyFloat64,
  n: number,
  unit: number,
  { turns, stays }: Odds,
  share: number,
): void => {
  const states = 2 ** n
  const bit = 1 << (n - 1 - unit)
  for (let s = 0; s < states; s++) {
    const rise = rises[s * n + unit] as number
    const turned = s * states + (s ^ bit)
    const stayed = s * states + s
    p[turned] = (p[turned] as number) + share * turns(rise)
    p[stayed] = (p[stayed] as number) + share * stays(rise)
  }
}

/** q ← p asked once more: each row of p, a distribution, after one unit has been asked. q and p may be the same. */
export const thenUnit = (
  q: Float64Array,
  p: ReadonlyFloat64,
  rises: ReadonlyFloat64,
  n: number,
  unit: number,
  { turns, stays }: Odds,
): void => {
  const states = 2 ** n
  const bit = 1 << (n - 1 - unit)
  for (let row = 0; row < p.length; row += states)
    for (let low = 0; low < states; low++) {
      if ((low & bit) !== 0) continue
      const high = low | bit
      const up = rises[low * n + unit] as number
      const down = rises[high * n + unit] as number
      const below = p[row + low] as number
      const above = p[row + high] as number
      q[row + low] = below * stays(up) + above * turns(down)
      q[row + high] = below * turns(up) + above * stays(down)
    }
}

/** p[s·m + t] ← the product over all units of the probability that it does in state s what t demands. */
export const allUnits = (p: Float64Array, rises: ReadonlyFloat64, n: number, { turns, stays }: Odds): void => {
  const states = 2 ** n
  for (let s = 0; s < states; s++)
    for (let t = 0; t < states; t++) {
      let product = 1
      for (let i = 0; i < n; i++) {
        const rise = rises[s * n + i] as number
        product *= ((s ^ t) >> (n - 1 - i)) & 1 ? turns(rise) : stays(rise)
      }
      p[s * states + t] = product
    }
}
