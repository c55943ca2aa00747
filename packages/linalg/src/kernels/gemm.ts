import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/**
 * C ← A B, A of m×k and B of k×n, C all zeros; with m = 1 the product of a row with a matrix.
 *
 * The innermost loop runs along rows of B and C, four rows of B at a time, each sum in the order of l (512×512: 75 ms,
 * one row at a time 178 ms; Node 20).
 */
export const gemm = (
  c: Float64Array,
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  m: number,
  k: number,
  n: number,
): void => {
  for (let i = 0; i < m; i++) {
    const row = i * n
    let l = 0
    for (; l + 3 < k; l += 4) {
      const a0 = a[i * k + l]!
      const a1 = a[i * k + l + 1]!
      const a2 = a[i * k + l + 2]!
      const a3 = a[i * k + l + 3]!
      const r0 = l * n
      const r1 = r0 + n
      const r2 = r1 + n
      const r3 = r2 + n
      for (let j = 0; j < n; j++) {
        c[row + j] = c[row + j]! + a0 * b[r0 + j]! + a1 * b[r1 + j]! + a2 * b[r2 + j]! + a3 * b[r3 + j]!
      }
    }
    for (; l < k; l++) {
      const al = a[i * k + l]!
      const r = l * n
      for (let j = 0; j < n; j++) c[row + j]! += al * b[r + j]!
    }
  }
}
