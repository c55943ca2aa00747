import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** y ← f(x), entry by entry */
export const map = (y: Float64Array, f: (entry: number) => number, x: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) y[i] = f(x[i]!)
}
