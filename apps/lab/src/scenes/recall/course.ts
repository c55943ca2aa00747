/**
 * What takes long in the recall scene: storing many patterns, and following the net from a start to its end.
 *
 * What was computed last is remembered, part by part: another start is followed in a net that is there already.
 */
import { Corruption, Overlap, Pattern } from '@engram/associative-memory'
import { Energy, Network, Recall, Verdict } from '@engram/hopfield'
import { Matrix, Random, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { scheduleOf } from '../schedule.js'
import { fromText, resample } from './bits.js'
import type { Document, Memory } from './document.js'
import { storedOf, type Stored } from './stored.js'

/** The part of a document that says which net starts from where. */
export type Setup = Pick<Document, 'width' | 'height' | 'memory' | 'target' | 'cue' | 'tie'>

/** The part that says how the net goes on. */
export type Pace = Pick<Document, 'schedule' | 'seed' | 'maxSweeps'>

/** What can be told of a start before anything is updated. */
export interface Opening {
  readonly energy: number
  /** The target and the patterns nearest to the start, as many as there is room for. */
  readonly watched: ReadonlyArray<number>
}

export interface Course {
  readonly run: Recall.Recall
  /** Energy before the run, then after each update. */
  readonly energies: Float64Array
  /** Flips before each place of the run. */
  readonly flips: Uint32Array
  readonly verdict: Verdict.Verdict
}

/** More bars than this are no picture. */
const maxWatched = 8

const networkOf = latest((memory: Memory, stored: ReadonlyArray<Stored>, tie: Network.Tie): Network.Network =>
  memory._tag === 'Weights'
    ? must(
        Network.fromWeights({
          encoding: memory.encoding,
          tie,
          thresholds: must(Vector.fromArray(memory.thresholds)),
        })(must(Matrix.fromRows(memory.rows))),
      )
    : must(
        Network.fromPatterns({ diagonal: memory.diagonal, couplings: 'packed', tie })(
          stored.map(({ pattern }) => pattern()),
        ),
      ),
)

const startOf = latest(
  (
    cue: Document['cue'],
    target: Pattern.Bipolar | undefined,
    width: number,
    height: number,
    encoding: Network.Encoding,
  ): Network.State => {
    const encode = encoding === 'binary' ? Pattern.toBinary : (pattern: Pattern.Bipolar) => pattern
    if (cue._tag === 'Drawn')
      return encode(
        must(Pattern.bipolar(resample(fromText(cue.pixels, cue.width * cue.height), cue, { width, height }))),
      )
    const damage = cue.kind === 'flip' ? Corruption.flip : Corruption.mask
    const pattern = target ?? must(Pattern.bipolar(Array.from({ length: width * height }, () => 1)))
    return encode(damage(must(Corruption.fraction(cue.percent / 100)))(pattern)(Random.fromSeed(cue.seed))[0])
  },
)

/** The start state, which needs no pattern but the target. */
export const cueOf = ({ width, height, memory, target, cue }: Setup): Network.State =>
  startOf(
    cue,
    storedOf(memory, width, height)[target]?.pattern(),
    width,
    height,
    memory._tag === 'Weights' ? memory.encoding : 'bipolar',
  )

export const overlapWith = (state: Network.State, { pattern }: Stored): number =>
  must(Overlap.overlap(pattern())(state))

const watchedFrom = (stored: ReadonlyArray<Stored>, cue: Network.State, target: number): ReadonlyArray<number> =>
  stored
    .map((each, index) => ({ index, overlap: overlapWith(cue, each) }))
    .toSorted(
      (a, b) => Number(b.index === target) - Number(a.index === target) || Math.abs(b.overlap) - Math.abs(a.overlap),
    )
    .slice(0, maxWatched)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b)

const opening = latest(
  (network: Network.Network, stored: ReadonlyArray<Stored>, cue: Network.State, target: number): Opening => ({
    energy: must(Energy.energy(network)(cue)),
    watched: watchedFrom(stored, cue, target),
  }),
)

const energiesOf = ({ energies, trace }: Recall.Recall): Float64Array => {
  const all = new Float64Array(trace.energies.length + 1)
  all[0] = energies[0] ?? 0
  all.set(trace.energies, 1)
  return all
}

const flipsOf = ({ trace }: Recall.Recall): Uint32Array => {
  const counts = new Uint32Array(trace.units.length + 1)
  for (let k = 1; k < counts.length; k += 1) counts[k] = (counts[k - 1] ?? 0) + (trace.flipped[k - 1] ?? 0)
  return counts
}

const rowByRow = (size: number): ReadonlyArray<number> => Array.from({ length: size }, (_, unit) => unit)

const course = latest(
  (
    network: Network.Network,
    stored: ReadonlyArray<Stored>,
    cue: Network.State,
    schedule: Document['schedule'],
    seed: number,
    maxSweeps: number,
  ): Course => {
    const timing = scheduleOf({ schedule, order: rowByRow(network.size), seed })
    const run = must(Recall.recall({ schedule: timing, maxSweeps })(network)(cue))
    return {
      run,
      energies: energiesOf(run),
      flips: flipsOf(run),
      verdict: Verdict.ofRecall(stored.map(({ pattern }) => pattern()))(run),
    }
  },
)

const setUp = (setup: Setup) => {
  const stored = storedOf(setup.memory, setup.width, setup.height)
  return { stored, network: networkOf(setup.memory, stored, setup.tie), cue: cueOf(setup) }
}

export const open = (setup: Setup): Opening => {
  const { network, stored, cue } = setUp(setup)
  return opening(network, stored, cue, setup.target)
}

export const follow = (setup: Setup, { schedule, seed, maxSweeps }: Pace): Course => {
  const { network, stored, cue } = setUp(setup)
  return course(network, stored, cue, schedule, seed, maxSweeps)
}
