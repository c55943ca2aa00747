import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** Row i of B (n columns) ← row order[i] of A */
export const permuteRows = (b: Float64Array, a: ReadonlyFloat64, order: ReadonlyArray<number>, n: number): void => {
  for (let i = 0; i < order.length; i++) {
    for (let j = 0; j < n; j++) b[i * n + j] = a[order[i]! * n + j]!
  }
}

/** bᵢⱼ (r×r) ← a (n×n) of row order[i] and column order[j], r being the length of `order` */
export const permuteBoth = (b: Float64Array, a: ReadonlyFloat64, order: ReadonlyArray<number>, n: number): void => {
  const r = order.length
  for (let i = 0; i < r; i++) {
    for (let j = 0; j < r; j++) b[i * r + j] = a[order[i]! * n + order[j]!]!
  }
}

/** Column j of B (m×r) in row places[i] ← entry i of row order[j] of A, whose rows have length m */
export const rowsToColumns = (
  b: Float64Array,
  a: ReadonlyFloat64,
  order: ReadonlyArray<number>,
  places: ReadonlyArray<number>,
  r: number,
): void => {
  const m = places.length
  for (let j = 0; j < r; j++) {
    for (let i = 0; i < m; i++) b[places[i]! * r + j] = a[order[j]! * m + i]!
  }
}

/** Row i of B ← row order[i] of A times 1/lengths[order[i]], r rows of length m */
export const scaledRows = (
  b: Float64Array,
  a: ReadonlyFloat64,
  order: ReadonlyArray<number>,
  lengths: ReadonlyFloat64,
  r: number,
  m: number,
): void => {
  for (let i = 0; i < r; i++) {
    for (let j = 0; j < m; j++) b[i * m + j] = a[order[i]! * m + j]! / lengths[order[i]!]!
  }
}

/** sizes[i] ← the greatest absolute value in row i or column i, n×n; starts as zeros */
export const rowAndColumnSizes = (sizes: Float64Array, a: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const size = Math.abs(a[i * n + j]!)
      sizes[i] = Math.max(sizes[i]!, size)
      sizes[j] = Math.max(sizes[j]!, size)
    }
  }
}
