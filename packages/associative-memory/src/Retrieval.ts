/**
 * Runs of units, with everything that happened in them.
 *
 * Definitions: a retrieval is a run under a schedule together with its trace; `stateAt` plays it back. `retrieveAll` runs
 *              from many starts and keeps where they end.
 * Laws:        run_follows, run_outcome
 */
import { either as E, function as F } from 'fp-ts'
import { countFlips, join, replay } from './kernels/columns.js'
import { outOfRange, type MemoryError } from './MemoryError.js'
import { run, type Outcome, type Run } from './Run.js'
import * as Schedule from './Schedule.js'
import type { Trace } from './Trace.js'
import { columnsOf, under, untraced, type Columns, type State, type UnitMemory } from './UnitMemory.js'

/** Where a run ended, and how it came there. */
export interface End<S extends State> {
  readonly state: S
  readonly outcome: Outcome<S>
  readonly sweeps: number
  readonly flips: number
  /** E of the start, then after each sweep. */
  readonly energies: ReadonlyArray<number>
}

export interface Retrieval<S extends State> extends End<S> {
  readonly schedule: Schedule.Schedule
  readonly start: S
  readonly trace: Trace
}

export interface Options {
  readonly schedule: Schedule.Schedule
  /** 1000 by default. */
  readonly maxSweeps?: number
}

const defaultMaxSweeps = 1000

const allowed = (maxSweeps: number): E.Either<MemoryError, number> =>
  Number.isInteger(maxSweeps) && maxSweeps >= 0
    ? E.right(maxSweeps)
    : E.left(outOfRange('Recall.recall (maxSweeps)', 'a natural number', maxSweeps))

const permitted =
  ({ schedule, maxSweeps = defaultMaxSweeps }: Options) =>
  (size: number): E.Either<MemoryError, number> =>
    F.pipe(
      Schedule.fitting(size)(schedule),
      E.chain(() => allowed(maxSweeps)),
    )

/** States come out of a walk as they went in: with other values, and else the same. */
type FromEach<T> = <S extends State>(start: S) => Run<S, T>

/**
 * Runs a memory of units from a start until it rests, repeats itself, or runs out of sweeps.
 *
 * Requires: a start that belongs to the memory
 * Errors:   NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     what the memory prepares, once for all starts, and a machine and its fields; n entries of trace a sweep
 */
export const retrieve = (options: Options) => {
  const { schedule } = options
  return <M>(units: UnitMemory<M>) =>
    (memory: M): (<S extends State>(start: S) => E.Either<MemoryError, Retrieval<S>>) => {
      const prepared = F.pipe(
        permitted(options)(units.size(memory)),
        E.map((sweeps) => run(sweeps)(under(schedule)<M, State>(units))(memory) as FromEach<Columns>),
      )
      return <S extends State>(start: S) =>
        F.pipe(
          prepared,
          E.map((from) => {
            const { state, outcome, sweeps, energies, records } = from(start)
            const trace = columnsOf(records.reduce((total, { units: asked }) => total + asked.length, 0))
            join(trace, records)
            return { schedule, start, state, outcome, sweeps, flips: countFlips(trace), energies, trace }
          }),
        )
    }
}

/**
 * Runs a memory of units from each of many starts, and keeps no trace.
 *
 * Requires: starts that belong to the memory
 * Errors:   NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     what the memory prepares, once for all starts, and a machine and its fields for each
 * Laws:     recall_all_eq_recall
 */
export const retrieveAll = (options: Options) => {
  const { schedule } = options
  return <M>(units: UnitMemory<M>) =>
    (memory: M): (<S extends State>(starts: ReadonlyArray<S>) => E.Either<MemoryError, ReadonlyArray<End<S>>>) => {
      const prepared = F.pipe(
        permitted(options)(units.size(memory)),
        E.map((sweeps) => run(sweeps)(untraced(schedule)<M, State>(units))(memory) as FromEach<number>),
      )
      return <S extends State>(starts: ReadonlyArray<S>) =>
        F.pipe(
          prepared,
          E.map((from) =>
            starts.map((each) => {
              const { state, outcome, sweeps, energies, records } = from(each)
              return { state, outcome, sweeps, flips: records.reduce((total, flips) => total + flips, 0), energies }
            }),
          ),
        )
    }
}

/**
 * The state after the first k updates of a run; units that are asked at once change with the last of them.
 *
 * Requires: k counts as the nearest of 0 … length of the trace
 * Cost:     O(n + k)
 */
export const stateAt =
  <S extends State>({ schedule, start, trace }: Retrieval<S>) =>
  (updates: number): S => {
    const within = Math.min(Math.max(0, Math.floor(updates) || 0), trace.units.length)
    const values = Int8Array.from(start.data)
    replay(values, trace, Schedule.settled(schedule, start.length)(within))
    return { ...start, data: values }
  }
