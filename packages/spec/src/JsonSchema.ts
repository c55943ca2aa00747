/**
 * Schemas as JSON Schema (draft 2020-12): for editors, other languages, and the files under `schema/`.
 *
 * Definitions: `JsonSchema`, `instance`, `jsonSchema`.
 * Convention:  plain data with keys in a fixed order, so the text of a schema is stable. It accepts exactly what the
 *              decoder accepts, but for one thing that JSON Schema cannot say: that the rows of a table have equal
 *              length. There it says so in `$comment`.
 * References:  JSON Schema draft 2020-12, Core and Validation.
 */
import type { Json } from './Json.js'
import { safe, type Range } from './Range.js'
import { interpret, type Schema } from './Schema.js'
import { complete, type Schemable } from './Schemable.js'

/** An object that is a JSON Schema. */
export type JsonSchema = Readonly<Record<string, Json>>

/** A part of the result, with the named schemas that it refers to. */
export interface Part {
  readonly schema: JsonSchema
  readonly mentions: ReadonlyArray<{ readonly id: string; readonly part: () => Part }>
}

export type URI = 'engram/JsonSchema'

declare module 'fp-ts/HKT.js' {
  // The parameter has to bear the name that fp-ts gives it, although a description does not depend on it.
  interface URItoKind<A> {
    readonly 'engram/JsonSchema': Part
  }
}

const leaf = (schema: JsonSchema): Part => ({ schema, mentions: [] })

const node = (schema: JsonSchema, parts: ReadonlyArray<Part>): Part => ({
  schema,
  mentions: parts.flatMap((part) => part.mentions),
})

const schemasOf = (parts: Readonly<Record<string, Part>>): JsonSchema =>
  Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, part.schema]))

/** The bounds that JSON can write. */
const bounds = (low: string, high: string, { min = -Infinity, max = Infinity }: Range): JsonSchema => ({
  ...(Number.isFinite(min) ? { [low]: min } : {}),
  ...(Number.isFinite(max) ? { [high]: max } : {}),
})

const arrayOf = (items: JsonSchema, length: Range): JsonSchema => ({
  type: 'array',
  items,
  ...bounds('minItems', 'maxItems', length),
})

/** The parts of the core constructors and what is derived from them. */
export const instance: Schemable<URI> = complete<URI>({
  URI: 'engram/JsonSchema',
  literal: (...values) => leaf(values.length === 1 ? { const: values[0] } : { enum: values }),
  string: leaf({ type: 'string' }),
  boolean: leaf({ type: 'boolean' }),
  finite: (range = {}) => leaf({ type: 'number', ...bounds('minimum', 'maximum', range) }),
  int: (range) => leaf({ type: 'integer', ...bounds('minimum', 'maximum', safe(range)) }),
  nullable: (or) => node({ anyOf: [{ type: 'null' }, or.schema] }, [or]),
  struct: (required, optional) => {
    const needed: Readonly<Record<string, Part>> = required
    const known: Readonly<Record<string, Part>> = { ...needed, ...optional }
    const keys = Object.keys(needed)
    return node(
      {
        type: 'object',
        properties: schemasOf(known),
        ...(keys.length === 0 ? {} : { required: keys }),
        additionalProperties: false,
      },
      Object.values(known),
    )
  },
  record: (value) => node({ type: 'object', additionalProperties: value.schema }, [value]),
  array: (item, length = {}) => node(arrayOf(item.schema, length), [item]),
  table: (entry, { rows = {}, columns = {} } = {}) =>
    node({ ...arrayOf(arrayOf(entry.schema, columns), rows), $comment: 'All rows have the same length.' }, [entry]),
  tuple: (...components) =>
    node(
      {
        type: 'array',
        prefixItems: components.map((part: Part) => part.schema),
        items: false,
        minItems: components.length,
      },
      components,
    ),
  sum: () => (members) => {
    const parts: ReadonlyArray<Part> = Object.values(members)
    return node({ oneOf: parts.map((part) => part.schema) }, parts)
  },
  lazy: (id, part) => ({ schema: { $ref: `#/$defs/${id}` }, mentions: [{ id, part }] }),
  describe: (description) => (part) => ({ ...part, schema: { ...part.schema, description } }),
})

/** What the top of a JSON Schema says of the whole. */
export interface Heading {
  readonly $id?: string
  readonly title?: string
  readonly description?: string
}

/** The named schemas that are mentioned, and those that these mention in turn. */
const definitions = (known: JsonSchema, [first, ...others]: Part['mentions']): JsonSchema => {
  if (first === undefined) return known
  if (Object.hasOwn(known, first.id)) return definitions(known, others)
  const { schema, mentions } = first.part()
  return definitions({ ...known, [first.id]: schema }, [...others, ...mentions])
}

/**
 * The JSON Schema of a schema's documents.
 *
 * Numerics: the bounds of integers are written out, so −2⁵³ and 2⁵³ are refused here as in the decoder
 *           The law that it accepts what the decoder accepts needs a validator: `claimsWith` of `@engram/spec/laws`.
 *
 * ```ts runnable
 * import { JsonSchema, Schema } from '@engram/spec'
 *
 * const probe = Schema.make((S) => S.struct({ state: S.array(S.spin, { min: 1 }) }))
 * JsonSchema.jsonSchema({ title: 'A probe' })(probe) // => { $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'A probe', type: 'object', properties: { state: { type: 'array', items: { enum: [-1, 1] }, minItems: 1 } }, required: ['state'], additionalProperties: false }
 * ```
 */
export const jsonSchema =
  (heading: Heading) =>
  <A>(schema: Schema<A>): JsonSchema => {
    const whole = interpret(instance)(schema)
    const $defs = definitions({}, whole.mentions)
    return {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...heading,
      ...whole.schema,
      ...heading,
      ...(Object.keys($defs).length === 0 ? {} : { $defs }),
    }
  }
