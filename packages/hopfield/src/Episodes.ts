/**
 * Episodic memory: a stream of episodes, each met once, and called up by a fragment.
 *
 * Definitions: an episode is a random pattern; its age is how many came after it. A fragment shows a share of its units,
 *              the others are drawn at random; the network then runs until it rests. The forgetting curve tells how much
 *              is recalled at each age.
 * Convention:  a simulation of independent trials, each with its own episodes; the seed is part of the experiment, and
 *              the same experiment gives the same curve on every platform.
 * Laws:        episodes_remembered, episodes_fill
 * References:  Nadal, Toulouse, Changeux and Dehaene (1986); Marr (1971) for the hippocampus as such a memory.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Census, Corruption, Overlap, Pattern, Schedule } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import type { Network } from './Network.js'
import { learn } from './Palimpsest.js'
import { freshSeed } from './randomRun.js'
import { recall, type Recall } from './Recall.js'

/** What is to be tried. */
export interface Experiment {
  readonly seed: number
  readonly units: number
  readonly episodes: number
  readonly trials: number
  /** The bound of the weights; ∞ is plain Hebb. */
  readonly bound: number
  /** Which share of its units a fragment shows: ¾ by default. */
  readonly shown?: number
  /** Which ages are asked for: all by default. */
  readonly ages?: ReadonlyArray<number>
}

/** What was recalled of episodes of an age. */
export interface Remembered {
  readonly age: number
  readonly trials: number
  /** In how many trials the run ended in the episode itself. */
  readonly recalled: number
  readonly share: number
  /** Wilson's, of 95 %. */
  readonly interval: readonly [number, number]
  /** The mean overlap of the end state with the episode. */
  readonly overlap: number
}

/** A cue with each missing component drawn at random. Laws: episodes_fill */
export const fill = (cue: Pattern.Cue): S.State<Random.Random, Pattern.Bipolar> =>
  S.map((signs: ReadonlyArray<number>) =>
    Pattern.unsafePattern(
      'Bipolar',
      Int8Array.from(cue.data, (component, i) => (component === 0 ? (signs[i] ?? 1) : component)),
    ),
  )(Random.signs(cue.length))

const defaultMaxSweeps = 100

/**
 * What a fragment calls up: its missing components are drawn at random, and the network runs from there.
 *
 * Errors: SizeMismatch, EncodingMismatch (the network is binary)
 * Cost:   one run
 */
export const cue =
  (network: Network) =>
  (fragment: Pattern.Cue): S.State<Random.Random, E.Either<HopfieldError, Recall>> =>
    F.pipe(
      fill(fragment),
      S.bindTo('start'),
      S.bind('seed', () => freshSeed),
      S.map(({ start, seed }) =>
        recall({ schedule: Schedule.shuffled(seed), maxSweeps: defaultMaxSweeps })(network)(start),
      ),
    )

const positive = (what: string, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value > 0
    ? E.right(value)
    : E.left(outOfRange(`Episodes.forgetting (${what})`, 'a positive whole number', value))

const range = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

const agesOf = ({ ages, episodes }: Experiment): E.Either<HopfieldError, ReadonlyArray<number>> => {
  const odd = ages?.find((age) => !Number.isInteger(age) || age < 0 || age >= episodes)
  return odd === undefined
    ? E.right(ages ?? range(episodes))
    : E.left(outOfRange('Episodes.forgetting (ages)', `an age from 0 to ${episodes - 1}`, odd))
}

const drawEpisodes = (count: number, size: number): S.State<Random.Random, ReadonlyArray<Pattern.Bipolar>> =>
  S.sequenceArray(
    range(count).map(() =>
      S.map((signs: ReadonlyArray<number>) => Pattern.unsafePattern('Bipolar', Int8Array.from(signs)))(
        Random.signs(size),
      ),
    ),
  )

type Drawn<A> = S.State<Random.Random, E.Either<HopfieldError, A>>

/** The overlap of an episode with what its fragment calls up. */
const overlapOf =
  (network: Network, hidden: Corruption.Fraction) =>
  (episode: Pattern.Bipolar): Drawn<number> =>
    F.pipe(
      Corruption.zero(hidden)(episode),
      S.chain(cue(network)),
      S.map(E.chain(({ state }: Recall): E.Either<HopfieldError, number> => Overlap.overlap(episode)(state))),
    )

/** The overlaps of what one network recalls with the episodes of the given ages. */
const trial = (
  { units, episodes, bound }: Experiment,
  hidden: Corruption.Fraction,
  ages: ReadonlyArray<number>,
): Drawn<ReadonlyArray<number>> =>
  F.pipe(
    drawEpisodes(episodes, units),
    S.chain((stream) =>
      F.pipe(
        learn({ bound })(stream),
        E.match(
          (error): Drawn<ReadonlyArray<number>> => S.of(E.left(error)),
          (network) => {
            const asked = ages.flatMap((age) => stream[episodes - 1 - age] ?? [])
            return S.map((answers: ReadonlyArray<E.Either<HopfieldError, number>>) => E.sequenceArray(answers))(
              S.traverseArray(overlapOf(network, hidden))(asked),
            )
          },
        ),
      ),
    ),
  )

/**
 * The forgetting curve of a memory with bounded weights.
 *
 * Errors:   OutOfRange (units, episodes, trials, bound, ages), NotAFraction (shown)
 * Cost:     trials times O(episodes·n²) to learn, and one run an age
 * Numerics: exact but for the means
 * Laws:     episodes_remembered
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Episodes } from '@engram/hopfield'
 *
 * const remembered = (bound: number) =>
 *   F.pipe(
 *     Episodes.forgetting({ seed: 1, units: 32, episodes: 24, trials: 10, bound, ages: [0, 23] }),
 *     E.map((curve) => curve.map(({ share }) => share)),
 *   )
 * remembered(1) // => E.right([1, 0])
 * remembered(Infinity) // => E.right([0, 0])
 * ```
 */
export const forgetting = (experiment: Experiment): E.Either<HopfieldError, ReadonlyArray<Remembered>> =>
  F.pipe(
    E.Do,
    E.apS('units', positive('units', experiment.units)),
    E.apS('episodes', positive('episodes', experiment.episodes)),
    E.apS('trials', positive('trials', experiment.trials)),
    E.apS('ages', agesOf(experiment)),
    E.apSW('hidden', Corruption.fraction(1 - (experiment.shown ?? 0.75))),
    E.chainW(({ trials, ages, hidden }) => {
      const all = S.sequenceArray(range(trials).map(() => trial(experiment, hidden, ages)))
      const [overlaps] = all(Random.fromSeed(experiment.seed))
      return F.pipe(
        E.sequenceArray(overlaps),
        E.map((table) =>
          ages.map((age, k) =>
            remembered(
              age,
              table.map((row) => row[k] ?? NaN),
            ),
          ),
        ),
      )
    }),
  )

const remembered = (age: number, overlaps: ReadonlyArray<number>): Remembered => {
  const trials = overlaps.length
  const recalled = overlaps.filter((overlap) => overlap === 1).length
  return {
    age,
    trials,
    recalled,
    share: recalled / trials,
    interval: Census.wilson(1.96)(recalled, trials),
    overlap: overlaps.reduce((total, overlap) => total + overlap, 0) / trials,
  }
}
