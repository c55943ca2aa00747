/**
 * What can be wrong with input from outside, as data, and the one place where it becomes prose.
 */
import { MemoryError } from '@engram/associative-memory'

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

/** A coupling that is given more than once. */
export interface Repeated {
  readonly _tag: 'Repeated'
  readonly operation: string
  readonly expected: 'each coupling once'
  readonly actual: readonly [to: number, from: number]
}

export type HopfieldError = NotSquare | Repeated | EncodingMismatch | MemoryError.MemoryError

// One by one, so that a bundle carries no prose for errors that nobody renders.
export const sizeMismatch = MemoryError.sizeMismatch
export const outOfRange = MemoryError.outOfRange
export const empty = MemoryError.empty

/** An error as one sentence that names what was expected and what came. */
export const render = (error: HopfieldError): string => {
  switch (error._tag) {
    case 'SizeMismatch':
      return `${error.operation}: expected ${error.expected} units, got ${error.actual}`
    case 'NotSquare':
      return `${error.operation}: expected ${error.expected}, got ${error.actual.join(' × ')}`
    case 'Repeated':
      return `${error.operation}: expected ${error.expected}, got (${error.actual.join(', ')}) twice`
    case 'EncodingMismatch':
      return `${error.operation}: expected ${error.expected}, got ${error.actual}`
    default:
      return MemoryError.render(error)
  }
}
