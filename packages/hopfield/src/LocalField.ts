/**
 * What a unit feels from the others, from outside, and from its own threshold.
 *
 * Definitions: local field hᵢ = Σⱼ wᵢⱼ yⱼ + xᵢ − θᵢ; the unit wants to be up where hᵢ > 0 and down where hᵢ < 0.
 *              A state is a fixed point when no unit wants to change.
 * Convention:  the net input of the lectures, y_inᵢ, is hᵢ + θᵢ.
 * Laws:        isFixedPoint_iff_aligned, isFixedPoint_of_single, isFixedPoint_of_orthogonal
 */
import type { either as E } from 'fp-ts'
import { UnitMemory } from '@engram/associative-memory'
import { Vector } from '@engram/linalg'
import type { HopfieldError } from './HopfieldError.js'
import { ask } from './machine.js'
import type { Network, State } from './Network.js'

/**
 * The local fields of all units.
 *
 * Formula:  h = scale·Wy + x − θ
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for integer weights, thresholds and input
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { LocalField, Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('state', Pattern.bipolar([-1, -1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, state }) => LocalField.localFields(network)(state)),
 *   E.map(Vector.toArray),
 * ) // => E.right([1, 1, -1, 1])
 * ```
 */
export const localFields: (
  network: Network,
  input?: Vector.Vector,
) => (state: State) => E.Either<HopfieldError, Vector.Vector> = ask('LocalField.localFields', (machine) =>
  Vector.unsafeFromFloat64(Float64Array.from({ length: machine.size }, (_, unit) => machine.field(unit))),
)

/**
 * Whether no unit would change if asked.
 *
 * Formula: yᵢhᵢ ≥ 0 for every unit of a bipolar network that keeps its state on ties
 * Errors:  SizeMismatch, EncodingMismatch
 * Cost:    O(n²), or O(P·n) for implicit couplings
 * Laws:    isFixedPoint_iff_aligned
 */
export const isFixedPoint: (
  network: Network,
  input?: Vector.Vector,
) => (state: State) => E.Either<HopfieldError, boolean> = ask('LocalField.isFixedPoint', UnitMemory.rests)
