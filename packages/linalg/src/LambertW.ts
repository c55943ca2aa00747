/**
 * The solutions w of w eʷ = x.
 *
 * Definitions: for x ≥ 0 there is one; for −1/e < x < 0 there are two: W₀ > −1 and W₋₁ < −1, which meet in W(−1/e) = −1.
 * Conventions: the float64 nearest to −1/e, which is a little below it, counts as −1/e.
 * References:  Corless, Gonnet, Hare, Jeffrey and Knuth (1996), "On the Lambert W function".
 */
import { either as E } from 'fp-ts'
import { aboveBranch, branchSeries, fritsch } from './kernels/lambert.js'
import { outOfRange, type LinalgError } from './LinalgError.js'

const BRANCH = -0.36787944117144233

/** Near the branch point the series is better than any iteration: the logarithm of a ratio near 1 loses what is left. */
const NEAR = 0.03

/** p = √(2(e x + 1)), the distance from the branch point. */
const distance = (x: number): number => Math.sqrt(2 * Math.max(0, aboveBranch(x)))

/**
 * The principal branch W₀, above −1.
 *
 * Requires: −1/e ≤ x ≤ ∞
 * Errors:   OutOfRange
 * Numerics: within 1e-14 relative
 * Laws:     lambertW_inverse, lambertW_branches, lambertW_branch_point
 * Source:   Fritsch, Shafer and Crowley (1973)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { LambertW } from '@engram/linalg'
 *
 * LambertW.principal(0) // => E.right(0)
 * LambertW.principal(Math.E) // => E.right(1)
 * LambertW.lower(-1 / Math.E) // => E.right(-1)
 * ```
 */
export const principal = (x: number): E.Either<LinalgError, number> => {
  if (!(x >= BRANCH)) return E.left(outOfRange('LambertW.principal', 'a number of -1/e or more', x))
  if (x === 0 || x === Infinity) return E.right(x)
  if (x < -0.3) {
    const p = distance(x)
    return E.right(p < NEAR ? branchSeries(p) : fritsch(x, branchSeries(p)))
  }
  if (x < 3) return E.right(fritsch(x, (x * (60 + x * (114 + 17 * x))) / (60 + x * (174 + 101 * x))))
  const log = Math.log(x)
  const loglog = Math.log(log)
  return E.right(fritsch(x, log - loglog + loglog / log))
}

/**
 * The lower branch W₋₁, below −1.
 *
 * Requires: −1/e ≤ x < 0
 * Errors:   OutOfRange
 * Numerics: within 1e-14 relative
 * Laws:     lambertW_inverse, lambertW_branches, lambertW_branch_point
 * Source:   Fritsch, Shafer and Crowley (1973)
 */
export const lower = (x: number): E.Either<LinalgError, number> => {
  if (!(x >= BRANCH && x < 0)) return E.left(outOfRange('LambertW.lower', 'a number from -1/e to below 0', x))
  if (x < -0.25) {
    const p = -distance(x)
    return E.right(p > -NEAR ? branchSeries(p) : fritsch(x, branchSeries(p)))
  }
  const log = Math.log(-x)
  const loglog = Math.log(-log)
  return E.right(fritsch(x, log - loglog + loglog / log))
}
