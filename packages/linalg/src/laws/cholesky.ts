/**
 * Cholesky factors: exact on whole numbers, within their backward error elsewhere.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 10.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Cholesky from '../Cholesky.js'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import { unsafeSymmetric, type SymmetricMatrix } from '../SymmetricMatrix.js'
import type { Vector } from '../Vector.js'
import { matricesAgree, type Result } from './agree.js'
import { dyadic, matrixOf, vectorOf } from './arbitraries.js'
import { mapMatrix } from './build.js'
import { indices } from './draw.js'
import { symmetrised, unitLower, wholeProduct } from './matrices.js'
import { absProduct, at, column, isLower, residual, single, within } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix
type S = SymmetricMatrix

export type CholeskyFactor = (a: S) => E.Either<LinalgError, M>

const truth: CholeskyFactor = F.flow(
  Cholesky.fromSymmetric,
  E.map(({ lower }) => lower),
)

const source = (theorem: string): string => `Higham (2002), ${theorem}`

const mapFactor =
  (f: (l: M) => M): CholeskyFactor =>
  (a) =>
    F.pipe(truth(a), E.map(f))

const gram = (b: M): S => unsafeSymmetric(symmetrised(wholeProduct(b, Matrix.transpose(b))))

const size = fc.integer({ min: 0, max: 6 })

/** B Bᵀ + n I, from graded rows, at any size: positive definite however it is rounded. */
const definite: fc.Arbitrary<S> = size.chain((n) =>
  fc
    .tuple(matrixOf(dyadic)(n, n), fc.constantFrom(-8, 0, 8), fc.integer({ min: -300, max: 300 }))
    .map(([b, grade, k]) =>
      unsafeSymmetric(
        mapMatrix((each, at0) => {
          const [i, j] = [Math.floor(at0 / n), at0 % n]
          return (each + (i === j ? n : 0)) * 2 ** (grade * (i + j) + 2 * k)
        })(gram(b)),
      ),
    ),
)

export const choleskyBackward = Law.law<CholeskyFactor>({
  id: 'cholesky_backward',
  statement: 'L is lower triangular, and |A − L Lᵀ| ≤ γₙ₊₁ |L||Lᵀ|, entry by entry',
  source: source('theorem 10.3'),
  hypotheses: [],
  property: (factor) =>
    fc.property(definite, (a) =>
      F.pipe(
        factor(a),
        E.exists(
          (l) =>
            isLower(l) &&
            within(residual(a, l, Matrix.transpose(l)), gamma(a.rows + 1), absProduct(l, Matrix.transpose(l)), a.rows),
        ),
      ),
    ),
  countermodels: [
    { id: 'upper', description: 'returns Lᵀ', implementation: mapFactor(Matrix.transpose) },
    { id: 'single', description: 'works in single precision', implementation: mapFactor(single) },
  ],
})

/** Lower triangular, of small whole numbers, the diagonal positive. */
const wholeFactor: fc.Arbitrary<M> = size.chain((n) =>
  fc
    .tuple(unitLower(n), fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n, maxLength: n }))
    .map(([l, diagonal]) => mapMatrix((each, k) => (k % (n + 1) === 0 ? (diagonal[k % n] ?? 1) : each))(l)),
)

export const choleskyUnique = Law.law<CholeskyFactor>({
  id: 'cholesky_unique',
  statement: 'from L Lᵀ comes L, exactly so for whole numbers',
  source: source('§10.1'),
  hypotheses: [],
  property: (factor) => fc.property(wholeFactor, (l) => matricesAgree(factor(gram(l)), E.right(l))),
  countermodels: [
    {
      id: 'unitDiagonal',
      description: 'the L of L D Lᵀ',
      implementation: mapFactor((l) => mapMatrix((each, k) => each / at(l, k % l.cols, k % l.cols))(l)),
    },
  ],
})

/** L D Lᵀ with L unit lower, D of squares up to position k and not positive there. */
const indefinite = fc
  .integer({ min: 1, max: 6 })
  .chain((n) =>
    fc.record(
      {
        l: unitLower(n),
        roots: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: n, maxLength: n }),
        k: fc.nat(n - 1),
        bad: fc.integer({ min: -4, max: 0 }),
      },
      { noNullPrototype: true },
    ),
  )
  .map(({ l, roots, k, bad }) => {
    const scaled = mapMatrix((each, at0) => {
      const j = at0 % l.cols
      return each * (j === k ? bad : (roots[j] ?? NaN) ** 2)
    })(l)
    return [symmetrised(wholeProduct(scaled, Matrix.transpose(l))), k] as const
  })

export const choleskyIffPosDef = Law.law<CholeskyFactor>({
  id: 'cholesky_iff_posDef',
  statement: 'a pivot that is not positive is named: the first one',
  source: source('§10.1'),
  hypotheses: [],
  property: (factor) =>
    fc.property(indefinite, ([a, k]) =>
      F.pipe(
        factor(a),
        E.match(
          (error) => error._tag === 'NotPositiveDefinite' && error.index === k,
          () => false,
        ),
      ),
    ),
  countermodels: [
    {
      id: 'absolute',
      description: 'takes the root of the absolute value',
      implementation: (a) =>
        E.right(mapMatrix((each, k) => (k % a.cols <= Math.floor(k / a.cols) ? Math.sqrt(Math.abs(each)) : 0))(a)),
    },
  ],
})

/** Solves with the factor it is given. */
export type CholeskySolver = (a: S) => (b: Vector) => Result<Vector>

const solve: CholeskySolver = (a) => (b) =>
  F.pipe(
    Cholesky.fromSymmetric(a),
    E.chain((factor) => Cholesky.solve(factor)(b)),
  )

export const choleskySolveBackward = Law.law<CholeskySolver>({
  id: 'cholesky_solve_backward',
  statement: '|b − A x| ≤ γ₃ₙ₊₁ |L||Lᵀ| |x|',
  source: source('theorem 10.4'),
  hypotheses: [],
  property: (solveWith) =>
    fc.property(
      definite.chain((a) => vectorOf(dyadic)(a.rows).map((b) => [a, b] as const)),
      ([a, b]) =>
        F.pipe(
          E.Do,
          E.apSW('x', solveWith(a)(b)),
          E.apSW('l', truth(a)),
          E.exists(({ x, l }) =>
            within(
              residual(column(b), a, column(x)),
              gamma(3 * a.rows + 1),
              absProduct(absProduct(l, Matrix.transpose(l)), column(x)),
              2 * a.rows,
            ),
          ),
        ),
    ),
  countermodels: [
    {
      id: 'halfWay',
      description: 'solves L y = b and stops',
      implementation: (a) => (b) =>
        F.pipe(
          Cholesky.fromSymmetric(a),
          E.chain(({ lower }) => Cholesky.solve({ _tag: 'Cholesky', lower: Matrix.identity(lower.rows) })(b)),
        ),
    },
  ],
})

export const choleskyLogDeterminant = Law.law<(a: S) => Result<number>>({
  id: 'cholesky_logDeterminant',
  statement: 'log det L Lᵀ = 2 Σ log lᵢᵢ',
  source: 'the determinant of a product; n + 8 roundings on each side',
  hypotheses: [],
  property: (logDeterminant) =>
    fc.property(wholeFactor, (l) => {
      const logs = indices(l.rows).map((i) => 2 * Math.log(at(l, i, i)))
      const expected = logs.reduce((x, y) => x + y, 0)
      return F.pipe(
        logDeterminant(gram(l)),
        E.exists((value) => Math.abs(value - expected) <= gamma(l.rows + 8) * (1 + 2 * expected)),
      )
    }),
  countermodels: [
    {
      id: 'half',
      description: 'forgets the second factor',
      implementation: F.flow(
        Cholesky.fromSymmetric,
        E.map((factor) => Cholesky.logDeterminant(factor) / 2),
      ),
    },
  ],
})

export const choleskyClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(choleskyBackward, truth),
  Check.claim(choleskyUnique, truth),
  Check.claim(choleskyIffPosDef, truth),
  Check.claim(choleskySolveBackward, solve),
  Check.claim(choleskyLogDeterminant, F.flow(Cholesky.fromSymmetric, E.map(Cholesky.logDeterminant))),
]
