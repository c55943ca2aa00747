import { euclid } from './norm.js'

const dot = (a: Float64Array, p: number, q: number, m: number): number => {
  let sum = 0
  for (let i = 0; i < m; i++) sum += a[p + i]! * a[q + i]!
  return sum
}

/** Row k of A (rows of length m) loses its parts along the rows before it, one after another. */
const removeParts = (a: Float64Array, k: number, m: number): void => {
  for (let j = 0; j < k; j++) {
    const part = dot(a, j * m, k * m, m)
    for (let i = 0; i < m; i++) a[k * m + i]! -= part * a[j * m + i]!
  }
}

/** x (m entries from `start` on) ← x / ‖x‖; returns ‖x‖. `v` (m) is scratch. */
const normalise = (a: Float64Array, start: number, v: Float64Array, m: number): number => {
  for (let i = 0; i < m; i++) v[i] = a[start + i]!
  const length = euclid(v, m)
  if (length > 0) for (let i = 0; i < m; i++) a[start + i]! /= length
  return length
}

/**
 * Given k orthonormal rows of length m, fills rows k … r−1 of A (r ≤ m) such that all r are. `v` (m) is scratch.
 *
 * Each new row starts as the unit vector that the rows so far cover least: what is left of it has a length of at least
 * 1/√m, so that two passes suffice (Giraud, Langou and Rozložník 2005).
 */
export const complete = (a: Float64Array, v: Float64Array, k: number, r: number, m: number): void => {
  for (let row = k; row < r; row++) {
    let least = 0
    let at = 0
    for (let i = 0; i < m; i++) {
      let covered = 0
      for (let j = 0; j < row; j++) covered += a[j * m + i]! * a[j * m + i]!
      if (i === 0 || covered < least) {
        least = covered
        at = i
      }
    }
    for (let i = 0; i < m; i++) a[row * m + i] = i === at ? 1 : 0
    removeParts(a, row, m)
    normalise(a, row * m, v, m)
    removeParts(a, row, m)
    normalise(a, row * m, v, m)
  }
}

const UNIT = 2 ** -53

/**
 * Makes n rows of length m orthonormal, one after another; returns the first that is a combination of those before it, up to
 * rounding, or n if there is none. `v` (m) is scratch.
 *
 * Modified Gram–Schmidt, each row twice. Rows are brought to length 1 first. One pass over k rows rounds a row of length 1
 * by less than k (m + 3) u: a remainder that is no longer than that says nothing.
 */
export const gramSchmidt = (a: Float64Array, v: Float64Array, m: number, n: number): number => {
  for (let k = 0; k < n; k++) {
    if (normalise(a, k * m, v, m) === 0) return k
    removeParts(a, k, m)
    if (normalise(a, k * m, v, m) <= k * (m + 3) * UNIT) return k
    removeParts(a, k, m)
    normalise(a, k * m, v, m)
  }
  return n
}
