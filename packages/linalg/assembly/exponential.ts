/**
 * Softmax, two entries at a time, with the same operations in the same order as src/kernels/exp.ts.
 */

/** Read as they are needed: as constants of the code they would be built anew, bit by bit, in every round. */
const TABLE = memory.data<f64>([
  1.4426950408889634, // 1 / ln 2
  6.9314718036912381649e-1, // ln 2, its first 33 bits
  1.90821492927058770002e-10, // the rest of ln 2
  1.66666666666666019037e-1, // P₁ … P₅
  -2.77777777770155933842e-3,
  6.61375632143793436117e-5,
  -1.6533902205465251539e-6,
  4.13813679705723846039e-8,
  -800,
  0.5,
  4503599627370496.0 + 1023.0, // 2⁵² + 1023
])

/** 2ʰ for whole h: added to 2⁵² + 1023, it lands in the lowest bits, from where it is shifted into the exponent. */
function powerOfTwo(h: v128): v128 {
  return i64x2.shl(f64x2.add(h, v128.load64_splat(TABLE, 80)), 52)
}

/** eˣ for x ≤ 0 */
export function exp(unbounded: v128): v128 {
  const x = f64x2.pmax(v128.load64_splat(TABLE, 64), unbounded)
  const k = f64x2.trunc(f64x2.sub(f64x2.mul(x, v128.load64_splat(TABLE)), v128.load64_splat(TABLE, 72)))
  const high = f64x2.sub(x, f64x2.mul(k, v128.load64_splat(TABLE, 8)))
  const low = f64x2.mul(k, v128.load64_splat(TABLE, 16))
  const r = f64x2.sub(high, low)
  const t = f64x2.mul(r, r)
  let p = f64x2.add(f64x2.mul(t, v128.load64_splat(TABLE, 56)), v128.load64_splat(TABLE, 48))
  p = f64x2.add(f64x2.mul(t, p), v128.load64_splat(TABLE, 40))
  p = f64x2.add(f64x2.mul(t, p), v128.load64_splat(TABLE, 32))
  p = f64x2.add(f64x2.mul(t, p), v128.load64_splat(TABLE, 24))
  const c = f64x2.sub(r, f64x2.mul(t, p))
  const quotient = f64x2.div(f64x2.mul(r, c), f64x2.sub(f64x2.splat(2), c))
  const y = f64x2.sub(f64x2.splat(1), f64x2.sub(f64x2.sub(low, quotient), high))
  const h = f64x2.trunc(f64x2.mul(k, v128.load64_splat(TABLE, 72)))
  return f64x2.mul(f64x2.mul(y, powerOfTwo(h)), powerOfTwo(f64x2.sub(k, h)))
}

/** β (x − max), with its limit where the product has none: see `exponent` in src/kernels/scalar/softmax.ts. */
export function exponent(beta: v128, x: v128, max: v128): v128 {
  const bottom = f64x2.splat(-Infinity)
  const difference = f64x2.sub(x, max)
  const product = f64x2.mul(beta, difference)
  const infinite = f64x2.eq(difference, bottom)
  const top = f64x2.eq(x, max)
  if (!v128.any_true(infinite)) return v128.andnot(product, top)
  const half = f64x2.splat(0.5)
  const halves = f64x2.mul(beta, f64x2.sub(f64x2.mul(x, half), f64x2.mul(max, half)))
  const limit = v128.or(f64x2.eq(x, bottom), f64x2.eq(max, f64x2.splat(Infinity)))
  const far = v128.bitselect(bottom, f64x2.add(halves, halves), limit)
  return v128.andnot(v128.bitselect(far, product, infinite), top)
}

/** Each of the m rows of w, n entries long, becomes exp(β (x − max)) / Σ. */
export function softmax64(w: usize, maxima: usize, m: i32, n: i32, beta: f64): void {
  const scale = f64x2.splat(beta)
  for (let i = 0; i < m; i++, maxima += 8) {
    const max = v128.load64_splat(maxima)
    const end = w + (n << 3)
    let total: f64 = 0
    let p = w
    for (; p + 8 < end; p += 16) {
      const mass = exp(exponent(scale, v128.load(p), max))
      total += f64x2.extract_lane(mass, 0)
      total += f64x2.extract_lane(mass, 1)
      v128.store(p, mass)
    }
    if (p < end) {
      const mass = exp(exponent(scale, v128.load64_splat(p), max))
      total += f64x2.extract_lane(mass, 0)
      v128.store64_lane(p, mass, 0)
    }
    const sum = f64x2.splat(total)
    for (p = w; p + 8 < end; p += 16) v128.store(p, f64x2.div(v128.load(p), sum))
    if (p < end) f64.store(p, f64.load(p) / total)
    w = end
  }
}
