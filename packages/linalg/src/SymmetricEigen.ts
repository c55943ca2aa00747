/**
 * Symmetric matrices in the basis of their eigenvectors: A = V Λ Vᵀ.
 *
 * Definitions: `SymmetricEigen<A>`: the eigenvalues, ascending, each as often as its multiplicity, and in the columns of the
 *              orthogonal matrix V an eigenvector for each.
 * Conventions: the sign of an eigenvector, and the basis of an eigenspace of more dimensions, are arbitrary but always the
 *              same for the same matrix.
 * References:  Golub and Van Loan (2013), "Matrix Computations", ch. 8; Parlett (1998), "The Symmetric Eigenvalue Problem".
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, levelling, shifted, withoutOverflow } from './finite.js'
import { permuteBoth, rowAndColumnSizes, rowsToColumns } from './kernels/permute.js'
import { implicitQl, tridiagonalise } from './kernels/tridiagonal.js'
import { notConverged, type LinalgError } from './LinalgError.js'
import { identity, unsafeFromFloat64 as matrix } from './Matrix.js'
import { unsafeOrthogonal, type Orthogonal } from './OrthogonalMatrix.js'
import { ascending } from './order.js'
import type { SymmetricMatrix } from './SymmetricMatrix.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/** A = V Λ Vᵀ, Λ diagonal. */
export interface SymmetricEigen<A extends string = string> {
  readonly _tag: 'SymmetricEigen'
  readonly values: Vector<'eigen'>
  /** Column k belongs to eigenvalue k. */
  readonly vectors: Orthogonal<A, 'eigen'>
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix.
 *
 * Formula:  A vₖ = λₖ vₖ, λ₀ ≤ λ₁ ≤ …, VᵀV = I
 * Errors:   NotFinite; Overflow if an eigenvalue is beyond the greatest float64; NotConverged never on any known matrix
 * Cost:     about 9 n³
 * Numerics: ‖A − V Λ Vᵀ‖ and ‖VᵀV − I‖ of some n u; rows are sorted by size first, so that small eigenvalues of graded
 *           matrices mostly come out to full relative accuracy too
 * Laws:     eigen_backward, eigen_orthogonal, eigen_ascending, eigen_scale_pow_two, eigen_invariants
 * Source:   Golub and Van Loan (2013), §8.3; EISPACK's tred2 and imtql2
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, SymmetricEigen, SymmetricMatrix, Vector } from '@engram/linalg'
 *
 * F.pipe(
 *   Matrix.fromRows([[0, 3], [3, 0]]),
 *   E.chain(SymmetricMatrix.fromMatrix),
 *   E.chain(SymmetricEigen.fromSymmetric),
 *   E.map(({ values }) => Vector.toArray(Vector.map((each) => Math.round(each * 1e12) / 1e12)(values))),
 * ) // => E.right([-3, 3])
 * ```
 */
export const fromSymmetric = <A extends string>(a: SymmetricMatrix<A>): E.Either<LinalgError, SymmetricEigen<A>> =>
  F.pipe(
    a,
    finiteMatrix('SymmetricEigen.fromSymmetric'),
    E.chain(({ data, rows: n }) => {
      const exponent = levelling(480, data)
      const sizes = new Float64Array(n)
      rowAndColumnSizes(sizes, data, n)
      const places = ascending(Array.from(sizes))
      const work = new Float64Array(n * n)
      permuteBoth(work, shifted(exponent, data), places, n)
      const [d, e, p] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
      const z = new Float64Array(identity(n).data)
      tridiagonalise(d, e, z, work, p, n)
      if (!implicitQl(d, e, z, 60, n)) return E.left(notConverged('SymmetricEigen.fromSymmetric'))
      const order = ascending(Array.from(d))
      const vectors = new Float64Array(n * n)
      rowsToColumns(vectors, z, order, places, n)
      return F.pipe(
        shifted(
          -exponent,
          order.map((k) => d[k] ?? NaN),
        ),
        withoutOverflow('SymmetricEigen.fromSymmetric'),
        E.map((values): SymmetricEigen<A> => ({
          _tag: 'SymmetricEigen',
          values: vector(values),
          vectors: unsafeOrthogonal(matrix<A, 'eigen'>(n, n)(vectors)),
        })),
      )
    }),
  )
