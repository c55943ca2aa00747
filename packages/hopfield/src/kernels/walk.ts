/**
 * All states of a few units, one flip apart.
 */
import type { ReadonlyFloat64 } from '@engram/linalg'

/** What one walk needs: the scaled weights column by column, and the fields of the state in which all units are down. */
export interface Walk {
  readonly columns: ReadonlyFloat64
  readonly fields: Float64Array
  /** By how much a unit changes when it turns over. */
  readonly change: number
  /** What rounding can make of each field on the way. */
  readonly slack: ReadonlyFloat64
}

const resting = (fields: Float64Array, spins: Int8Array, slack: ReadonlyFloat64): boolean => {
  for (let i = 0; i < fields.length; i++) if (spins[i]! * fields[i]! < -slack[i]!) return false
  return true
}

/**
 * out ← the numbers of all states in which no unit's field is against it, ties and what rounding hides allowed.
 * Answers how many there are. Gray's code: state g = k XOR k/2 differs from the one before in a single unit.
 */
export const restingStates = (out: Uint32Array, { columns, fields, change, slack }: Walk): number => {
  const n = fields.length
  const spins = new Int8Array(n).fill(-1)
  let state = 0
  let found = 0
  for (let k = 0; ;) {
    if (resting(fields, spins, slack)) out[found++] = state
    if (++k === 2 ** n) return found
    // The lowest bit of k that is 1 turns over.
    const bit = 31 - Math.clz32(k & -k)
    const unit = n - 1 - bit
    const turned = -spins[unit]!
    spins[unit] = turned
    state ^= 1 << bit
    const delta = change * turned
    for (let i = 0, c = unit * n; i < n; i++, c++) fields[i]! += columns[c]! * delta
  }
}
