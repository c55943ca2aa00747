/**
 * What every sweep brings into a memory and takes away: state, biases and order in; state, fields and energies out.
 */
import type { UnitMemory } from '@engram/associative-memory'
import type { Machine } from './machine.js'

/** So many bytes, rounded up to whole vectors. */
export const room = (bytes: number): number => Math.ceil(bytes / 16) * 16

/** Where the parts of a frame lie. */
export interface Frame {
  readonly state: number
  readonly biases: number
  readonly order: number
  readonly turns: number
  readonly fields: number
  readonly flipped: number
  readonly values: number
  readonly energies: number
  readonly end: number
}

/** A frame of n units, of so many updates in so many turns, from an address on; four zeros follow the state. */
export const frame = (at: number, n: number, updates: number, turns: number): Frame => {
  const biases = at + room(n + 4)
  const order = biases + room(8 * n)
  const inTurn = order + room(4 * updates)
  const fields = inTurn + room(4 * turns)
  const energies = fields + room(8 * updates)
  const flipped = energies + room(8 * updates)
  const values = flipped + room(updates)
  return { state: at, biases, order, turns: inTurn, fields, energies, flipped, values, end: values + room(updates) }
}

/** Updates of a piece, at most: a turn is never more than n. */
export const most = (n: number): number => 2 * n

export type Sweep = (
  out: UnitMemory.Columns | undefined,
  order: Int32Array,
  turns: Int32Array | undefined,
  energy: number,
) => UnitMemory.Swept

const part = (out: UnitMemory.Columns | undefined, from: number, to: number): UnitMemory.Columns | undefined =>
  out === undefined
    ? undefined
    : {
        units: out.units.subarray(from, to),
        fields: out.fields.subarray(from, to),
        flipped: out.flipped.subarray(from, to),
        values: out.values.subarray(from, to),
        energies: out.energies.subarray(from, to),
      }

/** A sweep of any length, in pieces of whole turns that the memory has room for: units may be in many blocks. */
export const inPieces =
  (n: number, sweep: Sweep): Sweep =>
  (out, order, turns, energyBefore) => {
    if (order.length <= most(n)) return sweep(out, order, turns, energyBefore)
    let flips = 0
    let energy = energyBefore
    for (let at = 0, turn = 0; at < order.length;) {
      const [from, first] = [at, turn]
      for (; at < order.length; turn++) {
        const count = turns === undefined ? 1 : turns[turn]!
        if (at + count - from > most(n)) break
        at += count
      }
      const swept = sweep(part(out, from, at), order.subarray(from, at), turns?.subarray(first, turn), energy)
      flips += swept.flips
      energy = swept.energy
    }
    return { flips, energy }
  }

export const put = (
  { f64, i32, i8 }: Machine,
  { biases, order: asked, state, turns: inTurn }: Frame,
  y: Int8Array,
  bias: Float64Array,
  order: Int32Array,
  turns: Int32Array | undefined,
): void => {
  i8.set(y, state)
  i8.fill(0, state + y.length, state + y.length + 4)
  f64.set(bias, biases / 8)
  i32.set(order, asked / 4)
  if (turns !== undefined) i32.set(turns, inTurn / 4)
}

/** What became of the state, and what happened if anybody wants it. Answers the energy after the last update. */
export const take = (
  { f64, i8, u8 }: Machine,
  { energies, fields, flipped, state, values }: Frame,
  y: Int8Array,
  out: UnitMemory.Columns | undefined,
  order: Int32Array,
): number => {
  const updates = order.length
  y.set(i8.subarray(state, state + y.length))
  if (out !== undefined) {
    out.units.set(order)
    out.fields.set(f64.subarray(fields / 8, fields / 8 + updates))
    out.flipped.set(u8.subarray(flipped, flipped + updates))
    out.values.set(i8.subarray(values, values + updates))
    out.energies.set(f64.subarray(energies / 8, energies / 8 + updates))
  }
  return f64[energies / 8 + updates - 1]!
}
