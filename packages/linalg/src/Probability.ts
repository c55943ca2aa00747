/**
 * Vectors of probabilities.
 *
 * Definitions: `Probability<A>`: a vector with entries in [0, 1] that add up to 1, up to rounding; a proof that lives in the
 *              type only.
 * Conventions: up to rounding means that the sum is off by no more than γ₂ₙ, as that of n quotients by their sum is.
 */
import { either as E } from 'fp-ts'
import { compensated } from './Summation.js'
import { notANumber, notNormalised, outOfRange, type LinalgError } from './LinalgError.js'
import type { Vector } from './Vector.js'

declare const probability: unique symbol

/** A vector of probabilities of n cases, one of which comes true. */
export type Probability<A extends string = string> = Vector<A> & { readonly [probability]: true }

/** Takes the caller's word that the entries are probabilities and add up to 1; nothing is checked. */
export const unsafeProbability = <A extends string>(x: Vector<A>): Probability<A> => x as Probability<A>

/**
 * The vector, with the proof that its entries are probabilities.
 *
 * Errors: NotANumber; OutOfRange at the first entry that is not in [0, 1]; NotNormalised if they do not add up to 1
 * Cost:   O(n)
 * Laws:   probability_iff, softmax_is_probability
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { LinalgError, Probability, Vector } from '@engram/linalg'
 *
 * const outcome = F.pipe(Vector.fromArray([0.5, 0.25]), E.chain(Probability.fromVector))
 * E.mapLeft(LinalgError.render)(outcome) // => E.left('Probability.fromVector: the entries add up to 0.75, not 1')
 * ```
 */
export const fromVector = <A extends string>(x: Vector<A>): E.Either<LinalgError, Probability<A>> => {
  const operation = 'Probability.fromVector'
  const index = Array.from(x.data).findIndex((each) => !(each >= 0 && each <= 1))
  const outside = x.data[index]
  if (outside !== undefined)
    return Number.isNaN(outside)
      ? E.left(notANumber(operation, [index]))
      : E.left(outOfRange(operation, `entry (${index}) from 0 to 1`, outside))
  const sum = compensated(x)
  const unit = 2 ** -53
  return Math.abs(sum - 1) <= (2 * x.length * unit) / (1 - 2 * x.length * unit)
    ? E.right(unsafeProbability(x))
    : E.left(notNormalised(operation, sum))
}
