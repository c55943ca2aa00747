/**
 * In which order units are asked: data, the seed included.
 *
 * Definitions: a sweep is n updates. `Ordered` asks every unit once in a given order, `Shuffled` once in a fresh random
 *              order each sweep, `RandomUnit` asks n units drawn uniformly, so that some are asked twice and some not at
 *              all; all three change one unit at a time. `Synchronous` changes all units at once. `Blocks` goes through
 *              blocks of units, those of a block changing at once: any periodic schedule, of which the ordered and the
 *              synchronous one are the ends.
 * Convention:  units are counted from 0; the lectures count from 1. A schedule is fair when no unit is left out for ever.
 * References:  Goles and Martínez (1990), ch. 3, for block-sequential updating.
 */
import { either as E, state as S } from 'fp-ts'
import { Random } from '@engram/linalg'
import type { MemoryError } from './MemoryError.js'

export interface Ordered {
  readonly _tag: 'Ordered'
  readonly order: ReadonlyArray<number>
}

export interface Shuffled {
  readonly _tag: 'Shuffled'
  readonly seed: number
}

export interface RandomUnit {
  readonly _tag: 'RandomUnit'
  readonly seed: number
}

export interface Synchronous {
  readonly _tag: 'Synchronous'
}

/** The blocks of a sweep, one after another; a unit is in one of them at least, and may be in several. */
export interface Blocks {
  readonly _tag: 'Blocks'
  readonly blocks: ReadonlyArray<ReadonlyArray<number>>
}

export type Schedule = Ordered | Shuffled | RandomUnit | Synchronous | Blocks

/** Every unit once a sweep, in this order. */
export const ordered = (order: ReadonlyArray<number>): Schedule => ({ _tag: 'Ordered', order })

/** Every unit once a sweep, in a fresh random order each time. */
export const shuffled = (seed: number): Schedule => ({ _tag: 'Shuffled', seed })

/** n units a sweep, each drawn from all. */
export const randomUnit = (seed: number): Schedule => ({ _tag: 'RandomUnit', seed })

/** All units at once. */
export const synchronous: Schedule = { _tag: 'Synchronous' }

/** These blocks of units one after another, those of a block all at once. */
export const blocks = (blocksOfUnits: ReadonlyArray<ReadonlyArray<number>>): Schedule => ({
  _tag: 'Blocks',
  blocks: blocksOfUnits,
})

/** Whether one state always leads to the same next one, so that a state seen twice means a cycle. */
export const isDeterministic = (schedule: Schedule): boolean =>
  schedule._tag === 'Ordered' || schedule._tag === 'Synchronous' || schedule._tag === 'Blocks'

/** The generator with which a run under this schedule begins. */
export const start = (schedule: Schedule): Random.Random => Random.fromSeed('seed' in schedule ? schedule.seed : 0)

/** The units that the next sweep asks, in order. */
export const sweep = (schedule: Schedule, size: number): S.State<Random.Random, ReadonlyArray<number>> => {
  switch (schedule._tag) {
    case 'Ordered':
      return S.of(schedule.order)
    case 'Shuffled':
      return Random.permutation(size)
    case 'RandomUnit':
      return S.map((draws: ReadonlyArray<number>) => draws.map((u) => Math.floor(u * size)))(Random.uniforms(size))
    case 'Synchronous':
      return S.of(Array.from({ length: size }, (_, unit) => unit))
    case 'Blocks':
      return S.of(schedule.blocks.flat())
  }
}

/** How many of the units that a sweep asks change at once, turn by turn; nothing where each has a turn of its own. */
export const turns = (schedule: Schedule, size: number): ReadonlyArray<number> | undefined => {
  switch (schedule._tag) {
    case 'Synchronous':
      return [size]
    case 'Blocks':
      return schedule.blocks.map(({ length }) => length)
    default:
      return undefined
  }
}

/**
 * The last moment at which the network stood in a state: the most updates, of at most so many, that end a turn.
 *
 * Requires: updates from 0
 * Cost:     O(1), or the number of blocks
 */
export const settled =
  (schedule: Schedule, size: number) =>
  (updates: number): number => {
    const inTurn = turns(schedule, size)
    if (inTurn === undefined) return updates
    const ends = inTurn.reduce<ReadonlyArray<number>>((all, length) => all.concat((all.at(-1) ?? 0) + length), [0])
    const sweep = ends.at(-1) ?? 0
    const into = sweep === 0 ? 0 : updates % sweep
    return updates - into + (ends.findLast((end) => end <= into) ?? 0)
  }

/** The schedule, if it asks every unit of a network of this size. Errors: NotAPermutation, Unfair */
export const fitting =
  (size: number) =>
  (schedule: Schedule): E.Either<MemoryError, Schedule> => {
    if (schedule._tag === 'Ordered' && !isPermutation(schedule.order, size))
      return E.left({
        _tag: 'NotAPermutation',
        operation: 'Schedule.ordered',
        expected: `each unit from 0 to ${size - 1} exactly once`,
        actual: schedule.order,
      })
    return schedule._tag !== 'Blocks' || isFair(schedule.blocks, size)
      ? E.right(schedule)
      : E.left({
          _tag: 'Unfair',
          operation: 'Schedule.blocks',
          expected: `blocks of different units that together hold each unit from 0 to ${size - 1}`,
          actual: schedule.blocks,
        })
  }

const areUnits = (units: ReadonlyArray<number>, size: number): boolean =>
  new Set(units).size === units.length && units.every((unit) => Number.isInteger(unit) && unit >= 0 && unit < size)

const isPermutation = (order: ReadonlyArray<number>, size: number): boolean =>
  order.length === size && areUnits(order, size)

/** Whether blocks fit a network of this size: no unit twice in a block, none missing in all. */
export const isFair = (blocksOfUnits: ReadonlyArray<ReadonlyArray<number>>, size: number): boolean =>
  blocksOfUnits.every((block) => block.length > 0 && areUnits(block, size)) &&
  new Set(blocksOfUnits.flat()).size === size
