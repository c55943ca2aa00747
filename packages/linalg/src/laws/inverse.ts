/**
 * Inverses, determinants, and when there are none.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 14; Ipsen and Rehman (2008), "Perturbation
 *             bounds for determinants and characteristic polynomials".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import type { LinalgError } from '../LinalgError.js'
import * as Lu from '../Lu.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import type { Result } from './agree.js'
import { matrixOf } from './arbitraries.js'
import { backwardBound, factorization } from './factors.js'
import { ofRank, squareAwkward, unitLower, wholeProduct } from './matrices.js'
import { absProduct, at, residual, within } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix

const inverse = (a: M): E.Either<LinalgError, M> => F.pipe(Lu.fromMatrix(a), E.chain(Lu.inverse))

export const luInverseBackward = Law.law<(a: M) => Result<M>>({
  id: 'lu_inverse_backward',
  statement: 'an inverse X, if there is one, has |I − A X| ≤ γ₃ₙ Pᵀ|L||U| |X|',
  source: 'Higham (2002), §14.2.1: each column is a solution',
  hypotheses: [],
  property: (invert) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        invert(a),
        E.match(
          () => true,
          (x) =>
            F.pipe(
              factorization(a),
              E.exists((factors) =>
                within(
                  residual(Matrix.identity(a.rows), a, x),
                  gamma(3 * a.rows),
                  absProduct(backwardBound(factors), x),
                  2 * a.rows,
                ),
              ),
            ),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'transposed',
      description: 'the inverse of the transpose',
      implementation: F.flow(Matrix.transpose, inverse),
    },
    {
      id: 'reciprocals',
      description: 'inverts entry by entry',
      implementation: (a) => E.right(Matrix.map((each) => (each === 0 ? 0 : 1 / each))(a)),
    },
  ],
})

const squareSize = fc.integer({ min: 1, max: 5 })

/** Whole numbers, and whether the matrix is singular: B C with too few columns in between, or factors with ones on theirs. */
const known: fc.Arbitrary<readonly [M, boolean]> = squareSize.chain((n) =>
  fc.oneof(
    fc.nat(n - 1).chain((r) => ofRank(r, n, n).map((a) => [a, true] as const)),
    fc.tuple(unitLower(n), unitLower(n)).map(([l, u]) => [wholeProduct(l, Matrix.transpose(u)), false] as const),
  ),
)

export const luSolveSingular = Law.law<(a: M) => E.Either<LinalgError, M>>({
  id: 'lu_solve_singular',
  statement: 'there is an inverse just when the matrix is not singular; else Singular, never NaN or ∞',
  source: 'definition of a singular matrix',
  hypotheses: [],
  property: (invert) =>
    fc.property(known, ([a, singular]) =>
      F.pipe(
        invert(a),
        E.match(
          (error) => singular && error._tag === 'Singular',
          (x) => !singular && Array.from(x.data).every(Number.isFinite),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'exactZero',
      description: 'refuses a pivot only if it is exactly 0, and divides by what rounding has left of it',
      implementation: (a) =>
        F.pipe(
          Lu.fromMatrix(a),
          E.chain((lu) => Lu.inverse({ ...lu, condition: Lu.determinant(lu) === 0 ? Infinity : 1 })),
        ),
    },
  ],
})

/** The determinant of whole numbers, by elimination without fractions (Bareiss 1968). */
const bareiss = (a: M): number => {
  const step = (rows: ReadonlyArray<ReadonlyArray<bigint>>, last: bigint): bigint => {
    if (rows.length === 0) return last
    const moved = rows.findIndex((row) => row[0] !== 0n)
    const top = rows[moved] ?? []
    const pivot = top[0] ?? 0n
    if (pivot === 0n) return 0n
    const next = rows
      .filter((_, i) => i !== moved)
      .map((row) => row.slice(1).map((each, j) => (each * pivot - (row[0] ?? 0n) * (top[j + 1] ?? 0n)) / last))
    return (moved % 2 === 0 ? 1n : -1n) * step(next, pivot)
  }
  return Number(
    step(
      Matrix.toRows(a).map((row) => row.map((each) => BigInt(each))),
      1n,
    ),
  )
}

type Determinant = (a: M) => Result<number>

const determinant: Determinant = F.flow(Lu.fromMatrix, E.map(Lu.determinant))

const wholes = squareSize.chain((n) =>
  fc.oneof(
    matrixOf(fc.integer({ min: -9, max: 9 }))(n, n),
    fc.nat(n).chain((r) => ofRank(r, n, n)),
  ),
)

/**
 * The computed pivots are those of A + E with |E| ≤ γₙ Pᵀ|L||U|, their product is rounded n times, and
 * |det(A + E) − det A| ≤ n ‖E‖ max(‖A‖, ‖A + E‖)ⁿ⁻¹ (Ipsen and Rehman, corollary 2.14).
 */
const determinantBound = (a: M): number => {
  const n = a.rows
  return F.pipe(
    factorization(a),
    E.match(
      () => Number.NaN,
      (factors) => {
        const error = gamma(n) * Norm.frobenius(backwardBound(factors))
        const size = Norm.frobenius(a) + error
        return n * error * size ** (n - 1) + gamma(2 * n) * size ** n
      },
    ),
  )
}

export const determinantEqExact = Law.law<Determinant>({
  id: 'determinant_eq_exact',
  statement: 'the determinant is the exact one, up to what the backward error and n roundings make of it',
  source: 'Higham (2002), §14.6; Ipsen and Rehman (2008)',
  hypotheses: [],
  property: (det) =>
    fc.property(wholes, (a) =>
      F.pipe(
        det(a),
        E.exists((value) => Math.abs(value - bareiss(a)) <= determinantBound(a)),
      ),
    ),
  countermodels: [
    {
      id: 'unsigned',
      description: 'forgets the exchanges of rows',
      implementation: F.flow(
        Lu.fromMatrix,
        E.map((lu) => Lu.determinant({ ...lu, sign: 1 })),
      ),
    },
    {
      id: 'diagonal',
      description: 'multiplies the diagonal of A',
      implementation: (a) => E.right(Array.from({ length: a.rows }, (_, i) => at(a, i, i)).reduce((x, y) => x * y, 1)),
    },
  ],
})

type LogDeterminant = (a: M) => Result<{ readonly sign: number; readonly logAbs: number }>

export const determinantScalePowTwo = Law.law<LogDeterminant>({
  id: 'determinant_scale_pow_two',
  statement: 'log |det 2ᵏA| = log |det A| + k n log 2, whatever the size, and the sign stays',
  source: 'det is n-linear; each side is rounded five times',
  hypotheses: [],
  property: (logDeterminant) =>
    fc.property(wholes, fc.integer({ min: -900, max: 900 }), (a, k) =>
      F.pipe(
        E.Do,
        E.apS('plain', logDeterminant(a)),
        E.apS('scaled', logDeterminant(Matrix.scale(2 ** k)(a))),
        E.exists(({ plain, scaled }) => {
          const shift = k * a.rows * Math.LN2
          return (
            plain.sign === scaled.sign &&
            (plain.sign === 0
              ? plain.logAbs === -Infinity && scaled.logAbs === -Infinity
              : Math.abs(scaled.logAbs - plain.logAbs - shift) <=
                gamma(10) * (Math.abs(shift) + Math.abs(plain.logAbs) + 1))
          )
        }),
      ),
    ),
  countermodels: [
    {
      id: 'afterwards',
      description: 'takes the logarithm of the determinant, which may be 0 or ∞ by then',
      implementation: F.flow(
        Lu.fromMatrix,
        E.map(Lu.determinant),
        E.map((det) => ({ sign: Math.sign(det), logAbs: Math.log(Math.abs(det)) })),
      ),
    },
  ],
})

export const inverseClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(luInverseBackward, inverse),
  Check.claim(luSolveSingular, inverse),
  Check.claim(determinantEqExact, determinant),
  Check.claim(determinantScalePowTwo, F.flow(Lu.fromMatrix, E.map(Lu.logDeterminant))),
]
