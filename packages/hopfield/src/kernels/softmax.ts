import type { ReadonlyFloat64 } from '@engram/linalg'

/** out ← Σᵢ xᵢ² of each row of the m×n matrix x */
export const squares = (out: Float64Array, x: ReadonlyFloat64, m: number, n: number): void => {
  for (let row = 0; row < m; row++) {
    let total = 0
    for (let i = row * n; i < (row + 1) * n; i++) total += (x[i] as number) ** 2
    out[row] = total
  }
}

/** out ← the m×n scores, −∞ where they are blocked; a row that is blocked throughout stays as it is */
export const block = (
  out: Float64Array,
  scores: ReadonlyFloat64,
  blocked: ReadonlyFloat64,
  m: number,
  n: number,
): void => {
  for (let row = 0; row < m; row++) {
    let open = false
    for (let k = row * n; k < (row + 1) * n; k++) open ||= blocked[k] === 0
    for (let k = row * n; k < (row + 1) * n; k++) out[k] = open && blocked[k] !== 0 ? -Infinity : (scores[k] as number)
  }
}

/** How many weights are not below `least`. */
export const countFrom = (least: number, weights: ReadonlyFloat64): number => {
  let count = 0
  for (let k = 0; k < weights.length; k++) if ((weights[k] as number) >= least) count++
  return count
}

/** out ← the weights, 0 where they are below `least` */
export const prune = (out: Float64Array, weights: ReadonlyFloat64, least: number): void => {
  for (let k = 0; k < out.length; k++) out[k] = (weights[k] as number) < least ? 0 : (weights[k] as number)
}

/** out ← the weights, 0 where they are blocked */
export const clear = (out: Float64Array, weights: ReadonlyFloat64, blocked: ReadonlyFloat64): void => {
  for (let k = 0; k < out.length; k++) out[k] = blocked[k] === 0 ? (weights[k] as number) : 0
}

/** out ← W V for m×k weights and k×n values, weights below `least` passed over; each entry in the order of k */
export const gather = (
  out: Float64Array,
  weights: ReadonlyFloat64,
  values: ReadonlyFloat64,
  least: number,
  m: number,
  count: number,
  n: number,
): void => {
  for (let row = 0; row < m; row++) {
    for (let k = 0; k < count; k++) {
      const weight = weights[row * count + k] as number
      if (weight < least) continue
      for (let i = 0, to = row * n, from = k * n; i < n; i++, to++, from++)
        out[to] = (out[to] as number) + weight * (values[from] as number)
    }
  }
}

/** Below this, the logarithm of a mean of exponentials differs from the mean by less than rounding does. */
const FLAT = 2 ** -54

/**
 * β⁻¹ log of the mean of exp(β z) over the scores above −∞, of which there is one at least; their mean for β = 0, the
 * greatest for β = ∞
 */
export const softMean = (beta: number, scores: ReadonlyFloat64, n: number): number => {
  let most = -Infinity
  let count = 0
  for (let p = 0; p < n; p++) {
    const score = scores[p] as number
    if (score === -Infinity) continue
    count++
    if (score > most) most = score
  }
  let deepest = 0
  let mean = 0
  let excess = 0
  for (let p = 0; p < n; p++) {
    const gap = (scores[p] as number) - most
    if (gap === -Infinity) continue
    if (gap < deepest) deepest = gap
    mean += gap / count
    excess += Math.expm1(beta === 0 ? 0 : beta * gap)
  }
  if (beta === Infinity || deepest === 0) return most
  if (-beta * deepest < FLAT) return most + mean
  const share = excess / count
  return most + (share > -0.5 ? Math.log1p(share) : Math.log(1 + share)) / beta
}

/** Writes a block of numbers at a place of a longer one. */
export const put = (out: Float64Array, at: number, numbers: ReadonlyFloat64): void => {
  for (let k = 0; k < numbers.length; k++) out[at + k] = numbers[k] as number
}
