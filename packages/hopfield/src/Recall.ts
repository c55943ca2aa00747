/**
 * Letting a network run until it rests.
 *
 * Definitions: a run ends in a `FixedPoint` (no unit would change), in a `Cycle` (a state came back under a schedule
 *              without chance), or `Exhausted` (neither within the allowed sweeps).
 * Convention:  the external input is held during the whole run; to use it as a start only, pass it as the start.
 *              `sweeps` counts the last one too, in which nothing changed.
 * Laws:        recall_eq_reference, recall_fixedPoint, energy_trace_le, synchronous_period_le_two, recall_pure,
 *              recall_all_eq_recall
 * References:  Hopfield (1982); Fausett (1994) §3.4.4; Goles, Fogelman and Pellegrin (1985) for cycles.
 */
import { either as E, function as F } from 'fp-ts'
import { Retrieval, type Run } from '@engram/associative-memory'
import type { Vector } from '@engram/linalg'
import type { HopfieldError } from './HopfieldError.js'
import { fit, units } from './machine.js'
import type { Network, State } from './Network.js'

export type FixedPoint = Run.FixedPoint
export type Cycle = Run.Cycle<State>
export type Exhausted = Run.Exhausted
export type Outcome = Run.Outcome<State>

/** A run and everything that happened in it. */
export type Recall = Retrieval.Retrieval<State>

/** Where a run ended, and how it came there. */
export type End = Retrieval.End<State>

export interface Options extends Retrieval.Options {
  /** External input, held; 0 by default. */
  readonly input?: Vector.Vector
}

/**
 * Runs a network from a start state until it rests, repeats itself, or runs out of sweeps.
 *
 * Shapes:   start [n], input [n] → end state [n], trace of sweeps·n entries
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     O(n²) to begin, then O(n) a sweep and O(n) a flip (integer weights); O(P·n) a sweep for patterns, O(m) for m
 *           sparse couplings. What does not depend on the start is prepared when the network is given: keep
 *           `recall(options)(network)` for many starts
 * Numerics: every decision is taken as by the textbook sum in the order of the units; energies in the trace are carried
 *           along, exact for integer weights, and never rise where a unit follows its field and wᵢᵢ ≥ 0
 * Laws:     recall_eq_reference, recall_fixedPoint, recall_blocks_fixedPoint, energy_trace_le, synchronous_period_le_two,
 *           synchronous_period_eq_four
 * Source:   Hopfield (1982); Fausett (1994) §3.4.4
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Recall, Schedule } from '@engram/hopfield'
 *
 * const recalled = F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('probe', Pattern.bipolar([-1, -1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, probe }) => Recall.recall({ schedule: Schedule.ordered([0, 1, 2, 3]) })(network)(probe)),
 * )
 * E.map((recall: Recall.Recall) => Pattern.toArray(recall.state))(recalled) // => E.right([1, 1, 1, -1])
 * E.map((recall: Recall.Recall) => recall.energies)(recalled) // => E.right([2, -6, -6])
 * ```
 */
export const recall =
  ({ input, ...options }: Options) =>
  (network: Network): ((start: State) => E.Either<HopfieldError, Recall>) => {
    const driven = { network, input }
    const from = Retrieval.retrieve(options)(units)(driven)
    return F.flow(fit('Recall.recall', driven), E.chainW(from))
  }

/**
 * Runs a network from each of many starts, and tells where the runs end without what happened in them.
 *
 * Shapes:   starts [n] each, input [n] → as many ends
 * Errors:   as `recall`, for the first start that does not fit
 * Cost:     as `recall` for each start; the network is prepared once, and no trace is written
 * Numerics: the same, to the last bit
 * Laws:     recall_all_eq_recall
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Recall, Schedule } from '@engram/hopfield'
 *
 * const ends = F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('near', Pattern.bipolar([-1, 1, 1, -1])),
 *   E.apS('far', Pattern.bipolar([-1, -1, -1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({ couplings: 'packed' })([stored])),
 *   E.chainW(({ network, near, far }) => Recall.recallAll({ schedule: Schedule.synchronous })(network)([near, far])),
 * )
 * const states = E.map((all: ReadonlyArray<Recall.End>) => all.map(({ state }) => Pattern.toArray(state)))
 * states(ends) // => E.right([[1, 1, 1, -1], [-1, -1, -1, 1]])
 * ```
 */
export const recallAll =
  ({ input, ...options }: Options) =>
  (network: Network): ((starts: ReadonlyArray<State>) => E.Either<HopfieldError, ReadonlyArray<End>>) => {
    const driven = { network, input }
    const fromAll = Retrieval.retrieveAll(options)(units)(driven)
    return F.flow(E.traverseArray(fit('Recall.recallAll', driven)), E.chainW(fromAll))
  }

/**
 * The state after the first k updates of a run; units that are asked at once change with the last of them.
 *
 * Requires: k counts as the nearest of 0 … length of the trace
 * Cost:     O(n + k)
 */
export const stateAt: (recall: Recall) => (updates: number) => State = Retrieval.stateAt
