/**
 * How many random pairs a memory holds: measured, with the bound beside it.
 *
 * Definitions: random pairs are drawn and learnt, trial by trial, and those that are equilibria are counted. `bound` is
 *              Kosko's min(n, m), which is no promise: Hebb's rule holds far fewer, other training more.
 * Convention:  one seed for all trials of a plan; the same plan and rule always give the same counts.
 * Laws:        bam_capacity_counts
 * References:  Kosko (1988); Haines and Hecht-Nielsen (1988) for what random pairs allow; Wilson (1927).
 */
import { chainRec, either as E, function as F } from 'fp-ts'
import { Census, Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import type * as Bam from './Bam.js'
import { outOfRange, type BamError } from './BamError.js'
import * as Equilibrium from './Equilibrium.js'
import type { Sizes } from './Pair.js'

/** What is drawn: so many pairs of these sizes, so many times. */
export interface Plan {
  readonly sizes: Sizes
  readonly pairs: number
  readonly trials: number
  readonly seed: number
}

export interface Measured {
  /** Pairs that were equilibria, of all that were learnt. */
  readonly held: number
  readonly learnt: number
  readonly share: number
  /** The true share, with 95 % confidence. */
  readonly interval: readonly [number, number]
  /** Trials in which every pair was an equilibrium. */
  readonly complete: number
}

/** Kosko's estimate of how many pairs a memory holds at most: min(n, m). */
export const bound = ({ x, y }: Sizes): number => Math.min(x, y)

/** One half of n components, drawn by lot. */
const half = (signs: ReadonlyArray<number>): Pattern.Bipolar => Pattern.unsafePattern('Bipolar', Int8Array.from(signs))

/** So many pairs drawn by lot. Cost: O(P·(n + m)) */
export const draw =
  (count: number, { x: n, y: m }: Sizes) =>
  (random: Random.Random): readonly [ReadonlyArray<Bam.StoredPair>, Random.Random] => {
    const [signs, next] = Random.signs(count * (n + m))(random)
    const pairs = Array.from({ length: count }, (_, p) => {
      const from = p * (n + m)
      return { x: half(signs.slice(from, from + n)), y: half(signs.slice(from + n, from + n + m)) }
    })
    return [pairs, next]
  }

interface Progress {
  readonly done: number
  readonly random: Random.Random
  readonly held: number
  readonly complete: number
}

const positive = ({ sizes, pairs, trials }: Plan): E.Either<BamError, void> => {
  const odd = [sizes.x, sizes.y, pairs, trials].find((each) => !(Number.isInteger(each) && each > 0))
  return odd === undefined ? E.right(undefined) : E.left(outOfRange('Capacity.measure', 'whole numbers from 1', odd))
}

/**
 * How many random pairs are held by what a rule learns from them.
 *
 * Errors: OutOfRange (sizes and counts from 1), and those of the rule
 * Cost:   one learning and P questions a trial
 * Laws:   bam_capacity_counts
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Bam, Capacity } from '@engram/bam'
 *
 * const plan = { sizes: { x: 32, y: 32 }, pairs: 4, trials: 25, seed: 7 }
 * F.pipe(Capacity.measure(Bam.fromPairs({}))(plan), E.map(({ held, learnt }) => [held, learnt])) // => E.right([98, 100])
 * ```
 */
export const measure =
  (learn: (pairs: ReadonlyArray<Bam.StoredPair>) => E.Either<BamError, Bam.Bam>) =>
  (plan: Plan): E.Either<BamError, Measured> => {
    const trial = (progress: Progress): E.Either<BamError, Progress> => {
      const [pairs, random] = draw(plan.pairs, plan.sizes)(progress.random)
      return F.pipe(
        learn(pairs),
        E.chain((bam) => E.traverseArray(Equilibrium.isEquilibrium(bam))(pairs)),
        E.map((rest) => {
          const held = rest.filter(Boolean).length
          return {
            done: progress.done + 1,
            random,
            held: progress.held + held,
            complete: progress.complete + (held === plan.pairs ? 1 : 0),
          }
        }),
      )
    }
    const step = (progress: Progress): E.Either<Progress, E.Either<BamError, Progress>> =>
      progress.done >= plan.trials
        ? E.right(E.right(progress))
        : E.match(
            (error: BamError): E.Either<Progress, E.Either<BamError, Progress>> => E.right(E.left(error)),
            (next: Progress) => E.left(next),
          )(trial(progress))
    return F.pipe(
      positive(plan),
      E.chain(() => chainRec.tailRec({ done: 0, random: Random.fromSeed(plan.seed), held: 0, complete: 0 }, step)),
      E.map(({ held, complete }) => {
        const learnt = plan.pairs * plan.trials
        return { held, learnt, share: held / learnt, interval: Census.wilson(1.96)(held, learnt), complete }
      }),
    )
  }
