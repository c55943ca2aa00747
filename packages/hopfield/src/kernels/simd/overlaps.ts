import type { UnitMemory } from '@engram/associative-memory'
import type { Signs } from '../signs.js'
import type { Rule } from '../sums.js'
import { frame, most, put, room, take, type Sweep } from './frame.js'
import { BASE, END, type Machine } from './machine.js'

/** Patterns in groups of sixteen. */
const groupsOf = (count: number): number => Math.ceil(count / 16)

/** Where bits, overlaps, the lanes that are there, the bits once more, tables and sums lie, and what follows. */
const layout = ({ blocks, count, size, units }: Signs) => {
  const groups = groupsOf(count)
  const overlaps = BASE + room(units.byteLength)
  const there = overlaps + 32 * groups
  const bytes = there + 32 * groups
  const tables = bytes + room(blocks.byteLength)
  const ups = tables + 128 * groups
  return { overlaps, there, bytes, tables, ups, after: ups + 32 * Math.ceil(size / 16) }
}

/** Whether overlaps fit 16 bits, their sums 32 bits, and a sweep the memory. */
export const fits = (signs: Signs): boolean =>
  signs.size < 2 ** 15 &&
  signs.size * signs.count < 2 ** 30 &&
  frame(layout(signs).after, signs.size, most(signs.size), most(signs.size)).end <= END

/** Sweeps that move the overlaps m and the state y on. */
export const sweep =
  (machine: Machine, m: Int32Array, signs: Signs, y: Int8Array, { bias, lower, scale, tie }: Rule): Sweep =>
  (out, order, turns, energy): UnitMemory.Swept => {
    const { i16, run, u32, u8 } = machine
    const { blocks, count, diagonal, size, units, width } = signs
    const { after, bytes, overlaps, tables, there, ups } = layout(signs)
    const at = frame(after, size, order.length, turns?.length ?? 0)
    const lanes = 16 * groupsOf(count)
    u32.set(units, BASE / 4)
    u8.set(blocks, bytes)
    i16.fill(0, overlaps / 2, overlaps / 2 + lanes)
    i16.set(m, overlaps / 2)
    i16.fill(0, there / 2, there / 2 + lanes)
    i16.fill(-1, there / 2, there / 2 + count)
    put(machine, at, y, bias, order, turns)
    const flips = run.sweepOverlaps(
      BASE,
      4 * width,
      groupsOf(count),
      overlaps,
      there,
      bytes,
      tables,
      ups,
      at.state,
      at.biases,
      size,
      at.order,
      order.length,
      at.turns,
      turns?.length ?? 0,
      at.fields,
      at.flipped,
      at.values,
      at.energies,
      scale,
      diagonal - count,
      diagonal,
      lower,
      tie,
      energy,
    )
    m.set(i16.subarray(overlaps / 2, overlaps / 2 + count))
    return { flips, energy: take(machine, at, y, out, order) }
  }

/** m[p] ← s(p)·y; answers false where patterns and states do not fit the memory. */
export const project = (
  { i32, i8, run, u32 }: Machine,
  m: Int32Array,
  { length, patterns }: Signs,
  y: Int8Array,
): boolean => {
  const state = BASE + room(patterns.byteLength)
  const marks = state + 32 * length
  const out = marks + 8 * length
  if (out + m.byteLength > END) return false
  u32.set(patterns, BASE / 4)
  i8.set(y, state)
  i8.fill(0, state + y.length, marks)
  run.overlaps(out, BASE, state, marks, m.length, length / 4)
  m.set(i32.subarray(out / 4, out / 4 + m.length))
  return true
}
