/**
 * What an associative memory knows: a weight matrix and how many associations went into it.
 *
 * Definitions: memories add (`Monoid`), and the empty memory knows nothing. Learning is a homomorphism:
 *              the memory of two lists is the sum of their memories, so order does not matter and
 *              learning one by one equals learning all at once.
 * Convention:  weights are inputs × outputs and never divided by a count: integers stay integers.
 *              Adding memories of different sizes lets the smaller one have weight 0 to the units it never met.
 * Laws:        memory_monoid, hebbian_append
 */
import type { eq, monoid } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { addBlock } from './kernels/imprint.js'

export interface Memory {
  readonly _tag: 'Memory'
  readonly weights: Matrix.Matrix
  /** How many associations have been learnt. */
  readonly count: number
}

/** The memory of nothing. */
export const empty: Memory = { _tag: 'Memory', weights: Matrix.zeros(0, 0), count: 0 }

/** Both memories together: weights and counts add. Cost: O(nm) */
export const concat = (a: Memory, b: Memory): Memory => {
  const rows = Math.max(a.weights.rows, b.weights.rows)
  const cols = Math.max(a.weights.cols, b.weights.cols)
  const sum = new Float64Array(rows * cols)
  addBlock(sum, cols, a.weights.data, a.weights.rows, a.weights.cols)
  addBlock(sum, cols, b.weights.data, b.weights.rows, b.weights.cols)
  return { _tag: 'Memory', weights: Matrix.unsafeFromFloat64(rows, cols)(sum), count: a.count + b.count }
}

/** Memories under addition; commutative. */
export const Monoid: monoid.Monoid<Memory> = { concat, empty }

/** Equal weights, equal counts. */
export const Eq: eq.Eq<Memory> = {
  equals: (a, b) => a.count === b.count && Matrix.Eq.equals(a.weights, b.weights),
}
