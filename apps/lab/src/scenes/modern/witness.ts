/**
 * Counterexamples of the law, as states of this scene.
 */
import { Schema } from '@engram/spec'
import { repair as repairWith } from '../../repair.js'
import { initial, repair, type Document } from './document.js'
import { observe } from './observe.js'

const witnessSchema = Schema.make((S) =>
  S.struct({
    beta: S.finite({ min: 0, max: 64 }),
    rows: S.matrix({ rows: { min: 1, max: 8 }, columns: { min: 1, max: 8 } }),
  }),
)

const read = repairWith<Schema.TypeOf<typeof witnessSchema> | undefined>(witnessSchema, undefined)

export const fromCounterexample = (found: unknown): Document | undefined => {
  const [tuple]: ReadonlyArray<unknown> = Array.isArray(found) ? found : []
  const [beta, rows]: ReadonlyArray<unknown> = Array.isArray(tuple) ? tuple : []
  const witness = read({ beta, rows })
  if (witness === undefined) return undefined
  const documents = witness.rows.map((_, target) =>
    repair({ ...initial, source: { _tag: 'Given', rows: witness.rows }, target, beta: witness.beta }),
  )
  return documents.find((document) => !observe(document).isSeparated) ?? documents[0]
}
