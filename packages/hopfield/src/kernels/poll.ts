import type { ReadonlyFloat64 } from '@engram/linalg'
import { groupsOf, type Stored } from './stored.js'

/** Σₖ sᵢ(k) uₖ of any unit, for weights that change all together. */
export interface Poll {
  readonly at: (unit: number) => number
  /** To be called when the weights have changed. */
  readonly changed: () => void
}

/** sums[16 g + c] ← ((±u₀ ± u₁) ± u₂) ± u₃ of group g, with the signs of code c; a code and its complement are opposite. */
const tabulate = (sums: Float64Array, u: Float64Array, groups: number): void => {
  for (let g = 0; g < groups; g++) {
    const at = 16 * g
    const third = u[4 * g + 2] as number
    const fourth = u[4 * g + 3] as number
    const same = (u[4 * g] as number) + (u[4 * g + 1] as number)
    const other = (u[4 * g] as number) - (u[4 * g + 1] as number)
    const [v7, v5, v3, v1] = [same + third, other + third, same - third, other - third]
    sums[at + 15] = v7 + fourth
    sums[at + 13] = v5 + fourth
    sums[at + 11] = v3 + fourth
    sums[at + 9] = v1 + fourth
    sums[at + 7] = v7 - fourth
    sums[at + 5] = v5 - fourth
    sums[at + 3] = v3 - fourth
    sums[at + 1] = v1 - fourth
    for (let c = 0; c < 16; c += 2) sums[at + c] = -(sums[at + 15 - c] as number)
  }
}

/** The signs of a unit times the weights, group by group, in two strands. */
const longSum = (u: Float64Array, signs: ReadonlyFloat64, start: number, length: number): number => {
  let even = 0
  let odd = 0
  for (let k = 0, at = start; k < length; k += 8, at += 8) {
    even +=
      (signs[at] as number) * (u[k] as number) +
      (signs[at + 1] as number) * (u[k + 1] as number) +
      (signs[at + 2] as number) * (u[k + 2] as number) +
      (signs[at + 3] as number) * (u[k + 3] as number)
    odd +=
      (signs[at + 4] as number) * (u[k + 4] as number) +
      (signs[at + 5] as number) * (u[k + 5] as number) +
      (signs[at + 6] as number) * (u[k + 6] as number) +
      (signs[at + 7] as number) * (u[k + 7] as number)
  }
  return even + odd
}

/** The same from the sums of the groups. */
const shortSum = (sums: Float64Array, codes: ReadonlyFloat64, start: number, groups: number): number => {
  let even = 0
  let odd = 0
  for (let g = 0; g < groups; g += 2) {
    even += sums[16 * g + (codes[start + g] as number)] as number
    odd += sums[16 * g + 16 + (codes[start + g + 1] as number)] as number
  }
  return even + odd
}

/** How many units are asked in the long way before it is worth while to tabulate the sums of all groups. */
const patience = 6

/**
 * Sums in groups of four: the sixteen sums that a group can have are tabulated once several units have been asked for
 * the same weights, and a unit then takes one look-up a group. Both ways add in the same order, hence to the same bits:
 * within a group from left to right, and the groups in two strands, the even and the odd ones. `u` has room for all
 * groups, and zeros after the last pattern.
 */
export const poll = (u: Float64Array, { count, signs, codes }: Stored): Poll => {
  const groups = groupsOf(count)
  const sums = new Float64Array(16 * groups)
  let asked = 0
  return {
    changed: () => {
      asked = 0
    },
    at: (unit) => {
      asked++
      if (asked <= patience) return longSum(u, signs, unit * groups * 4, groups * 4)
      if (asked === patience + 1) tabulate(sums, u, groups)
      return shortSum(sums, codes, unit * groups, groups)
    },
  }
}
