/**
 * The Moore–Penrose inverse: the matrix that gives the shortest of all least-squares solutions.
 *
 * Definitions: A⁺ is the only X with A X A = A, X A X = X, and both A X and X A symmetric.
 * References:  Penrose (1955); Golub and Van Loan (2013), "Matrix Computations", §5.5.2.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, shifted, withoutOverflow, withRoom } from './finite.js'
import { scaleColumns } from './kernels/columns.js'
import { exponentOf, shift } from './kernels/power.js'
import { outOfRange, type LinalgError } from './LinalgError.js'
import { matMul, transpose, unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { countAbove, defaultTolerance } from './SingularValues.js'
import * as Svd from './Svd.js'

/** V Σ⁺ Uᵀ times 2^exponent, with the first `rank` singular values inverted. */
const compose = <R extends string, C extends string>(
  { u, values, v }: Svd.Svd<R, C>,
  rank: number,
  exponent: number,
): E.Either<LinalgError, Matrix<C, R>> => {
  // Taking out the size of σ₀ keeps the reciprocals in range.
  const e = exponentOf(values.data[0] ?? 0)
  const scaled = new Float64Array(v.data)
  scaleColumns(
    scaled,
    Float64Array.from(values.data, (value, i) => (i < rank ? 1 / shift(value, -e) : 0)),
    v.rows,
    v.cols,
  )
  return F.pipe(
    transpose(u),
    matMul(matrix<C, 'component'>(v.rows, v.cols)(scaled)),
    E.chain(({ data }) => withoutOverflow('PseudoInverse.fromMatrix')(shifted(exponent - e, data))),
    E.map(matrix<C, R>(v.rows, u.rows)),
  )
}

/**
 * As `fromMatrix`, with singular values up to relativeTolerance · σ₀ taken for zero.
 *
 * Requires: 0 ≤ relativeTolerance
 * Errors:   as `fromMatrix`; OutOfRange
 */
export const fromMatrixWithin =
  (relativeTolerance: number) =>
  <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Matrix<C, R>> =>
    relativeTolerance >= 0
      ? F.pipe(
          a,
          finiteMatrix('PseudoInverse.fromMatrix'),
          E.map(withRoom),
          E.chain(({ roomy, exponent }) =>
            F.pipe(
              Svd.fromMatrix(roomy),
              E.chain((svd) => compose(svd, countAbove(relativeTolerance, svd.values), exponent)),
            ),
          ),
        )
      : E.left(outOfRange('PseudoInverse.fromMatrixWithin', 'a tolerance of 0 or more', relativeTolerance))

/**
 * The pseudo-inverse of any matrix, whatever its shape and rank.
 *
 * Formula:  A⁺ = V Σ⁺ Uᵀ
 * Shapes:   A [m, n] → [n, m]
 * Errors:   NotFinite; Overflow
 * Cost:     that of `Svd.fromMatrix`, and 2 m n min(m, n)
 * Numerics: singular values up to max(m, n) 2⁻⁵² σ₀ are taken for zero; errors of some κ₂(A) n u relative to ‖A⁺‖
 * Laws:     pseudoInverse_penrose, pseudoInverse_small, pseudoInverse_transpose
 * Source:   Penrose (1955)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, PseudoInverse } from '@engram/linalg'
 *
 * F.pipe(Matrix.fromRows([[2, 0], [0, 0], [0, 0]]), E.chain(PseudoInverse.fromMatrix), E.map(Matrix.toRows)) // => E.right([[0.5, 0, 0], [0, 0, 0]])
 * ```
 */
export const fromMatrix = <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Matrix<C, R>> =>
  fromMatrixWithin(defaultTolerance(a))(a)
