import { inPieces } from './simd/frame.js'
import * as Vectors from './simd/weights.js'
import { quadraticOf, type Sums } from './sums.js'

export { weightsOf } from './simd/weights.js'

/** As `incremental`, for weights that lie in a memory of their own. */
export const whole = (h: Int32Array, weights: Vectors.Weights, y: Int8Array): Sums => {
  const at = (unit: number): number => h[unit]!
  const reset = (): void => Vectors.product(weights, h, y)
  reset()
  return {
    reset,
    at,
    moved: (unit, delta) => Vectors.move(weights, h, unit, delta),
    self: (unit) => Vectors.self(weights, unit),
    quadratic: () => quadraticOf(y, at, y.length),
    sweep: (rule) => inPieces(y.length, Vectors.sweep(weights, h, y, rule)),
  }
}
