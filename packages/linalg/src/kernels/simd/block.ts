import type { ReadonlyFloat64 } from '../../ReadonlyFloat64.js'
import type { ReadonlyWords } from '../../ReadonlyWords.js'

/** Arrays of floating point numbers, as they lie in memory. */
export type Floats = Float64Array | Float32Array

/** n, rounded up to a multiple of a power of two. */
export const upTo = (n: number, multiple: number): number => (n + multiple - 1) & -multiple

/** The same numbers as something that can be copied at once. */
export const float64 = (x: ReadonlyFloat64): Float64Array => (x instanceof Float64Array ? x : Float64Array.from(x))

/** As `float64`, of numbers that float32 has. */
export const float32 = (x: ReadonlyFloat64): Float32Array => (x instanceof Float32Array ? x : Float32Array.from(x))

/** As `float64`, of words. */
export const uint32 = (x: ReadonlyWords): Uint32Array => (x instanceof Uint32Array ? x : Uint32Array.from(x))

/** to[at …] ← m lines of n numbers, the first at `from`, the next `stride` further on. */
export const put = <A extends Floats | Uint32Array>(
  to: A,
  at: number,
  x: A,
  from: number,
  stride: number,
  m: number,
  n: number,
): void => {
  if (n === stride) to.set(x.subarray(from, from + m * n), at)
  else for (let i = 0, k = from; i < m; i++, k += stride) to.set(x.subarray(k, k + n), at + i * n)
}

/** m lines of n numbers of c, the first at `to`, the next `stride` further on, ← lines of x, `width` apart. */
export const take = <A extends Floats>(
  c: A,
  to: number,
  stride: number,
  x: A,
  at: number,
  width: number,
  m: number,
  n: number,
): void => {
  if (n === stride && n === width) c.set(x.subarray(at, at + m * n), to)
  else for (let i = 0; i < m; i++) c.set(x.subarray(at + i * width, at + i * width + n), to + i * stride)
}
