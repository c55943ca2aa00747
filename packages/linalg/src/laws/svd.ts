/**
 * The singular value decomposition.
 *
 * References: Golub and Van Loan (2013), "Matrix Computations", §2.4 and §8.6; Demmel and Veselić (1992).
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as Svd from '../Svd.js'
import * as SymmetricEigen from '../SymmetricEigen.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { svdBound, svdVectors } from './bounds.js'
import { mapVector, vectorOfArray } from './build.js'
import { anyAwkward, symmetrised, wholeProduct } from './matrices.js'
import { obliqueness, residual, scaleColumns, single } from './residual.js'

type M = Matrix.Matrix

/** U, the singular values, V. */
export interface Triple {
  readonly u: M
  readonly values: Vector.Vector
  readonly v: M
}

export type SingularDecomposition = (a: M) => Result<Triple>

const truth: SingularDecomposition = Svd.fromMatrix

const mapTriple =
  (f: (triple: Triple) => Triple): SingularDecomposition =>
  (a) =>
    F.pipe(truth(a), E.map(f))

const source = 'Golub and Van Loan (2013), theorem 2.4.1'

/** From the eigenvectors of AᵀA, where everything is squared. */
const squaring: SingularDecomposition = (a) =>
  F.pipe(
    symmetrised(wholeProduct(Matrix.transpose(a), a)),
    SymmetricEigen.fromSymmetric,
    E.map(({ values, vectors }) => {
      const roots = Vector.toArray(values)
        .map((each) => Math.sqrt(Math.max(0, each)))
        .toReversed()
      const v = Matrix.unsafeFromFloat64(
        a.cols,
        a.cols,
      )(Float64Array.from(vectors.data, (_, k) => vectors.data[k - (k % a.cols) + (a.cols - 1 - (k % a.cols))] ?? NaN))
      const u = scaleColumns(wholeProduct(a, v), vectorOfArray(roots.map((each) => (each === 0 ? 0 : 1 / each))))
      return { u, values: vectorOfArray(roots), v }
    }),
  )

export const svdBackward = Law.law<SingularDecomposition>({
  id: 'svd_backward',
  statement: '‖A − U Σ Vᵀ‖ of some n u ‖A‖, at every size of the entries',
  source,
  hypotheses: [],
  property: (decompose) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(
          ({ u, values, v }) =>
            Norm.frobenius(residual(a, scaleColumns(u, values), Matrix.transpose(v))) <=
            4 * svdBound(a) * Norm.frobenius(a),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'transposed',
      description: 'returns Vᵀ for V',
      implementation: mapTriple((triple) => ({ ...triple, v: Matrix.transpose(triple.v) })),
    },
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapTriple((triple) => ({ ...triple, values: mapVector(Math.fround)(triple.values) })),
    },
  ],
})

export const svdOrthonormal = Law.law<SingularDecomposition>({
  id: 'svd_orthonormal',
  statement: 'U and V have min(m, n) orthonormal columns, also where singular values are zero',
  source,
  hypotheses: [],
  property: (decompose) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(({ u, v }) =>
          [u, v].every((each) => each.cols === Math.min(a.rows, a.cols) && obliqueness(each) <= 2 * svdVectors(a)),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'zeroColumns',
      description: 'leaves zeros where a singular value is zero',
      implementation: mapTriple((triple) => ({
        ...triple,
        u: scaleColumns(triple.u, mapVector((each) => (each === 0 ? 0 : 1))(triple.values)),
      })),
    },
    { id: 'squaring', description: 'decomposes AᵀA, whose condition is the square', implementation: squaring },
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapTriple((triple) => ({ ...triple, v: single(triple.v) })),
    },
  ],
})

const descends = (values: Vector.Vector): boolean =>
  Vector.toArray(values).every((each, k) => each >= 0 && (k === 0 || (values.data[k - 1] ?? NaN) >= each))

export const svdDescending = Law.law<SingularDecomposition>({
  id: 'svd_descending',
  statement: 'singular values are not negative, and descend',
  source,
  hypotheses: [],
  property: (decompose) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        decompose(a),
        E.exists(({ values }) => descends(values)),
      ),
    ),
  countermodels: [
    {
      id: 'ascending',
      description: 'the smallest first',
      implementation: mapTriple((triple) => ({
        ...triple,
        values: vectorOfArray(Vector.toArray(triple.values).toReversed()),
      })),
    },
  ],
})

export const svdScalePowTwo = Law.law<SingularDecomposition>({
  id: 'svd_scale_pow_two',
  statement: '2ᵏ A has 2ᵏ times the singular values, and the same U and V, to the last bit',
  source: 'multiplying by 2 rounds nothing',
  hypotheses: [],
  property: (decompose) =>
    fc.property(anyAwkward, fc.integer({ min: -300, max: 300 }), (a, k) =>
      F.pipe(
        E.Do,
        E.apS('plain', decompose(a)),
        E.apS('scaled', decompose(Matrix.scale(2 ** k)(a))),
        E.exists(
          ({ plain, scaled }) =>
            Vector.Eq.equals(Vector.scale(2 ** k)(plain.values), scaled.values) &&
            Matrix.Eq.equals(plain.u, scaled.u) &&
            Matrix.Eq.equals(plain.v, scaled.v),
        ),
      ),
    ),
  countermodels: [{ id: 'squaring', description: 'squares, which overflows and underflows', implementation: squaring }],
})

const extremes = fc.constantFrom(0, 1, -3, 1e300, -1e300, 1e-300, 5e-324, 0.1, 1e150, -1e-150)

export const svdDiagonal = Law.law<(a: M) => Result<Vector.Vector>>({
  id: 'svd_diagonal',
  statement: 'the singular values of a diagonal matrix are the absolute values on it, exactly, however far apart',
  source: 'Demmel and Veselić (1992): graded matrices',
  hypotheses: [],
  property: (singularValues) =>
    fc.property(fc.array(extremes, { maxLength: 6 }), (xs) =>
      F.pipe(
        singularValues(Matrix.diagonal(vectorOfArray(xs))),
        E.exists((values) => Vector.Eq.equals(values, vectorOfArray(xs.map(Math.abs).toSorted((x, y) => y - x)))),
      ),
    ),
  countermodels: [
    {
      id: 'squaring',
      description: 'takes roots of the eigenvalues of AᵀA',
      implementation: F.flow(
        squaring,
        E.map(({ values }) => values),
      ),
    },
  ],
})

export const svdClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(svdBackward, truth),
  Check.claim(svdOrthonormal, truth),
  Check.claim(svdDescending, truth),
  Check.claim(svdScalePowTwo, truth),
  Check.claim(
    svdDiagonal,
    F.flow(
      truth,
      E.map(({ values }) => values),
    ),
  ),
]
