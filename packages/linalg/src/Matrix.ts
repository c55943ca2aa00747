/**
 * Matrices of float64 numbers, stored row by row.
 *
 * Definitions: `Matrix<R, C>`; the entry in row i and column j is `data[i * cols + j]`. The axis names R and C exist
 *              only in types: a product in which they do not meet fails to compile.
 * Conventions: entries are finite when they come in through `fromRows`; arithmetic follows IEEE 754 from there on.
 *              A matrix may have no rows, no columns or neither; `fromRows([])` is 0×0.
 */
import { either as E } from 'fp-ts'
import { notFinite, ragged, type LinalgError } from './LinalgError.js'
import { natural } from './natural.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'

declare const axes: unique symbol

/** A matrix whose rows lie along an axis named `R` and whose columns along `C`. */
export interface Matrix<R extends string = string, C extends string = string> {
  readonly _tag: 'Matrix'
  readonly rows: number
  readonly cols: number
  readonly data: ReadonlyFloat64
  readonly [axes]?: readonly [R, C]
}

/**
 * Wraps rows·cols numbers, row by row, that the caller has just made and will never write again; nothing is copied or
 * checked.
 *
 * For packages that own a kernel; anyone else wants `fromRows`.
 */
export const unsafeFromFloat64 =
  <R extends string = string, C extends string = string>(rows: number, cols: number) =>
  (data: Float64Array): Matrix<R, C> => ({ _tag: 'Matrix', rows, cols, data })

/**
 * A matrix with a copy of the given rows.
 *
 * Errors: Ragged at the first row that is not as long as row 0; NotFinite at the first NaN or infinite entry
 * Cost:   O(rows · cols)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 *
 * E.map(Matrix.toRows)(Matrix.fromRows([[1, 2], [3, 4]])) // => E.right([[1, 2], [3, 4]])
 * E.isLeft(Matrix.fromRows([[1, 2], [3]])) // => true
 * ```
 */
export const fromRows = <R extends string = string, C extends string = string>(
  rows: ReadonlyArray<ReadonlyFloat64>,
): E.Either<LinalgError, Matrix<R, C>> => {
  const cols = rows[0]?.length ?? 0
  const row = rows.findIndex((each) => each.length !== cols)
  if (row !== -1) return E.left(ragged('Matrix.fromRows', row, cols, rows[row]?.length ?? 0))
  const data = Float64Array.from(rows.flatMap((each) => [...each]))
  const index = data.findIndex((x) => !Number.isFinite(x))
  return index === -1
    ? E.right(unsafeFromFloat64<R, C>(rows.length, cols)(data))
    : E.left(notFinite('Matrix.fromRows', [Math.floor(index / cols), index % cols], data[index] ?? NaN))
}

/** The matrix of zeros; a size that is not a natural number counts as the next one below, and as 0 at least. */
export const zeros = <R extends string = string, C extends string = string>(rows: number, cols: number): Matrix<R, C> =>
  unsafeFromFloat64<R, C>(natural(rows), natural(cols))(new Float64Array(natural(rows) * natural(cols)))

/** The rows, as fresh arrays. */
export const toRows = (a: Matrix): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: a.rows }, (_, i) => Array.from({ length: a.cols }, (_, j) => a.data[i * a.cols + j] ?? NaN))
