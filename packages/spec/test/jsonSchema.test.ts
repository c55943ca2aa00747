import { Ajv2020 } from 'ajv/dist/2020.js'
import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Decoder, Document, JsonSchema, Schema } from '../src/index.js'

const compile = (schema: JsonSchema.JsonSchema) => new Ajv2020({ strict: true }).compile(schema)

describe('JSON Schema', () => {
  test('keeps the order of the schema, and puts named schemas aside', () => {
    type Tree = { readonly name: string; readonly children: ReadonlyArray<Tree> }
    const tree: Schema.Schema<Tree> = Schema.make((S) =>
      S.struct({ name: S.describe('Shown to readers.')(S.string), children: S.array(S.lazy('tree', () => tree(S))) }),
    )
    const forest = Schema.make((S) =>
      S.struct({ version: S.version(1), weights: S.matrix({ rows: { max: 9 } }) }, { tree: S.nullable(tree(S)) }),
    )
    const schema = JsonSchema.jsonSchema({ $id: 'forest.json', title: 'Forest' })(forest)
    expect(Document.stringify(schema)).toMatchInlineSnapshot(`
      "{
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "forest.json",
        "title": "Forest",
        "type": "object",
        "properties": {
          "version": {
            "const": 1
          },
          "weights": {
            "type": "array",
            "items": {
              "type": "array",
              "items": {
                "type": "number"
              }
            },
            "maxItems": 9,
            "$comment": "All rows have the same length."
          },
          "tree": {
            "anyOf": [
              {
                "type": "null"
              },
              {
                "type": "object",
                "properties": {
                  "name": {
                    "type": "string",
                    "description": "Shown to readers."
                  },
                  "children": {
                    "type": "array",
                    "items": {
                      "$ref": "#/$defs/tree"
                    }
                  }
                },
                "required": ["name", "children"],
                "additionalProperties": false
              }
            ]
          }
        },
        "required": ["version", "weights"],
        "additionalProperties": false,
        "$defs": {
          "tree": {
            "type": "object",
            "properties": {
              "name": {
                "type": "string",
                "description": "Shown to readers."
              },
              "children": {
                "type": "array",
                "items": {
                  "$ref": "#/$defs/tree"
                }
              }
            },
            "required": ["name", "children"],
            "additionalProperties": false
          }
        }
      }"
    `)
  })

  test('has the heading’s description before that of the schema', () => {
    const schema = Schema.make((S) => S.describe('inner')(S.string))
    expect(JsonSchema.jsonSchema({})(schema)['description']).toBe('inner')
    expect(JsonSchema.jsonSchema({ description: 'outer' })(schema)['description']).toBe('outer')
  })

  test('names schemas that mention each other once', () => {
    type Even = { readonly next: Odd | null }
    type Odd = { readonly next: Even }
    const even: Schema.Schema<Even> = Schema.make((S) => S.struct({ next: S.nullable(S.lazy('odd', () => odd(S))) }))
    const odd: Schema.Schema<Odd> = Schema.make((S) => S.struct({ next: S.lazy('even', () => even(S)) }))
    const schema = JsonSchema.jsonSchema({})(even)
    expect(Object.keys(schema['$defs'] as object)).toEqual(['odd', 'even'])
    const validate = compile(schema)
    expect(validate({ next: { next: { next: null } } })).toBe(true)
    expect(validate({ next: { next: null } })).toBe(false)
  })

  test('cannot say that rows have equal length, and says so', () => {
    const table = Schema.make((S) => S.matrix())
    const schema = JsonSchema.jsonSchema({})(table)
    expect(compile(schema)([[1, 2], [3]])).toBe(true)
    expect(E.isLeft(Decoder.decode(table)([[1, 2], [3]]))).toBe(true)
    expect(schema['$comment']).toBe('All rows have the same length.')
  })
})
