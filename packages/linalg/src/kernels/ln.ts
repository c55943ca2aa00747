const SQRT_HALF = 0.7071067811865476
const LN2 = 0.6931471805599453

/**
 * ln x for normal numbers 0 < x < 1, from + − × ÷ alone: IEEE 754 rounds those correctly, so every engine returns the
 * same bits, which `Math.log` does not promise.
 *
 * x = 2^−e m with √½ ≤ m < √2, and ln m = 2 artanh z with z = (m−1)/(m+1), |z| < 0.172: eleven terms leave 1e-17.
 */
export const ln = (x: number): number => {
  let m = x
  let e = 0
  while (m < SQRT_HALF) {
    m *= 2
    e++
  }
  const z = (m - 1) / (m + 1)
  const zz = z * z
  let sum = 0
  for (let k = 21; k >= 1; k -= 2) sum = sum * zz + 1 / k
  return 2 * z * sum - e * LN2
}
