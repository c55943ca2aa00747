/**
 * Hopfield networks written down: the shape of a document, writable by hand.
 *
 * Definitions: `schema`, `NetworkDocument`, `parse`, `jsonSchema`.
 * Convention:  the encoding names the alphabet of every pattern and state in the document, so it selects the member of
 *              the union. What is left out has the default of `Network` and `Recall`: scale 1, thresholds and input 0,
 *              a shuffled schedule. Units are counted from 0. What the parts say of each other (equal lengths, square
 *              weights) is for `Model.fromDocument`.
 */
import type { HKT } from 'fp-ts/HKT.js'
import type { either as E } from 'fp-ts'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'
import type { Encoding } from '../Network.js'
import { expectations, grid, schedule } from './parts.js'

/** The schema of version 1. */
export const schema = Schema.make((S) => {
  const couplings = S.describe('Where the weights come from. They are sums, never divided by a count; see scale.')(
    S.sum('kind')({
      hebbian: S.struct({
        kind: S.literal('hebbian'),
        diagonal: S.describe('zero: no unit drives itself. kept: each drives itself by the number of patterns.')(
          S.literal('zero', 'kept'),
        ),
      }),
      weights: S.struct({
        kind: S.literal('weights'),
        weights: S.describe('Row i holds the weights to unit i, column j those from unit j.')(
          S.matrix({ rows: { min: 1 }, columns: { min: 1 } }),
        ),
      }),
    }),
  )
  const member = <Name extends Encoding, U extends number>(encoding: Name, unit: HKT<'HKT', U>) => {
    return S.struct(
      {
        kind: S.kind('hopfield'),
        version: S.version(1),
        encoding: S.literal(encoding),
        tie: S.describe('What a unit does in a field of exactly 0.')(S.literal('keep', 'up', 'down', 'flip')),
        couplings,
        patterns: S.describe('The stored patterns; may be empty beside explicit weights.')(
          S.table(unit, { columns: { min: 1 } }),
        ),
        seed: S.describe('Of the schedule, and of the states that verification draws.')(S.seed),
      },
      {
        $schema: S.describe('Where editors find this schema.')(S.string),
        title: S.string,
        grid: grid(S),
        schedule: schedule(S),
        scale: S.describe('Positive factor of the weights, such as 1/n; 1 when left out.')(S.finite({ min: 0 })),
        thresholds: S.describe('One for each unit; 0 when left out.')(S.vector({ min: 1 })),
        input: S.describe('External input, one for each unit, held during the whole run; 0 when left out.')(
          S.vector({ min: 1 }),
        ),
        expect: S.describe('What the network is believed to do, for verification.')(expectations(S)(unit)),
      },
    )
  }
  return S.sum('encoding')({ bipolar: member('bipolar', S.spin), binary: member('binary', S.bit) })
})

/** A network as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type NetworkDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a network, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, NetworkDocument> = Document.parse(schema)

/** The JSON Schema of network documents: what `schema/hopfield.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Hopfield network',
  description: 'A Hopfield network as data: its weights or the patterns they come from, its conventions, its seed.',
})(schema)
