/**
 * What documents may be made of: the type class that a schema is written against.
 *
 * Definitions: `Core` (what an interpreter has to say), `Schemable` (what a schema may use), `complete` (from one to the other).
 * Convention:  fp-ts writes a type class twice, over `HKT` and over `Kind`. Here `HKT` is one more entry of
 *              `URItoKind`, so one definition serves both: schemas are written against `Schemable<'HKT'>`,
 *              interpreters are values of `Schemable<URI>`.
 *              Structs are strict: a key that the schema does not name is an error. That is why io-ts's `intersect` is
 *              missing (each side would refuse the keys of the other) and `struct` takes its optional keys itself;
 *              `number` is missing because it admits ±∞, which JSON cannot write; `readonly`, because everything is.
 * References:  io-ts, `Schemable`; Carette, Kiselyov, Shan (2009), Finally tagless, partially evaluated.
 */
import type { readonlyNonEmptyArray } from 'fp-ts'
import type { Kind, URIS } from 'fp-ts/HKT.js'
import type { Literal } from 'io-ts/lib/Schemable.js'
import type { Range } from './Range.js'

export type { Range } from './Range.js'

declare module 'fp-ts/HKT.js' {
  interface URItoKind<A> {
    readonly HKT: HKT<'HKT', A>
  }
}

/** How many rows a table may have, and how many entries each of its rows. */
export interface TableSize {
  readonly rows?: Range
  readonly columns?: Range
}

/** An object with the keys of `A`, and perhaps some of `B`. */
export type Struct<A, B> = Flat<{ readonly [K in keyof A]: A[K] } & { readonly [K in keyof B]?: B[K] }>
type Flat<A> = { [K in keyof A]: A[K] }

/** The constructors that each interpreter explains. */
export interface Core<S extends URIS> {
  readonly URI: S
  /** One of the values, compared by `===`. */
  readonly literal: <A extends readonly [L, ...ReadonlyArray<L>], L extends Literal = Literal>(
    ...values: A
  ) => Kind<S, A[number]>
  readonly string: Kind<S, string>
  readonly boolean: Kind<S, boolean>
  /** A number other than NaN and ±∞; −0 is accepted where 0 is, and stays −0. */
  readonly finite: (range?: Range) => Kind<S, number>
  /** An integer that float64 tells from its neighbours: at most 2⁵³ − 1 in size. */
  readonly int: (range?: Range) => Kind<S, number>
  readonly nullable: <A>(or: Kind<S, A>) => Kind<S, null | A>
  /** No other keys; an optional one is absent or has a value, `undefined` is not one. */
  readonly struct: <A, B = unknown>(
    required: { readonly [K in keyof A]: Kind<S, A[K]> },
    optional?: { readonly [K in keyof B]: Kind<S, B[K]> },
  ) => Kind<S, Struct<A, B>>
  /** Any keys, all with the same kind of value. */
  readonly record: <A>(value: Kind<S, A>) => Kind<S, Readonly<Record<string, A>>>
  readonly array: <A>(item: Kind<S, A>, length?: Range) => Kind<S, ReadonlyArray<A>>
  /** Rows of equal length: the one condition here that JSON Schema cannot say. */
  readonly table: <A>(entry: Kind<S, A>, size?: TableSize) => Kind<S, ReadonlyArray<ReadonlyArray<A>>>
  readonly tuple: <A extends readonly [unknown, ...ReadonlyArray<unknown>]>(
    ...components: { [K in keyof A]: Kind<S, A[K]> }
  ) => Kind<S, Readonly<A>>
  /** The member that the key `tag` names; each member declares that key as a literal. */
  readonly sum: <T extends string>(
    tag: T,
  ) => <A>(members: { readonly [K in keyof A]: Kind<S, A[K] & Readonly<Record<T, K>>> }) => Kind<S, A[keyof A]>
  /** For a schema that mentions itself; `id` is an identifier that names one schema only. */
  readonly lazy: <A>(id: string, item: () => Kind<S, A>) => Kind<S, A>
  /** A sentence for readers of the JSON Schema; it changes nothing else. */
  readonly describe: (text: string) => <A>(item: Kind<S, A>) => Kind<S, A>
}

/** The constructors that a schema may use. */
export interface Schemable<S extends URIS> extends Core<S> {
  /** The kind of a document. */
  readonly kind: <K extends string>(name: K) => Kind<S, K>
  /** The version of a document's format. */
  readonly version: <N extends number>(number: N) => Kind<S, N>
  /** −1 or 1. */
  readonly spin: Kind<S, -1 | 1>
  /** 0 or 1. */
  readonly bit: Kind<S, 0 | 1>
  /** −1, 0 or 1. */
  readonly trit: Kind<S, -1 | 0 | 1>
  /** An unsigned 32-bit integer. */
  readonly seed: Kind<S, number>
  readonly positiveInt: (range?: { readonly max?: number }) => Kind<S, number>
  readonly nonEmptyArray: <A>(
    item: Kind<S, A>,
    length?: { readonly max?: number },
  ) => Kind<S, readonlyNonEmptyArray.ReadonlyNonEmptyArray<A>>
  /** Finite numbers. */
  readonly vector: (length?: Range) => Kind<S, ReadonlyArray<number>>
  /** Rows of equal length of finite numbers. */
  readonly matrix: (size?: TableSize) => Kind<S, ReadonlyArray<ReadonlyArray<number>>>
  /** A struct all of whose keys are optional. */
  readonly partial: <B>(optional: { readonly [K in keyof B]: Kind<S, B[K]> }) => Kind<S, Struct<unknown, B>>
}

/**
 * Derives the other constructors from the core: what an interpreter is made with.
 *
 * An instance with one constructor replaced is completed anew, so that what was derived from it follows:
 * `complete({ ...Guard.instance, finite: … })` also changes `vector` and `matrix`.
 */
export const complete = <S extends URIS>(core: Core<S>): Schemable<S> => ({
  ...core,
  kind: (name) => core.literal(name),
  version: (number) => core.literal(number),
  spin: core.literal(-1, 1),
  bit: core.literal(0, 1),
  trit: core.literal(-1, 0, 1),
  seed: core.int({ min: 0, max: 0xffff_ffff }),
  positiveInt: (range) => core.int({ min: 1, ...range }),
  // The type system cannot see that an array of at least one element has a first.
  nonEmptyArray: <A>(item: Kind<S, A>, length?: { readonly max?: number }) =>
    core.array(item, { min: 1, ...length }) as unknown as Kind<S, readonlyNonEmptyArray.ReadonlyNonEmptyArray<A>>,
  vector: (length) => core.array(core.finite(), length),
  matrix: (size) => core.table(core.finite(), size),
  partial: <B>(optional: { readonly [K in keyof B]: Kind<S, B[K]> }) => core.struct<unknown, B>({}, optional),
})
