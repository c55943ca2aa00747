import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** C ← A B, A of m×k and B of k×n, C all zeros; the innermost loop runs along rows of both B and C */
export const gemm = (
  c: Float64Array,
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  m: number,
  k: number,
  n: number,
): void => {
  for (let i = 0; i < m; i++) {
    const rowOfC = i * n
    for (let l = 0; l < k; l++) {
      const ail = a[i * k + l]!
      const rowOfB = l * n
      for (let j = 0; j < n; j++) c[rowOfC + j]! += ail * b[rowOfB + j]!
    }
  }
}
