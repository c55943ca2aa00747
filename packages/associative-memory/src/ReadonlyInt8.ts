/**
 * A view of signed bytes that can be read but not written.
 *
 * An `Int8Array` fits it; assigning through it does not compile.
 */
export interface ReadonlyInt8 {
  readonly length: number
  readonly [index: number]: number
  readonly [Symbol.iterator]: () => IterableIterator<number>
}
