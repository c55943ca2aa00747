import type { ReadonlyFloat64 } from '@engram/linalg'

/** out ← Σᵢ xᵢ² of each row of the m×n matrix x */
export const squares = (out: Float64Array, x: ReadonlyFloat64, m: number, n: number): void => {
  for (let row = 0; row < m; row++) {
    let total = 0
    for (let i = row * n; i < (row + 1) * n; i++) total += (x[i] as number) ** 2
    out[row] = total
  }
}

/** out ← the rows of n numbers that are not masked */
export const keep = (out: Float64Array, x: ReadonlyFloat64, masked: ReadonlyArray<boolean>, n: number): void => {
  for (let row = 0, to = 0; row < masked.length; row++) {
    if (masked[row] === true) continue
    for (let k = row * n; k < (row + 1) * n; k++, to++) out[to] = x[k] as number
  }
}

/** out ← m rows of weights, zeros put in where masked; out is all zeros */
export const spread = (
  out: Float64Array,
  weights: ReadonlyFloat64,
  masked: ReadonlyArray<boolean>,
  m: number,
): void => {
  for (let row = 0, at = 0, from = 0; row < m; row++)
    for (let p = 0; p < masked.length; p++, at++) if (masked[p] !== true) out[at] = weights[from++] as number
}

/** out ← the parts, one after another */
export const stack = (out: Float64Array, parts: ReadonlyArray<ReadonlyFloat64>): void => {
  let at = 0
  for (const part of parts) for (let k = 0; k < part.length; k++) out[at++] = part[k] as number
}

/** Below this, the logarithm of a mean of exponentials differs from the mean by less than rounding does. */
const FLAT = 2 ** -54

/** β⁻¹ log of the mean of exp(β z) over n ≥ 1 scores; their mean for β = 0, the greatest for β = ∞ */
export const softMean = (beta: number, scores: ReadonlyFloat64, n: number): number => {
  let most = -Infinity
  for (let p = 0; p < n; p++) if ((scores[p] as number) > most) most = scores[p] as number
  let deepest = 0
  let mean = 0
  let excess = 0
  for (let p = 0; p < n; p++) {
    const gap = (scores[p] as number) - most
    if (gap < deepest) deepest = gap
    mean += gap / n
    excess += Math.expm1(beta === 0 ? 0 : beta * gap)
  }
  if (beta === Infinity || deepest === 0) return most
  if (-beta * deepest < FLAT) return most + mean
  const share = excess / n
  return most + (share > -0.5 ? Math.log1p(share) : Math.log(1 + share)) / beta
}
