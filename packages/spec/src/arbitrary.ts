/**
 * Schemas as generators of documents, for fast-check; the only part of the package that loads it, but for the laws.
 *
 * Definitions: `instance`, `arbitrary`.
 * Convention:  a generator is built for a depth: how often it may still pass through `lazy`. At depth 0 a lazy schema
 *              has none, an array of it only the empty one, a sum only its other members; so recursion ends by
 *              construction, and not by a convention about which member comes first.
 */
import fc from 'fast-check'
import { function as F, option as O, readonlyArray as RA, readonlyRecord as RR } from 'fp-ts'
import { safe, type Range } from './Range.js'
import { interpret, type Schema } from './Schema.js'
import { complete, type Schemable } from './Schemable.js'

/** A generator for each depth that has one. */
export type Generator<A> = (depth: number) => O.Option<fc.Arbitrary<A>>

export type URI = 'engram/Arbitrary'

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly 'engram/Arbitrary': Generator<A>
  }
}

const always =
  <A>(arbitrary: fc.Arbitrary<A>): Generator<A> =>
  () =>
    O.some(arbitrary)

/** What a constructor puts together has the type that the schema says; fast-check's types do not follow that far. */
const typed = <A>(generator: Generator<unknown>): Generator<A> => generator as Generator<A>

const fieldsOf = (members: object): Readonly<Record<string, Generator<unknown>>> =>
  Object.fromEntries(Object.entries(members))

const length = ({ min, max }: Range): Readonly<fc.ArrayConstraints> => ({
  ...(min === undefined ? {} : { minLength: min }),
  ...(max === undefined ? {} : { maxLength: max }),
})

const arrayOf =
  <A>(item: Generator<A>, size: Range): Generator<ReadonlyArray<A>> =>
  (depth) =>
    F.pipe(
      item(depth),
      O.map((each): fc.Arbitrary<ReadonlyArray<A>> => fc.array(each, length(size))),
      O.alt(() => ((size.min ?? 0) > 0 ? O.none : O.some(fc.constant<ReadonlyArray<A>>([])))),
    )

/** Wide enough to tell rows from columns; a table with large bounds is not filled. */
const mostColumns = 6

const oneOf = <A>(choices: ReadonlyArray<fc.Arbitrary<A>>): O.Option<fc.Arbitrary<A>> =>
  choices.length === 0 ? O.none : O.some(fc.oneof(...choices))

/** The generators of the core constructors and what is derived from them. */
export const instance: Schemable<URI> = complete<URI>({
  URI: 'engram/Arbitrary',
  literal: (...values) => always(fc.constantFrom(...values)),
  string: always(fc.string({ unit: 'binary' })),
  boolean: always(fc.boolean()),
  finite: (range) => always(fc.double({ noNaN: true, noDefaultInfinity: true, ...range })),
  int: (range) => always(fc.integer(safe(range))),
  nullable: (or) => (depth) =>
    F.pipe(
      or(depth),
      O.match(
        () => fc.constant(null),
        (value) => fc.option(value),
      ),
      O.some,
    ),
  struct: (required, optional) =>
    typed((depth) =>
      F.pipe(
        fieldsOf(required),
        RR.traverse(O.Applicative)((generator) => generator(depth)),
        O.map((needed) => {
          const extra = F.pipe(
            fieldsOf({ ...optional }),
            RR.filterMap((generator) => generator(depth)),
          )
          return fc.record({ ...needed, ...extra }, { requiredKeys: Object.keys(needed), noNullPrototype: true })
        }),
      ),
    ),
  record: (value) => (depth) =>
    F.pipe(
      value(depth),
      O.match(
        () => fc.constant({}),
        (each) => fc.dictionary(fc.string({ unit: 'binary' }), each, { noNullPrototype: true }),
      ),
      O.some,
    ),
  array: (item, size = {}) => arrayOf(item, size),
  table: (entry, { rows = {}, columns = {} } = {}) => {
    const { min = 0, max = Infinity } = columns
    const widest = Math.min(max, min + mostColumns)
    return (depth) => {
      const ofWidth = (width: number) => arrayOf(arrayOf(entry, { min: width, max: width }), rows)(depth)
      return oneOf(RA.compact(RA.makeBy(widest - min + 1, (extra) => ofWidth(min + extra))))
    }
  },
  tuple: (...components) =>
    typed((depth) =>
      F.pipe(
        components,
        RA.traverse(O.Applicative)((component: Generator<unknown>) => component(depth)),
        O.map((all) => fc.tuple(...all)),
      ),
    ),
  sum: () => (members) =>
    typed((depth) => oneOf(RA.compact(Object.values(fieldsOf(members)).map((member) => member(depth))))),
  lazy: (_, item) => (depth) => (depth === 0 ? O.none : item()(depth - 1)),
  describe: () => F.identity,
})

/** A recursive schema is entered at least twice, and more often only where it would have no document otherwise. */
const depths = RA.makeBy(15, (i) => i + 2)

/**
 * Documents of the schema, small ones first as fast-check has it.
 *
 * Requires: the schema has a document at all; fast-check refuses an empty choice
 * Laws:     decode_generated
 *
 * ```ts runnable
 * import fc from 'fast-check'
 * import { Guard, Schema } from '@engram/spec'
 * import { arbitrary } from '@engram/spec/arbitrary'
 *
 * const probe = Schema.make((S) => S.struct({ state: S.array(S.spin), seed: S.seed }))
 * fc.sample(arbitrary(probe), { numRuns: 50, seed: 7 }).every(Guard.is(probe)) // => true
 * ```
 */
export const arbitrary = <A>(schema: Schema<A>): fc.Arbitrary<A> => {
  const generator = interpret(instance)(schema)
  return F.pipe(
    depths,
    RA.findFirstMap(generator),
    O.getOrElse((): fc.Arbitrary<A> => fc.constantFrom<A>()),
  )
}
