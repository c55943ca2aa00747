import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** y ← Aᵀ x, A of m×n, y all zeros; row by row, so that A is read in the order in which it is stored */
export const gevm = (y: Float64Array, a: ReadonlyFloat64, x: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    const row = i * n
    const xi = x[i]!
    for (let j = 0; j < n; j++) y[j]! += xi * a[row + j]!
  }
}
