/**
 * Products of matrices from panels: every entry is loaded, gains its terms one after another in the order of the inner
 * index, and is stored. So it is the same sum, to the last bit, that the textbook writes.
 */

/** C += A B for float64: m×n entries, m and n multiples of 4. */
export function multiply64(c: usize, left: usize, right: usize, m: i32, n: i32, depth: i32): void {
  const line = n << 3
  const panel = depth << 5
  for (let i = 0; i < m; i += 4) {
    let b = right
    for (let j = 0; j < n; j += 4) {
      const q0 = c + (j << 3)
      const q1 = q0 + line
      const q2 = q1 + line
      const q3 = q2 + line
      let c00 = v128.load(q0)
      let c01 = v128.load(q0, 16)
      let c10 = v128.load(q1)
      let c11 = v128.load(q1, 16)
      let c20 = v128.load(q2)
      let c21 = v128.load(q2, 16)
      let c30 = v128.load(q3)
      let c31 = v128.load(q3, 16)
      for (let a = left, end = left + panel; a < end; a += 32, b += 32) {
        const b0 = v128.load(b)
        const b1 = v128.load(b, 16)
        let x = v128.load64_splat(a)
        c00 = f64x2.add(c00, f64x2.mul(x, b0))
        c01 = f64x2.add(c01, f64x2.mul(x, b1))
        x = v128.load64_splat(a, 8)
        c10 = f64x2.add(c10, f64x2.mul(x, b0))
        c11 = f64x2.add(c11, f64x2.mul(x, b1))
        x = v128.load64_splat(a, 16)
        c20 = f64x2.add(c20, f64x2.mul(x, b0))
        c21 = f64x2.add(c21, f64x2.mul(x, b1))
        x = v128.load64_splat(a, 24)
        c30 = f64x2.add(c30, f64x2.mul(x, b0))
        c31 = f64x2.add(c31, f64x2.mul(x, b1))
      }
      v128.store(q0, c00)
      v128.store(q0, c01, 16)
      v128.store(q1, c10)
      v128.store(q1, c11, 16)
      v128.store(q2, c20)
      v128.store(q2, c21, 16)
      v128.store(q3, c30)
      v128.store(q3, c31, 16)
    }
    c += line << 2
    left += panel
  }
}

/** C += A B for float32: m×n entries, m a multiple of 4, n of 8. */
export function multiply32(c: usize, left: usize, right: usize, m: i32, n: i32, depth: i32): void {
  const line = n << 2
  const panel = depth << 4
  for (let i = 0; i < m; i += 4) {
    let b = right
    for (let j = 0; j < n; j += 8) {
      const q0 = c + (j << 2)
      const q1 = q0 + line
      const q2 = q1 + line
      const q3 = q2 + line
      let c00 = v128.load(q0)
      let c01 = v128.load(q0, 16)
      let c10 = v128.load(q1)
      let c11 = v128.load(q1, 16)
      let c20 = v128.load(q2)
      let c21 = v128.load(q2, 16)
      let c30 = v128.load(q3)
      let c31 = v128.load(q3, 16)
      let d = b + panel
      for (let a = left, end = left + panel; a < end; a += 16, b += 16, d += 16) {
        const b0 = v128.load(b)
        const b1 = v128.load(d)
        let x = v128.load32_splat(a)
        c00 = f32x4.add(c00, f32x4.mul(x, b0))
        c01 = f32x4.add(c01, f32x4.mul(x, b1))
        x = v128.load32_splat(a, 4)
        c10 = f32x4.add(c10, f32x4.mul(x, b0))
        c11 = f32x4.add(c11, f32x4.mul(x, b1))
        x = v128.load32_splat(a, 8)
        c20 = f32x4.add(c20, f32x4.mul(x, b0))
        c21 = f32x4.add(c21, f32x4.mul(x, b1))
        x = v128.load32_splat(a, 12)
        c30 = f32x4.add(c30, f32x4.mul(x, b0))
        c31 = f32x4.add(c31, f32x4.mul(x, b1))
      }
      b = d
      v128.store(q0, c00)
      v128.store(q0, c01, 16)
      v128.store(q1, c10)
      v128.store(q1, c11, 16)
      v128.store(q2, c20)
      v128.store(q2, c21, 16)
      v128.store(q3, c30)
      v128.store(q3, c31, 16)
    }
    c += line << 2
    left += panel
  }
}
