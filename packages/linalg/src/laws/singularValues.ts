/**
 * Norms, condition numbers and ranks.
 *
 * References: Golub and Van Loan (2013), "Matrix Computations", §2.3, §2.4 and §2.6.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Hadamard from '../Hadamard.js'
import * as Lu from '../Lu.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as SingularValues from '../SingularValues.js'
import * as Svd from '../Svd.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { numbersAgree } from './agree.js'
import { mapVector, vectorOfArray } from './build.js'
import { anyAwkward, ofRank, sizes } from './matrices.js'
import { columnOf } from './residual.js'
import { gamma } from './rounding.js'
import { svdBound } from './bounds.js'

type M = Matrix.Matrix
type Values = (a: M) => Result<Vector.Vector>
type Measure = (a: M) => Result<number>

const source = 'Golub and Van Loan (2013), §2.4'

const doubled: Values = F.flow(SingularValues.fromMatrix, E.map(mapVector((each) => 2 * each)))

export const singularValuesEqSvd = Law.law<Values>({
  id: 'singularValues_eq_svd',
  statement: 'they are those of the decomposition, to the last bit',
  source,
  hypotheses: [],
  property: (singularValues) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        E.Do,
        E.apSW('alone', singularValues(a)),
        E.apSW('svd', Svd.fromMatrix(a)),
        E.exists(({ alone, svd }) => Vector.Eq.equals(alone, svd.values)),
      ),
    ),
  countermodels: [{ id: 'doubled', description: 'twice as great', implementation: doubled }],
})

/** Singular values move by no more than the matrix does (Weyl). */
export const singularValuesTranspose = Law.law<Values>({
  id: 'singularValues_transpose',
  statement: 'A and Aᵀ have the same, up to the backward error',
  source,
  hypotheses: [],
  property: (singularValues) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        E.Do,
        E.apS('straight', singularValues(a)),
        E.apS('across', singularValues(Matrix.transpose(a))),
        E.exists(({ straight, across }) =>
          Vector.toArray(straight).every(
            (each, k) => Math.abs(each - (across.data[k] ?? NaN)) <= 4 * svdBound(a) * Norm.frobenius(a),
          ),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'columns',
      description: 'takes the lengths of the columns',
      implementation: (a) =>
        E.right(vectorOfArray(Array.from({ length: a.cols }, (_, j) => Norm.norm2(columnOf(a, j))))),
    },
  ],
})

export const singularValuesInvariants = Law.law<Values>({
  id: 'singularValues_invariants',
  statement: 'Σ σ² = ‖A‖² in the Frobenius norm, up to the backward error',
  source: 'Golub and Van Loan (2013), corollary 2.4.3',
  hypotheses: [],
  property: (singularValues) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        singularValues(a),
        E.exists((values) => Math.abs(Norm.norm2(values) - Norm.frobenius(a)) <= 4 * svdBound(a) * Norm.frobenius(a)),
      ),
    ),
  countermodels: [{ id: 'doubled', description: 'twice as great', implementation: doubled }],
})

export const spectralNormBounds = Law.law<Measure>({
  id: 'spectralNorm_bounds',
  statement: '‖A‖F / √min(m, n) ≤ ‖A‖₂ ≤ ‖A‖F, and ‖A‖₂² ≤ ‖A‖₁ ‖A‖∞',
  source: 'Golub and Van Loan (2013), §2.3.3',
  hypotheses: [],
  property: (spectralNorm) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        spectralNorm(a),
        E.exists((norm) => {
          const size = Norm.frobenius(a)
          const slack = 1 + 4 * svdBound(a) + gamma(a.rows * a.cols + 4)
          return (
            size <= norm * slack * Math.sqrt(Math.max(1, Math.min(a.rows, a.cols))) &&
            norm <= size * slack &&
            norm <= Math.sqrt(Norm.operator1(a)) * Math.sqrt(Norm.operatorInf(a)) * slack
          )
        }),
      ),
    ),
  countermodels: [
    { id: 'frobenius', description: 'the Frobenius norm', implementation: F.flow(Norm.frobenius, E.right) },
    { id: 'greatest', description: 'the greatest entry', implementation: ({ data }) => E.right(Math.max(0, ...data)) },
  ],
})

export const spectralNormAttained = Law.law<Measure>({
  id: 'spectralNorm_attained',
  statement: '‖A v‖ = ‖A‖₂ for the first right singular vector v, up to the backward error',
  source: 'Golub and Van Loan (2013), §2.3.3',
  hypotheses: [],
  property: (spectralNorm) =>
    fc.property(
      anyAwkward.filter(({ rows, cols }) => rows * cols > 0),
      (a) =>
        F.pipe(
          E.Do,
          E.apSW('norm', spectralNorm(a)),
          E.apSW('svd', Svd.fromMatrix(a)),
          E.bindW('image', ({ svd }) => Matrix.matVec(a)(columnOf(svd.v, 0))),
          E.exists(
            ({ norm, image }) =>
              Math.abs(Norm.norm2(image) - norm) <= (8 * svdBound(a) + gamma(a.cols + 4)) * Norm.frobenius(a),
          ),
        ),
    ),
  countermodels: [
    { id: 'frobenius', description: 'the Frobenius norm', implementation: F.flow(Norm.frobenius, E.right) },
  ],
})

const smallest: Measure = F.flow(
  SingularValues.fromMatrix,
  E.map(({ data, length }) => data[length - 1] ?? 0),
)

export const conditionNumberScale = Law.law<Measure>({
  id: 'conditionNumber_scale',
  statement: 'κ(2ᵏ A) = κ(A) ≥ 1, to the last bit, ∞ just if a singular value is 0',
  source: 'Golub and Van Loan (2013), §2.6.2',
  hypotheses: [],
  property: (conditionNumber) =>
    fc.property(anyAwkward, fc.integer({ min: -300, max: 300 }), (a, k) =>
      F.pipe(
        E.Do,
        E.apS('plain', conditionNumber(a)),
        E.apSW('least', smallest(a)),
        E.exists(
          ({ plain, least }) =>
            plain >= 1 &&
            numbersAgree(E.right(plain), conditionNumber(Matrix.scale(2 ** k)(a))) &&
            (plain === Infinity) === (least === 0 && a.rows * a.cols > 0),
        ),
      ),
    ),
  countermodels: [
    { id: 'norm', description: 'forgets to divide', implementation: SingularValues.spectralNorm },
    {
      id: 'quotient',
      description: 'divides by zero as it comes: NaN for the zero matrix',
      implementation: F.flow(
        SingularValues.fromMatrix,
        E.map(({ data, length }) => (data[0] ?? 1) / (data[length - 1] ?? 1)),
      ),
    },
  ],
})

export const conditionNumberOrthogonal = Law.law<Measure>({
  id: 'conditionNumber_orthogonal',
  statement: 'κ = 1 for a Hadamard matrix, up to the backward error: errors grow no less anywhere',
  source: 'Golub and Van Loan (2013), §2.6.2',
  hypotheses: [],
  property: (conditionNumber) =>
    fc.property(fc.constantFrom(0, 1, 2, 3), (k) => {
      const h = Hadamard.sylvester(k)
      return F.pipe(
        conditionNumber(h),
        E.exists((kappa) => kappa - 1 <= 8 * Math.sqrt(h.rows) * svdBound(h)),
      )
    }),
  countermodels: [
    {
      id: 'frobenius',
      description: '‖A‖F ‖A⁻¹‖F, which is n',
      implementation: F.flow(
        SingularValues.fromMatrix,
        E.map((values) => Norm.norm2(values) * Norm.norm2(mapVector((each) => 1 / each)(values))),
      ),
    },
  ],
})

/** Whole numbers, of some rank or less. */
const wholes = sizes.chain(([m, n]) => fc.nat(4).chain((r) => ofRank(r, m, n)))

/** The rank of whole numbers, by elimination without fractions (Bareiss 1968). */
const exactRank = (rows: ReadonlyArray<ReadonlyArray<bigint>>): number => {
  const column = rows[0]?.findIndex((_, j) => rows.some((row) => row[j] !== 0n)) ?? -1
  if (column === -1) return 0
  const moved = rows.findIndex((row) => row[column] !== 0n)
  const top = rows[moved] ?? []
  const next = rows
    .filter((_, i) => i !== moved)
    .map((row) =>
      row.map((each, j) => each * (top[column] ?? 0n) - (row[column] ?? 0n) * (top[j] ?? 0n)).slice(column + 1),
    )
  return 1 + exactRank(next)
}

const bigints = (a: M): ReadonlyArray<ReadonlyArray<bigint>> =>
  Matrix.toRows(a).map((row) => row.map((each) => BigInt(each)))

export const rankEqExact = Law.law<Measure>({
  id: 'rank_eq_exact',
  statement: 'the rank of small whole numbers is the exact one, and that of the transpose',
  source: 'Golub and Van Loan (2013), §5.4.1',
  hypotheses: [],
  property: (rank) =>
    fc.property(
      wholes,
      (a) => numbersAgree(rank(a), E.right(exactRank(bigints(a)))) && numbersAgree(rank(a), rank(Matrix.transpose(a))),
    ),
  countermodels: [
    {
      id: 'pivots',
      description: 'counts the pivots of elimination that are not 0',
      implementation: (a) =>
        F.pipe(
          Lu.fromMatrix(a),
          E.match(
            () => SingularValues.rank(a),
            (lu) => E.right(Vector.toArray(Matrix.diagonalOf(Lu.upper(lu))).filter((each) => each !== 0).length),
          ),
        ),
    },
    {
      id: 'sides',
      description: 'counts rows and columns',
      implementation: ({ rows, cols }) => E.right(Math.min(rows, cols)),
    },
  ],
})

export const singularValueClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(singularValuesEqSvd, SingularValues.fromMatrix),
  Check.claim(singularValuesTranspose, SingularValues.fromMatrix),
  Check.claim(singularValuesInvariants, SingularValues.fromMatrix),
  Check.claim(spectralNormBounds, SingularValues.spectralNorm),
  Check.claim(spectralNormAttained, SingularValues.spectralNorm),
  Check.claim(conditionNumberScale, SingularValues.conditionNumber),
  Check.claim(conditionNumberOrthogonal, SingularValues.conditionNumber),
  Check.claim(rankEqExact, SingularValues.rank),
]
