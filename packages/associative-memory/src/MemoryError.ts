/**
 * What can be wrong with input from outside, as data, and the one place where it becomes prose.
 */
import { either as E } from 'fp-ts'

export interface SizeMismatch {
  readonly _tag: 'SizeMismatch'
  readonly operation: string
  readonly expected: number
  readonly actual: number
}

/** A component outside the alphabet of the pattern. */
export interface NotInAlphabet {
  readonly _tag: 'NotInAlphabet'
  readonly operation: string
  readonly index: number
  readonly expected: ReadonlyArray<number>
  readonly actual: number
}

/** A pattern without components, or a memory asked to learn nothing. */
export interface Empty {
  readonly _tag: 'Empty'
  readonly operation: string
  readonly expected: string
  readonly actual: 'none'
}

export interface NotAFraction {
  readonly _tag: 'NotAFraction'
  readonly operation: string
  readonly expected: '0 to 1'
  readonly actual: number
}

/** A picture whose rows differ in length, or two pictures that differ in size. */
export interface RaggedPicture {
  readonly _tag: 'RaggedPicture'
  readonly operation: string
  readonly line: number
  readonly expected: string
  readonly actual: string
}

export interface UnknownGlyph {
  readonly _tag: 'UnknownGlyph'
  readonly operation: string
  readonly line: number
  readonly column: number
  readonly expected: string
  readonly actual: string
}

/** A number outside what an operation can take. */
export interface OutOfRange {
  readonly _tag: 'OutOfRange'
  readonly operation: string
  readonly expected: string
  readonly actual: number
}

/** An update order that leaves out a unit, or names one twice. */
export interface NotAPermutation {
  readonly _tag: 'NotAPermutation'
  readonly operation: string
  readonly expected: string
  readonly actual: ReadonlyArray<number>
}

/** Blocks of units that leave out a unit of the memory, name one that it has not, or one twice in a block. */
export interface Unfair {
  readonly _tag: 'Unfair'
  readonly operation: string
  readonly expected: string
  readonly actual: ReadonlyArray<ReadonlyArray<number>>
}

/** Numbers that linear algebra could not handle; `actual` says why. */
export interface Unsolvable {
  readonly _tag: 'Unsolvable'
  readonly operation: string
  readonly expected: string
  readonly actual: string
}

export type MemoryError =
  | NotAPermutation
  | Unfair
  | SizeMismatch
  | NotInAlphabet
  | Empty
  | NotAFraction
  | RaggedPicture
  | UnknownGlyph
  | OutOfRange
  | Unsolvable

export const sizeMismatch = (operation: string, expected: number, actual: number): MemoryError => ({
  _tag: 'SizeMismatch',
  operation,
  expected,
  actual,
})

export const empty = (operation: string, expected: string): MemoryError => ({
  _tag: 'Empty',
  operation,
  expected,
  actual: 'none',
})

export const outOfRange = (operation: string, expected: string, actual: number): MemoryError => ({
  _tag: 'OutOfRange',
  operation,
  expected,
  actual,
})

/** The first of a list, or the error that there is none. */
export const firstOf =
  (operation: string, expected: string) =>
  <A>(items: ReadonlyArray<A>): E.Either<MemoryError, A> =>
    E.fromNullable(empty(operation, expected))(items[0])

/** Whether all have the size that is expected, or the error with the first that has not. */
export const allOfSize =
  (operation: string, expected: number) =>
  (items: ReadonlyArray<{ readonly length: number }>): E.Either<MemoryError, void> => {
    const odd = items.find(({ length }) => length !== expected)
    return odd === undefined ? E.right(undefined) : E.left(sizeMismatch(operation, expected, odd.length))
  }

const shorten = (numbers: ReadonlyArray<number>): string =>
  numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')}, … (${numbers.length} numbers)` : numbers.join(', ')

/** An error as one sentence that names what was expected and what came. */
export const render = (error: MemoryError): string => {
  switch (error._tag) {
    case 'SizeMismatch':
      return `${error.operation}: expected ${error.expected} components, got ${error.actual}`
    case 'NotInAlphabet':
      return `${error.operation}: component ${error.index} must be one of ${error.expected.join(', ')}, got ${error.actual}`
    case 'Empty':
    case 'OutOfRange':
    case 'Unsolvable':
      return `${error.operation}: expected ${error.expected}, got ${error.actual}`
    case 'NotAPermutation':
      return `${error.operation}: expected ${error.expected}, got ${shorten(error.actual)}`
    case 'Unfair':
      return `${error.operation}: expected ${error.expected}, got ${error.actual.map((block) => `{${shorten(block)}}`).join(' ')}`
    case 'NotAFraction':
      return `${error.operation}: expected a fraction from ${error.expected}, got ${error.actual}`
    case 'RaggedPicture':
      return `${error.operation}: line ${error.line}: expected ${error.expected}, got ${error.actual}`
    case 'UnknownGlyph':
      return `${error.operation}: line ${error.line}, column ${error.column}: expected ${error.expected}, got ${JSON.stringify(error.actual)}`
  }
}
