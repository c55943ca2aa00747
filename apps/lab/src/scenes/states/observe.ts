/**
 * What there is to see of a state of the states scene: everything is asked of the packages.
 */
import { Pattern } from '@engram/associative-memory'
import { LocalField, Network, Recall, TransitionGraph } from '@engram/hopfield'
import { Matrix, Vector } from '@engram/linalg'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { scheduleOf } from '../schedule.js'
import { unitsOf, type Document, type Memory } from './document.js'
import { cube, landscape, type Point } from './layout.js'

/** One update: of one unit, or of all. */
export interface Move {
  /** None when all units were updated. */
  readonly unit: number | undefined
  readonly from: number
  readonly to: number
  /** Σⱼ wᵢⱼ yⱼ of every unit before the move. */
  readonly nets: ReadonlyArray<number>
}

/** A fixed point, or a set in which the net wanders for ever. */
export interface Attractor {
  readonly states: ReadonlyArray<number>
  /** All states from which it can be reached. */
  readonly basin: ReadonlySet<number>
}

export interface Arrow {
  readonly from: number
  readonly to: number
}

export interface Seen {
  readonly document: Document
  readonly units: number
  readonly encoding: Network.Encoding
  readonly network: Network.Network
  readonly weights: ReadonlyArray<ReadonlyArray<number>>
  readonly thresholds: ReadonlyArray<number>
  readonly isSymmetric: boolean
  readonly energies: ArrayLike<number>
  readonly fixedPoints: ReadonlyArray<number>
  readonly attractors: ReadonlyArray<Attractor>
  /** Where updates lead under the schedule. */
  readonly arrows: ReadonlyArray<Arrow>
  readonly places: ReadonlyArray<Point>
  /** The whole run; it shows nothing before it has been begun. */
  readonly moves: ReadonlyArray<Move>
  readonly outcome: Recall.Outcome
  readonly end: number
  readonly current: number
  /** Σⱼ wᵢⱼ yⱼ of every unit now. */
  readonly nets: ReadonlyArray<number>
  /** The states passed through up to now, the start first. */
  readonly path: ReadonlyArray<number>
  /** Energy at the start and after each move of the run. */
  readonly course: ReadonlyArray<number>
}

/** Long enough to tell a run that wanders from one that rests. */
const maxSweeps = 60

const networkOf = latest((source: Memory, tie: Network.Tie): Network.Network =>
  source._tag === 'Weights'
    ? must(
        Network.fromWeights({
          encoding: source.encoding,
          tie,
          thresholds: must(Vector.fromArray(source.thresholds)),
        })(must(Matrix.fromRows(source.rows))),
      )
    : must(
        Network.fromPatterns({ diagonal: source.diagonal, tie })(source.rows.map((row) => must(Pattern.bipolar(row)))),
      ),
)

const graphOf = latest((network: Network.Network) => must(TransitionGraph.make()(network)))

const netsOf = (network: Network.Network, index: number): ReadonlyArray<number> => {
  const fields = must(LocalField.localFields(network)(TransitionGraph.stateAt(network)(index)))
  return Vector.toArray(fields).map((field, unit) => field + (network.thresholds.data[unit] ?? 0))
}

const attractorsOf = latest(
  (graph: TransitionGraph.TransitionGraph, isSynchronous: boolean): ReadonlyArray<Attractor> => {
    if (!isSynchronous)
      return graph.attractors.map((states) => ({ states, basin: new Set(TransitionGraph.basin(graph)(states)) }))
    const ends = Array.from(graph.energies, (_, state) => endOf(graph.synchronous, state))
    return graph.cycles.map(({ states }) => ({
      states,
      basin: new Set(ends.flatMap((end, state) => (states.includes(end) ? [state] : []))),
    }))
  },
)

/** A state of the cycle in which the map ends: after as many steps as there are states it is in it. */
const endOf = (synchronous: ArrayLike<number>, state: number): number =>
  Array.from({ length: synchronous.length }).reduce<number>((now) => synchronous[now] ?? now, state)

const arrowsOf = latest((graph: TransitionGraph.TransitionGraph, isSynchronous: boolean): ReadonlyArray<Arrow> =>
  isSynchronous
    ? Array.from(graph.synchronous, (to, from) => ({ from, to })).filter(({ from, to }) => from !== to)
    : TransitionGraph.edges(graph),
)

const placesOf = latest(
  (
    layout: Document['layout'],
    graph: TransitionGraph.TransitionGraph,
    attractors: ReadonlyArray<Attractor>,
  ): ReadonlyArray<Point> => {
    if (layout === 'cube') return cube(graph.network.size)
    const pull = Array.from(graph.energies, (_, state) => {
      const reached = attractors.flatMap(({ basin }, index) => (basin.has(state) ? [index] : []))
      return reached.reduce((total, index) => total + index, 0) / Math.max(1, reached.length)
    })
    return landscape(graph.energies, pull)
  },
)

const follow = (graph: TransitionGraph.TransitionGraph, start: number, units: ReadonlyArray<number | undefined>) =>
  units.reduce<{ readonly state: number; readonly moves: ReadonlyArray<Move> }>(
    ({ state, moves }, unit) => {
      const to = unit === undefined ? graph.synchronous[state] : graph.successors[state * graph.network.size + unit]
      const move = { unit, from: state, to: to ?? state, nets: netsOf(graph.network, state) }
      return { state: move.to, moves: [...moves, move] }
    },
    { state: start, moves: [] },
  )

const runOf = latest(
  (
    graph: TransitionGraph.TransitionGraph,
    start: number,
    byHand: Document['moves'],
    schedule: Document['schedule'],
    order: Document['order'],
    seed: number,
  ) => {
    const hand = follow(graph, start, byHand)
    const run = must(
      Recall.recall({ schedule: scheduleOf({ schedule, order, seed }), maxSweeps })(graph.network)(
        TransitionGraph.stateAt(graph.network)(hand.state),
      ),
    )
    const units =
      schedule === 'synchronous'
        ? Array.from({ length: run.sweeps }, () => undefined)
        : Array.from(run.trace.units, (unit) => unit)
    return { outcome: run.outcome, moves: [...hand.moves, ...follow(graph, hand.state, units).moves] }
  },
)

export const observe = (document: Document): Seen => {
  const network = networkOf(document.memory, document.tie)
  const graph = graphOf(network)
  const isSynchronous = document.schedule === 'synchronous'
  const attractors = attractorsOf(graph, isSynchronous)
  const { outcome, moves } = runOf(
    graph,
    document.start,
    document.moves,
    document.schedule,
    document.order,
    document.seed,
  )
  const at = Math.min(document.at, moves.length)
  const current = moves[at - 1]?.to ?? document.start
  const energyOf = (state: number): number => graph.energies[state] ?? 0
  return {
    document: { ...document, at, reach: Math.min(document.reach, moves.length) },
    units: unitsOf(document),
    encoding: network.encoding,
    network,
    weights: Matrix.toRows(Network.weights(network)),
    thresholds: Vector.toArray(network.thresholds),
    isSymmetric: Network.firstAsymmetry(network) === undefined,
    energies: graph.energies,
    fixedPoints: graph.fixedPoints,
    attractors,
    arrows: arrowsOf(graph, isSynchronous),
    places: placesOf(document.layout, graph, attractors),
    moves,
    outcome,
    end: moves.length,
    current,
    nets: netsOf(network, current),
    path: [document.start, ...moves.slice(0, at).map(({ to }) => to)],
    course: [energyOf(document.start), ...moves.map(({ to }) => energyOf(to))],
  }
}

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ outcome, end, document, units }: Seen): number | undefined =>
  outcome._tag === 'Cycle' ? end - outcome.period * (document.schedule === 'synchronous' ? 1 : units) : undefined
