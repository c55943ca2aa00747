import type { ReadonlyFloat64 } from '../../ReadonlyFloat64.js'
import type { Gemm, Gemm32 } from '../types.js'

/** Σₗ aₗ bₗ over k entries that lie `da` and `db` apart. */
const sum = (
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  i: number,
  j: number,
  da: number,
  db: number,
  k: number,
): number => {
  let total = 0
  for (let l = 0; l < k; l++) total += a[i + l * da]! * b[j + l * db]!
  return total
}

/**
 * C ← A B, entry by entry in the order of l.
 *
 * Two rows and four columns at a time: eight sums that do not wait for each other, from six loads (64×64: 0.10 ms, row
 * by row 0.15 ms; Node 20).
 */
export const gemm: Gemm = (c, a, b, m, k, n, leftTransposed = false, rightTransposed = false) => {
  const [rowOfA, stepOfA] = leftTransposed ? [1, m] : [k, 1]
  const [columnOfB, stepOfB] = rightTransposed ? [k, 1] : [1, n]
  const rows = m - (m % 2)
  const columns = n - (n % 4)
  for (let i = 0; i < rows; i += 2) {
    for (let j = 0; j < columns; j += 4) {
      let c00 = 0
      let c01 = 0
      let c02 = 0
      let c03 = 0
      let c10 = 0
      let c11 = 0
      let c12 = 0
      let c13 = 0
      let p = i * rowOfA
      let q = j * columnOfB
      for (let l = 0; l < k; l++) {
        const a0 = a[p]!
        const a1 = a[p + rowOfA]!
        const b0 = b[q]!
        const b1 = b[q + columnOfB]!
        const b2 = b[q + 2 * columnOfB]!
        const b3 = b[q + 3 * columnOfB]!
        c00 += a0 * b0
        c01 += a0 * b1
        c02 += a0 * b2
        c03 += a0 * b3
        c10 += a1 * b0
        c11 += a1 * b1
        c12 += a1 * b2
        c13 += a1 * b3
        p += stepOfA
        q += stepOfB
      }
      const at = i * n + j
      c[at] = c00
      c[at + 1] = c01
      c[at + 2] = c02
      c[at + 3] = c03
      c[at + n] = c10
      c[at + n + 1] = c11
      c[at + n + 2] = c12
      c[at + n + 3] = c13
    }
  }
  for (let i = 0; i < m; i++) {
    for (let j = i < rows ? columns : 0; j < n; j++) {
      c[i * n + j] = sum(a, b, i * rowOfA, j * columnOfB, stepOfA, stepOfB, k)
    }
  }
}

/**
 * C ← A B with every product and every sum rounded to float32. Rounding what float64 has rounded is the same as rounding
 * once, because 53 ≥ 2·24 + 2 (Figueroa 1995).
 */
export const gemm32: Gemm32 = (c, a, b, m, k, n, leftTransposed = false, rightTransposed = false) => {
  const [rowOfA, stepOfA] = leftTransposed ? [1, m] : [k, 1]
  const [columnOfB, stepOfB] = rightTransposed ? [k, 1] : [1, n]
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let total = 0
      let p = i * rowOfA
      let q = j * columnOfB
      for (let l = 0; l < k; l++) {
        total = Math.fround(total + Math.fround(a[p]! * b[q]!))
        p += stepOfA
        q += stepOfB
      }
      c[i * n + j] = total
    }
  }
}
