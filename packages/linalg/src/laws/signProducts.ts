/**
 * Matrices of signs: the same products as those of float64, by counting bits.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { signProducts as scalar } from '../kernels/scalar/signs.js'
import { signProducts as vectorised } from '../kernels/simd/signs.js'
import type { SignProducts } from '../kernels/types.js'
import * as Matrix from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import type { ReadonlyWords } from '../ReadonlyWords.js'
import * as SignMatrix from '../SignMatrix.js'
import { matricesAgree, type Result } from './agree.js'
import { mapMatrix, matrixOfArray } from './build.js'
import { bits, packed, signs, someSigns } from './drawSigns.js'
import { identical } from './identical.js'
import { length } from './seeded.js'
import { bothClaims, textbook, wholeBlocks } from './textbook.js'

type M = Matrix.Matrix
type S = SignMatrix.SignMatrix

const source = 'the definition'

export const signMatrixTranspose = Law.law<(a: S) => S>({
  id: 'signMatrix_transpose',
  statement: 'the transpose has aⱼᵢ in row i and column j; twice, it is the matrix itself, to the last bit',
  source,
  hypotheses: [],
  property: (transpose) =>
    fc.property(someSigns, (entries) => {
      const a = packed(entries)
      const turned = transpose(a)
      return (
        Matrix.Eq.equals(SignMatrix.toMatrix(turned), Matrix.transpose(entries)) &&
        SignMatrix.Eq.equals(transpose(turned), a)
      )
    }),
  countermodels: [
    {
      id: 'relabels',
      description: 'swaps the sizes but no entry',
      implementation: (a) => packed(matrixOfArray(a.cols, a.rows, SignMatrix.toMatrix(a).data)),
    },
    {
      id: 'padding',
      description: 'sets the bits after the last column',
      implementation: (a) => ({
        ...SignMatrix.transpose(a),
        words: Uint32Array.from(SignMatrix.transpose(a).words, (word) => (a.rows % 32 === 0 ? word : word | (1 << 31))),
      }),
    },
  ],
})

export const signMatrixMatMulTranspose = Law.law<(a: S) => (b: S) => Result<M>>({
  id: 'signMatrix_matMulTranspose',
  statement: 'ABᵀ of packed signs is that of the same numbers',
  source,
  hypotheses: [],
  property: (product) =>
    fc.property(
      fc.tuple(length, length, bits).chain(([m, n, k]) => fc.tuple(signs(m, k), signs(n, k))),
      ([a, b]) => matricesAgree(product(packed(a))(packed(b)), Matrix.matMulTranspose(a)(b)),
    ),
  countermodels: [
    {
      id: 'padding',
      description: 'counts the bits after the last column as entries that agree',
      implementation: (a) => (b) =>
        E.map(mapMatrix((entry) => entry + ((32 - (a.cols % 32)) % 32)))(SignMatrix.matMulTranspose(a)(b)),
    },
    {
      id: 'agreements',
      description: 'counts the places that agree, and forgets those that differ',
      implementation: (a) => (b) => E.map(mapMatrix((entry) => (a.cols + entry) / 2))(SignMatrix.matMulTranspose(a)(b)),
    },
  ],
})

export const signMatrixGram = Law.law<(a: S) => M>({
  id: 'signMatrix_gram',
  statement: 'the Gram matrix of packed signs is AᵀA of the same numbers, and symmetric',
  source: 'Hebb (1949), as a sum of outer products',
  hypotheses: [],
  property: (gram) =>
    fc.property(someSigns, (a) => {
      const product = gram(packed(a))
      return (
        matricesAgree(E.right(product), Matrix.transposeMatMul(a)(a)) &&
        Matrix.Eq.equals(product, Matrix.transpose(product))
      )
    }),
  countermodels: [
    { id: 'rows', description: 'AAᵀ', implementation: (a) => SignMatrix.gram(SignMatrix.transpose(a)) },
    {
      id: 'zeroDiagonal',
      description: 'leaves out the diagonal',
      implementation: (a) => mapMatrix((entry, k) => (k % (a.cols + 1) === 0 ? 0 : entry))(SignMatrix.gram(a)),
    },
  ],
})

interface Rows {
  readonly a: ReadonlyWords
  readonly b: ReadonlyWords
  readonly m: number
  readonly n: number
  readonly words: number
  readonly length: number
}

const rows: fc.Arbitrary<Rows> = fc
  .oneof(
    { weight: 9, arbitrary: fc.tuple(length, length, bits) },
    // A byte counts to 255, which is less than the bits of 32 words; a block has 256 words.
    { weight: 1, arbitrary: fc.tuple(fc.constant(1), fc.constantFrom(1, 16, 17), fc.constantFrom(1000, 1100, 8200)) },
  )
  .chain(([m, n, k]) =>
    fc.tuple(signs(m, k), signs(n, k)).map(([a, b]) => ({
      a: packed(a).words,
      b: packed(b).words,
      m,
      n,
      words: Math.ceil(k / 32),
      length: k,
    })),
  )

/** Bit by bit. */
const differences = ({ a, b, m, n, words, length: k }: Rows): ReadonlyArray<number> =>
  Array.from({ length: m * n }, (_, at) =>
    Array.from({ length: k }, (__, bit) => {
      const word = bit >>> 5
      const differ = (a[Math.floor(at / n) * words + word] ?? NaN) ^ (b[(at % n) * words + word] ?? NaN)
      return (differ >>> (bit & 31)) & 1
    }).reduce((sum, one) => sum + one, 0),
  )

const productsOf = (inputs: Rows): ReadonlyArray<number> => differences(inputs).map((d) => inputs.length - 2 * d)

export const signProductsEqTextbook = Law.law<(inputs: Rows) => ReadonlyFloat64>({
  id: 'signProducts_eq_textbook',
  statement: 'a product of two rows of n signs that differ in d places is n − 2d',
  source: textbook,
  hypotheses: [],
  property: (signProducts) => fc.property(rows, (inputs) => identical(signProducts(inputs), productsOf(inputs))),
  countermodels: [
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of sixteen leave over',
      implementation: (inputs) => wholeBlocks(16, inputs.n, productsOf(inputs)),
    },
    {
      id: 'bytes',
      description: 'counts in bytes, which overflow',
      implementation: (inputs) => differences(inputs).map((d) => inputs.length - 2 * (d % 256)),
    },
    {
      id: 'padding',
      description: 'takes all bits of the last word for entries',
      implementation: (inputs) => differences(inputs).map((d) => 32 * inputs.words - 2 * d),
    },
  ],
})

const run =
  (signProducts: SignProducts) =>
  ({ a, b, m, n, words, length: k }: Rows): ReadonlyFloat64 => {
    const c = new Float64Array(m * n)
    signProducts(c, a, b, m, n, words, k)
    return c
  }

export const signProductClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(signMatrixTranspose, SignMatrix.transpose),
  Check.claim(signMatrixMatMulTranspose, SignMatrix.matMulTranspose),
  Check.claim(signMatrixGram, SignMatrix.gram),
  ...bothClaims(signProductsEqTextbook, scalar, vectorised, run),
]
