import type { Fields } from './fields.js'

/** Everything that a run changes, and what it needs to do so. */
export interface Machine {
  readonly size: number
  readonly state: Int8Array
  readonly sums: Fields
  /** xᵢ − θᵢ */
  readonly bias: Float64Array
  readonly scale: number
  readonly activate: (field: number, previous: number) => number
}

/** What is written down of every update, one entry each. */
export interface Columns {
  readonly units: Int32Array
  readonly fields: Float64Array
  readonly flipped: Uint8Array
  readonly energies: Float64Array
}

/** scale · Σⱼ wᵢⱼ yⱼ + xᵢ − θᵢ */
export const fieldOf = ({ sums, scale, bias }: Machine, unit: number): number =>
  scale * sums.at(unit) + (bias[unit] as number)

/** −½ scale · yᵀWy − (x − θ)ᵀy */
export const energyOf = ({ size, state, sums, scale, bias }: Machine): number => {
  let quadratic = 0
  let linear = 0
  for (let i = 0; i < size; i++) {
    const y = state[i] as number
    if (y === 0) continue
    quadratic += y * sums.at(i)
    linear += y * (bias[i] as number)
  }
  return 0 - (0.5 * scale * quadratic + linear)
}

const move = ({ state, sums }: Machine, unit: number, delta: number): void => {
  state[unit] = (state[unit] as number) + delta
  sums.moved(unit, delta)
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
    const field = fieldOf(machine, unit)
    const previous = machine.state[unit] as number
    const delta = machine.activate(field, previous) - previous
    if (delta !== 0) {
      energy += -field * delta - 0.5 * machine.scale * machine.sums.self(unit) * delta * delta
      flips++
      move(machine, unit, delta)
    }
    out.units[k] = unit
    out.fields[k] = field
    out.flipped[k] = delta === 0 ? 0 : 1
    out.energies[k] = energy
  }
  return flips
}

/** Updates all units at once; the energy changes with the last entry. Answers how many flipped. */
export const allAtOnce = (out: Columns, machine: Machine, energyBefore: number): number => {
  const { size, state, activate } = machine
  let flips = 0
  for (let i = 0; i < size; i++) {
    const field = fieldOf(machine, i)
    const flips01 = activate(field, state[i] as number) === state[i] ? 0 : 1
    out.units[i] = i
    out.fields[i] = field
    out.flipped[i] = flips01
    out.energies[i] = energyBefore
    flips += flips01
  }
  for (let i = 0; i < size; i++) {
    const previous = state[i] as number
    if (out.flipped[i] === 1) move(machine, i, activate(out.fields[i] as number, previous) - previous)
  }
  out.energies[size - 1] = flips === 0 ? energyBefore : energyOf(machine)
  return flips
}

/** Whether no unit would change. */
export const isAtRest = (machine: Machine): boolean => {
  for (let i = 0; i < machine.size; i++) {
    const previous = machine.state[i] as number
    if (machine.activate(fieldOf(machine, i), previous) !== previous) return false
  }
  return true
}
