/**
 * Everything that happened in a run, update by update, in columns.
 *
 * Definitions: entry k tells which unit was asked, the local field it felt, whether it flipped, what it then was, and the energy after.
 * Convention:  entries of units that are asked at once belong together: the units flip at once, and the energy changes
 *              with the last of them.
 * Laws:        recall_eq_reference, energy_trace_le
 */
import type { ReadonlyFloat64 } from '@engram/linalg'

/** A column of whole numbers. */
export interface ReadonlyIntegers {
  readonly length: number
  readonly [index: number]: number
  readonly [Symbol.iterator]: () => IterableIterator<number>
}

export interface Trace {
  readonly units: ReadonlyIntegers
  readonly fields: ReadonlyFloat64
  /** 1 where the unit flipped, 0 where it stayed. */
  readonly flipped: ReadonlyIntegers
  /** What the unit was afterwards. */
  readonly values: ReadonlyIntegers
  readonly energies: ReadonlyFloat64
}

/** One entry of a trace. */
export interface Entry {
  readonly unit: number
  readonly field: number
  readonly flipped: boolean
  readonly energy: number
}

/** How many updates there were. */
export const length = (trace: Trace): number => trace.units.length

/** The entries as a list of records. Cost: O(length) */
export const entries = (trace: Trace): ReadonlyArray<Entry> =>
  Array.from(trace.units, (unit, k) => ({
    unit,
    field: trace.fields[k] ?? 0,
    flipped: trace.flipped[k] === 1,
    energy: trace.energies[k] ?? 0,
  }))
