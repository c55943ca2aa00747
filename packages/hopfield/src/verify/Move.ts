/**
 * What one update does to the energy, without computing an energy.
 *
 * Definitions: `Subject` (a network in its input), `Move`, `move`.
 * Formula:     with hᵢ the local field, gᵢ the same with wⱼᵢ for wᵢⱼ, and Δ the change of unit i:
 *              E(after) − E(before) = −½(hᵢ + gᵢ)Δ − ½ scale wᵢᵢ Δ², for any weights, symmetric or not.
 */
import { Tie, type ReadonlyInt8 } from '@engram/associative-memory'
import type { Vector } from '@engram/linalg'
import { areHebbian, count, signOf, weight, type Packed, type Patterns } from '../Couplings.js'
import type { Network } from '../Network.js'

/** What is verified: a network and its external input. */
export interface Subject {
  readonly network: Network
  readonly input?: Vector.Vector
}

export interface Move {
  readonly field: number
  /** E(after) − E(before); 0 for a unit that stays. */
  readonly rise: number
}

/** The weighted sums to and from a unit, Σⱼ wᵢⱼ yⱼ and Σⱼ wⱼᵢ yⱼ, and wᵢᵢ. */
interface Sums {
  readonly to: number
  readonly from: number
  readonly self: number
}

const sumOver = (state: ReadonlyInt8, term: (value: number, j: number) => number): number =>
  Array.prototype.reduce.call<ReadonlyInt8, [(sum: number, value: number, j: number) => number, number], number>(
    state,
    (sum, value, j) => sum + term(value, j),
    0,
  )

const range = (length: number): ReadonlyArray<number> => Array.from({ length }, (_, index) => index)

const implicitSum = (couplings: Patterns | Packed, state: ReadonlyInt8, unit: number): number => {
  const sign = signOf(couplings)
  return (
    range(count(couplings)).reduce(
      (sum, p) => sum + sign(p, unit) * sumOver(state, (value, j) => sign(p, j) * value),
      0,
    ) - (couplings.diagonal === 'zero' ? count(couplings) * (state[unit] ?? 0) : 0)
  )
}

const sumsOf = ({ couplings }: Network, state: ReadonlyInt8, unit: number): Sums => {
  const between = weight(couplings)
  const self = between(unit, unit)
  if (areHebbian(couplings)) {
    const sum = implicitSum(couplings, state, unit)
    return { to: sum, from: sum, self }
  }
  return {
    to: sumOver(state, (value, j) => between(unit, j) * value),
    from: sumOver(state, (value, j) => between(j, unit) * value),
    self,
  }
}

/** What asking the unit does. Cost: O(n), O(P·n) for implicit couplings */
export const move =
  ({ input, network }: Subject) =>
  (state: ReadonlyInt8, unit: number): Move => {
    const { encoding, scale, thresholds, tie } = network
    const { from, self, to } = sumsOf(network, state, unit)
    const bias = (input?.data[unit] ?? 0) - (thresholds.data[unit] ?? 0)
    const field = scale * to + bias
    const previous = state[unit] ?? 0
    const change = Tie.activate(encoding, tie)(field, previous) - previous
    return {
      field,
      rise: change === 0 ? 0 : -0.5 * (field + scale * from + bias) * change - 0.5 * scale * self * change * change,
    }
  }
