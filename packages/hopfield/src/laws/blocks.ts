/**
 * Laws of runs in blocks: any fair schedule, of which one unit at a time and all at once are the ends (row H2).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalNumbers, run, runStates, type RunFrom, type StatesOf } from './adapters.js'
import { fairBlocks, type Numbers, type Rows } from './arbitraries.js'
import { sameRun, scheduled } from './running.js'

const inBlocks = scheduled({ asymmetric: true, anyDiagonal: true }, (n) => fairBlocks(n).map(Schedule.blocks))

const blocksOf = (schedule: Schedule.Schedule): Rows => (schedule._tag === 'Blocks' ? schedule.blocks : [])

/** The state before the first block, then after each block, for as many updates as a run made. */
const turns = (instance: Reference.Instance, schedule: Schedule.Schedule, y: Numbers, updates: number): Rows => {
  const blocks = blocksOf(schedule)
  const sweeps = Math.round(updates / Math.max(1, blocks.flat().length))
  return Array.from({ length: sweeps }, () => blocks)
    .flat()
    .reduce<Rows>((states, block) => [...states, Reference.updateBlock(instance, states.at(-1) ?? y, block)], [y])
}

export const recallBlocksEqReference = Law.law<StatesOf>({
  id: 'recall_blocks_eq_reference',
  statement:
    'the units of a block change at once, block after block: played back, a run stands after each update in the state that its last whole block left',
  source: 'Goles and Martínez (1990), ch. 3; convention of this package',
  rows: ['H2'],
  hypotheses: [],
  property: (statesOf) =>
    fc.property(inBlocks, ([instance, schedule, y]) => {
      const states = statesOf(instance, schedule, y)
      const expected = turns(instance, schedule, y, states.length - 1)
      const lengths = blocksOf(schedule).map(({ length }) => length)
      const ends = expected.reduce<Numbers>(
        (all, _, k) => (k === 0 ? [0] : [...all, (all.at(-1) ?? 0) + (lengths[(k - 1) % lengths.length] ?? 0)]),
        [],
      )
      return states.every((state, k) => equalNumbers(state, expected[ends.findLastIndex((end) => end <= k)] ?? []))
    }),
  countermodels: [
    {
      id: 'one_by_one',
      description: 'lets each unit of a block see the units of its block that were asked before it',
      implementation: (instance, schedule, y) =>
        runStates(instance, Schedule.blocks(blocksOf(schedule).flatMap((block) => block.map((unit) => [unit]))), y),
    },
    {
      id: 'all_at_once',
      description: 'takes the blocks of a sweep together',
      implementation: (instance, _, y) => runStates(instance, Schedule.synchronous, y),
    },
  ],
})

export const recallBlocksSpecialise = Law.law<RunFrom>({
  id: 'recall_blocks_specialise',
  statement: 'blocks of one unit are an ordered run, and one block of all units a synchronous one, entry by entry',
  source: 'definition of the schedules',
  rows: ['H2', 'H5'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(inBlocks, ([instance, , y]) => {
      const units = y.map((_, unit) => unit)
      return (
        sameRun(
          runFrom(instance, Schedule.blocks(units.map((unit) => [unit])), y),
          run(instance, Schedule.ordered(units), y),
        ) && sameRun(runFrom(instance, Schedule.blocks([units]), y), run(instance, Schedule.synchronous, y))
      )
    }),
  countermodels: [
    {
      id: 'always_sequential',
      description: 'asks the units of every block one by one',
      implementation: (instance, schedule, y) =>
        run(instance, Schedule.blocks(blocksOf(schedule).flatMap((block) => block.map((unit) => [unit]))), y),
    },
    {
      id: 'always_parallel',
      description: 'asks all units at once',
      implementation: (instance, _, y) => run(instance, Schedule.synchronous, y),
    },
  ],
})
