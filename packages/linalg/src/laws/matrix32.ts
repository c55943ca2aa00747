/**
 * Matrices of float32 numbers: what rounding costs.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", §3.5.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Matrix32 from '../Matrix32.js'
import * as reference from '../reference.js'
import { double, matrixOf, size } from './arbitraries.js'
import type { Result } from './agree.js'
import { mapMatrix, matrixOfArray } from './build.js'
import { gammaOf } from './rounding.js'

type M = Matrix.Matrix
type M32 = Matrix32.Matrix32

const rounded = mapMatrix(Math.fround)

const matrix = fc.tuple(size, size).chain(([m, n]) => matrixOf(double)(m, n))

/** In and out. */
export interface Conversion {
  readonly fromMatrix: (a: M) => M32
  readonly toMatrix: (a: M32) => M
}

/** Keeps the sign, the exponent and the first 23 bits, whatever follows. */
const truncated = (x: number): number => {
  const nearest = Math.fround(x)
  return Math.abs(nearest) > Math.abs(x)
    ? nearest - Math.sign(x) * 2 ** (Math.floor(Math.log2(Math.abs(x))) - 23)
    : nearest
}

export const matrix32Round = Law.law<Conversion>({
  id: 'matrix32_round',
  statement: 'to float32 and back is each entry rounded to the nearest float32; a second time changes nothing',
  source: 'IEEE 754, §4.3.1',
  hypotheses: [],
  property: ({ fromMatrix, toMatrix }) =>
    fc.property(matrix, (a) => {
      const once = toMatrix(fromMatrix(a))
      return Matrix.Eq.equals(once, rounded(a)) && Matrix.Eq.equals(toMatrix(fromMatrix(once)), once)
    }),
  countermodels: [
    {
      id: 'truncated',
      description: 'cuts off what float32 has no place for',
      implementation: { ...Matrix32, fromMatrix: (a) => Matrix32.fromMatrix(mapMatrix(truncated)(a)) },
    },
  ],
})

/** The products; A and B are stored as they are multiplied, or transposed where the name says so. */
export interface Products {
  readonly matMul: (a: M32) => (b: M32) => Result<M32>
  readonly transposeMatMul: (a: M32) => (b: M32) => Result<M32>
  readonly matMulTranspose: (a: M32) => (b: M32) => Result<M32>
}

const transpose = (a: M32): M32 => Matrix32.fromMatrix(Matrix.transpose(Matrix32.toMatrix(a)))

const half = (a: M32): M32 => Matrix32.fromMatrix(mapMatrix((x) => Math.round(x * 256) / 256)(Matrix32.toMatrix(a)))

/** Whether |fl(AB) − AB| ≤ γₖ |A||B|; that the right side is computed in float64 matters at 2⁻⁵³ of it, far below 2u. */
const isClose = (c: M32, a: M, b: M): boolean => {
  const [exact, magnitude] = [reference.matMul(a, b), reference.matMul(mapMatrix(Math.abs)(a), mapMatrix(Math.abs)(b))]
  const bound = gammaOf(2 ** -24)(a.cols + 1)
  return (
    c.rows === exact.rows &&
    c.cols === exact.cols &&
    Array.from(c.data).every(
      (entry, i) => Math.abs(entry - (exact.data[i] ?? NaN)) <= bound * (magnitude.data[i] ?? NaN),
    )
  )
}

export const matrix32Error = Law.law<Products>({
  id: 'matrix32_error',
  statement: 'a product in float32, of transposes as well, is right to γₖ |A||B| with u = 2⁻²⁴',
  source: 'Higham (2002), §3.5',
  hypotheses: [],
  property: ({ matMul, transposeMatMul, matMulTranspose }) =>
    fc.property(
      fc.tuple(size, size, size).chain(([m, k, n]) => fc.tuple(matrixOf(double)(m, k), matrixOf(double)(k, n))),
      ([x, y]) => {
        const [a, b] = [rounded(x), rounded(y)]
        const [left, right] = [Matrix32.fromMatrix(a), Matrix32.fromMatrix(b)]
        return [
          matMul(left)(right),
          transposeMatMul(transpose(left))(right),
          matMulTranspose(left)(transpose(right)),
        ].every(E.exists((c) => isClose(c, a, b)))
      },
    ),
  countermodels: [
    {
      id: 'half',
      description: 'rounds one factor to eight bits after the point',
      implementation: { ...Matrix32, matMul: (a) => Matrix32.matMul(half(a)) },
    },
    {
      id: 'unturned',
      description: 'swaps the sizes of a transposed operand, but none of its entries',
      implementation: {
        ...Matrix32,
        transposeMatMul: (a) => Matrix32.matMul(Matrix32.fromMatrix(matrixOfArray(a.cols, a.rows, a.data))),
      },
    },
  ],
})

export const matrix32Claims: ReadonlyArray<Check.Claim> = [
  Check.claim(matrix32Round, Matrix32),
  Check.claim(matrix32Error, Matrix32),
]
