/**
 * This package in plain arrays: the shape in which a stranger's implementation is checked too.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Trace, type Schedule } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import type { HopfieldError } from '../HopfieldError.js'
import * as Energy from '../Energy.js'
import * as LocalField from '../LocalField.js'
import * as Network from '../Network.js'
import * as Recall from '../Recall.js'
import type { Instance } from '../reference.js'
import * as Sparse from '../Sparse.js'
import * as TransitionGraph from '../TransitionGraph.js'
import * as Update from '../Update.js'
import type { Numbers, Rows } from './arbitraries.js'

export type EnergyOf = (instance: Instance, y: Numbers) => number
export type FieldOf = (instance: Instance, y: Numbers, unit: number) => number
export type UpdateUnit = (instance: Instance, y: Numbers, unit: number) => Numbers
export type IsFixedPoint = (instance: Instance, y: Numbers) => boolean
export type Weights = (encoding: Network.Encoding, patterns: Rows) => Rows

/** What a run answers, in plain data. */
export interface Run {
  readonly state: Numbers
  readonly outcome: 'FixedPoint' | 'Cycle' | 'Exhausted'
  /** Length of the cycle; 1 for a fixed point, 0 where nothing is known. */
  readonly period: number
  readonly updates: ReadonlyArray<Trace.Entry>
  readonly energies: Numbers
}

export type RunFrom = (instance: Instance, schedule: Schedule.Schedule, y: Numbers) => Run

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

export const stateOf = (encoding: Network.Encoding, y: Numbers): Network.State =>
  encoding === 'bipolar'
    ? Pattern.unsafePattern('Bipolar', Int8Array.from(y))
    : Pattern.unsafePattern('Binary', Int8Array.from(y))

export const networkOf = ({ encoding, tie, weights, thresholds }: Instance): Network.Network => ({
  _tag: 'Hopfield',
  size: thresholds.length,
  encoding,
  tie,
  scale: 1,
  thresholds: vector(thresholds),
  couplings: {
    _tag: 'Dense',
    weights: Matrix.unsafeFromFloat64(thresholds.length, thresholds.length)(Float64Array.from(weights.flat())),
  },
})

const asked = <A>(answer: E.Either<unknown, A>, refused: A): A => E.getOrElse(() => refused)(answer)

export const energy: EnergyOf = (instance, y) =>
  asked(Energy.energy(networkOf(instance), vector(instance.input))(stateOf(instance.encoding, y)), NaN)

export const lowerBound = (instance: Instance): number => Energy.lowerBound(networkOf(instance), vector(instance.input))

export const localField: FieldOf = (instance, y, unit) =>
  F.pipe(
    LocalField.localFields(networkOf(instance), vector(instance.input))(stateOf(instance.encoding, y)),
    E.match(
      () => NaN,
      ({ data }) => data[unit] ?? NaN,
    ),
  )

export const updateUnit: UpdateUnit = (instance, y, unit) =>
  F.pipe(
    Update.updateUnit(networkOf(instance), vector(instance.input))(unit)(stateOf(instance.encoding, y)),
    E.match(
      () => [],
      ({ state }) => Pattern.toArray(state),
    ),
  )

export const isFixedPoint: IsFixedPoint = (instance, y) =>
  asked(LocalField.isFixedPoint(networkOf(instance), vector(instance.input))(stateOf(instance.encoding, y)), false)

export const weights: Weights = (encoding, patterns) =>
  F.pipe(
    Network.fromPatterns({})(patterns.map((pattern) => stateOf(encoding, pattern))),
    E.match(
      () => [],
      (network) => Matrix.toRows(Network.weights(network)),
    ),
  )

export const toRun = (recall: Recall.Recall): Run => ({
  state: Pattern.toArray(recall.state),
  outcome: recall.outcome._tag,
  period: recall.outcome._tag === 'Cycle' ? recall.outcome.period : recall.outcome._tag === 'FixedPoint' ? 1 : 0,
  updates: Trace.entries(recall.trace),
  energies: recall.energies,
})

/** Far more sweeps than a handful of units needs to rest, and few enough for those that never do. */
const plenty = 200

export const refusedRun: Run = { state: [], outcome: 'Exhausted', period: 0, updates: [], energies: [] }

export const run: RunFrom = (instance, schedule, y) =>
  F.pipe(
    Recall.recall({ schedule, input: vector(instance.input), maxSweeps: plenty })(networkOf(instance))(
      stateOf(instance.encoding, y),
    ),
    E.match(() => refusedRun, toRun),
  )

/** Where a run ended, in plain data. */
export type End = Pick<Run, 'state' | 'outcome' | 'period' | 'energies'> & {
  readonly sweeps: number
  readonly flips: number
}

/** Runs from many starts. */
export type RunAll = (instance: Instance, schedule: Schedule.Schedule, starts: Rows) => ReadonlyArray<End>

const toEnd = ({ state, outcome, energies, sweeps, flips }: Recall.End): End => ({
  state: Pattern.toArray(state),
  outcome: outcome._tag,
  period: outcome._tag === 'Cycle' ? outcome.period : outcome._tag === 'FixedPoint' ? 1 : 0,
  energies,
  sweeps,
  flips,
})

export const runAll: RunAll = (instance, schedule, starts) =>
  F.pipe(
    Recall.recallAll({ schedule, input: vector(instance.input), maxSweeps: plenty })(networkOf(instance))(
      starts.map((y) => stateOf(instance.encoding, y)),
    ),
    E.match(
      () => [],
      (ends) => ends.map(toEnd),
    ),
  )

/** The ends of single runs. */
export const runEach: RunAll = (instance, schedule, starts) =>
  starts.map((y) =>
    F.pipe(
      Recall.recall({ schedule, input: vector(instance.input), maxSweeps: plenty })(networkOf(instance))(
        stateOf(instance.encoding, y),
      ),
      E.match(() => ({ ...refusedRun, sweeps: 0, flips: 0 }), toEnd),
    ),
  )

/** The states of a run played back: after 0 updates, after 1, and so on to the end. */
export type StatesOf = (instance: Instance, schedule: Schedule.Schedule, y: Numbers) => Rows

export const runStates: StatesOf = (instance, schedule, y) =>
  F.pipe(
    Recall.recall({ schedule, input: vector(instance.input), maxSweeps: plenty })(networkOf(instance))(
      stateOf(instance.encoding, y),
    ),
    E.match(
      () => [],
      (recall) =>
        Array.from({ length: Trace.length(recall.trace) + 1 }, (_, k) => Pattern.toArray(Recall.stateAt(recall)(k))),
    ),
  )

/** How weights may be kept. */
export type Kept = Network.Couplings['_tag']

const keeping = {
  Dense: 'dense',
  Sparse: 'dense',
  Patterns: 'patterns',
  Packed: 'packed',
} as const satisfies { readonly [K in Kept]: Network.Storage['couplings'] }

/** The same network with only the weights that are not 0 written down. */
export const toSparse = (network: Network.Network): E.Either<HopfieldError, Network.Network> =>
  E.map((couplings: Sparse.Sparse) => ({ ...network, couplings }))(Sparse.fromMatrix(Network.weights(network)))

/** A run of a network that stores patterns. */
export type RunStored = (
  storage: Omit<Network.Storage, 'couplings'>,
  encoding: Network.Encoding,
  patterns: Rows,
  schedule: Schedule.Schedule,
  y: Numbers,
  kept: Kept,
) => Run

export const runStored: RunStored = (storage, encoding, patterns, schedule, y, kept) =>
  F.pipe(
    Network.fromPatterns({ ...storage, couplings: keeping[kept] })(
      patterns.map((pattern) => stateOf(encoding, pattern)),
    ),
    E.chain((network) => (kept === 'Sparse' ? toSparse(network) : E.right(network))),
    E.chain((network) => Recall.recall({ schedule })(network)(stateOf(encoding, y))),
    E.match(() => refusedRun, toRun),
  )

/** A run over couplings given as triples, in any order. */
export type RunSparse = (
  instance: Instance,
  triples: ReadonlyArray<Sparse.Coupling>,
  schedule: Schedule.Schedule,
  y: Numbers,
) => Run

export const runSparse: RunSparse = (instance, triples, schedule, y) =>
  F.pipe(
    Sparse.fromTriples(y.length)(triples),
    E.map((couplings) => ({ ...networkOf(instance), couplings })),
    E.chain((network) =>
      Recall.recall({ schedule, input: vector(instance.input), maxSweeps: plenty })(network)(
        stateOf(instance.encoding, y),
      ),
    ),
    E.match(() => refusedRun, toRun),
  )

/** A transition graph in plain data. */
export interface Graph {
  readonly energies: Numbers
  /** By state, then by unit. */
  readonly successors: Rows
  readonly fixedPoints: Numbers
  readonly attractors: Rows
  /** The states from which each fixed point can be reached. */
  readonly basins: Rows
}

export type GraphOf = (instance: Instance) => Graph

export const graph: GraphOf = (instance) =>
  F.pipe(
    TransitionGraph.make(vector(instance.input))(networkOf(instance)),
    E.match(
      () => ({ energies: [], successors: [], fixedPoints: [], attractors: [], basins: [] }),
      (all) => ({
        energies: Array.from(all.energies),
        successors: Array.from(all.energies, (_, s) =>
          Array.from(instance.thresholds, (__, unit) => all.successors[s * instance.thresholds.length + unit] ?? -1),
        ),
        fixedPoints: all.fixedPoints,
        attractors: all.attractors,
        basins: all.fixedPoints.map((s) => TransitionGraph.basin(all)([s])),
      }),
    ),
  )

export const equalNumbers = (a: Numbers, b: Numbers): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i])

export const equalRows = (a: Rows, b: Rows): boolean =>
  a.length === b.length && a.every((row, i) => equalNumbers(row, b[i] ?? []))
