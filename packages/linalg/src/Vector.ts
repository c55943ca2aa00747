/**
 * Vectors of float64 numbers.
 *
 * Definitions: `Vector`; an axis name (`Vector<'input'>`) that exists only in types, and keeps apart what has the same
 *              length but another meaning.
 * Conventions: entries are finite when they come in through `fromArray`; arithmetic follows IEEE 754 from there on, so
 *              that a sum which overflows is ±∞. Options first, vector last.
 */
import { either as E } from 'fp-ts'
import { notANumber, notFinite, type LinalgError } from './LinalgError.js'
import { natural } from './natural.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'

declare const axis: unique symbol

/** A vector along an axis named `A`. */
export interface Vector<A extends string = string> {
  readonly _tag: 'Vector'
  readonly length: number
  readonly data: ReadonlyFloat64
  readonly [axis]?: A
}

/**
 * Wraps numbers that the caller has just made and will never write again; nothing is copied or checked.
 *
 * For packages that own a kernel; anyone else wants `fromArray`.
 */
export const unsafeFromFloat64 = <A extends string = string>(data: Float64Array): Vector<A> => ({
  _tag: 'Vector',
  length: data.length,
  data,
})

/**
 * A vector with a copy of the given numbers.
 *
 * Errors: NotFinite at the first NaN or infinite entry
 * Cost:   O(n)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 *
 * E.map(Vector.toArray)(Vector.fromArray([1, 2, 3])) // => E.right([1, 2, 3])
 * E.isLeft(Vector.fromArray([1, Infinity])) // => true
 * ```
 */
export const fromArray = <A extends string = string>(xs: ReadonlyFloat64): E.Either<LinalgError, Vector<A>> => {
  const data = Float64Array.from(xs)
  const index = data.findIndex((x) => !Number.isFinite(x))
  return index === -1
    ? E.right(unsafeFromFloat64(data))
    : E.left(notFinite('Vector.fromArray', [index], data[index] ?? NaN))
}

/**
 * As `fromArray`, but −∞ and +∞ are welcome: scores in which −∞ marks what is masked.
 *
 * Errors: NotANumber at the first NaN
 */
export const fromExtended = <A extends string = string>(xs: ReadonlyFloat64): E.Either<LinalgError, Vector<A>> => {
  const data = Float64Array.from(xs)
  const index = data.findIndex((x) => Number.isNaN(x))
  return index === -1 ? E.right(unsafeFromFloat64(data)) : E.left(notANumber('Vector.fromExtended', [index]))
}

/** The vector of n zeros; a size that is not a natural number counts as the next one below, and as 0 at least. */
export const zeros = <A extends string = string>(n: number): Vector<A> =>
  unsafeFromFloat64(new Float64Array(natural(n)))

/** The entries, as a fresh array. */
export const toArray = (x: Vector): ReadonlyArray<number> => Array.from(x.data)
