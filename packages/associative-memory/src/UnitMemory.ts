/**
 * Energy memories made of units that can be asked one by one.
 *
 * Definitions: a `UnitMemory` sets up a `Machine` for a state: its fields, its energy, and how both change when a unit
 *              does. Under a schedule it becomes an `EnergyMemory` whose records are the columns of a trace.
 * Convention:  `machine` may keep the array that it is given: it is the caller's gift.
 */
import type { EnergyMemory, Session } from './EnergyMemory.js'
import { inTurns, isAtRest, oneByOne, type Columns, type Machine } from './kernels/update.js'
import { equalComponents, type Cue, type Pattern } from './Pattern.js'
import * as Schedule from './Schedule.js'
import type { Encoding } from './Tie.js'

export type { Columns, Machine } from './kernels/update.js'

/** A state of units: one value each. */
export type State = Pattern | Cue

export interface UnitMemory<M> {
  readonly size: (memory: M) => number
  readonly encoding: (memory: M) => Encoding
  readonly machine: (memory: M) => (state: Int8Array) => Machine
}

/** Room for the entries of a number of updates. */
export const columnsOf = (updates: number): Columns => ({
  units: new Int32Array(updates),
  fields: new Float64Array(updates),
  flipped: new Uint8Array(updates),
  values: new Int8Array(updates),
  energies: new Float64Array(updates),
})

/** Whether no unit of the machine would change. Cost: one field a unit */
export const rests: (machine: Machine) => boolean = isAtRest

/** All units at once: the machine is left in the next state, the columns tell what happened. */
export const updateAll = (machine: Machine): Columns => {
  const { size } = machine
  const columns = columnsOf(size)
  inTurns(
    columns,
    machine,
    Array.from({ length: size }, (_, unit) => unit),
    [size],
    machine.energy(),
  )
  return columns
}

/**
 * The memory as it walks under a schedule.
 *
 * Requires: a schedule that fits the memory (`Schedule.fitting`)
 * Cost:     a sweep asks each unit for its field once
 */
export const under =
  (schedule: Schedule.Schedule) =>
  <M, S extends State>(units: UnitMemory<M>): EnergyMemory<M, S, Columns> => ({
    deterministic: Schedule.isDeterministic(schedule),
    random: Schedule.start(schedule),
    equals: equalComponents,
    open: (memory) => (start) => {
      const machine = units.machine(memory)(Int8Array.from(start.data))
      const at = (energy: number): Session<S, Columns> => ({
        energy,
        state: () => ({ ...start, data: Int8Array.from(machine.state) }),
        sweep: (before) => {
          const [order, random] = Schedule.sweep(schedule, machine.size)(before)
          const record = columnsOf(order.length)
          const turns = Schedule.turns(schedule, machine.size)
          const flips =
            turns === undefined
              ? oneByOne(record, machine, order, energy)
              : inTurns(record, machine, order, turns, energy)
          return {
            session: at(record.energies[order.length - 1] ?? energy),
            random,
            record,
            moved: flips > 0,
            rests: flips === 0 && (schedule._tag !== 'RandomUnit' || isAtRest(machine)),
          }
        },
      })
      return at(machine.energy())
    },
  })
