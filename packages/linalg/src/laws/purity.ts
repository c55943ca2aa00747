/**
 * Operations are functions: the same inputs give the same bits, inputs stay as they are, results share nothing with them.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F, type option as O } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Matrix32 from '../Matrix32.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as SignMatrix from '../SignMatrix.js'
import * as Softmax from '../Softmax.js'
import * as SymmetricMatrix from '../SymmetricMatrix.js'
import * as Vector from '../Vector.js'
import { double, matrixOf, size, vectorOf } from './arbitraries.js'
import { factorOperations } from './factorOperations.js'
import { packed } from './drawSigns.js'
import { identical } from './identical.js'
import { seededMatrix, seededVector } from './seeded.js'

/** Square matrices and vectors that all fit each other. */
export interface Inputs {
  readonly a: Matrix.Matrix
  readonly b: Matrix.Matrix
  readonly x: Vector.Vector
  readonly y: Vector.Vector
}

/** What an operation stores its result in. */
export type Operations = Readonly<Record<string, (inputs: Inputs) => ReadonlyFloat64>>

const stored = E.match(
  (): ReadonlyFloat64 => [],
  (result: { readonly data: ReadonlyFloat64 }) => result.data,
)

const found = (vector: O.Option<Vector.Vector>): ReadonlyFloat64 =>
  F.pipe(
    vector,
    E.fromOption(() => 'outside'),
    stored,
  )

const operations: Operations = {
  ...factorOperations,
  fromArray: ({ x }) => stored(Vector.fromArray(x.data)),
  fromExtended: ({ x }) => stored(Vector.fromExtended(x.data)),
  add: ({ x, y }) => stored(Vector.add(x)(y)),
  subtract: ({ x, y }) => stored(Vector.subtract(x)(y)),
  hadamard: ({ x, y }) => stored(Vector.hadamard(x)(y)),
  scale: ({ x }) => Vector.scale(1)(x).data,
  negate: ({ x }) => Vector.negate(x).data,
  concat: ({ x }) => Vector.getMonoidSum().concat(x, Vector.zeros(0)).data,
  softmax: ({ x }) => stored(Softmax.softmax(1)(x)),
  logSoftmax: ({ x }) => stored(Softmax.logSoftmax(1)(x)),
  diagonal: ({ x }) => Matrix.diagonal(x).data,
  fromRows: ({ a }) => stored(Matrix.fromRows(Matrix.toRows(a))),
  row: ({ a }) => found(Matrix.row(0)(a)),
  column: ({ a }) => found(Matrix.column(0)(a)),
  diagonalOf: ({ a }) => Matrix.diagonalOf(a).data,
  addMatrices: ({ a, b }) => stored(Matrix.add(a)(b)),
  subtractMatrices: ({ a, b }) => stored(Matrix.subtract(a)(b)),
  hadamardMatrices: ({ a, b }) => stored(Matrix.hadamard(a)(b)),
  scaleMatrix: ({ a }) => Matrix.scale(1)(a).data,
  negateMatrix: ({ a }) => Matrix.negate(a).data,
  concatMatrices: ({ a }) => Matrix.getMonoidSum().concat(a, Matrix.zeros(0, 0)).data,
  transpose: ({ a }) => Matrix.transpose(a).data,
  map: ({ x }) => Vector.map(Math.abs)(x).data,
  mapMatrix: ({ a }) => Matrix.map(Math.abs)(a).data,
  outer: ({ x, y }) => Matrix.outer(x)(y).data,
  matVec: ({ a, x }) => stored(Matrix.matVec(a)(x)),
  vecMat: ({ a, x }) => stored(Matrix.vecMat(a)(x)),
  matMul: ({ a, b }) => stored(Matrix.matMul(a)(b)),
  transposeMatMul: ({ a, b }) => stored(Matrix.transposeMatMul(a)(b)),
  matMulTranspose: ({ a, b }) => stored(Matrix.matMulTranspose(a)(b)),
  matMul32: ({ a, b }) => stored(Matrix32.matMul(Matrix32.fromMatrix(a))(Matrix32.fromMatrix(b))),
  overlaps: ({ a, b }) => stored(SignMatrix.matMulTranspose(packed(a))(packed(b))),
  gram: ({ a }) => SignMatrix.gram(packed(a)).data,
  softmaxRows: ({ a }) => stored(Softmax.softmaxRows(1)(a)),
  clearDiagonal: ({ a }) => SymmetricMatrix.clearDiagonal(SymmetricMatrix.unsafeSymmetric(a)).data,
}

const inputsOf = (matrix: fc.Arbitrary<Matrix.Matrix>, vector: fc.Arbitrary<Vector.Vector>): fc.Arbitrary<Inputs> =>
  fc.record({ a: matrix, b: matrix, x: vector, y: vector }, { noNullPrototype: true })

/** Small, and from time to time so large that kernels go over to memory that they share. */
const inputs: fc.Arbitrary<Inputs> = fc.oneof(
  { weight: 19, arbitrary: size.chain((n) => inputsOf(matrixOf(double)(n, n), vectorOf(double)(n))) },
  { weight: 1, arbitrary: inputsOf(seededMatrix(96, 96), seededVector(96)) },
)

const storage = ({ a, b, x, y }: Inputs): ReadonlyArray<ReadonlyFloat64> => [a.data, b.data, x.data, y.data]

const bufferOf = (x: ReadonlyFloat64): unknown => (ArrayBuffer.isView(x) ? x.buffer : x)

const source = 'definition of a function'

/** What breaks the rules must write; these few lines do so on purpose. */
const inPlaceScale = (x: ReadonlyFloat64): ReadonlyFloat64 => (x as Float64Array).fill(0)

/** One output for all calls. */
const reusing = (): Operations => {
  const output = new Float64Array(96)
  return {
    scale: ({ x }) => {
      output.set(Array.from(x.data))
      return output
    },
  }
}

export const inputsUntouched = Law.law<Operations>({
  id: 'inputs_untouched',
  statement: 'an operation leaves its inputs as they were, bit for bit',
  source,
  hypotheses: [],
  property: (all) =>
    fc.property(inputs, (given) =>
      Object.values(all).every((operation) => {
        const before = storage(given).map((data) => Array.from(data))
        operation(given)
        return storage(given).every((data, i) => identical(data, before[i] ?? []))
      }),
    ),
  countermodels: [
    {
      id: 'inPlace',
      description: 'scales in place',
      implementation: { scale: ({ x }) => inPlaceScale(x.data) },
    },
  ],
})

export const resultsRepeat = Law.law<Operations>({
  id: 'results_repeat',
  statement: 'the same inputs give the same bits, in memory of their own',
  source,
  hypotheses: [],
  property: (all) =>
    fc.property(inputs, (given) =>
      Object.values(all).every((operation) => {
        const [first, second] = [operation(given), operation(given)]
        return identical(first, second) && bufferOf(first) !== bufferOf(second)
      }),
    ),
  countermodels: [{ id: 'reusing', description: 'writes every result into one buffer', implementation: reusing() }],
})

export const resultsUnaliased = Law.law<Operations>({
  id: 'results_unaliased',
  statement: 'a result shares no memory with the inputs',
  source,
  hypotheses: [],
  property: (all) =>
    fc.property(inputs, (given) =>
      Object.values(all).every((operation) => {
        const buffer = bufferOf(operation(given))
        return storage(given).every((data) => bufferOf(data) !== buffer)
      }),
    ),
  countermodels: [
    {
      id: 'view',
      description: 'a row that is a window on the matrix',
      implementation: { row: ({ a }) => (a.data as Float64Array).subarray(0, a.cols) },
    },
    {
      id: 'shortcut',
      description: 'returns the vector itself when scaling by 1',
      implementation: { scale: ({ x }) => x.data },
    },
  ],
})

export const purityClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(inputsUntouched, operations),
  Check.claim(resultsRepeat, operations),
  Check.claim(resultsUnaliased, operations),
]
