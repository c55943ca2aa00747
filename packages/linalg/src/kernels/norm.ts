import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** Σ |x| over n entries from `start` on in steps of `stride` */
export const sumAbs = (x: ReadonlyFloat64, start: number, stride: number, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += Math.abs(x[start + i * stride]!)
  return total
}

/** max |x|, 0 if n = 0 */
export const maxAbs = (x: ReadonlyFloat64, n: number): number => {
  let most = 0
  for (let i = 0; i < n; i++) most = Math.max(most, Math.abs(x[i]!))
  return most
}

const BIG = 2 ** 480
const SMALL = 2 ** -480

/** Σ (c x)² */
const sumSquares = (x: ReadonlyFloat64, c: number, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) {
    const cx = c * x[i]!
    total += cx * cx
  }
  return total
}

/**
 * √Σ x², at any size of the entries: where squares would overflow or underflow, all entries are first multiplied by
 * one power of two, which rounds nothing that counts (Blue 1978).
 */
export const euclid = (x: ReadonlyFloat64, n: number): number => {
  const most = maxAbs(x, n)
  if (most > BIG) return most === Infinity ? Infinity : Math.sqrt(sumSquares(x, 2 ** -600, n)) * 2 ** 600
  if (most < SMALL) return Math.sqrt(sumSquares(x, 2 ** 600, n)) * 2 ** -600
  return Math.sqrt(sumSquares(x, 1, n))
}
