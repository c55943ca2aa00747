import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '@engram/spec'
import { ModernDocument } from '@engram/hopfield/spec'
import { testDocuments } from './documents.js'

testDocuments('modern-hopfield', ModernDocument)

const document = {
  kind: 'modern-hopfield',
  version: 1,
  beta: 8,
  patterns: [
    [1, 0.5],
    [-1, 0],
  ],
}

const refusal = (value: unknown): string =>
  F.pipe(
    ModernDocument.parse(JSON.stringify(value)),
    E.chain(ModernDocument.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [document, 'accepted'],
    [{ ...document, beta: null, values: [[1], [2]], masked: [true, false], grid: { width: 1, height: 2 } }, 'accepted'],
    [{ ...document, beta: -1 }, 'beta: expected null or a finite number ≥ 0, came -1'],
    [
      { ...document, patterns: [[1], [1, 2]] },
      'patterns[1]: expected as many elements as in the first row, which has 1, came an array of 2 elements',
    ],
    [{ ...document, values: [[1]] }, 'values: expected 2 rows, one for each pattern, came an array of 1 element'],
    [{ ...document, masked: [true] }, 'masked: expected 2 elements, one for each pattern, came an array of 1 element'],
    [
      { ...document, grid: { width: 2, height: 2 } },
      'grid: expected width × height = 2, the size of a pattern, came 4',
    ],
    [{ ...document, patterns: [[1e200, 1]] }, 'patterns: expected rows with norms up to 2^500, came Infinity'],
    [{ ...document, values: [[1], [1e200]] }, 'values: expected rows with norms up to 2^500, came Infinity'],
  ])('%j', (value, told) => expect(refusal(value)).toBe(told))
})
