/** The number of bits that are set. */
const popcount = (word: number): number => {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** common[p] ← the number of bits that row p and the given one have in common. */
export const countCommon = (common: Int32Array, rows: Uint32Array, bits: Uint32Array, length: number): void => {
  for (let p = 0, k = 0; p < common.length; p++) {
    let total = 0
    for (let w = 0; w < length; w++, k++) total += popcount(rows[k]! & bits[w]!)
    common[p] = total
  }
}
