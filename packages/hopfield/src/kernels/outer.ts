import type { ReadonlyFloat64 } from '@engram/linalg'

/** w ← w + amount·s sᵀ, n × n; the diagonal stays as it is unless `diagonal` is 1. */
export const addOuter = (w: Float64Array, s: ReadonlyFloat64, amount: number, n: number, diagonal: 0 | 1): void => {
  for (let i = 0; i < n; i++) {
    const si = amount * (s[i] as number)
    const row = i * n
    for (let j = 0; j < n; j++) {
      if (i !== j || diagonal === 1) w[row + j] = (w[row + j] as number) + si * (s[j] as number)
    }
  }
}

/** w ← w + amount·s sᵀ off the diagonal, n × n, each weight then brought back between −bound and bound. */
export const addOuterWithin = (w: Float64Array, s: ReadonlyFloat64, amount: number, bound: number, n: number): void => {
  addOuter(w, s, amount, n, 0)
  for (let k = 0; k < n * n; k++) w[k] = Math.max(-bound, Math.min(bound, w[k]!))
}
