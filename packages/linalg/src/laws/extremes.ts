/**
 * Whatever numbers come in, an answer comes out: no exception, and nothing that is not a number.
 *
 * Definitions: an answer is an `Option` or `Either`, or numbers, records and arrays of them; all its numbers are looked at.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Activation from '../Activation.js'
import * as Cholesky from '../Cholesky.js'
import * as Eigenvalues from '../Eigenvalues.js'
import * as Erf from '../Erf.js'
import * as GramSchmidt from '../GramSchmidt.js'
import * as Hadamard from '../Hadamard.js'
import * as LambertW from '../LambertW.js'
import * as LeastSquares from '../LeastSquares.js'
import * as LogSumExp from '../LogSumExp.js'
import * as Lu from '../Lu.js'
import type { Matrix } from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as Normal from '../Normal.js'
import * as OrthogonalMatrix from '../OrthogonalMatrix.js'
import * as Probability from '../Probability.js'
import * as PseudoInverse from '../PseudoInverse.js'
import * as Qr from '../Qr.js'
import * as SingularValues from '../SingularValues.js'
import * as Softmax from '../Softmax.js'
import * as Subspace from '../Subspace.js'
import * as Summation from '../Summation.js'
import * as Svd from '../Svd.js'
import * as SymmetricEigen from '../SymmetricEigen.js'
import * as SymmetricMatrix from '../SymmetricMatrix.js'
import * as Vector from '../Vector.js'
import { matrixOf, vectorOf } from './arbitraries.js'
import { symmetrised } from './matrices.js'

/** What they are given: numbers, vectors and matrices of awkward entries. */
export interface Given {
  readonly number: number
  readonly x: Vector.Vector
  readonly y: Vector.Vector
  readonly a: Matrix
  readonly square: Matrix
}

export type Answers = Readonly<Record<string, (given: Given) => unknown>>

/** 0, subnormal numbers, and both ends of the range. */
const extreme = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 5e-324, -5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, -1e-300, 1e300, -1e300),
  fc.constantFrom(1.7976931348623157e308, -1.7976931348623157e308, 1e150, -1e-150, 0.1, 3),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)

const side = fc.integer({ min: 0, max: 4 })

const given: fc.Arbitrary<Given> = fc.tuple(side, side).chain(([m, n]) =>
  fc.record(
    {
      number: fc.oneof(extreme, fc.constantFrom(-Infinity, Infinity)),
      x: vectorOf(extreme)(m),
      y: vectorOf(extreme)(m),
      a: matrixOf(extreme)(m, n),
      square: matrixOf(extreme)(m, m),
    },
    { noNullPrototype: true },
  ),
)

const lu = (f: (lu: Lu.Lu) => unknown) => (each: Given) => F.pipe(Lu.fromMatrix(each.square), E.map(f))

const cholesky = (f: (factor: Cholesky.Cholesky) => unknown) => (each: Given) =>
  F.pipe(Cholesky.fromSymmetric(symmetrised(each.square)), E.map(f))

const factorizations: Answers = {
  lu: lu((each) => each),
  lower: lu(Lu.lower),
  upper: lu(Lu.upper),
  isSingular: lu(Lu.isSingular),
  determinant: lu(Lu.determinant),
  logDeterminant: lu(Lu.logDeterminant),
  inverse: lu(Lu.inverse),
  solve: (each) => lu((factors) => Lu.solve(factors)(each.x))(each),
  solveMatrix: (each) => lu((factors) => Lu.solveMatrix(factors)(each.a))(each),
  cholesky: cholesky((each) => each),
  choleskySolve: (each) => cholesky((factor) => Cholesky.solve(factor)(each.x))(each),
  choleskyLogDeterminant: cholesky(Cholesky.logDeterminant),
  qr: ({ a }) => Qr.fromMatrix(a),
  gramSchmidt: ({ a }) => GramSchmidt.fromColumns(a),
  symmetricEigen: ({ square }) => SymmetricEigen.fromSymmetric(symmetrised(square)),
  eigenvalues: ({ square }) => Eigenvalues.fromMatrix(square),
  balance: ({ square }) => Eigenvalues.balance(square),
  spectralRadius: ({ square }) => Eigenvalues.spectralRadius(square),
  svd: ({ a }) => Svd.fromMatrix(a),
  singularValues: ({ a }) => SingularValues.fromMatrix(a),
  spectralNorm: ({ a }) => SingularValues.spectralNorm(a),
  conditionNumber: ({ a }) => SingularValues.conditionNumber(a),
  rank: ({ a }) => SingularValues.rank(a),
  rankWithin: ({ a, number }) => SingularValues.rankWithin(number)(a),
  pseudoInverse: ({ a }) => PseudoInverse.fromMatrix(a),
  pseudoInverseWithin: ({ a, number }) => PseudoInverse.fromMatrixWithin(number)(a),
  leastSquares: ({ a, x }) => LeastSquares.solve(a)(x),
  ridge: ({ a, x, number }) => LeastSquares.ridge(number)(a)(x),
  columnSpace: ({ a }) => Subspace.columnSpace(a),
  rowSpace: ({ a }) => Subspace.rowSpace(a),
  nullSpace: ({ a }) => Subspace.nullSpace(a),
  projector: ({ a }) => F.pipe(Subspace.columnSpace(a), E.map(Subspace.projector)),
  orthonormal: ({ a }) => OrthogonalMatrix.fromColumns(a),
  orthogonal: ({ square }) => OrthogonalMatrix.fromSquare(square),
}

const others: Answers = {
  symmetric: ({ square }) => SymmetricMatrix.fromMatrix(square),
  probability: ({ x }) => Probability.fromVector(x),
  softmax: ({ x, number }) => Softmax.softmax(Math.abs(number))(x),
  logSoftmax: ({ x, number }) => Softmax.logSoftmax(Math.abs(number))(x),
  softmaxRows: ({ a, number }) => Softmax.softmaxRows(Math.abs(number))(a),
  logSumExp: ({ x, number }) => LogSumExp.logSumExp(Math.abs(number))(x),
  norms: ({ x, y, a }) => [
    Norm.norm1(x),
    Norm.norm2(x),
    Norm.normInf(x),
    Norm.distance(x)(y),
    Norm.frobenius(a),
    Norm.operator1(a),
    Norm.operatorInf(a),
  ],
  sums: ({ x, y }) => [Summation.exact(x), Summation.compensated(x), Summation.dot(x)(y), Summation.exactDot(x)(y)],
  activations: ({ number, x }) =>
    [
      Activation.tanh,
      Activation.sigmoid,
      Activation.softplus,
      Activation.relu,
      Activation.gelu,
      Activation.geluTanh,
    ].map(({ value, derivative }) => [value(number), derivative(number), Vector.map(value)(x)]),
  special: ({ number }) => [
    Erf.erf(number),
    Erf.erfc(number),
    Erf.erfInverse(number),
    Erf.erfcInverse(number),
    Normal.density(number),
    Normal.cumulative(number),
    Normal.quantile(number),
    LambertW.principal(number),
    LambertW.lower(number),
  ],
  hadamard: ({ number }) => [Hadamard.ofOrder(number), Hadamard.paley(number)],
}

/** Whether there is no NaN anywhere in it. */
const isSound = (answer: unknown): boolean => {
  if (typeof answer === 'number') return !Number.isNaN(answer)
  if (ArrayBuffer.isView(answer)) return Array.from(answer as Float64Array).every((each) => !Number.isNaN(each))
  return typeof answer !== 'object' || answer === null || Object.values(answer).every(isSound)
}

export const answersSound = Law.law<Answers>({
  id: 'answers_sound',
  statement: 'zero, subnormal, huge and mixed entries give numbers, ±∞ or a named error; never NaN, never an exception',
  source: 'convention of this package',
  hypotheses: [],
  property: (all) => fc.property(given, (each) => Object.values(all).every((operation) => isSound(operation(each)))),
  countermodels: [
    {
      id: 'cramer',
      description: 'solves by determinants: 0/0',
      implementation: {
        solve: ({ square, x }) =>
          F.pipe(
            Lu.fromMatrix(square),
            E.map((factors) => Vector.map((each) => (each * Lu.determinant(factors)) / Lu.determinant(factors))(x)),
          ),
      },
    },
    {
      id: 'normalises',
      description: 'divides by the length as it comes',
      implementation: { normalised: ({ x }) => Vector.map((each) => each / Norm.norm2(x))(x) },
    },
    {
      id: 'neumaier',
      description: 'compensates sums that overflow: ∞ − ∞',
      implementation: {
        sum: ({ x }) =>
          Vector.toArray(x).reduce<readonly [number, number]>(
            ([sum, lost], each) => [sum + each, lost + (sum - (sum + each) + each)],
            [0, 0],
          ),
      },
    },
  ],
})

const operations: Answers = { ...factorizations, ...others }

export const extremeClaims: ReadonlyArray<Check.Claim> = [Check.claim(answersSound, operations)]
