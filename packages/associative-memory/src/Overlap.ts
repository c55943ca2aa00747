/**
 * How alike two patterns are.
 *
 * Definitions: dot product s·y, overlap m = s·y / n, Hamming distance (number of components that differ).
 * Laws:        hamming_eq_overlap, hamming_metric, correlations_gram
 * References:  Amit, Gutfreund and Sompolinsky (1985) for m; Hamming (1950).
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import * as Compare from './kernels/compare.js'
import { allOfSize, firstOf, sizeMismatch, type MemoryError } from './MemoryError.js'
import type { Bipolar, Pattern, Signal } from './Pattern.js'

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

/**
 * The correlation matrix of patterns: how much each overlaps with each.
 *
 * Formula:  cₚq = s(p)·s(q) / n
 * Shapes:   P patterns [n] → [P, P]
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P²·n)
 * Laws:     correlations_gram
 */
export const correlations = (patterns: ReadonlyArray<Bipolar>): E.Either<MemoryError, Matrix.Matrix> =>
  F.pipe(
    firstOf('Overlap.correlations', 'at least one pattern')(patterns),
    E.map(({ length }) => length),
    E.chainFirst((n) => allOfSize('Overlap.correlations', n)(patterns)),
    E.map((n) => {
      const overlaps = patterns.flatMap((a) => patterns.map((b) => Compare.dot(a.data, b.data, n) / n))
      return Matrix.unsafeFromFloat64(patterns.length, patterns.length)(Float64Array.from(overlaps))
    }),
  )

/**
 * The mean Hamming distance of two different patterns of a list, as a share of the components.
 *
 * Formula:  the mean over p < q of d(s(p), s(q)) / n
 * Requires: at least two patterns; a single one is 0 from itself
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P²·n)
 * Source:   Fausett (1994) §3.5, where inputs and targets should have comparable ones
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Overlap, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.sequenceArray([Pattern.bipolar([-1, 1]), Pattern.bipolar([1, 1])]),
 *   E.chain(Overlap.meanHamming),
 * ) // => E.right(0.5)
 * ```
 */
export const meanHamming = (patterns: ReadonlyArray<Pattern>): E.Either<MemoryError, number> =>
  F.pipe(
    firstOf('Overlap.meanHamming', 'at least one pattern')(patterns),
    E.map(({ length }) => length),
    E.chainFirst((n) => allOfSize('Overlap.meanHamming', n)(patterns)),
    E.map((n) => {
      const distances = patterns.flatMap((a, p) =>
        patterns.slice(p + 1).map((b) => Compare.differences(a.data, b.data, n) / n),
      )
      return distances.length === 0 ? 0 : distances.reduce((total, each) => total + each, 0) / distances.length
    }),
  )
