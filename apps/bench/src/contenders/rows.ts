/**
 * Matrices as arrays of rows, for the libraries that take them so.
 */
import type { Numbers } from '../Protocol.js'

export const toRows = (data: Numbers, cols: number): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: data.length / cols }, (_, i) => Array.from(data.subarray(i * cols, (i + 1) * cols)))

export const fromRows = (rows: ReadonlyArray<ReadonlyArray<number>>): Float64Array => {
  const cols = rows[0]?.length ?? 0
  const data = new Float64Array(rows.length * cols)
  rows.forEach((row, i) => data.set(row, i * cols))
  return data
}

/** Sets the diagonal of an n×n matrix to 0. */
export const clearDiagonal = <A extends Numbers>(w: A, n: number): A => {
  for (let i = 0; i < n; i++) w[i * n + i] = 0
  return w
}

/** The transpose of rows×cols numbers. */
export const transposed = (data: Int8Array, rows: number, cols: number): Int8Array =>
  Int8Array.from({ length: rows * cols }, (_, k) => data[(k % rows) * cols + Math.floor(k / rows)] as number)
