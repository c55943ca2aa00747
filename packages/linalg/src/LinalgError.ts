/**
 * What can go wrong at the doors of this package: data, with the prose in one place.
 */

/** `[length]` of a vector, `[rows, cols]` of a matrix; or the position of an entry in one. */
export type Shape = ReadonlyArray<number>

/** Two values that should agree in size do not. */
export interface SizeMismatch {
  readonly _tag: 'SizeMismatch'
  readonly operation: string
  readonly expected: Shape
  readonly actual: Shape
}

/** An entry is NaN or infinite where a finite number is needed. */
export interface NotFinite {
  readonly _tag: 'NotFinite'
  readonly operation: string
  readonly index: Shape
  readonly actual: number
}

/** An entry is NaN where an extended real (a number, −∞ or +∞) is needed. */
export interface NotANumber {
  readonly _tag: 'NotANumber'
  readonly operation: string
  readonly index: Shape
}

/** An entry is neither 1 nor −1. */
export interface NotASign {
  readonly _tag: 'NotASign'
  readonly operation: string
  readonly index: Shape
  readonly actual: number
}

/** A row is not as long as the first. */
export interface Ragged {
  readonly _tag: 'Ragged'
  readonly operation: string
  readonly row: number
  readonly expected: number
  readonly actual: number
}

/** The entry at (row, col) differs from its mirror image at (col, row), which is `expected`. */
export interface NotSymmetric {
  readonly _tag: 'NotSymmetric'
  readonly operation: string
  readonly row: number
  readonly col: number
  readonly expected: number
  readonly actual: number
}

/** A diagonal entry differs from zero. */
export interface NonZeroDiagonal {
  readonly _tag: 'NonZeroDiagonal'
  readonly operation: string
  readonly index: number
  readonly expected: 0
  readonly actual: number
}

/** Nothing to share a mass of one among: no entries at all, or every one of them −∞. */
export interface Empty {
  readonly _tag: 'Empty'
  readonly operation: string
  /** How many entries there were, all of them −∞. */
  readonly actual: number
}

/** An option lies outside its range, which `expected` states. */
export interface OutOfRange {
  readonly _tag: 'OutOfRange'
  readonly operation: string
  readonly expected: string
  readonly actual: number
}

/** A square matrix has no inverse, up to rounding. */
export interface Singular {
  readonly _tag: 'Singular'
  readonly operation: string
  /** ∞, or as great as a number of the condition can be before rounding errors are all that is left. */
  readonly condition: number
}

/** A symmetric matrix is not positive definite: up to rounding, this pivot is not above zero. */
export interface NotPositiveDefinite {
  readonly _tag: 'NotPositiveDefinite'
  readonly operation: string
  readonly index: number
  readonly actual: number
}

/** A column is, up to rounding, a combination of those before it. */
export interface Dependent {
  readonly _tag: 'Dependent'
  readonly operation: string
  readonly column: number
}

/** The inner product of two columns that should be orthonormal. */
export interface NotOrthonormal {
  readonly _tag: 'NotOrthonormal'
  readonly operation: string
  readonly columns: readonly [number, number]
  readonly expected: 0 | 1
  readonly actual: number
}

/** Entries that should add up to one do not. */
export interface NotNormalised {
  readonly _tag: 'NotNormalised'
  readonly operation: string
  readonly expected: 1
  readonly actual: number
}

/** The result has an entry beyond the greatest float64. */
export interface Overflow {
  readonly _tag: 'Overflow'
  readonly operation: string
}

/** An iteration did not come to an end within its limit. No input is known that leads here. */
export interface NotConverged {
  readonly _tag: 'NotConverged'
  readonly operation: string
}

export type LinalgError =
  | SizeMismatch
  | NotFinite
  | NotANumber
  | NotASign
  | Ragged
  | NotSymmetric
  | NonZeroDiagonal
  | Empty
  | OutOfRange
  | Singular
  | NotPositiveDefinite
  | Dependent
  | NotOrthonormal
  | NotNormalised
  | Overflow
  | NotConverged

export const sizeMismatch = (operation: string, expected: Shape, actual: Shape): LinalgError => ({
  _tag: 'SizeMismatch',
  operation,
  expected,
  actual,
})

export const notFinite = (operation: string, index: Shape, actual: number): LinalgError => ({
  _tag: 'NotFinite',
  operation,
  index,
  actual,
})

export const notANumber = (operation: string, index: Shape): LinalgError => ({ _tag: 'NotANumber', operation, index })

export const notASign = (operation: string, index: Shape, actual: number): LinalgError => ({
  _tag: 'NotASign',
  operation,
  index,
  actual,
})

export const ragged = (operation: string, row: number, expected: number, actual: number): LinalgError => ({
  _tag: 'Ragged',
  operation,
  row,
  expected,
  actual,
})

export const notSymmetric = (
  operation: string,
  row: number,
  col: number,
  expected: number,
  actual: number,
): LinalgError => ({ _tag: 'NotSymmetric', operation, row, col, expected, actual })

export const nonZeroDiagonal = (operation: string, index: number, actual: number): LinalgError => ({
  _tag: 'NonZeroDiagonal',
  operation,
  index,
  expected: 0,
  actual,
})

export const empty = (operation: string, actual: number): LinalgError => ({ _tag: 'Empty', operation, actual })

export const outOfRange = (operation: string, expected: string, actual: number): LinalgError => ({
  _tag: 'OutOfRange',
  operation,
  expected,
  actual,
})

export const singular = (operation: string, condition: number): LinalgError => ({
  _tag: 'Singular',
  operation,
  condition,
})

export const notPositiveDefinite = (operation: string, index: number, actual: number): LinalgError => ({
  _tag: 'NotPositiveDefinite',
  operation,
  index,
  actual,
})

export const dependent = (operation: string, column: number): LinalgError => ({ _tag: 'Dependent', operation, column })

export const notOrthonormal = (operation: string, columns: readonly [number, number], actual: number): LinalgError => ({
  _tag: 'NotOrthonormal',
  operation,
  columns,
  expected: columns[0] === columns[1] ? 1 : 0,
  actual,
})

export const notNormalised = (operation: string, actual: number): LinalgError => ({
  _tag: 'NotNormalised',
  operation,
  expected: 1,
  actual,
})

export const overflow = (operation: string): LinalgError => ({ _tag: 'Overflow', operation })

export const notConverged = (operation: string): LinalgError => ({ _tag: 'NotConverged', operation })

const size = (shape: Shape): string => (shape.length === 1 ? `length ${shape.join()}` : `shape ${shape.join('×')}`)

const position = (index: Shape): string => `entry (${index.join(', ')})`

/**
 * An error as a sentence.
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { LinalgError, Vector } from '@engram/linalg'
 *
 * E.mapLeft(LinalgError.render)(Vector.fromArray([1, NaN])) // => E.left('Vector.fromArray: entry (1) is NaN, not a finite number')
 * ```
 */
export const render = (error: LinalgError): string => {
  switch (error._tag) {
    case 'SizeMismatch':
      return `${error.operation}: expected ${size(error.expected)}, got ${size(error.actual)}`
    case 'NotFinite':
      return `${error.operation}: ${position(error.index)} is ${error.actual}, not a finite number`
    case 'NotANumber':
      return `${error.operation}: ${position(error.index)} is NaN`
    case 'NotASign':
      return `${error.operation}: ${position(error.index)} is ${error.actual}, neither 1 nor -1`
    case 'Ragged':
      return `${error.operation}: row ${error.row} has ${error.actual} entries, but the first row has ${error.expected}`
    case 'NotSymmetric':
      return `${error.operation}: ${position([error.row, error.col])} is ${error.actual}, but ${position([error.col, error.row])} is ${error.expected}`
    case 'NonZeroDiagonal':
      return `${error.operation}: ${position([error.index, error.index])} is ${error.actual}, but the diagonal must be 0`
    case 'Empty':
      return error.actual === 0
        ? `${error.operation}: there are no entries`
        : `${error.operation}: each of the ${error.actual} entries is -Infinity`
    case 'OutOfRange':
      return `${error.operation}: expected ${error.expected}, got ${error.actual}`
    case 'Singular':
      return `${error.operation}: the matrix is singular up to rounding (condition ${error.condition})`
    case 'NotPositiveDefinite':
      return `${error.operation}: the matrix is not positive definite: pivot ${error.index} is ${error.actual}`
    case 'Dependent':
      return `${error.operation}: column ${error.column} is a combination of those before it`
    case 'NotOrthonormal':
      return `${error.operation}: the product of columns ${error.columns.join(' and ')} is ${error.actual}, not ${error.expected}`
    case 'NotNormalised':
      return `${error.operation}: the entries add up to ${error.actual}, not ${error.expected}`
    case 'Overflow':
      return `${error.operation}: the result is too large for a float64`
    case 'NotConverged':
      return `${error.operation}: the iteration did not converge`
  }
}
