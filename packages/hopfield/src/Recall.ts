/**
 * Letting a network run until it rests.
 *
 * Definitions: a run ends in a `FixedPoint` (no unit would change), in a `Cycle` (a state came back under a schedule
 *              without chance), or `Exhausted` (neither within the allowed sweeps).
 * Convention:  the external input is held during the whole run; to use it as a start only, pass it as the start.
 *              `sweeps` counts the last one too, in which nothing changed.
 * Laws:        recall_eq_reference, recall_fixedPoint, energy_trace_le, synchronous_period_le_two, recall_pure
 * References:  Hopfield (1982); Fausett (1994) §3.4.4; Goles, Fogelman and Pellegrin (1985) for cycles.
 */
import { chainRec, either as E, function as F } from 'fp-ts'
import { Pattern, Tie } from '@engram/associative-memory'
import type { Random, Vector } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { allAtOnce, energyOf, isAtRest, oneByOne, type Columns, type Machine } from './kernels/update.js'
import { columnsOf, fit, joinColumns, machineOf } from './machine.js'
import { replay } from './kernels/columns.js'
import { encodingOf, unsafeState, type Network, type State } from './Network.js'
import * as Schedule from './Schedule.js'
import type { Trace } from './Trace.js'

export interface FixedPoint {
  readonly _tag: 'FixedPoint'
}

/** The states of the cycle in order, taken at the ends of sweeps; the first follows the last. */
export interface Cycle {
  readonly _tag: 'Cycle'
  readonly period: number
  readonly states: ReadonlyArray<State>
}

export interface Exhausted {
  readonly _tag: 'Exhausted'
}

export type Outcome = FixedPoint | Cycle | Exhausted

export interface Recall {
  readonly schedule: Schedule.Schedule
  readonly start: State
  readonly state: State
  readonly outcome: Outcome
  readonly sweeps: number
  readonly flips: number
  /** E of the start, then after each sweep. */
  readonly energies: ReadonlyArray<number>
  readonly trace: Trace
}

export interface Options {
  readonly schedule: Schedule.Schedule
  /** 1000 by default. */
  readonly maxSweeps?: number
  /** External input, held; 0 by default. */
  readonly input?: Vector.Vector
}

const defaultMaxSweeps = 1000

interface Progress {
  readonly random: Random.Random
  readonly energies: ReadonlyArray<number>
  readonly flips: number
  /** The states at the ends of the sweeps so far, the start included; kept only if they can tell a cycle. */
  readonly seen: ReadonlyArray<State>
  readonly columns: ReadonlyArray<Columns>
}

type Stop = Progress & { readonly outcome: Outcome }

const cycleOf = (seen: ReadonlyArray<State>, state: State): Cycle | undefined => {
  const first = seen.findLastIndex((earlier) => Pattern.equalComponents(earlier, state))
  return first < 0 ? undefined : { _tag: 'Cycle', period: seen.length - first, states: seen.slice(first) }
}

const runSweep =
  (options: Options, network: Network, machine: Machine, maxSweeps: number) =>
  (progress: Progress): E.Either<Progress, Stop> => {
    const { schedule } = options
    if (progress.columns.length >= maxSweeps) return E.right({ ...progress, outcome: { _tag: 'Exhausted' } })
    const [order, random] = Schedule.sweep(schedule, network.size)(progress.random)
    const columns = columnsOf(network.size)
    const before = progress.energies[progress.energies.length - 1] ?? 0
    const flips =
      schedule._tag === 'Synchronous' ? allAtOnce(columns, machine, before) : oneByOne(columns, machine, order, before)
    const state = unsafeState(network)(Int8Array.from(machine.state))
    const deterministic = Schedule.isDeterministic(schedule)
    const cycle = deterministic && flips > 0 ? cycleOf(progress.seen, state) : undefined
    const next: Progress = {
      random,
      energies: [...progress.energies, columns.energies[network.size - 1] ?? before],
      flips: progress.flips + flips,
      seen: deterministic ? [...progress.seen, state] : progress.seen,
      columns: [...progress.columns, columns],
    }
    const resting = flips === 0 && (schedule._tag !== 'RandomUnit' || isAtRest(machine))
    return resting
      ? E.right({ ...next, outcome: { _tag: 'FixedPoint' } })
      : cycle !== undefined
        ? E.right({ ...next, outcome: cycle })
        : E.left(next)
  }

const run = (options: Options, network: Network, start: State, maxSweeps: number): Recall => {
  const machine = machineOf(network, options.input, start)
  const begin: Progress = {
    random: Schedule.start(options.schedule),
    energies: [energyOf(machine)],
    flips: 0,
    seen: [start],
    columns: [],
  }
  const end = chainRec.tailRec(begin, runSweep(options, network, machine, maxSweeps))
  return {
    schedule: options.schedule,
    start,
    state: unsafeState(network)(machine.state),
    outcome: end.outcome,
    sweeps: end.columns.length,
    flips: end.flips,
    energies: end.energies,
    trace: joinColumns(end.columns),
  }
}

const allowed = (maxSweeps: number): E.Either<HopfieldError, number> =>
  Number.isInteger(maxSweeps) && maxSweeps >= 0
    ? E.right(maxSweeps)
    : E.left(outOfRange('Recall.recall (maxSweeps)', 'a natural number', maxSweeps))

/**
 * Runs a network from a start state until it rests, repeats itself, or runs out of sweeps.
 *
 * Shapes:   start [n], input [n] → end state [n], trace of sweeps·n entries
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, OutOfRange (maxSweeps)
 * Cost:     O(n²) to begin, then O(n) a sweep and O(n) a flip (integer weights); O(P·n) a sweep for implicit couplings
 * Numerics: every decision is taken as by the textbook sum in the order of the units; energies in the trace are carried
 *           along, exact for integer weights, and never rise where a unit follows its field and wᵢᵢ ≥ 0
 * Laws:     recall_eq_reference, recall_fixedPoint, energy_trace_le, synchronous_period_le_two
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
  (options: Options) =>
  (network: Network) =>
  (start: State): E.Either<HopfieldError, Recall> =>
    F.pipe(
      E.Do,
      E.apS('maxSweeps', allowed(options.maxSweeps ?? defaultMaxSweeps)),
      E.apS('schedule', Schedule.fitting(network.size)(options.schedule)),
      E.apS('state', fit('Recall.recall', network, options.input)(start)),
      E.map(({ maxSweeps, state }) => run(options, network, state, maxSweeps)),
    )

/**
 * The state after the first k updates of a run; synchronous runs change at the ends of sweeps only.
 *
 * Requires: k counts as the nearest of 0 … length of the trace
 * Cost:     O(n + k)
 */
export const stateAt =
  ({ schedule, start, trace }: Recall) =>
  (updates: number): State => {
    const within = Math.min(Math.max(0, Math.floor(updates) || 0), trace.units.length)
    const whole = schedule._tag === 'Synchronous' ? within - (within % start.length) : within
    const values = Int8Array.from(start.data)
    replay(values, trace, whole, Tie.lowerOf(encodingOf(start)))
    return { ...start, data: values }
  }
