import { groupsOf, type Stored } from './stored.js'

/** Σₖ sᵢ(k) uₖ of any unit, for weights that change all together. */
export interface Poll {
  readonly at: (unit: number) => number
  /** To be called when the weights have changed. */
  readonly changed: () => void
}

/** sums[16 g + c] ← ±u₀ ± u₁ ± u₂ ± u₃ of group g, with the signs of code c. */
const tabulate = (sums: Float64Array, u: Float64Array, groups: number): void => {
  for (let g = 0; g < groups; g++) {
    const [first, second, third, fourth] = [u[4 * g]!, u[4 * g + 1]!, u[4 * g + 2]!, u[4 * g + 3]!]
    const at = 16 * g
    for (let c = 0; c < 16; c++)
      sums[at + c] =
        (c & 1 ? first : -first) + (c & 2 ? second : -second) + (c & 4 ? third : -third) + (c & 8 ? fourth : -fourth)
  }
}

/** How many units are asked in the long way before it is worth while to tabulate the sums of all groups. */
const patience = 6

/**
 * Sums in groups of four: the sixteen sums that a group can have are tabulated once several units have been asked for
 * the same weights, and a unit then takes one look-up a group. Both ways add in the same order, hence to the same bits.
 * `u` has room for whole groups, and zeros after the last pattern.
 */
export const poll = (u: Float64Array, { count, signs, codes }: Stored): Poll => {
  const groups = groupsOf(count)
  const sums = new Float64Array(16 * groups)
  let asked = 0
  const long = (unit: number): number => {
    const start = unit * groups * 4
    let total = 0
    for (let k = 0; k < groups * 4; k += 4)
      total +=
        (signs[start + k] as number) * (u[k] as number) +
        (signs[start + k + 1] as number) * (u[k + 1] as number) +
        (signs[start + k + 2] as number) * (u[k + 2] as number) +
        (signs[start + k + 3] as number) * (u[k + 3] as number)
    return total
  }
  const short = (unit: number): number => {
    const start = unit * groups
    let total = 0
    for (let g = 0; g < groups; g++) total += sums[16 * g + (codes[start + g] as number)] as number
    return total
  }
  return {
    changed: () => {
      asked = 0
    },
    at: (unit) => {
      asked++
      if (asked <= patience) return long(unit)
      if (asked === patience + 1) tabulate(sums, u, groups)
      return short(unit)
    },
  }
}
