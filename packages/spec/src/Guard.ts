/**
 * Schemas as guards: yes or no, without reasons.
 *
 * Definitions: `Guard`, `instance`, `run` (the door), `is`.
 * Convention:  io-ts's own combinators, but for structs, which are strict here, and sums: io-ts 2.2.22 looks a tag up
 *              along the prototype chain, so that a document with the tag "constructor" makes it throw.
 */
import { either as E, function as F } from 'fp-ts'
import * as G from 'io-ts/lib/Guard.js'
import { isArray, isObject, read } from './Plain.js'
import { within } from './Range.js'
import { interpret, type Schema } from './Schema.js'
import { complete, type Schemable } from './Schemable.js'

export interface Guard<A> {
  readonly is: (tree: unknown) => tree is A
}

export type URI = 'engram/Guard'

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly 'engram/Guard': Guard<A>
  }
}

/** The narrowing is what a guard claims; the laws tie it to the decoder. */
const guard = <A>(is: (tree: unknown) => boolean): Guard<A> => ({ is: (tree): tree is A => is(tree) })

const fieldsOf = (members: object): ReadonlyArray<readonly [string, Guard<unknown>]> => Object.entries(members)

const isTable = (tree: unknown): tree is ReadonlyArray<ReadonlyArray<unknown>> => isArray(tree) && tree.every(isArray)

/** The guards of the core constructors and what is derived from them. */
export const instance: Schemable<URI> = complete<URI>({
  URI: 'engram/Guard',
  literal: G.literal,
  string: G.string,
  boolean: G.boolean,
  finite: (range = {}) => guard((tree) => typeof tree === 'number' && Number.isFinite(tree) && within(range)(tree)),
  int: (range = {}) => guard((tree) => typeof tree === 'number' && Number.isSafeInteger(tree) && within(range)(tree)),
  nullable: G.nullable,
  struct: (required, optional) => {
    const needed = fieldsOf(required)
    const known = new Map([...needed, ...fieldsOf({ ...optional })])
    return guard(
      (tree) =>
        isObject(tree) &&
        needed.every(([key]) => Object.hasOwn(tree, key)) &&
        Object.entries(tree).every(([key, value]) => known.get(key)?.is(value) === true),
    )
  },
  record: (value) => guard((tree) => isObject(tree) && Object.values(tree).every(value.is)),
  array: (item, length = {}) => guard((tree) => isArray(tree) && within(length)(tree.length) && tree.every(item.is)),
  table: (entry, { rows = {}, columns = {} } = {}) =>
    guard(
      (tree) =>
        isTable(tree) &&
        within(rows)(tree.length) &&
        tree.every((row) => within(columns)(row.length) && row.length === tree[0]?.length && row.every(entry.is)),
    ),
  tuple: G.tuple,
  sum: (tag) => (members) => {
    const known = new Map<unknown, Guard<unknown>>(fieldsOf(members))
    return guard((tree) => isObject(tree) && Object.hasOwn(tree, tag) && known.get(tree[tag])?.is(tree) === true)
  },
  lazy: (_, item) => G.lazy(item),
  describe: () => F.identity,
})

/** Asks a guard about a foreign value: it is asked about a copy, so getters and proxies cannot change their mind. */
export const run =
  <A>({ is }: Guard<A>) =>
  (value: unknown): value is A =>
    E.exists(is)(read(value))

/**
 * Whether a value is a document of the schema; total.
 *
 * Cost: proportional to the value
 * Laws: guard_iff_decode, total
 *
 * ```ts runnable
 * import { Guard, Schema } from '@engram/spec'
 *
 * const isWeights = Guard.is(Schema.make((S) => S.matrix()))
 * isWeights([[0, 1], [1, 0]]) // => true
 * isWeights([[0, 1], [1]]) // => false
 * isWeights([[0, NaN], [1, 0]]) // => false
 * ```
 */
export const is = <A>(schema: Schema<A>): ((value: unknown) => value is A) => run(interpret(instance)(schema))
