/**
 * Eigenvalues and eigenvectors of symmetric matrices.
 *
 * References: Golub and Van Loan (2013), "Matrix Computations", ch. 8; Parlett (1998), "The Symmetric Eigenvalue Problem".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as SymmetricEigen from '../SymmetricEigen.js'
import type { SymmetricMatrix } from '../SymmetricMatrix.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { symmetricQl, symmetricQlVectors } from './bounds.js'
import { mapVector } from './build.js'
import { symmetricAwkward } from './matrices.js'
import { at, obliqueness, residual, scaleColumns, single } from './residual.js'
import { indices } from './draw.js'

type M = Matrix.Matrix
type S = SymmetricMatrix

/** Eigenvalues, and eigenvectors in the columns. */
export interface Pairs {
  readonly values: Vector.Vector
  readonly vectors: M
}

export type SymmetricDecomposition = (a: S) => Result<Pairs>

const truth: SymmetricDecomposition = SymmetricEigen.fromSymmetric

const mapPairs =
  (f: (pairs: Pairs) => Pairs): SymmetricDecomposition =>
  (a) =>
    F.pipe(truth(a), E.map(f))

const source = 'Golub and Van Loan (2013), §8.3'

/** What Jacobi would do with its rotations forgotten. */
const diagonalOnly: SymmetricDecomposition = (a) =>
  E.right({
    values: mapVector((_, i) => at(a, i, i))(Vector.zeros(a.rows)),
    vectors: Matrix.identity(a.rows),
  })

export const eigenBackward = Law.law<SymmetricDecomposition>({
  id: 'eigen_backward',
  statement: '‖A V − V Λ‖ of some n² u ‖A‖, at every size of the entries',
  source,
  hypotheses: [],
  property: (decompose) =>
    fc.property(symmetricAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(({ values, vectors }) => {
          const error = residual(scaleColumns(vectors, values), a, vectors)
          return Norm.frobenius(error) <= 4 * symmetricQlVectors(a.rows) * Norm.frobenius(a)
        }),
      ),
    ),
  countermodels: [
    {
      id: 'transposed',
      description: 'eigenvectors in the rows',
      implementation: mapPairs(({ values, vectors }) => ({ values, vectors: Matrix.transpose(vectors) })),
    },
    { id: 'diagonal', description: 'takes the diagonal for the eigenvalues', implementation: diagonalOnly },
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapPairs(({ values, vectors }) => ({ values, vectors: single(vectors) })),
    },
  ],
})

export const eigenOrthogonal = Law.law<SymmetricDecomposition>({
  id: 'eigen_orthogonal',
  statement: '‖VᵀV − I‖ of some n² u, for repeated eigenvalues too',
  source,
  hypotheses: [],
  property: (decompose) =>
    fc.property(symmetricAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(({ vectors }) => vectors.cols === a.rows && obliqueness(vectors) <= 3 * symmetricQlVectors(a.rows)),
      ),
    ),
  countermodels: [
    {
      id: 'unnormalised',
      description: 'leaves the eigenvectors as long as they come',
      implementation: mapPairs(({ values, vectors }) => ({ values, vectors: scaleColumns(vectors, values) })),
    },
    {
      id: 'repeats',
      description: 'gives one eigenvector for equal eigenvalues',
      implementation: mapPairs(({ values, vectors }) => ({
        values,
        vectors: Matrix.unsafeFromFloat64(
          vectors.rows,
          vectors.cols,
        )(
          Float64Array.from(vectors.data, (_, k) => {
            const j = k % vectors.cols
            const first = values.data.length === 0 ? 0 : Array.from(values.data).indexOf(values.data[j] ?? NaN)
            return at(vectors, Math.floor(k / vectors.cols), first)
          }),
        ),
      })),
    },
  ],
})

export const eigenAscending = Law.law<SymmetricDecomposition>({
  id: 'eigen_ascending',
  statement: 'as many eigenvalues as rows, ascending',
  source: 'convention of this package',
  hypotheses: [],
  property: (decompose) =>
    fc.property(symmetricAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(
          ({ values }) =>
            values.length === a.rows &&
            Vector.toArray(values).every((each, k) => k === 0 || (values.data[k - 1] ?? NaN) <= each),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'descending',
      description: 'the greatest first',
      implementation: mapPairs(({ values, vectors }) => ({ values: mapVector((each) => -each)(values), vectors })),
    },
  ],
})

export const eigenScalePowTwo = Law.law<SymmetricDecomposition>({
  id: 'eigen_scale_pow_two',
  statement: '2ᵏ A has 2ᵏ times the eigenvalues and the same eigenvectors, to the last bit',
  source: 'multiplying by 2 rounds nothing',
  hypotheses: [],
  property: (decompose) =>
    fc.property(symmetricAwkward, fc.integer({ min: -300, max: 300 }), (a, k) =>
      F.pipe(
        E.Do,
        E.apS('plain', decompose(a)),
        E.apS('scaled', decompose(Matrix.scale(2 ** k)(a) as S)),
        E.exists(
          ({ plain, scaled }) =>
            Vector.Eq.equals(Vector.scale(2 ** k)(plain.values), scaled.values) &&
            Matrix.Eq.equals(plain.vectors, scaled.vectors),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'absoluteTolerance',
      description: 'takes what is below 1e-12 for zero',
      implementation: (a) => truth(Matrix.map((each) => (Math.abs(each) < 1e-12 ? 0 : each))(a) as S),
    },
  ],
})

/** By Hoffman and Wielandt the eigenvalues together are off by no more than the backward error. */
export const eigenInvariants = Law.law<SymmetricDecomposition>({
  id: 'eigen_invariants',
  statement: 'Σ λ = tr A and Σ λ² = ‖A‖², up to the backward error',
  source: 'Golub and Van Loan (2013), theorem 8.1.4 (Hoffman–Wielandt)',
  hypotheses: [],
  property: (decompose) =>
    fc.property(symmetricAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(({ values }) => {
          const size = Norm.frobenius(a)
          const slack = 2 * Math.sqrt(a.rows) * symmetricQl(a.rows) * size
          const trace = indices(a.rows).reduce((sum, i) => sum + at(a, i, i), 0)
          const sum = Vector.toArray(values).reduce((x, y) => x + y, 0)
          return Math.abs(sum - trace) <= slack && Math.abs(Norm.norm2(values) - size) <= slack
        }),
      ),
    ),
  countermodels: [
    {
      id: 'singularValues',
      description: 'loses the signs',
      implementation: mapPairs(({ values, vectors }) => ({ values: mapVector(Math.abs)(values), vectors })),
    },
    { id: 'diagonal', description: 'takes the diagonal for the eigenvalues', implementation: diagonalOnly },
  ],
})

export const eigenClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(eigenBackward, truth),
  Check.claim(eigenOrthogonal, truth),
  Check.claim(eigenAscending, truth),
  Check.claim(eigenScalePowTwo, truth),
  Check.claim(eigenInvariants, truth),
]
