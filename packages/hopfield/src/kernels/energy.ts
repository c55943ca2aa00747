import type { Sums } from './sums.js'

/** −½ scale · yᵀWy − (x − θ)ᵀy, the bias being x − θ. */
export const energyOf = (y: Int8Array, sums: Sums, bias: Float64Array, scale: number, n: number): number => {
  let linear = 0
  for (let i = 0; i < n; i++) if (y[i] !== 0) linear += y[i]! * bias[i]!
  return 0 - (0.5 * scale * sums.quadratic() + linear)
}
