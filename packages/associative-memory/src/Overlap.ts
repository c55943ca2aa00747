/**
 * How alike two patterns are.
 *
 * Definitions: dot product s·y, overlap m = s·y / n, Hamming distance (number of components that differ).
 * Laws:        hamming_eq_overlap, hamming_metric
 * References:  Amit, Gutfreund and Sompolinsky (1985) for m; Hamming (1950).
 */
import { either as E } from 'fp-ts'
import * as Compare from './kernels/compare.js'
import { sizeMismatch, type MemoryError } from './MemoryError.js'
import type { Pattern, Signal } from './Pattern.js'

const together =
  (operation: string, kernel: (a: Signal['data'], b: Signal['data'], n: number) => number) =>
  (a: Signal) =>
  (b: Signal): E.Either<MemoryError, number> =>
    a.length === b.length
      ? E.right(kernel(a.data, b.data, a.length))
      : E.left(sizeMismatch(operation, a.length, b.length))

/** The dot product s·y. Numerics: exact for patterns. Errors: SizeMismatch. Cost: O(n) */
export const dot: (a: Signal) => (b: Signal) => E.Either<MemoryError, number> = together('Overlap.dot', Compare.dot)

/**
 * The overlap m = s·y / n: 1 for equal bipolar patterns, −1 for reversed ones, 0 for orthogonal ones.
 *
 * Requires: bipolar patterns, for the reading above
 * Errors:   SizeMismatch
 * Cost:     O(n)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Overlap, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('s', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('y', Pattern.bipolar([-1, 1, 1, -1])),
 *   E.chain(({ s, y }) => Overlap.overlap(s)(y)),
 * ) // => E.right(0.5)
 * ```
 */
export const overlap =
  (a: Signal) =>
  (b: Signal): E.Either<MemoryError, number> =>
    E.map((product: number) => product / a.length)(dot(a)(b))

/**
 * The number of components in which two patterns differ.
 *
 * Formula: (n − s·y) / 2 for bipolar patterns
 * Errors:  SizeMismatch
 * Cost:    O(n)
 */
export const hamming: (a: Pattern) => (b: Pattern) => E.Either<MemoryError, number> = together(
  'Overlap.hamming',
  Compare.differences,
)
