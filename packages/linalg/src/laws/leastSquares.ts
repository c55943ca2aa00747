/**
 * Least squares, plain and regularised.
 *
 * References: Golub and Van Loan (2013), "Matrix Computations", §5.3, §5.5 and §6.1; Hoerl and Kennard (1970).
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as LeastSquares from '../LeastSquares.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as PseudoInverse from '../PseudoInverse.js'
import * as Subspace from '../Subspace.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { dyadic, vectorOf } from './arbitraries.js'
import { mapVector, vectorOfArray } from './build.js'
import { awkward, sizes, wholeProduct } from './matrices.js'
import { inverseError } from './bounds.js'
import { column, residual } from './residual.js'

type M = Matrix.Matrix
type V = Vector.Vector

export type LeastSquaresSolver = (a: M) => (b: V) => Result<V>

const solve: LeastSquaresSolver = (a) => (b) =>
  F.pipe(
    LeastSquares.solve(a)(b),
    E.map(({ solution }) => solution),
  )

const source = 'Golub and Van Loan (2013), §5.5'

/** A matrix and a right-hand side, of sizes that need no care. */
const systems = sizes.chain(([m, n]) => fc.tuple(awkward(20)(m, n), vectorOf(dyadic)(m)))

const toVector = ({ data }: M): V => vectorOfArray(data)

/** b − A x */
const rest = (a: M, x: V, b: V): V => toVector(residual(column(b), a, column(x)))

const transposed = (a: M, x: V): V => toVector(wholeProduct(Matrix.transpose(a), column(x)))

/**
 * The computed x solves the problem of A + E, ‖E‖ ≤ ε ‖A‖, up to relative errors of that size. So Aᵀ r, which is zero for the
 * exact one, is at most ε ‖A‖ (‖r‖ + ‖A‖ ‖x‖) up to a small constant, for which 16 is taken.
 */
const normalSlack = (a: M, x: V, r: V): number =>
  16 * inverseError(a) * Norm.frobenius(a) * (Norm.norm2(r) + Norm.frobenius(a) * Norm.norm2(x))

export const leastSquaresNormal = Law.law<LeastSquaresSolver>({
  id: 'leastSquares_normal',
  statement: 'Aᵀ (b − A x) = 0, up to the backward error: no other x comes nearer to b',
  source: 'Golub and Van Loan (2013), §5.3.1: the normal equations',
  hypotheses: [],
  property: (solveWith) =>
    fc.property(systems, ([a, b]) =>
      F.pipe(
        solveWith(a)(b),
        E.exists((x) => {
          const r = rest(a, x, b)
          return x.length === a.cols && Norm.norm2(transposed(a, r)) <= normalSlack(a, x, r)
        }),
      ),
    ),
  countermodels: [
    { id: 'transpose', description: 'Aᵀ b', implementation: (a) => (b) => E.right(transposed(a, b)) },
    { id: 'zero', description: 'the shortest x of all', implementation: (a) => () => E.right(Vector.zeros(a.cols)) },
    { id: 'ridge', description: 'a little regularised', implementation: LeastSquares.ridge(1) },
  ],
})

/** The part of x in the null space is a rounding error of κ times ε. */
export const leastSquaresShortest = Law.law<LeastSquaresSolver>({
  id: 'leastSquares_shortest',
  statement: 'x is orthogonal to all that A annihilates: no other solution is shorter',
  source,
  hypotheses: [],
  property: (solveWith) =>
    fc.property(systems, ([a, b]) =>
      F.pipe(
        E.Do,
        E.apSW('x', solveWith(a)(b)),
        E.apSW('nothing', Subspace.nullSpace(a)),
        E.apSW('inverse', PseudoInverse.fromMatrix(a)),
        E.exists(({ x, nothing, inverse }) => {
          const kappa = 1 + Norm.frobenius(a) * Norm.frobenius(inverse)
          return Norm.norm2(transposed(nothing, x)) <= 16 * inverseError(a) * kappa * Norm.norm2(x)
        }),
      ),
    ),
  countermodels: [
    {
      id: 'another',
      description: 'adds a vector that A annihilates',
      implementation: (a) => (b) =>
        F.pipe(
          E.Do,
          E.apS('x', LeastSquares.solve(a)(b)),
          E.apS('nothing', Subspace.nullSpace(a)),
          E.map(({ x, nothing }) =>
            mapVector((each, i) => each + (nothing.cols === 0 ? 0 : (nothing.data[i * nothing.cols] ?? NaN)))(
              x.solution,
            ),
          ),
        ),
    },
  ],
})

export const leastSquaresResidual = Law.law<(a: M) => (b: V) => Result<LeastSquares.Fit>>({
  id: 'leastSquares_residual',
  statement: 'the residual norm is ‖b − A x‖',
  source: 'definition',
  hypotheses: [],
  property: (fit) =>
    fc.property(systems, ([a, b]) =>
      F.pipe(
        fit(a)(b),
        E.exists(({ solution, residualNorm }) => {
          const exact = Norm.norm2(rest(a, solution, b))
          // The image of x is a sum of n products, taken from b.
          const slack =
            4 * (a.cols + a.rows + 4) * 2 ** -53 * (Norm.norm2(b) + Norm.frobenius(a) * Norm.norm2(solution))
          return Math.abs(residualNorm - exact) <= slack
        }),
      ),
    ),
  countermodels: [
    {
      id: 'squared',
      description: 'the sum of squares',
      implementation: (a) => (b) =>
        F.pipe(
          LeastSquares.solve(a)(b),
          E.map((fit) => ({ ...fit, residualNorm: fit.residualNorm ** 2 })),
        ),
    },
  ],
})

export type Ridge = (lambda: number) => LeastSquaresSolver

const lambdas = fc.constantFrom(2 ** -20, 0.125, 1, 64, 2 ** 20)

export const ridgeNormal = Law.law<Ridge>({
  id: 'ridge_normal',
  statement: 'Aᵀ (b − A x) = λ x, up to the backward error',
  source: 'Hoerl and Kennard (1970)',
  hypotheses: [],
  property: (ridge) =>
    fc.property(lambdas, systems, (lambda, [a, b]) =>
      F.pipe(
        ridge(lambda)(a)(b),
        E.exists((x) => {
          const r = rest(a, x, b)
          const difference = mapVector((each, i) => each - lambda * (x.data[i] ?? NaN))(transposed(a, r))
          const slack = normalSlack(a, x, r) + 16 * inverseError(a) * lambda * Norm.norm2(x)
          return Norm.norm2(difference) <= slack
        }),
      ),
    ),
  countermodels: [
    { id: 'plain', description: 'forgets λ', implementation: () => solve },
    {
      id: 'linear',
      description: 'adds λ to the singular values instead of their squares',
      implementation: (lambda) => LeastSquares.ridge(lambda ** 2),
    },
    {
      id: 'shrink',
      description: 'divides the solution by 1 + λ',
      implementation: (lambda) => (a) => (b) => F.pipe(solve(a)(b), E.map(Vector.scale(1 / (1 + lambda)))),
    },
  ],
})

export const ridgeZero = Law.law<Ridge>({
  id: 'ridge_zero',
  statement: 'λ = 0 is least squares; λ = ∞ leaves nothing',
  source: 'the limits',
  hypotheses: [],
  property: (ridge) =>
    fc.property(systems, ([a, b]) =>
      F.pipe(
        E.Do,
        E.apS('none', ridge(0)(a)(b)),
        E.apS('all', ridge(Infinity)(a)(b)),
        E.apS('plain', solve(a)(b)),
        E.exists(
          ({ none, all, plain }) => Vector.Eq.equals(none, plain) && Vector.Eq.equals(all, Vector.zeros(a.cols)),
        ),
      ),
    ),
  countermodels: [
    { id: 'plain', description: 'forgets λ', implementation: () => solve },
    {
      id: 'tiny',
      description: 'takes a tiny λ for 0',
      implementation: (lambda) => LeastSquares.ridge(lambda || 1e-12),
    },
  ],
})

export const ridgeShrinks = Law.law<Ridge>({
  id: 'ridge_shrinks',
  statement: 'a greater λ makes x no longer',
  source: 'Hoerl and Kennard (1970), §4: each component is divided by more',
  hypotheses: [],
  property: (ridge) =>
    fc.property(lambdas, systems, (lambda, [a, b]) =>
      F.pipe(
        E.Do,
        E.apS('less', ridge(lambda)(a)(b)),
        E.apS('more', ridge(4 * lambda)(a)(b)),
        E.exists(
          ({ less, more }) => Norm.norm2(more) <= Norm.norm2(less) * (1 + 64 * (a.rows + a.cols + 4) * 2 ** -53),
        ),
      ),
    ),
  countermodels: [
    { id: 'reciprocal', description: 'takes 1/λ', implementation: (lambda) => LeastSquares.ridge(1 / lambda) },
  ],
})

export const leastSquaresClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(leastSquaresNormal, solve),
  Check.claim(leastSquaresShortest, solve),
  Check.claim(leastSquaresResidual, LeastSquares.solve),
  Check.claim(ridgeNormal, LeastSquares.ridge),
  Check.claim(ridgeZero, LeastSquares.ridge),
  Check.claim(ridgeShrinks, LeastSquares.ridge),
]
