/**
 * Square matrices as a product of triangles: what solves linear systems, inverts, and finds determinants.
 *
 * Definitions: `Lu<R, C>`: P A = L U with P a permutation of the rows, L lower triangular with a diagonal of ones and no entry
 *              above 1 in absolute value, U upper triangular.
 * Conventions: every square matrix has one, a singular matrix too. A matrix counts as singular if one within the backward
 *              error γₙ |L||U| is: then no digit of a solution would mean anything. Scaling rows or columns makes no matrix
 *              singular.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 9 and 15.
 */
import { either as E, function as F } from 'fp-ts'
import {
  finiteMatrix,
  finiteVector,
  levelling,
  shifted,
  squareMatrix,
  withHeadroom,
  withoutOverflow,
} from './finite.js'
import { conditionOf } from './kernels/condition.js'
import { luFactor } from './kernels/lu.js'
import { shift, shiftAll } from './kernels/power.js'
import { product } from './kernels/product.js'
import { permuteRows } from './kernels/permute.js'
import { lowerTriangle, upperTriangle, solveUnitLower, solveUpper } from './kernels/triangular.js'
import { singular, sizeMismatch, type LinalgError } from './LinalgError.js'
import { identity, unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/** P A = L U, for a matrix A whose rows lie along `R` and whose columns along `C`. */
export interface Lu<R extends string = string, C extends string = string> {
  readonly _tag: 'Lu'
  readonly size: number
  /** L below the diagonal and U on and above it, of 2^exponent A: see `lower` and `upper`. */
  readonly factors: Matrix<R, C>
  /** 0, but for a matrix near the ends of the range of float64. */
  readonly exponent: number
  /** Row i of P A is row order[i] of A. */
  readonly order: ReadonlyArray<number>
  /** Whether that permutation is even or odd. */
  readonly sign: 1 | -1
  /** About ‖ |A⁻¹| |L||U| ‖∞, in the scaling of the columns that suits it. */
  readonly condition: number
}

/**
 * The factorization of a square matrix.
 *
 * Formula:  P A = L U
 * Errors:   SizeMismatch if it is not square; NotFinite; Overflow if U has entries far beyond those of A
 * Cost:     ⅔ n³
 * Numerics: |P A − L U| ≤ γₙ |L||U|; any power of two factors out
 * Laws:     lu_backward, lu_triangular, lu_scale_pow_two
 * Source:   Higham (2002), algorithm 9.2 and theorem 9.3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Lu, Matrix, Vector } from '@engram/linalg'
 *
 * const solution = F.pipe(
 *   E.Do,
 *   E.apS('a', Matrix.fromRows([[0, 2], [1, 1]])),
 *   E.apS('b', Vector.fromArray([4, 3])),
 *   E.bind('lu', ({ a }) => Lu.fromMatrix(a)),
 *   E.chain(({ lu, b }) => Lu.solve(lu)(b)),
 * )
 * E.map(Vector.toArray)(solution) // => E.right([1, 2])
 * ```
 */
export const fromMatrix = <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Lu<R, C>> =>
  F.pipe(
    a,
    squareMatrix('Lu.fromMatrix'),
    E.chain(finiteMatrix('Lu.fromMatrix')),
    E.chain(({ data, rows: size }) => {
      const exponent = levelling(1000, data)
      const factors = shifted(exponent, data)
      const order = new Int32Array(size)
      const sign = luFactor(factors, order, size)
      return F.pipe(
        factors,
        withoutOverflow('Lu.fromMatrix'),
        E.map((finite): Lu<R, C> => ({
          _tag: 'Lu',
          size,
          factors: matrix<R, C>(size, size)(finite),
          exponent,
          order: Array.from(order),
          sign,
          condition: conditionOf(
            new Float64Array(finite),
            new Float64Array(size),
            new Float64Array(size),
            new Float64Array(size),
            size,
          ),
        })),
      )
    }),
  )

/** L, the lower triangle with ones on the diagonal. */
export const lower = <R extends string, C extends string>({ size, factors }: Lu<R, C>): Matrix => {
  const l = new Float64Array(size ** 2)
  lowerTriangle(l, factors.data, size)
  return matrix(size, size)(l)
}

/** U, the upper triangle. */
export const upper = <R extends string, C extends string>({ size, factors, exponent }: Lu<R, C>): Matrix<string, C> => {
  const u = new Float64Array(size ** 2)
  upperTriangle(u, factors.data, size, size)
  return matrix<string, C>(size, size)(shifted(-exponent, u))
}

/**
 * Whether the matrix is singular up to rounding.
 *
 * Formula: ‖ |A⁻¹| |L||U| ‖∞ ≥ 1/γₙ, which holds for every singular matrix
 * Laws:    lu_solve_singular
 */
export const isSingular = <R extends string, C extends string>({ condition, size }: Lu<R, C>): boolean =>
  !(condition * size * 2 ** -53 < 1)

/** X with A X = B, for r columns of numbers. */
const solveColumns = <R extends string, C extends string>(
  operation: string,
  lu: Lu<R, C>,
  b: ReadonlyFloat64,
  r: number,
): E.Either<LinalgError, Float64Array> =>
  isSingular(lu)
    ? E.left(singular(operation, lu.condition))
    : withHeadroom(operation, b, (f) => {
        const x = new Float64Array(b.length)
        permuteRows(x, b, lu.order, r)
        shiftAll(x, x, f, x.length)
        solveUnitLower(x, lu.factors.data, lu.size, r)
        solveUpper(x, lu.factors.data, lu.size, r)
        shiftAll(x, x, lu.exponent - f, x.length)
        return x
      })

/**
 * The solution of A x = b.
 *
 * Errors:   SizeMismatch; NotFinite; Singular; Overflow if the solution has an entry that no float64 can hold
 * Cost:     2 n²
 * Numerics: (A + ΔA) x = b with |ΔA| ≤ γ₃ₙ Pᵀ|L||U|
 * Laws:     lu_solve_backward, lu_solve_singular
 * Source:   Higham (2002), theorem 9.4
 */
export const solve =
  <R extends string, C extends string>(lu: Lu<R, C>) =>
  (b: Vector<R>): E.Either<LinalgError, Vector<C>> =>
    b.length === lu.size
      ? F.pipe(
          b,
          finiteVector('Lu.solve'),
          E.chain(({ data }) => solveColumns('Lu.solve', lu, data, 1)),
          E.map(vector<C>),
        )
      : E.left(sizeMismatch('Lu.solve', [lu.size], [b.length]))

/**
 * The solution of A X = B, column by column.
 *
 * Errors: as `solve`
 * Cost:   2 n² for each column
 */
export const solveMatrix =
  <R extends string, C extends string>(lu: Lu<R, C>) =>
  <K extends string>(b: Matrix<R, K>): E.Either<LinalgError, Matrix<C, K>> =>
    b.rows === lu.size
      ? F.pipe(
          b,
          finiteMatrix('Lu.solveMatrix'),
          E.chain(({ data, cols }) => solveColumns('Lu.solveMatrix', lu, data, cols)),
          E.map(matrix<C, K>(lu.size, b.cols)),
        )
      : E.left(sizeMismatch('Lu.solveMatrix', [lu.size, b.cols], [b.rows, b.cols]))

/**
 * A⁻¹. To solve a system, `solve` it: that takes a third of the work, and its error is the smaller.
 *
 * Errors:   Singular; Overflow
 * Cost:     2 n³
 * Numerics: each column has the backward error of `solve`
 * Laws:     lu_inverse_backward, lu_solve_singular
 */
export const inverse = <R extends string, C extends string>(lu: Lu<R, C>): E.Either<LinalgError, Matrix<C, R>> =>
  F.pipe(solveColumns('Lu.inverse', lu, identity(lu.size).data, lu.size), E.map(matrix<C, R>(lu.size, lu.size)))

/** The determinant as m · 2ᵉ. */
const parts = <R extends string, C extends string>({ factors, size, sign, exponent }: Lu<R, C>) => {
  const [mantissa, e] = product(factors.data, 0, size + 1, size)
  return [mantissa === 0 ? 0 : sign * mantissa, e - size * exponent] as const
}

/**
 * det A; 1 for the matrix without rows.
 *
 * Numerics: the determinant of a matrix within γₙ |L||U| of P A, times 1 + δ with |δ| ≤ γ₂ₙ; no product on the way
 *           overflows, so that ±∞ and 0 are the nearest to a determinant out of range
 * Laws:     determinant_eq_exact, determinant_scale_pow_two
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Lu, Matrix } from '@engram/linalg'
 *
 * const determinant = F.flow(Matrix.fromRows, E.chain(Lu.fromMatrix), E.map(Lu.determinant))
 * determinant([[0, 2], [3, 4]]) // => E.right(-6)
 * determinant([[1, 2], [2, 4]]) // => E.right(0)
 * ```
 */
export const determinant = <R extends string, C extends string>(lu: Lu<R, C>): number => {
  const [mantissa, e] = parts(lu)
  return shift(mantissa, Math.max(-3000, Math.min(3000, e)))
}

/**
 * The sign of det A and log |det A|, which no size of the entries takes out of range.
 *
 * Laws: determinant_scale_pow_two
 */
export const logDeterminant = <R extends string, C extends string>(
  lu: Lu<R, C>,
): { readonly sign: -1 | 0 | 1; readonly logAbs: number } => {
  const [mantissa, e] = parts(lu)
  const sign = mantissa === 0 ? 0 : mantissa < 0 ? -1 : 1
  return { sign, logAbs: sign === 0 ? -Infinity : Math.log(Math.abs(mantissa)) + e * Math.LN2 }
}
