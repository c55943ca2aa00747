/**
 * What became of a run, seen from the stored pairs.
 *
 * Definitions: verdict as of any memory (`Verdict`), of the pair as one state: `Stored`, `Reversed` (the complement),
 *              `Mixture`, `Spurious`, `Cycle`, `Exhausted`. A pair in which a unit is missing is none of the stored ones:
 *              it is spurious. Beside the verdict stand the overlaps with each stored pair, layer by layer.
 * Convention:  as in `Verdict`.
 * Laws:        bam_certificate
 */
import { either as E, function as F } from 'fp-ts'
import { Overlap, Pattern, Verdict } from '@engram/associative-memory'
import { shapeOf, type StoredPair } from './Bam.js'
import { sizeMismatch, type BamError } from './BamError.js'
import { isComplete, join, type Pair } from './Pair.js'
import type { Recall } from './Recall.js'

/** How like a stored pair is, from −1 to 1 in each layer. */
export interface Likeness {
  readonly x: number
  readonly y: number
}

/** The part of a run that is looked at. */
export type End = Pick<Recall, 'sizes' | 'pair' | 'outcome' | 'energies'>

export interface Certificate {
  readonly verdict: Verdict.Verdict
  /** With each stored pair. */
  readonly overlaps: ReadonlyArray<Likeness>
  /** How many units are missing. */
  readonly missing: { readonly x: number; readonly y: number }
  /** L at the end. */
  readonly energy: number
}

const missing = ({ _tag, data }: Pair['x']): number =>
  _tag === 'Cue' ? data.length - Array.from(data).filter(Boolean).length : 0

const bipolar = (state: Pair['x']): Pattern.Signal => (state._tag === 'Binary' ? Pattern.toBipolar(state) : state)

const likeness = (a: Pattern.Pattern, b: Pair['x']): number =>
  E.getOrElse(() => NaN)(Overlap.overlap(Pattern.toBipolar(a))(bipolar(b)))

const verdictOf = (pairs: ReadonlyArray<StoredPair>, { outcome, pair }: End): Verdict.Verdict => {
  if (outcome._tag !== 'FixedPoint')
    return outcome._tag === 'Cycle' ? { _tag: 'Cycle', period: outcome.period } : { _tag: 'Exhausted' }
  const state = join(pair)
  return isComplete(state) ? Verdict.ofState(pairs.map(join).filter(isComplete))(state) : { _tag: 'Spurious' }
}

/**
 * What became of a run.
 *
 * Errors: Empty, SizeMismatch, EncodingMismatch, of pairs that do not belong together or to the run
 * Cost:   O(P·(n + m)), and a few thousand comparisons with mixtures
 * Laws:   bam_certificate
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Certificate, Recall } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.bindTo('pair'),
 *   E.bindW('bam', ({ pair }) => Bam.fromPairs({})([pair])),
 *   E.bindW('recall', ({ bam, pair }) => Recall.recall({})(bam)({ x: Pattern.negate(pair.x) })),
 *   E.chainW(({ pair, recall }) => Certificate.certify([pair])(recall)),
 * ) // => E.right({ verdict: { _tag: 'Reversed', index: 0 }, overlaps: [{ x: -1, y: -1 }], missing: { x: 0, y: 0 }, energy: -8 })
 * ```
 */
export const certify =
  (pairs: ReadonlyArray<StoredPair>) =>
  (recall: End): E.Either<BamError, Certificate> =>
    F.pipe(
      pairs,
      shapeOf('Certificate.certify'),
      E.filterOrElseW(
        ({ sizes }) => sizes.x === recall.sizes.x && sizes.y === recall.sizes.y,
        ({ sizes }) =>
          sizes.x === recall.sizes.x
            ? sizeMismatch('Certificate.certify (y)', recall.sizes.y, sizes.y)
            : sizeMismatch('Certificate.certify (x)', recall.sizes.x, sizes.x),
      ),
      E.map(() => ({
        verdict: verdictOf(pairs, recall),
        overlaps: pairs.map((pair) => ({ x: likeness(pair.x, recall.pair.x), y: likeness(pair.y, recall.pair.y) })),
        missing: { x: missing(recall.pair.x), y: missing(recall.pair.y) },
        energy: recall.energies.at(-1) ?? NaN,
      })),
    )
