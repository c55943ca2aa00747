/** A number as a fraction; its denominator is a power of two. */
const fractionOf = (x: number): readonly [bigint, bigint] => {
  let [above, below] = [x, 1n]
  for (; !Number.isInteger(above); below *= 2n) above *= 2
  return [BigInt(above), below]
}

/** eˣ · 2ᵇ for x ≥ 0, less than one for each of the terms too small. */
const exponentialBits = (x: number, bits: number): bigint => {
  const [above, below] = fractionOf(x)
  let term = 1n << BigInt(bits)
  let total = term
  for (let j = 1n; term > 0n; j++) {
    term = (term * above) / (below * j)
    total += term
  }
  return total
}

const lengthOf = (whole: bigint): number => whole.toString(2).length

/** a / b of positive whole numbers, rounded. */
const ratio = (a: bigint, b: bigint): number => {
  const scale = lengthOf(b) - lengthOf(a)
  const quotient = scale < -64 ? a / (b << BigInt(-scale - 64)) : (a << BigInt(scale + 64)) / b
  return (Number(quotient) / 2 ** 64) * 2 ** -scale
}

/** So many bits after the point that 1 and eˣ differ in a hundred. */
const fine = (x: number): number => 128 + Math.max(0, Math.ceil(-Math.log2(x)))

/** e⁻ˣ for x > 0; e⁻⁷⁴⁶ is less than any number. */
const decayOf = (x: number): number => (x > 746 ? 0 : ratio(1n << BigInt(fine(x)), exponentialBits(x, fine(x))))

/** tanh x for x > 0; from 20 on it is 1 to all digits. */
export const tanh = (x: number): number => {
  if (x > 20) return 1
  const [one, square] = [1n << BigInt(fine(x)), exponentialBits(2 * x, fine(x))]
  return ratio(square - one, square + one)
}

/**
 * decay[d] ← e⁻ᵇᵈ, the product of one power for each bit of d, within two rounding errors for each; the same bits
 * everywhere.
 */
export const decays = (decay: Float64Array, b: number): void => {
  decay[0] = 1
  for (let bit = 1; bit < decay.length; bit *= 2) {
    const power = decayOf(b * bit)
    for (let d = bit; d < Math.min(2 * bit, decay.length); d++) decay[d] = power * (decay[d - bit] as number)
  }
}

/** ⌊e⁻²ᵇ · 2ⁿ⌋, or the whole number beside it. */
const decayBits = (b: number, bits: number): bigint => (1n << BigInt(2 * bits + 64)) / exponentialBits(2 * b, bits + 64)

/**
 * The sign of Σ_d n_d e^{−2bd}, where n_d = counts[top − 2d] and n₀ ≠ 0; `mass` bounds Σ|n_d|.
 *
 * In whole numbers with so many bits after the point, twice as many as long as the sum is not clear of its error. It ends:
 * b is a fraction, so e²ᵇ is transcendental (Hermite 1873, Lindemann 1882), and a sum of whole multiples of different
 * powers of it is 0 only if all of them are.
 */
export const signOfPowers = (counts: Int32Array, top: number, mass: number, b: number): number => {
  for (let bits = 128; ; bits *= 2) {
    const q = decayBits(b, bits)
    let total = 0n
    for (let at = top & 1; at <= top; at += 2)
      total = (BigInt(counts[at] as number) << BigInt(bits)) + ((total * q) >> BigInt(bits))
    // Each step keeps at most what the one before it lost, and adds less than Σ|n| for q and 1 for the shift.
    const lost = BigInt(top + 2) * BigInt(2 * mass + 2)
    if (total > lost) return 1
    if (total < -lost) return -1
  }
}
