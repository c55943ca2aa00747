/**
 * Letting an energy memory walk until it rests.
 *
 * Definitions: a run ends in a `FixedPoint` (nothing would change), in a `Cycle` (a state came back where chance plays
 *              no part), or `Exhausted` (neither within the allowed sweeps).
 * Convention:  `sweeps` counts the last one too, in which nothing changed.
 * Laws:        run_follows, run_outcome
 */
import { chainRec, either as E, option as O, readonlyArray as RA } from 'fp-ts'
import type { Random } from '@engram/linalg'
import type { EnergyMemory, Session } from './EnergyMemory.js'

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

/** What came last, and all that came before: longer by one in a moment, however long it is. */
interface Past<A> {
  readonly last: A
  readonly before?: Past<A> | undefined
}

/** In the order in which it came. */
const inOrder = <A>(past: Past<A> | undefined): ReadonlyArray<A> =>
  RA.unfold(past, (each) => (each === undefined ? O.none : O.some([each.last, each.before]))).toReversed()

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

/** How many states ago there was an equal one; nothing if there never was. */
const ago = <S>(equals: (a: S, b: S) => boolean, seen: Past<S>, state: S): number | undefined =>
  chainRec.tailRec<readonly [Past<S> | undefined, number], number | undefined>([seen, 1], ([past, count]) => {
    if (past === undefined) return E.right(undefined)
    return equals(past.last, state) ? E.right(count) : E.left([past.before, count + 1])
  })

const step =
  <M, S, T>({ equals, deterministic }: EnergyMemory<M, S, T>, maxSweeps: number) =>
  (progress: Progress<S, T>): E.Either<Progress<S, T>, Stopped<S, T>> => {
    const { energies, records, seen, sweeps } = progress
    if (sweeps >= maxSweeps) return E.right({ ...progress, outcome: { _tag: 'Exhausted' } })
    const { session, random, record, rests, moved } = progress.session.sweep(progress.random)
    const state = deterministic && moved ? [session.state()] : []
    const next: Progress<S, T> = {
      session,
      random,
      sweeps: sweeps + 1,
      energies: { last: session.energy, before: energies },
      records: { last: record, before: records },
      seen: state.reduce<Past<S>>((before, last) => ({ last, before }), seen),
    }
    if (rests) return E.right({ ...next, outcome: { _tag: 'FixedPoint' } })
    const period = state.map((each) => ago(equals, seen, each)).find((each) => each !== undefined)
    return period === undefined
      ? E.left(next)
      : E.right({ ...next, outcome: { _tag: 'Cycle', period, states: inOrder(seen).slice(-period) } })
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
        energies: inOrder(energies),
        records: inOrder(records),
      }
    }
  }
