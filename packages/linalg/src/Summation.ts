/**
 * Sums that keep what ordinary addition rounds off.
 *
 * Conventions: entries are finite; with infinite ones the sum is that of IEEE 754. A sum beyond the greatest float64 is ±∞,
 *              but no sum on the way is.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 4; Ogita, Rump and Oishi (2005), "Accurate
 *              sum and dot product".
 */
import { either as E } from 'fp-ts'
import { firstNotFinite } from './kernels/finite.js'
import * as kernel from './kernels/summation.js'
import { sizeMismatch, type LinalgError } from './LinalgError.js'
import type { Vector } from './Vector.js'

const isFinite = ({ data, length }: Vector): boolean => firstNotFinite(data, length) === -1

const plain = ({ data }: Vector): number => Array.from(data).reduce((sum, each) => sum + each, 0)

/**
 * Σ xᵢ, rounded once.
 *
 * Cost:     O(n), some 50 times that of `compensated`
 * Numerics: the float64 nearest to the sum of the entries, so that their order does not matter
 * Laws:     exactSum_perm, exactSum_cancels
 * Source:   Kulisch (1971)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Summation, Vector } from '@engram/linalg'
 *
 * E.map(Summation.exact)(Vector.fromArray([1e308, 1e308, 1, -1e308, -1e308])) // => E.right(1)
 * E.map(Summation.compensated)(Vector.fromArray([1, 1e100, 1, -1e100])) // => E.right(2)
 * ```
 */
export const exact = (x: Vector): number => (isFinite(x) ? kernel.exactSum(x.data, x.length) : plain(x))

/**
 * Σ xᵢ, with what each addition rounds off added up on the side.
 *
 * Cost:     O(n), about 4 times that of plain addition
 * Numerics: |ŝ − s| ≤ u |s| + γₙ₋₁² Σ |xᵢ|: as if in twice the precision, then rounded
 * Laws:     compensated_bound
 * Source:   Neumaier (1974), after Kahan (1965) and Babuška (1969); bound: Ogita, Rump and Oishi (2005), proposition 4.5
 */
export const compensated = (x: Vector): number => {
  const sum = kernel.neumaier(x.data, x.length)
  return Number.isFinite(sum) ? sum : exact(x)
}

/**
 * Σ xᵢ yᵢ, with what each product and each addition rounds off added up on the side.
 *
 * Errors:   SizeMismatch
 * Cost:     O(n), about 10 times that of plain multiplication and addition
 * Numerics: |ŝ − s| ≤ u |s| + γₙ² Σ |xᵢ yᵢ|, and n 2⁻¹⁰⁷⁴ where products underflow
 * Laws:     compensatedDot_bound
 * Source:   Ogita, Rump and Oishi (2005), algorithm 5.3 (Dot2)
 */
export const dot =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, number> => {
    if (x.length !== y.length) return E.left(sizeMismatch('Summation.dot', [x.length], [y.length]))
    const sum = kernel.compensatedDot(x.data, y.data, x.length)
    return Number.isFinite(sum) || !isFinite(x) || !isFinite(y)
      ? E.right(sum)
      : E.right(kernel.exactDot(x.data, y.data, x.length))
  }

/**
 * Σ xᵢ yᵢ, rounded once.
 *
 * Errors: SizeMismatch
 * Cost:   O(n), some 50 times that of `dot`
 * Laws:   exactDot_cancels
 */
export const exactDot =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, number> => {
    if (x.length !== y.length) return E.left(sizeMismatch('Summation.exactDot', [x.length], [y.length]))
    return isFinite(x) && isFinite(y)
      ? E.right(kernel.exactDot(x.data, y.data, x.length))
      : E.right(kernel.compensatedDot(x.data, y.data, x.length))
  }
