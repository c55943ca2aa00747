/**
 * Means whose weights are softmaxes of scores: what a continuous memory answers, and one head of attention.
 *
 * Conventions: queries, keys and values are rows; β as in `Softmax`. A pair that is blocked has weight 0, and a query of
 *              which all pairs are blocked is answered by zeros.
 * References:  Ramsauer et al. (2020), eq. 3; Vaswani et al. (2017), "Attention is all you need", eq. 1; Milakov and
 *              Gimelshein (2018), "Online normalizer calculation for softmax", for the greatest score in one pass.
 */
import { either as E } from 'fp-ts'
import { firstNotFinite } from './kernels/finite.js'
import { softmaxMean as kernel } from './kernels/softmaxMean.js'
import { empty, outOfRange, overflow, sizeMismatch, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64, type Matrix } from './Matrix.js'

export interface Options {
  /** Inverse temperature, from 0 to ∞. */
  readonly beta: number
  /** Not 0 for each pair of a query and a key, query by query, that is left out; none is by default. */
  readonly blocked?: Matrix
}

/**
 * The mean of the values for each query, weighed by how well the keys fit it.
 *
 * Formula:  softmax(β Q Kᵀ) V, row by row
 * Shapes:   K [p, d], V [p, m], Q [q, d] → [q, m]; blocked [q, p]
 * Errors:   SizeMismatch; Empty if there are no keys; OutOfRange if β is not from 0 to ∞; Overflow if a score
 *           or a sum of values is too large
 * Cost:     O(q p (d + m)), or O(q p d) where few keys have a weight; memory for q m numbers: no scores are kept
 * Numerics: the greatest score is subtracted, so no exponential overflows; weights below 2⁻⁸⁰ of the greatest are left out,
 *           which moves the mean by less than p 2⁻⁸⁰ of the largest value; from exact scores within
 *           (2p + 8⌈p/128⌉ + 16) u of it for u = 2⁻⁵³; a row is the same whatever the others are, with the same bits on
 *           every platform
 * Laws:     softmaxMean_eq_weighted, softmaxMean_rows, softmaxMean_blocked, softmaxMean_eq_textbook
 * Source:   Ramsauer et al. (2020), eq. 3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, SoftmaxMean } from '@engram/linalg'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('keys', Matrix.fromRows([[4, 0], [0, 4], [-4, 0]])),
 *   E.apS('values', Matrix.fromRows([[1], [2], [3]])),
 *   E.apS('queries', Matrix.fromRows([[3, 1], [0, 0]])),
 *   E.chain(({ keys, values, queries }) => SoftmaxMean.softmaxMean({ beta: 8 })(keys)(values)(queries)),
 *   E.map(Matrix.toRows),
 * ) // => E.right([[1], [2]])
 * ```
 */
export const softmaxMean =
  ({ beta, blocked }: Options) =>
  <P extends string, D extends string>(keys: Matrix<P, D>) =>
  <M extends string>(values: Matrix<P, M>) =>
  <Q extends string>(queries: Matrix<Q, D>): E.Either<LinalgError, Matrix<Q, M>> => {
    const operation = 'SoftmaxMean.softmaxMean'
    const [q, p, d, m] = [queries.rows, keys.rows, keys.cols, values.cols]
    if (!(beta >= 0)) return E.left(outOfRange(operation, 'an inverse temperature of 0 or more', beta))
    if (p === 0) return E.left(empty(operation, 0))
    if (values.rows !== p) return E.left(sizeMismatch(operation, [p, m], [values.rows, m]))
    if (queries.cols !== d) return E.left(sizeMismatch(operation, [q, d], [q, queries.cols]))
    if (blocked !== undefined && (blocked.rows !== q || blocked.cols !== p))
      return E.left(sizeMismatch(operation, [q, p], [blocked.rows, blocked.cols]))
    const out = new Float64Array(q * m)
    const told = kernel(out, beta, queries.data, keys.data, values.data, blocked?.data, q, p, d, m)
    return told && firstNotFinite(out, out.length) === -1
      ? E.right(unsafeFromFloat64<Q, M>(q, m)(out))
      : E.left(overflow(operation))
  }
