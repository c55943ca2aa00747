import type { Signs } from '../signs.js'

/** The number of bits that are set. */
const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** bits ← 1 for each unit that is +1, active ← for each that is not 0. Answers how many are not 0. */
const mark = (bits: Uint32Array, active: Uint32Array, y: Int8Array): number => {
  let count = 0
  for (let i = 0; i < y.length; i++) {
    if (y[i] === 0) continue
    active[i >>> 5]! |= 1 << (i & 31)
    if (y[i] === 1) bits[i >>> 5]! |= 1 << (i & 31)
    count++
  }
  return count
}

/** m[p] ← s(p)·y: the units that are not 0, less twice those among them that differ. */
export const project = (m: Int32Array, { length, patterns }: Signs, y: Int8Array): void => {
  const [bits, active] = [new Uint32Array(length), new Uint32Array(length)]
  const count = mark(bits, active, y)
  for (let p = 0, k = 0; p < m.length; p++) {
    let differ = 0
    for (let w = 0; w < length; w++, k++) differ += popcount((patterns[k]! ^ bits[w]!) & active[w]!)
    m[p] = count - 2 * differ
  }
}
