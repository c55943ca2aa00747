/** e⁻ᵈ for d = 1, 2, 4, …, 512, each rounded once. */
const POWERS = [
  0.36787944117144233, 0.1353352832366127, 0.01831563888873418, 3.3546262790251185e-4, 1.1253517471925912e-7,
  1.2664165549094176e-14, 1.603810890548638e-28, 2.572209372642415e-56, 6.616261056709485e-112, 4.377491037053051e-223,
]

/** decay[d] ← e⁻ᵈ, within 20 rounding errors: the product of at most ten powers; the same bits everywhere. */
export const decays = (decay: Float64Array): void => {
  for (let d = 0; d < decay.length; d++) {
    let product = d < 1024 ? 1 : 0
    for (let bit = 0; bit < POWERS.length; bit++) if ((d >> bit) & 1) product *= POWERS[bit] as number
    decay[d] = product
  }
}

/** ⌊e⁻² · 2ᵇ⌋, or the whole number beside it. */
const decayBits = (bits: number): bigint => {
  const fine = BigInt(bits + 32)
  let term = 1n << fine
  let total = term
  for (let j = 1n; term > 0n; j++) {
    term = (term * 2n) / j
    total += term
  }
  return (1n << (fine + BigInt(bits))) / total
}

/**
 * The sign of Σ_d n_d e^{−2d}, where n_d = counts[top − 2d] and n₀ ≠ 0; `mass` bounds Σ|n_d|.
 *
 * In whole numbers with so many bits after the point, twice as many as long as the sum is not clear of its error. It ends:
 * e is transcendental (Hermite 1873), so a sum of whole multiples of different powers of it is 0 only if all of them are.
 */
export const signOfPowers = (counts: Int32Array, top: number, mass: number): number => {
  for (let bits = 128; ; bits *= 2) {
    const q = decayBits(bits)
    let total = 0n
    for (let at = top & 1; at <= top; at += 2)
      total = (BigInt(counts[at] as number) << BigInt(bits)) + ((total * q) >> BigInt(bits))
    // Each step shrinks what the one before it lost to q, and adds less than Σ|n| for q and 1 for the shift.
    const lost = BigInt(4 * mass + 8)
    if (total > lost) return 1
    if (total < -lost) return -1
  }
}
