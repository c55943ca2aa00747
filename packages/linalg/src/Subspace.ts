/**
 * The spaces that a matrix spans and annihilates, and projections onto them.
 *
 * Definitions: a subspace is given by an orthonormal basis in the columns of a matrix; one of dimension 0 has no columns.
 * Conventions: ranks are counted up to rounding, as `SingularValues.rank` does.
 * References:  Strang (1993), "The fundamental theorem of linear algebra"; Golub and Van Loan (2013), §2.5.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, withRoom } from './finite.js'
import { gram } from './kernels/gram.js'
import { complete } from './kernels/orthogonalise.js'
import type { LinalgError } from './LinalgError.js'
import { matVec, transpose, unsafeFromFloat64 as matrix, vecMat, type Matrix } from './Matrix.js'
import { unsafeOrthonormal, type Orthonormal } from './OrthogonalMatrix.js'
import { countAbove, defaultTolerance } from './SingularValues.js'
import * as Svd from './Svd.js'
import { unsafeSymmetric, type SymmetricMatrix } from './SymmetricMatrix.js'
import type { Vector } from './Vector.js'

/** Columns `from` … of the orthonormal columns of a matrix, after `known` of them have been completed to `total`. */
const columns = <R extends string>(
  basis: Orthonormal<R>,
  known: number,
  [from, total]: readonly [number, number],
): Orthonormal<R, 'basis'> => {
  const m = basis.rows
  const rows = new Float64Array(total * m)
  rows.set(Array.from(transpose(basis).data).slice(0, known * m))
  complete(rows, new Float64Array(m), known, total, m)
  return unsafeOrthonormal(transpose(matrix<'basis', R>(total - from, m)(rows.slice(from * m))))
}

const ranked = <R extends string, C extends string>(a: Matrix<R, C>) =>
  F.pipe(
    a,
    finiteMatrix('Subspace'),
    E.chain((finite) => Svd.fromMatrix(withRoom(finite).roomy)),
    E.map((svd) => ({ ...svd, rank: countAbove(defaultTolerance(a), svd.values) })),
  )

/**
 * An orthonormal basis of all A x.
 *
 * Shapes: A [m, n] of rank r → [m, r]
 * Errors: NotFinite
 * Cost:   that of `Svd.fromMatrix`, as all that follow
 * Laws:   columnSpace_contains, subspace_rank_nullity
 */
export const columnSpace = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthonormal<R, 'basis'>> =>
  F.pipe(
    ranked(a),
    E.map(({ u, rank }) => columns(u, rank, [0, rank])),
  )

/**
 * An orthonormal basis of all xᵀ A.
 *
 * Shapes: A [m, n] of rank r → [n, r]
 */
export const rowSpace = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthonormal<C, 'basis'>> => columnSpace(transpose(a))

/**
 * An orthonormal basis of all x with A x = 0.
 *
 * Shapes:   A [m, n] of rank r → [n, n − r]
 * Errors:   NotFinite
 * Numerics: ‖A x‖ ≤ max(m, n) 2⁻⁵² ‖A‖₂ ‖x‖ and the rounding errors of the decomposition
 * Laws:     nullSpace_annihilated, subspace_rank_nullity
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Subspace } from '@engram/linalg'
 *
 * F.pipe(Matrix.fromRows([[1, 0, 0], [0, 2, 0]]), E.chain(Subspace.nullSpace), E.map(Matrix.toRows)) // => E.right([[0], [0], [1]])
 * ```
 */
export const nullSpace = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthonormal<C, 'basis'>> =>
  F.pipe(
    ranked(a),
    E.map(({ v, rank }) => columns(v, v.cols, [rank, a.cols])),
  )

/**
 * The orthogonal projection onto a subspace, as a matrix.
 *
 * Formula:  P = Q Qᵀ
 * Numerics: exactly symmetric
 * Laws:     projector_idempotent, projector_fixes
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Subspace } from '@engram/linalg'
 *
 * F.pipe(Matrix.fromRows([[0, 0], [2, 4]]), E.chain(Subspace.columnSpace), E.map(Subspace.projector), E.map(Matrix.toRows)) // => E.right([[0, 0], [0, 1]])
 * ```
 */
export const projector = <R extends string, C extends string>(basis: Orthonormal<R, C>): SymmetricMatrix<R> => {
  const n = basis.rows
  const p = new Float64Array(n * n)
  gram(p, basis.data, n, basis.cols)
  return unsafeSymmetric(matrix<R, R>(n, n)(p))
}

/**
 * The part of a vector in a subspace, without building the matrix.
 *
 * Formula: Q (Qᵀ x)
 * Errors:  SizeMismatch
 * Cost:    4 m r for r dimensions
 * Laws:    projector_fixes, project_orthogonal
 */
export const project =
  <R extends string, C extends string>(basis: Orthonormal<R, C>) =>
  (x: Vector<R>): E.Either<LinalgError, Vector<R>> =>
    F.pipe(x, vecMat(basis), E.chain(matVec(basis)))
