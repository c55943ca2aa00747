/**
 * Products of rows of ±1, packed one bit to an entry: x·y = n − 2 · (the number of places in which they differ).
 */

/** Words that are added up byte by byte before a byte could overflow: 31 · 8 < 256. */
const STEPS = 31

/** planes[w][j] ← words[j][w] for `count` rows of `words` words; planes are `stride` words apart. */
export function planes32(planes: usize, source: usize, count: i32, words: i32, stride: i32): void {
  for (let j = 0; j < count; j++) {
    let to = planes + (j << 2)
    for (let w = 0; w < words; w++) {
      i32.store(to, i32.load(source))
      source += 4
      to += stride << 2
    }
  }
}

/** The four sums of four bytes each. */
function sums(bytes: v128): v128 {
  return i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes))
}

/** c[0…1] −= 2·count of the two lower lanes, c[2…3] of the upper. */
function subtractTwice(c: usize, count: v128): void {
  const twice = i32x4.shl(count, 1)
  v128.store(c, f64x2.sub(v128.load(c), f64x2.convert_low_i32x4_s(twice)))
  v128.store(c, f64x2.sub(v128.load(c, 16), f64x2.convert_low_i32x4_s(v128.shuffle<i32>(twice, twice, 2, 3, 2, 3))), 16)
}

/** C −= 2 · differences, C of m×n entries with n a multiple of 16, from m rows of words and n columns of planes. */
export function differences32(c: usize, rows: usize, planes: usize, m: i32, n: i32, words: i32): void {
  const line = n << 2
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j += 16) {
      let t0 = i32x4.splat(0)
      let t1 = i32x4.splat(0)
      let t2 = i32x4.splat(0)
      let t3 = i32x4.splat(0)
      let p = planes + (j << 2)
      let a = rows
      for (let first = 0; first < words; first += STEPS) {
        let s0 = i32x4.splat(0)
        let s1 = i32x4.splat(0)
        let s2 = i32x4.splat(0)
        let s3 = i32x4.splat(0)
        for (let w = first, end = min(first + STEPS, words); w < end; w++) {
          const x = v128.load32_splat(a)
          s0 = i8x16.add(s0, i8x16.popcnt(v128.xor(x, v128.load(p))))
          s1 = i8x16.add(s1, i8x16.popcnt(v128.xor(x, v128.load(p, 16))))
          s2 = i8x16.add(s2, i8x16.popcnt(v128.xor(x, v128.load(p, 32))))
          s3 = i8x16.add(s3, i8x16.popcnt(v128.xor(x, v128.load(p, 48))))
          a += 4
          p += line
        }
        t0 = i32x4.add(t0, sums(s0))
        t1 = i32x4.add(t1, sums(s1))
        t2 = i32x4.add(t2, sums(s2))
        t3 = i32x4.add(t3, sums(s3))
      }
      subtractTwice(c, t0)
      subtractTwice(c + 32, t1)
      subtractTwice(c + 64, t2)
      subtractTwice(c + 96, t3)
      c += 128
    }
    rows += words << 2
  }
}
