/**
 * Schemas as decoders: from a foreign value to a document, or to everything that is wrong with it.
 *
 * Definitions: `Decoder`, `instance`, `run` (the door), `decode`.
 * Convention:  documents are plain data, so decoding changes nothing: the encoder is the identity, and a decoder only
 *              collects errors. It works on a copy (Plain.ts), so later changes to the input do not reach the document.
 */
import { either as E, function as F, option as O, readonlyArray as RA } from 'fp-ts'
import * as FS from 'io-ts/lib/FreeSemigroup.js'
import { memoize } from 'io-ts/lib/Schemable.js'
import type { DecodeErrors } from './DecodeError.js'
import { at, flatten, mismatch, missing, ragged, unknownKey, type Failure } from './Failure.js'
import * as Guard from './Guard.js'
import { isArray, isObject, read } from './Plain.js'
import { within, type Range } from './Range.js'
import { interpret, type Schema } from './Schema.js'
import { complete, type Schemable } from './Schemable.js'

/** Judges plain data; `expected` names what it accepts. */
export interface Decoder<A> {
  readonly expected: string
  readonly decode: (tree: unknown) => E.Either<Failure, A>
}

export type URI = 'engram/Decoder'

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly 'engram/Decoder': Decoder<A>
  }
}

const Failures = O.getMonoid<Failure>(FS.getSemigroup())
const gather = RA.foldMap(Failures)<O.Option<Failure>>(F.identity)

/** The tree is a value of `A` when nothing is wrong with it. */
const judge = <A, T>(
  expected: string,
  is: (tree: unknown) => tree is T,
  wrong: (tree: T) => O.Option<Failure>,
): Decoder<A> => ({
  expected,
  decode: (tree) => {
    const failure = is(tree) ? wrong(tree) : O.some(mismatch(expected, tree))
    return O.isSome(failure) ? E.left(failure.value) : E.right(tree as A)
  },
})

const leaf = <A>(expected: string, { is }: Guard.Guard<A>): Decoder<A> => judge(expected, is, () => O.none)

const wrongAt = (place: string | number, decoder: Decoder<unknown>, tree: unknown): O.Option<Failure> => {
  const result = decoder.decode(tree)
  return E.isLeft(result) ? O.some(at(place)(result.left)) : O.none
}

const fieldsOf = (members: object): ReadonlyMap<string, Decoder<unknown>> => new Map(Object.entries(members))

const alternatives = (values: ReadonlyArray<unknown>): string =>
  values.map((value) => JSON.stringify(value)).join(' | ')

const quoted = (keys: ReadonlyArray<string>): string => keys.map((key) => JSON.stringify(key)).join(', ')

const bounded = ({ min, max }: Range): string =>
  min !== undefined && max !== undefined
    ? ` from ${min} to ${max}`
    : `${min === undefined ? '' : ` ≥ ${min}`}${max === undefined ? '' : ` ≤ ${max}`}`

const ofLength = (noun: string, unit: string, { min, max }: Range): string => {
  const units = `${unit}${(max ?? min) === 1 ? '' : 's'}`
  if (min === undefined) return max === undefined ? noun : `${noun} of at most ${max} ${units}`
  if (max === undefined) return `${noun} of at least ${min} ${units}`
  return `${noun} of ${min === max ? min : `${min} to ${max}`} ${units}`
}

const arrayOf = <A>(expected: string, item: Decoder<unknown>, length: Range): Decoder<A> =>
  judge(expected, isArray, (tree) =>
    Failures.concat(
      within(length)(tree.length) ? O.none : O.some(mismatch(expected, tree)),
      F.pipe(
        tree,
        RA.foldMapWithIndex(Failures)((index, element) => wrongAt(index, item, element)),
      ),
    ),
  )

const raggedRows = (rows: ReadonlyArray<unknown>): O.Option<Failure> => {
  const [first] = rows
  return isArray(first)
    ? F.pipe(
        rows,
        RA.foldMapWithIndex(Failures)((index, row) =>
          isArray(row) && row.length !== first.length
            ? O.some(at(index)(ragged(`as many elements as in the first row, which has ${first.length}`, row)))
            : O.none,
        ),
      )
    : O.none
}

/** The decoders of the core constructors and what is derived from them. */
export const instance: Schemable<URI> = complete<URI>({
  URI: 'engram/Decoder',
  literal: (...values) => leaf(alternatives(values), Guard.instance.literal(...values)),
  string: leaf('a string', Guard.instance.string),
  boolean: leaf('true or false', Guard.instance.boolean),
  finite: (range = {}) => leaf(`a finite number${bounded(range)}`, Guard.instance.finite(range)),
  int: (range = {}) => leaf(`a safe integer${bounded(range)}`, Guard.instance.int(range)),
  nullable: (or) => {
    const expected = `null or ${or.expected}`
    return {
      expected,
      decode: (tree) =>
        tree === null
          ? E.right(null)
          : F.pipe(
              or.decode(tree),
              E.mapLeft((failure) =>
                failure._tag === 'Of' && failure.value._tag === 'Leaf' ? mismatch(expected, tree) : failure,
              ),
            ),
    }
  },
  struct: (required, optional) => {
    const needed = fieldsOf(required)
    const known = fieldsOf({ ...required, ...optional })
    const keys = quoted([...known.keys()])
    return judge('an object', isObject, (tree) =>
      gather([
        ...[...known].map(([key, member]) =>
          Object.hasOwn(tree, key)
            ? wrongAt(key, member, tree[key])
            : needed.has(key)
              ? O.some(at(key)(missing(member.expected)))
              : O.none,
        ),
        ...Object.entries(tree).map(([key, value]) =>
          known.has(key) ? O.none : O.some(at(key)(unknownKey(keys, value))),
        ),
      ]),
    )
  },
  record: (value) =>
    judge('an object', isObject, (tree) =>
      gather(Object.entries(tree).map(([key, member]) => wrongAt(key, value, member))),
    ),
  array: (item, length = {}) => arrayOf(ofLength('an array', 'element', length), item, length),
  table: (entry, { rows = {}, columns = {} } = {}) => {
    const row = arrayOf<ReadonlyArray<unknown>>(ofLength('a row', 'element', columns), entry, columns)
    const { expected, decode: decodeRows } = arrayOf(ofLength('an array', 'row', rows), row, rows)
    return judge(expected, isArray, (tree) => Failures.concat(O.getLeft(decodeRows(tree)), raggedRows(tree)))
  },
  tuple: (...components) => {
    const length = components.length
    const expected = ofLength('an array', 'element', { min: length, max: length })
    return judge(expected, isArray, (tree) =>
      tree.length === length
        ? gather(components.map((component: Decoder<unknown>, index) => wrongAt(index, component, tree[index])))
        : O.some(mismatch(expected, tree)),
    )
  },
  sum: (tag) => (members) => {
    const known = fieldsOf(members)
    const tags = alternatives([...known.keys()])
    return judge('an object', isObject, (tree) => {
      if (!Object.hasOwn(tree, tag)) return O.some(at(tag)(missing(tags)))
      const name = tree[tag]
      const member = typeof name === 'string' ? known.get(name) : undefined
      return member === undefined ? O.some(at(tag)(mismatch(tags, name))) : O.getLeft(member.decode(tree))
    })
  },
  lazy: (id, item) => {
    const get = memoize<void, ReturnType<typeof item>>(item)
    return { expected: id, decode: (tree) => get().decode(tree) }
  },
  describe: () => F.identity,
})

/** Hands a foreign value to a decoder. */
export const run =
  <A>({ decode: judgeTree }: Decoder<A>) =>
  (value: unknown): E.Either<DecodeErrors, A> =>
    F.pipe(read(value), E.chain(judgeTree), E.mapLeft(flatten))

/**
 * A document of the schema, or all that is wrong with the value; total.
 *
 * Errors: Mismatch, Missing, UnknownKey, Ragged
 * Cost:   proportional to the value
 * Laws:   decode_generated, encode_decode, guard_iff_decode, total
 *
 * ```ts runnable
 * import { DecodeError, Decoder, Schema } from '@engram/spec'
 * import { either as E } from 'fp-ts'
 *
 * const decode = Decoder.decode(Schema.make((S) => S.struct({ size: S.positiveInt({ max: 4096 }) }, { name: S.string })))
 * decode({ size: 3 }) // => E.right({ size: 3 })
 * E.mapLeft(DecodeError.draw)(decode({ size: 0 })) // => E.left('size: expected a safe integer from 1 to 4096, came 0')
 * ```
 */
export const decode = <A>(schema: Schema<A>): ((value: unknown) => E.Either<DecodeErrors, A>) =>
  run(interpret(instance)(schema))
