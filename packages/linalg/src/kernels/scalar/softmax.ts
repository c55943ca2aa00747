import { exp } from '../exp.js'
import type { Softmax } from '../types.js'

/**
 * β (x − max) ≤ 0 for x ≤ max and 0 ≤ β ≤ ∞, with its limit where the product has none: 0 at the maximum, be it
 * infinite or β; −∞ if only one of the two is infinite, be β zero.
 */
export const exponent = (beta: number, x: number, max: number): number => {
  if (x === max) return 0
  const difference = x - max
  if (difference > -Infinity) return beta * difference
  return x === -Infinity || max === Infinity ? -Infinity : 2 * (beta * (x / 2 - max / 2))
}

export const softmax: Softmax = (w, beta, x, maxima, m, n) => {
  for (let i = 0; i < m; i++) {
    const max = maxima[i]!
    const start = i * n
    const end = start + n
    let total = 0
    for (let j = start; j < end; j++) {
      const mass = exp(exponent(beta, x[j]!, max))
      w[j] = mass
      total += mass
    }
    for (let j = start; j < end; j++) w[j]! /= total
  }
}
