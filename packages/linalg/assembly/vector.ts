/**
 * Products of a matrix with a vector, and of two vectors. Lanes are entries of the result, so that each is summed in
 * the order of the inner index.
 */

/** y += A x, A of m×n with m a multiple of 4. */
export function rows64(y: usize, a: usize, x: usize, m: i32, n: i32): void {
  const line = n << 3
  for (let i = 0; i < m; i += 4) {
    let p0 = a
    let p1 = p0 + line
    let p2 = p1 + line
    let p3 = p2 + line
    let q = x
    let s01 = v128.load(y)
    let s23 = v128.load(y, 16)
    let j = 0
    for (; j + 1 < n; j += 2) {
      const r0 = v128.load(p0)
      const r1 = v128.load(p1)
      const r2 = v128.load(p2)
      const r3 = v128.load(p3)
      const x0 = v128.load64_splat(q)
      const x1 = v128.load64_splat(q, 8)
      s01 = f64x2.add(s01, f64x2.mul(x0, v128.shuffle<f64>(r0, r1, 0, 2)))
      s23 = f64x2.add(s23, f64x2.mul(x0, v128.shuffle<f64>(r2, r3, 0, 2)))
      s01 = f64x2.add(s01, f64x2.mul(x1, v128.shuffle<f64>(r0, r1, 1, 3)))
      s23 = f64x2.add(s23, f64x2.mul(x1, v128.shuffle<f64>(r2, r3, 1, 3)))
      p0 += 16
      p1 += 16
      p2 += 16
      p3 += 16
      q += 16
    }
    if (j < n) {
      const x0 = v128.load64_splat(q)
      s01 = f64x2.add(s01, f64x2.mul(x0, f64x2.replace_lane(v128.load64_splat(p0), 1, f64.load(p1))))
      s23 = f64x2.add(s23, f64x2.mul(x0, f64x2.replace_lane(v128.load64_splat(p2), 1, f64.load(p3))))
    }
    v128.store(y, s01)
    v128.store(y, s23, 16)
    y += 32
    a += line << 2
  }
}

/** y += xᵀ A, A of m×n. For odd n one entry too many is read and written. */
export function columns64(y: usize, a: usize, x: usize, m: i32, n: i32): void {
  const line = n << 3
  const end = y + line
  let i = 0
  for (; i + 3 < m; i += 4) {
    const x0 = v128.load64_splat(x)
    const x1 = v128.load64_splat(x, 8)
    const x2 = v128.load64_splat(x, 16)
    const x3 = v128.load64_splat(x, 24)
    let p0 = a
    let p1 = p0 + line
    let p2 = p1 + line
    let p3 = p2 + line
    for (let q = y; q < end; q += 16) {
      let s = v128.load(q)
      s = f64x2.add(s, f64x2.mul(x0, v128.load(p0)))
      s = f64x2.add(s, f64x2.mul(x1, v128.load(p1)))
      s = f64x2.add(s, f64x2.mul(x2, v128.load(p2)))
      s = f64x2.add(s, f64x2.mul(x3, v128.load(p3)))
      v128.store(q, s)
      p0 += 16
      p1 += 16
      p2 += 16
      p3 += 16
    }
    a += line << 2
    x += 32
  }
  for (; i < m; i++) {
    const x0 = v128.load64_splat(x)
    let p0 = a
    for (let q = y; q < end; q += 16, p0 += 16) v128.store(q, f64x2.add(v128.load(q), f64x2.mul(x0, v128.load(p0))))
    a += line
    x += 8
  }
}

/** A ← x yᵀ, A of m×n. For odd n each line writes one entry too many, which is the first of the next. */
export function outer64(a: usize, x: usize, y: usize, m: i32, n: i32): void {
  const line = n << 3
  const end = y + line
  for (let i = 0; i < m; i++) {
    const xi = v128.load64_splat(x)
    let p = a
    for (let q = y; q < end; q += 16, p += 16) v128.store(p, f64x2.mul(xi, v128.load(q)))
    a += line
    x += 8
  }
}
