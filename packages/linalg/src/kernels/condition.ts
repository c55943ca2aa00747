import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { exponentOf, shift } from './power.js'
import { solveUnitLower, solveUnitLowerTransposed, solveUpper, solveUpperTransposed } from './triangular.js'

/**
 * Column j of U, on and above the diagonal of the packed factors, is multiplied by the power of two that brings the sum of
 * column j of |L||U| to about 1, and w ← the row sums of |L||U| after that. `sums` (n) is scratch.
 */
const equilibrate = (lu: Float64Array, w: Float64Array, sums: Float64Array, n: number): void => {
  // w is first 1ᵀ|L|.
  for (let j = 0; j < n; j++) w[j] = 1
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) w[j]! += Math.abs(lu[i * n + j]!)
  for (let j = 0; j < n; j++) sums[j] = 0
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) sums[j]! += w[i]! * Math.abs(lu[i * n + j]!)
  for (let j = 0; j < n; j++) sums[j] = exponentOf(sums[j]!)
  for (let i = 0; i < n; i++) for (let j = i; j < n; j++) lu[i * n + j] = shift(lu[i * n + j]!, -sums[j]!)
  for (let i = 0; i < n; i++) {
    sums[i] = 0
    for (let j = i; j < n; j++) sums[i]! += Math.abs(lu[i * n + j]!)
  }
  for (let i = 0; i < n; i++) {
    w[i] = sums[i]!
    for (let j = 0; j < i; j++) w[i]! += Math.abs(lu[i * n + j]!) * sums[j]!
  }
}

/** x ← w ∘ (L U)⁻ᵀ x; returns ‖x‖₁ */
const image = (x: Float64Array, lu: ReadonlyFloat64, w: ReadonlyFloat64, n: number): number => {
  solveUpperTransposed(x, lu, n)
  solveUnitLowerTransposed(x, lu, n)
  let sum = 0
  for (let i = 0; i < n; i++) {
    x[i]! *= w[i]!
    sum += Math.abs(x[i]!)
  }
  return sum
}

/**
 * About ‖ |(L U)⁻¹| |L||U| ‖∞ in the scaling of the columns that suits it, a little too low at most: how often the bound
 * |E| ≤ |L||U| must be taken for L U + E to become singular. The packed factors, of n×n, are overwritten; `w`, `x` and
 * `z` (n) are scratch.
 *
 * Hager's estimate of a 1-norm from a few products (Higham 2002, algorithm 15.1).
 */
export const conditionOf = (lu: Float64Array, w: Float64Array, x: Float64Array, z: Float64Array, n: number): number => {
  if (n === 0) return 0
  equilibrate(lu, w, x, n)
  for (let i = 0; i < n; i++) if (lu[i * n + i] === 0) return Infinity
  // A vector of alternating signs finds what the climb below may miss.
  for (let i = 0; i < n; i++) x[i] = (i % 2 === 0 ? 1 : -1) * (1 + i / Math.max(1, n - 1))
  let most = (2 * image(x, lu, w, n)) / (3 * n)
  for (let i = 0; i < n; i++) x[i] = 1 / n
  for (let step = 0, at = -1; step < 5; step++) {
    most = Math.max(most, image(x, lu, w, n))
    for (let i = 0; i < n; i++) z[i] = x[i]! < 0 ? -w[i]! : w[i]!
    solveUnitLower(z, lu, n, 1)
    solveUpper(z, lu, n, 1)
    let next = 0
    for (let i = 1; i < n; i++) if (Math.abs(z[i]!) > Math.abs(z[next]!)) next = i
    if (next === at || Math.abs(z[next]!) <= most) break
    at = next
    for (let i = 0; i < n; i++) x[i] = i === at ? 1 : 0
  }
  // NaN is ∞ · 0: it is beyond what can be told.
  return Number.isNaN(most) ? Infinity : most
}
