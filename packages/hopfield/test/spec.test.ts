import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '@engram/spec'
import { Model, NetworkDocument } from '@engram/hopfield/spec'
import { testDocuments } from './documents.js'

testDocuments('hopfield', NetworkDocument)

const hebbian = {
  kind: 'hopfield',
  version: 1,
  encoding: 'bipolar',
  tie: 'keep',
  couplings: { kind: 'hebbian', diagonal: 'zero' },
  patterns: [[1, 1, 1, -1]],
  seed: 7,
}

const weighted = {
  ...hebbian,
  couplings: {
    kind: 'weights',
    weights: [
      [0, 1],
      [1, 0],
    ],
  },
  patterns: [],
}

const refusal = (document: unknown): string =>
  F.pipe(
    NetworkDocument.parse(JSON.stringify(document)),
    E.chain(Model.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [{ ...hebbian, encoding: 'ternary' }, 'encoding: expected "bipolar" | "binary", came "ternary"'],
    [{ ...hebbian, patterns: [[1, 1, 0, -1]] }, 'patterns[0][2]: expected -1 | 1, came 0'],
    [{ ...hebbian, encoding: 'binary' }, 'patterns[0][3]: expected 0 | 1, came -1'],
    [
      { ...hebbian, patterns: [[1, 1], [1]] },
      'patterns[1]: expected as many elements as in the first row, which has 2, came an array of 1 element',
    ],
    [
      { ...hebbian, patterns: [] },
      'patterns: expected at least one pattern, for the weights come from them, came an empty array',
    ],
    [
      {
        ...weighted,
        couplings: {
          kind: 'weights',
          weights: [
            [0, 1, 2],
            [1, 0, 2],
          ],
        },
      },
      'couplings.weights[0]: expected 2 elements, one for each unit, came an array of 3 elements',
    ],
    [
      { ...weighted, patterns: [[1, 1, 1]] },
      'patterns[0]: expected 2 elements, one for each unit, came an array of 3 elements',
    ],
    [{ ...hebbian, scale: 0 }, 'scale: expected a positive finite scale, came 0'],
    [{ ...hebbian, thresholds: [0] }, 'thresholds: expected 4 elements, one for each unit, came an array of 1 element'],
    [{ ...hebbian, input: [0, 0] }, 'input: expected 4 elements, one for each unit, came an array of 2 elements'],
    [{ ...hebbian, grid: { width: 3, height: 2 } }, 'grid: expected width × height = 4, the number of units, came 6'],
    [
      { ...hebbian, schedule: { kind: 'ordered', order: [0, 1, 2, 2] } },
      'schedule.order: expected each unit from 0 to 3 exactly once, came an array of 4 elements',
    ],
    [
      { ...hebbian, expect: { fixedPoints: [[1]], energies: [{ state: [1, 1], energy: 0 }] } },
      [
        'expect.fixedPoints[0]: expected 4 elements, one for each unit, came an array of 1 element',
        'expect.energies[0].state: expected 4 elements, one for each unit, came an array of 2 elements',
      ].join('\n'),
    ],
    [
      { ...hebbian, expect: { recalls: [{ from: [1, 1, 1, 1], to: [1] }] } },
      'expect.recalls[0].to: expected 4 elements, one for each unit, came an array of 1 element',
    ],
    [{ ...hebbian, $schema: './hopfield.json' }, 'accepted'],
    [{ ...hebbian, encoding: 'binary', patterns: [[1, 1, 0]] }, 'accepted'],
    [weighted, 'accepted'],
  ])('%#', (document, message) => {
    expect(refusal(document)).toBe(message)
  })
})
