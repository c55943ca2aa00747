/**
 * Sleep: a network relaxes from random states, and unlearns a little of whatever it comes to.
 *
 * Definitions: a dream runs from a random state to rest in y, and takes ε (y yᵀ − I) from the weights. What attracts most
 *              is dreamt most, and so loses most: spurious states first, since they have much of the state space; then
 *              the stored patterns are recalled better, and more of them. Dreaming on destroys them too.
 * Convention:  with unnormalised weights, ε times the number of dreams near P/2 helps most; near P nothing is left. A dream
 *              that does not come to rest unlearns nothing. A sleep holds its generator, so that it can be interrupted.
 * Laws:        sleep_eq_dreams, sleep_resumes, dream_energy, dream_margin, dream_orthogonal, dream_exhausts
 * References:  Hopfield, Feinstein and Palmer (1983), "'Unlearning' has a stabilizing effect in collective memories";
 *              Crick and Mitchison (1983) for dreams; van Hemmen (1997) for how much is useful.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { isFixedPoint } from './LocalField.js'
import { fromPatterns, toDense, type Network, type State } from './Network.js'
import * as Online from './Online.js'
import { freshSeed, randomRun } from './randomRun.js'
import * as Spurious from './Spurious.js'

/** A network asleep. */
export interface Sleep {
  readonly network: Network
  readonly random: Random.Random
  /** How many dreams it has had. */
  readonly dreams: number
}

export interface Options {
  /** ε. Powers of two keep whole weights exact. */
  readonly amount: number
  /** 1000 by default. */
  readonly maxSweeps?: number
}

/** What was dreamt, and the sleep that goes on. */
export interface Dreamt {
  readonly state: State
  /** Whether the dream came to rest, and was unlearnt. */
  readonly rested: boolean
  readonly sleep: Sleep
}

/** A network about to dream; its weights are written down. Cost: O(n²) */
export const fallAsleep =
  (seed: number) =>
  (network: Network): Sleep => ({ network: toDense(network), random: Random.fromSeed(seed), dreams: 0 })

const defaultMaxSweeps = 1000

const checked = (operation: string, { amount, maxSweeps = defaultMaxSweeps }: Options) => {
  if (!(amount > 0 && Number.isFinite(amount)))
    return E.left(outOfRange(`${operation} (amount)`, 'a positive finite number', amount))
  return natural(`${operation} (maxSweeps)`, maxSweeps)
}

const natural = (operation: string, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value >= 0 ? E.right(value) : E.left(outOfRange(operation, 'a natural number', value))

/**
 * One dream.
 *
 * Formula:  W ← W − ε (y yᵀ − I), where y is the fixed point that a random state leads to
 * Errors:   OutOfRange (amount, maxSweeps)
 * Cost:     one run and O(n²)
 * Numerics: exact for whole weights and ε a power of two
 * Laws:     sleep_eq_dreams, dream_energy, dream_margin, dream_orthogonal, dream_exhausts
 * Source:   Hopfield, Feinstein and Palmer (1983)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Unlearning } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, -1]),
 *   E.chainW((stored) => Network.fromPatterns({})([stored])),
 *   E.map(Unlearning.fallAsleep(7)),
 *   E.chainW(Unlearning.dream({ amount: 0.25 })),
 *   E.map(({ sleep }) => Matrix.toRows(Network.weights(sleep.network))),
 * ) // => E.right([[0, 0.75, -0.75], [0.75, 0, -0.75], [-0.75, -0.75, 0]])
 * ```
 */
export const dream =
  (options: Options) =>
  (sleep: Sleep): E.Either<HopfieldError, Dreamt> =>
    F.pipe(
      checked('Unlearning.dream', options),
      E.chain((maxSweeps) => {
        const [{ state, outcome }, random] = randomRun(
          { network: sleep.network, input: undefined },
          maxSweeps,
        )(sleep.random)
        const rested = outcome._tag === 'FixedPoint'
        return F.pipe(
          rested ? Online.forget({ amount: options.amount })(state)(sleep.network) : E.right(sleep.network),
          E.map((network) => ({ state, rested, sleep: { network, random, dreams: sleep.dreams + 1 } })),
        )
      }),
    )

/**
 * So many dreams, one after another.
 *
 * Errors: OutOfRange (amount, maxSweeps, dreams)
 * Cost:   that of the dreams
 * Laws:   sleep_eq_dreams, sleep_resumes
 */
export const sleep =
  (options: Options & { readonly dreams: number }) =>
  (from: Sleep): E.Either<HopfieldError, Sleep> =>
    F.pipe(
      natural('Unlearning.sleep (dreams)', options.dreams),
      E.chain((dreams) =>
        Array.from({ length: dreams }).reduce<E.Either<HopfieldError, Sleep>>(
          (sleeping) =>
            F.pipe(
              sleeping,
              E.chain(dream(options)),
              E.map((dreamt) => dreamt.sleep),
            ),
          E.right(from),
        ),
      ),
    )

/**
 * A day and a night: new patterns are learnt, then so many dreams are unlearnt.
 *
 * Errors: SizeMismatch, EncodingMismatch, OutOfRange (amount, maxSweeps, dreams)
 * Cost:   O(P·n²), and that of the dreams
 * Laws:   sleep_eq_dreams
 */
export const cycle =
  (options: Options & { readonly dreams: number }) =>
  (patterns: ReadonlyArray<State>) =>
  (from: Sleep): E.Either<HopfieldError, Sleep> =>
    F.pipe(
      patterns.reduce<E.Either<HopfieldError, Network>>(
        (network, pattern) => E.chain(Online.imprint({})(pattern))(network),
        E.right(from.network),
      ),
      E.chain((network) => sleep(options)({ ...from, network })),
    )

/** What is to be tried. */
export interface Experiment {
  readonly seed: number
  readonly units: number
  readonly patterns: number
  /** ε. */
  readonly amount: number
  /** After how many dreams to look, ascending. */
  readonly dreams: ReadonlyArray<number>
  readonly trials: number
  /** How many random starts tell what the network is drawn to. */
  readonly runs: number
}

/** How a network does after so many dreams: means over the trials. */
export interface Rested {
  readonly dreams: number
  /** The share of stored patterns that are fixed points. */
  readonly stable: number
  /** The share of random starts that end in a stored pattern or its mirror. */
  readonly recalled: number
}

type Drawn<A> = S.State<Random.Random, E.Either<HopfieldError, A>>

const look =
  (patterns: ReadonlyArray<Pattern.Bipolar>, runs: number, dreams: number) =>
  ({ network }: Sleep) =>
  (seed: number): E.Either<HopfieldError, Rested> =>
    F.pipe(
      E.Do,
      E.apS('fixed', E.traverseArray(isFixedPoint(network))(patterns)),
      E.apS('sample', Spurious.sample({ seed, runs })(patterns)(network)),
      E.map(({ fixed, sample: { ends } }) => ({
        dreams,
        stable: fixed.filter((each) => each).length / patterns.length,
        recalled: ends.Stored.share + ends.Reversed.share,
      })),
    )

const drawPatterns = (count: number, size: number): S.State<Random.Random, ReadonlyArray<Pattern.Bipolar>> =>
  S.sequenceArray(
    Array.from({ length: count }, () =>
      S.map((signs: ReadonlyArray<number>) => Pattern.unsafePattern('Bipolar', Int8Array.from(signs)))(
        Random.signs(size),
      ),
    ),
  )

interface Watched {
  readonly sleep: Sleep
  readonly seen: ReadonlyArray<Rested>
}

const watch = (
  { amount, dreams, runs }: Experiment,
  patterns: ReadonlyArray<Pattern.Bipolar>,
  [sleepSeed, lookSeed]: readonly [number, number],
): E.Either<HopfieldError, ReadonlyArray<Rested>> =>
  F.pipe(
    fromPatterns({})(patterns),
    E.map((network): Watched => ({ sleep: fallAsleep(sleepSeed)(network), seen: [] })),
    (begun) =>
      dreams.reduce(
        (watched, until) =>
          F.pipe(
            watched,
            E.bindTo('before'),
            E.bind('sleep', ({ before }) => sleep({ amount, dreams: until - before.sleep.dreams })(before.sleep)),
            E.bind('rested', (now) => look(patterns, runs, until)(now.sleep)(lookSeed)),
            E.map(({ before, sleep, rested }): Watched => ({ sleep, seen: [...before.seen, rested] })),
          ),
        begun,
      ),
    E.map(({ seen }) => seen),
  )

const trial = (experiment: Experiment): Drawn<ReadonlyArray<Rested>> =>
  F.pipe(
    drawPatterns(experiment.patterns, experiment.units),
    S.bindTo('patterns'),
    S.bind('sleepSeed', () => freshSeed),
    S.bind('lookSeed', () => freshSeed),
    S.map(({ patterns, sleepSeed, lookSeed }) => watch(experiment, patterns, [sleepSeed, lookSeed])),
  )

const mean = (values: ReadonlyArray<number>): number =>
  values.reduce((total, value) => total + value, 0) / values.length

/**
 * How networks of random patterns do as they dream.
 *
 * Errors: Empty (no patterns), OutOfRange (amount, dreams that do not ascend, runs, trials)
 * Cost:   trials times the dreams, and so many runs at each look
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Unlearning } from '@engram/hopfield'
 *
 * F.pipe(
 *   Unlearning.curve({
 *     seed: 1, units: 32, patterns: 8, amount: 1 / 32, dreams: [0, 128, 512], trials: 2, runs: 10,
 *   }),
 *   E.map((looks) => looks.map(({ stable }) => stable)),
 * ) // => E.right([0.75, 1, 0])
 * ```
 */
export const curve = (experiment: Experiment): E.Either<HopfieldError, ReadonlyArray<Rested>> =>
  F.pipe(
    experiment.trials,
    E.fromPredicate(
      (trials) => Number.isInteger(trials) && trials > 0,
      (trials) => outOfRange('Unlearning.curve (trials)', 'a positive whole number', trials),
    ),
    E.chain((trials) => {
      const all = S.sequenceArray(Array.from({ length: trials }, () => trial(experiment)))
      return E.sequenceArray(all(Random.fromSeed(experiment.seed))[0])
    }),
    E.map((trials) =>
      experiment.dreams.map((dreams, k) => ({
        dreams,
        stable: mean(trials.map((looks) => looks[k]?.stable ?? NaN)),
        recalled: mean(trials.map((looks) => looks[k]?.recalled ?? NaN)),
      })),
    ),
  )
