import { exponentOf, shift } from './power.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** The product of n numbers, from `start` on in steps of `stride`, as [m, e] for m · 2ᵉ with ½ ≤ |m| ≤ 2, or m = 0 */
export const product = (
  x: ReadonlyFloat64,
  start: number,
  stride: number,
  n: number,
): readonly [mantissa: number, exponent: number] => {
  let mantissa = 1
  let exponent = 0
  for (let i = 0; i < n; i++) {
    const factor = x[start + i * stride]!
    if (factor === 0) return [0, 0]
    const e = exponentOf(Math.abs(factor))
    mantissa *= shift(factor, -e)
    exponent += e
    if (Math.abs(mantissa) >= 2) {
      mantissa /= 2
      exponent++
    }
  }
  return [mantissa, exponent]
}
