/**
 * Products with vectors, as their kernels compute them.
 */
import { Law, type Check } from '@engram/law'
import fc from 'fast-check'
import * as scalar from '../kernels/scalar/matrixVector.js'
import * as vectorised from '../kernels/simd/matrixVector.js'
import type { Gemv, Ger } from '../kernels/types.js'
import type { Matrix } from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as reference from '../reference.js'
import type { Vector } from '../Vector.js'
import { identical } from './identical.js'
import { length, seededMatrix, seededVector } from './seeded.js'
import { bothClaims, evenAndOdd, rowsOf, textbook, wholeBlocks, type Sum } from './textbook.js'

const shaped: fc.Arbitrary<readonly [Matrix, Vector, Vector]> = fc
  .tuple(length, length)
  .chain(([m, n]) => fc.tuple(seededMatrix(m, n), seededVector(m), seededVector(n)))

const termsOf = (a: Matrix, x: Vector, sum: Sum): ReadonlyFloat64 =>
  rowsOf(a).map((row) => sum(row.map((entry, j) => entry * (x.data[j] ?? NaN))))

export const gemvEqTextbook = Law.law<(a: Matrix, x: Vector) => ReadonlyFloat64>({
  id: 'gemv_eq_textbook',
  statement: 'an entry of A x is the sum of its products in the order of the inner index',
  source: textbook,
  hypotheses: [],
  property: (gemv) => fc.property(shaped, ([a, , x]) => identical(gemv(a, x), reference.matVec(a, x).data)),
  countermodels: [
    {
      id: 'evenAndOdd',
      description: 'lets the lanes of a vector run along a row, and adds them up at its end',
      implementation: (a, x) => termsOf(a, x, evenAndOdd),
    },
    {
      id: 'wholeBlocks',
      description: 'forgets the rows that blocks of four leave over',
      implementation: (a, x) => wholeBlocks(4, a.rows, reference.matVec(a, x).data),
    },
  ],
})

export const gevmEqTextbook = Law.law<(a: Matrix, x: Vector) => ReadonlyFloat64>({
  id: 'gevm_eq_textbook',
  statement: 'an entry of xᵀ A is the sum of its products in the order of the inner index',
  source: textbook,
  hypotheses: [],
  property: (gevm) => fc.property(shaped, ([a, x]) => identical(gevm(a, x), reference.vecMat(a, x).data)),
  countermodels: [
    {
      id: 'evenAndOdd',
      description: 'adds up even and odd rows by themselves',
      implementation: (a, x) => termsOf(reference.transpose(a), x, evenAndOdd),
    },
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of two leave over',
      implementation: (a, x) => wholeBlocks(2, a.cols, reference.vecMat(a, x).data),
    },
  ],
})

export const gerEqTextbook = Law.law<(x: Vector, y: Vector) => ReadonlyFloat64>({
  id: 'ger_eq_textbook',
  statement: 'an entry of x yᵀ is the product of two entries',
  source: textbook,
  hypotheses: [],
  property: (ger) => fc.property(shaped, ([, x, y]) => identical(ger(x, y), reference.outer(x, y).data)),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of two leave over',
      implementation: (x, y) => wholeBlocks(2, y.length, reference.outer(x, y).data),
    },
  ],
})

const runGemv =
  (kernel: Gemv, size: (a: Matrix) => number) =>
  (a: Matrix, x: Vector): ReadonlyFloat64 => {
    const y = new Float64Array(size(a))
    kernel(y, a.data, x.data, a.rows, a.cols)
    return y
  }

const runGer =
  (ger: Ger) =>
  (x: Vector, y: Vector): ReadonlyFloat64 => {
    const a = new Float64Array(x.length * y.length)
    ger(a, x.data, y.data, x.length, y.length)
    return a
  }

export const gemvClaims: ReadonlyArray<Check.Claim> = [
  ...bothClaims(gemvEqTextbook, scalar.gemv, vectorised.gemv, (kernel) => runGemv(kernel, (a) => a.rows)),
  ...bothClaims(gevmEqTextbook, scalar.gevm, vectorised.gevm, (kernel) => runGemv(kernel, (a) => a.cols)),
  ...bothClaims(gerEqTextbook, scalar.ger, vectorised.ger, runGer),
]
