/**
 * The energy that recall in both directions lowers.
 *
 * Definitions: L(x, y) = −xᵀWy + θx·x + θy·y. One layer moves while the other is held, so each unit that follows its
 *              field lowers L by what it alone contributes: for every real W, without any hypothesis of symmetry.
 * Convention:  no ½: the lecture's −½(xWyᵀ + yWᵀxᵀ) is the same number. Thresholds belong to L because the update
 *              subtracts them; the lecture leaves them out. neupy's energy is half of L.
 * Laws:        lyapunov_update_le, lyapunov_update_lt, lyapunov_ge_bound, lyapunov_eq_distances
 * References:  Kosko (1988); Fausett (1994) §3.5; lecture M, "Energy function".
 */
import type { either as E } from 'fp-ts'
import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Bam } from './Bam.js'
import { weights } from './Bam.js'
import type { BamError } from './BamError.js'
import { ask } from './machine.js'
import type { Pair } from './Pair.js'

/**
 * L of a pair, complete or not.
 *
 * Formula:  L(x, y) = −xᵀWy + θx·x + θy·y; with two matrices −½ xᵀ(F + B)y + θx·x + θy·y
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n·m), or O(P·(n + m) / 32) where the weights are not written down
 * Numerics: exact for whole weights and thresholds
 * Laws:     lyapunov_update_le
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Lyapunov } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.bindTo('pair'),
 *   E.bindW('bam', ({ pair }) => Bam.fromPairs({})([pair])),
 *   E.chainW(({ bam, pair }) => Lyapunov.lyapunov(bam)(pair)),
 * ) // => E.right(-6)
 * ```
 */
export const lyapunov: (bam: Bam) => (pair: Pair) => E.Either<BamError, number> = ask('Lyapunov.lyapunov', (machine) =>
  machine.energy(),
)

const absolute = (values: ReadonlyFloat64): number =>
  Array.from(values).reduce((sum, value) => sum + Math.abs(value), 0)

/**
 * A value that no L of the memory goes below.
 *
 * Formula: −Σᵢⱼ|wᵢⱼ| − Σᵢ|θxᵢ| − Σⱼ|θyⱼ|, for two matrices with the mean of the two sums of weights
 * Cost:    O(n·m), builds weights that are not written down
 * Laws:    lyapunov_ge_bound
 */
export const lowerBound = (bam: Bam): number => {
  const { couplings, thresholds } = bam
  const strengths =
    couplings._tag === 'TwoWay'
      ? (absolute(couplings.forward.data) + absolute(couplings.backward.data)) / 2
      : absolute(weights(bam).data)
  return -strengths - absolute(thresholds.x.data) - absolute(thresholds.y.data)
}
