import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/**
 * The first two columns i ≤ j of an m×n matrix whose inner product is off 0, or 1 if i = j, by more than `tolerance`, with
 * that product; −1 for i if there are none.
 */
export const firstObliquePair = (
  a: ReadonlyFloat64,
  tolerance: number,
  m: number,
  n: number,
): readonly [number, number, number] => {
  for (let i = 0; i < n; i++) {
    for (let j = i; j < n; j++) {
      let sum = 0
      for (let k = 0; k < m; k++) sum += a[k * n + i]! * a[k * n + j]!
      if (Math.abs(sum - (i === j ? 1 : 0)) > tolerance) return [i, j, sum]
    }
  }
  return [-1, -1, 0]
}
