/**
 * What is taken for a vector of probabilities, or for a matrix with orthonormal columns; and maps over entries.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Hadamard from '../Hadamard.js'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import * as OrthogonalMatrix from '../OrthogonalMatrix.js'
import * as Probability from '../Probability.js'
import * as Qr from '../Qr.js'
import * as Softmax from '../Softmax.js'
import * as Vector from '../Vector.js'
import { double, extended, matrixOf, vectorOf } from './arbitraries.js'
import { mapVector, vectorOfArray } from './build.js'
import { anyAwkward } from './matrices.js'
import { gamma } from './rounding.js'

type V = Vector.Vector
type M = Matrix.Matrix

/** k/64 that add up to 1, or miss it by an entry. */
const almost = fc
  .tuple(fc.array(fc.nat(16), { maxLength: 7 }), fc.constantFrom(0, 1, -1), fc.nat(7))
  .map(([parts, off, at]) => {
    const total = parts.reduce((x, y) => x + y, 0)
    const whole = [...parts, 64 - total]
    return vectorOfArray(whole.map((each, i) => (each + (i === at % whole.length ? off : 0)) / 64))
  })

type Refine = (x: V) => E.Either<LinalgError, V>

export const probabilityIff = Law.law<Refine>({
  id: 'probability_iff',
  statement: 'a vector is taken for probabilities just when its entries are in [0, 1] and add up to 1',
  source: 'definition of a probability vector',
  hypotheses: [],
  property: (fromVector) =>
    fc.property(fc.oneof(almost, vectorOf(extended)(3)), (x) => {
      const entries = Vector.toArray(x)
      const sum = entries.reduce((a, b) => a + b, 0)
      return (
        E.isRight(fromVector(x)) ===
        (entries.every((each) => each >= 0 && each <= 1) && Math.abs(sum - 1) <= gamma(2 * x.length))
      )
    }),
  countermodels: [
    {
      id: 'nonNegative',
      description: 'does not add up',
      implementation: (x) => (Vector.toArray(x).every((each) => each >= 0) ? E.right(x) : Probability.fromVector(x)),
    },
    {
      id: 'sumOnly',
      description: 'lets negative entries in',
      implementation: (x) =>
        Vector.toArray(x).reduce((a, b) => a + b, 0) === 1 ? E.right(x) : Probability.fromVector(x),
    },
  ],
})

type Weigh = (beta: number) => (x: V) => E.Either<LinalgError, V>

export const softmaxIsProbability = Law.law<Weigh>({
  id: 'softmax_is_probability',
  statement: 'softmax gives what the door for probabilities lets in, or says that there is nothing to weigh',
  source: 'softmax_sum_one',
  hypotheses: [],
  property: (softmax) =>
    fc.property(
      fc.constantFrom(0, 1e-300, 1, 8, Infinity),
      fc.integer({ min: 1, max: 9 }).chain(vectorOf(extended)),
      (beta, x) =>
        F.pipe(
          softmax(beta)(x),
          E.match((error) => error._tag === 'Empty', F.flow(Probability.fromVector, E.isRight)),
        ),
    ),
  countermodels: [
    {
      id: 'unnormalised',
      description: 'exp(x − max)',
      implementation: () => (x) => E.right(mapVector((each) => Math.exp(each - Math.max(...x.data)))(x)),
    },
  ],
})

type RefineMatrix = (a: M) => E.Either<LinalgError, M>

const orthonormals = fc.oneof(
  fc.constantFrom(1, 2, 4).map((n) => Matrix.map((each) => each / Math.sqrt(n))(Hadamard.sylvester(Math.log2(n)))),
  anyAwkward.map((a) =>
    F.pipe(
      Qr.fromMatrix(a),
      E.match(
        () => a,
        ({ q }) => q,
      ),
    ),
  ),
)

export const orthonormalIffGramEqOne = Law.law<RefineMatrix>({
  id: 'orthonormal_iff_gram_eq_one',
  statement: 'bases from a factorization are let in, and not when an entry is off by 2⁻⁴⁰',
  source: 'definition of orthonormal columns',
  hypotheses: [],
  property: (fromColumns) =>
    fc.property(orthonormals, fc.nat(48), (q, k) => {
      const at = k % Math.max(1, q.data.length)
      const spoilt = Matrix.unsafeFromFloat64(
        q.rows,
        q.cols,
      )(Float64Array.from(q.data, (each, i) => (i === at ? each + (each < 0 ? -1 : 1) * 2 ** -15 : each)))
      return E.isRight(fromColumns(q)) && (q.data.length === 0 || E.isLeft(fromColumns(spoilt)))
    }),
  countermodels: [
    { id: 'trusting', description: 'lets everything in', implementation: E.right },
    {
      id: 'lengths',
      description: 'is content with columns of length 1, up to 1e-3',
      implementation: (a) => OrthogonalMatrix.fromColumns(Matrix.map((each) => Math.round(each * 1e3) / 1e3)(a)),
    },
  ],
})

/** Maps over the entries of vectors and of matrices. */
export interface Maps {
  readonly vector: (f: (entry: number) => number) => (x: V) => V
  readonly matrix: (f: (entry: number) => number) => (a: M) => M
}

const maps: Maps = { vector: Vector.map, matrix: Matrix.map }

const functions = fc.constantFrom<(x: number) => number>(
  (x) => x + 1,
  (x) => -x,
  Math.sqrt,
  (x) => x * x,
  () => 3,
)

export const mapFunctor = Law.law<Maps>({
  id: 'map_functor',
  statement: 'mapping the identity changes nothing, mapping g after f is mapping f, then g; entry by entry',
  source: 'definition of a functor',
  hypotheses: [],
  property: ({ vector, matrix }) =>
    fc.property(fc.nat(9).chain(vectorOf(double)), matrixOf(double)(3, 2), functions, functions, (x, a, f, g) => {
      const both = (each: number): number => g(f(each))
      return (
        Vector.Eq.equals(vector((each) => each)(x), x) &&
        Matrix.Eq.equals(matrix((each) => each)(a), a) &&
        Vector.Eq.equals(vector(both)(x), vector(g)(vector(f)(x))) &&
        Matrix.Eq.equals(matrix(both)(a), matrix(g)(matrix(f)(a))) &&
        Vector.toArray(vector(f)(x)).every((each, i) => Object.is(each, f(x.data[i] ?? NaN)))
      )
    }),
  countermodels: [
    {
      id: 'lastOnly',
      description: 'leaves the last entry',
      implementation: {
        ...maps,
        vector: (f) => (x) => mapVector((each, i) => (i === x.length - 1 ? each : f(each)))(x),
      },
    },
    {
      id: 'twice',
      description: 'applies f twice',
      implementation: { ...maps, matrix: (f) => (a) => Matrix.map(f)(Matrix.map(f)(a)) },
    },
  ],
})

export const proofClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(probabilityIff, Probability.fromVector),
  Check.claim(softmaxIsProbability, Softmax.softmax),
  Check.claim(orthonormalIffGramEqOne, OrthogonalMatrix.fromColumns),
  Check.claim(mapFunctor, maps),
]
