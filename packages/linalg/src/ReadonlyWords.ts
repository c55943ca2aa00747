/**
 * A readonly view of words of 32 bits.
 */

/** Words that can be read by index and iterated, but not written; a `Uint32Array` fits it. */
export interface ReadonlyWords {
  readonly length: number
  readonly [index: number]: number
  readonly [Symbol.iterator]: () => IterableIterator<number>
}
