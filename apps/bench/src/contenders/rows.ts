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
export const transposed = <A extends Int8Array | Float64Array>(data: A, rows: number, cols: number): A => {
  const out = data.slice() as A
  for (let k = 0; k < rows * cols; k++) out[k] = data[(k % rows) * cols + Math.floor(k / rows)] as number
  return out
}
