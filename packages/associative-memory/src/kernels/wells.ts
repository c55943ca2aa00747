import type { ReadonlyFloat64 } from '@engram/linalg'

/** Squared distances of x from the rows of s, P × n; answers the smallest. */
export const squaredDistances = (
  out: Float64Array,
  x: ReadonlyFloat64,
  s: ReadonlyFloat64,
  count: number,
  n: number,
): number => {
  let least = Infinity
  for (let p = 0; p < count; p++) {
    let total = 0
    for (let i = 0; i < n; i++) total += ((x[i] as number) - (s[p * n + i] as number)) ** 2
    out[p] = total
    if (total < least) least = total
  }
  return least
}

/** g ← Σₚ cₚ (x − s(p)) */
export const pull = (
  g: Float64Array,
  c: Float64Array,
  x: ReadonlyFloat64,
  s: ReadonlyFloat64,
  count: number,
  n: number,
): void => {
  g.fill(0)
  for (let p = 0; p < count; p++) {
    const weight = c[p] as number
    if (weight === 0) continue
    for (let i = 0; i < n; i++) g[i] = (g[i] as number) + weight * ((x[i] as number) - (s[p * n + i] as number))
  }
}

/** y ← x − step·g */
export const move = (y: Float64Array, x: ReadonlyFloat64, g: ReadonlyFloat64, step: number): void => {
  for (let i = 0; i < y.length; i++) y[i] = (x[i] as number) - step * (g[i] as number)
}
