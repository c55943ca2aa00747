/**
 * Willshaw's memory: binary weights for sparse binary patterns.
 *
 * Definitions: wᵢⱼ = 1 if some association has input i and target j active together, else 0. An output is active when
 *              all active inputs of the cue reach it: the threshold is the number of active inputs.
 * Convention:  learning is the union of memories, a commutative idempotent monoid: learning twice changes nothing.
 * Laws:        willshaw_eq_reference, willshaw_recalls_targets
 * References:  Willshaw, Buneman and Longuet-Higgins (1969), "Non-holographic associative memory".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { clip } from './kernels/clip.js'
import { learn as learnHebbian, type Association } from './Hebbian.js'
import type { Memory } from './Memory.js'
import type { MemoryError } from './MemoryError.js'
import { unsafePattern, type Binary } from './Pattern.js'
import { net } from './Recall.js'

/** An input and a target, both binary. */
export interface BinaryAssociation extends Association {
  readonly input: Binary
  readonly target: Binary
}

/**
 * The memory of a list of binary associations.
 *
 * Formula:  wᵢⱼ = min(1, Σₚ sᵢ(p) tⱼ(p))
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n·m)
 * Numerics: exact
 * Laws:     willshaw_eq_reference
 */
export const learn = (associations: ReadonlyArray<BinaryAssociation>): E.Either<MemoryError, Memory> =>
  F.pipe(
    learnHebbian(associations),
    E.map(({ weights, count }) => {
      const clipped = new Float64Array(weights.data.length)
      clip(clipped, weights.data)
      return { _tag: 'Memory', weights: Matrix.unsafeFromFloat64(weights.rows, weights.cols)(clipped), count }
    }),
  )

/**
 * The targets of all stored inputs that contain the cue, and perhaps more.
 *
 * Formula:  yⱼ = 1 if Σᵢ xᵢ wᵢⱼ ≥ Σᵢ xᵢ
 * Errors:   SizeMismatch
 * Cost:     O(n·m)
 * Laws:     willshaw_recalls_targets
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern, Willshaw } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('input', Pattern.binary([1, 1, 0, 0])),
 *   E.apS('target', Pattern.binary([0, 1])),
 *   E.apS('part', Pattern.binary([1, 0, 0, 0])),
 *   E.bind('memory', ({ input, target }) => Willshaw.learn([{ input, target }])),
 *   E.chain(({ memory, part }) => Willshaw.recall(memory)(part)),
 *   E.map(Pattern.toArray),
 * ) // => E.right([0, 1])
 * ```
 */
export const recall =
  (memory: Memory) =>
  (cue: Binary): E.Either<MemoryError, Binary> => {
    const active = Array.from(cue.data).reduce((total, bit) => total + bit, 0)
    return F.pipe(
      net(memory)(cue),
      E.map(({ data }) =>
        unsafePattern(
          'Binary',
          Int8Array.from(data, (input) => (input >= active ? 1 : 0)),
        ),
      ),
    )
  }
