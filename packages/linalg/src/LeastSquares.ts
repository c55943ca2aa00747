/**
 * The x for which A x comes nearest to b.
 *
 * Definitions: `Fit<C>`: the solution, how far A x still is from b, and the rank of A up to rounding.
 * Conventions: of all that come equally near, the shortest x: the answer is unique and there always is one.
 * References:  Golub and Van Loan (2013), "Matrix Computations", §5.5 and §6.1.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, finiteVector, levelling, shifted, withoutOverflow, withRoom } from './finite.js'
import { exponentOf, shift } from './kernels/power.js'
import { outOfRange, sizeMismatch, type LinalgError } from './LinalgError.js'
import { matVec, unsafeFromFloat64 as matrix, vecMat, type Matrix } from './Matrix.js'
import { norm2 } from './Norm.js'
import { countAbove, defaultTolerance } from './SingularValues.js'
import * as Svd from './Svd.js'
import { hadamard, subtract, unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/** What `solve` finds. */
export interface Fit<C extends string = string> {
  readonly solution: Vector<C>
  /** ‖A x − b‖₂ */
  readonly residualNorm: number
  readonly rank: number
}

/** V (g ∘ Uᵀ b) */
const filtered =
  <R extends string, C extends string>({ u, v }: Svd.Svd<R, C>, gains: Vector<'component'>) =>
  (b: Vector<R>): E.Either<LinalgError, Vector<C>> =>
    F.pipe(b, vecMat(u), E.chain(hadamard(gains)), E.chain(matVec(v)))

/** The factorization of 2ᵉ A, and 2ᶠ b, of which no sum of entries overflows. */
const prepared = <R extends string, C extends string>(operation: string, a: Matrix<R, C>, b: Vector<R>) =>
  a.rows === b.length
    ? F.pipe(
        E.Do,
        E.apS('room', F.pipe(a, finiteMatrix(operation), E.map(withRoom))),
        E.apS('finite', finiteVector(operation)(b)),
        E.bind('svd', ({ room }) => Svd.fromMatrix(room.roomy)),
        E.map(({ room, svd, finite }) => {
          const f = levelling(0, finite.data)
          return { svd, roomy: room.roomy, e: room.exponent, f, level: vector<R>(shifted(f, finite.data)) }
        }),
      )
    : E.left(sizeMismatch(operation, [a.rows], [b.length]))

/**
 * The least-squares solution of A x ≈ b.
 *
 * Formula:  x = A⁺ b, the shortest x that minimises ‖A x − b‖₂
 * Errors:   SizeMismatch; NotFinite; Overflow if the solution has an entry that no float64 can hold
 * Cost:     that of `Svd.fromMatrix`
 * Numerics: singular values up to max(m, n) 2⁻⁵² σ₀ are taken for zero
 * Laws:     leastSquares_normal, leastSquares_shortest, leastSquares_residual
 * Source:   Golub and Van Loan (2013), theorem 5.5.1
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { LeastSquares, Matrix, Vector } from '@engram/linalg'
 *
 * const fit = F.pipe(
 *   E.Do,
 *   E.apS('a', Matrix.fromRows([[1], [1]])),
 *   E.apS('b', Vector.fromArray([1, 3])),
 *   E.chain(({ a, b }) => LeastSquares.solve(a)(b)),
 * )
 * F.pipe(fit, E.map(({ solution }) => Math.abs((solution.data[0] ?? NaN) - 2) < 1e-15)) // => E.right(true)
 * F.pipe(fit, E.map(({ rank }) => rank)) // => E.right(1)
 * ```
 */
export const solve =
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (b: Vector<R>): E.Either<LinalgError, Fit<C>> =>
    F.pipe(
      prepared('LeastSquares.solve', a, b),
      E.chain(({ svd, roomy, e, f, level }) => {
        const rank = countAbove(defaultTolerance(a), svd.values)
        // With σ₀ about 1, all reciprocals are in range.
        const g = -exponentOf(svd.values.data[0] ?? 0)
        const gains = Float64Array.from(svd.values.data, (value, i) => (i < rank ? 1 / shift(value, g) : 0))
        return F.pipe(
          E.Do,
          E.apS('x', filtered(svd, vector(gains))(level)),
          E.bind('image', ({ x }) => matVec(matrix<R, C>(a.rows, a.cols)(shifted(g, roomy.data)))(x)),
          E.bind('error', ({ image }) => subtract(image)(level)),
          E.bind('solution', ({ x }) => withoutOverflow('LeastSquares.solve')(shifted(e + g - f, x.data))),
          E.map(({ solution, error }) => ({
            solution: vector<C>(solution),
            residualNorm: shift(norm2(error), -f),
            rank,
          })),
        )
      }),
    )

/**
 * The solution of the regularised problem: least squares with a price on the length of x.
 *
 * Formula:  x = (AᵀA + λI)⁻¹ Aᵀ b, which minimises ‖A x − b‖² + λ‖x‖²
 * Requires: 0 ≤ λ ≤ ∞; for λ = 0 the limit, that is `solve`
 * Errors:   SizeMismatch; NotFinite; OutOfRange; Overflow
 * Cost:     that of `Svd.fromMatrix`; AᵀA is never formed
 * Laws:     ridge_normal, ridge_zero, ridge_shrinks
 * Source:   Hoerl and Kennard (1970); Golub and Van Loan (2013), §6.1.4
 */
export const ridge =
  (lambda: number) =>
  <R extends string, C extends string>(a: Matrix<R, C>) =>
  (b: Vector<R>): E.Either<LinalgError, Vector<C>> => {
    if (!(lambda >= 0)) return E.left(outOfRange('LeastSquares.ridge', 'a λ of 0 or more', lambda))
    return lambda === 0
      ? F.pipe(
          b,
          solve(a),
          E.map(({ solution }) => solution),
        )
      : F.pipe(
          prepared('LeastSquares.ridge', a, b),
          E.chain(({ svd, e, f, level }) => {
            const price = shift(lambda, 2 * e)
            const gains = Float64Array.from(svd.values.data, (value) => (value === 0 ? 0 : 1 / (value + price / value)))
            return F.pipe(
              level,
              filtered(svd, vector(gains)),
              E.map(({ data }) => shifted(e - f, data)),
            )
          }),
          E.chain(withoutOverflow('LeastSquares.ridge')),
          E.map(vector<C>),
        )
  }
