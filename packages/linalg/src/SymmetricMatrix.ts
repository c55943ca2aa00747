/**
 * Matrices that equal their transpose, and among them those with nothing on the diagonal.
 *
 * Definitions: `SymmetricMatrix<A>`, `ZeroDiagonal<A>`: a matrix with a proof that lives in its type only. Each is a
 *              `Matrix<A, A>`, so that every operation on matrices takes it.
 */
import { either as E, function as F } from 'fp-ts'
import { firstAsymmetry } from './kernels/compare.js'
import { set } from './kernels/strided.js'
import { nonZeroDiagonal, notSymmetric, sizeMismatch, type LinalgError } from './LinalgError.js'
import { diagonalOf, unsafeFromFloat64, type Matrix } from './Matrix.js'
import { toArray } from './Vector.js'

declare const symmetric: unique symbol
declare const zeroDiagonal: unique symbol

/** A square matrix with aᵢⱼ = aⱼᵢ. */
export type SymmetricMatrix<A extends string = string> = Matrix<A, A> & { readonly [symmetric]: true }

/** A symmetric matrix with aᵢᵢ = 0: the couplings of units that do not act on themselves. */
export type ZeroDiagonal<A extends string = string> = SymmetricMatrix<A> & { readonly [zeroDiagonal]: true }

/** Takes the caller's word that the matrix is symmetric; nothing is checked. */
export const unsafeSymmetric = <A extends string>(a: Matrix<A, NoInfer<A>>): SymmetricMatrix<A> =>
  a as SymmetricMatrix<A>

/** Takes the caller's word that the matrix is symmetric with a diagonal of zeros; nothing is checked. */
export const unsafeZeroDiagonal = <A extends string>(a: Matrix<A, NoInfer<A>>): ZeroDiagonal<A> => a as ZeroDiagonal<A>

/**
 * The matrix, with the proof that it is symmetric.
 *
 * Errors: SizeMismatch if it is not square; NotSymmetric at the first entry, row by row, that differs from its mirror
 * Cost:   O(n²)
 * Laws:   symmetric_iff_transpose_eq, symmetric_names_first
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { LinalgError, Matrix, SymmetricMatrix } from '@engram/linalg'
 *
 * const outcome = F.pipe(Matrix.fromRows([[0, 1], [2, 0]]), E.chain(SymmetricMatrix.fromMatrix))
 * E.mapLeft(LinalgError.render)(outcome) // => E.left('SymmetricMatrix.fromMatrix: entry (0, 1) is 1, but entry (1, 0) is 2')
 * ```
 */
export const fromMatrix = <A extends string>(a: Matrix<A, NoInfer<A>>): E.Either<LinalgError, SymmetricMatrix<A>> => {
  const operation = 'SymmetricMatrix.fromMatrix'
  if (a.rows !== a.cols) return E.left(sizeMismatch(operation, [a.rows, a.rows], [a.rows, a.cols]))
  const k = firstAsymmetry(a.data, a.rows)
  if (k === -1) return E.right(unsafeSymmetric(a))
  const [i, j] = [Math.floor(k / a.cols), k % a.cols]
  return E.left(notSymmetric(operation, i, j, a.data[j * a.cols + i] ?? NaN, a.data[k] ?? NaN))
}

/**
 * The symmetric matrix, with the proof that its diagonal is zero.
 *
 * Errors: NonZeroDiagonal at the first diagonal entry that is not 0
 * Cost:   O(n)
 */
export const refineZeroDiagonal = <A extends string>(a: SymmetricMatrix<A>): E.Either<LinalgError, ZeroDiagonal<A>> => {
  const diagonal = toArray(diagonalOf(a))
  const i = diagonal.findIndex((each) => each !== 0)
  return i === -1
    ? E.right(unsafeZeroDiagonal(a))
    : E.left(nonZeroDiagonal('SymmetricMatrix.refineZeroDiagonal', i, diagonal[i] ?? NaN))
}

/** The matrix, with the proof that it is symmetric and that its diagonal is zero; errors as in the two steps. */
export const zeroDiagonalFromMatrix = <A extends string>(
  a: Matrix<A, NoInfer<A>>,
): E.Either<LinalgError, ZeroDiagonal<A>> => F.pipe(a, fromMatrix, E.chain(refineZeroDiagonal))

/**
 * The same off the diagonal, and zeros on it.
 *
 * Laws: clearDiagonal_spec
 */
export const clearDiagonal = <A extends string>(a: SymmetricMatrix<A>): ZeroDiagonal<A> => {
  const data = new Float64Array(a.data)
  set(data, a.cols + 1, 0, a.rows)
  return unsafeZeroDiagonal(unsafeFromFloat64<A, A>(a.rows, a.cols)(data))
}
