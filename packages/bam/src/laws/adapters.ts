/**
 * This package in plain arrays: the shape in which a stranger's implementation is checked too.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Schedule, type Tie } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import * as Bam from '../Bam.js'
import * as Certificate from '../Certificate.js'
import * as Distances from '../Distances.js'
import * as Face from '../Face.js'
import * as Lyapunov from '../Lyapunov.js'
import type { Order } from '../machine.js'
import * as Name from '../Name.js'
import * as Pair from '../Pair.js'
import * as Recall from '../Recall.js'
import type { Instance, PlainPair } from '../reference.js'
import * as TransitionGraph from '../TransitionGraph.js'
import type { Numbers, Pairs, Rows } from './arbitraries.js'

export type Weights = (encoding: Tie.Encoding, pairs: Pairs) => Rows
export type LyapunovOf = (instance: Instance, pair: PlainPair) => number
export type Step = (instance: Instance, pair: PlainPair, layer: 'x' | 'y') => PlainPair

/** One layer's turn. */
export interface HalfStep {
  readonly layer: 'x' | 'y'
  readonly fields: Numbers
  readonly state: Numbers
  readonly energy: number
}

/** What a run answers, in plain data. */
export interface Run {
  readonly pair: PlainPair
  readonly outcome: 'FixedPoint' | 'Cycle' | 'Exhausted'
  readonly halfSteps: ReadonlyArray<HalfStep>
  /** L of the start, then after each sweep. */
  readonly energies: Numbers
}

/** `together` updates both layers at once. */
export type RunFrom = (instance: Instance, order: Order | 'together', pair: PlainPair) => Run

/** A run of a memory that stores pairs. */
export type RunStored = (
  storage: { readonly couplings: 'dense' | 'patterns'; readonly tie: Tie.Tie },
  encoding: Tie.Encoding,
  pairs: Pairs,
  order: Order,
  pair: PlainPair,
) => Run

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const matrix = (rows: Rows): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(rows.length, rows[0]?.length ?? 0)(Float64Array.from(rows.flat()))

export const plain = ({ x, y }: Pair.Pair): PlainPair => ({ x: Pattern.toArray(x), y: Pattern.toArray(y) })

export const pairOf = (encoding: Tie.Encoding, { x, y }: PlainPair): Pair.Pair => ({
  x: Pair.unsafeState(encoding, Int8Array.from(x)),
  y: Pair.unsafeState(encoding, Int8Array.from(y)),
})

/** A pair with nothing missing. */
export const storedOf = (encoding: Tie.Encoding, pair: PlainPair): Bam.StoredPair =>
  pairOf(encoding, pair) as Bam.StoredPair

export const bamOf = ({ encoding, tie, weights, backward, thresholds }: Instance): Bam.Bam => ({
  _tag: 'Bam',
  sizes: { x: thresholds.x.length, y: thresholds.y.length },
  encoding,
  tie,
  couplings:
    backward === undefined
      ? { _tag: 'Dense', weights: matrix(weights) }
      : { _tag: 'TwoWay', forward: matrix(weights), backward: matrix(backward) },
  thresholds: { x: vector(thresholds.x), y: vector(thresholds.y) },
})

export const weights: Weights = (encoding, pairs) =>
  F.pipe(
    Bam.fromPairs({})(pairs.map((pair) => storedOf(encoding, pair))),
    E.match(
      () => [],
      (bam) => Matrix.toRows(Bam.weights(bam)),
    ),
  )

export const lyapunov: LyapunovOf = (instance, pair) =>
  E.getOrElse(() => NaN)(Lyapunov.lyapunov(bamOf(instance))(pairOf(instance.encoding, pair)))

export const lowerBound = (instance: Instance): number => Lyapunov.lowerBound(bamOf(instance))

const refused: Run = { pair: { x: [], y: [] }, outcome: 'Exhausted', halfSteps: [], energies: [] }

const toRun = (recall: Recall.Recall): Run => ({
  pair: plain(recall.pair),
  outcome: recall.outcome._tag,
  halfSteps: Recall.halfSteps(recall).map(({ layer, fields, state, energy }) => ({
    layer,
    fields: Array.from(fields),
    state: Pattern.toArray(state),
    energy,
  })),
  energies: recall.energies,
})

/** Far more sweeps than a handful of units needs to rest, and few enough for those that never do. */
export const plenty = 200

const options = (order: Order | 'together'): Recall.Options => ({
  maxSweeps: plenty,
  ...(order === 'together' ? { schedule: Schedule.synchronous } : { order }),
})

export const run: RunFrom = (instance, order, pair) =>
  F.pipe(
    Recall.recall(options(order))(bamOf(instance))(pairOf(instance.encoding, pair)),
    E.match(() => refused, toRun),
  )

export const runStored: RunStored = (storage, encoding, pairs, order, pair) =>
  F.pipe(
    Bam.fromPairs(storage)(pairs.map((each) => storedOf(encoding, each))),
    E.chain((bam) => Recall.recall(options(order))(bam)(pairOf(encoding, pair))),
    E.match(() => refused, toRun),
  )

export type DistancesOf = (encoding: Tie.Encoding, pairs: Pairs) => ReadonlyArray<Distances.Distance>

export const distances: DistancesOf = (encoding, pairs) =>
  E.getOrElse((): ReadonlyArray<Distances.Distance> => [])(
    Distances.between(pairs.map((pair) => storedOf(encoding, pair))),
  )

/** One half step, as a run of one sweep makes it first. */
export const halfStep: Step = (instance, pair, layer) =>
  F.pipe(
    Recall.recall({ order: layer === 'x' ? 'x-first' : 'y-first', maxSweeps: 1 })(bamOf(instance))(
      pairOf(instance.encoding, pair),
    ),
    E.match(
      () => ({ x: [], y: [] }),
      (recall) => plain(Recall.pairAt(recall)(1)),
    ),
  )

/** What became of a run, in plain data. */
export interface Told {
  readonly verdict: string
  /** Of the pair that the verdict names; −1 where it names none. */
  readonly index: number
  readonly overlaps: ReadonlyArray<Certificate.Likeness>
  /** In both layers. */
  readonly missing: number
}

/** What an end is to the stored pairs. */
export type EndingOf = (encoding: Tie.Encoding, pairs: Pairs, end: PlainPair) => Told

export const certify: EndingOf = (encoding, pairs, end) =>
  F.pipe(
    Certificate.certify(pairs.map((pair) => storedOf(encoding, pair)))({
      sizes: { x: end.x.length, y: end.y.length },
      pair: pairOf(encoding, end),
      outcome: { _tag: 'FixedPoint' },
      energies: [],
    }),
    E.match(
      (): Told => ({ verdict: '', index: -1, overlaps: [], missing: NaN }),
      ({ verdict, overlaps, missing }): Told => ({
        verdict: verdict._tag,
        index: 'index' in verdict ? verdict.index : -1,
        overlaps,
        missing: missing.x + missing.y,
      }),
    ),
  )

/** The equilibria that a transition graph tells of. */
export const equilibria = (instance: Instance): Pairs => {
  const bam = bamOf(instance)
  return F.pipe(
    TransitionGraph.make(bam),
    E.match(
      () => [],
      ({ fixedPoints }) => fixedPoints.map(F.flow(TransitionGraph.pairAt(bam), plain)),
    ),
  )
}

export interface Ending {
  readonly pair: PlainPair
  readonly count: number
}

/** Where recall ends from every pair, and how many runs never rest. */
export type SurveyOf = (
  instance: Instance,
  order: Order,
) => { readonly endings: ReadonlyArray<Ending>; readonly lost: number }

export const survey: SurveyOf = (instance, order) =>
  F.pipe(
    TransitionGraph.survey(order)(bamOf(instance)),
    E.match(
      () => ({ endings: [], lost: NaN }),
      ({ equilibria, cycles, exhausted }) => ({
        endings: equilibria.map(({ pair, count }) => ({ pair: plain(pair), count })),
        lost: cycles + exhausted,
      }),
    ),
  )

/** The cells of a face. */
export type Drawing = (traits: Face.Traits) => Numbers

export const draw: Drawing = (traits) => Pattern.toArray(Face.draw(traits).pattern)

/** Names as bits, and back. */
export interface Spelling {
  readonly spell: (letters: number, name: string) => Numbers
  readonly read: (pattern: Numbers) => string
}

export const spell: Spelling['spell'] = (letters, name) => E.match(() => [], Pattern.toArray)(Name.spell(letters)(name))

export const read: Spelling['read'] = (pattern) => Name.read(Pattern.unsafePattern('Cue', Int8Array.from(pattern)))

const toInstance = (instance: Instance, bam: Bam.Bam): Instance => ({
  ...instance,
  encoding: bam.encoding,
  thresholds: { x: Vector.toArray(bam.thresholds.x), y: Vector.toArray(bam.thresholds.y) },
})

/** The memory of binary units that does what one of bipolar units does. */
export type BinaryOf = (instance: Instance) => Instance

export const binary: BinaryOf = (instance) => toInstance(instance, Bam.toBinary(bamOf(instance)))

/** A run of the memory with its layers exchanged. */
export const runTransposed: RunFrom = (instance, order, pair) =>
  F.pipe(
    Recall.recall(options(order))(Bam.transpose(bamOf(instance)))(pairOf(instance.encoding, pair)),
    E.match(() => refused, toRun),
  )

export const equalNumbers = (a: Numbers, b: Numbers): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

export const equalPairs = (a: PlainPair, b: PlainPair): boolean => equalNumbers(a.x, b.x) && equalNumbers(a.y, b.y)

export const sameRun = (a: Run, b: Run): boolean =>
  a.outcome === b.outcome &&
  equalPairs(a.pair, b.pair) &&
  equalNumbers(a.energies, b.energies) &&
  a.halfSteps.length === b.halfSteps.length &&
  a.halfSteps.every((step, k) => {
    const other = b.halfSteps[k]
    return (
      other !== undefined &&
      step.layer === other.layer &&
      step.energy === other.energy &&
      equalNumbers(step.fields, other.fields) &&
      equalNumbers(step.state, other.state)
    )
  })
