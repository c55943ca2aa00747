/**
 * All states of a small network, and where each update leads.
 *
 * Definitions: as for every memory of units (`TransitionGraph` of associative-memory), here with the network itself.
 * Laws:        graph_successor, graph_acyclic_of_symmetric, graph_basin
 * References:  the sixteen states of the Kurdistan lecture; Hopfield (1982), fig. 2 for the picture.
 */
import { either as E, function as F } from 'fp-ts'
import { TransitionGraph as Graph } from '@engram/associative-memory'
import type { Vector } from '@engram/linalg'
import { sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { units } from './machine.js'
import type { Network, State } from './Network.js'

export type Edge = Graph.Edge
export type SynchronousCycle = Graph.SynchronousCycle

export interface TransitionGraph extends Graph.TransitionGraph {
  readonly network: Network
}

/** The largest network that is enumerated: 2¹⁶ states. */
export const maxUnits = Graph.maxUnits

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
  (network: Network): E.Either<HopfieldError, TransitionGraph> =>
    input !== undefined && input.length !== network.size
      ? E.left(sizeMismatch('TransitionGraph.make (input)', network.size, input.length))
      : F.pipe(
          Graph.make(units)({ network, input }),
          E.map((graph) => ({ ...graph, network })),
        )

/** The edges, ordered by where they come from and then by unit. Cost: O(2ⁿ·n) */
export const edges: (graph: TransitionGraph) => ReadonlyArray<Edge> = Graph.edges

/** All states from which one of the targets can be reached, the targets included; ascending. Laws: graph_basin */
export const basin: (graph: TransitionGraph) => (targets: ReadonlyArray<number>) => ReadonlyArray<number> = Graph.basin

/** The state with a given number. Requires: a whole number below 2ⁿ; bits beyond are ignored */
export const stateAt: (network: Network) => (index: number) => State = Graph.stateAt

/** The number of a state. */
export const indexOf: (state: State) => number = Graph.indexOf
