import { either as E, function as F } from 'fp-ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { testClaims } from '@engram/law/vitest'
import { DecodeError, Document } from '@engram/spec'
import { claimsFor } from '@engram/spec/laws'
import { BamDocument, Model } from '@engram/bam/spec'

const ajv = new Ajv2020({ strict: true })

testClaims(
  claimsFor('bam', BamDocument.schema, (schema) => {
    const validate = ajv.compile(schema)
    return (value) => validate(value)
  }),
)

test('schema/bam.json is the JSON Schema of the documents; `vitest run -u` writes it', async () => {
  await expect(`${Document.stringify(BamDocument.jsonSchema)}\n`).toMatchFileSnapshot('../schema/bam.json')
})

const hebbian = {
  kind: 'bam',
  version: 1,
  encoding: 'bipolar',
  tie: 'keep',
  couplings: { kind: 'hebbian' },
  pairs: [{ x: [1, -1, 1], y: [-1, 1], name: 'A' }],
}

const weighted = { ...hebbian, couplings: { kind: 'weights', weights: [[0.5, -1]] }, pairs: [] }

const refusal = (document: unknown): string =>
  F.pipe(
    BamDocument.parse(JSON.stringify(document)),
    E.chain(Model.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [{ ...hebbian, kind: 'hopfield' }, 'kind: expected "bam", came "hopfield"'],
    [{ ...hebbian, pairs: [{ x: [1, 0], y: [1] }] }, 'pairs[0].x[1]: expected -1 | 1, came 0'],
    [
      { ...hebbian, pairs: [] },
      'pairs: expected at least one pair, for the weights come from them, came an empty array',
    ],
    [
      { ...hebbian, pairs: [...hebbian.pairs, { x: [1, 1, 1], y: [1] }] },
      'pairs[1].y: expected 2 elements, one for each unit, came an array of 1 element',
    ],
    [
      { ...hebbian, thresholds: { x: [0] } },
      'thresholds.x: expected 3 elements, one for each unit, came an array of 1 element',
    ],
    [
      { ...hebbian, grids: { y: { width: 2, height: 2 } } },
      'grids.y: expected width × height = 2, the number of units, came 4',
    ],
    [
      { ...hebbian, expect: { recalls: [{ from: {}, to: { x: [1, 1, 1], y: [1, 1] } }] } },
      'expect.recalls[0].from: expected x, y or both, came an empty object',
    ],
    [
      { ...weighted, pairs: hebbian.pairs },
      'pairs[0].x: expected 1 elements, one for each unit, came an array of 3 elements',
    ],
    [{ ...hebbian, expect: { recalls: [{ from: { x: [0, 0, 1] }, to: { x: [1, 1, 1], y: [1, 0] } }] } }, 'accepted'],
    [{ ...hebbian, encoding: 'binary', pairs: [{ x: [1, 0], y: [1] }] }, 'accepted'],
    [weighted, 'accepted'],
  ])('%#', (document, message) => {
    expect(refusal(document)).toBe(message)
  })
})
