import { describe, expect, test } from 'vitest'
import { Matrix, Vector } from '@engram/linalg'
import { Crosstalk, Delta, Hebbian, MemoryError, Perceptron, Projection, Recall, Storkey } from '../src/index.js'
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

describe('the projection rule', () => {
  const { inputs, expected } = golden<
    { readonly patterns: Rows; readonly probe: Rows },
    { readonly W: Rows; readonly trace: number; readonly probe_W: Rows }
  >('rules', 'projection_N16_P10')
  const patterns = inputs.patterns.map(bipolar)
  const memory = right(Projection.learn(patterns.map((pattern) => ({ input: pattern, target: pattern }))))
  const rows = Matrix.toRows(memory.weights)
  // Ten patterns of sixteen components and a condition number below 10, on either side.
  const bound = 2 * 64 * 16 * 10 * 100 * 2 ** -53

  test('gives the weights of a pseudo-inverse computed elsewhere', () => {
    rows.forEach((row, i) =>
      row.forEach((w, j) => expect(Math.abs(w - (expected.W[i]?.[j] ?? NaN))).toBeLessThan(bound)),
    )
    expect(Math.abs(rows.reduce((total, row, i) => total + (row[i] ?? 0), 0) - expected.trace)).toBeLessThan(16 * bound)
  })

  test('projects probes as elsewhere', () =>
    inputs.probe.forEach((probe, k) => {
      const net = Vector.toArray(right(Recall.net(memory)(bipolar(probe))))
      net.forEach((value, j) => expect(Math.abs(value - (expected.probe_W[k]?.[j] ?? NaN))).toBeLessThan(16 * bound))
    }))

  test('recalls what Hebb’s rule confuses', () => {
    const hebb = right(Hebbian.learnAuto(patterns))
    const wrong = (weights: typeof hebb | typeof memory): number =>
      patterns.filter((pattern) => {
        const net = Vector.toArray(right(Recall.net(weights)(pattern)))
        return net.some((value, i) => value * (pattern.data[i] ?? 0) <= 0)
      }).length
    expect(wrong(memory)).toBe(0)
    expect(wrong(hebb)).toBeGreaterThan(0)
  })
})

test('the share of wrong components after one step, and the load for a share, as in the published table', () => {
  const { inputs, expected } = golden<
    { readonly alpha: ReadonlyArray<number> },
    { readonly p_error: ReadonlyArray<number>; readonly alpha_at_p: Readonly<Record<string, number>> }
  >('rules', 'hebb_error_gaussian')
  // erfc and its inverse keep a relative accuracy of 10⁻¹²; the published values were given to 10⁻¹⁰.
  inputs.alpha.forEach((alpha, k) => {
    const p = expected.p_error[k] ?? NaN
    expect(Math.abs(right(Crosstalk.bitErrorProbability(alpha)) - p)).toBeLessThanOrEqual(1e-12 * p)
  })
  Object.entries(expected.alpha_at_p).forEach(([p, alpha]) =>
    expect(Math.abs(right(Crosstalk.loadAt(Number(p))) - alpha)).toBeLessThanOrEqual(1e-12 * alpha),
  )
})
