/**
 * Patterns: what a memory stores and what it is asked for.
 *
 * Definitions: `Bipolar` in {−1, +1}ⁿ, `Binary` in {0, 1}ⁿ, `Cue` in {−1, 0, +1}ⁿ, where 0 is a missing component.
 * Convention:  +1 of the bipolar form is 1 of the binary form, −1 is 0. A pattern has at least one component.
 * References:  Fausett (1994), ch. 3; Hopfield (1982) uses the binary form.
 */
import { either as E, type eq } from 'fp-ts'
import type { ReadonlyFloat64 } from '@engram/linalg'
import { agree } from './kernels/compare.js'
import { empty, type MemoryError } from './MemoryError.js'
import type { ReadonlyInt8 } from './ReadonlyInt8.js'

/** A vector of −1 and +1; the constructors of this module are the proof. */
export interface Bipolar {
  readonly _tag: 'Bipolar'
  readonly length: number
  readonly data: ReadonlyInt8
}

/** A vector of 0 and 1; the constructors of this module are the proof. */
export interface Binary {
  readonly _tag: 'Binary'
  readonly length: number
  readonly data: ReadonlyInt8
}

/** A vector of −1, 0 and +1: a bipolar pattern with components missing. */
export interface Cue {
  readonly _tag: 'Cue'
  readonly length: number
  readonly data: ReadonlyInt8
}

/** What can be stored. */
export type Pattern = Bipolar | Binary

/** Anything with numeric components that a memory can be shown: a pattern, a cue, or a real vector. */
export interface Signal {
  readonly length: number
  readonly data: ReadonlyFloat64
}

type Tag = Bipolar['_tag'] | Binary['_tag'] | Cue['_tag']
type Tagged<T extends Tag> = Extract<Bipolar | Binary | Cue, { readonly _tag: T }>

const alphabets: { readonly [T in Tag]: ReadonlyArray<number> } = {
  Bipolar: [-1, 1],
  Binary: [0, 1],
  Cue: [-1, 0, 1],
}

const fromNumbers =
  <T extends Tag>(tag: T, operation: string) =>
  (components: ReadonlyArray<number>): E.Either<MemoryError, Tagged<T>> => {
    const alphabet = alphabets[tag]
    const index = components.findIndex((component) => !alphabet.includes(component))
    const offender = components[index]
    return components.length === 0
      ? E.left(empty(operation, 'at least one component'))
      : offender !== undefined
        ? E.left({ _tag: 'NotInAlphabet', operation, index, expected: alphabet, actual: offender })
        : E.right(unsafePattern(tag, Int8Array.from(components)))
  }

/**
 * Wraps bytes that the caller has just made and proved to be in the alphabet.
 * For the packages of Engram; anyone else wants `bipolar`, `binary` or `cue`.
 */
export const unsafePattern = <T extends Tag>(tag: T, data: ReadonlyInt8): Tagged<T> =>
  ({ _tag: tag, length: data.length, data }) as Tagged<T>

/**
 * A bipolar pattern from its components.
 *
 * Errors: Empty, NotInAlphabet
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 *
 * E.map(Pattern.toArray)(Pattern.bipolar([1, 1, 1, -1])) // => E.right([1, 1, 1, -1])
 * E.isLeft(Pattern.bipolar([1, 0])) // => true
 * ```
 */
export const bipolar: (components: ReadonlyArray<number>) => E.Either<MemoryError, Bipolar> = fromNumbers(
  'Bipolar',
  'Pattern.bipolar',
)

/** A binary pattern from its components. Errors: Empty, NotInAlphabet */
export const binary: (components: ReadonlyArray<number>) => E.Either<MemoryError, Binary> = fromNumbers(
  'Binary',
  'Pattern.binary',
)

/** A cue from its components. Errors: Empty, NotInAlphabet */
export const cue: (components: ReadonlyArray<number>) => E.Either<MemoryError, Cue> = fromNumbers('Cue', 'Pattern.cue')

export const isBipolar = (pattern: Pattern | Cue): pattern is Bipolar => pattern._tag === 'Bipolar'

export const isBinary = (pattern: Pattern | Cue): pattern is Binary => pattern._tag === 'Binary'

const mapData = (data: ReadonlyInt8, change: (component: number) => number): ReadonlyInt8 =>
  Int8Array.from(data, change)

/** The pattern with 2s − 1 for every component s of a binary pattern; a bipolar pattern is itself. */
export const toBipolar = (pattern: Pattern): Bipolar =>
  isBipolar(pattern)
    ? pattern
    : unsafePattern(
        'Bipolar',
        mapData(pattern.data, (component) => 2 * component - 1),
      )

/** The pattern with ½(s + 1) for every component s of a bipolar pattern; a binary pattern is itself. */
export const toBinary = (pattern: Pattern): Binary =>
  isBinary(pattern)
    ? pattern
    : unsafePattern(
        'Binary',
        mapData(pattern.data, (component) => (component + 1) / 2),
      )

/** A bipolar pattern seen as a cue with nothing missing. */
export const toCue = (pattern: Bipolar): Cue => unsafePattern('Cue', pattern.data)

/** The reversed pattern (ghost, complement): −s in bipolar form, 1 − s in binary form. */
export const negate = <P extends Pattern>(pattern: P): P =>
  unsafePattern(
    pattern._tag,
    mapData(pattern.data, (component) => (isBipolar(pattern) ? -component : 1 - component)),
  ) as P

export const toArray = (signal: Signal): ReadonlyArray<number> => Array.from(signal.data)

/** Same alphabet, same components. */
export const Eq: eq.Eq<Pattern | Cue> = {
  equals: (a, b) => a._tag === b._tag && equalComponents(a, b),
}

/** Same components, whatever the alphabet. */
export const equalComponents = (a: Signal, b: Signal): boolean =>
  a.length === b.length && agree(a.data, b.data, a.length)
