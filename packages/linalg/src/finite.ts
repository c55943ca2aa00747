import { either as E } from 'fp-ts'
import { firstNotFinite } from './kernels/finite.js'
import { maxAbs } from './kernels/norm.js'
import { exponentOf, shiftAll } from './kernels/power.js'
import { notFinite, overflow, sizeMismatch, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'
import type { Vector } from './Vector.js'

/** The matrix, all entries of which are finite; Left at the first that is not. */
export const finiteMatrix =
  (operation: string) =>
  <A extends Matrix>(a: A): E.Either<LinalgError, A> => {
    const k = firstNotFinite(a.data, a.data.length)
    return k === -1 ? E.right(a) : E.left(notFinite(operation, [Math.floor(k / a.cols), k % a.cols], a.data[k] ?? NaN))
  }

/** The vector, all entries of which are finite; Left at the first that is not. */
export const finiteVector =
  (operation: string) =>
  <A extends Vector>(x: A): E.Either<LinalgError, A> => {
    const k = firstNotFinite(x.data, x.length)
    return k === -1 ? E.right(x) : E.left(notFinite(operation, [k], x.data[k] ?? NaN))
  }

/** The matrix, which has as many rows as columns. */
export const squareMatrix =
  (operation: string) =>
  <A extends Matrix>(a: A): E.Either<LinalgError, A> =>
    a.rows === a.cols ? E.right(a) : E.left(sizeMismatch(operation, [a.rows, a.rows], [a.rows, a.cols]))

/** The numbers, none of which is infinite or the difference of two that are. */
export const withoutOverflow =
  (operation: string) =>
  (data: Float64Array): E.Either<LinalgError, Float64Array> =>
    firstNotFinite(data, data.length) === -1 ? E.right(data) : E.left(overflow(operation))

/** A copy of n numbers, each times 2ᵉ. */
export const shifted = (e: number, x: ReadonlyFloat64): Float64Array => {
  const y = new Float64Array(x.length)
  shiftAll(y, x, e, x.length)
  return y
}

/**
 * The exponent e for which the greatest of the numbers times 2ᵉ lies within 2^±`range`: 0 if it does, about 1 after scaling
 * up, which loses nothing, and no farther down than need be.
 */
export const levelling = (range: number, x: ReadonlyFloat64): number => {
  const e = exponentOf(maxAbs(x, x.length))
  return e > range ? range - e : e < -range ? -e : 0
}

/**
 * A finite matrix times 2ᵉ, and e: 0, unless its entries are so great that a sum of some of them might overflow.
 */
export const withRoom = <R extends string, C extends string>(
  a: Matrix<R, C>,
): { readonly roomy: Matrix<R, C>; readonly exponent: number } => {
  const exponent = Math.min(0, levelling(1000, a.data))
  return { roomy: exponent === 0 ? a : matrix<R, C>(a.rows, a.cols)(shifted(exponent, a.data)), exponent }
}

/**
 * What `attempt` makes of the numbers times 2ᶠ, after it has taken that factor out again: f = 0, unless they are all so
 * small that digits would be lost, or sums on the way grow too large.
 */
export const withHeadroom = (
  operation: string,
  x: ReadonlyFloat64,
  attempt: (f: number) => Float64Array,
): E.Either<LinalgError, Float64Array> => {
  const f = Math.max(0, levelling(500, x))
  const result = attempt(f)
  return firstNotFinite(result, result.length) === -1 ? E.right(result) : withoutOverflow(operation)(attempt(f - 600))
}
