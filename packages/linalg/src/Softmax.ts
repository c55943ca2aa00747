/**
 * The distribution that weighs each score by its exponential.
 *
 * Conventions: over the extended reals, with β an inverse temperature, given first and always; at temperature T it is
 *              1/T, and T = 0 is allowed. What the formula leaves open is decided by limits: a score of −∞ has weight
 *              exactly 0; if some are +∞ they share the whole mass equally; β = 0 weighs all scores above −∞ equally
 *              (+∞ among them still wins), β = ∞ only those that are greatest.
 */
import { either as E, function as F } from 'fp-ts'
import { logSoftmax as logKernel } from './kernels/logSoftmax.js'
import { rowMaxima, softmax as softmaxKernel } from './kernels/softmax.js'
import { empty, notANumber, outOfRange, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { maximumOf } from './maximum.js'
import { unsafeProbability, type Probability } from './Probability.js'
import { unsafeFromFloat64, type Vector } from './Vector.js'

type Kernel = (w: Float64Array, beta: number, x: Vector['data'], max: number, n: number) => void

const weigh = <A extends string>(
  operation: string,
  run: Kernel,
  beta: number,
  scores: Vector<A>,
): E.Either<LinalgError, Vector<A>> =>
  beta >= 0
    ? F.pipe(
        scores,
        maximumOf(operation),
        E.filterOrElse(
          (max) => max > -Infinity,
          () => empty(operation, scores.length),
        ),
        E.map((max) => {
          const w = new Float64Array(scores.length)
          run(w, beta, scores.data, max, scores.length)
          return unsafeFromFloat64(w)
        }),
      )
    : E.left(outOfRange(operation, 'an inverse temperature of 0 or more', beta))

/**
 * The weights of some scores at inverse temperature β.
 *
 * Formula:  wᵢ = exp(β xᵢ) / Σⱼ exp(β xⱼ)
 * Requires: 0 ≤ β ≤ ∞
 * Errors:   Empty if there is no score above −∞; NotANumber at the first NaN; OutOfRange if β is no such number
 * Cost:     O(n)
 * Numerics: the greatest score is subtracted first, so nothing overflows; Σw = 1 up to γ₂ₙ; the same bits on every
 *           platform
 * Laws:     softmax_sum_one, softmax_shift, softmax_scale, softmax_monotone, softmax_masked, softmax_infinite,
 *           softmax_all_masked, softmax_argmax_of_gap, softmax_eq_textbook, softmax_is_probability
 * Source:   Boltzmann (1868); Bridle (1990)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Softmax, Vector } from '@engram/linalg'
 *
 * const softmax = (xs: ReadonlyArray<number>) =>
 *   F.pipe(Vector.fromExtended(xs), E.chain(Softmax.softmax(1)), E.map(Vector.toArray))
 * softmax([1e308, -Infinity, 1e308]) // => E.right([0.5, 0, 0.5])
 * E.isLeft(softmax([-Infinity])) // => true
 * ```
 */
export const softmax =
  (beta: number) =>
  <A extends string>(scores: Vector<A>): E.Either<LinalgError, Probability<A>> =>
    F.pipe(
      weigh('Softmax.softmax', (w, _, x, max, n) => softmaxKernel(w, beta, x, [max], 1, n), beta, scores),
      E.map(unsafeProbability),
    )

/**
 * The weights of each row of scores by itself.
 *
 * Formula:  wᵢⱼ = exp(β xᵢⱼ) / Σₖ exp(β xᵢₖ)
 * Requires: 0 ≤ β ≤ ∞
 * Errors:   as `softmax`, at the first row that has no weights
 * Cost:     O(m n)
 * Numerics: as `softmax`, to the bit
 * Laws:     softmaxRows_eq_softmax
 */
export const softmaxRows =
  (beta: number) =>
  <R extends string, C extends string>(scores: Matrix<R, C>): E.Either<LinalgError, Matrix<R, C>> => {
    const { rows, cols, data } = scores
    const operation = 'Softmax.softmaxRows'
    if (!(beta >= 0)) return E.left(outOfRange(operation, 'an inverse temperature of 0 or more', beta))
    const maxima = new Float64Array(rows)
    rowMaxima(maxima, data, rows, cols)
    const row = maxima.findIndex((max) => !(max > -Infinity))
    if (row !== -1) {
      const j = Array.from({ length: cols }, (_, k) => data[row * cols + k]).findIndex(Number.isNaN)
      return E.left(j === -1 ? empty(operation, cols) : notANumber(operation, [row, j]))
    }
    const w = new Float64Array(rows * cols)
    softmaxKernel(w, beta, data, maxima, rows, cols)
    return E.right(matrix<R, C>(rows, cols)(w))
  }

/**
 * The logarithms of the softmax weights, without the loss of taking them afterwards.
 *
 * Formula:  log wᵢ = β xᵢ − log Σⱼ exp(β xⱼ)
 * Requires: 0 ≤ β ≤ ∞
 * Errors:   as `softmax`
 * Cost:     O(n)
 * Numerics: −∞ where the weight is exactly 0, finite where `softmax` only underflows
 * Laws:     logSoftmax_exp, logSoftmax_finite
 */
export const logSoftmax =
  (beta: number) =>
  <A extends string>(scores: Vector<A>): E.Either<LinalgError, Vector<A>> =>
    weigh('Softmax.logSoftmax', logKernel, beta, scores)
