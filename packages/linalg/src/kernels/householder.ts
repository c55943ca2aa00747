import { euclid } from './norm.js'

/**
 * A (m×n) ← R on and above the diagonal, and below it the Householder vectors vₖ, whose first entry is 1 and not stored:
 * A = H₀ H₁ … R with Hₖ = I − τₖ vₖ vₖᵀ. `v` (m) and `w` (n) are scratch.
 *
 * Golub and Van Loan (2013), algorithms 5.1.1 and 5.2.1, in the scaling of LAPACK's dgeqr2: 1 ≤ τ ≤ 2, or τ = 0 where
 * there is nothing to annihilate. All loops run along rows.
 */
export const householder = (
  a: Float64Array,
  tau: Float64Array,
  v: Float64Array,
  w: Float64Array,
  m: number,
  n: number,
): void => {
  for (let k = 0; k < Math.min(m, n); k++) {
    let tail = 0
    for (let i = k; i < m; i++) {
      v[i - k] = a[i * n + k]!
      if (i > k) tail = Math.max(tail, Math.abs(v[i - k]!))
    }
    tau[k] = 0
    if (tail === 0) continue
    const alpha = v[0]!
    const length = euclid(v, m - k)
    const beta = alpha > 0 ? -length : length
    tau[k] = (beta - alpha) / beta
    a[k * n + k] = beta
    for (let i = 1; i < m - k; i++) {
      v[i]! /= alpha - beta
      a[(k + i) * n + k] = v[i]!
    }
    v[0] = 1
    for (let j = k + 1; j < n; j++) w[j] = 0
    for (let i = 0; i < m - k; i++) {
      const row = (k + i) * n
      const vi = v[i]!
      for (let j = k + 1; j < n; j++) w[j]! += vi * a[row + j]!
    }
    for (let i = 0; i < m - k; i++) {
      const row = (k + i) * n
      const factor = tau[k]! * v[i]!
      for (let j = k + 1; j < n; j++) a[row + j]! -= factor * w[j]!
    }
  }
}

/** Q (m×r) ← the first r columns of H₀ H₁ … H₍ₖ₋₁₎ as `householder` left them in A (m×n); Q starts as zeros. */
export const formQ = (
  q: Float64Array,
  a: Float64Array,
  tau: Float64Array,
  w: Float64Array,
  m: number,
  n: number,
  r: number,
): void => {
  for (let j = 0; j < r; j++) q[j * r + j] = 1
  for (let k = Math.min(m, n) - 1; k >= 0; k--) {
    const t = tau[k]!
    if (t === 0) continue
    for (let j = k; j < r; j++) w[j] = q[k * r + j]!
    for (let i = k + 1; i < m; i++) {
      const vi = a[i * n + k]!
      for (let j = k; j < r; j++) w[j]! += vi * q[i * r + j]!
    }
    for (let j = k; j < r; j++) q[k * r + j]! -= t * w[j]!
    for (let i = k + 1; i < m; i++) {
      const factor = t * a[i * n + k]!
      for (let j = k; j < r; j++) q[i * r + j]! -= factor * w[j]!
    }
  }
}

/** Turns round each row of R (k×n) with a negative entry on the diagonal, and the same column of Q (m×k). */
export const signRows = (r: Float64Array, q: Float64Array, m: number, k: number, n: number): void => {
  for (let l = 0; l < k; l++) {
    if (!(r[l * n + l]! < 0)) continue
    for (let j = l; j < n; j++) r[l * n + j] = 0 - r[l * n + j]!
    for (let i = 0; i < m; i++) q[i * k + l] = 0 - q[i * k + l]!
  }
}
