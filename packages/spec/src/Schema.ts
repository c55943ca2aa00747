/**
 * A schema: one description of a document, which every interpreter reads in its own way.
 *
 * Definitions: `Schema`, `TypeOf`, `make`, `interpret`.
 */
import type { HKT, Kind, URIS } from 'fp-ts/HKT.js'
import { memoize } from 'io-ts/lib/Schemable.js'
import type { Schemable } from './Schemable.js'

/** Says how a document is built from the constructors that it is handed, whatever they make of it. */
export type Schema<A> = (S: Schemable<'HKT'>) => HKT<'HKT', A>

/** The type of a schema's documents. */
export type TypeOf<S> = S extends Schema<infer A> ? A : never

/**
 * Makes a schema; each interpreter reads it once.
 *
 * ```ts runnable
 * import { Decoder, Guard, JsonSchema, Schema } from '@engram/spec'
 * import { either as E } from 'fp-ts'
 *
 * const probe = Schema.make((S) => S.struct({ state: S.array(S.spin), seed: S.seed }, { title: S.string }))
 * Guard.is(probe)({ state: [1, -1], seed: 7 }) // => true
 * Decoder.decode(probe)({ state: [1, -1], seed: 7 }) // => E.right({ state: [1, -1], seed: 7 })
 * JsonSchema.jsonSchema({})(Schema.make((S) => S.spin))['enum'] // => [-1, 1]
 * ```
 */
export const make = <A>(schema: Schema<A>): Schema<A> => memoize(schema)

/**
 * Reads a schema with the constructors of one interpreter.
 *
 * A schema knows nothing of the constructors but what they return, which it can only hand on to others of them:
 * it cannot tell `Schemable<'HKT'>` from the instance that it gets, hence the conversions.
 */
export const interpret =
  <S extends URIS>(instance: Schemable<S>) =>
  <A>(schema: Schema<A>): Kind<S, A> =>
    schema(instance as unknown as Schemable<'HKT'>) as unknown as Kind<S, A>
