/**
 * Norms: positive, homogeneous, subadditive, at every size of the entries.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 6; Blue (1978), ACM TOMS 4, 15–23.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as Vector from '../Vector.js'
import { numbersAgree, type Result } from './agree.js'
import { matrix, size, vector, vectorOf } from './arbitraries.js'
import { mapVector, vectorOfArray } from './build.js'
import { unit } from './rounding.js'

type M = Matrix.Matrix
type V = Vector.Vector

/** The norms of a vector. */
export interface Norms {
  readonly norm1: (x: V) => number
  readonly norm2: (x: V) => number
  readonly normInf: (x: V) => number
}

const source = 'Higham (2002), §6.1'

const truth: Norms = { norm1: Norm.norm1, norm2: Norm.norm2, normInf: Norm.normInf }

const squares = (x: V): number => Vector.toArray(x).reduce((sum, entry) => sum + entry * entry, 0)

const naive: Norms = { ...truth, norm2: (x) => Math.sqrt(squares(x)) }

const rootless: Norms = { ...truth, norm2: squares }

const each = ({ norm1, norm2, normInf }: Norms): ReadonlyArray<(x: V) => number> => [norm1, norm2, normInf]

const vectors = size.chain(vector)

export const normScalePowTwo = Law.law<Norms>({
  id: 'norm_scale_pow_two',
  statement: '‖2ᵏ x‖ = 2ᵏ ‖x‖, for all k that keep the entries representable',
  source: 'Blue (1978)',
  hypotheses: [],
  property: (norms) =>
    fc.property(vectors, fc.integer({ min: -1000, max: 1000 }), (x, k) =>
      each(norms).every((norm) => norm(Vector.scale(2 ** k)(x)) === 2 ** k * norm(x)),
    ),
  countermodels: [
    { id: 'naive', description: 'squares first, so that 1e200 overflows and 1e-200 vanishes', implementation: naive },
    { id: 'rootless', description: 'forgets the square root', implementation: rootless },
  ],
})

export const normDefinite = Law.law<Norms>({
  id: 'norm_definite',
  statement: '‖x‖ = 0 just for x = 0',
  source,
  hypotheses: [],
  property: (norms) =>
    fc.property(size.chain(vectorOf(fc.constantFrom(0, -0, 5e-324, 1e-200, -1e-200, 1))), (x) =>
      each(norms).every((norm) => (norm(x) === 0) === Vector.toArray(x).every((entry) => entry === 0)),
    ),
  countermodels: [{ id: 'naive', description: 'squares first, so that 1e-200 vanishes', implementation: naive }],
})

/**
 * On dyadic entries the sums of absolute values and of squares are exact. A computed 2-norm is therefore the true one
 * times 1 + δ, |δ| ≤ u, for the root. Three of those, the sum and the product on the right make less than 1 + 8u.
 */
export const normTriangle = Law.law<Norms>({
  id: 'norm_triangle',
  statement: '‖x + y‖ ≤ ‖x‖ + ‖y‖',
  source,
  hypotheses: [],
  property: (norms) =>
    fc.property(
      size.chain((n) => fc.tuple(vector(n), vector(n))),
      ([x, y]) =>
        F.pipe(
          Vector.add(x)(y),
          E.exists((sum) => each(norms).every((norm) => norm(sum) <= (norm(x) + norm(y)) * (1 + 8 * unit))),
        ),
    ),
  countermodels: [{ id: 'rootless', description: 'forgets the square root', implementation: rootless }],
})

export const normOrder = Law.law<Norms>({
  id: 'norm_order',
  statement: '‖x‖∞ ≤ ‖x‖₂ ≤ ‖x‖₁ ≤ n ‖x‖∞',
  source: 'Higham (2002), table 6.1',
  hypotheses: [],
  property: ({ norm1, norm2, normInf }) =>
    fc.property(vectors, (x) => normInf(x) <= norm2(x) && norm2(x) <= norm1(x) && norm1(x) <= x.length * normInf(x)),
  countermodels: [
    {
      id: 'confused',
      description: 'the 1-norm and the ∞-norm confused',
      implementation: { ...truth, norm1: Norm.normInf, normInf: Norm.norm1 },
    },
    {
      id: 'signed',
      description: 'sums without absolute values',
      implementation: { ...truth, norm1: (x) => Vector.toArray(x).reduce((a, b) => a + b, 0) },
    },
  ],
})

/** The distance of two vectors of one length. */
export const distanceMetric = Law.law<(x: V) => (y: V) => Result<number>>({
  id: 'distance_metric',
  statement: 'd(x, y) = d(y, x) = d(x − y, 0), and 0 just for x = y',
  source,
  hypotheses: [],
  property: (distance) =>
    fc.property(
      size.chain((n) => fc.tuple(vector(n), vector(n))),
      ([x, y]) =>
        numbersAgree(distance(x)(y), distance(y)(x)) &&
        numbersAgree(distance(x)(x), E.right(0)) &&
        numbersAgree(distance(x)(y), F.pipe(x, Vector.subtract(y), E.chain(distance(Vector.zeros(x.length))))),
    ),
  countermodels: [
    {
      id: 'lengths',
      description: 'the difference of the lengths',
      implementation: (x) => (y) => E.right(Norm.norm2(x) - Norm.norm2(y)),
    },
  ],
})

/** The norms of matrices. */
export interface MatrixNorms {
  readonly operator1: (a: M) => number
  readonly operatorInf: (a: M) => number
  readonly frobenius: (a: M) => number
}

const matrixTruth: MatrixNorms = {
  operator1: Norm.operator1,
  operatorInf: Norm.operatorInf,
  frobenius: Norm.frobenius,
}

const matrices = fc.tuple(size, size).chain(([m, n]) => matrix(m, n))

export const operatorNormBound = Law.law<Pick<MatrixNorms, 'operator1' | 'operatorInf'>>({
  id: 'operator_norm_bound',
  statement: '‖A x‖ ≤ ‖A‖ ‖x‖, in the 1-norm and in the ∞-norm',
  source: 'Higham (2002), §6.2',
  hypotheses: [],
  property: ({ operator1, operatorInf }) =>
    fc.property(
      matrices.chain((a) => fc.tuple(fc.constant(a), vector(a.cols))),
      ([a, x]) =>
        F.pipe(
          Matrix.matVec(a)(x),
          E.exists(
            (y) => Norm.norm1(y) <= operator1(a) * Norm.norm1(x) && Norm.normInf(y) <= operatorInf(a) * Norm.normInf(x),
          ),
        ),
    ),
  countermodels: [
    {
      id: 'confused',
      description: 'rows and columns confused',
      implementation: { operator1: Norm.operatorInf, operatorInf: Norm.operator1 },
    },
  ],
})

const unitVector = (n: number, j: number): V => mapVector((_, i) => (i === j ? 1 : 0))(Vector.zeros(n))

const mostOf = (xs: ReadonlyArray<number>): number => Math.max(0, ...xs)

const stretch = (norm: (x: V) => number, a: M, probes: ReadonlyArray<V>): number =>
  mostOf(
    probes.map((x) =>
      F.pipe(
        Matrix.matVec(a)(x),
        E.match(() => Number.NaN, norm),
      ),
    ),
  )

const signs = (row: ReadonlyArray<number>): V => vectorOfArray(row.map((entry) => (entry < 0 ? -1 : 1)))

export const operatorNormAttained = Law.law<Pick<MatrixNorms, 'operator1' | 'operatorInf'>>({
  id: 'operator_norm_attained',
  statement: '‖A‖₁ is attained at a unit vector, ‖A‖∞ at the signs of a row',
  source: 'Higham (2002), §6.2',
  hypotheses: [],
  property: ({ operator1, operatorInf }) =>
    fc.property(matrices, (a) => {
      const units = Array.from({ length: a.cols }, (_, j) => unitVector(a.cols, j))
      return (
        operator1(a) === stretch(Norm.norm1, a, units) &&
        operatorInf(a) === stretch(Norm.normInf, a, Matrix.toRows(a).map(signs))
      )
    }),
  countermodels: [
    {
      id: 'everything',
      description: 'sums all entries, which bounds the norm but is not it',
      implementation: {
        operator1: (a) =>
          Matrix.toRows(a)
            .flat()
            .reduce((sum, entry) => sum + Math.abs(entry), 0),
        operatorInf: Norm.operatorInf,
      },
    },
  ],
})

export const frobeniusEqTrace = Law.law<Pick<MatrixNorms, 'frobenius'>>({
  id: 'frobenius_eq_trace',
  statement: '‖A‖F = √tr(AᵀA)',
  source: 'Higham (2002), §6.2',
  hypotheses: [],
  property: ({ frobenius }) =>
    fc.property(matrices, (a) =>
      numbersAgree(
        E.right(frobenius(a)),
        F.pipe(Matrix.matMul(Matrix.transpose(a))(a), E.chain(Matrix.trace), E.map(Math.sqrt)),
      ),
    ),
  countermodels: [
    {
      id: 'mean',
      description: 'the root of the mean square',
      implementation: { frobenius: (a) => Norm.frobenius(a) / Math.sqrt(Math.max(1, a.rows * a.cols)) },
    },
  ],
})

export const normClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(normScalePowTwo, truth),
  Check.claim(normDefinite, truth),
  Check.claim(normTriangle, truth),
  Check.claim(normOrder, truth),
  Check.claim(distanceMetric, Norm.distance),
  Check.claim(operatorNormBound, matrixTruth),
  Check.claim(operatorNormAttained, matrixTruth),
  Check.claim(frobeniusEqTrace, matrixTruth),
]
