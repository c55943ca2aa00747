import type { UnitMemory } from '@engram/associative-memory'
import type { Signs } from '../overlaps.js'
import type { Rule } from '../sums.js'
import { BASE, END, type Machine } from './machine.js'

/** n bytes, rounded up to whole vectors. */
const room = (bytes: number): number => (bytes + 15) & -16

/** Addresses of arrays of so many bytes, one after another, and the first address behind them. */
const layout = (sizes: ReadonlyArray<number>): ReadonlyArray<number> => {
  const places = [BASE]
  for (let k = 0; k < sizes.length; k++) places.push(places[k]! + room(sizes[k]!))
  return places
}

/** Patterns in groups of sixteen. */
const groupsOf = (count: number): number => Math.ceil(count / 16)

const sizes = ({ count, size, units }: Signs, updates: number, turns: number): ReadonlyArray<number> => {
  const overlaps = 32 * groupsOf(count)
  return [
    units.byteLength,
    overlaps,
    overlaps,
    size,
    8 * size,
    4 * updates,
    4 * turns,
    8 * updates,
    updates,
    updates,
    8 * updates,
  ]
}

/** Whether overlaps fit 16 bits, their sums 32 bits, and a sweep of all units the memory. */
export const fits = (signs: Signs): boolean =>
  signs.size < 2 ** 15 &&
  signs.size * signs.count < 2 ** 30 &&
  layout(sizes(signs, signs.size, signs.size)).at(-1)! <= END

/** A sweep: overlaps m and state y move on, and what happened is written to `out`, if there is one. */
export const sweep = (
  { f64, i16, i32, i8, run, u32, u8 }: Machine,
  m: Int32Array,
  signs: Signs,
  y: Int8Array,
  { bias, lower, scale, tie }: Rule,
  out: UnitMemory.Columns | undefined,
  order: Int32Array,
  turns: Int32Array | undefined,
  energy: number,
): UnitMemory.Swept => {
  const { count, diagonal, size, units, width } = signs
  const updates = order.length
  const places = layout(sizes(signs, updates, turns?.length ?? 0))
  const [words, overlaps, there, state, biases, asked, inTurn, fields, flipped, values, energies] =
    places as ReadonlyArray<number> & { readonly [K in 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10]: number }
  const lanes = 16 * groupsOf(count)
  u32.set(units, words / 4)
  i16.fill(0, overlaps / 2, overlaps / 2 + lanes)
  i16.set(m, overlaps / 2)
  i16.fill(0, there / 2, there / 2 + lanes)
  i16.fill(-1, there / 2, there / 2 + count)
  i8.set(y, state)
  f64.set(bias, biases / 8)
  i32.set(order, asked / 4)
  if (turns !== undefined) i32.set(turns, inTurn / 4)
  const flips = run.sweep(
    words,
    4 * width,
    groupsOf(count),
    overlaps,
    there,
    state,
    biases,
    size,
    asked,
    updates,
    inTurn,
    turns?.length ?? 0,
    fields,
    flipped,
    values,
    energies,
    scale,
    diagonal - count,
    diagonal,
    lower,
    tie,
    energy,
  )
  if (flips > 0) {
    m.set(i16.subarray(overlaps / 2, overlaps / 2 + count))
    y.set(i8.subarray(state, state + size))
  }
  if (out !== undefined) {
    out.units.set(order)
    out.fields.set(f64.subarray(fields / 8, fields / 8 + updates))
    out.flipped.set(u8.subarray(flipped, flipped + updates))
    out.values.set(i8.subarray(values, values + updates))
    out.energies.set(f64.subarray(energies / 8, energies / 8 + updates))
  }
  return { flips, energy: updates === 0 ? energy : f64[energies / 8 + updates - 1]! }
}

/** common[p] ← the number of bits that row p and the given one have in common; answers false where they do not fit the memory. */
export const countCommon = (
  { i32, run, u32 }: Machine,
  common: Int32Array,
  rows: Uint32Array,
  bits: Uint32Array,
  length: number,
): boolean => {
  const [patterns = 0, state = 0, counts = 0, end = 0] = layout([rows.byteLength, bits.byteLength, common.byteLength])
  if (end > END) return false
  u32.set(rows, patterns / 4)
  u32.set(bits, state / 4)
  run.overlaps(counts, patterns, state, common.length, length / 4)
  common.set(i32.subarray(counts / 4, counts / 4 + common.length))
  return true
}
