/**
 * Energy memories made of units that can be asked one by one.
 *
 * Definitions: a `UnitMemory` sets up a `Machine` for a state: its fields, its energy, and how both change when a unit
 *              does. Under a schedule it becomes an `EnergyMemory` whose records are the columns of a trace.
 * Convention:  `machine` may keep the array that it is given: it is the caller's gift. What all states of a memory can
 *              share is prepared when the memory is given, before the state.
 */
import { state as S } from 'fp-ts'
import type { Random } from '@engram/linalg'
import type { EnergyMemory, Session } from './EnergyMemory.js'
import { inTurns, isAtRest, sweep, type Columns, type Machine } from './kernels/update.js'
import { equalComponents, type Cue, type Pattern } from './Pattern.js'
import * as Schedule from './Schedule.js'
import type { Encoding } from './Tie.js'

export type { Columns, Machine, Swept } from './kernels/update.js'

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

/** The units that a sweep asks, drawn anew each time where chance plays a part. */
const orders = (schedule: Schedule.Schedule, size: number): S.State<Random.Random, Int32Array> => {
  const draw = S.map((order: ReadonlyArray<number>) => new Int32Array(order))(Schedule.sweep(schedule, size))
  if (!Schedule.isDeterministic(schedule)) return draw
  const [always] = draw(Schedule.start(schedule))
  return S.of(always)
}

const lengths = (turns: ReadonlyArray<number> | undefined): Int32Array | undefined =>
  turns === undefined ? undefined : new Int32Array(turns)

/** A walk of which each sweep keeps what `keep` makes of it; `room` is where the machine writes its updates down. */
const walk =
  <C extends Columns | undefined, T>(
    schedule: Schedule.Schedule,
    room: (updates: number) => C,
    keep: (columns: C, flips: number) => T,
  ) =>
  <M, Y extends State>(units: UnitMemory<M>): EnergyMemory<M, Y, T> => ({
    deterministic: Schedule.isDeterministic(schedule),
    random: Schedule.start(schedule),
    equals: equalComponents,
    open: (memory) => {
      const machineIn = units.machine(memory)
      const size = units.size(memory)
      const next = orders(schedule, size)
      const turns = lengths(Schedule.turns(schedule, size))
      return (start) => {
        const machine = machineIn(new Int8Array(start.data))
        const swept =
          machine.sweep ??
          ((out, order, inTurn, energy) => sweep(out ?? columnsOf(order.length), machine, order, inTurn, energy))
        const at = (energy: number): Session<Y, T> => ({
          energy,
          state: () => ({ ...start, data: machine.state.slice() }),
          sweep: (before) => {
            const [order, random] = next(before)
            const columns = room(order.length)
            const after = swept(columns, order, turns, energy)
            return {
              session: at(after.energy),
              random,
              record: keep(columns, after.flips),
              moved: after.flips > 0,
              rests: after.flips === 0 && (schedule._tag !== 'RandomUnit' || isAtRest(machine)),
            }
          },
        })
        return at(machine.energy())
      }
    },
  })

/**
 * The memory as it walks under a schedule.
 *
 * Requires: a schedule that fits the memory (`Schedule.fitting`)
 * Cost:     a sweep asks each unit for its field once
 */
export const under = (schedule: Schedule.Schedule) => walk<Columns, Columns>(schedule, columnsOf, (columns) => columns)

/** The same walk, of which only the number of flips of each sweep is written down. */
export const untraced = (schedule: Schedule.Schedule) =>
  walk<undefined, number>(
    schedule,
    () => undefined,
    (_, flips) => flips,
  )
