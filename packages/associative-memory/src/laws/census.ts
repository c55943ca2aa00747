/**
 * Laws of censuses and basins, on memories that are tables of next states (row A10).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Census from '../Census.js'
import type { Numbers } from './arbitraries.js'
import { orbit, tableMemory, tables, type Table } from './run.js'

/** A census and a basin of a table, over all of its states as starts. */
export interface Surveyor {
  readonly census: (table: Table) => Census.Census<number>
  readonly returning: (table: Table, home: number) => Census.Returning
}

const all = ({ next }: Table): Numbers => next.map((_, state) => state)

/** Every run of a table is over within as many sweeps as it has states, and one to see it. */
const enough = 20

export const surveyor: Surveyor = {
  census: (table) => Census.census(enough)(tableMemory)(table)(all(table)),
  returning: (table, home) => Census.returning(enough)(tableMemory)(table)(home, all(table)),
}

/** Where the orbit of a state is after more steps than there are states, if it rests there. */
const restOf = (table: Table, start: number): number | undefined => {
  const end = orbit(table, start, table.next.length)[table.next.length] ?? start
  return table.next[end] === end ? end : undefined
}

export const censusTotal = Law.law<Surveyor>({
  id: 'census_total',
  statement: 'a census counts every start once, under the fixed point that it leads to or among the cycles',
  source: 'definition; Amit, Gutfreund and Sompolinsky (1985) for its use',
  rows: ['A10', 'H8'],
  hypotheses: [],
  property: ({ census }) =>
    fc.property(tables, ([, table]) => {
      const { attractors, cycles, exhausted } = census(table)
      const ends = all(table).map((start) => restOf(table, start))
      return (
        exhausted === 0 &&
        cycles === ends.filter((end) => end === undefined).length &&
        attractors.length === new Set(ends.filter((end) => end !== undefined)).size &&
        attractors.every(
          ({ state, count }, k) =>
            count === ends.filter((end) => end === state).length && count <= (attractors[k - 1]?.count ?? Infinity),
        )
      )
    }),
  countermodels: [
    {
      id: 'cycles_as_states',
      description: 'takes a state of a cycle for an attractor',
      implementation: {
        ...surveyor,
        census: (table) => {
          const told = surveyor.census(table)
          return told.cycles === 0
            ? told
            : { ...told, cycles: 0, attractors: told.attractors.concat([{ state: -1, count: told.cycles }]) }
        },
      },
    },
    {
      id: 'unsorted',
      description: 'lists the rarest first',
      implementation: {
        ...surveyor,
        census: (table) => {
          const told = surveyor.census(table)
          return { ...told, attractors: told.attractors.toReversed() }
        },
      },
    },
  ],
})

export const returningShare = Law.law<Surveyor>({
  id: 'returning_share',
  statement: 'the basin of a state holds the starts that lead to it, and Wilson’s interval holds their share',
  source: 'Wilson (1927)',
  rows: ['A10'],
  hypotheses: [],
  property: ({ returning }) =>
    fc.property(tables, ([, table, home]) => {
      const { returned, starts, share, interval } = returning(table, home)
      const expected = all(table).filter((start) => restOf(table, start) === home).length
      return (
        returned === expected &&
        starts === table.next.length &&
        share === returned / starts &&
        0 <= interval[0] &&
        interval[0] <= share &&
        share <= interval[1] &&
        interval[1] <= 1 &&
        interval[0] < interval[1]
      )
    }),
  countermodels: [
    {
      id: 'wald',
      description: 'gives an interval of no width where all starts return, or none',
      implementation: {
        ...surveyor,
        returning: (table, home) => {
          const told = surveyor.returning(table, home)
          const spread = 1.96 * Math.sqrt((told.share * (1 - told.share)) / told.starts)
          return { ...told, interval: [Math.max(0, told.share - spread), Math.min(1, told.share + spread)] }
        },
      },
    },
    {
      id: 'passing_counts',
      description: 'counts runs that pass through the state',
      implementation: {
        ...surveyor,
        returning: (table, home) => {
          const returned = all(table).filter((start) => orbit(table, start, enough).includes(home)).length
          return { ...surveyor.returning(table, home), returned, share: returned / table.next.length }
        },
      },
    },
  ],
})
