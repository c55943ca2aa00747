import type { ReadonlyWords } from '@engram/linalg'
import { pending } from './pending.js'
import type { Sums } from './sums.js'

/**
 * The patterns of one layer, a bit an entry, twice: `patterns` holds them in rows of bits, `units` in columns, so that a
 * row there tells what one unit is in every pattern.
 */
export interface Bits {
  readonly patterns: ReadonlyWords
  readonly units: ReadonlyWords
}

const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

const wordsOf = (bits: number): number => (bits + 31) >>> 5

/** signs, mask ← which of n components are above 0, and which are not 0; answers how many are not. */
const packState = (signs: Uint32Array, mask: Uint32Array, state: Int8Array, start: number, n: number): number => {
  let present = 0
  for (let w = 0; w < signs.length; w++) {
    let above = 0
    let other = 0
    for (let i = Math.min(n - 1, 32 * w + 31); i >= 32 * w; i--) {
      const value = state[start + i] as number
      above = (above << 1) | (value > 0 ? 1 : 0)
      other = (other << 1) | (value === 0 ? 0 : 1)
    }
    signs[w] = above
    mask[w] = other
    present += popcount(other)
  }
  return present
}

/** mₚ ← s(p)·x of all patterns: components that are there, less twice those that differ. */
const overlapsOf = (
  overlaps: Float64Array,
  { patterns }: Bits,
  signs: Uint32Array,
  mask: Uint32Array,
  present: number,
  count: number,
): void => {
  const width = signs.length
  for (let p = 0; p < count; p++) {
    let differences = 0
    for (let w = 0; w < width; w++)
      differences += popcount(((patterns[p * width + w] as number) ^ (signs[w] as number)) & (mask[w] as number))
    overlaps[p] = present - 2 * differences
  }
}

/**
 * For every eight overlaps the 256 sums ±m₀ ± … ± m₇, + where the bit is 1: table[256g + b].
 * `overlaps` is padded with zeros to a multiple of 32.
 */
const tabulate = (table: Float64Array, overlaps: Float64Array): void => {
  for (let g = 0; 8 * g < overlaps.length; g++) {
    let none = 0
    for (let k = 0; k < 8; k++) none -= overlaps[8 * g + k] as number
    table[256 * g] = none
    for (let k = 0; k < 8; k++) {
      const double = 2 * (overlaps[8 * g + k] as number)
      const half = 1 << k
      for (let b = 0; b < half; b++) table[256 * g + half + b] = (table[256 * g + b] as number) + double
    }
  }
}

/** Σₚ mₚ sᵢ(p) from the table, eight patterns at a time. */
const lookUp = (table: Float64Array, units: ReadonlyWords, unit: number, width: number): number => {
  let total = 0
  for (let w = 0; w < width; w++) {
    const word = units[unit * width + w] as number
    const at = 1024 * w
    total +=
      (table[at + (word & 255)] as number) +
      (table[at + 256 + ((word >>> 8) & 255)] as number) +
      (table[at + 512 + ((word >>> 16) & 255)] as number) +
      (table[at + 768 + (word >>> 24)] as number)
  }
  return total
}

/** Σₚ mₚ sᵢ(p), one pattern at a time. */
const addUp = (overlaps: Float64Array, units: ReadonlyWords, unit: number, width: number, count: number): number => {
  let total = 0
  for (let p = 0; p < count; p++) {
    const isUp = ((units[unit * width + (p >>> 5)] as number) >>> (p & 31)) & 1
    total += isUp === 1 ? (overlaps[p] as number) : -(overlaps[p] as number)
  }
  return total
}

/** One layer and its overlaps with the patterns, as the other layer feels them. */
const layer = (bits: Bits, other: Bits, state: Int8Array, start: number, size: number, count: number) => {
  const width = wordsOf(count)
  const overlaps = new Float64Array(32 * width)
  const table = new Float64Array(1024 * width)
  const signs = new Uint32Array(wordsOf(size))
  const mask = new Uint32Array(wordsOf(size))
  const late = pending(
    size >> 5,
    (unit, delta) => {
      for (let p = 0; p < count; p++) {
        const isUp = ((bits.units[(unit - start) * width + (p >>> 5)] as number) >>> (p & 31)) & 1
        overlaps[p] = (overlaps[p] as number) + (isUp === 1 ? delta : -delta)
      }
    },
    () => overlapsOf(overlaps, bits, signs, mask, packState(signs, mask, state, start, size), count),
  )
  // How many units of the other layer have asked since the overlaps changed; −1 when the table is made.
  let asked = 0
  const patience = 32
  const sync = (): void => {
    if (late.sync()) asked = 0
  }
  return {
    moved: late.push,
    reset: late.reset,
    overlaps: (): Float64Array => {
      sync()
      return overlaps
    },
    /** What unit number `unit` of the other layer receives. */
    sent: (unit: number): number => {
      sync()
      if (asked === patience) {
        tabulate(table, overlaps)
        asked = -1
      }
      if (asked < 0) return lookUp(table, other.units, unit, width)
      asked++
      return addUp(overlaps, other.units, unit, width, count)
    },
  }
}

/**
 * Sums without weights: hⱼ = Σₚ tⱼ(p) (s(p)·x) from the overlaps of the other layer, and the same backwards.
 * Overlaps by counting differing bits, sums by tables over eight patterns each when a whole layer asks.
 */
export const packed = (x: Bits, y: Bits, state: Int8Array, n: number, m: number, count: number): Sums => {
  const ofX = layer(x, y, state, 0, n, count)
  const ofY = layer(y, x, state, n, m, count)
  const at = (unit: number): number => (unit < n ? ofY.sent(unit) : ofX.sent(unit - n))
  return {
    at,
    across: at,
    moved: (unit, delta) => (unit < n ? ofX : ofY).moved(unit, delta),
    reset: () => {
      ofX.reset()
      ofY.reset()
    },
    product: () => {
      const [a, b] = [ofX.overlaps(), ofY.overlaps()]
      let total = 0
      for (let p = 0; p < count; p++) total += (a[p] as number) * (b[p] as number)
      return total
    },
  }
}
