/**
 * What the units of each layer receive from the other, and whether they are content with it.
 *
 * Definitions: fields hx = Wy − θx and hy = Wᵀx − θy. A pair is an equilibrium (resonance) when no unit of either layer
 *              would change.
 * Convention:  the net input of the lecture is the field plus the threshold.
 * Laws:        bam_stored_of_orthogonal, bam_complement, bam_recall_equilibrium
 */
import type { either as E } from 'fp-ts'
import { UnitMemory } from '@engram/associative-memory'
import { Vector } from '@engram/linalg'
import type { Bam } from './Bam.js'
import type { BamError } from './BamError.js'
import { ask } from './machine.js'
import type { Pair } from './Pair.js'

export interface Fields {
  readonly x: Vector.Vector
  readonly y: Vector.Vector
}

/**
 * The fields of both layers.
 *
 * Formula:  hx = Wy − θx, hy = Wᵀx − θy
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n·m), or O(P·(n + m)) where the weights are not written down
 * Numerics: exact for whole weights and thresholds
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Equilibrium } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.bindTo('pair'),
 *   E.bindW('bam', ({ pair }) => Bam.fromPairs({})([pair])),
 *   E.chainW(({ bam, pair }) => Equilibrium.fields(bam)(pair)),
 *   E.map(({ y }) => Vector.toArray(y)),
 * ) // => E.right([-3, 3])
 * ```
 */
export const fields: (bam: Bam) => (pair: Pair) => E.Either<BamError, Fields> = ask(
  'Equilibrium.fields',
  ({ field }, { sizes }) => {
    const from = (start: number, size: number) =>
      Vector.unsafeFromFloat64(Float64Array.from({ length: size }, (_, unit) => field(start + unit)))
    return { x: from(0, sizes.x), y: from(sizes.x, sizes.y) }
  },
)

/**
 * Whether no unit of either layer would change if asked.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(n·m), or O(P·(n + m)) where the weights are not written down
 * Laws:   bam_recall_equilibrium
 */
export const isEquilibrium: (bam: Bam) => (pair: Pair) => E.Either<BamError, boolean> = ask(
  'Equilibrium.isEquilibrium',
  UnitMemory.rests,
)
