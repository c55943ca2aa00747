/**
 * What there is to see of a state of the recall scene: everything is asked of the packages.
 */
import { Corruption, Overlap, Pattern } from '@engram/associative-memory'
import { Energy, Network, Recall, Verdict } from '@engram/hopfield'
import { Matrix, Random, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { scheduleOf } from '../schedule.js'
import { fromText, resample, type Spins } from './bits.js'
import type { Document, Item, Memory } from './document.js'
import { drawLetter } from './letters.js'

export interface Stored {
  readonly name: string
  readonly pattern: Pattern.Bipolar
}

export interface Overlapping {
  readonly index: number
  readonly overlap: number
}

export interface Seen {
  readonly document: Document
  readonly stored: ReadonlyArray<Stored>
  /** The pattern that should be recalled; none when the network is given by its weights. */
  readonly target: Stored | undefined
  readonly network: Network.Network
  readonly cue: Network.State
  readonly current: Network.State
  /** None before the first step. */
  readonly run: Recall.Recall | undefined
  /** The run, computed when it is asked for. */
  readonly follow: () => Recall.Recall
  /** Energy before the run, then after each update. */
  readonly energies: ArrayLike<number>
  readonly end: number
  /** Counts up to now. */
  readonly flips: number
  readonly sweep: number
  /** The unit asked last, and its local field. */
  readonly last: { readonly unit: number; readonly field: number; readonly flipped: boolean } | undefined
  readonly cueErrors: number
  readonly errors: number
  /** Overlaps of the current state with the stored patterns; of many, with those nearest to the start. */
  readonly overlaps: ReadonlyArray<Overlapping>
  /** Known once the run has been followed to its end. */
  readonly verdict: Verdict.Verdict | undefined
}

/** More bars than this are no picture. */
const maxWatched = 8

const cellsOf = (item: Item, width: number, height: number): Spins | ReadonlyArray<number> => {
  switch (item._tag) {
    case 'Letter':
      return drawLetter(item.letter, width, height)
    case 'Random':
      return Random.signs(width * height)(Random.fromSeed(item.seed))[0]
    case 'Drawing':
      return resample(fromText(item.pixels, item.width * item.height), item, { width, height })
  }
}

const nameOf = (item: Item, index: number): string => {
  switch (item._tag) {
    case 'Letter':
      return item.letter
    case 'Random':
      return `random ${index + 1}`
    case 'Drawing':
      return `drawing ${index + 1}`
  }
}

const storedOf = latest((source: Memory, width: number, height: number): ReadonlyArray<Stored> =>
  source._tag === 'Weights'
    ? []
    : source.items.map((item, index) => ({
        name: nameOf(item, index),
        pattern: must(Pattern.bipolar(cellsOf(item, width, height))),
      })),
)

const networkOf = latest((source: Memory, stored: ReadonlyArray<Stored>, tie: Network.Tie): Network.Network =>
  source._tag === 'Weights'
    ? must(
        Network.fromWeights({
          encoding: source.encoding,
          tie,
          thresholds: must(Vector.fromArray(source.thresholds)),
        })(must(Matrix.fromRows(source.rows))),
      )
    : must(
        Network.fromPatterns({ diagonal: source.diagonal, couplings: 'packed', tie })(
          stored.map(({ pattern }) => pattern),
        ),
      ),
)

const cueOf = latest(
  (cue: Document['cue'], target: Stored | undefined, width: number, height: number): Pattern.Bipolar => {
    if (cue._tag === 'Drawn')
      return must(Pattern.bipolar(resample(fromText(cue.pixels, cue.width * cue.height), cue, { width, height })))
    const damage = cue.kind === 'flip' ? Corruption.flip : Corruption.mask
    const pattern = target?.pattern ?? must(Pattern.bipolar(Array.from({ length: width * height }, () => 1)))
    return damage(must(Corruption.fraction(cue.percent / 100)))(pattern)(Random.fromSeed(cue.seed))[0]
  },
)

const encode = latest((pattern: Pattern.Bipolar, encoding: Network.Encoding): Network.State =>
  encoding === 'binary' ? Pattern.toBinary(pattern) : pattern,
)

const rowByRow = (size: number): ReadonlyArray<number> => Array.from({ length: size }, (_, unit) => unit)

const runOf = latest(
  (
    network: Network.Network,
    cue: Network.State,
    kind: Document['schedule'],
    seed: number,
    maxSweeps: number,
  ): Recall.Recall =>
    must(
      Recall.recall({ schedule: scheduleOf({ schedule: kind, order: rowByRow(network.size), seed }), maxSweeps })(
        network,
      )(cue),
    ),
)

const energyOf = latest((network: Network.Network, cue: Network.State): ArrayLike<number> => [
  must(Energy.energy(network)(cue)),
])

const energiesOf = latest((run: Recall.Recall): ArrayLike<number> =>
  Float64Array.from([run.energies[0] ?? 0, ...run.trace.energies]),
)

const verdictOf = latest((run: Recall.Recall, stored: ReadonlyArray<Stored>) =>
  Verdict.ofRecall(stored.map(({ pattern }) => pattern))(run),
)

const overlapWith = (stored: ReadonlyArray<Stored>, state: Network.State, index: number): Overlapping => {
  const pattern = stored[index]?.pattern
  return { index, overlap: pattern === undefined ? 0 : must(Overlap.overlap(pattern)(state)) }
}

/** The target and the patterns nearest to the start, as many as there is room for. */
const watched = latest((stored: ReadonlyArray<Stored>, cue: Network.State, target: number): ReadonlyArray<number> =>
  stored
    .map((_, index) => overlapWith(stored, cue, index))
    .toSorted(
      (a, b) => Number(b.index === target) - Number(a.index === target) || Math.abs(b.overlap) - Math.abs(a.overlap),
    )
    .slice(0, maxWatched)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b),
)

const distance = (target: Stored | undefined, state: Network.State): number =>
  target === undefined ? 0 : must(Overlap.hamming(target.pattern)(state))

/** Flips before each place of a run. */
const flipsOf = latest((run: Recall.Recall): Uint32Array => {
  const counts = new Uint32Array(run.trace.units.length + 1)
  for (let k = 1; k < counts.length; k += 1) counts[k] = (counts[k - 1] ?? 0) + (run.trace.flipped[k - 1] ?? 0)
  return counts
})

const stateOf = latest((run: Recall.Recall, at: number): Network.State => Recall.stateAt(run)(at))

export const observe = (document: Document): Seen => {
  const { width, height } = document
  const stored = storedOf(document.memory, width, height)
  const target = stored[document.target]
  const network = networkOf(document.memory, stored, document.tie)
  const cue = encode(cueOf(document.cue, target, width, height), network.encoding)
  const follow = (): Recall.Recall => runOf(network, cue, document.schedule, document.seed, document.maxSweeps)
  const run = document.reach > 0 ? follow() : undefined
  const end = run?.trace.units.length ?? 0
  const at = Math.min(document.at, end)
  const reach = Math.min(document.reach, end)
  const current = run === undefined ? cue : stateOf(run, at)
  return {
    document: { ...document, at, reach },
    stored,
    target,
    network,
    cue,
    current,
    run,
    follow,
    energies: run === undefined ? energyOf(network, cue) : energiesOf(run),
    end,
    flips: run === undefined ? 0 : (flipsOf(run)[at] ?? 0),
    sweep: Math.ceil(at / network.size),
    last:
      run === undefined || at === 0
        ? undefined
        : {
            unit: run.trace.units[at - 1] ?? 0,
            field: run.trace.fields[at - 1] ?? 0,
            flipped: run.trace.flipped[at - 1] === 1,
          },
    cueErrors: distance(target, cue),
    errors: distance(target, current),
    overlaps: watched(stored, cue, document.target).map((index) => overlapWith(stored, current, index)),
    verdict: run !== undefined && reach === end ? verdictOf(run, stored) : undefined,
  }
}

/** The place some strides ahead in the run, from where it stands. */
export const ahead =
  ({ document, follow, network }: Seen) =>
  (strides: number): number => {
    const { at, schedule, stride } = document
    const size = network.size
    const run = follow()
    const end = run.trace.units.length
    if (stride === 'sweep' || schedule === 'synchronous') return Math.min(end, (Math.floor(at / size) + strides) * size)
    if (stride === 'unit') return Math.min(end, at + strides)
    let place = at
    for (let left = strides; left > 0 && place < end; place += 1) left -= run.trace.flipped[place] ?? 0
    return place
  }

export const back = ({ document, run, network }: Seen): number => {
  const { at, schedule, stride } = document
  const size = network.size
  if (run === undefined) return at
  if (stride === 'sweep' || schedule === 'synchronous') return Math.max(0, (Math.ceil(at / size) - 1) * size)
  if (stride === 'unit') return Math.max(0, at - 1)
  const isFlip = (place: number): boolean => run.trace.flipped[place - 1] === 1
  let place = Math.max(0, at - 1)
  while (place > 0 && !isFlip(place)) place -= 1
  return place
}

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ run, network, end }: Seen): number | undefined =>
  run?.outcome._tag === 'Cycle' ? end - run.outcome.period * network.size : undefined
