/**
 * What the laws of this package speak of: the interpreters of one schema. Each law takes no more than it needs of
 * them, so that a decoder, a guard or an equality written by hand can be held against the same laws.
 */
import type { Arbitrary } from 'fast-check'
import { either as E } from 'fp-ts'
import { arbitrary } from '../arbitrary.js'
import * as Decoder from '../Decoder.js'
import * as Document from '../Document.js'
import * as Eq from '../Eq.js'
import * as Guard from '../Guard.js'
import type { Schema } from '../Schema.js'

export interface Interpreters<A = unknown> {
  /** Documents, as many kinds of them as there are. */
  readonly values: Arbitrary<A>
  readonly decode: (value: unknown) => E.Either<unknown, A>
  readonly guard: (value: unknown) => boolean
  readonly parse: (text: string) => E.Either<unknown, A>
  // Methods, so that the interpreters of a schema pass for `Interpreters<unknown>`: laws hand these two nothing but
  // documents that `values` has drawn or `decode` has let in.
  stringify(document: A): string
  equals(x: A, y: A): boolean
}

/** Whether a value has the shape of a document, and whether a validator of JSON Schema accepts it. */
export interface Shape {
  readonly values: Arbitrary<unknown>
  /** Decodes, or fails only on what JSON Schema cannot say. */
  readonly hasShape: (value: unknown) => boolean
  readonly accepts: (value: unknown) => boolean
}

/** The interpreters that this package gives a schema. */
export const interpretersOf = <A>(schema: Schema<A>): Interpreters<A> => ({
  values: arbitrary(schema),
  decode: Decoder.decode(schema),
  guard: Guard.is(schema),
  parse: Document.parse(schema),
  // Documents are plain data, whatever their type.
  stringify: (document: unknown) => Document.stringify(document as Document.Json),
  equals: Eq.eq(schema).equals,
})

/** Whether a value decodes but for rows of unequal length, of which JSON Schema knows nothing. */
export const hasShape = <A>(schema: Schema<A>): ((value: unknown) => boolean) => {
  const decode = Decoder.decode(schema)
  return (value) => {
    const result = decode(value)
    return E.isRight(result) || result.left.every((error) => error._tag === 'Ragged')
  }
}
