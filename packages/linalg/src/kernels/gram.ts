import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** G ← A Aᵀ, A of m×n: each entry and its mirror image are one sum */
export const gram = (g: Float64Array, a: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = 0
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * a[j * n + k]!
      g[i * m + j] = sum
      g[j * m + i] = sum
    }
  }
}
