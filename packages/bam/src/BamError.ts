/**
 * What can be wrong with input from outside, as data, and the one place where it becomes prose.
 */
import { MemoryError } from '@engram/associative-memory'

/** A binary pattern beside a bipolar one, or shown to a bipolar memory. */
export interface EncodingMismatch {
  readonly _tag: 'EncodingMismatch'
  readonly operation: string
  readonly expected: string
  readonly actual: string
}

/** Matrices that should be of one shape. */
export interface ShapeMismatch {
  readonly _tag: 'ShapeMismatch'
  readonly operation: string
  readonly expected: readonly [number, number]
  readonly actual: readonly [number, number]
}

export type BamError = EncodingMismatch | ShapeMismatch | MemoryError.MemoryError

// One by one, so that a bundle carries no prose for errors that nobody renders.
export const sizeMismatch = MemoryError.sizeMismatch
export const outOfRange = MemoryError.outOfRange
export const empty = MemoryError.empty

/** An error as one sentence that names what was expected and what came. */
export const render = (error: BamError): string => {
  switch (error._tag) {
    case 'SizeMismatch':
      return `${error.operation}: expected ${error.expected} units, got ${error.actual}`
    case 'EncodingMismatch':
      return `${error.operation}: expected ${error.expected}, got ${error.actual}`
    case 'ShapeMismatch':
      return `${error.operation}: expected ${error.expected.join(' × ')}, got ${error.actual.join(' × ')}`
    default:
      return MemoryError.render(error)
  }
}
