/**
 * All states of a small memory, and where each update leads.
 *
 * Definitions: 2ⁿ nodes with their energies; an edge for every unit whose update changes the state. Fixed points are the
 *              nodes without edges; attractors are the sets of states that no update leaves and in which each state leads
 *              to each other one (a single fixed point, or a set in which the net wanders for ever).
 * Convention:  a state is numbered by its bits, up = 1, the first unit most significant: (1, 1, 1, −1) is 1110 = 14.
 * Laws:        graph_successor, graph_acyclic_of_symmetric, graph_basin
 * References:  the sixteen states of the Kurdistan lecture; Hopfield (1982), fig. 2 for the picture.
 */
import { either as E, nonEmptyArray as NEA } from 'fp-ts'
import type { ReadonlyFloat64, ReadonlyWords } from '@engram/linalg'
import { components, cycleEnds, descends, leaking, orbit, tally, transitions, writeState } from './kernels/graph.js'
import { addAncestors, include, inNone, members, sizeOf, wordsOf } from './kernels/states.js'
import { outOfRange, type MemoryError } from './MemoryError.js'
import { unsafePattern, type Pattern } from './Pattern.js'
import { lowerOf, type Encoding } from './Tie.js'
import type { ReadonlyIntegers } from './Trace.js'
import type { UnitMemory } from './UnitMemory.js'

export interface TransitionGraph {
  readonly size: number
  readonly encoding: Encoding
  /** Energy of each state. */
  readonly energies: ReadonlyFloat64
  /** Where updating unit i leads from state s: entry s·n + i. */
  readonly successors: ReadonlyIntegers
  /** The states that the update of unit i changes: bit s of its 2ⁿ bits, which are ⌈2ⁿ/32⌉ words. */
  readonly changes: ReadonlyWords
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

const statesOf = (set: ReadonlyWords): ReadonlyArray<number> => {
  const states = new Uint32Array(sizeOf(set))
  members(states, set)
  return Array.from(states)
}

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
 * The transition graph of a memory of two-valued units.
 *
 * Errors: OutOfRange (more than 16 units)
 * Cost:   2ⁿ energies, n·2ⁿ fields and one move of the machine between two states; 16 units take a fraction of a second
 * Laws:   graph_successor, graph_acyclic_of_symmetric
 */
export const make =
  <M>(units: UnitMemory<M>) =>
  (memory: M): E.Either<MemoryError, TransitionGraph> => {
    const size = units.size(memory)
    const encoding = units.encoding(memory)
    if (size > maxUnits) return E.left(outOfRange('TransitionGraph.make', `at most ${maxUnits} units`, size))
    const count = 2 ** size
    const energies = new Float64Array(count)
    const successors = new Uint32Array(count * size)
    const synchronous = new Uint32Array(count)
    const changes = new Uint32Array(size * wordsOf(size))
    const machine = units.machine(memory)(new Int8Array(size))
    transitions(energies, successors, synchronous, changes, machine, lowerOf(encoding))
    const resting = new Uint32Array(wordsOf(size))
    inNone(resting, changes, size)
    const fixedPoints = statesOf(resting)
    return E.right({
      size,
      encoding,
      energies,
      successors,
      changes,
      synchronous,
      fixedPoints,
      attractors: descends(energies, successors, size)
        ? fixedPoints.map((s) => [s])
        : attractorsOf(successors, count, size),
      cycles: cyclesOf(synchronous, count),
    })
  }

/** The edges, ordered by where they come from and then by unit. Cost: O(2ⁿ·n) */
export const edges = ({ size, energies, successors }: TransitionGraph): ReadonlyArray<Edge> =>
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
 * Cost:     O(2ⁿ·n/32) for each time that the set grows: the longest walk at most
 * Laws:     graph_basin
 */
export const basin =
  ({ size, energies, changes }: TransitionGraph) =>
  (targets: ReadonlyArray<number>): ReadonlyArray<number> => {
    const reached = new Uint32Array(wordsOf(size))
    targets.filter((s) => Number.isInteger(s) && s >= 0 && s < energies.length).forEach((s) => include(reached, 0, s))
    addAncestors(reached, changes, size)
    return statesOf(reached)
  }

/** The state with a given number. Requires: a whole number below 2ⁿ; bits beyond are ignored */
export const stateAt =
  ({ size, encoding }: { readonly size: number; readonly encoding: Encoding }) =>
  (index: number): Pattern => {
    const values = new Int8Array(size)
    writeState(values, index, size, lowerOf(encoding))
    return unsafePattern(encoding === 'bipolar' ? 'Bipolar' : 'Binary', values)
  }

/** The number of a state. */
export const indexOf = (state: Pattern): number =>
  Array.from(state.data).reduce((index, value) => 2 * index + (value === 1 ? 1 : 0), 0)
