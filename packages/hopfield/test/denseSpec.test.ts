import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '@engram/spec'
import { DenseDocument, DenseModel } from '@engram/hopfield/spec'
import { testDocuments } from './documents.js'

testDocuments('dense-memory', DenseDocument)

const cubic = {
  kind: 'dense-memory',
  version: 1,
  encoding: 'bipolar',
  tie: 'keep',
  interaction: { kind: 'polynomial', degree: 3 },
  patterns: [[1, 1, 1, -1]],
  seed: 7,
}

const refusal = (document: unknown): string =>
  F.pipe(
    DenseDocument.parse(JSON.stringify(document)),
    E.chain(DenseModel.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [{ ...cubic, patterns: [[1, 1, 0, -1]] }, 'patterns[0][2]: expected -1 | 1, came 0'],
    [{ ...cubic, patterns: [] }, 'patterns: expected an array of at least 1 row, came an empty array'],
    [
      { ...cubic, interaction: { kind: 'polynomial', degree: 1 } },
      'interaction.degree: expected a safe integer ≥ 2, came 1',
    ],
    [
      { ...cubic, interaction: { kind: 'rectified', degree: 1000 } },
      'interaction.degree: expected at most 386, or energies overflow, came 1000',
    ],
    [
      { ...cubic, interaction: { kind: 'exponential', inverseTemperature: 0 } },
      'interaction.inverseTemperature: expected a positive number of at most 2⁵³, came 0',
    ],
    [{ ...cubic, interaction: { kind: 'exponential', inverseTemperature: 0.5 } }, 'accepted'],
    [{ ...cubic, scale: 0 }, 'scale: expected a positive finite scale, came 0'],
    [{ ...cubic, grid: { width: 3, height: 2 } }, 'grid: expected width × height = 4, the number of units, came 6'],
    [
      { ...cubic, schedule: { kind: 'ordered', order: [0, 1, 2, 2] } },
      'schedule.order: expected each unit from 0 to 3 exactly once, came an array of 4 elements',
    ],
    [
      { ...cubic, expect: { fixedPoints: [[1]], recalls: [{ from: [1, 1, 1, 1], to: [1] }] } },
      [
        'expect.fixedPoints[0]: expected 4 elements, one for each unit, came an array of 1 element',
        'expect.recalls[0].to: expected 4 elements, one for each unit, came an array of 1 element',
      ].join('\n'),
    ],
    [{ ...cubic, interaction: { kind: 'exponential' }, $schema: './dense-memory.json' }, 'accepted'],
    [
      { ...cubic, encoding: 'binary', patterns: [[1, 1, 0]], schedule: { kind: 'blocks', blocks: [[0, 1], [2]] } },
      'accepted',
    ],
  ])('%#', (document, message) => {
    expect(refusal(document)).toBe(message)
  })
})
