/**
 * What can be wrong with input from outside, as data, and the one place where it becomes prose.
 */

export interface SizeMismatch {
  readonly _tag: 'SizeMismatch'
  readonly operation: string
  readonly expected: number
  readonly actual: number
}

/** Weights that do not form a square. */
export interface NotSquare {
  readonly _tag: 'NotSquare'
  readonly operation: string
  readonly expected: 'as many columns as rows'
  readonly actual: readonly [number, number]
}

/** A binary state shown to a bipolar network, or the other way round. */
export interface EncodingMismatch {
  readonly _tag: 'EncodingMismatch'
  readonly operation: string
  readonly expected: string
  readonly actual: string
}

/** An update order that leaves out a unit, or names one twice. */
export interface NotAPermutation {
  readonly _tag: 'NotAPermutation'
  readonly operation: string
  readonly expected: string
  readonly actual: ReadonlyArray<number>
}

/** A number outside what an operation can take. */
export interface OutOfRange {
  readonly _tag: 'OutOfRange'
  readonly operation: string
  readonly expected: string
  readonly actual: number
}

export interface Empty {
  readonly _tag: 'Empty'
  readonly operation: string
  readonly expected: string
  readonly actual: 'none'
}

export type HopfieldError = SizeMismatch | NotSquare | EncodingMismatch | NotAPermutation | OutOfRange | Empty

export const sizeMismatch = (operation: string, expected: number, actual: number): HopfieldError => ({
  _tag: 'SizeMismatch',
  operation,
  expected,
  actual,
})

export const outOfRange = (operation: string, expected: string, actual: number): HopfieldError => ({
  _tag: 'OutOfRange',
  operation,
  expected,
  actual,
})

const shorten = (numbers: ReadonlyArray<number>): string =>
  numbers.length > 12 ? `${numbers.slice(0, 12).join(', ')}, … (${numbers.length} numbers)` : numbers.join(', ')

/** An error as one sentence that names what was expected and what came. */
export const render = (error: HopfieldError): string => {
  switch (error._tag) {
    case 'SizeMismatch':
      return `${error.operation}: expected ${error.expected} units, got ${error.actual}`
    case 'NotSquare':
      return `${error.operation}: expected ${error.expected}, got ${error.actual.join(' × ')}`
    case 'NotAPermutation':
      return `${error.operation}: expected ${error.expected}, got ${shorten(error.actual)}`
    case 'EncodingMismatch':
    case 'OutOfRange':
    case 'Empty':
      return `${error.operation}: expected ${error.expected}, got ${error.actual}`
  }
}
