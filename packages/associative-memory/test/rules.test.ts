import { describe, expect, test } from 'vitest'
import { Matrix } from '@engram/linalg'
import { Delta, MemoryError, Perceptron, Storkey } from '../src/index.js'
import { bipolar, golden, left, right } from './support.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

const weights = (patterns: Rows): Rows => Matrix.toRows(right(Storkey.learn('first')(patterns.map(bipolar))).weights)

describe('Storkey', () => {
  test('gives the published weights of four units exactly', () => {
    const { inputs, expected } = golden<{ readonly patterns: Rows }, { readonly W_storkey_zero_diag: Rows }>(
      'rules',
      'storkey_hebb_N4_P3',
    )
    expect(weights(inputs.patterns)).toEqual(expected.W_storkey_zero_diag)
  })

  test('gives those of six units to within the rounding of a division by six', () => {
    const { inputs, expected } = golden<{ readonly patterns: Rows }, { readonly W: Rows }>(
      'rules',
      'storkey_weights_N6_P3',
    )
    // Three patterns, some ten operations each on numbers below 1, on either side.
    const bound = 2 * 3 * 10 * 2 ** -53
    weights(inputs.patterns).forEach((row, i) =>
      row.forEach((w, j) => expect(Math.abs(w - (expected.W[i]?.[j] ?? NaN))).toBeLessThanOrEqual(bound)),
    )
  })
})

describe('what the training rules refuse', () => {
  const association = { input: bipolar([1, -1]), target: bipolar([1]) }
  test.each([
    [Delta.learn({ rate: 0, epochs: 1 })([association]), 'Delta.learn (rate): expected a positive number, got 0'],
    [Delta.learn({ rate: 1, epochs: 0.5 })([association]), 'Delta.learn (epochs): expected a natural number, got 0.5'],
    [Delta.learn({ rate: 1, epochs: 1 })([]), 'Delta.learn: expected at least one association, got none'],
    [
      Perceptron.learn({ stability: -1 })([association]),
      'Perceptron.learn (stability): expected a number of at least 0, got -1',
    ],
    [
      Perceptron.learn({ maxEpochs: NaN })([association]),
      'Perceptron.learn (maxEpochs): expected a natural number, got NaN',
    ],
    [Storkey.learn('first')([]), 'Storkey.learn: expected at least one pattern, got none'],
    [Storkey.learn('first')([bipolar([1, 1]), bipolar([1])]), 'Storkey.learn: expected 2 components, got 1'],
  ])('%#', (answer, words) => expect(MemoryError.render(left<MemoryError.MemoryError, unknown>(answer))).toBe(words))
})

test('a memory without self-coupling stays without, and stores what can be stored', () => {
  const patterns = [bipolar([1, 1, 1, -1, -1]), bipolar([1, -1, 1, 1, -1]), bipolar([-1, -1, 1, -1, 1])]
  const learnt = right(
    Perceptron.learn({ selfCoupling: 'none' })(patterns.map((pattern) => ({ input: pattern, target: pattern }))),
  )
  expect(learnt.outcome).toBe('Separated')
  expect(Matrix.toRows(learnt.memory.weights).map((row, i) => row[i])).toEqual([0, 0, 0, 0, 0])
})
