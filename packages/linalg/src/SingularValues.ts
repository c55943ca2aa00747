/**
 * What the singular values tell of a matrix: its size, its rank, and how near it is to losing that.
 *
 * Conventions: up to rounding, a singular value below max(m, n) 2⁻⁵² σ₀ is zero.
 * References:  Golub and Van Loan (2013), "Matrix Computations", §2.4, §2.6 and §5.4.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, withRoom } from './finite.js'
import { hestenes } from './hestenes.js'
import { outOfRange, type LinalgError } from './LinalgError.js'
import { transpose, type Matrix } from './Matrix.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/**
 * The singular values of a matrix, descending.
 *
 * Errors:   NotFinite; Overflow if one is beyond the greatest float64
 * Cost:     4 m n² for each of some 8 sweeps, for m ≥ n
 * Numerics: as `Svd.fromMatrix`
 * Laws:     singularValues_eq_svd, singularValues_transpose, singularValues_invariants
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, SingularValues } from '@engram/linalg'
 *
 * const a = Matrix.fromRows([[3, 0], [0, 4], [0, 0]])
 * F.pipe(a, E.chain(SingularValues.spectralNorm)) // => E.right(4)
 * F.pipe(a, E.chain(SingularValues.conditionNumber), E.map((c) => Math.abs(c - 4 / 3) < 1e-15)) // => E.right(true)
 * F.pipe(a, E.chain(SingularValues.rank)) // => E.right(2)
 * ```
 */
export const fromMatrix = (a: Matrix): E.Either<LinalgError, Vector<'component'>> =>
  F.pipe(
    a,
    finiteMatrix('SingularValues.fromMatrix'),
    E.chain((finite) =>
      hestenes(
        'SingularValues.fromMatrix',
        finite.rows >= finite.cols ? finite : transpose(finite),
        new Float64Array(0),
        0,
      ),
    ),
    E.map(({ values }) => vector(values)),
  )

/**
 * The spectral norm ‖A‖₂ = max ‖A x‖ / ‖x‖, the greatest singular value; 0 for a matrix without entries.
 *
 * Errors: NotFinite; Overflow
 * Laws:   spectralNorm_attained, spectralNorm_bounds
 */
export const spectralNorm: (a: Matrix) => E.Either<LinalgError, number> = F.flow(
  fromMatrix,
  E.map(({ data }) => data[0] ?? 0),
)

/**
 * The condition number κ₂(A), the greatest singular value divided by the smallest: how much relative errors of b may grow in
 * the solution of A x = b. ∞ if the rank is not full, exactly or in effect of underflow; 1 for a matrix without entries.
 *
 * Errors: NotFinite
 * Laws:   conditionNumber_scale, conditionNumber_orthogonal
 */
export const conditionNumber: (a: Matrix) => E.Either<LinalgError, number> = F.flow(
  finiteMatrix('SingularValues.conditionNumber'),
  E.chain((a) => fromMatrix(withRoom(a).roomy)),
  E.map(({ data, length }) =>
    length === 0 ? 1 : data[length - 1] === 0 ? Infinity : (data[0] ?? 0) / (data[length - 1] ?? 1),
  ),
)

/** How many of some descending singular values are above the tolerance relative to the first. */
export const countAbove = (relativeTolerance: number, values: Vector<'component'>): number =>
  Array.from(values.data).filter((value) => value > relativeTolerance * (values.data[0] ?? 0)).length

/** max(m, n) 2⁻⁵². */
export const defaultTolerance = ({ rows, cols }: Matrix): number => Math.max(rows, cols) * 2 ** -52

/**
 * How many singular values are above a tolerance relative to the greatest.
 *
 * Requires: 0 ≤ relativeTolerance
 * Errors:   NotFinite; OutOfRange
 */
export const rankWithin =
  (relativeTolerance: number) =>
  (a: Matrix): E.Either<LinalgError, number> =>
    relativeTolerance >= 0
      ? F.pipe(
          a,
          finiteMatrix('SingularValues.rankWithin'),
          E.chain((finite) => fromMatrix(withRoom(finite).roomy)),
          E.map((values) => countAbove(relativeTolerance, values)),
        )
      : E.left(outOfRange('SingularValues.rankWithin', 'a tolerance of 0 or more', relativeTolerance))

/**
 * The rank up to rounding: how many singular values are above max(m, n) 2⁻⁵² σ₀.
 *
 * Errors: NotFinite
 * Laws:   rank_eq_exact
 */
export const rank = (a: Matrix): E.Either<LinalgError, number> => rankWithin(defaultTolerance(a))(a)
