/**
 * Products of matrices: an associative, bilinear operation that the transpose reverses.
 *
 * References: Horn and Johnson (2013), "Matrix Analysis", §0.2.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import { matricesAgree, numbersAgree, type Result } from './agree.js'
import { double, dyadic, matrixOf, size } from './arbitraries.js'
import { mapMatrix, matrixOfArray } from './build.js'

type M = Matrix.Matrix

/** What the laws use. */
export interface Product {
  readonly matMul: (a: M) => (b: M) => Result<M>
  readonly transpose: (a: M) => M
  readonly identity: (n: number) => M
  readonly trace: (a: M) => Result<number>
}

const source = 'Horn and Johnson (2013), §0.2'
const exactness = 'the entries are dyadic, so that no sum or product is rounded'

const truth: Product = {
  matMul: Matrix.matMul,
  transpose: Matrix.transpose,
  identity: Matrix.identity,
  trace: Matrix.trace,
}

/** Three matrices whose product is defined. */
const chain = (entry: fc.Arbitrary<number>): fc.Arbitrary<readonly [M, M, M]> =>
  fc.tuple(size, size, size, size).chain(([k, l, m, n]) => {
    const matrix = matrixOf(entry)
    return fc.tuple(matrix(k, l), matrix(l, m), matrix(m, n))
  })

/** Reads B as if its entries were stored by columns. */
const readsByColumns: Product['matMul'] = (a) => (b) =>
  Matrix.matMul(a)(matrixOfArray(b.rows, b.cols, Matrix.transpose(b).data))

/** Swaps the sizes, and leaves the entries where they are. */
const relabels = (a: M): M => matrixOfArray(a.cols, a.rows, a.data)

/** Swaps the entries, and leaves the sizes as they are. */
const keepsSizes = (a: M): M => matrixOfArray(a.rows, a.cols, Matrix.transpose(a).data)

/** Adds up in a buffer that was not cleared. */
const uncleared: Product['matMul'] = (a) => (b) => E.map(mapMatrix((entry) => entry + 1))(Matrix.matMul(a)(b))

const assoc =
  (entry: fc.Arbitrary<number>) =>
  ({ matMul }: Pick<Product, 'matMul'>): Law.Property =>
    fc.property(chain(entry), ([a, b, c]) =>
      matricesAgree(E.chain((ab: M) => matMul(ab)(c))(matMul(a)(b)), E.chain((bc: M) => matMul(a)(bc))(matMul(b)(c))),
    )

export const matMulAssoc = Law.law<Pick<Product, 'matMul'>>({
  id: 'matMul_assoc',
  statement: '(A B) C = A (B C)',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: assoc(double) }],
  property: assoc(dyadic),
  countermodels: [
    { id: 'swapped', description: 'B A instead of A B', implementation: { matMul: (a) => (b) => Matrix.matMul(b)(a) } },
    { id: 'uncleared', description: 'adds to what the output held before', implementation: { matMul: uncleared } },
  ],
})

export const matMulOne = Law.law<Pick<Product, 'matMul' | 'identity'>>({
  id: 'matMul_one',
  statement: 'A I = A = I A',
  source,
  hypotheses: [],
  property: ({ matMul, identity }) =>
    fc.property(chain(double), ([a]) =>
      [matMul(a)(identity(a.cols)), matMul(identity(a.rows))(a)].every((product) => matricesAgree(product, E.right(a))),
    ),
  countermodels: [
    {
      id: 'byColumns',
      description: 'reads the second factor by columns',
      implementation: { ...truth, matMul: readsByColumns },
    },
  ],
})

const combination = (alpha: number, a: M, b: M): Result<M> => Matrix.add(Matrix.scale(alpha)(a))(b)

const bilinear =
  (entry: fc.Arbitrary<number>) =>
  ({ matMul }: Pick<Product, 'matMul'>): Law.Property =>
    fc.property(
      fc.tuple(size, size, size).chain(([l, m, n]) => {
        const matrix = matrixOf(entry)
        return fc.tuple(matrix(l, m), matrix(l, m), matrix(m, n), matrix(m, n), entry)
      }),
      ([a, b, c, d, alpha]) => {
        const sum = (x: Result<M>, y: Result<M>): Result<M> =>
          F.pipe(
            x,
            E.chain((each) =>
              F.pipe(
                y,
                E.chain((other) => combination(alpha, each, other)),
              ),
            ),
          )
        return (
          matricesAgree(
            F.pipe(
              combination(alpha, a, b),
              E.chain((left) => matMul(left)(c)),
            ),
            sum(matMul(a)(c), matMul(b)(c)),
          ) && matricesAgree(F.pipe(combination(alpha, c, d), E.chain(matMul(a))), sum(matMul(a)(c), matMul(a)(d)))
        )
      },
    )

export const matMulBilinear = Law.law<Pick<Product, 'matMul'>>({
  id: 'matMul_bilinear',
  statement: '(αA + B) C = αAC + BC and A (αC + D) = αAC + AD',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: bilinear(double) }],
  property: bilinear(dyadic),
  countermodels: [
    { id: 'uncleared', description: 'adds to what the output held before', implementation: { matMul: uncleared } },
  ],
})

export const transposeInvolutive = Law.law<Pick<Product, 'transpose'>>({
  id: 'transpose_involutive',
  statement: '(Aᵀ)ᵀ = A',
  source,
  hypotheses: [],
  property: ({ transpose }) =>
    fc.property(chain(double), ([a]) => matricesAgree(E.right(transpose(transpose(a))), E.right(a))),
  countermodels: [
    {
      id: 'keepsSizes',
      description: 'forgets to swap the sizes of a matrix that is not square',
      implementation: { transpose: keepsSizes },
    },
  ],
})

export const transposeMul = Law.law<Pick<Product, 'matMul' | 'transpose'>>({
  id: 'transpose_mul',
  statement: '(A B)ᵀ = Bᵀ Aᵀ',
  source,
  hypotheses: [],
  property: ({ matMul, transpose }) =>
    fc.property(chain(dyadic), ([a, b]) =>
      matricesAgree(E.map(transpose)(matMul(a)(b)), matMul(transpose(b))(transpose(a))),
    ),
  countermodels: [
    {
      id: 'relabels',
      description: 'a transpose that swaps the sizes but no entry',
      implementation: { matMul: Matrix.matMul, transpose: relabels },
    },
    {
      id: 'swapped',
      description: 'a product with its factors swapped',
      implementation: { matMul: (a) => (b) => Matrix.matMul(b)(a), transpose: Matrix.transpose },
    },
  ],
})

const traces =
  (entry: fc.Arbitrary<number>) =>
  ({ matMul, trace }: Pick<Product, 'matMul' | 'trace'>): Law.Property =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => fc.tuple(matrixOf(entry)(m, n), matrixOf(entry)(n, m))),
      ([a, b]) => numbersAgree(E.chain(trace)(matMul(a)(b)), E.chain(trace)(matMul(b)(a))),
    )

/** The entries that lie `stride` apart, from the first on. */
const everyOther =
  (stride: (a: M) => number): Product['trace'] =>
  (a) =>
    E.right(Array.from({ length: a.rows }, (_, i) => a.data[i * stride(a)] ?? 0).reduce((x, y) => x + y, 0))

export const traceMulComm = Law.law<Pick<Product, 'matMul' | 'trace'>>({
  id: 'trace_mul_comm',
  statement: 'tr(A B) = tr(B A), whatever the shapes',
  source,
  hypotheses: [{ id: 'dyadic', statement: exactness, dropped: traces(double) }],
  property: traces(dyadic),
  countermodels: [
    {
      id: 'firstColumn',
      description: 'steps by n through the entries instead of n + 1',
      implementation: { matMul: Matrix.matMul, trace: everyOther((a) => a.cols) },
    },
  ],
})

export const productClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(matMulAssoc, truth),
  Check.claim(matMulOne, truth),
  Check.claim(matMulBilinear, truth),
  Check.claim(transposeInvolutive, truth),
  Check.claim(transposeMul, truth),
  Check.claim(traceMulComm, truth),
]
