/**
 * How many units may be turned over before a unit leaves its side, whichever they are.
 */
import type { ReadonlyFloat64, ReadonlyWords } from '@engram/linalg'
import type { Rows } from './sparse.js'

/** What is known of the unit whose reach is asked for. */
export interface Side {
  /** By how much its field is on its side. */
  readonly margin: number
  /** By how much less when the unit itself is turned over. */
  readonly self: number
  /** What rounding can make of a sum. */
  readonly slack: number
  /** Whether it stays, and whether it comes back, in a field of exactly 0. */
  readonly stays: boolean
  readonly returns: boolean
}

const enough = (left: number, slack: number, tie: boolean): boolean =>
  left > slack || (tie && slack === 0 && left === 0)

/** Whether the unit stands `count` turns that take `lost` from its field, the last of them `last`, itself among them or not. */
const stands = ({ margin, self, slack, stays, returns }: Side, lost: number, last: number): boolean =>
  enough(margin - lost, slack, stays) && enough(margin - self - (lost - last), slack, returns)

/** Whether the unit stays while nothing is turned. */
export const rests = ({ margin, slack, stays }: Side): boolean => enough(margin, slack, stays)

/**
 * The largest number of turns, up to `limit`, that a unit stands. `harms` holds what turning each other unit takes from
 * its field, ascending.
 */
export const reachOf = (harms: Float64Array, side: Side, limit: number): number => {
  let lost = 0
  for (let count = 1; count <= limit; count++) {
    const harm = count <= harms.length ? Math.max(0, harms[harms.length - count] as number) : 0
    lost += harm
    if (!stands(side, lost, harm)) return count - 1
  }
  return limit
}

/** The same from a count of harms: `bins[k]` units take k·step each. */
export const reachOfBins = (bins: Int32Array, step: number, side: Side, limit: number): number => {
  let lost = 0
  let k = bins.length - 1
  let left = bins[k] as number
  for (let count = 1; count <= limit; count++) {
    while (k > 0 && left === 0) left = bins[--k] as number
    const harm = k * step
    lost += harm
    left--
    if (!stands(side, lost, harm)) return count - 1
  }
  return limit
}

/** harms ← step·σᵢσⱼwᵢⱼ of all j ≠ i, ascending. */
export const rowHarms = (
  harms: Float64Array,
  w: ReadonlyFloat64,
  spins: Int8Array,
  step: number,
  n: number,
  i: number,
): void => {
  const factor = step * (spins[i] as number)
  let k = 0
  for (let j = 0; j < n; j++) if (j !== i) harms[k++] = factor * (spins[j] as number) * (w[i * n + j] as number)
  harms.sort()
}

/** The same of those j that have an entry in row i; answers how many there are. `harms` has room for the longest row. */
export const sparseHarms = (harms: Float64Array, rows: Rows, spins: Int8Array, step: number, i: number): number => {
  const factor = step * (spins[i] as number)
  let k = 0
  for (let at = rows.starts[i] as number; at < (rows.starts[i + 1] as number); at++) {
    const j = rows.columns[at] as number
    if (j !== i) harms[k++] = factor * (spins[j] as number) * (rows.weights[at] as number)
  }
  harms.subarray(0, k).sort()
  return k
}

/** bins[k] ← how many j ≠ i have σᵢσⱼwᵢⱼ = k > 0, bins[0] all others; wᵢⱼ = P − 2·(bits in which i and j differ). */
export const countHarms = (
  bins: Int32Array,
  words: ReadonlyWords,
  width: number,
  spins: Int8Array,
  i: number,
): void => {
  const count = bins.length - 1
  bins.fill(0)
  for (let j = 0; j < spins.length; j++) {
    if (j === i) continue
    let different = 0
    for (let k = 0; k < width; k++) {
      let word = (words[i * width + k] as number) ^ (words[j * width + k] as number)
      word -= (word >>> 1) & 0x5555_5555
      word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333)
      different += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
    }
    const aligned = Math.max(0, (spins[i] as number) * (spins[j] as number) * (count - 2 * different))
    bins[aligned] = (bins[aligned] as number) + 1
  }
}
