/**
 * Dense memories written down: the shape of a document, writable by hand.
 *
 * Definitions: `schema`, `DenseDocument`, `parse`, `jsonSchema`.
 * Convention:  as in `NetworkDocument`; the interaction takes the place of the couplings, for the energy is a function of
 *              the overlaps with the patterns. What the parts say of each other is for `DenseModel.fromDocument`.
 */
import type { HKT } from 'fp-ts/HKT.js'
import type { either as E } from 'fp-ts'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'
import type { Encoding } from '../Network.js'
import { expectations, grid, schedule } from './parts.js'

/** The schema of version 1. */
export const schema = Schema.make((S) => {
  const degree = S.describe('The power a: the steeper, the more patterns fit.')(S.int({ min: 2 }))
  const inverseTemperature = S.describe('Positive β of exp β s·y; 1 when left out.')(S.finite({ min: 0 }))
  const interaction = S.describe('F of the energy −Σ F(s·y) over the stored patterns s.')(
    S.sum('kind')({
      polynomial: S.struct({ kind: S.literal('polynomial'), degree }),
      rectified: S.struct({ kind: S.literal('rectified'), degree }),
      exponential: S.struct({ kind: S.literal('exponential') }, { inverseTemperature }),
    }),
  )
  const member = <Name extends Encoding, U extends number>(encoding: Name, unit: HKT<'HKT', U>) => {
    return S.struct(
      {
        kind: S.kind('dense-memory'),
        version: S.version(1),
        encoding: S.literal(encoding),
        tie: S.describe('What a unit does in a field of exactly 0.')(S.literal('keep', 'up', 'down', 'flip')),
        interaction,
        patterns: S.describe('The stored patterns.')(S.table(unit, { rows: { min: 1 }, columns: { min: 1 } })),
        seed: S.describe('Of the schedule.')(S.seed),
      },
      {
        $schema: S.describe('Where editors find this schema.')(S.string),
        title: S.string,
        grid: grid(S),
        schedule: schedule(S),
        scale: S.describe('Positive factor of the energy, such as 1/P; 1 when left out.')(S.finite({ min: 0 })),
        expect: S.describe('What the memory is believed to do. Energies of an exponential one are −log(−E).')(
          expectations(S)(unit),
        ),
      },
    )
  }
  return S.sum('encoding')({ bipolar: member('bipolar', S.spin), binary: member('binary', S.bit) })
})

/** A dense memory as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type DenseDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a dense memory, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, DenseDocument> = Document.parse(schema)

/** The JSON Schema of documents of dense memories: what `schema/dense-memory.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Dense associative memory',
  description: 'A dense memory as data: its patterns, how steeply their overlaps count, its conventions, its seed.',
})(schema)
