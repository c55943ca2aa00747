/**
 * Triangular factors, the systems that they solve, and determinants.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 9 and 14; Ipsen and Rehman (2008),
 *             "Perturbation bounds for determinants and characteristic polynomials".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Lu from '../Lu.js'
import * as Matrix from '../Matrix.js'
import type { Vector } from '../Vector.js'
import type { Result } from './agree.js'
import { dyadic, vectorOf } from './arbitraries.js'
import { mapVector, matrixOfArray } from './build.js'
import { indices, same } from './draw.js'
import { backwardBound, factorization, inverseOf, permuted, type Factors, type LuFactorization } from './factors.js'
import { squareAwkward } from './matrices.js'
import { absProduct, at, column, isLower, isUpper, residual, single, within } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix

const mapFactors =
  (f: (factors: Factors) => Factors): LuFactorization =>
  (a) =>
    F.pipe(factorization(a), E.map(f))

const higham = (theorem: string): string => `Higham (2002), ${theorem}`

export const luBackward = Law.law<LuFactorization>({
  id: 'lu_backward',
  statement: '|P A − L U| ≤ γₙ |L||U|, entry by entry',
  source: higham('theorem 9.3'),
  hypotheses: [],
  property: (factorize) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        factorize(a),
        E.exists(({ lower, upper, order }) =>
          within(residual(permuted(a, order), lower, upper), gamma(a.rows), absProduct(lower, upper), a.rows),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapFactors((factors) => ({ ...factors, lower: single(factors.lower) })),
    },
    {
      id: 'inverseOrder',
      description: 'tells where each row went instead of where it came from',
      implementation: mapFactors((factors) => ({ ...factors, order: inverseOf(factors.order) })),
    },
  ],
})

/** Elimination from top to bottom, whatever the pivots. */
const withoutPivoting: LuFactorization = (a) => {
  const eliminated = indices(a.rows).reduce<ReadonlyArray<ReadonlyArray<number>>>(
    (rows, k) =>
      rows.map((row, i) => {
        const [top, pivot] = [rows[k] ?? [], rows[k]?.[k] ?? 0]
        if (i <= k || pivot === 0) return row
        const factor = (row[k] ?? NaN) / pivot
        return row.map((each, j) => (j < k ? each : j === k ? factor : each - factor * (top[j] ?? NaN)))
      }),
    Matrix.toRows(a),
  )
  const packed = matrixOfArray(a.rows, a.rows, eliminated.flat())
  const part = (keep: (i: number, j: number) => boolean, diagonal: (each: number) => number): M =>
    matrixOfArray(
      a.rows,
      a.rows,
      Array.from(packed.data, (each, k) => {
        const [i, j] = [Math.floor(k / a.rows), k % a.rows]
        return i === j ? diagonal(each) : keep(i, j) ? each : 0
      }),
    )
  return E.right({
    lower: part(
      (i, j) => j < i,
      () => 1,
    ),
    upper: part(
      (i, j) => j > i,
      (each) => each,
    ),
    order: indices(a.rows),
    sign: 1,
  })
}

const isEven = (order: ReadonlyArray<number>): boolean =>
  order.flatMap((a, i) => order.slice(i + 1).filter((b) => b < a)).length % 2 === 0

export const luTriangular = Law.law<LuFactorization>({
  id: 'lu_triangular',
  statement: 'L is unit lower triangular with no entry above 1, U upper triangular, P a permutation with its sign',
  source: higham('§9.1'),
  hypotheses: [],
  property: (factorize) =>
    fc.property(squareAwkward, (a) =>
      F.pipe(
        factorize(a),
        E.exists(
          ({ lower, upper, order, sign }) =>
            isLower(lower) &&
            isUpper(upper) &&
            Array.from(lower.data).every((each) => Math.abs(each) <= 1) &&
            indices(a.rows).every((i) => at(lower, i, i) === 1) &&
            same(
              order.toSorted((i, j) => i - j),
              indices(a.rows),
            ) &&
            sign === (isEven(order) ? 1 : -1),
        ),
      ),
    ),
  countermodels: [
    { id: 'noPivoting', description: 'takes the pivots as they come', implementation: withoutPivoting },
    {
      id: 'unsigned',
      description: 'forgets that an exchange of rows changes the sign',
      implementation: mapFactors((factors) => ({ ...factors, sign: 1 })),
    },
  ],
})

export const luScalePowTwo = Law.law<LuFactorization>({
  id: 'lu_scale_pow_two',
  statement: '2ᵏ A has the same L and P, and 2ᵏ U, to the last bit',
  source: 'multiplying by 2 rounds nothing',
  hypotheses: [],
  property: (factorize) =>
    fc.property(squareAwkward, fc.integer({ min: -200, max: 200 }), (a, k) =>
      F.pipe(
        E.Do,
        E.apS('plain', factorize(a)),
        E.apS('scaled', factorize(Matrix.scale(2 ** k)(a))),
        E.exists(
          ({ plain, scaled }) =>
            Matrix.Eq.equals(plain.lower, scaled.lower) &&
            Matrix.Eq.equals(Matrix.scale(2 ** k)(plain.upper), scaled.upper) &&
            same(plain.order, scaled.order),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'absoluteTolerance',
      description: 'takes what is below 1e-12 for zero',
      implementation: (a) =>
        factorization(
          matrixOfArray(
            a.rows,
            a.cols,
            Array.from(a.data, (x) => (Math.abs(x) < 1e-12 ? 0 : x)),
          ),
        ),
    },
  ],
})

/** Factors of a matrix, and the solution of A x = b. */
export interface Solver {
  readonly factorize: LuFactorization
  readonly solve: (a: M) => (b: Vector) => Result<Vector>
}

const solve: Solver['solve'] = (a) => (b) =>
  F.pipe(
    Lu.fromMatrix(a),
    E.chain((lu) => Lu.solve(lu)(b)),
  )

const solver: Solver = { factorize: factorization, solve }

const systems = squareAwkward.chain((a) => vectorOf(dyadic)(a.rows).map((b) => [a, b] as const))

export const luSolveBackward = Law.law<Solver>({
  id: 'lu_solve_backward',
  statement: 'a solution, if there is one, has |b − A x| ≤ γ₃ₙ Pᵀ|L||U| |x|',
  source: higham('theorem 9.4'),
  hypotheses: [],
  property: ({ factorize, solve: solveWith }) =>
    fc.property(systems, ([a, b]) =>
      F.pipe(
        solveWith(a)(b),
        E.match(
          () => true,
          (x) =>
            F.pipe(
              factorize(a),
              E.exists((factors) =>
                within(
                  residual(column(b), a, column(x)),
                  gamma(3 * a.rows),
                  absProduct(backwardBound(factors), column(x)),
                  2 * a.rows,
                ),
              ),
            ),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'forgetsOrder',
      description: 'does not exchange the entries of b',
      implementation: {
        ...solver,
        solve: (a) => (b) =>
          F.pipe(
            Lu.fromMatrix(a),
            E.chain((lu) => Lu.solve({ ...lu, order: indices(lu.size) })(b)),
          ),
      },
    },
    {
      id: 'single',
      description: 'rounds the solution to single precision',
      implementation: { ...solver, solve: (a) => (b) => F.pipe(solve(a)(b), E.map(mapVector(Math.fround))) },
    },
  ],
})

export const luClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(luBackward, factorization),
  Check.claim(luTriangular, factorization),
  Check.claim(luScalePowTwo, factorization),
  Check.claim(luSolveBackward, solver),
]
