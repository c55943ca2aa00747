/**
 * Continuous memories written down, and what such a document means.
 *
 * Definitions: `schema`, `ModernDocument`, `parse`, `jsonSchema`, `fromDocument`, `toDocument`.
 * Convention:  patterns are rows. What is left out has its default: the patterns are their own values, none is masked.
 *              An infinite β is `null`, which JSON has no number for. What the parts say of each other (as many values
 *              and masks as patterns, a grid of their size) is for `fromDocument`.
 * Laws:        modern_fromDocument_toDocument
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { Document, JsonSchema, Schema, type DecodeError } from '@engram/spec'
import * as Modern from '../Modern.js'

/** The schema of version 1. */
export const schema = Schema.make((S) =>
  S.struct(
    {
      kind: S.kind('modern-hopfield'),
      version: S.version(1),
      beta: S.describe('Inverse temperature: 0 answers with the mean of all patterns, null (infinite) with the best.')(
        S.nullable(S.finite({ min: 0 })),
      ),
      patterns: S.describe('What a query is compared with, a row each.')(
        S.matrix({ rows: { min: 1 }, columns: { min: 1 } }),
      ),
    },
    {
      $schema: S.describe('Where editors find this schema.')(S.string),
      title: S.string,
      grid: S.describe('How to draw a pattern as a picture, row by row.')(
        S.struct({ width: S.positiveInt(), height: S.positiveInt() }),
      ),
      values: S.describe('What is answered for each pattern; the patterns themselves when left out.')(
        S.matrix({ rows: { min: 1 } }),
      ),
      masked: S.describe('Whether each pattern counts as removed; none when left out.')(S.array(S.boolean, { min: 1 })),
    },
  ),
)

/** A memory as the schema has it: of the right shape, though its parts may not yet fit each other. */
export type ModernDocument = Schema.TypeOf<typeof schema>

/**
 * The shape of a memory, read from JSON text.
 *
 * Errors: those of `Document.parse` in `@engram/spec`, with the path in the document
 */
export const parse: (text: string) => E.Either<DecodeError.DecodeErrors, ModernDocument> = Document.parse(schema)

/** The JSON Schema of memory documents: what `schema/modern-hopfield.json` holds. */
export const jsonSchema: JsonSchema.JsonSchema = JsonSchema.jsonSchema({
  title: 'Continuous Hopfield memory',
  description: 'A modern Hopfield network as data: patterns of real numbers, what they answer, and how sharply.',
})(schema)

/** A memory, what it is called, and how its patterns are drawn. */
export interface Model {
  readonly memory: Modern.Modern
  readonly title?: string
  readonly grid?: NonNullable<ModernDocument['grid']>
}

const mismatch = (path: DecodeError.Path, expected: string, actual: unknown): DecodeError.Mismatch => ({
  _tag: 'Mismatch',
  path,
  expected,
  actual,
})

const misfits = ({ grid, masked, patterns, values }: ModernDocument): ReadonlyArray<DecodeError.Mismatch> => {
  const [count, size] = [patterns.length, patterns[0]?.length ?? 0]
  return [
    ...(values === undefined || values.length === count
      ? []
      : [mismatch(['values'], `${count} rows, one for each pattern`, values)]),
    ...(masked === undefined || masked.length === count
      ? []
      : [mismatch(['masked'], `${count} elements, one for each pattern`, masked)]),
    ...(grid === undefined || grid.width * grid.height === size
      ? []
      : [mismatch(['grid'], `width × height = ${size}, the size of a pattern`, grid.width * grid.height)]),
  ]
}

const matrix = (rows: ReadonlyArray<ReadonlyArray<number>>): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(rows.length, rows[0]?.length ?? 0)(Float64Array.from(rows.flat()))

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: another number of values or masks than of patterns, a grid of another
 *         size, numbers so large that sums of their squares overflow
 * Cost:   proportional to the document
 * Laws:   modern_fromDocument_toDocument
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { Modern } from '@engram/hopfield'
 * import { ModernDocument } from '@engram/hopfield/spec'
 *
 * const text = `{
 *   "kind": "modern-hopfield", "version": 1, "beta": null,
 *   "patterns": [[1, 0], [0, 1]], "values": [[10], [20]]
 * }`
 * F.pipe(
 *   ModernDocument.parse(text),
 *   E.chain(ModernDocument.fromDocument),
 *   E.bindTo('model'),
 *   E.bindW('query', () => Vector.fromArray([0.2, 0.9])),
 *   E.chainW(({ model, query }) => Modern.retrieve(model.memory)(query)),
 *   E.map(Vector.toArray),
 * ) // => E.right([20])
 * ```
 */
export const fromDocument = (document: ModernDocument): E.Either<DecodeError.DecodeErrors, Model> => {
  const { beta, grid, masked, patterns, title, values } = document
  const [first, ...others] = misfits(document)
  if (first !== undefined) return E.left([first, ...others])
  return F.pipe(
    Modern.make({ beta: beta ?? Infinity, ...(values === undefined ? {} : { values: matrix(values) }) })(
      matrix(patterns),
    ),
    E.chain((memory) => (masked === undefined ? E.right(memory) : Modern.mask(masked)(memory))),
    E.bimap(
      // Of all that a memory checks, only the size of the numbers has not been checked yet.
      ({ expected, operation, actual }) => [
        mismatch([operation.includes('values') ? 'values' : 'patterns'], String(expected), actual),
      ],
      (memory): Model => ({
        memory,
        ...(title === undefined ? {} : { title }),
        ...(grid === undefined ? {} : { grid }),
      }),
    ),
  )
}

/**
 * A document that means the model, with the defaults left out.
 *
 * Cost: proportional to the document
 * Laws: modern_fromDocument_toDocument
 */
export const toDocument = ({ grid, memory, title }: Model): ModernDocument => ({
  kind: 'modern-hopfield',
  version: 1,
  ...(title === undefined ? {} : { title }),
  beta: memory.beta === Infinity ? null : memory.beta,
  patterns: Matrix.toRows(memory.keys),
  ...(memory.values === memory.keys ? {} : { values: Matrix.toRows(memory.values) }),
  ...(memory.masked === undefined ? {} : { masked: memory.masked }),
  ...(grid === undefined ? {} : { grid }),
})
