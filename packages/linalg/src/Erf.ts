/**
 * The error function, its complement, and their inverses.
 *
 * Definitions: erf x = 2/√π ∫₀ˣ exp(−t²) dt, erfc x = 1 − erf x.
 * Conventions: arguments are numbers or ±∞.
 * References:  Abramowitz and Stegun (1964), ch. 7.
 */
import { either as E } from 'fp-ts'
import * as kernel from './kernels/erf.js'
import { CENTRE, centralQuantile, upperQuantile } from './kernels/quantile.js'
import { outOfRange, type LinalgError } from './LinalgError.js'

/**
 * The error function.
 *
 * Numerics: within 1 unit in the last place; odd to the bit; ±1 from |x| = 6 on
 * Laws:     erf_add_erfc, erf_series
 * Source:   fdlibm, s_erf.c (Sun Microsystems, 1993)
 *
 * ```ts runnable
 * import { Erf } from '@engram/linalg'
 *
 * Erf.erf(0.5) // => 0.5204998778130465
 * Erf.erfc(10) // => 2.088487583762545e-45
 * ```
 */
export const erf = (x: number): number => kernel.erf(x)

/**
 * The complementary error function, which keeps its relative accuracy where erf is near 1.
 *
 * Numerics: within 2 units in the last place, down to where the result is subnormal
 * Laws:     erf_add_erfc, erfc_tail
 * Source:   fdlibm, s_erf.c (Sun Microsystems, 1993)
 */
export const erfc = (x: number): number => kernel.erfc(x)

const SQRT_HALF = Math.SQRT1_2

/** The x with erfc x = p, for p small enough to be in the tail. */
const inverseTail = (p: number): number => upperQuantile(Math.sqrt(Math.LN2 - Math.log(p))) * SQRT_HALF

/**
 * The x with erf x = p.
 *
 * Requires: −1 ≤ p ≤ 1; ±∞ at the ends
 * Errors:   OutOfRange
 * Numerics: within 1e-15 relative
 * Laws:     erfInverse_erf
 * Source:   Wichura (1988), algorithm AS 241
 */
export const erfInverse = (p: number): E.Either<LinalgError, number> => {
  const size = Math.abs(p)
  if (!(size <= 1)) return E.left(outOfRange('Erf.erfInverse', 'a number from -1 to 1', p))
  if (size <= 2 * CENTRE) return E.right(centralQuantile(p / 2) * SQRT_HALF)
  return E.right(p < 0 ? -inverseTail(1 - size) : inverseTail(1 - size))
}

/**
 * The x with erfc x = p.
 *
 * Requires: 0 ≤ p ≤ 2; ∞ and −∞ at the ends
 * Errors:   OutOfRange
 * Numerics: within 1e-15 relative, for the smallest p too
 * Laws:     erfcInverse_erfc
 * Source:   Wichura (1988), algorithm AS 241
 */
export const erfcInverse = (p: number): E.Either<LinalgError, number> => {
  if (!(p >= 0 && p <= 2)) return E.left(outOfRange('Erf.erfcInverse', 'a number from 0 to 2', p))
  if (Math.abs(1 - p) <= 2 * CENTRE) return E.right(centralQuantile((1 - p) / 2) * SQRT_HALF)
  return E.right(p < 1 ? inverseTail(p) : -inverseTail(2 - p))
}
