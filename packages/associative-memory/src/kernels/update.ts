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

/** Updates one unit after another in the given order; the energy is carried along. Answers how many flipped. */
export const oneByOne = (
  out: Columns,
  machine: Machine,
  order: ReadonlyArray<number>,
  energyBefore: number,
): number => {
  let energy = energyBefore
  let flips = 0
  for (let k = 0; k < order.length; k++) {
    const unit = order[k] as number
    const field = machine.field(unit)
    const previous = machine.state[unit] as number
    const delta = machine.next(field, previous) - previous
    if (delta !== 0) {
      energy += machine.rise(unit, delta, field)
      flips++
      move(machine, unit, delta)
    }
    out.units[k] = unit
    out.fields[k] = field
    out.flipped[k] = delta === 0 ? 0 : 1
    out.values[k] = previous + delta
    out.energies[k] = energy
  }
  return flips
}

/** Updates all units at once; the energy changes with the last entry. Answers how many flipped. */
export const allAtOnce = (out: Columns, machine: Machine, energyBefore: number): number => {
  const { size, state, next } = machine
  let flips = 0
  for (let i = 0; i < size; i++) {
    const field = machine.field(i)
    const value = next(field, state[i] as number)
    const flips01 = value === state[i] ? 0 : 1
    out.units[i] = i
    out.fields[i] = field
    out.flipped[i] = flips01
    out.values[i] = value
    out.energies[i] = energyBefore
    flips += flips01
  }
  for (let i = 0; i < size; i++) {
    const previous = state[i] as number
    if (out.flipped[i] === 1) move(machine, i, (out.values[i] as number) - previous)
  }
  out.energies[size - 1] = flips === 0 ? energyBefore : machine.energy()
  return flips
}

/** Whether no unit would change. */
export const isAtRest = (machine: Machine): boolean => {
  for (let i = 0; i < machine.size; i++) {
    const previous = machine.state[i] as number
    if (machine.next(machine.field(i), previous) !== previous) return false
  }
  return true
}
