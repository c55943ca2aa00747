import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** max x, −∞ if n = 0, NaN if there is one */
export const maximum = (x: ReadonlyFloat64, n: number): number => {
  let most = -Infinity
  for (let i = 0; i < n; i++) most = Math.max(most, x[i]!)
  return most
}

/**
 * β (x − max) ≤ 0 for x ≤ max and 0 ≤ β ≤ ∞, with its limit where the product has none: 0 at the maximum, be it
 * infinite or β; −∞ if only one of the two is infinite, be β zero.
 */
const exponent = (beta: number, x: number, max: number): number => {
  if (x === max) return 0
  const difference = x - max
  if (difference > -Infinity) return beta * difference
  return x === -Infinity || max === Infinity ? -Infinity : 2 * (beta * (x / 2 - max / 2))
}

/** w ← exp(β (x − max)) / Σ; max is the maximum of x and not −∞ */
export const softmax = (w: Float64Array, beta: number, x: ReadonlyFloat64, max: number, n: number): void => {
  let total = 0
  for (let i = 0; i < n; i++) {
    const mass = Math.exp(exponent(beta, x[i]!, max))
    w[i] = mass
    total += mass
  }
  for (let i = 0; i < n; i++) w[i]! /= total
}

/** log Σ exp(β (x − max)): one maximum is left out of the sum and put back by log1p, which keeps what is tiny beside 1 */
export const logMass = (beta: number, x: ReadonlyFloat64, max: number, n: number): number => {
  let rest = 0
  let skipped = false
  for (let i = 0; i < n; i++) {
    if (!skipped && x[i] === max) skipped = true
    else rest += Math.exp(exponent(beta, x[i]!, max))
  }
  return Math.log1p(rest)
}

/** y ← β (x − max) − logMass */
export const logSoftmax = (y: Float64Array, beta: number, x: ReadonlyFloat64, max: number, n: number): void => {
  const mass = logMass(beta, x, max, n)
  for (let i = 0; i < n; i++) y[i] = exponent(beta, x[i]!, max) - mass
}
