/**
 * What there is to see of a state of the bidirectional scene: everything is asked of the packages.
 */
import { Pattern, Retrieval } from '@engram/associative-memory'
import { Bam, Certificate, Lyapunov, Name, Pair, Recall, Schedule } from '@engram/bam'
import { Matrix, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { withColumnsTurned } from '../weights.js'
import { completeFromText, countOf, fromText, toText } from './cells.js'
import { maxWeightUnits, pairsOf, type Document, type Layer, type Memory, type StoredPair } from './document.js'
import type { Known } from './update.js'

type Numbers = ReadonlyArray<number>

/** What both layers hold, a binary 0 being −1: off. */
export interface Cells {
  readonly x: Numbers
  readonly y: Numbers
}

export interface Moment {
  readonly cells: Cells
  /** The values of the units. */
  readonly x: Numbers
  readonly y: Numbers
  readonly energy: number
}

/** One layer's answer, or that of both at once. */
export interface Step extends Moment {
  readonly layer: Layer | 'both'
  /** What the units received, less their thresholds; empty for a layer that was held. */
  readonly fields: Cells
  readonly flips: number
}

/** A stored pair that a layer is part of, or its complement. */
export interface Likeness {
  readonly index: number
  readonly isReversed: boolean
}

export interface Seen {
  readonly document: Document
  readonly pairs: ReadonlyArray<StoredPair>
  readonly stored: ReadonlyArray<Cells>
  /** From X to Y; none where there are too many to be shown. */
  readonly weights: ReadonlyArray<Numbers> | undefined
  readonly hasOneMatrix: boolean
  readonly start: Moment
  readonly steps: ReadonlyArray<Step>
  readonly outcome: Recall.Outcome
  readonly end: number
  readonly now: Moment
  /** L at the start and after each half step. */
  readonly energies: Numbers
  /** −Σ|w| − Σ|θ| */
  readonly bound: number
  /** Half steps up to now that raised L, and those of the whole run. */
  readonly rises: Numbers
  readonly allRises: Numbers
  /** What the pair that is shown is to the stored ones; none for a memory that is given by its weights. */
  readonly certificate: Certificate.Certificate | undefined
  /** What of the pair that is aimed at the start shows, where it shows nothing else. */
  readonly known: Known | undefined
  readonly knownAs: (layer: Layer, cells: Numbers) => Likeness | undefined
  /** The name that Y spells; empty where it spells none. */
  readonly read: string
}

/** Long enough to tell a run that wanders from one that rests. */
const maxSweeps = 40

const complete = (encoding: Document['encoding'], text: string, count: number): Pattern.Pattern => {
  const spins = completeFromText(text, count)
  return encoding === 'binary'
    ? must(Pattern.binary(spins.map((spin) => (spin + 1) / 2)))
    : must(Pattern.bipolar(spins))
}

const stateOf = (encoding: Document['encoding'], text: string, count: number): Pair.State =>
  encoding === 'binary' ? complete(encoding, text, count) : must(Pattern.cue(fromText(text, count)))

const storedOf = latest(
  (memory: Memory, encoding: Document['encoding'], x: Document['x'], y: Document['y']): ReadonlyArray<Bam.StoredPair> =>
    pairsOf({ memory }).map((pair) => ({
      x: complete(encoding, pair.x, countOf(x)),
      y: complete(encoding, pair.y, countOf(y)),
    })),
)

const twoWay = (settings: Bam.Explicit, forward: Matrix.Matrix, back: ReadonlyArray<Numbers>): Bam.Bam =>
  must(Bam.fromTwoWeights(settings)(forward, must(Matrix.fromRows(back))))

const memoryOf = latest(
  (
    memory: Memory,
    stored: ReadonlyArray<Bam.StoredPair>,
    encoding: Document['encoding'],
    tie: Document['tie'],
  ): Bam.Bam => {
    if (memory._tag === 'Pairs') {
      const made = must(Bam.fromPairs({ tie, couplings: 'patterns' })(stored))
      const forward = Bam.weights(made)
      return memory.back === 'same'
        ? made
        : twoWay({ encoding, tie }, forward, withColumnsTurned(Matrix.toRows(forward)))
    }
    const vector = (values: Numbers): Vector.Vector => must(Vector.fromArray(values))
    const { rows, back, thresholds } = memory
    const settings = { encoding, tie, thresholds: { x: vector(thresholds.x), y: vector(thresholds.y) } }
    const forward = must(Matrix.fromRows(rows))
    return back === null ? must(Bam.fromWeights(settings)(forward)) : twoWay(settings, forward, back)
  },
)

const weightsOf = latest((memory: Bam.Bam): ReadonlyArray<Numbers> | undefined =>
  Math.max(memory.sizes.x, memory.sizes.y) <= maxWeightUnits ? Matrix.toRows(Bam.weights(memory)) : undefined,
)

const boundOf = latest((memory: Bam.Bam): number => Lyapunov.lowerBound(memory))

const spins = (state: Pair.State): Numbers =>
  Pattern.toArray(state._tag === 'Binary' ? Pattern.toBipolar(state) : state)

const momentOf = ({ x, y }: Pair.Pair, energy: number): Moment => ({
  cells: { x: spins(x), y: spins(y) },
  x: Pattern.toArray(x),
  y: Pattern.toArray(y),
  energy,
})

/** All units of both layers at once, sweep by sweep. */
const stepsTogether = ({ retrieval, sizes, sweeps, energies }: Recall.Recall): ReadonlyArray<Step> => {
  const units = sizes.x + sizes.y
  const { fields, flipped } = retrieval.trace
  return Array.from({ length: sweeps }, (_, k) => {
    const part = (from: number, size: number): Numbers =>
      Array.from({ length: size }, (__, i) => fields[k * units + from + i] ?? 0)
    return {
      ...momentOf(Pair.split(sizes)(Retrieval.stateAt(retrieval)((k + 1) * units)), energies[k + 1] ?? 0),
      layer: 'both',
      fields: { x: part(0, sizes.x), y: part(sizes.x, sizes.y) },
      flips: Array.from({ length: units }, (__, i): number => flipped[k * units + i] ?? 0).reduce((a, b) => a + b, 0),
    }
  })
}

const stepsInTurns = (recall: Recall.Recall): ReadonlyArray<Step> =>
  Recall.halfSteps(recall).reduce<{ readonly pair: Pair.Pair; readonly steps: ReadonlyArray<Step> }>(
    ({ pair, steps }, { layer, fields, state, flips, energy }) => {
      const next = layer === 'x' ? { x: state, y: pair.y } : { x: pair.x, y: state }
      const step: Step = {
        ...momentOf(next, energy),
        layer,
        fields: { x: [], y: [], [layer]: Array.from(fields) },
        flips,
      }
      return { pair: next, steps: [...steps, step] }
    },
    { pair: recall.start, steps: [] },
  ).steps

const runOf = latest((memory: Bam.Bam, x: string, y: string, schedule: Document['schedule']) => {
  const { encoding, sizes } = memory
  const recall = must(
    Recall.recall(
      schedule === 'together' ? { schedule: Schedule.synchronous, maxSweeps } : { order: schedule, maxSweeps },
    )(memory)({ x: stateOf(encoding, x, sizes.x), y: stateOf(encoding, y, sizes.y) }),
  )
  return {
    start: momentOf(recall.start, recall.energies[0] ?? 0),
    steps: schedule === 'together' ? stepsTogether(recall) : stepsInTurns(recall),
    outcome: recall.outcome,
  }
})

const certificateOf = latest(
  (memory: Bam.Bam, stored: ReadonlyArray<Bam.StoredPair>, outcome: Recall.Outcome, { x, y, energy }: Moment) => {
    const state = (values: Numbers): Pair.State =>
      memory.encoding === 'binary' ? must(Pattern.binary(values)) : must(Pattern.cue(values))
    return must(
      Certificate.certify(stored)({
        sizes: memory.sizes,
        pair: { x: state(x), y: state(y) },
        outcome,
        energies: [energy],
      }),
    )
  },
)

/** The steps, counted from 1, after which a number is larger than before. */
const risesIn = (energies: Numbers): Numbers =>
  energies.flatMap((energy, k) => (k > 0 && energy > (energies[k - 1] ?? energy) ? [k] : []))

const likenessOf =
  (stored: ReadonlyArray<Cells>) =>
  (layer: Layer, cells: Numbers): Likeness | undefined =>
    [false, true]
      .map((isReversed) => ({
        index: stored.findIndex((pair) =>
          pair[layer].every((spin, i) => (isReversed ? 0 - spin : spin) === (cells[i] ?? 0)),
        ),
        isReversed,
      }))
      .find(({ index }) => index >= 0)

const knownOf = ({ start, aim, memory }: Document): Known | undefined => {
  const pair = pairsOf({ memory })[aim]
  if (pair === undefined) return undefined
  const shows = (layer: Layer): boolean => start[layer] === pair[layer]
  const hides = (layer: Layer): boolean => !/[#.]/.test(start[layer])
  if (shows('x')) return shows('y') ? 'both' : hides('y') ? 'x' : undefined
  return shows('y') && hides('x') ? 'y' : undefined
}

/** The name that cells of Y are nearest to; none where nothing is known. */
const nameIn = (cells: Numbers): string => (cells.some((cell) => cell !== 0) ? Name.read(must(Pattern.cue(cells))) : '')

export const observe = (document: Document): Seen => {
  const { memory: source, encoding, tie, schedule } = document
  const patterns = storedOf(source, encoding, document.x, document.y)
  const memory = memoryOf(source, patterns, encoding, tie)
  const { start, steps, outcome } = runOf(memory, document.start.x, document.start.y, schedule)
  const at = Math.min(document.at, steps.length)
  const energies = [start, ...steps].map(({ energy }) => energy)
  const allRises = risesIn(energies)
  const now = steps[at - 1] ?? start
  const stored = patterns.map(({ x, y }) => ({ x: spins(x), y: spins(y) }))
  return {
    document: { ...document, at, reach: Math.min(document.reach, steps.length) },
    pairs: pairsOf(document),
    stored,
    weights: weightsOf(memory),
    hasOneMatrix: memory.couplings._tag !== 'TwoWay',
    start,
    steps,
    outcome,
    end: steps.length,
    now,
    energies,
    bound: boundOf(memory),
    rises: allRises.filter((k) => k <= at),
    allRises,
    certificate: patterns.length === 0 ? undefined : certificateOf(memory, patterns, outcome, now),
    known: knownOf(document),
    knownAs: likenessOf(stored),
    read: document.spells ? nameIn(now.cells.y) : '',
  }
}

/** Both layers as text. */
export const textOf = ({ x, y }: Cells): Document['start'] => ({ x: toText(x), y: toText(y) })

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ outcome, end, document }: Seen): number | undefined =>
  outcome._tag === 'Cycle' ? end - outcome.period * (document.schedule === 'together' ? 1 : 2) : undefined
