/**
 * A table of the report: one task at several sizes, with the answers that everyone must agree on.
 */
import type { Numbers } from './Protocol.js'
import type { Precision, TaskName, Tasks } from './Task.js'

export interface Problem<K extends TaskName = TaskName> {
  readonly inputs: Tasks[K]
  /** By the textbook. */
  readonly expected: Numbers
  /** The greatest relative error of an entry that counts as agreement. */
  readonly bound: (precision: Precision) => number
}

export interface Case<K extends TaskName = TaskName> {
  readonly label: string
  /** The one for a quick look. */
  readonly quick: boolean
  /** How many units of work one run does: times are told per unit. */
  readonly units: number
  readonly problem: () => Problem<K>
}

export interface Table<K extends TaskName = TaskName> {
  /** Also the name of its chart. */
  readonly id: string
  readonly title: string
  readonly task: K
  /** What is asked, and what counts as agreement and why. */
  readonly text: string
  /** What times are told per, when not per run. */
  readonly unit?: string
  readonly cases: ReadonlyArray<Case<K>>
}

/** Everyone must answer exactly this. */
export const exactly = (): number => 0

/** The distance from 1 to the next number, halved. */
export const unitRoundoff = (precision: Precision): number => (precision === 'float64' ? 2 ** -53 : 2 ** -24)
