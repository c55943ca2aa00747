import type { Signal } from '../Pattern.js'

type Components = Signal['data']

/** y ← A x, A n × n. */
export const apply = (y: Float64Array, a: Components, x: Components, n: number): void => {
  for (let i = 0; i < n; i++) {
    let total = 0
    for (let j = 0; j < n; j++) total += (a[i * n + j] as number) * (x[j] as number)
    y[i] = total
  }
}

/** A ← A + factor·x yᵀ, A n × m. */
export const addOuter = (a: Float64Array, factor: number, x: Components, y: Components, n: number, m: number): void => {
  for (let i = 0; i < n; i++) {
    const scaled = factor * (x[i] as number)
    for (let j = 0; j < m; j++) a[i * m + j] = (a[i * m + j] as number) + scaled * (y[j] as number)
  }
}
