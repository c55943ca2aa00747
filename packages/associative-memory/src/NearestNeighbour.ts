/**
 * The look-up table: which stored pattern is nearest to a probe. The yardstick for every memory.
 *
 * Definitions: distance by `hamming` (components that differ) or `euclid` (squared, exact for patterns). All patterns at
 *              the smallest distance are reported: a tie is an answer too.
 * Laws:        nearest_is_least, nearest_stored
 * References:  Cover and Hart (1967); Vitay, *Hopfield networks*, "Auto-associative memory".
 */
import { either as E, function as F } from 'fp-ts'
import { differences, squaredDistance } from './kernels/compare.js'
import { allOfSize, firstOf, type MemoryError } from './MemoryError.js'
import type { Signal } from './Pattern.js'

export type Metric = 'hamming' | 'euclid'

export interface Nearest {
  /** The smallest distance; squared for `euclid`. */
  readonly distance: number
  /** Every pattern at that distance, ascending. */
  readonly indices: readonly [number, ...ReadonlyArray<number>]
}

const measures: { readonly [M in Metric]: typeof differences } = { hamming: differences, euclid: squaredDistance }

/**
 * The stored patterns nearest to a probe.
 *
 * Formula: argminₚ d(x, s(p))
 * Errors:  Empty, SizeMismatch
 * Cost:    O(P·n)
 * Laws:    nearest_is_least, nearest_stored
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { NearestNeighbour, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('a', Pattern.bipolar([1, 1, 1])),
 *   E.apS('b', Pattern.bipolar([-1, -1, 1])),
 *   E.apS('probe', Pattern.bipolar([1, -1, 1])),
 *   E.chain(({ a, b, probe }) => NearestNeighbour.nearest('hamming')([a, b])(probe)),
 * ) // => E.right({ distance: 1, indices: [0, 1] })
 * ```
 */
export const nearest =
  (metric: Metric) =>
  (patterns: ReadonlyArray<Signal>) =>
  (probe: Signal): E.Either<MemoryError, Nearest> =>
    F.pipe(
      firstOf('NearestNeighbour.nearest', 'at least one pattern')(patterns),
      E.chainFirst(() => allOfSize('NearestNeighbour.nearest', probe.length)(patterns)),
      E.map(() => {
        const distances = patterns.map(({ data }) => measures[metric](probe.data, data, probe.length))
        const distance = distances.reduce((least, each) => Math.min(least, each))
        const [first, ...others] = distances.flatMap((each, index) => (each === distance ? [index] : []))
        return { distance, indices: [first ?? 0, ...others] }
      }),
    )
