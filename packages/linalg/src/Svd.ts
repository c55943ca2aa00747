/**
 * Matrices as a rotation, a stretching and another rotation: A = U Σ Vᵀ.
 *
 * Definitions: `Svd<R, C>` of an m×n matrix, with k = min(m, n): U (m×k) and V (n×k) have orthonormal columns, and the
 *              singular values σ₀ ≥ … ≥ σₖ₋₁ ≥ 0 stretch in between.
 * Conventions: the signs of uₗ and vₗ are arbitrary together.
 * References:  Golub and Van Loan (2013), "Matrix Computations", §2.4 and §8.6.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix } from './finite.js'
import { hestenes } from './hestenes.js'
import { complete } from './kernels/orthogonalise.js'
import { rowsToColumns, scaledRows } from './kernels/permute.js'
import type { LinalgError } from './LinalgError.js'
import { identity, transpose, unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { unsafeOrthonormal, type Orthonormal } from './OrthogonalMatrix.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/** A = U Σ Vᵀ. */
export interface Svd<R extends string = string, C extends string = string> {
  readonly _tag: 'Svd'
  readonly u: Orthonormal<R, 'component'>
  /** Descending. */
  readonly values: Vector<'component'>
  readonly v: Orthonormal<C, 'component'>
}

const range = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i)

/** The decomposition of a matrix with no more columns than rows. */
const tall = <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Svd<R, C>> => {
  const { rows: m, cols: n } = a
  const turned = new Float64Array(identity(n).data)
  return F.pipe(
    hestenes('Svd.fromMatrix', a, turned, n),
    E.map(({ columns, lengths, values, order }) => {
      const positive = order.filter((j) => (lengths[j] ?? 0) > 0).length
      const normalised = new Float64Array(m * n)
      scaledRows(normalised, columns, order, lengths, positive, m)
      complete(normalised, new Float64Array(m), positive, n, m)
      const [u, v] = [new Float64Array(m * n), new Float64Array(n * n)]
      rowsToColumns(u, normalised, range(n), range(m), n)
      rowsToColumns(v, turned, order, range(n), n)
      return {
        _tag: 'Svd',
        u: unsafeOrthonormal(matrix<R, 'component'>(m, n)(u)),
        values: vector(values),
        v: unsafeOrthonormal(matrix<C, 'component'>(n, n)(v)),
      }
    }),
  )
}

/**
 * The singular value decomposition.
 *
 * Formula:  A = U Σ Vᵀ, UᵀU = VᵀV = I
 * Shapes:   A [m, n] → U [m, k], σ [k], V [n, k], k = min(m, n)
 * Errors:   NotFinite; Overflow if a singular value is beyond the greatest float64; NotConverged never on any known matrix
 * Cost:     6 m n² for each of some 8 sweeps, for m ≥ n
 * Numerics: ‖A − U Σ Vᵀ‖ of some n u ‖A‖ at every size of the entries; small singular values too come out to full relative
 *           accuracy if scaling the columns (or the rows, for m < n) makes the matrix well-conditioned
 * Laws:     svd_backward, svd_orthonormal, svd_descending, svd_scale_pow_two, svd_diagonal
 * Source:   Hestenes (1958); Demmel and Veselić (1992), "Jacobi's method is more accurate than QR"
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Svd, Vector } from '@engram/linalg'
 *
 * const svd = F.pipe(Matrix.fromRows([[0, 3], [-4, 0], [0, 0]]), E.chain(Svd.fromMatrix))
 * F.pipe(svd, E.map(({ values }) => Vector.toArray(values))) // => E.right([4, 3])
 * ```
 */
export const fromMatrix = <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Svd<R, C>> =>
  F.pipe(
    a,
    finiteMatrix('Svd.fromMatrix'),
    E.chain((finite) =>
      finite.rows >= finite.cols
        ? tall(finite)
        : F.pipe(
            transpose(finite),
            tall,
            E.map(({ u, values, v }): Svd<R, C> => ({ _tag: 'Svd', u: v, values, v: u })),
          ),
    ),
  )
