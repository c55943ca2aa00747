import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '@engram/spec'
import { RbmDocument } from '@engram/hopfield/spec'
import { testDocuments } from './documents.js'

testDocuments('rbm', RbmDocument)

const document = {
  kind: 'rbm',
  version: 1,
  weights: [
    [1, 0.5, 2],
    [-1, 0, 1],
  ],
  seed: 7,
}

const refusal = (value: unknown): string =>
  F.pipe(
    RbmDocument.parse(JSON.stringify(value)),
    E.chain(RbmDocument.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [document, 'accepted'],
    [{ ...document, visibleBias: [1, 2], hiddenBias: [1, 2, 3], grid: { width: 2, height: 1 } }, 'accepted'],
    [{ ...document, weights: [[]] }, 'weights[0]: expected a row of at least 1 element, came an empty array'],
    [{ ...document, seed: -1 }, 'seed: expected a safe integer from 0 to 4294967295, came -1'],
    [
      { ...document, visibleBias: [1], hiddenBias: [1] },
      [
        'visibleBias: expected 2 elements, one for each unit, came an array of 1 element',
        'hiddenBias: expected 3 elements, one for each unit, came an array of 1 element',
      ].join('\n'),
    ],
    [{ ...document, grid: { width: 3, height: 1 } }, 'grid: expected width × height = 2, the number of units, came 3'],
  ])('%j', (value, told) => expect(refusal(value)).toBe(told))
})
