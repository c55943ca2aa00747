/**
 * How much of a random pattern comes back, at which load and from how far away: the measured side of `Capacity.meanField`.
 *
 * Definitions: a trial stores P fresh random patterns in n units by Hebb's rule, turns a share of the bits of one of them
 *              over, lets the network run, and takes the overlap m of the end with the pattern. The load is α = P/n. The
 *              basin is the greatest damage up to which at least half of the trials end near the pattern.
 * Convention:  near is an overlap of at least 0.7: for large n, ends have m ≥ 0.967 up to the critical load α ≈ 0.138, and
 *              are far from the pattern above it. One pattern a network is tried, so that trials are independent.
 *              A measurement is data: it goes on where it was left, in parts of any size.
 * Laws:        retention_resumes, retention_of_single
 * References:  Amit, Gutfreund and Sompolinsky (1987) for m(α); Forrest (1988) for basins.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Census, Corruption, Overlap, Pattern, Schedule } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { fromPatterns } from './Network.js'
import { freshSeed } from './randomRun.js'
import { recall } from './Recall.js'

/** What is to be tried. */
export interface Experiment {
  readonly seed: number
  readonly units: number
  readonly patterns: number
  /** The share of bits that are turned over before the run: 0 by default. */
  readonly damage?: number
  /** 100 by default. */
  readonly maxSweeps?: number
}

/** An experiment with the trials that it has had. */
export interface Measurement {
  readonly experiment: Experiment
  readonly random: Random.Random
  /** m of each trial, the first one first. */
  readonly overlaps: ReadonlyArray<number>
}

/** What trials tell. */
export interface Retained {
  /** α */
  readonly load: number
  readonly damage: number
  readonly trials: number
  /** The mean of m. */
  readonly overlap: number
  /** The standard deviation of that mean, from the spread of the trials. */
  readonly deviation: number
  /** In how many trials m was at least 0.7, and Wilson's interval of 95 % for their share. */
  readonly near: number
  readonly share: number
  readonly interval: readonly [number, number]
}

const near = 0.7

const whole = (what: string, least: number, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value >= least
    ? E.right(value)
    : E.left(outOfRange(`Retention.begin (${what})`, `a whole number of at least ${least}`, value))

/**
 * A measurement without trials.
 *
 * Errors: OutOfRange (units, patterns from 1, maxSweeps from 0), NotAFraction (damage)
 */
export const begin = (experiment: Experiment): E.Either<HopfieldError, Measurement> =>
  F.pipe(
    whole('units', 1, experiment.units),
    E.chain(() => whole('patterns', 1, experiment.patterns)),
    E.chain(() => whole('maxSweeps', 0, experiment.maxSweeps ?? 0)),
    E.chainW(() => Corruption.fraction(experiment.damage ?? 0)),
    E.map(() => ({ experiment, random: Random.fromSeed(experiment.seed), overlaps: [] })),
  )

const drawPatterns = (count: number, size: number): S.State<Random.Random, ReadonlyArray<Pattern.Bipolar>> =>
  S.map((signs: ReadonlyArray<number>) =>
    Array.from({ length: count }, (_, p) =>
      Pattern.unsafePattern('Bipolar', Int8Array.from(signs.slice(p * size, (p + 1) * size))),
    ),
  )(Random.signs(count * size))

/** The overlap of the first of these patterns with what its damaged copy calls up. */
const overlapOf = (
  patterns: ReadonlyArray<Pattern.Bipolar>,
  start: Pattern.Bipolar,
  seed: number,
  maxSweeps: number,
): E.Either<HopfieldError, number> =>
  F.pipe(
    fromPatterns({ couplings: 'packed' })(patterns),
    E.chain((network) => recall({ schedule: Schedule.shuffled(seed), maxSweeps })(network)(start)),
    E.chain(({ state }): E.Either<HopfieldError, number> => Overlap.overlap(patterns[0] ?? start)(state)),
  )

const trial = ({
  damage = 0,
  maxSweeps = 100,
  patterns: count,
  units,
}: Experiment): S.State<Random.Random, E.Either<HopfieldError, number>> =>
  F.pipe(
    drawPatterns(count, units),
    S.bindTo('patterns'),
    S.bind('start', ({ patterns: [first = Pattern.unsafePattern('Bipolar', new Int8Array(units))] }) =>
      F.pipe(
        Corruption.fraction(damage),
        E.match(
          () => S.of<Random.Random, Pattern.Bipolar>(first),
          (share) => Corruption.flip(share)(first),
        ),
      ),
    ),
    S.bind('seed', () => freshSeed),
    S.map(({ patterns, start, seed }) => overlapOf(patterns, start, seed, maxSweeps)),
  )

/**
 * So many trials more.
 *
 * Requires: a natural number of trials
 * Cost:     a trial O(P·n) and one run of packed patterns
 * Laws:     retention_resumes
 */
export const go =
  (trials: number) =>
  ({ experiment, overlaps, random }: Measurement): E.Either<HopfieldError, Measurement> => {
    const [drawn, next] = S.sequenceArray(Array.from({ length: trials }, () => trial(experiment)))(random)
    return E.map((more: ReadonlyArray<number>) => ({ experiment, random: next, overlaps: [...overlaps, ...more] }))(
      E.sequenceArray(drawn),
    )
  }

/** What a measurement tells so far. */
export const told = ({ experiment, overlaps }: Measurement): Retained => {
  const { damage = 0, patterns, units } = experiment
  const trials = overlaps.length
  const overlap = overlaps.reduce((sum, m) => sum + m, 0) / trials
  const spread = overlaps.reduce((sum, m) => sum + (m - overlap) ** 2, 0) / Math.max(1, trials - 1)
  const home = overlaps.filter((m) => m >= near).length
  return {
    load: patterns / units,
    damage,
    trials,
    overlap,
    deviation: Math.sqrt(spread / trials),
    near: home,
    share: home / trials,
    interval: Census.wilson(1.96)(home, trials),
  }
}

/**
 * The whole experiment at once.
 *
 * Requires: a natural number of trials
 * Errors:   OutOfRange (units, patterns, maxSweeps), NotAFraction (damage)
 * Cost:     that of the trials
 * Numerics: the same experiment gives the same overlaps on every platform
 * Laws:     retention_resumes, retention_of_single
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Retention } from '@engram/hopfield'
 *
 * const share = (patterns: number) =>
 *   E.map(({ share }: Retention.Retained) => share)(Retention.measure(10)({ seed: 1, units: 200, patterns, damage: 0.1 }))
 * share(10) // => E.right(1)
 * share(60) // => E.right(0.1)
 * ```
 */
export const measure =
  (trials: number) =>
  (experiment: Experiment): E.Either<HopfieldError, Retained> =>
    F.pipe(begin(experiment), E.chain(go(trials)), E.map(told))

/** How a share of damage, ascending, is undone, and the greatest up to which at least half of the trials do it. */
export interface Basin {
  readonly size: number
  readonly points: ReadonlyArray<Retained>
}

/**
 * The size of the basins at a load: 0 if patterns are lost even where nothing is turned over.
 *
 * Requires: damages in ascending order
 * Errors:   as `measure`
 * Cost:     that of the trials, for each damage
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Retention } from '@engram/hopfield'
 *
 * const size = (patterns: number) =>
 *   E.map(({ size }: Retention.Basin) => size)(
 *     Retention.basin(10, [0.1, 0.2, 0.3, 0.4])({ seed: 1, units: 200, patterns }),
 *   )
 * size(4) // => E.right(0.4)
 * size(20) // => E.right(0.3)
 * ```
 */
export const basin =
  (trials: number, damages: ReadonlyArray<number>) =>
  (experiment: Omit<Experiment, 'damage'>): E.Either<HopfieldError, Basin> =>
    F.pipe(
      damages,
      E.traverseArray((damage) => measure(trials)({ ...experiment, damage })),
      E.map((points) => {
        const lost = points.findIndex(({ share }) => share < 0.5)
        return { size: points[(lost < 0 ? points.length : lost) - 1]?.damage ?? 0, points }
      }),
    )
