/**
 * Matrices of float64 numbers, stored row by row.
 *
 * Definitions: `Matrix<R, C>`; the entry in row i and column j is `data[i * cols + j]`. The axis names R and C exist
 *              only in types: a product in which they do not meet fails to compile.
 * Conventions: entries are finite when they come in through `fromRows`; arithmetic follows IEEE 754 from there on.
 *              A matrix may have no rows, no columns or neither; `fromRows([])` is 0×0.
 */
import { either as E, function as F, option as O, type eq, type monoid } from 'fp-ts'
import { accumulate } from './kernels/accumulate.js'
import { sameEntries } from './kernels/compare.js'
import * as kernel from './kernels/elementwise.js'
import { gemm } from './kernels/gemm.js'
import { gemv, gevm } from './kernels/gemv.js'
import { ger } from './kernels/ger.js'
import { map as kernelMap } from './kernels/map.js'
import * as strided from './kernels/strided.js'
import { transpose as kernelTranspose } from './kernels/transpose.js'
import { notFinite, ragged, sizeMismatch, type LinalgError } from './LinalgError.js'
import { natural } from './natural.js'
import { productShape } from './productShape.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

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

const finite = <R extends string, C extends string>(
  operation: string,
  rows: number,
  cols: number,
  data: Float64Array,
): E.Either<LinalgError, Matrix<R, C>> => {
  const k = data.findIndex((each) => !Number.isFinite(each))
  return k === -1
    ? E.right(unsafeFromFloat64<R, C>(rows, cols)(data))
    : E.left(notFinite(operation, [Math.floor(k / cols), k % cols], data[k] ?? NaN))
}

/**
 * A matrix with a copy of the given rows.
 *
 * Errors: Ragged at the first row that is not as long as row 0; NotFinite at the first NaN or infinite entry
 * Cost:   O(rows · cols)
 * Laws:   fromRows_toRows, fromRows_ragged
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
  return finite('Matrix.fromRows', rows.length, cols, Float64Array.from(rows.flatMap((each) => [...each])))
}

/** The matrix of zeros; a size that is not a natural number counts as the next one below, and as 0 at least. */
export const zeros = <R extends string = string, C extends string = string>(rows: number, cols: number): Matrix<R, C> =>
  unsafeFromFloat64<R, C>(natural(rows), natural(cols))(new Float64Array(natural(rows) * natural(cols)))

/**
 * The matrix with the entry f(i, j) in row i and column j.
 *
 * Errors: NotFinite at the first NaN or infinite value
 */
export const fromFunction =
  <R extends string = string, C extends string = string>(rows: number, cols: number) =>
  (f: (i: number, j: number) => number): E.Either<LinalgError, Matrix<R, C>> => {
    const [m, n] = [natural(rows), natural(cols)]
    return finite(
      'Matrix.fromFunction',
      m,
      n,
      Float64Array.from({ length: m * n }, (_, k) => f(Math.floor(k / n), k % n)),
    )
  }

/** The n×n matrix with ones on the diagonal and zeros elsewhere. */
export const identity = <A extends string = string>(n: number): Matrix<A, A> => {
  const a = new Float64Array(natural(n) ** 2)
  strided.set(a, natural(n) + 1, 1, natural(n))
  return unsafeFromFloat64<A, A>(natural(n), natural(n))(a)
}

/** The square matrix with the given diagonal and zeros elsewhere. */
export const diagonal = <A extends string>(x: Vector<A>): Matrix<A, A> => {
  const a = new Float64Array(x.length ** 2)
  strided.scatter(a, x.length + 1, x.data, x.length)
  return unsafeFromFloat64<A, A>(x.length, x.length)(a)
}

/** The rows, as fresh arrays. */
export const toRows = (a: Matrix): ReadonlyArray<ReadonlyArray<number>> =>
  Array.from({ length: a.rows }, (_, i) => Array.from({ length: a.cols }, (_, j) => a.data[i * a.cols + j] ?? NaN))

const isBelow = (n: number, i: number): boolean => Number.isInteger(i) && i >= 0 && i < n

const gather = <A extends string>(a: Matrix, start: number, stride: number, n: number): Vector<A> => {
  const x = new Float64Array(n)
  strided.gather(x, a.data, start, stride, n)
  return vector(x)
}

/**
 * The entry in row i and column j, counted from 0.
 *
 * Laws: entry_row_column
 */
export const entry =
  (i: number, j: number) =>
  (a: Matrix): O.Option<number> =>
    isBelow(a.cols, j) ? O.fromNullable(a.data[i * a.cols + j]) : O.none

/** A copy of row i. */
export const row =
  (i: number) =>
  <C extends string>(a: Matrix<string, C>): O.Option<Vector<C>> =>
    isBelow(a.rows, i) ? O.some(gather<C>(a, i * a.cols, 1, a.cols)) : O.none

/** A copy of column j. */
export const column =
  (j: number) =>
  <R extends string>(a: Matrix<R>): O.Option<Vector<R>> =>
    isBelow(a.cols, j) ? O.some(gather<R>(a, j, a.cols, a.rows)) : O.none

/** A copy of the diagonal, as long as the shorter side. */
export const diagonalOf = <A extends string>(a: Matrix<A, NoInfer<A>>): Vector<A> =>
  gather(a, 0, a.cols + 1, Math.min(a.rows, a.cols))

const zipWith = <R extends string, C extends string>(
  operation: string,
  run: typeof kernel.add,
  a: Matrix<R, C>,
  b: Matrix<R, C>,
): E.Either<LinalgError, Matrix<R, C>> => {
  if (a.rows !== b.rows || a.cols !== b.cols) return E.left(sizeMismatch(operation, [a.rows, a.cols], [b.rows, b.cols]))
  const c = new Float64Array(a.rows * a.cols)
  run(c, a.data, b.data, c.length)
  return E.right(unsafeFromFloat64<R, C>(a.rows, a.cols)(c))
}

/**
 * A + B.
 *
 * Errors: SizeMismatch; for a sum that extends by zeros see `getMonoidSum`
 * Cost:   O(rows · cols)
 * Laws:   matrix_add_comm, matrix_add_assoc, matrix_add_zero, matrix_add_neg
 */
export const add =
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (b: Matrix<R, C>): E.Either<LinalgError, Matrix<R, C>> =>
    zipWith('Matrix.add', kernel.add, a, b)

/**
 * A − B, written `pipe(a, subtract(b))`.
 *
 * Errors: SizeMismatch
 * Laws:   matrix_subtract_eq_add_neg
 */
export const subtract =
  <R extends string, C extends string>(b: Matrix<R, C>) =>
  (a: Matrix<R, C>): E.Either<LinalgError, Matrix<R, C>> =>
    zipWith('Matrix.subtract', kernel.subtractFrom, b, a)

/**
 * The Hadamard product: (A ∘ B)ᵢⱼ = aᵢⱼ bᵢⱼ.
 *
 * Errors: SizeMismatch
 */
export const hadamard =
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (b: Matrix<R, C>): E.Either<LinalgError, Matrix<R, C>> =>
    zipWith('Matrix.hadamard', kernel.multiply, a, b)

/**
 * α A.
 *
 * Laws: matrix_scale_add, matrix_add_scale, matrix_scale_scale, matrix_one_scale
 */
export const scale =
  (alpha: number) =>
  <R extends string, C extends string>(a: Matrix<R, C>): Matrix<R, C> => {
    const b = new Float64Array(a.rows * a.cols)
    kernel.scale(b, alpha, a.data, b.length)
    return unsafeFromFloat64<R, C>(a.rows, a.cols)(b)
  }

/**
 * f of each entry, as `Vector.map`.
 *
 * Laws: map_functor
 */
export const map =
  (f: (entry: number) => number) =>
  <R extends string, C extends string>(a: Matrix<R, C>): Matrix<R, C> => {
    const b = new Float64Array(a.rows * a.cols)
    kernelMap(b, f, a.data, b.length)
    return unsafeFromFloat64<R, C>(a.rows, a.cols)(b)
  }

/** −A. */
export const negate = <R extends string, C extends string>(a: Matrix<R, C>): Matrix<R, C> => scale(-1)(a)

/**
 * Aᵀ.
 *
 * Laws: transpose_eq_reference, transpose_involutive, transpose_mul
 */
export const transpose = <R extends string, C extends string>(a: Matrix<R, C>): Matrix<C, R> => {
  const b = new Float64Array(a.rows * a.cols)
  kernelTranspose(b, a.data, a.rows, a.cols)
  return unsafeFromFloat64<C, R>(a.cols, a.rows)(b)
}

/**
 * The outer product x yᵀ.
 *
 * Formula: aᵢⱼ = xᵢ yⱼ
 * Shapes:  x [m], y [n] → [m, n]
 * Laws:    outer_eq_reference, outer_matVec, ger_eq_textbook
 */
export const outer =
  <R extends string>(x: Vector<R>) =>
  <C extends string>(y: Vector<C>): Matrix<R, C> => {
    const a = new Float64Array(x.length * y.length)
    ger(a, x.data, y.data, x.length, y.length)
    return unsafeFromFloat64<R, C>(x.length, y.length)(a)
  }

/**
 * A x.
 *
 * Formula:  yᵢ = Σⱼ aᵢⱼ xⱼ
 * Shapes:   A [m, n], x [n] → [m]
 * Errors:   SizeMismatch
 * Cost:     O(m n)
 * Numerics: exact while the sums are; else within γₙ |A||x|; the same bits on every platform
 * Laws:     matVec_eq_reference, matVec_linear, matVec_eq_matMul_column, matVec_adjoint, gemv_eq_textbook
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 *
 * const y = F.pipe(
 *   E.Do,
 *   E.apS('a', Matrix.fromRows([[1, 2], [3, 4]])),
 *   E.apS('x', Vector.fromArray([1, -1])),
 *   E.chain(({ a, x }) => Matrix.matVec(a)(x)),
 * )
 * E.map(Vector.toArray)(y) // => E.right([-1, -1])
 * ```
 */
export const matVec =
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (x: Vector<C>): E.Either<LinalgError, Vector<R>> => {
    if (a.cols !== x.length) return E.left(sizeMismatch('Matrix.matVec', [a.cols], [x.length]))
    const y = new Float64Array(a.rows)
    gemv(y, a.data, x.data, a.rows, a.cols)
    return E.right(vector(y))
  }

/**
 * xᵀ A, the matrix first as in `matVec`.
 *
 * Formula: yⱼ = Σᵢ xᵢ aᵢⱼ
 * Shapes:  A [m, n], x [m] → [n]
 * Errors:  SizeMismatch
 * Cost:    O(m n); the transpose is never built
 * Laws:    vecMat_eq_reference, vecMat_eq_matVec_transpose, gevm_eq_textbook
 */
export const vecMat =
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (x: Vector<R>): E.Either<LinalgError, Vector<C>> => {
    if (a.rows !== x.length) return E.left(sizeMismatch('Matrix.vecMat', [a.rows], [x.length]))
    const y = new Float64Array(a.cols)
    gevm(y, a.data, x.data, a.rows, a.cols)
    return E.right(vector(y))
  }

const product = <R extends string, C extends string>(
  operation: string,
  a: Matrix,
  b: Matrix,
  leftTransposed: boolean,
  rightTransposed: boolean,
): E.Either<LinalgError, Matrix<R, C>> =>
  F.pipe(
    productShape(operation, a, b, leftTransposed, rightTransposed),
    E.map(([m, k, n]) => {
      const c = new Float64Array(m * n)
      gemm(c, a.data, b.data, m, k, n, leftTransposed, rightTransposed)
      return unsafeFromFloat64<R, C>(m, n)(c)
    }),
  )

/**
 * A B.
 *
 * Formula:  cᵢⱼ = Σₖ aᵢₖ bₖⱼ
 * Shapes:   A [m, k], B [k, n] → [m, n]
 * Errors:   SizeMismatch
 * Cost:     O(m k n)
 * Numerics: exact while the sums are; else within γₖ |A||B|. Each entry is summed in the order of k, whatever runs
 *           underneath, so that the result has the same bits on every platform
 * Laws:     matMul_eq_reference, matMul_assoc, matMul_one, matMul_bilinear, transpose_mul, trace_mul_comm,
 *           gemm_eq_textbook
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 *
 * const product = F.pipe(
 *   E.Do,
 *   E.apS('a', Matrix.fromRows([[1, 2], [3, 4]])),
 *   E.apS('b', Matrix.fromRows([[0, 1], [1, 0]])),
 *   E.chain(({ a, b }) => Matrix.matMul(a)(b)),
 * )
 * E.map(Matrix.toRows)(product) // => E.right([[2, 1], [4, 3]])
 * ```
 */
export const matMul =
  <R extends string, K extends string>(a: Matrix<R, K>) =>
  <C extends string>(b: Matrix<K, C>): E.Either<LinalgError, Matrix<R, C>> =>
    product('Matrix.matMul', a, b, false, false)

/**
 * Aᵀ B; the transpose is never built.
 *
 * Formula:  cᵢⱼ = Σₖ aₖᵢ bₖⱼ
 * Shapes:   A [k, m], B [k, n] → [m, n]
 * Errors:   SizeMismatch
 * Numerics: the same bits as the product with the transpose
 * Laws:     transposeMatMul_eq_matMul
 */
export const transposeMatMul =
  <K extends string, R extends string>(a: Matrix<K, R>) =>
  <C extends string>(b: Matrix<K, C>): E.Either<LinalgError, Matrix<R, C>> =>
    product('Matrix.transposeMatMul', a, b, true, false)

/**
 * A Bᵀ; the transpose is never built. (And Aᵀ Bᵀ is the transpose of B A.)
 *
 * Formula:  cᵢⱼ = Σₖ aᵢₖ bⱼₖ
 * Shapes:   A [m, k], B [n, k] → [m, n]
 * Errors:   SizeMismatch
 * Numerics: the same bits as the product with the transpose
 * Laws:     matMulTranspose_eq_matMul
 */
export const matMulTranspose =
  <R extends string, K extends string>(a: Matrix<R, K>) =>
  <C extends string>(b: Matrix<C, K>): E.Either<LinalgError, Matrix<R, C>> =>
    product('Matrix.matMulTranspose', a, b, false, true)

/**
 * Σᵢ aᵢᵢ of a square matrix.
 *
 * Errors: SizeMismatch if it is not square
 * Laws:   trace_mul_comm, trace_outer
 */
export const trace = <A extends string>(a: Matrix<A, NoInfer<A>>): E.Either<LinalgError, number> =>
  a.rows === a.cols
    ? E.right(strided.sum(a.data, a.cols + 1, a.rows))
    : E.left(sizeMismatch('Matrix.trace', [a.rows, a.rows], [a.rows, a.cols]))

/**
 * Equal shapes and equal entries, where 0 equals −0 and NaN equals itself.
 *
 * Laws: matrix_eq_iff
 */
export const Eq: eq.Eq<Matrix> = {
  equals: (a, b) => a === b || (a.rows === b.rows && a.cols === b.cols && sameEntries(a.data, b.data, a.rows * a.cols)),
}

/**
 * Addition of matrices that are zero from some row and some column on: the sum of 2×3 and 3×1 is 3×3, and the 0×0
 * matrix is the identity. So it is total where `add` is strict, and many matrices fold into one.
 *
 * Laws: matrix_monoid_identity, matrix_monoid_assoc, matrix_monoid_entry
 */
export const getMonoidSum = <R extends string = string, C extends string = string>(): monoid.Monoid<Matrix<R, C>> => ({
  empty: zeros(0, 0),
  concat: (a, b) => {
    const [rows, cols] = [Math.max(a.rows, b.rows), Math.max(a.cols, b.cols)]
    const c = new Float64Array(rows * cols)
    accumulate(c, cols, a.data, a.rows, a.cols)
    accumulate(c, cols, b.data, b.rows, b.cols)
    return unsafeFromFloat64<R, C>(rows, cols)(c)
  },
})
