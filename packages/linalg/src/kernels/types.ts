/**
 * What a kernel is: the signatures that the scalar and the vectorised implementation share.
 *
 * Conventions: the output comes first and aliases nothing; sizes agree; nothing is checked. Entries are float64, or
 *              float32 where the name says so. The two implementations return the same bits: each entry is the sum of
 *              its terms in the order of their index, each product and each sum rounded by itself.
 */
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import type { ReadonlyWords } from '../ReadonlyWords.js'

/** C ← A B, A of m×k and B of k×n; a transposed operand is stored as k×m or n×k. */
type Product<A> = (
  c: A,
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  m: number,
  k: number,
  n: number,
  leftTransposed?: boolean,
  rightTransposed?: boolean,
) => void

export type Gemm = Product<Float64Array>
export type Gemm32 = Product<Float32Array>

/** y ← A x, or y ← xᵀ A, with A of m×n and y all zeros. */
export type Gemv = (y: Float64Array, a: ReadonlyFloat64, x: ReadonlyFloat64, m: number, n: number) => void

/** A ← x yᵀ of m×n. */
export type Ger = (a: Float64Array, x: ReadonlyFloat64, y: ReadonlyFloat64, m: number, n: number) => void

/** Each row of the m×n matrix W ← exp(β (x − max)) / Σ; `maxima` has the maximum of each row of X, not −∞. */
export type Softmax = (
  w: Float64Array,
  beta: number,
  x: ReadonlyFloat64,
  maxima: ReadonlyFloat64,
  m: number,
  n: number,
) => void

/**
 * Each row of the q×m matrix `out`, all zeros ← the mean of the rows of V, p×m, weighed by exp(β (scores − greatest)),
 * where the scores are the products of a row of Q, q×d, with those of K, p×d; pairs in which `blocked`, q×p, is not 0 are
 * left out, and a row of zeros stays where all are. Answers false where a score overflows.
 */
export type SoftmaxMean = (
  out: Float64Array,
  beta: number,
  queries: ReadonlyFloat64,
  keys: ReadonlyFloat64,
  values: ReadonlyFloat64,
  blocked: ReadonlyFloat64 | undefined,
  q: number,
  p: number,
  d: number,
  m: number,
) => boolean

/** cᵢⱼ ← Σₖ aᵢₖ bⱼₖ over m and n rows of `length` signs, one bit each in `words` words, all bits after them equal. */
export type SignProducts = (
  c: Float64Array,
  a: ReadonlyWords,
  b: ReadonlyWords,
  m: number,
  n: number,
  words: number,
  length: number,
) => void
