import type { ReadonlyFloat64 } from '@engram/linalg'
import type { UnitMemory } from '@engram/associative-memory'

/** With which probability a unit changes that would raise the energy by this much. */
export type Chance = (rise: number) => number

/** By how much a two-valued unit changes when it turns over: up is 1. */
const turning = (value: number, lower: number): number => 1 + lower - 2 * value

/** The two things that a unit may do when it is asked; what is nearly certain is told by the other. */
export interface Odds {
  readonly turns: Chance
  readonly stays: Chance
}

/** What is drawn in a sweep, and how units go by it. */
export interface Coins extends Odds {
  /** One number a unit that is asked, from 0 to 1. */
  readonly draws: ReadonlyArray<number>
  readonly lower: number
}

/**
 * Asks the `count` units from `out.units[at]` on in the same state: each is up afterwards if its draw is below its
 * chance to be. The energy changes with the last entry. Answers how many turned over.
 */
const askTogether = (
  out: UnitMemory.Columns,
  machine: UnitMemory.Machine,
  { draws, turns, stays, lower }: Coins,
  at: number,
  count: number,
  energyBefore: number,
): number => {
  const { state } = machine
  let energy = energyBefore
  let flips = 0
  for (let k = at; k < at + count; k++) {
    const unit = out.units[k] as number
    const field = machine.field(unit)
    const value = state[unit] as number
    const delta = turning(value, lower)
    const rise = machine.rise(unit, delta, field)
    const up = (draws[k] as number) < (value === 1 ? stays(rise) : turns(rise))
    const turned = up !== (value === 1)
    if (turned) {
      energy += rise
      flips++
    }
    out.fields[k] = field
    out.flipped[k] = turned ? 1 : 0
    out.values[k] = turned ? value + delta : value
    out.energies[k] = energyBefore
  }
  for (let k = at; k < at + count; k++) {
    if (out.flipped[k] === 0) continue
    const unit = out.units[k] as number
    const delta = (out.values[k] as number) - (state[unit] as number)
    state[unit] = out.values[k] as number
    machine.moved(unit, delta)
  }
  out.energies[at + count - 1] = flips > 1 ? machine.energy() : energy
  return flips
}

/** Asks the units in the given order, so many at once in each turn, or one by one. Answers how many turned over. */
export const askInTurns = (
  out: UnitMemory.Columns,
  machine: UnitMemory.Machine,
  order: ReadonlyArray<number>,
  turns: ReadonlyArray<number> | undefined,
  coins: Coins,
): number => {
  out.units.set(order)
  let flips = 0
  let energy = machine.energy()
  for (let at = 0, turn = 0; at < order.length; turn++) {
    const count = turns === undefined ? 1 : (turns[turn] as number)
    if (count > 0) {
      flips += askTogether(out, machine, coins, at, count, energy)
      energy = out.energies[at + count - 1] as number
    }
    at += count
  }
  return flips
}

/** Whether no unit has any chance to turn over. */
export const isStill = (machine: UnitMemory.Machine, chance: Chance, lower: number): boolean => {
  for (let i = 0; i < machine.size; i++) {
    const delta = turning(machine.state[i] as number, lower)
    if (chance(machine.rise(i, delta, machine.field(i))) > 0) return false
  }
  return true
}

/**
 * Visits all 2ⁿ states, turning one unit over at a time, from the machine's state, in which all units are down:
 * `visit` gets the number of each state, its first unit being the most significant bit.
 */
const visitAll = (machine: UnitMemory.Machine, lower: number, visit: (index: number) => void): void => {
  const { size, state } = machine
  const count = 2 ** size
  let index = 0
  visit(index)
  for (let k = 1; k < count; k++) {
    const bit = 31 - Math.clz32(k & -k)
    const unit = size - 1 - bit
    const delta = turning(state[unit] as number, lower)
    state[unit] = (state[unit] as number) + delta
    machine.moved(unit, delta)
    index ^= 1 << bit
    visit(index)
  }
}

/** energies[s] ← E(s) of all states. */
export const tabulateEnergies = (energies: Float64Array, machine: UnitMemory.Machine, lower: number): void =>
  visitAll(machine, lower, (s) => {
    energies[s] = machine.energy()
  })

/** rises[s·n + i] ← by how much the energy rises when unit i turns over in state s. */
export const tabulateRises = (rises: Float64Array, machine: UnitMemory.Machine, lower: number): void => {
  const { size, state } = machine
  visitAll(machine, lower, (s) => {
    for (let i = 0; i < size; i++)
      rises[s * size + i] = machine.rise(i, turning(state[i] as number, lower), machine.field(i))
  })
}

/** means[i] ← Σₛ pₛ yᵢ(s) and pairs[i·n + j] ← Σₛ pₛ yᵢ(s) yⱼ(s), s's first unit being its most significant bit. */
export const moments = (
  means: Float64Array,
  pairs: Float64Array,
  p: ReadonlyFloat64,
  n: number,
  lower: number,
): void => {
  const value = (s: number, i: number): number => ((s >> (n - 1 - i)) & 1 ? 1 : lower)
  for (let s = 0; s < p.length; s++) {
    const weight = p[s] as number
    for (let i = 0; i < n; i++) {
      const yi = value(s, i)
      if (yi === 0) continue
      means[i] = (means[i] as number) + weight * yi
      for (let j = 0; j <= i; j++) pairs[i * n + j] = (pairs[i * n + j] as number) + weight * yi * value(s, j)
    }
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) pairs[j * n + i] = pairs[i * n + j] as number
}
