/**
 * Exponential bidirectional memories: pairs weighed by a power of how like they are, as dense memories weigh patterns.
 *
 * Definitions: each stored pair speaks with the weight cₚ = b^kₚ, b > 1. With `exponent: 'both'`, kₚ = s(p)·x + t(p)·y, and
 *              E = −log_b Σₚ b^(s(p)·x + t(p)·y) never rises: the sum is convex, and a layer moves along its gradient.
 *              With `'other'`, as the memory was first published, a layer weighs pairs by the other layer alone,
 *              kₚ = s(p)·x for Y and t(p)·y for X; then E may rise.
 * Convention:  weights are reckoned from the largest, so nothing overflows; what is 2¹⁰⁷⁴ times smaller counts as 0.
 *              bipolar units, no thresholds. Units of Y are numbered after those of X.
 * Laws:        exponential_energy_le, exponential_stored_of_distance, exponential_eq_reference
 * References:  Jeng, Yeh and Chiueh (1990), "Exponential bidirectional associative memory"; Wang and Lee (1995) for both
 *              layers in the exponent.
 */
import { either as E, function as F } from 'fp-ts'
import { Overlap, Pattern, Tie, type UnitMemory } from '@engram/associative-memory'
import * as Bam from './Bam.js'
import { outOfRange, type BamError } from './BamError.js'
import { attraction, transpose } from './kernels/exponential.js'
import type { Sizes } from './Pair.js'
import { recallWith, type Options, type Probe, type Recall } from './Recall.js'

/** By what a layer weighs the pairs. */
export type Exponent = 'both' | 'other'

export interface Exponential {
  readonly _tag: 'ExponentialBam'
  readonly sizes: Sizes
  readonly encoding: 'bipolar'
  readonly tie: Tie.Tie
  /** b */
  readonly base: number
  readonly exponent: Exponent
  readonly pairs: ReadonlyArray<{ readonly x: Pattern.Bipolar; readonly y: Pattern.Bipolar }>
}

export interface Storage {
  /** 2 by default. */
  readonly base?: number
  /** `both` by default. */
  readonly exponent?: Exponent
  readonly tie?: Tie.Tie
}

/**
 * A memory that keeps pairs and weighs them exponentially; binary pairs are taken for their signs.
 *
 * Errors: Empty, SizeMismatch, EncodingMismatch, OutOfRange (a base that is not above 1)
 * Cost:   O(P·(n + m))
 * Laws:   exponential_stored_of_distance
 */
export const fromPairs =
  ({ base = 2, exponent = 'both', tie = 'keep' }: Storage) =>
  (pairs: ReadonlyArray<Bam.StoredPair>): E.Either<BamError, Exponential> =>
    F.pipe(
      pairs,
      Bam.shapeOf('Exponential.fromPairs'),
      E.filterOrElseW(
        () => base > 1 && Number.isFinite(base),
        () => outOfRange('Exponential.fromPairs (base)', 'a finite base above 1', base),
      ),
      E.map(({ sizes }) => ({
        _tag: 'ExponentialBam',
        sizes,
        encoding: 'bipolar',
        tie,
        base,
        exponent,
        pairs: pairs.map(({ x, y }) => ({ x: Pattern.toBipolar(x), y: Pattern.toBipolar(y) })),
      })),
    )

/** Exponential memories as an instance of the algebra of memories. */
export const units: UnitMemory.UnitMemory<Exponential> = {
  size: ({ sizes }) => sizes.x + sizes.y,
  encoding: () => 'bipolar',
  machine:
    ({ base, exponent, pairs, sizes, tie }) =>
    (state) => {
      const columns = new Int8Array(state.length * pairs.length)
      transpose(
        columns,
        pairs.map(({ x }) => x),
        0,
        sizes.x,
      )
      transpose(
        columns,
        pairs.map(({ y }) => y),
        sizes.x,
        sizes.y,
      )
      const { at, logSum, moved, reset } = attraction(columns, state, sizes.x, pairs.length, base, exponent === 'both')
      const energy = (): number => 0 - logSum()
      return {
        size: state.length,
        state,
        field: at,
        // By moving there and back: the state is not what the sums go by, only what they are told of.
        rise: (unit, delta) => {
          const before = energy()
          moved(unit, delta)
          const after = energy()
          moved(unit, -delta)
          return after - before
        },
        moved,
        reset,
        energy,
        next: Tie.activate('bipolar', tie),
      }
    },
}

/**
 * Runs an exponential memory from what is known of a pair.
 *
 * Errors:   Empty (nothing known), SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     O(P·(n + m)) a sweep, and O(P) a flip
 * Numerics: fields are exact for a base that is a power of two while exponents lie within 52 of the largest
 * Laws:     exponential_eq_reference, exponential_energy_le
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Exponential } from '@engram/bam'
 *
 * // Three names for four cells: more than a Hebbian memory of these sizes can hold.
 * const rows = (values: ReadonlyArray<ReadonlyArray<number>>) => E.sequenceArray(values.map(Pattern.bipolar))
 * F.pipe(
 *   E.Do,
 *   E.apS('xs', rows([[1, 1, 1, 1], [1, 1, 1, -1], [1, 1, -1, 1]])),
 *   E.apS('ys', rows([[1, 1], [1, -1], [-1, 1]])),
 *   E.bindW('x', ({ xs }) => E.fromNullable('none')(xs[1])),
 *   E.bindW('memory', ({ xs, ys }) =>
 *     Exponential.fromPairs({})(xs.flatMap((x, p) => (ys[p] === undefined ? [] : [{ x, y: ys[p] }]))),
 *   ),
 *   E.chainW(({ memory, x }) => Exponential.recall({})(memory)({ x })),
 *   E.map(({ pair }) => Pattern.toArray(pair.y)),
 * ) // => E.right([1, -1])
 * ```
 */
export const recall: (options: Options) => (memory: Exponential) => (probe: Probe) => E.Either<BamError, Recall> =
  recallWith('Exponential.recall', units)

const differing = (a: Pattern.Pattern, b: Pattern.Pattern): number => E.getOrElse(() => NaN)(Overlap.hamming(a)(b))

/**
 * Whether the pairs are so far apart that all of them are held, both layers taken together.
 *
 * Formula: Σ_{q≠p} b^(−2H(p, q)) < 1 for every p, H counting the components of both halves that differ
 * Cost:    O(P²·(n + m))
 * Laws:    exponential_stored_of_distance
 */
export const areApart = ({ base, exponent, pairs }: Exponential): boolean =>
  pairs.every((a, p) => {
    const noise = (distance: (b: (typeof pairs)[number]) => number): number =>
      pairs.reduce((sum, b, q) => (p === q ? sum : sum + base ** (-2 * distance(b))), 0)
    const x = (b: (typeof pairs)[number]): number => differing(a.x, b.x)
    const y = (b: (typeof pairs)[number]): number => differing(a.y, b.y)
    return exponent === 'both' ? noise((b) => x(b) + y(b)) < 1 : noise(x) < 1 && noise(y) < 1
  })
