/**
 * Schemas as equality: two documents are equal when all their parts are.
 *
 * Definitions: `instance`, `eq`.
 * Convention:  numbers by `===`, so −0 equals 0; an absent key differs from a present one; the order of keys is nothing.
 */
import { eq as EQ, function as F, readonlyArray as RA, readonlyRecord as RR } from 'fp-ts'
import * as Eq from 'io-ts/lib/Eq.js'
import { interpret, type Schema } from './Schema.js'
import { complete, type Schemable } from './Schemable.js'

const fieldsOf = (members: object): Readonly<Record<string, EQ.Eq<unknown>>> =>
  Object.fromEntries(Object.entries(members))

/** The equalities of the core constructors and what is derived from them. */
export const instance: Schemable<EQ.URI> = complete<EQ.URI>({
  URI: EQ.URI,
  literal: () => EQ.eqStrict,
  string: Eq.string,
  boolean: Eq.boolean,
  finite: () => Eq.number,
  int: () => Eq.number,
  nullable: Eq.nullable,
  struct: (required, optional) =>
    F.pipe(
      Eq.partial(fieldsOf({ ...required, ...optional })),
      EQ.contramap((document: object): Readonly<Record<string, unknown>> => ({ ...document })),
    ),
  record: RR.getEq,
  array: RA.getEq,
  table: (entry) => RA.getEq(RA.getEq(entry)),
  tuple: EQ.tuple,
  sum: Eq.sum,
  lazy: (_, item) => Eq.lazy(item),
  describe: () => F.identity,
})

/**
 * The equality of a schema's documents.
 *
 * Requires: documents as decoded
 * Laws:     eq_equivalence, eq_structural
 *
 * ```ts runnable
 * import { Eq, Schema } from '@engram/spec'
 *
 * const { equals } = Eq.eq(Schema.make((S) => S.vector()))
 * equals([0, 1], [-0, 1]) // => true
 * equals([0, 1], [0, 1, 0]) // => false
 * ```
 */
export const eq: <A>(schema: Schema<A>) => EQ.Eq<A> = interpret(instance)
