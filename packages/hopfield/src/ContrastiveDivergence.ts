/**
 * Learning for restricted Boltzmann machines without knowing Z: the model is asked for by a few steps of sampling.
 *
 * Definitions: the slope of the log-likelihood is ⟨vᵢhⱼ⟩data − ⟨vᵢhⱼ⟩model. CD-k puts the k-th step of a chain that begins in
 *              the data in the place of the model; persistent CD lets the chains go on from update to update.
 * Convention:  a `Learner` is all that learning needs to go on, the generator included: it can be put aside and taken up
 *              again, and comes to the same bits. Chains are always sampled; what is counted at their ends may be a sample or
 *              a probability (mean field), by option.
 * Laws:        cd_expectation
 * References:  Hinton (2002); Tieleman (2008); Hinton (2012), "A practical guide to training restricted Boltzmann machines".
 */
import { either as E, function as F, state as S } from 'fp-ts'
import type { Pattern } from '@engram/associative-memory'
import { Random, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { tally } from './kernels/rbm.js'
import { mirror, toss, unsafeChances, unsafeGibbs, type Rbm } from './Rbm.js'
import { along, fittingData, sumsFor, toStatistics } from './RbmLikelihood.js'

/** What is counted of a unit: its probability, or what was drawn with it. */
export type Counted = 'mean' | 'sampled'

export interface Options {
  /** k, 1 at least. */
  readonly steps: number
  /** η */
  readonly rate: number
  /** Of hidden units, in the data and at the ends of chains; `mean` by default. */
  readonly hidden?: Counted
  /** Of visible units at the ends of chains; `sampled` by default. */
  readonly visible?: Counted
  /** Whether chains go on from update to update instead of beginning in the data; not by default. */
  readonly persistent?: boolean
}

/** A machine that learns, between two updates. */
export interface Learner {
  readonly rbm: Rbm
  readonly random: Random.Random
  /** Where the chains of persistent CD stand; empty before the first update. */
  readonly particles: ReadonlyArray<Pattern.Binary>
}

/** A learner that has seen nothing. */
export const begin =
  (seed: number) =>
  (rbm: Rbm): Learner => ({ rbm, random: Random.fromSeed(seed), particles: [] })

const allowed = ({ steps, rate }: Options): E.Either<HopfieldError, void> => {
  const operation = 'ContrastiveDivergence.update'
  if (!(Number.isSafeInteger(steps) && steps >= 1))
    return E.left(outOfRange(`${operation} (steps)`, 'a whole number of 1 or more', steps))
  return Number.isFinite(rate) ? E.right(undefined) : E.left(outOfRange(`${operation} (rate)`, 'a finite rate', rate))
}

/** What is counted of the layer with these probabilities. */
const counted =
  (how: Counted) =>
  (chances: Float64Array): S.State<Random.Random, ReadonlyFloat64> =>
    how === 'mean'
      ? S.of(chances)
      : F.pipe(
          toss(Vector.unsafeFromFloat64(chances)),
          S.map(({ data }) => data),
        )

/** The end of a chain: what is counted there, and where it stands. */
interface End {
  readonly v: ReadonlyFloat64
  readonly h: ReadonlyFloat64
  readonly particle: Pattern.Binary
}

const follow =
  ({ steps, hidden = 'mean', visible = 'sampled' }: Options, rbm: Rbm, mirrored: Rbm) =>
  (start: Pattern.Binary): S.State<Random.Random, End> =>
    F.pipe(
      unsafeGibbs(steps - 1, rbm, mirrored)(start),
      S.chain((v) => toss(Vector.unsafeFromFloat64(unsafeChances(rbm, v.data)))),
      S.map((h) => unsafeChances(mirrored, h.data)),
      S.chain((chances) =>
        F.pipe(
          toss(Vector.unsafeFromFloat64(chances)),
          S.chain((particle) => {
            const v = visible === 'mean' ? chances : particle.data
            return F.pipe(
              counted(hidden)(unsafeChances(rbm, v)),
              S.map((h) => ({ v, h, particle })),
            )
          }),
        ),
      ),
    )

/**
 * One update from a batch of data.
 *
 * Formula:  W ← W + η (⟨vhᵀ⟩data − ⟨vhᵀ⟩chains), a ← a + η (⟨v⟩data − ⟨v⟩chains), b likewise
 * Requires: for persistent CD, as many chains as the first batch has patterns
 * Errors:   Empty, SizeMismatch, OutOfRange (steps, rate)
 * Cost:     O(k · visible · hidden) a pattern
 * Laws:     cd_expectation
 * Source:   Hinton (2002), eq. 6; Tieleman (2008), §2.3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { ContrastiveDivergence, Rbm } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apSW('seen', Pattern.binary([1, 1, 0])),
 *   E.bindW('machine', () => Rbm.random({ visible: 3, hidden: 2, deviation: 0.1 })(1)),
 *   E.chainW(({ machine, seen }) =>
 *     ContrastiveDivergence.update({ steps: 1, rate: 0.5 })([seen])(ContrastiveDivergence.begin(1)(machine)),
 *   ),
 *   E.map(({ rbm }) => (rbm.visibleBias.data[2] ?? 1) <= 0),
 * ) // => E.right(true)
 * ```
 */
export const update =
  (options: Options) =>
  (data: ReadonlyArray<Pattern.Binary>) =>
  ({ rbm, random, particles }: Learner): E.Either<HopfieldError, Learner> =>
    F.pipe(
      data,
      fittingData('ContrastiveDivergence.update', rbm),
      E.chainFirst(() => allowed(options)),
      E.map((shown) => {
        const starts = options.persistent === true && particles.length > 0 ? particles : shown
        const sums = sumsFor(rbm)
        const positive = S.traverseArray(({ data: v }: Pattern.Binary) =>
          counted(options.hidden ?? 'mean')(unsafeChances(rbm, v)),
        )(shown)
        const [[hiddens, ends], next] = F.pipe(
          positive,
          S.chain((hiddens) =>
            F.pipe(
              starts,
              S.traverseArray(follow(options, rbm, mirror(rbm))),
              S.map((ends) => [hiddens, ends] as const),
            ),
          ),
        )(random)
        shown.forEach(({ data: v }, k) => tally(sums, v, hiddens[k] ?? [], 1 / shown.length))
        ends.forEach(({ v, h }) => tally(sums, v, h, -1 / ends.length))
        return {
          rbm: along(options.rate)(toStatistics(sums))(rbm),
          random: next,
          particles: options.persistent === true ? ends.map(({ particle }) => particle) : [],
        }
      }),
    )
