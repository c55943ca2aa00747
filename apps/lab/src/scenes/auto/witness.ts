/**
 * Counterexamples of the laws, as states of this scene.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'
import { initial, maxUnits, repair, type Document } from './document.js'

/** What both laws try: a rule for ties, patterns or weights, and a cue. */
const witnessSchema = Schema.make((S) =>
  S.struct({
    tie: S.literal('zero', 'keep', 'up', 'down'),
    rows: S.table(S.finite(), { rows: { min: 1, max: 8 }, columns: { min: 1, max: maxUnits } }),
    cue: S.array(S.int({ min: -1, max: 1 }), { min: 1, max: maxUnits }),
  }),
)

const readWitness = repairWith<Schema.TypeOf<typeof witnessSchema> | undefined>(witnessSchema, undefined)

export const fromCounterexample = (found: unknown, law: string): Document | undefined => {
  const [tie, instance]: ReadonlyArray<unknown> = Array.isArray(found) ? found : []
  const [rows, cue]: ReadonlyArray<unknown> = Array.isArray(instance) ? instance : []
  const witness = readWitness({ tie, rows, cue })
  if (witness === undefined || witness.rows[0]?.length !== witness.cue.length) return undefined
  return repair({
    ...initial,
    memory:
      law === 'auto_period_le_two'
        ? { _tag: 'Weights', rows: witness.rows }
        : { _tag: 'Patterns', rows: witness.rows, diagonal: 'zero', lower: 'mirrored' },
    probe: witness.cue,
    tie: witness.tie,
    delay: 500,
  })
}
