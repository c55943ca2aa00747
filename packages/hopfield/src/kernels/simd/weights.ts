import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Rule } from '../sums.js'
import { frame, most, put, room, take, type Sweep } from './frame.js'
import { alone, BASE, type Machine } from './machine.js'

/** Whole weights of 16 bits in a memory of their own. */
export interface Weights {
  readonly machine: Machine
  readonly size: number
  /** Entries of a row: the weights from a unit to all others, and zeros. */
  readonly stride: number
  /** Where the sums lie, and the frame behind them. */
  readonly sums: number
  readonly after: number
}

const upTo = (n: number, multiple: number): number => Math.ceil(n / multiple) * multiple

/** The weights in a memory, unless the platform has no vectors or not so much memory. They are whole, and at most 2¹⁵ − 1. */
export const weightsOf = (w: ReadonlyFloat64, n: number): Weights | undefined => {
  const stride = upTo(n, 8)
  const sums = BASE + room(2 * stride * upTo(n, 4))
  const after = sums + 4 * stride
  const machine = alone(frame(after, n, most(n), most(n)).end)
  if (machine === undefined) return undefined
  const { i16 } = machine
  const blocks = 64
  for (let i0 = 0; i0 < n; i0 += blocks) {
    for (let j0 = 0; j0 < n; j0 += blocks) {
      for (let j = j0; j < Math.min(j0 + blocks, n); j++) {
        const row = BASE / 2 + j * stride
        for (let i = i0; i < Math.min(i0 + blocks, n); i++) i16[row + i] = w[i * n + j]!
      }
    }
  }
  return { machine, size: n, stride, sums, after }
}

/** h ← W y */
export const product = ({ after, machine, size, stride, sums }: Weights, h: Int32Array, y: Int8Array): void => {
  const { i32, i8, run } = machine
  i8.set(y, after)
  i8.fill(0, after + size, after + size + 4)
  run.fields(sums, BASE, after, size, stride)
  h.set(i32.subarray(sums / 4, sums / 4 + size))
}

/** h += Δ · column of the unit */
export const move = ({ machine: { i16 }, size, stride }: Weights, h: Int32Array, unit: number, delta: number): void => {
  for (let i = 0, k = BASE / 2 + unit * stride; i < size; i++, k++) h[i]! += i16[k]! * delta
}

/** wᵢᵢ */
export const self = ({ machine: { i16 }, stride }: Weights, unit: number): number =>
  i16[BASE / 2 + unit * stride + unit]!

/** Sweeps that move the sums h and the state y on. */
export const sweep =
  (weights: Weights, h: Int32Array, y: Int8Array, { bias, lower, scale, tie }: Rule): Sweep =>
  (out, order, turns, energy) => {
    const { after, machine, size, stride, sums } = weights
    const at = frame(after, size, order.length, turns?.length ?? 0)
    machine.i32.set(h, sums / 4)
    put(machine, at, y, bias, order, turns)
    const flips = machine.run.sweepWeights(
      BASE,
      stride,
      sums,
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
      lower,
      tie,
      energy,
    )
    h.set(machine.i32.subarray(sums / 4, sums / 4 + size))
    return { flips, energy: take(machine, at, y, out, order) }
  }
