/**
 * Matrices acting on vectors, inner and outer products.
 *
 * References: Horn and Johnson (2013), "Matrix Analysis", §0.2 and §0.6.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Vector from '../Vector.js'
import { numbersAgree, vectorsAgree, type Result } from './agree.js'
import { double, dyadic, matrixOf, size, vectorOf } from './arbitraries.js'
import { mapVector, matrixOfArray, vectorOfArray } from './build.js'

type M = Matrix.Matrix
type V = Vector.Vector

/** What the laws use. */
export interface Action {
  readonly matVec: (a: M) => (x: V) => Result<V>
  readonly vecMat: (a: M) => (x: V) => Result<V>
  readonly outer: (x: V) => (y: V) => M
  readonly dot: (x: V) => (y: V) => Result<number>
}

const source = 'Horn and Johnson (2013), §0.2'
const exactness = 'the numbers are dyadic, so that no sum or product is rounded'

const truth: Action = { matVec: Matrix.matVec, vecMat: Matrix.vecMat, outer: Matrix.outer, dot: Vector.dot }

/** An m×n matrix, two vectors of length n, one of length m, and a number. */
const inputs = (entry: fc.Arbitrary<number>) =>
  fc
    .tuple(size, size)
    .chain(([m, n]) =>
      fc.record(
        { a: matrixOf(entry)(m, n), x: vectorOf(entry)(n), y: vectorOf(entry)(n), z: vectorOf(entry)(m), alpha: entry },
        { noNullPrototype: true },
      ),
    )

const combination = (alpha: number, x: V, y: V): Result<V> => Vector.add(Vector.scale(alpha)(x))(y)

const combine = (alpha: number, x: Result<V>, y: Result<V>): Result<V> =>
  F.pipe(
    x,
    E.chain((each) =>
      F.pipe(
        y,
        E.chain((other) => combination(alpha, each, other)),
      ),
    ),
  )

const linear =
  (entry: fc.Arbitrary<number>) =>
  ({ matVec }: Pick<Action, 'matVec'>): Law.Property =>
    fc.property(inputs(entry), ({ a, x, y, alpha }) =>
      vectorsAgree(F.pipe(combination(alpha, x, y), E.chain(matVec(a))), combine(alpha, matVec(a)(x), matVec(a)(y))),
    )

export const matVecLinear = Law.law<Pick<Action, 'matVec'>>({
  id: 'matVec_linear',
  statement: 'A (αx + y) = αAx + Ay',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: linear(double) }],
  property: linear(dyadic),
  countermodels: [
    {
      id: 'bias',
      description: 'adds to what the output held before',
      implementation: {
        matVec: (a) => (x) => F.pipe(Matrix.matVec(a)(x), E.map(mapVector((entry) => entry + 1))),
      },
    },
  ],
})

const column = (x: V): M => matrixOfArray(x.length, 1, x.data)

export const matVecEqMatMulColumn = Law.law<Pick<Action, 'matVec'>>({
  id: 'matVec_eq_matMul_column',
  statement: 'A x is the product of A with the matrix of one column x',
  source,
  hypotheses: [],
  property: ({ matVec }) =>
    fc.property(inputs(dyadic), ({ a, x }) =>
      vectorsAgree(matVec(a)(x), E.map((b: M) => vectorOfArray(b.data))(Matrix.matMul(a)(column(x)))),
    ),
  countermodels: [
    {
      id: 'transposed',
      description: 'computes xᵀ A where that is defined',
      implementation: { matVec: (a) => (x) => (a.rows === a.cols ? Matrix.vecMat(a)(x) : Matrix.matVec(a)(x)) },
    },
  ],
})

export const vecMatEqMatVecTranspose = Law.law<Pick<Action, 'matVec' | 'vecMat'>>({
  id: 'vecMat_eq_matVec_transpose',
  statement: 'xᵀ A = (Aᵀ x)ᵀ',
  source,
  hypotheses: [],
  property: ({ matVec, vecMat }) =>
    fc.property(inputs(dyadic), ({ a, z }) => vectorsAgree(vecMat(a)(z), matVec(Matrix.transpose(a))(z))),
  countermodels: [
    {
      id: 'sameSide',
      description: 'multiplies from the right where that is defined',
      implementation: {
        matVec: Matrix.matVec,
        vecMat: (a) => (x) => (a.rows === a.cols ? Matrix.matVec(a)(x) : Matrix.vecMat(a)(x)),
      },
    },
  ],
})

const adjoint =
  (entry: fc.Arbitrary<number>) =>
  ({ matVec, vecMat, dot }: Pick<Action, 'matVec' | 'vecMat' | 'dot'>): Law.Property =>
    fc.property(inputs(entry), ({ a, x, z }) =>
      numbersAgree(F.pipe(matVec(a)(x), E.chain(dot(z))), F.pipe(vecMat(a)(z), E.chain(dot(x)))),
    )

export const matVecAdjoint = Law.law<Pick<Action, 'matVec' | 'vecMat' | 'dot'>>({
  id: 'matVec_adjoint',
  statement: 'z·(A x) = (zᵀ A)·x',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: adjoint(double) }],
  property: adjoint(dyadic),
  countermodels: [
    {
      id: 'skipsLastRow',
      description: 'a block loop that forgets the rows left over',
      implementation: {
        ...truth,
        matVec: (a) => (x) =>
          F.pipe(Matrix.matVec(a)(x), E.map(mapVector((entry, i) => (i < a.rows - (a.rows % 4) ? entry : 0)))),
      },
    },
  ],
})

const associates =
  (entry: fc.Arbitrary<number>) =>
  ({ outer }: Pick<Action, 'outer'>): Law.Property =>
    fc.property(inputs(entry), ({ x, y, z }) =>
      vectorsAgree(Matrix.matVec(outer(z)(x))(y), E.map((xy: number) => Vector.scale(xy)(z))(Vector.dot(x)(y))),
    )

export const outerMatVec = Law.law<Pick<Action, 'outer'>>({
  id: 'outer_matVec',
  statement: '(z xᵀ) y = (x·y) z',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: associates(double) }],
  property: associates(dyadic),
  countermodels: [
    { id: 'swapped', description: 'x zᵀ', implementation: { outer: (x) => (y) => Matrix.outer(y)(x) } },
    {
      id: 'relabelled',
      description: 'writes by columns what is read by rows',
      implementation: {
        outer: (x) => (y) => matrixOfArray(x.length, y.length, Matrix.outer(y)(x).data),
      },
    },
  ],
})

export const traceOuter = Law.law<Pick<Action, 'outer' | 'dot'>>({
  id: 'trace_outer',
  statement: 'tr(x yᵀ) = x·y',
  source,
  hypotheses: [],
  property: ({ outer, dot }) =>
    fc.property(inputs(double), ({ x, y }) => numbersAgree(Matrix.trace(outer(x)(y)), dot(x)(y))),
  countermodels: [
    {
      id: 'square',
      description: 'x xᵀ',
      implementation: { dot: Vector.dot, outer: (x) => () => Matrix.outer(x)(x) },
    },
  ],
})

export const dotComm = Law.law<Pick<Action, 'dot'>>({
  id: 'dot_comm',
  statement: 'x·y = y·x',
  source,
  hypotheses: [],
  property: ({ dot }) => fc.property(inputs(double), ({ x, y }) => numbersAgree(dot(x)(y), dot(y)(x))),
  countermodels: [
    { id: 'square', description: 'reads x twice', implementation: { dot: (x) => () => Vector.dot(x)(x) } },
  ],
})

const dotIsLinear =
  (entry: fc.Arbitrary<number>) =>
  ({ dot }: Pick<Action, 'dot'>): Law.Property =>
    fc.property(
      inputs(entry).chain((drawn) => vectorOf(entry)(drawn.x.length).map((w) => ({ ...drawn, w }))),
      ({ x, y, w, alpha }) =>
        numbersAgree(
          F.pipe(combination(alpha, x, y), E.chain(dot(w))),
          F.pipe(
            E.Do,
            E.apS('wx', dot(w)(x)),
            E.apS('wy', dot(w)(y)),
            E.map(({ wx, wy }) => alpha * wx + wy),
          ),
        ),
    )

export const dotLinear = Law.law<Pick<Action, 'dot'>>({
  id: 'dot_linear',
  statement: 'w·(αx + y) = α w·x + w·y',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: dotIsLinear(double) }],
  property: dotIsLinear(dyadic),
  countermodels: [
    {
      id: 'cosine',
      description: 'divides by the length of y, as cosine similarity does',
      implementation: {
        dot: (x) => (y) =>
          F.pipe(
            E.Do,
            E.apS('xy', Vector.dot(x)(y)),
            E.apS('yy', Vector.dot(y)(y)),
            E.map(({ xy, yy }) => xy / Math.sqrt(yy || 1)),
          ),
      },
    },
  ],
})

export const actionClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(matVecLinear, truth),
  Check.claim(matVecEqMatMulColumn, truth),
  Check.claim(vecMatEqMatVecTranspose, truth),
  Check.claim(matVecAdjoint, truth),
  Check.claim(outerMatVec, truth),
  Check.claim(traceOuter, truth),
  Check.claim(dotComm, truth),
  Check.claim(dotLinear, truth),
]
