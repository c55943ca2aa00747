import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** The m×n corner of Z, which has `stride` columns, gains A. */
export const accumulate = (z: Float64Array, stride: number, a: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) z[i * stride + j]! += a[i * n + j]!
  }
}
