import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** xᵀ y */
export const dot = (x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): number => {
  let sum = 0
  for (let i = 0; i < n; i++) sum += x[i]! * y[i]!
  return sum
}
