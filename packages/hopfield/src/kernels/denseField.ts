import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Poll } from './poll.js'
import { tally, type Stored } from './stored.js'
import { signOfPowers } from './transcendent.js'

/** What a unit is asked of a dense memory, for the overlaps m of the state. */
export interface DenseField {
  /** ½ (E(down) − E(up)); its sign is right even where its size is rounded. */
  readonly at: (unit: number, spin: number) => number
  readonly energy: () => number
  /** To be called when the overlaps have changed. */
  readonly changed: () => void
}

/** F of every overlap from −reach to reach, and how it votes. */
export interface Levels {
  readonly reach: number
  /** F(m) */
  readonly value: ReadonlyFloat64
  /** ¼ (F(m + 2) − F(m − 2)): half of what the votes of a unit that agrees and of one that does not have in common. */
  readonly vote: ReadonlyFloat64
  /** ¼ (2 F(m) − F(m + 2) − F(m − 2)): what is taken off for the unit's own part in m. */
  readonly own: ReadonlyFloat64
  /** Whether all sums of these are exact. */
  readonly exact: boolean
}

/** u[k] ← of[m[k] + reach] */
const lookUp = (u: Float64Array, of: ReadonlyFloat64, m: Int32Array, reach: number, count: number): void => {
  for (let k = 0; k < count; k++) u[k] = of[(m[k] as number) + reach] as number
}

/** Σₖ of[m[k] + reach] */
const sumUp = (of: ReadonlyFloat64, m: Int32Array, reach: number, count: number): number => {
  let total = 0
  for (let k = 0; k < count; k++) total += of[(m[k] as number) + reach] as number
  return total
}

/** Σₖ |of[m[k] + reach]| */
const sumUpSizes = (of: ReadonlyFloat64, m: Int32Array, reach: number, count: number): number => {
  let total = 0
  for (let k = 0; k < count; k++) total += Math.abs(of[(m[k] as number) + reach] as number)
  return total
}

const greatestOf = (m: Int32Array, count: number): number => {
  let greatest = m[0] as number
  for (let k = 1; k < count; k++) greatest = Math.max(greatest, m[k] as number)
  return greatest
}

/** u[k] ← decay[greatest − m[k]]; answers their sum. */
const weigh = (u: Float64Array, decay: ReadonlyFloat64, m: Int32Array, greatest: number, count: number): number => {
  let total = 0
  for (let k = 0; k < count; k++) {
    const weight = decay[greatest - (m[k] as number)] as number
    u[k] = weight
    total += weight
  }
  return total
}

/** 2⁻⁵² */
const ulp = 2.220446049250313e-16

/**
 * ½ Σₖ [F(cₖ + sᵢ) − F(cₖ − sᵢ)] with cₖ = mₖ − sᵢyᵢ, as Σₖ sᵢ vote(mₖ) + yᵢ Σₖ own(mₖ): the second sum and all votes
 * are taken once a state. Where sums round, a result that is not clear of its error is taken again in whole numbers.
 */
export const powerField = (
  levels: Levels,
  power: (z: number) => bigint,
  m: Int32Array,
  u: Float64Array,
  stored: Stored,
  poll: Poll,
): DenseField => {
  const { reach, value, vote, own, exact } = levels
  const { count } = stored
  const counts = new Int32Array(2 * reach + 1)
  let self = 0
  let mass = 0
  let stale = true
  const refresh = (): void => {
    stale = false
    lookUp(u, vote, m, reach, count)
    self = sumUp(own, m, reach, count)
    if (!exact) mass = sumUpSizes(vote, m, reach, count) + sumUpSizes(own, m, reach, count)
    poll.changed()
  }
  const inWholeNumbers = (unit: number, spin: number): number => {
    tally(counts, m, stored, unit, spin, reach)
    let total = 0n
    for (let at = 1; at < 2 * reach; at++) {
      const times = counts[at] as number
      if (times !== 0) total += BigInt(times) * (power(at - reach + 1) - power(at - reach - 1))
    }
    return Number(total) / 2
  }
  return {
    changed: () => {
      stale = true
    },
    at: (unit, spin) => {
      if (stale) refresh()
      const field = poll.at(unit) + spin * self
      // count + 2 additions and one rounding of each term, hence fewer than count + 4 halves of an ulp.
      return exact || Math.abs(field) > (count + 8) * ulp * mass ? field : inWholeNumbers(unit, spin)
    },
    energy: () => 0 - sumUp(value, m, reach, count),
  }
}

/** exp βz of every overlap from −reach to reach, relative to the greatest. */
export interface Decays {
  readonly reach: number
  readonly inverseTemperature: number
  /** e⁻ᵝᵈ for d from 0 to 2 reach + 1. */
  readonly decay: ReadonlyFloat64
  /** tanh β */
  readonly tanh: number
}

/**
 * The same for F(z) = exp βz, of −log(−E): with p = softmax(βm), D = Σₖ sᵢ pₖ and T = tanh β, the unit wants up exactly
 * where D > yᵢT, and the half difference is artanh(T (D − yᵢT) / (1 − yᵢDT)). Weights are relative to the greatest overlap,
 * so none overflows. A result that is not clear of its error is taken again from whole multiples of powers of e²ᵝ.
 */
export const exponentialField = (
  { decay, inverseTemperature, reach, tanh: T }: Decays,
  m: Int32Array,
  u: Float64Array,
  stored: Stored,
  poll: Poll,
): DenseField => {
  const { count } = stored
  const counts = new Int32Array(2 * reach + 1)
  let greatest = 0
  let total = 0
  let stale = true
  const refresh = (): void => {
    stale = false
    greatest = greatestOf(m, count)
    total = weigh(u, decay, m, greatest, count)
    poll.changed()
  }
  /** D − yᵢT · Σ u from counts of overlaps; exactly 0 where it is. */
  const again = (unit: number, spin: number): number => {
    tally(counts, m, stored, unit, spin, reach)
    let top = 2 * reach
    while (top >= 0 && counts[top] === 0) top--
    if (top < 0) return 0
    let sum = 0
    let mass = 0
    for (let at = top; at >= 0; at -= 2) {
      const times = counts[at] as number
      sum += times * (decay[top - at] as number)
      mass += Math.abs(times) * (decay[top - at] as number)
    }
    const size = Math.max(Math.abs(sum) * (1 + T) * (decay[greatest + 1 - (top - reach)] as number), Number.MIN_VALUE)
    const clear = Math.abs(sum) > (reach + 64) * ulp * mass
    return (clear ? Math.sign(sum) : signOfPowers(counts, top, count, inverseTemperature)) * size
  }
  return {
    changed: () => {
      stale = true
    },
    at: (unit, spin) => {
      if (stale) refresh()
      const sum = poll.at(unit)
      const difference = sum - T * spin * total
      const clear = Math.abs(difference) > (count + 64) * ulp * total
      const vote = clear ? difference : again(unit, spin)
      const field = Math.atanh((T * vote) / (total - T * spin * sum))
      return field === 0 && vote !== 0 ? Math.sign(vote) * Number.MIN_VALUE : field
    },
    energy: () => {
      if (stale) refresh()
      return 0 - (inverseTemperature * greatest + Math.log(total))
    },
  }
}
