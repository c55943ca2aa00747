/**
 * The logarithm of a sum of exponentials: a smooth maximum.
 *
 * Conventions: over the extended reals. The sum of nothing is 0 and its logarithm −∞; entries −∞ add nothing; +∞ wins.
 *              β is an inverse temperature, given first and always.
 */
import { either as E, function as F } from 'fp-ts'
import { logMass } from './kernels/logSoftmax.js'
import { outOfRange, type LinalgError } from './LinalgError.js'
import { maximumOf } from './maximum.js'
import type { Vector } from './Vector.js'

/**
 * The smooth maximum of some extended reals at inverse temperature β.
 *
 * Formula:  lse(β, x) = β⁻¹ log Σᵢ exp(β xᵢ), and max x for β = ∞
 * Requires: 0 < β ≤ ∞
 * Errors:   NotANumber at the first NaN; OutOfRange if β is no such number
 * Cost:     O(n)
 * Numerics: as max + β⁻¹ log(1 + Σ′ exp(β(xᵢ − max))), stable at any size; `Math.log1p` may differ in the last bit
 *           between engines
 * Laws:     logSumExp_bounds, logSumExp_append, logSumExp_scale, logSumExp_extended
 * Source:   Ramsauer et al. (2020), eq. 4
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { LogSumExp, Vector } from '@engram/linalg'
 *
 * const lse = (xs: ReadonlyArray<number>) => F.pipe(Vector.fromExtended(xs), E.chain(LogSumExp.logSumExp(1)))
 * lse([1e308, -1e308]) // => E.right(1e308)
 * lse([0, 0]) // => E.right(Math.LN2)
 * lse([]) // => E.right(-Infinity)
 * ```
 */
export const logSumExp =
  (beta: number) =>
  (scores: Vector): E.Either<LinalgError, number> =>
    beta > 0
      ? F.pipe(
          scores,
          maximumOf('LogSumExp.logSumExp'),
          E.map((max) => (max === -Infinity ? max : max + logMass(beta, scores.data, max, scores.length) / beta)),
        )
      : E.left(outOfRange('LogSumExp.logSumExp', 'an inverse temperature above 0', beta))
