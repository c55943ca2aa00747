/**
 * All states of a small network, and where each update leads.
 *
 * Definitions: 2ⁿ nodes with their energies; an edge for every unit whose update changes the state. Fixed points are the
 *              nodes without edges; attractors are the sets of states that no update leaves and in which each state leads
 *              to each other one (a single fixed point, or a set in which the net wanders for ever).
 * Convention:  a state is numbered by its bits, up = 1, the first unit most significant: (1, 1, 1, −1) is 1110 = 14.
 * Laws:        graph_successor, graph_acyclic_of_symmetric, graph_basin
 * References:  the sixteen states of the Kurdistan lecture; Hopfield (1982), fig. 2 for the picture.
 */
import { either as E, nonEmptyArray as NEA } from 'fp-ts'
import { Tie } from '@engram/associative-memory'
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { ancestors, components, cycleEnds, leaking, orbit, tally, transitions, writeState } from './kernels/graph.js'
import { freshMachine } from './machine.js'
import { unsafeState, type Network, type State } from './Network.js'
import type { ReadonlyIntegers } from './Trace.js'

export interface TransitionGraph {
  readonly network: Network
  /** Energy of each state. */
  readonly energies: ReadonlyFloat64
  /** Where updating unit i leads from state s: entry s·n + i. */
  readonly successors: ReadonlyIntegers
  /** Where updating all units at once leads from each state. */
  readonly synchronous: ReadonlyIntegers
  /** States that no single update changes, ascending. */
  readonly fixedPoints: ReadonlyArray<number>
  /** Each ascending, ordered by their first states; a fixed point is an attractor of one. */
  readonly attractors: ReadonlyArray<ReadonlyArray<number>>
  /** Under synchronous updating, ordered by their first states. */
  readonly cycles: ReadonlyArray<SynchronousCycle>
}

/** A cycle in the order in which it is run through, beginning with its smallest state; a fixed point has length 1. */
export interface SynchronousCycle {
  readonly states: ReadonlyArray<number>
  /** How many states end in it, its own included. */
  readonly basin: number
}

/** An update that changes the state. */
export interface Edge {
  readonly from: number
  readonly to: number
  readonly unit: number
}

/** The largest network that is enumerated: 2¹⁶ states. */
export const maxUnits = 16

const range = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

const attractorsOf = (successors: Uint32Array, count: number, n: number): ReadonlyArray<ReadonlyArray<number>> => {
  const ints = () => new Int32Array(count)
  const component = ints()
  const total = components(component, ints(), ints(), ints(), ints(), new Uint8Array(count), successors, n)
  const leaks = new Uint8Array(total)
  leaking(leaks, component, successors, n)
  const members = range(count).filter((s) => leaks[component[s] ?? 0] === 0)
  return Object.values(NEA.groupBy((s: number) => `${component[s]}`)(members)).toSorted((a, b) => a[0] - b[0])
}

const cyclesOf = (synchronous: Uint32Array, count: number): ReadonlyArray<SynchronousCycle> => {
  const ends = new Int32Array(count)
  cycleEnds(ends, new Int32Array(count), synchronous)
  const basins = new Int32Array(count)
  tally(basins, ends)
  const states = new Uint32Array(count)
  return range(count)
    .filter((first) => (basins[first] ?? 0) > 0)
    .map((first) => ({
      states: Array.from(states.subarray(0, orbit(states, synchronous, first))),
      basin: basins[first] ?? 0,
    }))
}

/**
 * The transition graph of a network.
 *
 * Errors:   OutOfRange (more than 16 units), SizeMismatch (input)
 * Cost:     O(2ⁿ·n²); 16 units take a fraction of a second
 * Numerics: energies exact for integer weights, thresholds and input
 * Laws:     graph_successor, graph_acyclic_of_symmetric
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, TransitionGraph } from '@engram/hopfield'
 *
 * const graph = F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.chainW((stored) => Network.fromPatterns({})([stored])),
 *   E.chainW(TransitionGraph.make()),
 * )
 * E.map((all: TransitionGraph.TransitionGraph) => all.fixedPoints)(graph) // => E.right([1, 14])
 * E.map((all: TransitionGraph.TransitionGraph) => all.energies[14])(graph) // => E.right(-6)
 * ```
 */
export const make =
  (input?: Vector.Vector) =>
  (network: Network): E.Either<HopfieldError, TransitionGraph> => {
    const n = network.size
    if (n > maxUnits) return E.left(outOfRange('TransitionGraph.make', `at most ${maxUnits} units`, n))
    if (input !== undefined && input.length !== n)
      return E.left(sizeMismatch('TransitionGraph.make (input)', n, input.length))
    const count = 2 ** n
    const energies = new Float64Array(count)
    const successors = new Uint32Array(count * n)
    const synchronous = new Uint32Array(count)
    transitions(energies, successors, synchronous, freshMachine(network, input), Tie.lowerOf(network.encoding))
    const stays = (s: number): boolean => range(n).every((i) => successors[s * n + i] === s)
    return E.right({
      network,
      energies,
      successors,
      synchronous,
      fixedPoints: range(count).filter(stays),
      attractors: attractorsOf(successors, count, n),
      cycles: cyclesOf(synchronous, count),
    })
  }

/** The edges, ordered by where they come from and then by unit. Cost: O(2ⁿ·n) */
export const edges = ({ network: { size }, energies, successors }: TransitionGraph): ReadonlyArray<Edge> =>
  range(energies.length).flatMap((from) =>
    range(size)
      .map((unit) => ({ from, to: successors[from * size + unit] ?? from, unit }))
      .filter(({ to }) => to !== from),
  )

/**
 * All states from which one of the targets can be reached, the targets included; ascending.
 * A state may be in several such basins: chance, or the order of updates, decides where it ends.
 *
 * Requires: targets that are numbers of states; others are left out
 * Cost:     O(2ⁿ·n)
 * Laws:     graph_basin
 */
export const basin =
  ({ network: { size }, energies, successors }: TransitionGraph) =>
  (targets: ReadonlyArray<number>): ReadonlyArray<number> => {
    const known = [...new Set(targets)].filter((s) => Number.isInteger(s) && s >= 0 && s < energies.length)
    const reached = Uint8Array.from({ length: energies.length }, (_, s) => (known.includes(s) ? 1 : 0))
    const queue = Uint32Array.from({ length: energies.length }, (_, k) => known[k] ?? 0)
    ancestors(reached, queue, known.length, successors, size)
    return range(energies.length).filter((s) => reached[s] === 1)
  }

/** The state with a given number. Requires: a whole number below 2ⁿ; bits beyond are ignored */
export const stateAt =
  (network: Network) =>
  (index: number): State => {
    const values = new Int8Array(network.size)
    writeState(values, index, network.size, Tie.lowerOf(network.encoding))
    return unsafeState(network)(values)
  }

/** The number of a state. */
export const indexOf = (state: State): number =>
  Array.prototype.reduce.call<ReadonlyIntegers, [(index: number, value: number) => number, number], number>(
    state.data,
    (index, value) => 2 * index + (value === 1 ? 1 : 0),
    0,
  )
