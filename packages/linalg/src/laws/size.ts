/**
 * Sizes that do not fit are an answer, never an exception and never a number.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import * as Matrix32 from '../Matrix32.js'
import * as Norm from '../Norm.js'
import * as SignMatrix from '../SignMatrix.js'
import * as Vector from '../Vector.js'
import { matrix, size, vector } from './arbitraries.js'
import { matrixOfArray, vectorOfArray } from './build.js'
import { packed } from './drawSigns.js'

type M = Matrix.Matrix
type V = Vector.Vector
type Outcome = E.Either<LinalgError, unknown>

/** Operations on two vectors, two matrices of one shape, a matrix and a vector; products, and those of a transpose. */
export interface Strict {
  readonly vectors: ReadonlyArray<(x: V) => (y: V) => Outcome>
  readonly matrices: ReadonlyArray<(a: M) => (b: M) => Outcome>
  readonly matVec: (a: M) => (x: V) => Outcome
  readonly vecMat: (a: M) => (x: V) => Outcome
  readonly matMul: ReadonlyArray<(a: M) => (b: M) => Outcome>
  readonly transposeMatMul: ReadonlyArray<(a: M) => (b: M) => Outcome>
  readonly matMulTranspose: ReadonlyArray<(a: M) => (b: M) => Outcome>
}

const single =
  (product: (a: Matrix32.Matrix32) => (b: Matrix32.Matrix32) => Outcome) =>
  (a: M) =>
  (b: M): Outcome =>
    product(Matrix32.fromMatrix(a))(Matrix32.fromMatrix(b))

const truth: Strict = {
  vectors: [Vector.add, Vector.subtract, Vector.hadamard, Vector.dot, Norm.distance],
  matrices: [Matrix.add, Matrix.subtract, Matrix.hadamard],
  matVec: Matrix.matVec,
  vecMat: Matrix.vecMat,
  matMul: [Matrix.matMul, single(Matrix32.matMul)],
  transposeMatMul: [Matrix.transposeMatMul, single(Matrix32.transposeMatMul)],
  matMulTranspose: [
    Matrix.matMulTranspose,
    single(Matrix32.matMulTranspose),
    (a) => (b) => SignMatrix.matMulTranspose(packed(a))(packed(b)),
  ],
}

/** Whether an operation takes exactly what fits. */
const strict = (fits: boolean, outcome: Outcome): boolean =>
  fits ? E.isRight(outcome) : E.isLeft(outcome) && outcome.left._tag === 'SizeMismatch'

const take =
  (n: number) =>
  (x: V): V =>
    vectorOfArray(Vector.toArray(x).slice(0, n))

export const sizesAreChecked = Law.law<Strict>({
  id: 'sizes_are_checked',
  statement: 'an operation answers SizeMismatch just when its operands do not fit',
  source: 'the shapes in the docstrings',
  hypotheses: [],
  property: ({ vectors, matrices, matVec, vecMat, matMul, transposeMatMul, matMulTranspose }) =>
    fc.property(
      fc
        .tuple(size, size, size, size)
        .chain(([k, l, m, n]) => fc.tuple(matrix(k, l), matrix(m, n), vector(k), vector(n))),
      ([a, b, x, y]) =>
        vectors.every((operation) => strict(x.length === y.length, operation(x)(y))) &&
        matrices.every((operation) => strict(a.rows === b.rows && a.cols === b.cols, operation(a)(b))) &&
        strict(a.cols === y.length, matVec(a)(y)) &&
        strict(a.rows === y.length, vecMat(a)(y)) &&
        matMul.every((product) => strict(a.cols === b.rows, product(a)(b))) &&
        transposeMatMul.every((product) => strict(a.rows === b.rows, product(a)(b))) &&
        matMulTranspose.every((product) => strict(a.cols === b.cols, product(a)(b))),
    ),
  countermodels: [
    {
      id: 'shorter',
      description: 'stops at the end of the shorter vector, as zipping does',
      implementation: {
        ...truth,
        vectors: [(x) => (y) => Vector.dot(take(y.length)(x))(take(x.length)(y))],
      },
    },
    {
      id: 'plainShapes',
      description: 'checks the product of a transpose as if there were none',
      implementation: {
        ...truth,
        transposeMatMul: [(a) => (b) => E.chain(() => Matrix.transposeMatMul(a)(b))(Matrix.matMul(a)(b))],
      },
    },
    {
      id: 'quietNaN',
      description: 'reads past the end and returns NaN',
      implementation: { ...truth, matVec: (a) => (x) => E.right(a.cols === x.length ? x : Number.NaN) },
    },
    {
      id: 'sameCount',
      description: 'compares the numbers of entries instead of the shapes',
      implementation: {
        ...truth,
        matrices: [(a) => (b) => Matrix.add(a)(matrixOfArray(a.rows, a.cols, b.data))],
      },
    },
  ],
})

export const sizeClaims: ReadonlyArray<Check.Claim> = [Check.claim(sizesAreChecked, truth)]
