/**
 * Letting an energy memory walk until it rests.
 *
 * Definitions: a run ends in a `FixedPoint` (nothing would change), in a `Cycle` (a state came back where chance plays
 *              no part), or `Exhausted` (neither within the allowed sweeps).
 * Convention:  `sweeps` counts the last one too, in which nothing changed.
 * Laws:        run_follows, run_outcome
 */
import { chainRec, either as E } from 'fp-ts'
import type { Random } from '@engram/linalg'
import type { EnergyMemory, Session } from './EnergyMemory.js'
import { ago, unroll, type Past } from './kernels/past.js'

export interface FixedPoint {
  readonly _tag: 'FixedPoint'
}

/** The states of the cycle in order, taken at the ends of sweeps; the first follows the last. */
export interface Cycle<S> {
  readonly _tag: 'Cycle'
  readonly period: number
  readonly states: ReadonlyArray<S>
}

export interface Exhausted {
  readonly _tag: 'Exhausted'
}

export type Outcome<S> = FixedPoint | Cycle<S> | Exhausted

export interface Run<S, T> {
  readonly start: S
  readonly state: S
  readonly outcome: Outcome<S>
  readonly sweeps: number
  /** E of the start, then after each sweep. */
  readonly energies: ReadonlyArray<number>
  /** What each sweep did. */
  readonly records: ReadonlyArray<T>
}

/** So many, in the order in which they came. */
const inOrder = <A>(count: number, past: Past<A> | undefined): ReadonlyArray<A> => {
  const items = Array.from<A>({ length: count })
  unroll(items, past)
  return items
}

interface Progress<S, T> {
  readonly session: Session<S, T>
  readonly random: Random.Random
  readonly sweeps: number
  readonly energies: Past<number>
  readonly records: Past<T> | undefined
  /** The states at the ends of the sweeps so far, the start included; kept only if they can tell a cycle. */
  readonly seen: Past<S>
}

type Stopped<S, T> = Progress<S, T> & { readonly outcome: Outcome<S> }

const step =
  <M, S, T>({ equals, deterministic }: EnergyMemory<M, S, T>, maxSweeps: number) =>
  (progress: Progress<S, T>): E.Either<Progress<S, T>, Stopped<S, T>> => {
    const { energies, records, seen, sweeps } = progress
    if (sweeps >= maxSweeps) return E.right({ ...progress, outcome: { _tag: 'Exhausted' } })
    const { session, random, record, rests, moved } = progress.session.sweep(progress.random)
    const state = deterministic && moved ? session.state() : undefined
    const next: Progress<S, T> = {
      session,
      random,
      sweeps: sweeps + 1,
      energies: { last: session.energy, before: energies },
      records: { last: record, before: records },
      seen: state === undefined ? seen : { last: state, before: seen },
    }
    if (rests) return E.right({ ...next, outcome: { _tag: 'FixedPoint' } })
    const period = state === undefined ? 0 : ago(seen, (earlier) => equals(earlier, state))
    return period === 0
      ? E.left(next)
      : E.right({ ...next, outcome: { _tag: 'Cycle', period, states: inOrder(period, seen) } })
  }

/**
 * Runs a memory from a start until it rests, repeats itself, or runs out of sweeps.
 *
 * Requires: a start that belongs to the memory; a natural number of sweeps
 * Cost:     what the memory prepares, once for all starts; one session, and its sweeps; for a memory without chance, one comparison with each state it has passed
 * Laws:     run_follows, run_outcome
 */
export const run =
  (maxSweeps: number) =>
  <M, S, T>(energyMemory: EnergyMemory<M, S, T>) =>
  (memory: M): ((start: S) => Run<S, T>) => {
    const open = energyMemory.open(memory)
    return (start) => {
      const opened = open(start)
      const begin: Progress<S, T> = {
        session: opened,
        random: energyMemory.random,
        sweeps: 0,
        energies: { last: opened.energy },
        records: undefined,
        seen: { last: start },
      }
      const { session, outcome, sweeps, energies, records } = chainRec.tailRec(begin, step(energyMemory, maxSweeps))
      return {
        start,
        state: session.state(),
        outcome,
        sweeps,
        energies: inOrder(sweeps + 1, energies),
        records: inOrder(sweeps, records),
      }
    }
  }
