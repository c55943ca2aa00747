/**
 * Who is it: identities told by noisy features.
 *
 * Definitions: each identity has a random vector of features and a random code for its name, both bipolar. A memory
 *              learns to answer features with codes; it is shown features with some turned over. A recall is exact if
 *              the code has no mistake, and right if the code of no other identity is as near to the answer.
 * References:  lecture M, applications of pattern association; Krauth and Mézard (1987) for the margin.
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Random, type Vector } from '@engram/linalg'
import { Corruption, Hebbian, NearestNeighbour, Pattern, Perceptron, Recall } from '@engram/associative-memory'
import type { Memory, MemoryError } from '@engram/associative-memory'
import { range, times } from './Draw.js'
import { prose, table, type Report } from './Report.js'
import { show, tally, type Tally } from './Tally.js'

const features = 100
const nameUnits = 24
const counts = [10, 20, 30, 40, 50]
const noise = [0, 0.1, 0.2, 0.3, 0.4]

/** New identities so many times, so many probes of them at each level of noise. */
const worlds = 20
const probesPerWorld = 25

/** κ, in units of which each feature that is turned over takes 2 at most off a weight vector of length 1. */
const stability = 1

/** The memories that are compared. */
type Answers<A> = {
  readonly hebbExact: A
  readonly hebb: A
  readonly perceptronExact: A
  readonly perceptron: A
  readonly unitEach: A
  readonly nearest: A
}

const keys = ['hebbExact', 'hebb', 'perceptronExact', 'perceptron', 'unitEach', 'nearest'] as const

export interface Row extends Answers<Tally> {
  readonly identities: number
  readonly noise: number
}

export interface Result {
  readonly rows: ReadonlyArray<Row>
  /** In how many of the worlds the perceptron satisfied every identity with the margin. */
  readonly separated: ReadonlyArray<{ readonly identities: number; readonly worlds: Tally }>
}

interface Identity {
  readonly input: Pattern.Bipolar
  readonly target: Pattern.Bipolar
}

interface Probe {
  readonly who: number
  readonly seen: Pattern.Bipolar
}

const patterns = (
  vectors: ReadonlyArray<ReadonlyArray<number>>,
): E.Either<MemoryError.MemoryError, ReadonlyArray<Pattern.Bipolar>> => E.traverseArray(Pattern.bipolar)(vectors)

const identitiesOf = (count: number, seed: number): E.Either<MemoryError.MemoryError, ReadonlyArray<Identity>> =>
  F.pipe(
    S.evaluate(Random.fromSeed(seed))(
      S.sequenceArray([times(count)(Random.signs(features)), times(count)(Random.signs(nameUnits))]),
    ),
    E.traverseArray(patterns),
    E.map(([inputs = [], targets = []]) =>
      inputs.flatMap((input, k) => targets.slice(k, k + 1).map((target) => ({ input, target }))),
    ),
  )

const probesOf = (
  identities: ReadonlyArray<Identity>,
  share: Corruption.Fraction,
  seed: number,
): ReadonlyArray<Probe> =>
  F.pipe(
    range(probesPerWorld).flatMap((k) => {
      const who = k % identities.length
      return identities
        .slice(who, who + 1)
        .map(({ input }) => S.map((seen: Pattern.Bipolar) => ({ who, seen }))(Corruption.flip(share)(input)))
    }),
    S.sequenceArray,
    S.evaluate(Random.fromSeed(seed)),
  )

const isAlone =
  (who: number) =>
  ({ distance, indices }: NearestNeighbour.Nearest) => ({
    exact: distance === 0 && indices[0] === who,
    right: indices.length === 1 && indices[0] === who,
  })

const ask = Recall.recall({ encoding: 'bipolar', tie: 'up' })

/** Whether one unit alone has the largest net input, and which. */
const isLoudest =
  (who: number) =>
  ({ data }: Vector.Vector): boolean =>
    Array.from(data).every((input, k) => k === who || input < (data[who] ?? 0))

interface Memories {
  readonly identities: ReadonlyArray<Identity>
  readonly hebb: Memory.Memory
  readonly perceptron: Memory.Memory
  /** By Hebb's rule too, with an output for each identity in place of a code. */
  readonly unitEach: Memory.Memory
}

const judge =
  ({ hebb, identities, perceptron, unitEach }: Memories) =>
  ({ seen, who }: Probe): E.Either<MemoryError.MemoryError, Answers<boolean>> => {
    const inputs = identities.map(({ input }) => input)
    const targets = identities.map(({ target }) => target)
    const through = (memory: Memory.Memory) =>
      F.pipe(ask(memory)(seen), E.chain(NearestNeighbour.nearest('hamming')(targets)), E.map(isAlone(who)))
    return F.pipe(
      E.Do,
      E.apS('byHebb', through(hebb)),
      E.apS('byPerceptron', through(perceptron)),
      E.apS('unitEach', E.map(isLoudest(who))(Recall.net(unitEach)(seen))),
      E.apS('nearest', E.map(isAlone(who))(NearestNeighbour.nearest('hamming')(inputs)(seen))),
      E.map(({ byHebb, byPerceptron, nearest, unitEach }) => ({
        hebbExact: byHebb.exact,
        hebb: byHebb.right,
        perceptronExact: byPerceptron.exact,
        perceptron: byPerceptron.right,
        unitEach,
        nearest: nearest.right,
      })),
    )
  }

const summed = (answers: ReadonlyArray<Answers<boolean>>): Answers<Tally> => {
  const sum = (key: (typeof keys)[number]): Tally => tally(answers.map((answer) => answer[key]))
  return {
    hebbExact: sum('hebbExact'),
    hebb: sum('hebb'),
    perceptronExact: sum('perceptronExact'),
    perceptron: sum('perceptron'),
    unitEach: sum('unitEach'),
    nearest: sum('nearest'),
  }
}

interface World {
  readonly separated: boolean
  /** For each level of noise. */
  readonly answers: ReadonlyArray<ReadonlyArray<Answers<boolean>>>
}

const world =
  (count: number) =>
  (seed: number): E.Either<MemoryError.MemoryError, World> =>
    F.pipe(
      E.Do,
      E.apS('identities', identitiesOf(count, seed)),
      E.bind('hebb', ({ identities }) => Hebbian.learn(identities)),
      E.bind('perceptron', ({ identities }) => Perceptron.learn({ stability, maxEpochs: 200 })(identities)),
      E.bind('unitEach', ({ identities }) =>
        F.pipe(
          identities,
          E.traverseArrayWithIndex((k, { input }) =>
            E.map((target: Pattern.Binary) => ({ input, target }))(
              Pattern.binary(identities.map((_, j) => (j === k ? 1 : 0))),
            ),
          ),
          E.chain(Hebbian.learn),
        ),
      ),
      E.bind('answers', ({ hebb, identities, perceptron: { memory: perceptron }, unitEach }) =>
        F.pipe(
          noise,
          E.traverseArray(Corruption.fraction),
          E.chain(
            E.traverseArray((share) =>
              E.traverseArray(judge({ hebb, identities, perceptron, unitEach }))(probesOf(identities, share, seed + 1)),
            ),
          ),
        ),
      ),
      E.map(({ answers, perceptron }) => ({ answers, separated: perceptron.outcome === 'Separated' })),
    )

/** Seeds of worlds, each far from the next. */
const seeds = (seed: number, count: number): ReadonlyArray<number> =>
  S.evaluate(Random.fromSeed(seed + count))(times(worlds)(Random.integer(0, 2 ** 32)))

/** The whole experiment. */
export const run = (seed: number): E.Either<MemoryError.MemoryError, Result> =>
  F.pipe(
    counts,
    E.traverseArray((count) =>
      E.map((all: ReadonlyArray<World>) => ({ count, all }))(E.traverseArray(world(count))(seeds(seed, count))),
    ),
    E.map((sizes) => ({
      rows: sizes.flatMap(({ all, count }) =>
        noise.map((share, level) => ({
          identities: count,
          noise: share,
          ...summed(all.flatMap(({ answers }) => answers[level] ?? [])),
        })),
      ),
      separated: sizes.map(({ all, count }) => ({
        identities: count,
        worlds: tally(all.map(({ separated }) => separated)),
      })),
    })),
  )

/** The experiment in words. */
export const report = ({ rows, separated }: Result): Report => {
  return {
    title: 'Identities',
    parts: [
      prose(
        `Identities have ${features} random features and a random code of ${nameUnits} units for a name. Memories learn to ` +
          'answer features with codes, by Hebb’s rule or as perceptrons that ask for a margin of ' +
          `κ = ${stability}; then some of the features are turned over. “Exact” is a code without a mistake; “nearest ` +
          'code” takes the answer for the name that it is most like. The nearest neighbour compares the features themselves.',
      ),
      table(
        [
          'identities',
          'noise',
          'Hebb: exact',
          'Hebb: nearest code',
          'perceptron: exact',
          'perceptron: nearest code',
          'Hebb: a unit each',
          'nearest neighbour',
        ],
        rows.map((row) => [`${row.identities}`, `${100 * row.noise}%`, ...keys.map((key) => show(row[key]))]),
      ),
      prose(
        `${rows[0]?.nearest.of ?? 0} probes a row, from ${worlds} sets of identities; Wilson's 95% interval, as if all ` +
          'probes were independent. The perceptron found weights with the margin in ' +
          `${separated.map(({ identities, worlds: { of, right } }) => `${right} of ${of} sets of ${identities}`).join(', ')}. ` +
          'Hebb’s rule makes mistakes without any noise when identities are many, for it never looks at what it ' +
          'answers; the perceptron corrects them, all of them where it finds its margin. That helps under a little noise, ' +
          'and not under much. Among random features the ' +
          'nearest neighbour is the best there can be. Hebb’s rule equals it when each identity has a unit of its own ' +
          'and the loudest answers: net inputs are then overlaps with what was stored, and the memory is the look-up ' +
          `table. What codes save in units, ${nameUnits} however many identities there are, they lose in noise.`,
      ),
    ],
  }
}
