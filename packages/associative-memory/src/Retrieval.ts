/**
 * Runs of units, with everything that happened in them.
 *
 * Definitions: a retrieval is a run under a schedule together with its trace; `stateAt` plays it back.
 * Laws:        run_follows, run_outcome
 */
import { either as E, function as F } from 'fp-ts'
import { join, replay } from './kernels/columns.js'
import { outOfRange, type MemoryError } from './MemoryError.js'
import { run, type Outcome } from './Run.js'
import * as Schedule from './Schedule.js'
import type { Trace } from './Trace.js'
import { columnsOf, under, type State, type UnitMemory } from './UnitMemory.js'

export interface Retrieval<S extends State> {
  readonly schedule: Schedule.Schedule
  readonly start: S
  readonly state: S
  readonly outcome: Outcome<S>
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
}

const defaultMaxSweeps = 1000

const allowed = (maxSweeps: number): E.Either<MemoryError, number> =>
  Number.isInteger(maxSweeps) && maxSweeps >= 0
    ? E.right(maxSweeps)
    : E.left(outOfRange('Recall.recall (maxSweeps)', 'a natural number', maxSweeps))

/**
 * Runs a memory of units from a start until it rests, repeats itself, or runs out of sweeps.
 *
 * Requires: a start that belongs to the memory
 * Errors:   NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     what the memory needs for a machine and a field; n entries of trace a sweep
 */
export const retrieve =
  ({ schedule, maxSweeps = defaultMaxSweeps }: Options) =>
  <M>(units: UnitMemory<M>) =>
  (memory: M) =>
  <S extends State>(start: S): E.Either<MemoryError, Retrieval<S>> =>
    F.pipe(
      Schedule.fitting(units.size(memory))(schedule),
      E.chain(() => allowed(maxSweeps)),
      E.map((sweepsAllowed) => {
        const walk = under(schedule)<M, S>(units)
        const { state, outcome, sweeps, energies, records } = run(sweepsAllowed)(walk)(memory)(start)
        const trace = columnsOf(records.reduce((total, { units: asked }) => total + asked.length, 0))
        join(trace, records)
        const flips = trace.flipped.reduce((total, flipped) => total + flipped, 0)
        return { schedule, start, state, outcome, sweeps, flips, energies, trace }
      }),
    )

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
