import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { DecodeError } from '@engram/spec'
import { GradedDocument } from '@engram/hopfield/spec'
import { testDocuments } from './documents.js'

testDocuments('graded-hopfield', GradedDocument)

const document = {
  kind: 'graded-hopfield',
  version: 1,
  shape: 'tanh',
  gain: 2,
  weights: [
    [0, 1],
    [1, 0],
  ],
}

const refusal = (value: unknown): string =>
  F.pipe(
    GradedDocument.parse(JSON.stringify(value)),
    E.chain(GradedDocument.fromDocument),
    E.match(DecodeError.draw, () => 'accepted'),
  )

describe('a document is refused with the path to what is wrong', () => {
  test.each([
    [document, 'accepted'],
    [{ ...document, shape: 'sigmoid', scale: 0.5, tau: 3, input: [1, 0], grid: { width: 1, height: 2 } }, 'accepted'],
    [{ ...document, shape: 'step' }, 'shape: expected "tanh" | "sigmoid", came "step"'],
    [
      { ...document, gain: 0, scale: 0, tau: 0 },
      ['gain', 'scale', 'tau'].map((name) => `${name}: expected a positive number, came 0`).join('\n'),
    ],
    [
      { ...document, weights: [[0, 1]] },
      'weights[0]: expected 1 element, one for each unit, came an array of 2 elements',
    ],
    [{ ...document, input: [1] }, 'input: expected 2 elements, one for each unit, came an array of 1 element'],
  ])('%j', (value, told) => expect(refusal(value)).toBe(told))
})
