const INV_LN2 = 1.4426950408889634
const LN2_HIGH = 6.9314718036912381649e-1
const LN2_LOW = 1.90821492927058770002e-10
const P1 = 1.66666666666666019037e-1
const P2 = -2.77777777770155933842e-3
const P3 = 6.61375632143793436117e-5
const P4 = -1.6533902205465251539e-6
const P5 = 4.13813679705723846039e-8

/** 2⁻ʰ at position h, which halving makes exactly. */
const powers = (): Float64Array => {
  const table = new Float64Array(600)
  for (let h = 0, power = 1; h < table.length; h++, power /= 2) table[h] = power
  return table
}

const POWERS = /* @__PURE__ */ powers()

/**
 * eˣ for x ≤ 0, −∞ included, from + − × ÷ alone: IEEE 754 rounds those correctly, so every engine returns the same bits,
 * which `Math.exp` does not promise. Right to one unit in the last place; e⁰ = 1.
 *
 * x = k ln 2 + r with |r| ≤ ½ ln 2; r coth(r/2) is a polynomial in r², from which eʳ = 1 + r + r c / (2 − c) with
 * c = r − r² (P₁ + r² P₂ + …). Method and coefficients of fdlibm's exp (Ng, 1993). 2ᵏ is applied in two halves, the first
 * of which loses nothing, so that what is subnormal is rounded once.
 */
export const exp = (x: number): number => {
  const bounded = x > -800 ? x : -800
  const k = Math.trunc(bounded * INV_LN2 - 0.5)
  const high = bounded - k * LN2_HIGH
  const low = k * LN2_LOW
  const r = high - low
  const t = r * r
  const c = r - t * (t * (t * (t * (t * P5 + P4) + P3) + P2) + P1)
  const y = 1 - (low - (r * c) / (2 - c) - high)
  const h = Math.trunc(k * 0.5)
  return y * POWERS[-h]! * POWERS[h - k]!
}
