/**
 * In which order units are asked: data, the seed included.
 *
 * Definitions: a sweep is n updates. `Ordered` asks every unit once in a given order, `Shuffled` once in a fresh random
 *              order each sweep, `RandomUnit` asks n units drawn uniformly, so that some are asked twice and some not at
 *              all; all three change one unit at a time. `Synchronous` changes all units at once.
 * Convention:  units are counted from 0; the lectures count from 1.
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

export type Schedule = Ordered | Shuffled | RandomUnit | Synchronous

/** Every unit once a sweep, in this order. */
export const ordered = (order: ReadonlyArray<number>): Schedule => ({ _tag: 'Ordered', order })

/** Every unit once a sweep, in a fresh random order each time. */
export const shuffled = (seed: number): Schedule => ({ _tag: 'Shuffled', seed })

/** n units a sweep, each drawn from all. */
export const randomUnit = (seed: number): Schedule => ({ _tag: 'RandomUnit', seed })

/** All units at once. */
export const synchronous: Schedule = { _tag: 'Synchronous' }

/** Whether one state always leads to the same next one, so that a state seen twice means a cycle. */
export const isDeterministic = (schedule: Schedule): boolean =>
  schedule._tag === 'Ordered' || schedule._tag === 'Synchronous'

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
  }
}

/** The schedule, if it asks every unit of a network of this size. Errors: NotAPermutation */
export const fitting =
  (size: number) =>
  (schedule: Schedule): E.Either<MemoryError, Schedule> =>
    schedule._tag !== 'Ordered' || isPermutation(schedule.order, size)
      ? E.right(schedule)
      : E.left({
          _tag: 'NotAPermutation',
          operation: 'Schedule.ordered',
          expected: `each unit from 0 to ${size - 1} exactly once`,
          actual: schedule.order,
        })

const isPermutation = (order: ReadonlyArray<number>, size: number): boolean =>
  order.length === size &&
  new Set(order).size === size &&
  order.every((unit) => Number.isInteger(unit) && unit >= 0 && unit < size)
