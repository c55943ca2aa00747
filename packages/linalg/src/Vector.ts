/**
 * Vectors of float64 numbers.
 *
 * Definitions: `Vector`; an axis name (`Vector<'input'>`) that exists only in types, and keeps apart what has the same
 *              length but another meaning.
 * Conventions: entries are finite when they come in through `fromArray`; arithmetic follows IEEE 754 from there on, so
 *              that a sum which overflows is ±∞. Options first, vector last.
 */
import { either as E, option as O, type eq, type monoid } from 'fp-ts'
import { accumulate } from './kernels/accumulate.js'
import { sameEntries } from './kernels/compare.js'
import * as kernel from './kernels/elementwise.js'
import { dot as kernelDot } from './kernels/dot.js'
import { map as kernelMap } from './kernels/map.js'
import { notANumber, notFinite, sizeMismatch, type LinalgError } from './LinalgError.js'
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
 * Laws:   fromArray_finite, inputs_untouched, results_unaliased
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
  const data = new Float64Array(xs)
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
  const data = new Float64Array(xs)
  const index = data.findIndex((x) => Number.isNaN(x))
  return index === -1 ? E.right(unsafeFromFloat64(data)) : E.left(notANumber('Vector.fromExtended', [index]))
}

/** The vector of n zeros; a size that is not a natural number counts as the next one below, and as 0 at least. */
export const zeros = <A extends string = string>(n: number): Vector<A> =>
  unsafeFromFloat64(new Float64Array(natural(n)))

/**
 * The vector with the entries f(0) … f(n−1).
 *
 * Errors: NotFinite at the first NaN or infinite value
 */
export const fromFunction =
  <A extends string = string>(n: number) =>
  (f: (i: number) => number): E.Either<LinalgError, Vector<A>> =>
    fromArray(Array.from({ length: natural(n) }, (_, i) => f(i)))

/** The entries, as a fresh array. */
export const toArray = (x: Vector): ReadonlyArray<number> => Array.from(x.data)

/** The entry at position i, counted from 0. */
export const entry =
  (i: number) =>
  (x: Vector): O.Option<number> =>
    O.fromNullable(x.data[i])

const zipWith = <A extends string>(
  operation: string,
  run: typeof kernel.add,
  x: Vector<A>,
  y: Vector<A>,
): E.Either<LinalgError, Vector<A>> => {
  if (x.length !== y.length) return E.left(sizeMismatch(operation, [x.length], [y.length]))
  const z = new Float64Array(x.length)
  run(z, x.data, y.data, x.length)
  return E.right(unsafeFromFloat64(z))
}

/**
 * x + y.
 *
 * Errors: SizeMismatch; for a sum that extends the shorter by zeros see `getMonoidSum`
 * Cost:   O(n), as all that follow
 * Laws:   vector_add_comm, vector_add_assoc, vector_add_zero, vector_add_neg, sizes_are_checked
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 *
 * const sum = F.pipe(
 *   E.Do,
 *   E.apS('x', Vector.fromArray([1, 2])),
 *   E.apS('y', Vector.fromArray([10, 20])),
 *   E.chain(({ x, y }) => Vector.add(x)(y)),
 * )
 * E.map(Vector.toArray)(sum) // => E.right([11, 22])
 * ```
 */
export const add =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, Vector<A>> =>
    zipWith('Vector.add', kernel.add, x, y)

/**
 * x − y, written `pipe(x, subtract(y))`.
 *
 * Errors: SizeMismatch
 * Laws:   vector_subtract_eq_add_neg
 */
export const subtract =
  <A extends string>(y: Vector<A>) =>
  (x: Vector<A>): E.Either<LinalgError, Vector<A>> =>
    zipWith('Vector.subtract', kernel.subtractFrom, y, x)

/**
 * The Hadamard product: (x ∘ y)ᵢ = xᵢ yᵢ.
 *
 * Errors: SizeMismatch
 */
export const hadamard =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, Vector<A>> =>
    zipWith('Vector.hadamard', kernel.multiply, x, y)

/**
 * α x.
 *
 * Laws: vector_scale_add, vector_add_scale, vector_scale_scale, vector_one_scale
 */
export const scale =
  (alpha: number) =>
  <A extends string>(x: Vector<A>): Vector<A> => {
    const y = new Float64Array(x.length)
    kernel.scale(y, alpha, x.data, x.length)
    return unsafeFromFloat64(y)
  }

/** −x. */
export const negate = <A extends string>(x: Vector<A>): Vector<A> => scale(-1)(x)

/**
 * f of each entry.
 *
 * Formula:  yᵢ = f(xᵢ)
 * Requires: f gives a number for every entry: NaN is passed on
 * Laws:     map_functor
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 *
 * F.pipe(Vector.fromArray([4, 9]), E.map(Vector.map(Math.sqrt))) // => Vector.fromArray([2, 3])
 * ```
 */
export const map =
  (f: (entry: number) => number) =>
  <A extends string>(x: Vector<A>): Vector<A> => {
    const y = new Float64Array(x.length)
    kernelMap(y, f, x.data, x.length)
    return unsafeFromFloat64(y)
  }

/**
 * The inner product.
 *
 * Formula:  x·y = Σᵢ xᵢ yᵢ
 * Errors:   SizeMismatch
 * Numerics: exact while the sums are; else within γₙ Σ |xᵢ yᵢ|
 * Laws:     dot_eq_reference, dot_comm, dot_linear
 */
export const dot =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, number> =>
    x.length === y.length
      ? E.right(kernelDot(x.data, y.data, x.length))
      : E.left(sizeMismatch('Vector.dot', [x.length], [y.length]))

/**
 * Equal lengths and equal entries, where 0 equals −0 and NaN equals itself.
 *
 * Laws: vector_eq_iff
 */
export const Eq: eq.Eq<Vector> = {
  equals: (x, y) => x === y || (x.length === y.length && sameEntries(x.data, y.data, x.length)),
}

/**
 * Addition of vectors as sequences that are zero from some position on: the sum of lengths 3 and 5 has length 5, and
 * the empty vector is the identity. So it is total where `add` is strict, and many vectors fold into one.
 *
 * Laws: vector_monoid_identity, vector_monoid_assoc, vector_monoid_entry
 */
export const getMonoidSum = <A extends string = string>(): monoid.Monoid<Vector<A>> => ({
  empty: zeros(0),
  concat: (x, y) => {
    const n = Math.max(x.length, y.length)
    const z = new Float64Array(n)
    accumulate(z, n, x.data, 1, x.length)
    accumulate(z, n, y.data, 1, y.length)
    return unsafeFromFloat64(z)
  },
})
