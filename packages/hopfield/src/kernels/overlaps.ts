import { project as scalarProject } from './scalar/bits.js'
import { inPieces } from './simd/frame.js'
import { simd } from './simd/machine.js'
import { fits, project, sweep } from './simd/overlaps.js'
import type { Signs } from './signs.js'
import type { Sums } from './sums.js'

/** Rows of `from` words, with zeros after them. */
export const widen = (
  rows: { readonly length: number; readonly [index: number]: number },
  from: number,
  to: number,
): Uint32Array => {
  const count = from === 0 ? 0 : rows.length / from
  const wide = new Uint32Array(count * to)
  for (let i = 0; i < count; i++) for (let w = 0; w < from; w++) wide[i * to + w] = rows[i * from + w]!
  return wide
}

/** The bytes of sixteen units side by side; `units` holds `width` words of each. */
export const sideBySide = (units: Uint32Array, size: number, width: number, count: number): Uint8Array => {
  const bytes = 2 * Math.ceil(count / 16)
  const out = new Uint8Array(16 * Math.ceil(size / 16) * bytes)
  for (let i = 0; i < size; i++) {
    const start = (i >> 4) * 16 * bytes + (i & 15)
    for (let k = 0; k < bytes; k++) out[start + 16 * k] = units[i * width + (k >> 2)]! >>> (8 * (k & 3))
  }
  return out
}

/**
 * Sums from the overlaps mₚ = s(p)·y: hᵢ = Σₚ sᵢ(p) mₚ, less P yᵢ without a diagonal, where Σₚ sᵢ(p) mₚ is twice the sum
 * over the patterns that have +1 there, less the sum over all. P operations for a unit that is asked, P more if it moves.
 *
 * A sweep is left to the vectors where it pays: 256 units and 16 patterns run 3 times as fast with them, 1024 and 70
 * 17 times.
 */
export const overlaps = (m: Int32Array, signs: Signs, y: Int8Array): Sums => {
  const { count, diagonal, size, units, width } = signs
  let all = 0
  const add = (): void => {
    all = 0
    for (let p = 0; p < count; p++) all += m[p]!
  }
  const reset = (): void => {
    const machine = size * count >= 2 ** 12 ? simd() : undefined
    if (machine === undefined || !project(machine, m, signs, y)) scalarProject(m, signs, y)
    add()
  }
  reset()
  const machine = size * count >= 2 ** 8 && fits(signs) ? simd() : undefined
  const sums: Sums = {
    reset,
    at: (unit) => {
      const start = unit * width
      let up = 0
      for (let p = 0; p < count; p++) up += m[p]! & -((units[start + (p >>> 5)]! >>> (p & 31)) & 1)
      return 2 * up - all + (diagonal - count) * y[unit]!
    },
    moved: (unit, delta) => {
      const start = unit * width
      for (let p = 0; p < count; p++) {
        const step = (units[start + (p >>> 5)]! >>> (p & 31)) & 1 ? delta : -delta
        m[p]! += step
        all += step
      }
    },
    self: () => diagonal,
    quadratic: () => {
      let total = 0
      for (let p = 0; p < count; p++) total += m[p]! * m[p]!
      let active = 0
      for (let i = 0; i < size; i++) active += y[i]! * y[i]!
      return total + (diagonal - count) * active
    },
  }
  return machine === undefined
    ? sums
    : {
        ...sums,
        sweep: (rule) => {
          const swept = inPieces(size, sweep(machine, m, signs, y, rule))
          return (...given) => {
            const told = swept(...given)
            add()
            return told
          }
        },
      }
}
