/**
 * Products in which one operand is transposed, and the transpose is never built.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import type { Result } from './agree.js'
import { matrixOfArray } from './build.js'
import { identical } from './identical.js'
import { length, seededMatrix } from './seeded.js'

type M = Matrix.Matrix

/** A product of two matrices, the first first, either of them transposed. */
export type MatMul = (a: M) => (b: M) => Result<M>

const source = 'the definition'

const sizes = fc.tuple(length, length, length).filter(([m, k, n]) => m * k * n <= 20_000)

const sameBits = (x: Result<M>, y: Result<M>): boolean =>
  E.isRight(x) &&
  E.isRight(y) &&
  x.right.rows === y.right.rows &&
  x.right.cols === y.right.cols &&
  identical(x.right.data, y.right.data)

/** Swaps the sizes, and leaves the entries where they are. */
const relabels = (a: M): M => matrixOfArray(a.cols, a.rows, a.data)

export const transposeMatMulEqMatMul = Law.law<MatMul>({
  id: 'transposeMatMul_eq_matMul',
  statement: 'AᵀB has the bits of the product of the transpose of A with B',
  source,
  hypotheses: [],
  property: (product) =>
    fc.property(
      sizes.chain(([m, k, n]) => fc.tuple(seededMatrix(k, m), seededMatrix(k, n))),
      ([a, b]) => sameBits(product(a)(b), Matrix.matMul(Matrix.transpose(a))(b)),
    ),
  countermodels: [
    {
      id: 'unturned',
      description: 'swaps the sizes of A, but none of its entries',
      implementation: (a) => Matrix.matMul(relabels(a)),
    },
    { id: 'other', description: 'ABᵀ', implementation: Matrix.matMulTranspose },
  ],
})

export const matMulTransposeEqMatMul = Law.law<MatMul>({
  id: 'matMulTranspose_eq_matMul',
  statement: 'ABᵀ has the bits of the product of A with the transpose of B',
  source,
  hypotheses: [],
  property: (product) =>
    fc.property(
      sizes.chain(([m, k, n]) => fc.tuple(seededMatrix(m, k), seededMatrix(n, k))),
      ([a, b]) => sameBits(product(a)(b), Matrix.matMul(a)(Matrix.transpose(b))),
    ),
  countermodels: [
    {
      id: 'unturned',
      description: 'swaps the sizes of B, but none of its entries',
      implementation: (a) => (b) => Matrix.matMul(a)(relabels(b)),
    },
    { id: 'transposed', description: 'BAᵀ', implementation: (a) => (b) => Matrix.matMulTranspose(b)(a) },
  ],
})

export const transposedClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(transposeMatMulEqMatMul, Matrix.transposeMatMul),
  Check.claim(matMulTransposeEqMatMul, Matrix.matMulTranspose),
]
