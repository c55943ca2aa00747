/**
 * How many random patterns a continuous memory can store.
 *
 * Definitions: patterns lie on a sphere of radius M = K √(n − 1) in n dimensions, drawn at random. With probability 1 − p
 *              as many as √p c^((n−1)/4) of them are stored: each has a fixed point near it, in a ball of its own. c does
 *              not depend on the number of patterns, so the capacity is exponential in n.
 * Laws:        storage_constant
 * References:  Ramsauer et al. (2020), theorem 3.
 */
import { either as E } from 'fp-ts'
import { LambertW } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'

export interface Sphere {
  readonly beta: number
  /** K: the radius of the sphere over √(n − 1). */
  readonly scale: number
  /** n. */
  readonly dimension: number
  /** p: how probable it may be that a pattern is not stored. */
  readonly failure: number
}

export interface Capacity {
  /** c, the base of the exponential. */
  readonly constant: number
  /** √p c^((n−1)/4). */
  readonly patterns: number
  /** Whether the theorem holds for these numbers: it promises two patterns at least. */
  readonly applies: boolean
}

const positive = (name: string, value: number): E.Either<HopfieldError, number> =>
  value > 0 && Number.isFinite(value)
    ? E.right(value)
    : E.left(outOfRange(`Storage.capacity (${name})`, 'a positive number', value))

/**
 * The constant of the storage theorem, and the number of patterns that it promises.
 *
 * Formula:  c = b / W₀(exp(a + ln b)) with a = 2/(n−1) · (1 + ln(2 β K² p (n − 1))) and b = 2 K² β / 5; it applies where
 *           c ≥ (2/√p)^(4/(n−1))
 * Errors:   OutOfRange (a number that is not positive, fewer than 2 dimensions, a probability above 1, or β K² so large
 *           that b eᵃ overflows)
 * Numerics: c within 2e-14 relative
 * Laws:     storage_constant
 * Source:   Ramsauer et al. (2020), theorem 3
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Storage } from '@engram/hopfield'
 *
 * const constant = E.map(({ constant }: Storage.Capacity) => constant.toFixed(5))
 * constant(Storage.capacity({ beta: 1, scale: 3, dimension: 20, failure: 0.001 })) // => E.right('3.15461')
 * constant(Storage.capacity({ beta: 1, scale: 1, dimension: 75, failure: 0.001 })) // => E.right('1.37188')
 * ```
 */
export const capacity = ({ beta, dimension, failure, scale }: Sphere): E.Either<HopfieldError, Capacity> => {
  const odd = [positive('beta', beta), positive('scale', scale), positive('failure', failure)].find(E.isLeft)
  if (odd !== undefined) return odd
  if (!(Number.isInteger(dimension) && dimension >= 2))
    return E.left(outOfRange('Storage.capacity (dimension)', 'a whole number from 2 on', dimension))
  if (failure > 1) return E.left(outOfRange('Storage.capacity (failure)', 'a probability from 0 to 1', failure))
  const free = dimension - 1
  const a = (2 / free) * (1 + Math.log(2 * beta * scale ** 2 * failure * free))
  const b = (2 * scale ** 2 * beta) / 5
  const argument = b * Math.exp(a)
  if (!(argument > 0 && Number.isFinite(argument)))
    return E.left(outOfRange('Storage.capacity (beta · scale²)', 'a number that is neither 0 nor overflows', b))
  return E.map((w: number) => {
    const constant = b / w
    return {
      constant,
      patterns: Math.sqrt(failure) * constant ** (free / 4),
      applies: constant >= (2 / Math.sqrt(failure)) ** (4 / free),
    }
  })(E.mapLeft(() => outOfRange('Storage.capacity', 'an argument of W₀', argument))(LambertW.principal(argument)))
}
