import type { SignProducts } from '../types.js'

/** The number of bits that are set. */
const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export const signProducts: SignProducts = (c, a, b, m, n, words, length) => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let differences = 0
      for (let w = 0; w < words; w++) differences += popcount(a[i * words + w]! ^ b[j * words + w]!)
      c[i * n + j] = length - 2 * differences
    }
  }
}
