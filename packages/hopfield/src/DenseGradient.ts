/**
 * The derivative rule of dense memories: units follow the slope of the energy instead of its difference.
 *
 * Definitions: gᵢ(y) = −∂E/∂yᵢ. The overlaps in it hold what the unit itself adds to them, which the rule of `DenseMemory`,
 *              by the difference of two energies, leaves out.
 * Theorem:     where F is convex (even powers, rectified ones, exponentials), E is concave in y. Then any units may follow
 *              the signs of g at once, all of them too: the energy falls by at least Σ gᵢ Δyᵢ ≥ 0. Odd powers are not
 *              convex, and the energy may rise. What rests by differences rests by the slope too, not the other way round.
 * Convention:  for F(z) = exp βz, the energy is −log(−E), as in `DenseMemory`; one step is then the sign of the update of
 *              the modern network, X softmax(β Xᵀy).
 * Laws:        dense_gradient_eq, dense_gradient_le, dense_gradient_rests
 * References:  Krotov and Hopfield (2016), §2; Ramsauer et al. (2020) for the continuous case; Bruck (1990) for parallel
 *              updating.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Tie } from '@engram/associative-memory'
import { Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { fit } from './denseDoor.js'
import type { DenseMemory } from './DenseMemory.js'
import type { HopfieldError } from './HopfieldError.js'
import { power, type Power } from './Interaction.js'
import type { Decays } from './kernels/denseField.js'
import { poll } from './kernels/poll.js'
import { groupsOf, overlapsOf } from './kernels/stored.js'
import type { State } from './Network.js'

/** F′(m) of each overlap. */
const slopes = ({ _tag, degree }: Power, m: ReadonlyFloat64): ReadonlyArray<number> => {
  const below = power({ _tag, degree: degree - 1 })
  return Array.from(m, (overlap) => Number(BigInt(degree) * below(overlap)))
}

/** β softmax(βm) */
const shares = ({ decay, inverseTemperature }: Decays, m: ReadonlyFloat64): ReadonlyArray<number> => {
  const all = Array.from(m)
  const greatest = all.reduce((most, overlap) => Math.max(most, overlap))
  const weights = all.map((overlap) => decay[greatest - overlap] ?? 0)
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => (inverseTemperature * weight) / total)
}

const gradientAt = ({ encoding, ready: { steep, stored }, scale }: DenseMemory, state: Int8Array): Float64Array => {
  const m = new Int32Array(stored.count)
  overlapsOf(m, new Float64Array(stored.count), stored, state)
  const weights = steep._tag === 'Powers' ? slopes(steep.interaction, m) : shares(steep, m)
  const { at } = poll(
    Float64Array.from({ length: 4 * groupsOf(stored.count) }, (_, k) => weights[k] ?? 0),
    stored,
  )
  // A binary unit moves by 1 where its spin moves by 2.
  const factor = (encoding === 'bipolar' ? 1 : 2) * (steep._tag === 'Powers' ? scale : 1)
  return Float64Array.from({ length: stored.size }, (_, unit) => factor * at(unit))
}

/**
 * Where the energy falls: gᵢ = −∂E/∂yᵢ.
 *
 * Formula:  scale Σₖ sᵢ(k) F′(s(k)·y), twice that of binary units; β Σₖ sᵢ(k) softmax(β s·y)ₖ where F(z) = exp βz
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(P·n / 4)
 * Numerics: exact for powers with P a nᵃ⁻¹ ≤ 2⁵³ and scale 1
 * Laws:     dense_gradient_eq, dense_gradient_le
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { DenseGradient, DenseMemory, Interaction } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('state', Pattern.bipolar([1, 1, 1, 1])),
 *   E.bindW('memory', ({ stored }) => DenseMemory.fromPatterns({ interaction: Interaction.rectified(3) })([stored])),
 *   E.chainW(({ memory, state }) => DenseGradient.gradient(memory)(state)),
 *   E.map(Vector.toArray),
 * ) // => E.right([12, 12, 12, -12])
 * ```
 */
export const gradient =
  (memory: DenseMemory) =>
  (state: State): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      state,
      fit('DenseGradient.gradient', memory),
      E.map(({ data }) => Vector.unsafeFromFloat64(gradientAt(memory, Int8Array.from(data)))),
    )

/**
 * All units follow the signs of the gradient at once; a unit whose slope is 0 does as its tie policy has it.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(P·n / 4)
 * Laws:   dense_gradient_le, dense_gradient_rests
 */
export const step =
  (memory: DenseMemory) =>
  (state: State): E.Either<HopfieldError, State> =>
    F.pipe(
      state,
      fit('DenseGradient.step', memory),
      E.map(({ _tag, data }) => {
        const slope = gradientAt(memory, Int8Array.from(data))
        const next = Tie.activate(memory.encoding, memory.tie)
        return Pattern.unsafePattern(
          _tag,
          Int8Array.from(data, (value, unit) => next(slope[unit] ?? 0, value)),
        )
      }),
    )
