/**
 * Dummy augmentation: halves made longer, so that every pair is recalled.
 *
 * Definitions: to each half a row of a Hadamard matrix is appended, another one for each pair, and as often as it takes:
 *              rows are orthogonal, so a half becomes more like itself and no more like any other.
 * Convention:  added units come last. Who shows an augmented memory the original components alone leaves the added ones
 *              missing; the guarantee is for whole halves.
 * Laws:        bam_stored_of_augmentation
 * References:  Wang, Cruz and Mulligan (1990, 1991), "dummy augmentation".
 */
import { either as E, function as F } from 'fp-ts'
import { Overlap, Pattern } from '@engram/associative-memory'
import { Hadamard, Matrix } from '@engram/linalg'
import * as Bam from './Bam.js'
import type { BamError } from './BamError.js'
import * as Pair from './Pair.js'

export interface Augmented {
  readonly pairs: ReadonlyArray<Bam.StoredPair>
  /** How many units the halves had, and how many they have got. */
  readonly sizes: Pair.Sizes
  readonly added: Pair.Sizes
}

const dot = (a: Pattern.Pattern, b: Pattern.Pattern): number =>
  E.getOrElse(() => NaN)(Overlap.dot(Pattern.toBipolar(a))(Pattern.toBipolar(b)))

/** How far the overlaps with the others, taken together, reach beyond what a half has of its own. */
const lack = (halves: ReadonlyArray<Pattern.Pattern>): number =>
  halves.reduce(
    (most, a, p) =>
      Math.max(most, halves.reduce((sum, b, q) => (p === q ? sum : sum + Math.abs(dot(a, b))), 0) - a.length),
    -1,
  )

const extended = (half: Pattern.Pattern, extra: ReadonlyArray<number>): Pattern.Pattern => {
  const long = Pattern.unsafePattern('Bipolar', Int8Array.from([...Pattern.toBipolar(half).data, ...extra]))
  return Pattern.isBipolar(half) ? long : Pattern.toBinary(long)
}

const lengthen = (halves: ReadonlyArray<Pattern.Pattern>): ReadonlyArray<Pattern.Pattern> => {
  const order = Math.ceil(Math.log2(Math.max(1, halves.length)))
  const rows = Matrix.toRows(Hadamard.sylvester(order))
  const times = Math.floor(lack(halves) / 2 ** order) + 1
  return halves.map((half, p) => extended(half, Array.from({ length: times }, () => rows[p] ?? []).flat()))
}

/**
 * The pairs with as many units added to each half as make all of them equilibria of their Hebbian memory.
 *
 * Formula:  k = 1 + ⌊maxₚ(Σ_{q≠p}|s(p)·s(q)| − n) / L⌋ copies of row p of the Hadamard matrix of order L = 2^⌈log₂P⌉;
 *           none where that is 0. The same for t
 * Requires: bipolar units, thresholds 0
 * Errors:   Empty, SizeMismatch, EncodingMismatch
 * Cost:     O(P²·(n + m)); adds fewer than P·(n + 2) units to a half of n
 * Laws:     bam_stored_of_augmentation
 * Source:   Wang, Cruz and Mulligan (1990), with Hadamard rows for the dummies
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Augmentation } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, 1])),
 *   E.apS('y0', Pattern.bipolar([1, -1])),
 *   E.apS('y1', Pattern.bipolar([1, 1])),
 *   E.chainW(({ x, y0, y1 }) => Augmentation.augment([{ x, y: y0 }, { x, y: y1 }])),
 *   E.map(({ added, pairs }) => [added, pairs.map((pair) => Pattern.toArray(pair.x))]),
 * ) // => E.right([{ x: 2, y: 0 }, [[1, 1, 1, 1], [1, 1, 1, -1]]])
 * ```
 */
export const augment = (pairs: ReadonlyArray<Bam.StoredPair>): E.Either<BamError, Augmented> =>
  F.pipe(
    pairs,
    Bam.shapeOf('Augmentation.augment'),
    E.map(({ sizes }) => {
      const xs = lengthen(pairs.map(({ x }) => x))
      const ys = lengthen(pairs.map(({ y }) => y))
      return {
        pairs: pairs.map(({ x, y }, p) => ({ x: xs[p] ?? x, y: ys[p] ?? y })),
        sizes,
        added: { x: (xs[0]?.length ?? 0) - sizes.x, y: (ys[0]?.length ?? 0) - sizes.y },
      }
    }),
  )

/** A pair without the units that were added. */
export const strip =
  ({ sizes }: { readonly sizes: Pair.Sizes }) =>
  ({ x, y }: Pair.Pair): Pair.Pair => {
    const cut = (state: Pair.State, size: number): Pair.State =>
      Pair.unsafeState(state._tag === 'Binary' ? 'binary' : 'bipolar', Int8Array.from(state.data).slice(0, size))
    return { x: cut(x, sizes.x), y: cut(y, sizes.y) }
  }
