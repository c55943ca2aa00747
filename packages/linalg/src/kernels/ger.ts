import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** A ← x yᵀ, A of m×n */
export const ger = (a: Float64Array, x: ReadonlyFloat64, y: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    const row = i * n
    const xi = x[i]!
    for (let j = 0; j < n; j++) a[row + j] = xi * y[j]!
  }
}
