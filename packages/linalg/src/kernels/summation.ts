import { shift } from './power.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** Σ x, with what each addition rounds off added up beside it (Neumaier 1974) */
export const neumaier = (x: ReadonlyFloat64, n: number): number => {
  let sum = 0
  let lost = 0
  for (let i = 0; i < n; i++) {
    const each = x[i]!
    const next = sum + each
    lost += Math.abs(sum) >= Math.abs(each) ? sum - next + each : each - next + sum
    sum = next
  }
  return sum + lost
}

/** 2²⁷ + 1 */
const SPLIT = 134217729

/** Σ x y, with what each product and each addition rounds off added up beside it (Ogita, Rump and Oishi 2005: Dot2) */
export const compensatedDot = (x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): number => {
  let sum = 0
  let lost = 0
  for (let i = 0; i < n; i++) {
    const a = x[i]!
    const b = y[i]!
    const product = a * b
    const aHigh = SPLIT * a - (SPLIT * a - a)
    const bHigh = SPLIT * b - (SPLIT * b - b)
    const aLow = a - aHigh
    const bLow = b - bHigh
    const next = sum + product
    const part = next - sum
    lost +=
      sum - (next - part) + (product - part) + (aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow))
    sum = next
  }
  return sum + lost
}

/** x as [m, e] for m · 2^(e − 1074), m whole */
const takeApart = (view: DataView, x: number): readonly [bigint, bigint] => {
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const exponent = (bits >> 52n) & 0x7ffn
  const fraction = bits & 0xfffffffffffffn
  const mantissa = exponent === 0n ? fraction : fraction | 0x10000000000000n
  return [bits >> 63n === 0n ? mantissa : -mantissa, exponent === 0n ? 0n : exponent - 1n]
}

/** The float64 nearest to s · 2^−unit, of two the even one; ±∞ beyond the greatest */
const nearest = (s: bigint, unit: number): number => {
  const size = s < 0n ? -s : s
  // Keeps 53 bits, or fewer where they would end below 2⁻¹⁰⁷⁴.
  const drop = Math.max(0, size.toString(2).length - 53, unit - 1074)
  const kept = size >> BigInt(drop)
  const rest = 2n * (size - (kept << BigInt(drop)))
  const one = 1n << BigInt(drop)
  const up = rest > one || (rest === one && kept % 2n === 1n)
  const value = shift(Number(up ? kept + 1n : kept), drop - unit)
  return s < 0n ? -value : value
}

/** Σ x, rounded once: all numbers are whole multiples of 2⁻¹⁰⁷⁴ (Kulisch 1971) */
export const exactSum = (x: ReadonlyFloat64, n: number): number => {
  const view = new DataView(new ArrayBuffer(8))
  let sum = 0n
  for (let i = 0; i < n; i++) {
    const [mantissa, exponent] = takeApart(view, x[i]!)
    sum += mantissa << exponent
  }
  return nearest(sum, 1074)
}

/** Σ x y, rounded once */
export const exactDot = (x: ReadonlyFloat64, y: ReadonlyFloat64, n: number): number => {
  const view = new DataView(new ArrayBuffer(8))
  let sum = 0n
  for (let i = 0; i < n; i++) {
    const [a, e] = takeApart(view, x[i]!)
    const [b, f] = takeApart(view, y[i]!)
    sum += (a * b) << (e + f)
  }
  return nearest(sum, 2148)
}
