import { Schedule } from '@engram/associative-memory'
import type { Timing } from './fields.js'

/** The schedule that a document names. */
export const scheduleOf = ({ schedule, order, seed }: Timing): Schedule.Schedule => {
  switch (schedule) {
    case 'ordered':
      return Schedule.ordered(order)
    case 'shuffled':
      return Schedule.shuffled(seed)
    case 'random':
      return Schedule.randomUnit(seed)
    case 'synchronous':
      return Schedule.synchronous
  }
}
