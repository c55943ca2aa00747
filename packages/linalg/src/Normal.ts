/**
 * The standard normal distribution.
 *
 * Definitions: density φ, distribution function Φ, its inverse.
 * Conventions: arguments are numbers or ±∞.
 */
import { either as E } from 'fp-ts'
import { erfc } from './kernels/erf.js'
import { exp } from './kernels/exp.js'
import { CENTRE, centralQuantile, upperQuantile } from './kernels/quantile.js'
import { outOfRange, type LinalgError } from './LinalgError.js'

const INVERSE_SQRT_TAU = 0.3989422804014327

/**
 * φ(x), the density.
 *
 * Formula:  exp(−x²/2) / √(2π)
 * Numerics: within 4 units in the last place, in the tails too; 0 from |x| = 39 on
 * Laws:     normal_density_derivative
 */
export const density = (x: number): number => {
  const size = Math.min(Math.abs(x), 40)
  // The square of the leading part is exact.
  const leading = Math.fround(size)
  return exp((-leading * leading) / 2) * exp(((leading - size) * (leading + size)) / 2) * INVERSE_SQRT_TAU
}

/**
 * Φ(x), the probability of a value of x or less; the probability of x or more is Φ(−x).
 *
 * Formula:  ½ erfc(−x/√2)
 * Numerics: relative errors below 1e-12, as small as the probability may be
 * Laws:     normal_reflect, normal_density_derivative
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Normal } from '@engram/linalg'
 *
 * Normal.cumulative(0) // => 0.5
 * Math.abs(Normal.cumulative(-10) / 7.61985302416052606e-24 - 1) < 1e-12 // => true
 * Normal.quantile(0.5) // => E.right(0)
 * ```
 */
export const cumulative = (x: number): number => erfc(-x * Math.SQRT1_2) / 2

/**
 * The x with Φ(x) = p.
 *
 * Requires: 0 ≤ p ≤ 1; −∞ and ∞ at the ends
 * Errors:   OutOfRange
 * Numerics: within 1e-15 relative, for the smallest p too
 * Laws:     quantile_cumulative, quantile_reflect
 * Source:   Wichura (1988), algorithm AS 241
 */
export const quantile = (p: number): E.Either<LinalgError, number> => {
  if (!(p >= 0 && p <= 1)) return E.left(outOfRange('Normal.quantile', 'a number from 0 to 1', p))
  if (Math.abs(p - 0.5) <= CENTRE) return E.right(centralQuantile(p - 0.5))
  return E.right(p < 0.5 ? -upperQuantile(Math.sqrt(-Math.log(p))) : upperQuantile(Math.sqrt(-Math.log(1 - p))))
}
