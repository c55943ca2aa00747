/**
 * Matrices of float32 numbers: half the memory and twice the speed of `Matrix`, for seven digits instead of sixteen.
 *
 * Definitions: `Matrix32<R, C>`, stored row by row, with axis names as in `Matrix`.
 * Conventions: every entry is a number that float32 has; one that it has not is rounded to the nearest when it comes in,
 *              and becomes ±∞ beyond 3.4e38. Products round every product and every sum to float32.
 */
import { either as E, function as F } from 'fp-ts'
import { gemm32 } from './kernels/gemm.js'
import type { LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { productShape } from './productShape.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'

declare const axes: unique symbol

/** A matrix of float32 numbers whose rows lie along an axis named `R` and whose columns along `C`. */
export interface Matrix32<R extends string = string, C extends string = string> {
  readonly _tag: 'Matrix32'
  readonly rows: number
  readonly cols: number
  readonly data: ReadonlyFloat64
  readonly [axes]?: readonly [R, C]
}

/**
 * Wraps rows·cols numbers, row by row, that the caller has just made and will never write again; nothing is copied or
 * checked.
 *
 * For packages that own a kernel; anyone else wants `fromMatrix`.
 */
export const unsafeFromFloat32 =
  <R extends string = string, C extends string = string>(rows: number, cols: number) =>
  (data: Float32Array): Matrix32<R, C> => ({ _tag: 'Matrix32', rows, cols, data })

/**
 * The matrix with each entry rounded to float32.
 *
 * Laws: matrix32_round
 */
export const fromMatrix = <R extends string, C extends string>(a: Matrix<R, C>): Matrix32<R, C> =>
  unsafeFromFloat32<R, C>(a.rows, a.cols)(new Float32Array(a.data))

/**
 * The same entries as float64 numbers.
 *
 * Laws: matrix32_round
 */
export const toMatrix = <R extends string, C extends string>(a: Matrix32<R, C>): Matrix<R, C> =>
  matrix<R, C>(a.rows, a.cols)(new Float64Array(a.data))

const product = <R extends string, C extends string>(
  operation: string,
  a: Matrix32,
  b: Matrix32,
  leftTransposed: boolean,
  rightTransposed: boolean,
): E.Either<LinalgError, Matrix32<R, C>> =>
  F.pipe(
    productShape(operation, a, b, leftTransposed, rightTransposed),
    E.map(([m, k, n]) => {
      const c = new Float32Array(m * n)
      gemm32(c, a.data, b.data, m, k, n, leftTransposed, rightTransposed)
      return unsafeFromFloat32<R, C>(m, n)(c)
    }),
  )

/**
 * A B.
 *
 * Formula:  cᵢⱼ = Σₖ aᵢₖ bₖⱼ
 * Shapes:   A [m, k], B [k, n] → [m, n]
 * Errors:   SizeMismatch
 * Cost:     O(m k n)
 * Numerics: within γₖ |A||B| for u = 2⁻²⁴; each entry is summed in the order of k, with the same bits on every platform
 * Laws:     matrix32_error, gemm32_eq_textbook
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Matrix32 } from '@engram/linalg'
 *
 * const square = (a: Matrix.Matrix) =>
 *   F.pipe(Matrix32.matMul(Matrix32.fromMatrix(a))(Matrix32.fromMatrix(a)), E.map(Matrix32.toMatrix))
 * F.pipe(Matrix.fromRows([[1, 2], [3, 4]]), E.chain(square), E.map(Matrix.toRows)) // => E.right([[7, 10], [15, 22]])
 * ```
 */
export const matMul =
  <R extends string, K extends string>(a: Matrix32<R, K>) =>
  <C extends string>(b: Matrix32<K, C>): E.Either<LinalgError, Matrix32<R, C>> =>
    product('Matrix32.matMul', a, b, false, false)

/**
 * Aᵀ B; the transpose is never built.
 *
 * Shapes: A [k, m], B [k, n] → [m, n]
 * Errors: SizeMismatch
 * Laws:   gemm32_eq_textbook
 */
export const transposeMatMul =
  <K extends string, R extends string>(a: Matrix32<K, R>) =>
  <C extends string>(b: Matrix32<K, C>): E.Either<LinalgError, Matrix32<R, C>> =>
    product('Matrix32.transposeMatMul', a, b, true, false)

/**
 * A Bᵀ; the transpose is never built.
 *
 * Shapes: A [m, k], B [n, k] → [m, n]
 * Errors: SizeMismatch
 * Laws:   gemm32_eq_textbook
 */
export const matMulTranspose =
  <R extends string, K extends string>(a: Matrix32<R, K>) =>
  <C extends string>(b: Matrix32<C, K>): E.Either<LinalgError, Matrix32<R, C>> =>
    product('Matrix32.matMulTranspose', a, b, false, true)
