import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** z ← x + y */
export const add = (z: Float64Array, x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) z[i] = x[i]! + y[i]!
}

/** z ← y − x */
export const subtractFrom = (z: Float64Array, x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) z[i] = y[i]! - x[i]!
}

/** z ← x ∘ y, entry by entry */
export const multiply = (z: Float64Array, x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) z[i] = x[i]! * y[i]!
}

/** z ← α x */
export const scale = (z: Float64Array, alpha: number, x: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) z[i] = alpha * x[i]!
}
