/**
 * Means weighed by softmax, a chunk of keys at a time, with the same operations in the same order as
 * src/kernels/scalar/softmaxMean.ts.
 */
import { exp, exponent } from './exponential'

/** What is kept of a row between two chunks: its greatest score, a factor, and its mass in even and in odd places. */
const LINE: usize = 32

/**
 * Scores become masses exp(β (x − max)), negligible ones 0, in m rows of n entries, `stride` apart; room for one more is
 * behind each. The factor is what all that was summed up before has to be multiplied by. Answers how many masses are not
 * 0, −1 where a score is +∞ or NaN.
 */
export function weigh64(w: usize, rows: usize, m: i32, n: i32, stride: i32, beta: f64, least: f64): i32 {
  const scale = f64x2.splat(beta)
  const threshold = f64x2.splat(least)
  const bottom = f64x2.splat(-Infinity)
  let kept = 0
  for (let i = 0; i < m; i++, rows += LINE, w += stride << 3) {
    const end = w + (n << 3)
    if (n & 1) f64.store(end, -Infinity)
    let greatest = bottom
    let odd = f64x2.splat(0)
    for (let p = w; p < end; p += 16) {
      const x = v128.load(p)
      greatest = f64x2.pmax(greatest, x)
      odd = v128.or(odd, f64x2.ne(x, x))
    }
    greatest = f64x2.pmax(greatest, v128.shuffle<f64>(greatest, greatest, 1, 0))
    if (v128.any_true(odd) || f64x2.extract_lane(greatest, 0) === Infinity) return -1
    const before = v128.load64_splat(rows)
    const max = f64x2.pmax(before, greatest)
    if (f64x2.extract_lane(max, 0) === -Infinity) {
      for (let p = w; p < end; p += 16) v128.store(p, f64x2.splat(0))
      continue
    }
    const factor = exp(exponent(scale, before, max))
    f64.store(rows, f64x2.extract_lane(max, 0))
    f64.store(rows, f64x2.extract_lane(factor, 0), 8)
    let total = f64x2.mul(v128.load(rows, 16), factor)
    for (let p = w; p < end; p += 16) {
      const t = exponent(scale, v128.load(p), max)
      const counts = f64x2.ge(t, threshold)
      let mass = f64x2.splat(0)
      if (v128.any_true(counts)) {
        mass = v128.and(exp(t), counts)
        kept += popcnt(i64x2.bitmask(counts))
      }
      total = f64x2.add(total, mass)
      v128.store(p, mass)
    }
    v128.store(rows, total, 16)
  }
  return kept
}

/** Each of the m rows of sums, `stride` entries long, times its factor. */
export function rescale64(sums: usize, rows: usize, m: i32, stride: i32): void {
  for (let i = 0; i < m; i++, rows += LINE) {
    const factor = v128.load64_splat(rows, 8)
    const end = sums + (stride << 3)
    if (f64x2.extract_lane(factor, 0) === 1) {
      sums = end
      continue
    }
    for (; sums < end; sums += 16) v128.store(sums, f64x2.mul(factor, v128.load(sums)))
  }
}

/** Sums += W V for m×n masses and n×cols values, masses of 0 passed over; rows of masses and sums are so far apart. */
export function pick64(sums: usize, v: usize, w: usize, m: i32, n: i32, apart: i32, cols: i32, stride: i32): void {
  const line = cols << 3
  for (let i = 0; i < m; i++, sums += stride << 3, w += apart << 3) {
    const end = sums + line
    for (let k = 0; k < n; k++) {
      const mass = v128.load64_splat(w + (k << 3))
      if (f64x2.extract_lane(mass, 0) === 0) continue
      let p = v + k * line
      for (let q = sums; q < end; q += 16, p += 16)
        v128.store(q, f64x2.add(v128.load(q), f64x2.mul(mass, v128.load(p))))
    }
  }
}
