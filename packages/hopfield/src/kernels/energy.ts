import type { Sums } from './sums.js'

/** −½ scale · yᵀWy − (x − θ)ᵀy, the bias being x − θ. */
export const energyOf = (y: Int8Array, sums: Sums, bias: Float64Array, scale: number, n: number): number => {
  let quadratic = 0
  let linear = 0
  for (let i = 0; i < n; i++) {
    const value = y[i] as number
    if (value === 0) continue
    quadratic += value * sums.at(i)
    linear += value * (bias[i] as number)
  }
  return 0 - (0.5 * scale * quadratic + linear)
}
