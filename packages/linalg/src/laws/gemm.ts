/**
 * Products of matrices, as their kernels compute them.
 */
import { Law, type Check } from '@engram/law'
import fc from 'fast-check'
import * as scalar from '../kernels/scalar/gemm.js'
import * as vectorised from '../kernels/simd/gemm.js'
import type { Gemm, Gemm32 } from '../kernels/types.js'
import { unsafeFromFloat64 as matrixFrom, type Matrix } from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as reference from '../reference.js'
import { indices } from './draw.js'
import { identical } from './identical.js'
import { length, seededMatrix } from './seeded.js'
import { bothClaims, evenAndOdd, textbook, wholeBlocks, type Sum } from './textbook.js'

/** Two matrices, and whether they are stored as transposes of the operands. */
export interface Factors {
  readonly a: Matrix
  readonly b: Matrix
  readonly leftTransposed: boolean
  readonly rightTransposed: boolean
}

const factors: fc.Arbitrary<Factors> = fc
  .tuple(fc.tuple(length, length, length), fc.boolean(), fc.boolean())
  .filter(([[m, k, n]]) => m * k * n <= 20_000)
  .chain(([[m, k, n], leftTransposed, rightTransposed]) =>
    fc.record(
      {
        a: leftTransposed ? seededMatrix(k, m) : seededMatrix(m, k),
        b: rightTransposed ? seededMatrix(n, k) : seededMatrix(k, n),
        leftTransposed: fc.constant(leftTransposed),
        rightTransposed: fc.constant(rightTransposed),
      },
      { noNullPrototype: true },
    ),
  )

const operands = ({ a, b, leftTransposed, rightTransposed }: Factors): readonly [Matrix, Matrix] => [
  leftTransposed ? reference.transpose(a) : a,
  rightTransposed ? reference.transpose(b) : b,
]

/** Each entry of the product, from its terms. */
const entries = (inputs: Factors, sum: Sum): ReadonlyFloat64 => {
  const [a, b] = operands(inputs)
  return indices(a.rows).flatMap((i) =>
    indices(b.cols).map((j) =>
      sum(indices(a.cols).map((l) => (a.data[i * a.cols + l] ?? NaN) * (b.data[l * b.cols + j] ?? NaN))),
    ),
  )
}

const textbookProduct = (inputs: Factors): ReadonlyFloat64 => reference.matMul(...operands(inputs)).data

/** The entries as they lie there, taken for those of the operand itself. */
const unturned = ({ a, b, ...rest }: Factors): ReadonlyFloat64 =>
  textbookProduct({
    a: rest.leftTransposed ? matrixFrom(a.cols, a.rows)(Float64Array.from(a.data)) : a,
    b,
    leftTransposed: false,
    rightTransposed: rest.rightTransposed,
  })

export const gemmEqTextbook = Law.law<(inputs: Factors) => ReadonlyFloat64>({
  id: 'gemm_eq_textbook',
  statement: 'an entry of A B is the sum of its products in the order of the inner index, for transposes as well',
  source: textbook,
  hypotheses: [],
  property: (gemm) => fc.property(factors, (inputs) => identical(gemm(inputs), textbookProduct(inputs))),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of four leave over',
      implementation: (inputs) => wholeBlocks(4, operands(inputs)[1].cols, textbookProduct(inputs)),
    },
    { id: 'unturned', description: 'takes a transposed operand for a plain one', implementation: unturned },
    {
      id: 'evenAndOdd',
      description: 'adds up even and odd terms by themselves, as two lanes of one vector would',
      implementation: (inputs) => entries(inputs, evenAndOdd),
    },
  ],
})

const roundedFactors = factors.map((inputs) => ({
  ...inputs,
  a: matrixFrom(inputs.a.rows, inputs.a.cols)(Float64Array.from(inputs.a.data, Math.fround)),
  b: matrixFrom(inputs.b.rows, inputs.b.cols)(Float64Array.from(inputs.b.data, Math.fround)),
}))

const roundedSum: Sum = (terms) => terms.reduce((sum, term) => Math.fround(sum + Math.fround(term)), 0)

export const gemm32EqTextbook = Law.law<(inputs: Factors) => ReadonlyFloat64>({
  id: 'gemm32_eq_textbook',
  statement: 'an entry of A B in float32 is the sum of its products in the order of the inner index, each rounded',
  source: textbook,
  hypotheses: [],
  property: (gemm) => fc.property(roundedFactors, (inputs) => identical(gemm(inputs), entries(inputs, roundedSum))),
  countermodels: [
    {
      id: 'roundedOnce',
      description: 'computes in float64 and rounds the result',
      implementation: (inputs) => Float32Array.from(textbookProduct(inputs)),
    },
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of eight leave over',
      implementation: (inputs) => wholeBlocks(8, operands(inputs)[1].cols, entries(inputs, roundedSum)),
    },
    {
      id: 'unturned',
      description: 'takes a transposed operand for a plain one',
      implementation: (inputs) => Float32Array.from(unturned(inputs)),
    },
  ],
})

const runGemm =
  (gemm: Gemm) =>
  (inputs: Factors): ReadonlyFloat64 => {
    const [{ rows: m, cols: k }, { cols: n }] = operands(inputs)
    const c = new Float64Array(m * n)
    gemm(c, inputs.a.data, inputs.b.data, m, k, n, inputs.leftTransposed, inputs.rightTransposed)
    return c
  }

const runGemm32 =
  (gemm: Gemm32) =>
  (inputs: Factors): ReadonlyFloat64 => {
    const [{ rows: m, cols: k }, { cols: n }] = operands(inputs)
    const c = new Float32Array(m * n)
    gemm(c, inputs.a.data, inputs.b.data, m, k, n, inputs.leftTransposed, inputs.rightTransposed)
    return c
  }

export const gemmClaims: ReadonlyArray<Check.Claim> = [
  ...bothClaims(gemmEqTextbook, scalar.gemm, vectorised.gemm, runGemm),
  ...bothClaims(gemm32EqTextbook, scalar.gemm32, vectorised.gemm32, runGemm32),
]
