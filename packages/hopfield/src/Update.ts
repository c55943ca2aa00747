/**
 * Single moves of a network, for whoever chooses the units by hand.
 *
 * Definitions: `updateUnit` asks one unit (asynchronous), `updateAll` asks all of them at once (synchronous).
 * Laws:        energy_update_le, synchronous_period_le_two, synchronous_period_eq_four
 */
import { either as E, function as F } from 'fp-ts'
import { UnitMemory } from '@engram/associative-memory'
import type { Vector } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { ask } from './machine.js'
import { unsafeState, type Network, type State } from './Network.js'

/** What came of asking one unit. */
export interface Updated {
  readonly state: State
  /** hᵢ, as it was before the update. */
  readonly field: number
  readonly flipped: boolean
}

/**
 * One unit follows its local field.
 *
 * Formula: yᵢ ← upper value if hᵢ > 0, lower value if hᵢ < 0, by the tie policy if hᵢ = 0
 * Errors:  SizeMismatch, EncodingMismatch, OutOfRange (no such unit)
 * Cost:    O(n²) to set up; `Recall.recall` sets up once for a whole run
 * Laws:    energy_update_le
 */
export const updateUnit =
  (network: Network, input?: Vector.Vector) =>
  (unit: number) =>
  (state: State): E.Either<HopfieldError, Updated> =>
    Number.isInteger(unit) && unit >= 0 && unit < network.size
      ? ask('Update.updateUnit', (machine): Updated => {
          const field = machine.field(unit)
          const previous = machine.state[unit] ?? 0
          const next = machine.next(field, previous)
          return {
            state: unsafeState(network)(machine.state.with(unit, next)),
            field,
            flipped: next !== previous,
          }
        })(
          network,
          input,
        )(state)
      : E.left(outOfRange('Update.updateUnit', `a unit from 0 to ${network.size - 1}`, unit))

/**
 * All units follow their local fields at the same moment.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(n²), or O(P·n) for implicit couplings
 * Laws:   synchronous_period_le_two, synchronous_period_eq_four
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Update } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.bindW('weights', () => Matrix.fromRows([[0, -1], [-1, 0]])),
 *   E.bindW('network', ({ weights }) => Network.fromWeights({ encoding: 'bipolar' })(weights)),
 *   E.bindW('state', () => Pattern.bipolar([1, 1])),
 *   E.chainW(({ network, state }) => Update.updateAll(network)(state)),
 *   E.map(Pattern.toArray),
 * ) // => E.right([-1, -1])
 * ```
 */
export const updateAll =
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, State> =>
    F.pipe(
      state,
      ask('Update.updateAll', (machine) => {
        UnitMemory.updateAll(machine)
        return unsafeState(network)(machine.state)
      })(network, input),
    )
