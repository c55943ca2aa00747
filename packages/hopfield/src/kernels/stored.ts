import type { ReadonlyFloat64 } from '@engram/linalg'

/** Bipolar patterns in the forms that a run reads. */
export interface Stored {
  readonly count: number
  readonly size: number
  /** sᵢ(k), unit by unit; each unit's row is filled up with zeros to a multiple of eight. */
  readonly signs: ReadonlyFloat64
  /** Four signs of a unit in a number from 0 to 15: +1 is a bit, that of the first pattern the lowest. */
  readonly codes: ReadonlyFloat64
  /** Bits of the patterns, pattern by pattern: unit i is bit i mod 32 of word ⌊i / 32⌋. */
  readonly words: ReadonlyFloat64
}

/** Groups of four patterns, an even number of them. */
export const groupsOf = (count: number): number => 2 * Math.ceil(count / 8)

const wordsOf = (size: number): number => Math.ceil(size / 32)

/** Lays the patterns out anew. */
export const lay = (
  patterns: ReadonlyArray<{ readonly data: { readonly [index: number]: number } }>,
  size: number,
): Stored => {
  const count = patterns.length
  const groups = groupsOf(count)
  const words = wordsOf(size)
  const signs = new Int8Array(size * groups * 4)
  const codes = new Uint8Array(size * groups)
  const bits = new Uint32Array(count * words)
  for (let k = 0; k < count; k++) {
    const { data } = patterns[k] as (typeof patterns)[number]
    const [group, bit] = [k >> 2, 1 << (k & 3)]
    for (let i = 0; i < size; i++) {
      const sign = data[i] as number
      signs[i * groups * 4 + k] = sign
      if (sign > 0) {
        codes[i * groups + group] = (codes[i * groups + group] as number) | bit
        bits[k * words + (i >> 5)] = (bits[k * words + (i >> 5)] as number) | (1 << (i & 31))
      }
    }
  }
  return { count, size, signs, codes, words: bits }
}

const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** m[k] ← base[k] + s(k)·y, a unit being up where its value is above 0. */
export const overlapsOf = (m: Int32Array, base: ReadonlyFloat64, stored: Stored, y: Int8Array): void => {
  const { count, size, words } = stored
  const width = wordsOf(size)
  const packed = new Uint32Array(width)
  for (let i = 0; i < size; i++) if ((y[i] as number) > 0) packed[i >> 5] = (packed[i >> 5] as number) | (1 << (i & 31))
  for (let k = 0; k < count; k++) {
    let differing = 0
    for (let w = 0; w < width; w++) differing += popcount((words[k * width + w] as number) ^ (packed[w] as number))
    m[k] = (base[k] as number) + size - 2 * differing
  }
}

/** m[k] += sᵢ(k) · step: the unit has moved by so much. */
export const shift = (m: Int32Array, { count, signs }: Stored, unit: number, step: number): void => {
  const start = unit * groupsOf(count) * 4
  for (let k = 0; k < count; k++) m[k] = (m[k] as number) + (signs[start + k] as number) * step
}

/** counts[c + reach] += sᵢ(k) for every pattern, c being its overlap with all units but this one, whose spin is given. */
export const tally = (
  counts: Int32Array,
  m: Int32Array,
  { count, signs }: Stored,
  unit: number,
  spin: number,
  reach: number,
): void => {
  counts.fill(0)
  const start = unit * groupsOf(count) * 4
  for (let k = 0; k < count; k++) {
    const sign = signs[start + k] as number
    const at = (m[k] as number) - sign * spin + reach
    counts[at] = (counts[at] as number) + sign
  }
}
