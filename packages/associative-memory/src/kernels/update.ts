/**
 * Everything that a run of two-valued units changes, and what it needs to do so: the local change of an energy memory.
 * A machine belongs to the run that opened it.
 */
export interface Machine {
  readonly size: number
  readonly state: Int8Array
  /** What the unit goes by: up where it is above 0, down where it is below. */
  readonly field: (unit: number) => number
  /** By how much the energy would rise if the unit, being in this field, changed by `delta`. */
  readonly rise: (unit: number, delta: number, field: number) => number
  /** To be called when `state[unit]` has just changed by `delta`. */
  readonly moved: (unit: number, delta: number) => void
  /** To be called when `state` has been written to in any other way. */
  readonly reset: () => void
  readonly energy: () => number
  /** The value that a unit takes. */
  readonly next: (field: number, previous: number) => number
  /** What `sweep` does, to the last bit, where the machine has a faster way; it need not write down what nobody wants. */
  readonly sweep?: (out: Columns | undefined, order: Int32Array, turns: Int32Array | undefined, energy: number) => Swept
}

/** What a sweep came to. */
export interface Swept {
  readonly flips: number
  readonly energy: number
}

/** What is written down of every update, one entry each. */
export interface Columns {
  readonly units: Int32Array
  readonly fields: Float64Array
  readonly flipped: Uint8Array
  /** What the unit is afterwards. */
  readonly values: Int8Array
  readonly energies: Float64Array
}

const move = ({ state, moved }: Machine, unit: number, delta: number): void => {
  state[unit] = (state[unit] as number) + delta
  moved(unit, delta)
}

/** Updates `out.units[k]`; the energy is carried along. Answers whether it flipped, as 0 or 1. */
const one = (out: Columns, machine: Machine, k: number, energyBefore: number): number => {
  const unit = out.units[k] as number
  const field = machine.field(unit)
  const previous = machine.state[unit] as number
  const delta = machine.next(field, previous) - previous
  const flips = delta === 0 ? 0 : 1
  out.fields[k] = field
  out.flipped[k] = flips
  out.values[k] = previous + delta
  out.energies[k] = flips === 0 ? energyBefore : energyBefore + machine.rise(unit, delta, field)
  if (flips === 1) move(machine, unit, delta)
  return flips
}

/** Updates one unit after another in the given order; the energy is carried along. Answers how many flipped. */
const oneByOne = (out: Columns, machine: Machine, order: ArrayLike<number>, energyBefore: number): number => {
  out.units.set(order)
  let flips = 0
  for (let k = 0; k < order.length; k++) {
    flips += one(out, machine, k, k === 0 ? energyBefore : (out.energies[k - 1] as number))
  }
  return flips
}

/** Updates the `count` units from `out.units[at]` on at once; the energy changes with the last entry. Answers how many flipped. */
const atOnce = (out: Columns, machine: Machine, at: number, count: number, energyBefore: number): number => {
  const { state, next } = machine
  let flips = 0
  for (let k = at; k < at + count; k++) {
    const unit = out.units[k] as number
    const field = machine.field(unit)
    const previous = state[unit] as number
    const value = next(field, previous)
    out.fields[k] = field
    out.flipped[k] = value === previous ? 0 : 1
    out.values[k] = value
    out.energies[k] = energyBefore
    flips += out.flipped[k] as number
  }
  for (let k = at; k < at + count; k++) {
    const unit = out.units[k] as number
    if (out.flipped[k] === 1) move(machine, unit, (out.values[k] as number) - (state[unit] as number))
  }
  out.energies[at + count - 1] = flips === 0 ? energyBefore : machine.energy()
  return flips
}

/** Updates the units in the given order, so many at once in each turn. Answers how many flipped. */
export const inTurns = (
  out: Columns,
  machine: Machine,
  order: ArrayLike<number>,
  turns: ArrayLike<number>,
  energyBefore: number,
): number => {
  out.units.set(order)
  let flips = 0
  let at = 0
  for (let turn = 0; turn < turns.length; turn++) {
    const count = turns[turn] as number
    const energy = at === 0 ? energyBefore : (out.energies[at - 1] as number)
    flips += count === 1 ? one(out, machine, at, energy) : atOnce(out, machine, at, count, energy)
    at += count
  }
  return flips
}

/** Updates the units in the given order, one by one or so many at once in each turn. */
export const sweep = (
  out: Columns,
  machine: Machine,
  order: Int32Array,
  turns: Int32Array | undefined,
  energyBefore: number,
): Swept => {
  const flips =
    turns === undefined
      ? oneByOne(out, machine, order, energyBefore)
      : inTurns(out, machine, order, turns, energyBefore)
  return { flips, energy: order.length === 0 ? energyBefore : (out.energies[order.length - 1] as number) }
}

/** Whether no unit would change. */
export const isAtRest = (machine: Machine): boolean => {
  for (let i = 0; i < machine.size; i++) {
    const previous = machine.state[i] as number
    if (machine.next(machine.field(i), previous) !== previous) return false
  }
  return true
}
