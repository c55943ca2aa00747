import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** B ← Aᵀ, A of m×n */
export const transpose = (b: Float64Array, a: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) b[j * m + i] = a[i * n + j]!
  }
}
