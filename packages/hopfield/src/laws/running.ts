/**
 * What the laws of runs have in common: fair schedules, and the states that a run tells of.
 */
import fc from 'fast-check'
import type { Tie } from '../Network.js'
import type { Instance } from '../reference.js'
import { Schedule } from '@engram/associative-memory'
import type { Run } from './adapters.js'
import { instanceAndState, order, type Freedom, type Numbers } from './arbitraries.js'

/** Any schedule that updates one unit at a time. */
export const asynchronous = (n: number): fc.Arbitrary<Schedule.Schedule> =>
  fc.oneof(order(n).map(Schedule.ordered), fc.integer().map(Schedule.shuffled), fc.integer().map(Schedule.randomUnit))

/** A network, a schedule for it, and a state. */
export const scheduled = (freedom: Freedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule>) =>
  instanceAndState(freedom).chain(([instance, y]) =>
    fc.tuple(fc.constant(instance), schedule(y.length), fc.constant(y)),
  )

/** The states after each update that a run tells of. */
export const replay = (instance: Instance, y: Numbers, { updates }: Run): ReadonlyArray<Numbers> => {
  const low = instance.encoding === 'bipolar' ? -1 : 0
  return updates.reduce<ReadonlyArray<Numbers>>(
    (states, { unit, flipped }) => {
      const last = states[states.length - 1] ?? y
      return [...states, flipped ? last.map((value, i) => (i === unit ? low + 1 - value : value)) : last]
    },
    [y],
  )
}

export const sameRun = (a: Run, b: Run): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The tie policies under which a unit in zero field does not turn over for ever. */
export const settling: ReadonlyArray<Tie> = ['keep', 'up', 'down']
