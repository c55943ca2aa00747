/**
 * The recurrent auto-associator: an auto-associative memory that is shown its own answer until it settles.
 *
 * Definitions: y ← f(Wy − θ), all units at once, over {−1, 0, +1} where a tie answers 0. Energy −½ yᵀWy + θᵀy.
 * Convention:  the traces of the lecture answer 0 in zero field, although its Step 4 keeps the old value; with `keep`,
 *              (1, 0, 0, 0) would be completed in one step. Reaching a stored pattern is seen one step later, when
 *              nothing changes any more.
 * Laws:        auto_eq_reference, auto_fixedPoint_of_psd, auto_period_le_two
 * References:  Fausett (1994) §3.4.2; lecture M, "Recurrent auto-associative net".
 */
import { either as E, function as F } from 'fp-ts'
import type { Vector } from '@engram/linalg'
import type { AutoMemory } from './Hebbian.js'
import { dot } from './kernels/compare.js'
import { netInput } from './kernels/correct.js'
import { sizeMismatch, type MemoryError } from './MemoryError.js'
import type { Cue } from './Pattern.js'
import { retrieve, type Retrieval } from './Retrieval.js'
import * as Schedule from './Schedule.js'
import { activate, type Tie } from './Tie.js'
import type { UnitMemory } from './UnitMemory.js'

/** An auto-associative memory and the rule by which its units answer. */
export interface AutoAssociator {
  readonly memory: AutoMemory
  readonly tie: Tie
  /** One threshold per unit; all 0 by default. */
  readonly thresholds?: Vector.Vector
}

/** Recurrent auto-associators as an instance of the algebra of memories. */
export const units: UnitMemory<AutoAssociator> = {
  size: ({ memory }) => memory.weights.rows,
  encoding: () => 'bipolar',
  machine:
    ({ memory, tie, thresholds }) =>
    (state) => {
      const { data, rows: size } = memory.weights
      const threshold = (unit: number): number => thresholds?.data[unit] ?? 0
      const sum = (unit: number): number => netInput(data, state, size, size, unit)
      return {
        size,
        state,
        field: (unit) => sum(unit) - threshold(unit),
        rise: (unit, delta, field) => -field * delta - 0.5 * (data[unit * size + unit] ?? 0) * delta * delta,
        moved: () => undefined,
        reset: () => undefined,
        energy: () => {
          const sums = Float64Array.from({ length: size }, (_, unit) => sum(unit))
          const bias = Float64Array.from({ length: size }, (_, unit) => threshold(unit))
          return 0 - (0.5 * dot(sums, state, size) - dot(bias, state, size))
        },
        next: activate('bipolar', tie),
      }
    },
}

/**
 * Runs an auto-associator from a cue until its answer no longer changes, comes back, or the steps are used up.
 *
 * Formula:  y ← f(Wy − θ)
 * Shapes:   cue [n] → end state [n], trace of steps·n entries
 * Errors:   SizeMismatch (cue, thresholds), OutOfRange (maxSweeps)
 * Cost:     O(n²) a step
 * Numerics: exact for patterns
 * Laws:     auto_eq_reference, auto_fixedPoint_of_psd, auto_period_le_two
 * Source:   Fausett (1994) §3.4.2; lecture M, "Recurrent auto-associative net"
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { AutoAssociator, Hebbian, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('cue', Pattern.cue([1, 0, 0, 0])),
 *   E.bind('memory', ({ stored }) => Hebbian.learnModified([stored])),
 *   E.chain(({ memory, cue }) => AutoAssociator.recall(100)({ memory, tie: 'zero' })(cue)),
 *   E.map(({ state, sweeps }) => [Pattern.toArray(state), sweeps]),
 * ) // => E.right([[1, 1, 1, -1], 3])
 * ```
 */
export const recall =
  (maxSweeps: number) =>
  (associator: AutoAssociator) =>
  (cue: Cue): E.Either<MemoryError, Retrieval<Cue>> => {
    const size = units.size(associator)
    const { thresholds } = associator
    return F.pipe(
      cue,
      E.fromPredicate(
        ({ length }) => length === size,
        ({ length }) => sizeMismatch('AutoAssociator.recall (cue)', size, length),
      ),
      E.filterOrElse(
        () => thresholds === undefined || thresholds.length === size,
        () => sizeMismatch('AutoAssociator.recall (thresholds)', size, thresholds?.length ?? 0),
      ),
      E.chain(retrieve({ schedule: Schedule.synchronous, maxSweeps })(units)(associator)),
    )
  }
