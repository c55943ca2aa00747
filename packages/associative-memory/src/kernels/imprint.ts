import type { Signal } from '../Pattern.js'

/** w ← w + s tᵀ; w is n × m, row-major, and no alias of s or t. */
export const imprint = (w: Float64Array, s: Signal['data'], t: Signal['data'], n: number, m: number): void => {
  for (let i = 0; i < n; i++) {
    const si = s[i] as number
    if (si === 0) continue
    const row = i * m
    for (let j = 0; j < m; j++) w[row + j] = (w[row + j] as number) + si * (t[j] as number)
  }
}

/** c (rows × cols) ← the leading block of c plus a (n × m), where n ≤ rows and m ≤ cols. */
export const addBlock = (c: Float64Array, cols: number, a: Signal['data'], n: number, m: number): void => {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) c[i * cols + j] = (c[i * cols + j] as number) + (a[i * m + j] as number)
}
