import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** y ← A x, A of m×n; y aliases nothing */
export const gemv = (y: Float64Array, a: ReadonlyFloat64, x: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    const row = i * n
    let sum = 0
    for (let j = 0; j < n; j++) sum += a[row + j]! * x[j]!
    y[i] = sum
  }
}
