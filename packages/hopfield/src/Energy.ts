/**
 * The energy that asynchronous updating lowers.
 *
 * Definitions: E(y) = −½ yᵀWy − xᵀy + θᵀy, with the scale of the network on W.
 * Convention:  the ½ is on the quadratic term alone; the external input x belongs to the energy because the update
 *              adds it (two of the lectures leave it out).
 * Laws:        energy_update_le, energy_update_lt, energy_update_eq, energy_ge_bound
 * References:  Hopfield (1982), eq. 7; Fausett (1994) §3.4.4.
 */
import type { either as E } from 'fp-ts'
import type { Vector } from '@engram/linalg'
import type { HopfieldError } from './HopfieldError.js'
import { ask } from './machine.js'
import { weights, type Network, type State } from './Network.js'

/**
 * The energy of a state.
 *
 * Formula:  E(y) = −½ scale·yᵀWy − (x − θ)ᵀy
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for integer weights, thresholds and input
 * Laws:     energy_update_le, energy_update_eq
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Energy, Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.bindTo('stored'),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, stored }) => Energy.energy(network)(stored)),
 * ) // => E.right(-6)
 * ```
 */
export const energy: (network: Network, input?: Vector.Vector) => (state: State) => E.Either<HopfieldError, number> =
  ask('Energy.energy', (machine) => machine.energy())

/**
 * A value that no energy of the network goes below.
 *
 * Formula: −½ scale·Σᵢⱼ|wᵢⱼ| − Σᵢ|xᵢ − θᵢ|
 * Cost:    O(n²), builds implicit weights
 * Laws:    energy_ge_bound
 */
export const lowerBound = (network: Network, input?: Vector.Vector): number => {
  const couplings = Array.from(weights(network).data).reduce((total, weight) => total + Math.abs(weight), 0)
  const biases = Array.from(network.thresholds.data).reduce(
    (total, threshold, i) => total + Math.abs((input?.data[i] ?? 0) - threshold),
    0,
  )
  return -0.5 * network.scale * couplings - biases
}
