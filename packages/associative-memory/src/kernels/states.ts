/**
 * Sets of the 2ⁿ states of n two-valued units, one bit a state: thirty-two states take part in each operation.
 */
import type { ReadonlyWords } from '@engram/linalg'

/** Words of a set. */
export const wordsOf = (n: number): number => Math.max(1, 2 ** (n - 5))

/** The bits of a word that are states; fewer than all below five units. */
const valid = (n: number): number => (n < 5 ? 2 ** (2 ** n) - 1 : 0xffff_ffff)

export const include = (set: Uint32Array, at: number, s: number): void => {
  set[at + (s >>> 5)] = (set[at + (s >>> 5)] as number) | (1 << (s & 31))
}

/** The states of no set: those that no update changes, of one set a unit. */
export const inNone = (out: Uint32Array, sets: ReadonlyWords, n: number): void => {
  const words = out.length
  const all = valid(n)
  for (let w = 0; w < words; w++) {
    let some = 0
    for (let i = 0; i < n; i++) some |= sets[i * words + w] as number
    out[w] = ~some & all
  }
}

/** Word w of the set in which every state has bit b turned over. */
const turned = (set: Uint32Array, w: number, b: number): number => {
  if (b >= 5) return set[w ^ (1 << (b - 5))] as number
  const word = set[w] as number
  const low = lowHalves[b] as number
  const by = 1 << b
  return ((word & low) << by) | ((word >>> by) & low)
}

/** The states whose bit b is 0, of every thirty-two. */
const lowHalves: ReadonlyArray<number> = [0x5555_5555, 0x3333_3333, 0x0f0f_0f0f, 0x00ff_00ff, 0x0000_ffff]

/** Adds to a set every state from which a member can be reached; `changes` has one set a unit. */
export const addAncestors = (set: Uint32Array, changes: ReadonlyWords, n: number): void => {
  const words = set.length
  let grown = true
  while (grown) {
    grown = false
    for (let i = 0; i < n; i++) {
      for (let w = 0; w < words; w++) {
        const before = set[w] as number
        const after = (before | ((changes[i * words + w] as number) & turned(set, w, n - 1 - i))) >>> 0
        if (after !== before) {
          set[w] = after
          grown = true
        }
      }
    }
  }
}

/** How many states a set has. */
export const sizeOf = (set: ReadonlyWords): number => {
  let total = 0
  for (let w = 0; w < set.length; w++) {
    let word = set[w] as number
    word -= (word >>> 1) & 0x5555_5555
    word = (word & 0x3333_3333) + ((word >>> 2) & 0x3333_3333)
    total += Math.imul((word + (word >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24
  }
  return total
}

/** out ← the states of a set, ascending. */
export const members = (out: Uint32Array, set: ReadonlyWords): void => {
  let k = 0
  for (let w = 0; w < set.length; w++) {
    for (let word = set[w] as number; word !== 0; word &= word - 1) out[k++] = 32 * w + 31 - Math.clz32(word & -word)
  }
}
