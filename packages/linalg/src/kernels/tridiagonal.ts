import { hypotenuse } from './power.js'

/**
 * A = Q T Qᵀ for a symmetric n×n matrix, of which the lower triangle is read and overwritten: T has the diagonal d and
 * beside it e[1], … e[n−1]; the rows of Z, which starts as I, become the columns of Q. `p` (n) is scratch.
 *
 * Householder's reduction from the last row up, as EISPACK's tred2 (Martin, Reinsch and Wilkinson 1968): small entries at
 * the top stay small. All loops run along rows.
 */
export const tridiagonalise = (
  d: Float64Array,
  e: Float64Array,
  z: Float64Array,
  a: Float64Array,
  p: Float64Array,
  n: number,
): void => {
  // d holds h = ‖u‖²/2 of each reflection until its own entry is known.
  for (let i = n - 1; i > 0; i--) {
    const row = i * n
    let most = 0
    for (let k = 0; k < i - 1; k++) most = Math.max(most, Math.abs(a[row + k]!))
    d[i] = 0
    e[i] = a[row + i - 1]!
    if (most === 0) continue
    most = Math.max(most, Math.abs(e[i]!))
    const scale = 2 ** Math.floor(Math.log2(most))
    let h = 0
    for (let k = 0; k < i; k++) {
      a[row + k]! /= scale
      h += a[row + k]! * a[row + k]!
    }
    const f = a[row + i - 1]!
    const g = f > 0 ? -Math.sqrt(h) : Math.sqrt(h)
    e[i] = scale * g
    h -= f * g
    a[row + i - 1] = f - g
    d[i] = h
    for (let j = 0; j < i; j++) p[j] = 0
    for (let j = 0; j < i; j++) {
      const other = j * n
      const uj = a[row + j]!
      let sum = a[other + j]! * uj
      for (let k = 0; k < j; k++) {
        sum += a[other + k]! * a[row + k]!
        p[k]! += a[other + k]! * uj
      }
      p[j]! += sum
    }
    let half = 0
    for (let j = 0; j < i; j++) {
      p[j]! /= h
      half += p[j]! * a[row + j]!
    }
    half /= 2 * h
    for (let j = 0; j < i; j++) p[j]! -= half * a[row + j]!
    for (let j = 0; j < i; j++) {
      const other = j * n
      const uj = a[row + j]!
      const pj = p[j]!
      for (let k = 0; k <= j; k++) a[other + k]! -= uj * p[k]! + pj * a[row + k]!
    }
  }
  for (let i = 1; i < n; i++) {
    const h = d[i]!
    if (h === 0) continue
    for (let r = 0; r < i; r++) {
      let sum = 0
      for (let k = 0; k < i; k++) sum += z[r * n + k]! * a[i * n + k]!
      sum /= h
      for (let k = 0; k < i; k++) z[r * n + k]! -= sum * a[i * n + k]!
    }
  }
  for (let i = 0; i < n; i++) d[i] = a[i * n + i]!
}

const UNIT = 2 ** -53

/**
 * d ← the eigenvalues of the tridiagonal matrix with the diagonal d and e[1], … e[n−1] beside it, which is overwritten;
 * the rows of Z are turned along with it. Returns whether each eigenvalue was found within `limit` steps.
 *
 * Implicit QL with Wilkinson's shift, as EISPACK's imtql2 (Dubrulle, Martin and Wilkinson 1968).
 */
export const implicitQl = (d: Float64Array, e: Float64Array, z: Float64Array, limit: number, n: number): boolean => {
  for (let i = 1; i < n; i++) e[i - 1] = e[i]!
  if (n > 0) e[n - 1] = 0
  for (let l = 0; l < n; l++) {
    for (let step = 0; ; step++) {
      let m = l
      while (m < n - 1 && Math.abs(e[m]!) > UNIT * (Math.abs(d[m]!) + Math.abs(d[m + 1]!))) m++
      if (m === l) break
      if (step === limit) return false
      const slope = (d[l + 1]! - d[l]!) / (2 * e[l]!)
      const root = hypotenuse(slope, 1)
      let g = d[m]! - d[l]! + e[l]! / (slope + (slope < 0 ? -root : root))
      let s = 1
      let c = 1
      let p = 0
      let i = m - 1
      for (; i >= l; i--) {
        const f = s * e[i]!
        const b = c * e[i]!
        const r = hypotenuse(f, g)
        e[i + 1] = r
        if (r === 0) {
          d[i + 1]! -= p
          e[m] = 0
          break
        }
        s = f / r
        c = g / r
        g = d[i + 1]! - p
        const t = (d[i]! - g) * s + 2 * c * b
        p = s * t
        d[i + 1] = g + p
        g = c * t - b
        for (let k = 0; k < n; k++) {
          const upper = z[i * n + k]!
          const lower = z[(i + 1) * n + k]!
          z[(i + 1) * n + k] = s * upper + c * lower
          z[i * n + k] = c * upper - s * lower
        }
      }
      if (i >= l) continue
      d[l]! -= p
      e[l] = g
      e[m] = 0
    }
  }
  return true
}
