/**
 * Counterexamples of the laws, as states of this scene.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'
import { settingsOf, timingOf } from '../counterexample.js'
import { indexOf, initial, maxPatterns, maxUnits, repair, type Document } from './document.js'

const witnessSchema = Schema.make((S) =>
  S.struct({
    rows: S.table(S.spin, { rows: { min: 1, max: maxPatterns }, columns: { min: 1, max: maxUnits } }),
    probe: S.array(S.spin, { min: 1, max: maxUnits }),
  }),
)

const readWitness = repairWith<Schema.TypeOf<typeof witnessSchema> | undefined>(witnessSchema, undefined)

const list = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [])

/** Pictures as square as they can be. */
const widthOf = (units: number): number =>
  Array.from({ length: units }, (_, k) => k + 1).findLast((width) => units % width === 0 && width * width <= units) ?? 1

export const fromCounterexample = (found: unknown): Document | undefined => {
  const [rows, schedule, probe] = list(list(found)[0])
  const witness = readWitness({ rows, probe })
  const units = witness?.rows[0]?.length ?? 0
  if (witness === undefined || witness.probe.length !== units) return undefined
  return repair({
    ...initial,
    rows: witness.rows,
    width: units / widthOf(units),
    start: indexOf(witness.probe),
    ...settingsOf(timingOf(schedule, units), units),
    delay: 500,
  })
}
