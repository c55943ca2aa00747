import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** The exponent e with 2ᵉ ≤ x < 2ᵉ⁺¹ for x > 0, off by one at most; 0 for x = 0. */
export const exponentOf = (x: number): number => (x === 0 ? 0 : Math.floor(Math.log2(x)))

/** 2ᵉ x, |e| ≤ 3000: exact, but for one rounding where the result is subnormal, and for overflow. */
export const shift = (x: number, e: number): number => {
  if (Math.abs(e) <= 1000) return x * 2 ** e
  const third = Math.trunc(e / 3)
  return x * 2 ** third * 2 ** third * 2 ** (e - 2 * third)
}

/** y ← 2ᵉ x */
export const shiftAll = (y: Float64Array, x: ReadonlyFloat64, e: number, n: number): void => {
  if (Math.abs(e) <= 1000) {
    const factor = 2 ** e
    for (let i = 0; i < n; i++) y[i] = x[i]! * factor
  } else for (let i = 0; i < n; i++) y[i] = shift(x[i]!, e)
}

/** √(x² + y²), no square of which overflows, nor underflows where that counts */
export const hypotenuse = (x: number, y: number): number => {
  const most = Math.max(Math.abs(x), Math.abs(y))
  const ratio = Math.min(Math.abs(x), Math.abs(y)) / most
  return most === 0 ? 0 : most * Math.sqrt(1 + ratio * ratio)
}
