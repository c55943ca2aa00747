/**
 * A readonly view of float64 numbers.
 */

/**
 * Numbers that can be read by index and iterated, but not written.
 *
 * A `Float64Array` and a `ReadonlyArray<number>` both fit it; neither can be got back from it, so that writing through
 * a vector fails to compile. (A non-empty typed array cannot be frozen: immutability is types, and buffers never leaked.)
 */
export interface ReadonlyFloat64 {
  readonly length: number
  readonly [index: number]: number
  readonly [Symbol.iterator]: () => IterableIterator<number>
}
