import type { UnitMemory } from '@engram/associative-memory'
import type { Sums } from './sums.js'

/** What units are decided by, besides their sums. */
export interface Rule {
  readonly thresholds: Float64Array
  readonly next: (field: number, previous: number) => number
}

/** θ·y */
const linear = (thresholds: Float64Array, state: Int8Array): number => {
  let total = 0
  for (let unit = 0; unit < state.length; unit++) total += (state[unit] as number) * (thresholds[unit] as number)
  return total
}

/** −x·h − θ·y of both layers, half of the sums each. */
export const energyOf = (sums: Sums, { thresholds }: Rule, state: Int8Array): number =>
  linear(thresholds, state) - sums.product()

/** What the machine's own updates come to, to the last bit, where both directions share their weights. */
export const sweep =
  (sums: Sums, rule: Rule, state: Int8Array): NonNullable<UnitMemory.Machine['sweep']> =>
  (out, order, turns, energyBefore) => {
    const { next, thresholds } = rule
    const values = out?.values ?? new Int8Array(order.length)
    let flips = 0
    let energy = energyBefore
    for (let k = 0, turn = 0; k < order.length; turn++) {
      const first = k
      const count = turns === undefined ? 1 : (turns[turn] as number)
      let turned = 0
      for (; k < first + count; k++) {
        const unit = order[k] as number
        const previous = state[unit] as number
        const field = sums.at(unit) - (thresholds[unit] as number)
        const value = next(field, previous)
        values[k] = value
        if (value !== previous) turned++
        if (count === 1 && value !== previous) {
          energy += -(value - previous) * field
          state[unit] = value
          sums.moved(unit, value - previous)
        }
        if (out === undefined) continue
        out.units[k] = unit
        out.fields[k] = field
        out.flipped[k] = value === previous ? 0 : 1
        out.energies[k] = energy
      }
      if (count > 1 && turned > 0) {
        for (let t = first; t < k; t++) {
          const unit = order[t] as number
          const delta = (values[t] as number) - (state[unit] as number)
          if (delta === 0) continue
          state[unit] = values[t] as number
          sums.moved(unit, delta)
        }
        energy = energyOf(sums, rule, state)
        if (out !== undefined) out.energies[k - 1] = energy
      }
      flips += turned
    }
    return { flips, energy }
  }
