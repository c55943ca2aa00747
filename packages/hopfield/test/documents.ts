import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { testClaims } from '@engram/law/vitest'
import { Document, type JsonSchema, type Schema } from '@engram/spec'
import { claimsFor } from '@engram/spec/laws'

/** What holds of documents of every kind: the laws of their schema, and that it is the one in the file that bears their name. */
export const testDocuments = <A>(
  name: string,
  { jsonSchema, schema }: { readonly schema: Schema.Schema<A>; readonly jsonSchema: JsonSchema.JsonSchema },
): void => {
  const ajv = new Ajv2020({ strict: true })
  testClaims(
    claimsFor(name, schema, (written) => {
      const validate = ajv.compile(written)
      return (value) => validate(value)
    }),
  )

  test(`schema/${name}.json is the JSON Schema of the documents; \`vitest run -u\` writes it`, async () => {
    await expect(`${Document.stringify(jsonSchema)}\n`).toMatchFileSnapshot(`../schema/${name}.json`)
  })
}
