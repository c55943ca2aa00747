import type { Signal } from '../Pattern.js'

/** h ← W s, W n × n. */
export const fields = (h: Float64Array, w: Float64Array, s: Signal['data'], n: number): void => {
  for (let i = 0; i < n; i++) {
    let total = 0
    for (let j = 0; j < n; j++) total += (w[i * n + j] as number) * (s[j] as number)
    h[i] = total
  }
}

/**
 * W ← W + (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ + second·hᵢⱼhⱼᵢ) / n off the diagonal, where hᵢⱼ = Σ_{k≠i,j} wᵢₖsₖ is read from W as it
 * was: h holds W s, and W has a zero diagonal.
 */
export const imprintStorkey = (w: Float64Array, h: Float64Array, s: Signal['data'], n: number, second: 0 | 1): void => {
  for (let i = 0; i < n; i++) {
    const si = s[i] as number
    for (let j = i + 1; j < n; j++) {
      const sj = s[j] as number
      const hij = (h[i] as number) - (w[i * n + j] as number) * sj
      const hji = (h[j] as number) - (w[j * n + i] as number) * si
      const change = (si * sj - si * hji - hij * sj + second * hij * hji) / n
      w[i * n + j] = (w[i * n + j] as number) + change
      w[j * n + i] = w[i * n + j] as number
    }
  }
}
