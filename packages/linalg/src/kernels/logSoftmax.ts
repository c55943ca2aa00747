import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { exp } from './exp.js'
import { exponent } from './scalar/softmax.js'

/** log Σ exp(β (x − max)): one maximum is left out of the sum and put back by log1p, which keeps what is tiny beside 1 */
export const logMass = (beta: number, x: ReadonlyFloat64, max: number, n: number): number => {
  let rest = 0
  let skipped = false
  for (let i = 0; i < n; i++) {
    if (!skipped && x[i] === max) skipped = true
    else rest += exp(exponent(beta, x[i]!, max))
  }
  return Math.log1p(rest)
}

/** y ← β (x − max) − logMass */
export const logSoftmax = (y: Float64Array, beta: number, x: ReadonlyFloat64, max: number, n: number): void => {
  const mass = logMass(beta, x, max, n)
  for (let i = 0; i < n; i++) y[i] = exponent(beta, x[i]!, max) - mass
}
