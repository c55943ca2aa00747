/**
 * Matrices with orthonormal columns.
 *
 * Definitions: `Orthonormal<R, C>`: QᵀQ = I up to rounding; `Orthogonal<R, C>`: square as well, so that QQᵀ = I. Both are
 *              proofs that live in the type only, and matrices for every operation that takes one.
 * Conventions: up to rounding means that no entry of QᵀQ − I is above 64 m u, with m rows and u = 2⁻⁵³.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, squareMatrix } from './finite.js'
import { firstObliquePair } from './kernels/orthonormal.js'
import { notOrthonormal, type LinalgError } from './LinalgError.js'
import type { Matrix } from './Matrix.js'

declare const orthonormal: unique symbol
declare const orthogonal: unique symbol

/** A matrix whose columns have length 1 and are orthogonal to each other. */
export type Orthonormal<R extends string = string, C extends string = string> = Matrix<R, C> & {
  readonly [orthonormal]: true
}

/** A square matrix whose columns, and with them its rows, are orthonormal. */
export type Orthogonal<R extends string = string, C extends string = string> = Orthonormal<R, C> & {
  readonly [orthogonal]: true
}

/** Takes the caller's word that the columns are orthonormal; nothing is checked. */
export const unsafeOrthonormal = <R extends string, C extends string>(a: Matrix<R, C>): Orthonormal<R, C> =>
  a as Orthonormal<R, C>

/** Takes the caller's word that the matrix is orthogonal; nothing is checked. */
export const unsafeOrthogonal = <R extends string, C extends string>(a: Matrix<R, C>): Orthogonal<R, C> =>
  a as Orthogonal<R, C>

const unit = 2 ** -53

/**
 * The matrix, with the proof that its columns are orthonormal up to rounding.
 *
 * Errors: NotFinite; NotOrthonormal at the first two columns (one and the same for a length other than 1) that are not
 * Cost:   O(m n²)
 * Laws:   orthonormal_iff_gram_eq_one
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { LinalgError, Matrix, OrthogonalMatrix } from '@engram/linalg'
 *
 * const outcome = F.pipe(Matrix.fromRows([[0, 1], [1, 1]]), E.chain(OrthogonalMatrix.fromColumns))
 * E.mapLeft(LinalgError.render)(outcome) // => E.left('OrthogonalMatrix.fromColumns: the product of columns 0 and 1 is 1, not 0')
 * ```
 */
export const fromColumns = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthonormal<R, C>> =>
  F.pipe(
    a,
    finiteMatrix('OrthogonalMatrix.fromColumns'),
    E.chain((finite) => {
      const [i, j, product] = firstObliquePair(finite.data, 64 * finite.rows * unit, finite.rows, finite.cols)
      return i === -1
        ? E.right(unsafeOrthonormal(finite))
        : E.left(notOrthonormal('OrthogonalMatrix.fromColumns', [i, j], product))
    }),
  )

/**
 * The square matrix, with the proof that it is orthogonal up to rounding.
 *
 * Errors: SizeMismatch if it is not square; and as `fromColumns`
 */
export const fromSquare = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthogonal<R, C>> =>
  F.pipe(a, squareMatrix('OrthogonalMatrix.fromSquare'), E.chain(fromColumns), E.map(unsafeOrthogonal))
