/**
 * What comes from outside is refused with data, and told in one sentence; sizes 1 and 70 work like any other.
 */
import { either as E } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import { describe, expect, test } from 'vitest'
import {
  Augmentation,
  Bam,
  BamError,
  Capacity,
  Certificate,
  Equilibrium,
  Exponential,
  MultipleTraining,
  Name,
  Perceptron,
  Recall,
  TransitionGraph,
} from '../src/index.js'
import { binary, bipolar, cue, recall, right, store } from './support.js'

const pair = { x: bipolar([1, -1, 1]), y: bipolar([-1, 1]) }
const bam = store([pair])

const refusal = (either: E.Either<BamError.BamError, unknown>): string =>
  E.match(BamError.render, () => 'accepted')(either)

describe('refusals', () => {
  test.each([
    [Bam.fromPairs({})([]), 'Bam.fromPairs: expected at least one pair, got none'],
    [Bam.fromPairs({})([pair, { ...pair, x: bipolar([1]) }]), 'Bam.fromPairs (x): expected 3 units, got 1'],
    [Bam.fromPairs({})([pair, { ...pair, y: bipolar([1]) }]), 'Bam.fromPairs (y): expected 2 units, got 1'],
    [
      Bam.fromPairs({})([{ ...pair, y: binary([1, 0]) }]),
      'Bam.fromPairs: expected Bipolar patterns throughout, got Binary',
    ],
    [
      Bam.fromPairs({ thresholds: { y: Vector.zeros(3) } })([pair]),
      'Bam.fromPairs (thresholds of y): expected 2 units, got 3',
    ],
    [
      Bam.fromWeights({ encoding: 'bipolar' })(Matrix.zeros(0, 2)),
      'Bam.fromWeights: expected at least one unit in each layer, got none',
    ],
    [
      Bam.fromTwoWeights({ encoding: 'bipolar' })(Matrix.zeros(1, 2), Matrix.zeros(2, 1)),
      'Bam.fromTwoWeights: expected 1 × 2, got 2 × 1',
    ],
    [Recall.recall({})(bam)({}), 'Recall.recall: expected x, y or both, got none'],
    [Recall.recall({})(bam)({ x: cue([1, 0]) }), 'Recall.recall (x): expected 3 units, got 2'],
    [
      Recall.recall({})(bam)({ y: binary([1, 0]) }),
      'Recall.recall (y): expected a Bipolar pattern or a Cue, got Binary',
    ],
    [Recall.recall({ maxSweeps: 0.5 })(bam)(pair), 'Recall.recall (maxSweeps): expected a natural number, got 0.5'],
    [Equilibrium.fields(bam)({ ...pair, x: bipolar([1]) }), 'Equilibrium.fields (x): expected 3 units, got 1'],
    [
      Certificate.certify([{ x: pair.y, y: pair.y }])(recall(bam, pair)),
      'Certificate.certify (x): expected 3 units, got 2',
    ],
    [MultipleTraining.learn({})([pair], [1, 2]), 'MultipleTraining.learn (multiplicities): expected 1 units, got 2'],
    [MultipleTraining.enough([pair])(1), 'MultipleTraining.enough: expected a pair from 0 to 0, got 1'],
    [Augmentation.augment([]), 'Augmentation.augment: expected at least one pair, got none'],
    [Perceptron.train({ margin: -1 })([pair]), 'Perceptron.train (margin): expected a finite margin from 0, got -1'],
    [Exponential.fromPairs({ base: 1 })([pair]), 'Exponential.fromPairs (base): expected a finite base above 1, got 1'],
    [
      Capacity.measure(Bam.fromPairs({}))({ sizes: { x: 2, y: 2 }, pairs: 0, trials: 1, seed: 1 }),
      'Capacity.measure: expected whole numbers from 1, got 0',
    ],
    [Name.spell(2)('Ada'), 'Name.spell: expected at most 2 letters, got 3'],
  ])('%#', (either, message) => {
    expect(refusal(either as E.Either<BamError.BamError, unknown>)).toBe(message)
  })
})

test('layers of one unit swing when they move at once, and rest when they take turns', () => {
  const memory = right(Bam.fromWeights({ encoding: 'bipolar' })(right(Matrix.fromRows([[-1]]))))
  const start = { x: bipolar([1]), y: bipolar([1]) }
  expect(recall(memory, start, { schedule: { _tag: 'Synchronous' } }).outcome).toMatchObject({
    _tag: 'Cycle',
    period: 2,
  })
  expect(recall(memory, start).outcome).toEqual({ _tag: 'FixedPoint' })
})

test('a transition graph has at most 16 units', () => {
  const long = { x: bipolar(Array.from({ length: 16 }, () => 1)), y: bipolar([1]) }
  expect(E.isLeft(TransitionGraph.survey('x-first')(store([long])))).toBe(true)
})

test('exponents of thousands do not overflow', () => {
  const [pairs] = Capacity.draw(3, { x: 2048, y: 2048 })([1, 2, 3, 4])
  const memory = right(Exponential.fromPairs({})(pairs))
  const [first] = pairs
  const recalled = right(Exponential.recall({})(memory)({ x: first?.x ?? bipolar([1]) }))
  expect(recalled.pair.y).toEqual(first?.y)
  expect(recalled.energies.at(-1)).toBeCloseTo(-4096, 6)
})
