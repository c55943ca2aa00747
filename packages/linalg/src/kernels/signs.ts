import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import type { ReadonlyWords } from '../ReadonlyWords.js'
import { choose } from './choose.js'
import * as scalar from './scalar/signs.js'
import * as vectorised from './simd/signs.js'
import type { SignProducts } from './types.js'

/** The first of n entries that is neither 1 nor −1; −1 if there is none. */
export const firstUnsigned = (x: ReadonlyFloat64, n: number): number => {
  for (let i = 0; i < n; i++) if (Math.abs(x[i]!) !== 1) return i
  return -1
}

/**
 * From the word `at` on: bit j mod 32 of word ⌊j/32⌋ ← 1 if x has +1 at `start` + j, 0 if it has −1, for n entries.
 *
 * In two's complement bit 1 is 0 for the one and 1 for the other; a comparison would be a guess, wrong every second time.
 */
export const pack = (words: Uint32Array, at: number, x: ReadonlyFloat64, start: number, n: number): void => {
  for (let j = 0; j < n; j += 32) {
    let word = 0
    for (let bit = Math.min(32, n - j) - 1; bit >= 0; bit--) word = (word << 1) | ((~x[start + j + bit]! >>> 1) & 1)
    words[at + j / 32] = word
  }
}

/** X ← the signs of m rows of n bits, each row in `stride` words */
export const unpack = (x: Float64Array, words: ReadonlyWords, m: number, n: number, stride: number): void => {
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) x[i * n + j] = ((words[i * stride + (j >>> 5)]! >>> (j & 31)) & 1) * 2 - 1
  }
}

/** n rows of m bits ← m rows of n bits, a row in `long` and `wide` words */
export const transposeBits = (
  transposed: Uint32Array,
  words: ReadonlyWords,
  m: number,
  n: number,
  long: number,
  wide: number,
): void => {
  for (let j = 0; j < n; j++) {
    const column = j >>> 5
    const bit = j & 31
    for (let i = 0; i < m; i += 32) {
      let word = 0
      for (let r = Math.min(32, m - i) - 1; r >= 0; r--) {
        word = (word << 1) | ((words[(i + r) * wide + column]! >>> bit) & 1)
      }
      transposed[j * long + (i >>> 5)] = word
    }
  }
}

/**
 * Sixteen columns at a time, so that fewer of them do not pay. m×n products of 100 signs, µs, scalar / vectorised:
 * 8×8 0.6 / 0.7, 16×16 2.7 / 0.9, 64×64 41 / 6, 1024×1024 10600 / 1800; of 1024 signs: 1×70 4.6 / 1.6, 16×16 17 / 2.
 */
export const signProducts: SignProducts = (c, a, b, m, n, words, length) =>
  choose(n >= 16 && m * n * words >= 2 ** 10, scalar.signProducts, vectorised.signProducts)(
    c,
    a,
    b,
    m,
    n,
    words,
    length,
  )
