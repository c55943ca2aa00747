/**
 * Matrices of +1 and −1, one bit to an entry.
 *
 * Definitions: `SignMatrix<R, C>`, with axis names as in `Matrix`. Row i takes ⌈cols / 32⌉ words; bit j mod 32 of its word
 *              ⌊j / 32⌋ is 1 where the entry in column j is +1, and 0 after the last column.
 * Conventions: products are matrices of whole numbers. xᵀy = n − 2d for two rows that differ in d of n places, so that a
 *              product of 32 entries is one exclusive or and one count of bits.
 */
import { either as E, type eq } from 'fp-ts'
import { sameEntries } from './kernels/compare.js'
import { firstUnsigned, pack, signProducts, transposeBits, unpack } from './kernels/signs.js'
import { notASign, ragged, sizeMismatch, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'
import type { ReadonlyWords } from './ReadonlyWords.js'
import { unsafeSymmetric, type SymmetricMatrix } from './SymmetricMatrix.js'

declare const axes: unique symbol

/** A matrix of signs whose rows lie along an axis named `R` and whose columns along `C`. */
export interface SignMatrix<R extends string = string, C extends string = string> {
  readonly _tag: 'SignMatrix'
  readonly rows: number
  readonly cols: number
  readonly words: ReadonlyWords
  readonly [axes]?: readonly [R, C]
}

/** Words of a row. */
const width = (cols: number): number => Math.ceil(cols / 32)

const signMatrix = <R extends string, C extends string>(
  rows: number,
  cols: number,
  fill: (words: Uint32Array) => void,
): SignMatrix<R, C> => {
  const words = new Uint32Array(rows * width(cols))
  fill(words)
  return { _tag: 'SignMatrix', rows, cols, words }
}

/**
 * The matrix with the given rows, which stay as they are.
 *
 * Errors: Ragged at the first row that is not as long as row 0; NotASign at the first entry that is neither 1 nor −1
 * Cost:   O(rows · cols)
 * Laws:   signMatrix_toMatrix, signMatrix_door
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, SignMatrix } from '@engram/linalg'
 *
 * const patterns = SignMatrix.fromRows([[1, 1, -1], [1, -1, -1]])
 * F.pipe(patterns, E.map(SignMatrix.gram), E.map(Matrix.toRows)) // => E.right([[2, 0, -2], [0, 2, 0], [-2, 0, 2]])
 * E.isLeft(SignMatrix.fromRows([[1, 0]])) // => true
 * ```
 */
export const fromRows = <R extends string = string, C extends string = string>(
  rows: ReadonlyArray<ReadonlyFloat64>,
): E.Either<LinalgError, SignMatrix<R, C>> => {
  const operation = 'SignMatrix.fromRows'
  const cols = rows[0]?.length ?? 0
  const odd = rows.findIndex((row) => row.length !== cols)
  if (odd !== -1) return E.left(ragged(operation, odd, cols, rows[odd]?.length ?? 0))
  const places = rows.map((row) => firstUnsigned(row, cols))
  const i = places.findIndex((place) => place !== -1)
  if (i !== -1) return E.left(notASign(operation, [i, places[i] ?? NaN], rows[i]?.[places[i] ?? NaN] ?? NaN))
  return E.right(
    signMatrix(rows.length, cols, (words) => rows.forEach((row, k) => pack(words, k * width(cols), row, 0, cols))),
  )
}

/**
 * The same entries, packed.
 *
 * Errors: NotASign at the first entry that is neither 1 nor −1
 * Laws:   signMatrix_toMatrix, signMatrix_door
 */
export const fromMatrix = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, SignMatrix<R, C>> => {
  const { rows, cols, data } = a
  const k = firstUnsigned(data, rows * cols)
  return k === -1
    ? E.right(
        signMatrix(rows, cols, (words) => {
          for (let i = 0; i < rows; i++) pack(words, i * width(cols), data, i * cols, cols)
        }),
      )
    : E.left(notASign('SignMatrix.fromMatrix', [Math.floor(k / cols), k % cols], data[k] ?? NaN))
}

/**
 * The same entries as float64 numbers.
 *
 * Laws: signMatrix_toMatrix
 */
export const toMatrix = <R extends string, C extends string>(a: SignMatrix<R, C>): Matrix<R, C> => {
  const x = new Float64Array(a.rows * a.cols)
  unpack(x, a.words, a.rows, a.cols, width(a.cols))
  return matrix<R, C>(a.rows, a.cols)(x)
}

/**
 * Aᵀ.
 *
 * Laws: signMatrix_transpose
 */
export const transpose = <R extends string, C extends string>(a: SignMatrix<R, C>): SignMatrix<C, R> =>
  signMatrix(a.cols, a.rows, (words) => transposeBits(words, a.words, a.rows, a.cols, width(a.rows), width(a.cols)))

/**
 * The rows of A, then those of B.
 *
 * Errors: SizeMismatch
 * Cost:   one copy of the words
 * Laws:   signMatrix_rows
 */
export const append =
  <R extends string, C extends string>(b: SignMatrix<R, C>) =>
  (a: SignMatrix<R, C>): E.Either<LinalgError, SignMatrix<R, C>> =>
    a.cols === b.cols
      ? E.right(
          signMatrix(a.rows + b.rows, a.cols, (words) => {
            words.set(a.words)
            words.set(b.words, a.words.length)
          }),
        )
      : E.left(sizeMismatch('SignMatrix.append', [b.rows, a.cols], [b.rows, b.cols]))

/**
 * The matrix without its row i; as it is, if it has no such row.
 *
 * Cost: one copy of the words
 * Laws: signMatrix_rows
 */
export const withoutRow =
  (i: number) =>
  <R extends string, C extends string>(a: SignMatrix<R, C>): SignMatrix<R, C> =>
    i >= 0 && i < a.rows
      ? {
          ...a,
          rows: a.rows - 1,
          words: Uint32Array.from(a.words).filter((_, at) => Math.floor(at / width(a.cols)) !== i),
        }
      : a

const products = <R extends string, K extends string, C extends string>(
  a: SignMatrix<R, K>,
  b: SignMatrix<C, K>,
): Matrix<R, C> => {
  const c = new Float64Array(a.rows * b.rows)
  signProducts(c, a.words, b.words, a.rows, b.rows, width(a.cols), a.cols)
  return matrix<R, C>(a.rows, b.rows)(c)
}

/**
 * A Bᵀ: the product of every row of A with every row of B, as the overlaps of states with patterns.
 *
 * Formula:  cᵢⱼ = Σₖ aᵢₖ bⱼₖ
 * Shapes:   A [m, k], B [n, k] → [m, n]
 * Errors:   SizeMismatch
 * Cost:     O(m n k / 32) time, or k / 128 where the platform has vectors
 * Numerics: exact
 * Laws:     signMatrix_matMulTranspose, signProducts_eq_textbook
 */
export const matMulTranspose =
  <R extends string, K extends string>(a: SignMatrix<R, K>) =>
  <C extends string>(b: SignMatrix<C, K>): E.Either<LinalgError, Matrix<R, C>> =>
    a.cols === b.cols
      ? E.right(products(a, b))
      : E.left(sizeMismatch('SignMatrix.matMulTranspose', [b.rows, a.cols], [b.rows, b.cols]))

/**
 * Aᵀ A: of patterns in rows, Hebb's sum Σₚ s(p) s(p)ᵀ.
 *
 * Formula:  cᵢⱼ = Σₚ aₚᵢ aₚⱼ
 * Shapes:   [P, n] → [n, n]
 * Cost:     O(P n² / 32) time, or P / 128 where the platform has vectors
 * Numerics: exact
 * Laws:     signMatrix_gram
 */
export const gram = <R extends string, C extends string>(a: SignMatrix<R, C>): SymmetricMatrix<C> => {
  const columns = transpose(a)
  return unsafeSymmetric(products(columns, columns))
}

/**
 * Equal shapes and equal entries.
 *
 * Laws: signMatrix_toMatrix
 */
export const Eq: eq.Eq<SignMatrix> = {
  equals: (a, b) =>
    a === b || (a.rows === b.rows && a.cols === b.cols && sameEntries(a.words, b.words, a.words.length)),
}
