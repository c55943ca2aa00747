/**
 * Why runs come to rest: one measure for each tie policy, and how many flips it leaves room for.
 *
 * Definitions: a measure is a pair (E, pending), compared by E first, that every flip of a single unit lowers. By the
 *              policy `keep` E alone falls, and `pending` is 0. By `up` a unit in zero field may rise at equal energy,
 *              so `pending` counts the units that are down; by `down` those that are up. `flip` has no measure: a unit
 *              in zero field without self-coupling turns over and back for ever.
 * Convention:  one unit at a time; W symmetric with wᵢᵢ ≥ 0, without which E need not fall.
 * Laws:        measure_update_lt, flips_le_bound, flip_wanders
 * References:  Hopfield (1982); Goles, Fogelman and Pellegrin (1985) for counting steps by the energy.
 */
import { either as E, function as F, option as O } from 'fp-ts'
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { energy, lowerBound } from './Energy.js'
import type { HopfieldError } from './HopfieldError.js'
import { firstAsymmetry, type Network, type State, type Tie } from './Network.js'
import { biasesOf, quantumOf, scaledWeights, unscaled } from './quantum.js'

/** What every flip lowers: the energy, or at equal energy the number of units that a tie can still move. */
export interface Measure {
  readonly energy: number
  readonly pending: number
}

const pendingOf = (tie: Tie, state: State): O.Option<number> => {
  const ups = Array.from(state.data).filter((value) => value === 1).length
  switch (tie) {
    case 'keep':
      return O.some(0)
    case 'up':
      return O.some(state.length - ups)
    case 'down':
      return O.some(ups)
    case 'flip':
      return O.none
  }
}

/**
 * The measure of a state under the network's tie policy; nothing for `flip`.
 *
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for whole weights, thresholds and input; where energies round, equal ones may differ
 * Laws:     measure_update_lt, flip_wanders
 *
 * ```ts runnable
 * import { either as E, function as F, option as O } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Termination } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({ tie: 'up' })([stored])),
 *   E.chainW(({ network, stored }) => Termination.measure(network)(stored)),
 * ) // => E.right(O.some({ energy: -6, pending: 1 }))
 * ```
 */
export const measure =
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, O.Option<Measure>> =>
    F.pipe(
      energy(network, input)(state),
      E.map((energy) =>
        F.pipe(
          pendingOf(network.tie, state),
          O.map((pending) => ({ energy, pending })),
        ),
      ),
    )

/** Whether the second measure is below the first: less energy, or as much and fewer pending units. */
export const falls =
  (from: Measure) =>
  (to: Measure): boolean =>
    to.energy < from.energy || (to.energy === from.energy && to.pending < from.pending)

/** What the smallest flip that changes the energy at all lowers it by, if fields are multiples of a quantum. */
const leastDrop = ({ encoding, tie, size }: Network, data: ReadonlyFloat64, quantum: number): number => {
  if (encoding === 'bipolar') return 2 * quantum
  const selfless = Array.from({ length: size }, (_, unit) => data[unit * size + unit]).every((self) => self === 0)
  return tie === 'keep' || selfless ? quantum : quantum / 2
}

/**
 * A number of flips that no run from the state exceeds in which one unit is updated at a time; nothing where no bound
 * follows: by the policy `flip`, for W that is not symmetric or has wᵢᵢ < 0, and for numbers whose sums round.
 *
 * Formula:  with D = (E(y) − lower bound) / (least drop of a flip that lowers E): D for `keep`, 2D + pending for `up` and
 *           `down`, since each tie moves a unit for good unless a drop turns it back; and never more than 2ⁿ − 1, as no
 *           state comes twice
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²), builds implicit weights
 * Numerics: for multiples of a power of two; a scale that is none, such as 1/n, where thresholds and input are 0
 * Laws:     flips_le_bound
 *
 * ```ts runnable
 * import { either as E, function as F, option as O } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Termination } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('state', Pattern.bipolar([-1, -1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, state }) => Termination.flipBound(network)(state)),
 * ) // => E.right(O.some(4))
 * ```
 */
export const flipBound =
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, O.Option<number>> => {
    const biases = biasesOf(network, input)
    const plain = unscaled(network, input)
    const data = scaledWeights(plain)
    const settles =
      firstAsymmetry(network) === undefined && biases.every((_, i) => (data[i * network.size + i] ?? 0) >= 0)
    return F.pipe(
      measure(plain, input)(state),
      E.map(
        O.chain(({ energy, pending }) =>
          F.pipe(
            settles ? quantumOf([...data, ...biases]) : O.none,
            O.map((quantum) => {
              const drops = Math.floor((energy - lowerBound(plain, input)) / leastDrop(plain, data, quantum))
              const flips = network.tie === 'keep' ? drops : 2 * drops + pending
              return Math.min(flips, 2 ** network.size - 1)
            }),
          ),
        ),
      ),
    )
  }
