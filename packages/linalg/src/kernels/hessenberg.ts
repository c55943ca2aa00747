import { exponentOf } from './power.js'

/**
 * A ← Qᵀ A Q, zero below the first subdiagonal. `v` and `w` (n) are scratch.
 *
 * Householder's reduction (Golub and Van Loan 2013, algorithm 7.4.2); all loops run along rows.
 */
export const hessenberg = (a: Float64Array, v: Float64Array, w: Float64Array, n: number): void => {
  for (let k = 0; k + 2 < n; k++) {
    let most = 0
    for (let i = k + 2; i < n; i++) most = Math.max(most, Math.abs(a[i * n + k]!))
    if (most === 0) continue
    const scale = 2 ** exponentOf(Math.max(most, Math.abs(a[(k + 1) * n + k]!)))
    let h = 0
    for (let i = k + 1; i < n; i++) {
      v[i] = a[i * n + k]! / scale
      h += v[i]! * v[i]!
    }
    const f = v[k + 1]!
    const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h)
    h -= f * g
    v[k + 1] = f - g
    a[(k + 1) * n + k] = scale * g
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0
    for (let j = k + 1; j < n; j++) w[j] = 0
    for (let i = k + 1; i < n; i++) for (let j = k + 1; j < n; j++) w[j]! += v[i]! * a[i * n + j]!
    for (let i = k + 1; i < n; i++) {
      const factor = v[i]! / h
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= factor * w[j]!
    }
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let j = k + 1; j < n; j++) sum += a[i * n + j]! * v[j]!
      sum /= h
      for (let j = k + 1; j < n; j++) a[i * n + j]! -= sum * v[j]!
    }
  }
}
