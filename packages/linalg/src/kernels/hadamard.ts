import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** H (2ᵏ×2ᵏ) ← (−1)^(number of ones that i and j have in common in binary) */
export const sylvester = (h: Float64Array, n: number): void => {
  h[0] = 1
  for (let size = 1; size < n; size *= 2) {
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const entry = h[i * n + j]!
        h[i * n + j + size] = entry
        h[(i + size) * n + j] = entry
        h[(i + size) * n + j + size] = -entry
      }
    }
  }
}

/** e · x in GF(p)[x] / (xᵏ + f), polynomials being written as numbers to the base p; `top` = pᵏ⁻¹ */
const timesX = (e: number, f: number, p: number, top: number): number => {
  const carry = Math.floor(e / top)
  const shifted = (e % top) * p
  let result = 0
  for (let place = 1; place <= top; place *= p) {
    const digit = (Math.floor(shifted / place) - carry * Math.floor(f / place)) % p
    result += ((digit + p) % p) * place
  }
  return result
}

/**
 * χ ← 1 at the squares of GF(pᵏ), −1 at the other elements but 0; `character` starts as zeros.
 *
 * Looks for a polynomial f for which x generates the field: then its even powers are the squares.
 */
export const quadraticCharacter = (character: Float64Array, p: number, q: number): void => {
  for (let f = 1; f < q; f++) {
    character.fill(0)
    let e = 1
    let order = 0
    do {
      character[e] = order % 2 === 0 ? 1 : -1
      e = timesX(e, f, p, q / p)
      order++
    } while (e > 1 && order < q)
    if (e === 1 && order === q - 1) return
  }
}

/** a − b in GF(pᵏ) */
const minus = (a: number, b: number, p: number, q: number): number => {
  let result = 0
  for (let place = 1; place < q; place *= p) {
    result += ((Math.floor(a / place) - Math.floor(b / place) + p * q) % p) * place
  }
  return result
}

/** S ((q+1)×(q+1)) ← Paley's matrix: χ(a − b) bordered by 1 above and `left` beside, 0 on the diagonal (Paley 1933) */
export const paleyCore = (s: Float64Array, character: ReadonlyFloat64, left: 1 | -1, p: number, q: number): void => {
  const n = q + 1
  for (let a = 0; a < q; a++) {
    s[a + 1] = 1
    s[(a + 1) * n] = left
    for (let b = 0; b < q; b++) s[(a + 1) * n + b + 1] = character[minus(a, b, p, q)]!
  }
}

/** H ← S + I, S of n×n */
export const addIdentity = (h: Float64Array, s: ReadonlyFloat64, n: number): void => {
  for (let k = 0; k < n * n; k++) h[k] = s[k]! + (k % (n + 1) === 0 ? 1 : 0)
}

/** H (2n×2n) ← S ⊗ [[1, 1], [1, −1]] + I ⊗ [[1, −1], [−1, −1]] */
export const doubleCore = (h: Float64Array, s: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const entry = s[i * n + j]!
      const at = 4 * i * n + 2 * j
      h[at] = i === j ? 1 : entry
      h[at + 1] = i === j ? -1 : entry
      h[at + 2 * n] = i === j ? -1 : entry
      h[at + 2 * n + 1] = i === j ? -1 : -entry
    }
  }
}

/** C ← A ⊗ B, A of m×m and B of n×n */
export const kronecker = (c: Float64Array, a: ReadonlyFloat64, b: ReadonlyFloat64, m: number, n: number): void => {
  for (let i = 0; i < m * n; i++) {
    for (let j = 0; j < m * n; j++) {
      c[i * m * n + j] = a[Math.floor(i / n) * m + Math.floor(j / n)]! * b[(i % n) * n + (j % n)]!
    }
  }
}
