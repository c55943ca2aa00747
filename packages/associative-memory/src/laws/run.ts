/**
 * Laws of runs, whatever the memory: checked on memories that are nothing but a table of next states (row A10).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Random } from '@engram/linalg'
import type { EnergyMemory, Session } from '../EnergyMemory.js'
import * as Run from '../Run.js'
import { equalNumbers } from './adapters.js'
import type { Numbers } from './arbitraries.js'

/** From each state to the next, and the energy of each. */
export interface Table {
  readonly next: Numbers
  readonly energies: Numbers
}

const at =
  ({ next, energies }: Table) =>
  (state: number): Session<number, number> => {
    const to = next[state] ?? state
    return {
      energy: energies[state] ?? 0,
      state: () => state,
      sweep: (random) => ({
        session: at({ next, energies })(to),
        random,
        rests: next[to] === to,
        moved: to !== state,
        record: to,
      }),
    }
  }

/** A table as an energy memory; a record is the state after the sweep. */
export const tableMemory: EnergyMemory<Table, number, number> = {
  deterministic: true,
  random: Random.fromSeed(0),
  equals: (a, b) => a === b,
  open: at,
}

export type RunTable = (maxSweeps: number, table: Table, start: number) => Run.Run<number, number>

export const runTable: RunTable = (maxSweeps, table, start) => Run.run(maxSweeps)(tableMemory)(table)(start)

/** A table, a start in it, and how many sweeps a run may have. */
export const tables = fc.integer({ min: 1, max: 7 }).chain((n) => {
  const column = (entry: fc.Arbitrary<number>) => fc.array(entry, { minLength: n, maxLength: n })
  const state = fc.integer({ min: 0, max: n - 1 })
  return fc.tuple(
    fc.integer({ min: 0, max: 20 }),
    fc.record({ next: column(state), energies: column(fc.integer({ min: -3, max: 3 })) }, { noNullPrototype: true }),
    state,
  )
})

/** The states from a start on, as many as are asked for. */
export const orbit = ({ next }: Table, start: number, length: number): Numbers =>
  Array.from({ length }).reduce<Numbers>((path) => [...path, next[path[path.length - 1] ?? start] ?? start], [start])

export const runFollows = Law.law<RunTable>({
  id: 'run_follows',
  statement:
    'a run passes from each state to its next, records every step, and tells the energy of every state it was in',
  source: 'lecture M, "(Recurrent) auto-associative with threshold function algorithm"',
  rows: ['A10'],
  hypotheses: [],
  property: (run) =>
    fc.property(tables, ([maxSweeps, table, start]) => {
      const told = run(maxSweeps, table, start)
      const path = orbit(table, start, told.sweeps)
      return (
        told.sweeps <= maxSweeps &&
        told.state === path[told.sweeps] &&
        equalNumbers(told.records, path.slice(1)) &&
        equalNumbers(
          told.energies,
          path.map((state) => table.energies[state] ?? NaN),
        )
      )
    }),
  countermodels: [
    {
      id: 'start_forgotten',
      description: 'does not tell the energy of the start',
      implementation: (...given) => {
        const told = runTable(...given)
        return { ...told, energies: told.energies.slice(1) }
      },
    },
    {
      id: 'one_behind',
      description: 'answers the state before the last sweep',
      implementation: (maxSweeps, table, start) => {
        const told = runTable(maxSweeps, table, start)
        return { ...told, state: orbit(table, start, told.sweeps)[told.sweeps - 1] ?? start }
      },
    },
  ],
})

/** What the whole orbit says: n states are enough to see every return. */
const expected = (
  table: Table,
  start: number,
  maxSweeps: number,
): { readonly tag: string; readonly period: number } => {
  const path = orbit(table, start, 2 * table.next.length)
  const again = path.findIndex((state, k) => path.indexOf(state) < k)
  const period = again - path.indexOf(path[again] ?? -1)
  const needed = period === 1 ? Math.max(1, again - 1) : again
  return needed > maxSweeps ? { tag: 'Exhausted', period: 0 } : { tag: period === 1 ? 'FixedPoint' : 'Cycle', period }
}

export const runOutcome = Law.law<RunTable>({
  id: 'run_outcome',
  statement:
    'a run ends in a fixed point where a state is its own next, in a cycle of the right states where one comes back, and else only when its sweeps are used up',
  source: 'lecture M, stopping condition: x matches a previous vector, or the maximum number of iterations is reached',
  rows: ['A10'],
  hypotheses: [],
  property: (run) =>
    fc.property(tables, ([maxSweeps, table, start]) => {
      const { outcome } = run(maxSweeps, table, start)
      const { tag, period } = expected(table, start, maxSweeps)
      return (
        outcome._tag === tag &&
        (outcome._tag !== 'Cycle' ||
          (outcome.period === period &&
            outcome.states.length === period &&
            outcome.states.every((state, k) => table.next[state] === outcome.states[(k + 1) % period])))
      )
    }),
  countermodels: [
    {
      id: 'energy_repeats',
      description: 'takes an energy that repeats for a fixed point',
      implementation: (...given) => {
        const told = runTable(...given)
        const quiet = told.energies.some((energy, k) => k > 0 && energy === told.energies[k - 1])
        return quiet ? { ...told, outcome: { _tag: 'FixedPoint' } } : told
      },
    },
    {
      id: 'start_only',
      description: 'sees a cycle only when the start comes back',
      implementation: (...given) => {
        const told = runTable(...given)
        const { outcome, start } = told
        return outcome._tag === 'Cycle' && !outcome.states.includes(start)
          ? { ...told, outcome: { _tag: 'Exhausted' } }
          : told
      },
    },
  ],
})
