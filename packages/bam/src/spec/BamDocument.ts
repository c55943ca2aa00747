/**
 * Bidirectional memories written down: the shape of a document, writable by hand.
 *
 * Definitions: `schema`, `BamDocument`, `parse`, `jsonSchema`.
 * Convention:  the encoding names the alphabet of every pair in the document, so it selects the member of the union;
 *              what a recall starts from may have components missing, 0 in a bipolar memory. What is left out has the
 *              default of `Bam` and `Recall`: thresholds 0, the order in which unknown layers go first. What the parts
 *              say of each other (equal lengths) is for `Model.fromDocument`.
 */
import type { HKT } from 'fp-ts/HKT.js'
import type { either as E } from 'fp-ts'
import type { Tie } from '@engram/associative-memory'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'

/** The schema of version 1. */
export const schema = Schema.make((S) => {
  const couplings = S.describe('Where the weights come from. They are sums, never divided by a count.')(
    S.sum('kind')({
      hebbian: S.struct({ kind: S.literal('hebbian') }),
      weights: S.struct({
        kind: S.literal('weights'),
        weights: S.describe('Row i holds the weights between unit i of x and the units of y.')(
          S.matrix({ rows: { min: 1 }, columns: { min: 1 } }),
        ),
      }),
    }),
  )
  const grid = S.struct({ width: S.positiveInt(), height: S.positiveInt() })
  const member = <Name extends Tie.Encoding, U extends number, C extends number>(
    encoding: Name,
    unit: HKT<'HKT', U>,
    part: HKT<'HKT', C>,
  ) => {
    const half = S.array(unit, { min: 1 })
    const some = S.array(part, { min: 1 })
    const pair = { x: half, y: half }
    return S.struct(
      {
        kind: S.kind('bam'),
        version: S.version(1),
        encoding: S.literal(encoding),
        tie: S.describe('What a unit does in a field of exactly 0.')(S.literal('keep', 'up', 'down', 'zero', 'flip')),
        couplings,
        pairs: S.describe('The stored pairs; may be empty beside explicit weights.')(
          S.array(S.struct(pair, { name: S.string })),
        ),
      },
      {
        $schema: S.describe('Where editors find this schema.')(S.string),
        title: S.string,
        grids: S.describe('How to draw a half as a picture, row by row.')(S.partial({ x: grid, y: grid })),
        order: S.describe('Which layer goes first; when left out, the one of which nothing is known, else y.')(
          S.literal('x-first', 'y-first'),
        ),
        thresholds: S.describe('One for each unit; 0 when left out.')(
          S.partial({ x: S.vector({ min: 1 }), y: S.vector({ min: 1 }) }),
        ),
        expect: S.describe('What the memory is believed to do.')(
          S.partial({
            equilibria: S.array(S.struct(pair)),
            energies: S.array(S.struct({ ...pair, energy: S.finite() })),
            recalls: S.array(
              S.struct({
                from: S.describe('What is known: of x, of y, or of both.')(S.partial({ x: some, y: some })),
                to: S.struct({ x: some, y: some }),
              }),
            ),
          }),
        ),
      },
    )
  }
  return S.sum('encoding')({
    bipolar: member('bipolar', S.spin, S.literal(-1, 0, 1)),
    binary: member('binary', S.bit, S.bit),
  })
})

/** A memory as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type BamDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a memory, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, BamDocument> = Document.parse(schema)

/** The JSON Schema of the documents: what `schema/bam.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Bidirectional associative memory',
  description: 'A bidirectional memory as data: its pairs or its weights, its conventions, and what is expected of it.',
})(schema)
