/**
 * How far stored pairs are from each other, in both layers: whether one helps the other or stands in its way.
 *
 * Definitions: mean Hamming distances H[s(p), s(q)] / n and H[t(p), t(q)] / m. Pair q adds
 *              −(n − 2H[s(p), s(q)])(m − 2H[t(p), t(q)]) to L of pair p: it deepens p where both distances are on the same
 *              side of ½, and does nothing where one of them is ½. Correlation encoding asks that they be comparable.
 * Laws:        lyapunov_eq_distances
 * References:  Kosko (1988), "correlation encoding"; lecture M, "Hamming distance" (the letters: 7/15 and 1/2).
 */
import { either as E, function as F } from 'fp-ts'
import { Overlap, type Pattern } from '@engram/associative-memory'
import { shapeOf, type StoredPair } from './Bam.js'
import type { BamError } from './BamError.js'

/** Two pairs, how far they are from each other in each layer, as a share of its units, and what one adds to L of the other. */
export interface Distance {
  readonly pairs: readonly [number, number]
  readonly x: number
  readonly y: number
  /** Negative where they deepen each other, 0 where they do not meet. */
  readonly crosstalk: number
}

const differences = (a: Pattern.Pattern, b: Pattern.Pattern): number => E.getOrElse(() => NaN)(Overlap.hamming(a)(b))

/**
 * The distances between every two stored pairs.
 *
 * Errors: Empty, SizeMismatch, EncodingMismatch
 * Cost:   O(P²·(n + m))
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Distances } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x0', Pattern.bipolar([1, 1, 1, 1])),
 *   E.apS('y0', Pattern.bipolar([1, 1])),
 *   E.apS('x1', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('y1', Pattern.bipolar([-1, 1])),
 *   E.chainW(({ x0, x1, y0, y1 }) => Distances.between([{ x: x0, y: y0 }, { x: x1, y: y1 }])),
 * ) // => E.right([{ pairs: [0, 1], x: 0.25, y: 0.5, crosstalk: 0 }])
 * ```
 */
export const between = (pairs: ReadonlyArray<StoredPair>): E.Either<BamError, ReadonlyArray<Distance>> =>
  F.pipe(
    pairs,
    shapeOf('Distances.between'),
    E.map(({ sizes }) =>
      pairs.flatMap((a, p) =>
        pairs.slice(p + 1).map((b, k) => {
          const [x, y] = [differences(a.x, b.x), differences(a.y, b.y)]
          return {
            pairs: [p, p + 1 + k] as const,
            x: x / sizes.x,
            y: y / sizes.y,
            crosstalk: 0 - (sizes.x - 2 * x) * (sizes.y - 2 * y),
          }
        }),
      ),
    ),
  )
