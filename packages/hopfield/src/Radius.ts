/**
 * How far around a fixed point recall is guaranteed.
 *
 * Definitions: with σᵢ = ±1 for a unit of ξ that is up or down, the margin of unit i is σᵢhᵢ(ξ). Turning unit j over
 *              takes σᵢσⱼ·scale·wᵢⱼ·|Δy| from it, where |Δy| is 2 for bipolar and 1 for binary units. The radius is the
 *              largest d for which every margin outlasts the d largest of these, itself turned over or not.
 * Theorem:     from every state within the radius, each unit that is asked goes to ξ: one synchronous step is enough, and
 *              so is one sweep in any order, or any fair schedule. W need not be symmetric. For one synchronous step the
 *              radius is exact: some state one unit further away does not go to ξ. One unit at a time may still do.
 * Convention:  ties as the network's policy has them: a margin of exactly 0 is enough where the policy leads to ξ.
 * Laws:        radius_recall, radius_tight, radius_implicit_eq, radius_sparse_eq
 * References:  Komlós and Paturi (1988) for radii of random patterns; Krauth and Mézard (1987) for margins.
 */
import { function as F, option as O, type either as E } from 'fp-ts'
import type { UnitMemory } from '@engram/associative-memory'
import { SignMatrix, Vector } from '@engram/linalg'
import { areHebbian, count, signs, weight } from './Couplings.js'
import type { HopfieldError } from './HopfieldError.js'
import { countHarms, reachOf, reachOfBins, rests, rowHarms, sparseHarms, type Side } from './kernels/reach.js'
import { ask } from './machine.js'
import type { Network, Packed, Patterns, Sparse, State } from './Network.js'
import { biasesOf, quantumOf, scaledWeights, unscaled } from './quantum.js'

/** σ of each unit. */
const spinsOf = ({ data }: Pick<State, 'data'>): Int8Array => Int8Array.from(data, (value) => (value === 1 ? 1 : -1))

/** By how much a unit changes. */
const changeOf = ({ encoding }: Pick<Network, 'encoding'>): 1 | 2 => (encoding === 'bipolar' ? 2 : 1)

/** How many turns the unit stands, but no more than the limit. */
type Reach = (side: Side, unit: number, limit: number) => number

/** What is known of the weights: how they are reached, what a unit does to itself, the sum of its |scale·wᵢⱼ|. */
interface Rows {
  readonly reach: Reach
  readonly self: (unit: number) => number
  readonly total: (unit: number) => number
  readonly exact: boolean
}

const denseRows = (network: Network, spins: Int8Array, biases: Float64Array): Rows => {
  const { size } = network
  const data = scaledWeights(network)
  const harms = new Float64Array(size - 1)
  return {
    reach: (side, unit, limit) => {
      rowHarms(harms, data, spins, changeOf(network), size, unit)
      return reachOf(harms, side, limit)
    },
    self: (unit) => data[unit * size + unit] ?? 0,
    total: (unit) => data.subarray(unit * size, (unit + 1) * size).reduce((sum, weight) => sum + Math.abs(weight), 0),
    exact: O.isSome(quantumOf([...data, ...biases])),
  }
}

const sparseRows = (network: Network, couplings: Sparse, spins: Int8Array, biases: Float64Array): Rows => {
  const { scale, size } = network
  const { columns, starts } = couplings
  const weights = Float64Array.from(couplings.weights, (each) => scale * each)
  const degree = (unit: number): number => (starts[unit + 1] ?? 0) - (starts[unit] ?? 0)
  const most = Array.from({ length: size }, (_, unit) => degree(unit)).reduce((a, b) => Math.max(a, b), 0)
  const harms = new Float64Array(most)
  return {
    reach: (side, unit, limit) => {
      const others = sparseHarms(harms, { columns, starts, weights }, spins, changeOf(network), unit)
      return reachOf(harms.subarray(0, others), side, limit)
    },
    self: (unit) => scale * weight(couplings)(unit, unit),
    total: (unit) => weights.subarray(starts[unit], starts[unit + 1]).reduce((sum, each) => sum + Math.abs(each), 0),
    exact: O.isSome(quantumOf([...weights, ...biases])),
  }
}

const hebbianRows = (
  { size, scale, encoding }: Network,
  couplings: Patterns | Packed,
  spins: Int8Array,
  biases: Float64Array,
): Rows => {
  const total = count(couplings)
  const unitwise = SignMatrix.transpose(signs(couplings))
  const bins = new Int32Array(total + 1)
  return {
    reach: (side, unit, limit) => {
      countHarms(bins, unitwise.words, Math.ceil(total / 32), spins, unit)
      return reachOfBins(bins, scale * changeOf({ encoding }), side, limit)
    },
    self: () => (couplings.diagonal === 'kept' ? scale * total : 0),
    total: () => scale * total * size,
    exact: O.isSome(quantumOf([scale, scale * total * size * size, ...biases])),
  }
}

/** The sides of all units, and what rounding can make of a sum, both here and in recall: a few γₙ Σ|terms|. */
const sidesOf = (
  network: Network,
  machine: UnitMemory.Machine,
  spins: Int8Array,
  biases: Float64Array,
  { self, total, exact }: Rows,
): ReadonlyArray<Side> =>
  Array.from(spins, (spin, unit) => {
    const value = machine.state[unit] ?? 0
    const change = changeOf(network)
    return {
      margin: spin * machine.field(unit),
      self: change * self(unit),
      slack: exact ? 0 : 4 * (network.size + 4) * 2 ** -53 * (total(unit) + Math.abs(biases[unit] ?? 0)),
      stays: machine.next(0, value) === value,
      returns: machine.next(0, value - change * spin) === value,
    }
  })

const rowsOf = (network: Network, spins: Int8Array, biases: Float64Array): Rows => {
  const { couplings } = network
  if (areHebbian(couplings)) return hebbianRows(network, couplings, spins, biases)
  return couplings._tag === 'Sparse' ? sparseRows(network, couplings, spins, biases) : denseRows(network, spins, biases)
}

const radiusOf = (network: Network, machine: UnitMemory.Machine, biases: Float64Array): O.Option<number> => {
  const spins = spinsOf({ data: machine.state })
  const rows = rowsOf(network, spins, biases)
  const sides = sidesOf(network, machine, spins, biases, rows)
  return sides.every(rests)
    ? O.some(sides.reduce((limit, side, unit) => rows.reach(side, unit, limit), network.size))
    : O.none
}

/**
 * The margins of all units of a state.
 *
 * Formula:  σᵢhᵢ, with σᵢ = +1 where unit i is up and −1 where it is down; for bipolar units yᵢhᵢ
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n²), or O(P·n) for implicit couplings
 * Numerics: exact for whole weights, thresholds and input
 * Laws:     margins_eq_crosstalk
 */
export const margins: (
  network: Network,
  input?: Vector.Vector,
) => (state: State) => E.Either<HopfieldError, Vector.Vector> = ask('Radius.margins', (machine) =>
  Vector.unsafeFromFloat64(
    Float64Array.from(spinsOf({ data: machine.state }), (spin, unit) => spin * machine.field(unit)),
  ),
)

/**
 * The distance from a fixed point within which every state is led to it; nothing for other states.
 *
 * Formula:  the largest d with σᵢhᵢ(ξ) ≥ the sum of the d largest positive |Δy|·σᵢσⱼ·scale·wᵢⱼ (j ≠ i), and
 *           σᵢhᵢ(ξ) − |Δy|·scale·wᵢᵢ > the sum of the d − 1 largest, for every i; > and ≥ as ties have it
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(n² log n); O(P·n²/32) and no weight matrix for implicit couplings; for m sparse ones O(m log m), and at most
 *           the radius for each unit
 * Numerics: exact for multiples of a power of two; else no larger than is true, by a bound on the rounding
 * Laws:     radius_recall, radius_tight, radius_implicit_eq, radius_sparse_eq
 *
 * ```ts runnable
 * import { either as E, function as F, option as O } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Radius } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1, 1, -1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, stored }) => Radius.radius(network)(stored)),
 * ) // => E.right(O.some(3))
 * ```
 */
export const radius =
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, O.Option<number>> =>
    F.pipe(
      state,
      ask('Radius.radius', (machine) => radiusOf(unscaled(network, input), machine, biasesOf(network, input)))(
        unscaled(network, input),
        input,
      ),
    )
