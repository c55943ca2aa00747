import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Matrix, SignMatrix } from '@engram/linalg'
import {
  Energy,
  HopfieldError,
  LocalField,
  Network,
  Recall,
  Schedule,
  Sparse,
  TransitionGraph,
  Update,
  Verdict,
} from '../src/index.js'
import { binary, bipolar, network, right, vector } from './support.js'

const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
  E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)

const net = right(Network.fromPatterns({})([bipolar([1, 1, 1, -1])]))
const state = bipolar([1, -1, 1, -1])

describe('what is refused, and in what words', () => {
  test('networks', () => {
    expect(refusal(Network.fromPatterns({})([]))).toBe('Network.fromPatterns: expected at least one pattern, got none')
    expect(refusal(Network.fromPatterns({})([bipolar([1, 1]), bipolar([1])]))).toBe(
      'Network.fromPatterns: expected 2 units, got 1',
    )
    expect(refusal(Network.fromPatterns({})([bipolar([1, 1]), binary([1, 0])]))).toBe(
      'Network.fromPatterns: expected Bipolar patterns throughout, got Binary',
    )
    expect(refusal(Network.fromPatterns({ scale: 0 })([state]))).toBe(
      'Network.fromPatterns: expected a positive finite scale, got 0',
    )
    expect(refusal(Network.fromPatterns({ thresholds: vector([1]) })([state]))).toBe(
      'Network.fromPatterns (thresholds): expected 4 units, got 1',
    )
    expect(refusal(Network.fromWeights({ encoding: 'bipolar' })(Matrix.zeros(2, 3)))).toBe(
      'Network.fromWeights: expected as many columns as rows, got 2 × 3',
    )
    expect(refusal(Network.fromWeights({ encoding: 'bipolar' })(Matrix.zeros(0, 0)))).toBe(
      'Network.fromWeights: expected at least one unit, got none',
    )
  })

  test('couplings', () => {
    expect(refusal(Sparse.fromTriples(0)([]))).toBe('Sparse.fromTriples (size): expected at least one unit, got 0')
    expect(refusal(Sparse.fromTriples(2)([[0, 2, 1]]))).toBe('Sparse.fromTriples: expected a unit from 0 to 1, got 2')
    expect(refusal(Sparse.fromRows([[[0.5, 1]]]))).toBe('Sparse.fromRows: expected a unit from 0 to 0, got 0.5')
    expect(refusal(Sparse.fromTriples(2)([[0, 1, NaN]]))).toBe('Sparse.fromTriples: expected a finite weight, got NaN')
    expect(
      refusal(
        Sparse.symmetric(2)([
          [0, 1, 1],
          [1, 0, 1],
        ]),
      ),
    ).toBe('Sparse.symmetric: expected each coupling once, got (0, 1) twice')
    expect(refusal(Sparse.fromMatrix(Matrix.zeros(2, 3)))).toBe(
      'Sparse.fromMatrix: expected as many columns as rows, got 2 × 3',
    )
    expect(refusal(Network.fromSigns({ encoding: 'bipolar' })(right(SignMatrix.fromRows([]))))).toBe(
      'Network.fromSigns: expected at least one pattern and one unit, got none',
    )
  })

  test('states and inputs', () => {
    expect(refusal(Energy.energy(net)(bipolar([1, 1])))).toBe('Energy.energy (state): expected 4 units, got 2')
    expect(refusal(LocalField.localFields(net)(binary([1, 1, 1, 0])))).toBe(
      'LocalField.localFields: expected a bipolar state, got binary',
    )
    expect(refusal(LocalField.isFixedPoint(net, vector([1]))(state))).toBe(
      'LocalField.isFixedPoint (input): expected 4 units, got 1',
    )
  })

  test.each([-1, 4, 0.5, NaN])('unit %d', (unit) =>
    expect(refusal(Update.updateUnit(net)(unit)(state))).toBe(
      `Update.updateUnit: expected a unit from 0 to 3, got ${unit}`,
    ),
  )

  test('runs', () => {
    expect(refusal(Recall.recall({ schedule: Schedule.ordered([0, 1, 1, 2]) })(net)(state))).toBe(
      'Schedule.ordered: expected each unit from 0 to 3 exactly once, got 0, 1, 1, 2',
    )
    expect(refusal(Recall.recall({ schedule: Schedule.blocks([[0, 1], [2]]) })(net)(state))).toBe(
      'Schedule.blocks: expected blocks of different units that together hold each unit from 0 to 3, got {0, 1} {2}',
    )
    expect(refusal(Recall.recall({ schedule: Schedule.synchronous, maxSweeps: -1 })(net)(state))).toBe(
      'Recall.recall (maxSweeps): expected a natural number, got -1',
    )
  })

  test('graphs of more states than can be drawn', () =>
    expect(refusal(TransitionGraph.make()(network(Matrix.toRows(Matrix.zeros(17, 17)))))).toBe(
      'TransitionGraph.make: expected at most 16 units, got 17',
    ))
})

describe('runs at the edges', () => {
  test('no sweep allowed: nothing happens', () => {
    const recall = right(Recall.recall({ schedule: Schedule.shuffled(1), maxSweeps: 0 })(net)(state))
    expect(recall).toMatchObject({ outcome: { _tag: 'Exhausted' }, sweeps: 0, flips: 0, energies: [0] })
    expect(recall.state).toEqual(state)
  })

  test('a single unit without couplings', () => {
    const recall = right(Recall.recall({ schedule: Schedule.randomUnit(1) })(network([[0]]))(bipolar([-1])))
    expect(recall).toMatchObject({ outcome: { _tag: 'FixedPoint' }, sweeps: 1, flips: 0 })
  })

  test('two units that answer each other with opposite signs go round four states', () => {
    const opposed = network([
      [0, 1],
      [-1, 0],
    ])
    const recall = right(Recall.recall({ schedule: Schedule.synchronous })(opposed)(bipolar([1, 1])))
    expect(recall.outcome).toEqual({
      _tag: 'Cycle',
      period: 4,
      states: [
        [1, 1],
        [1, -1],
        [-1, -1],
        [-1, 1],
      ].map(bipolar),
    })
  })

  test('three units that drive each other round: a cycle of six under synchronous updating', () => {
    const ring = network([
      [0, 0, -1],
      [1, 0, 0],
      [0, 1, 0],
    ])
    const recall = right(Recall.recall({ schedule: Schedule.synchronous })(ring)(bipolar([1, 1, 1])))
    expect(recall.outcome).toMatchObject({ _tag: 'Cycle', period: 6 })
    expect(Verdict.ofRecall([])(recall)).toEqual({ _tag: 'Cycle', period: 6 })
  })

  test('ten thousand units and their patterns recall without a weight matrix', () => {
    const n = 10_000
    const patterns = [1, 2, 3].map((seed) =>
      bipolar(Array.from({ length: n }, (_, i) => (Math.imul(i + 1, 2_654_435_761 * seed) >>> 31 === 1 ? 1 : -1))),
    )
    const large = right(Network.fromPatterns({ couplings: 'patterns' })(patterns))
    const probe = bipolar(Pattern.toArray(patterns[0] as Pattern.Bipolar).map((s, i) => (i % 5 === 0 ? -s : s)))
    const recall = right(Recall.recall({ schedule: Schedule.shuffled(1) })(large)(probe))
    expect(Verdict.ofRecall(patterns)(recall)).toEqual({ _tag: 'Stored', index: 0 })
  })

  test('sixteen units: every one of 65 536 states', () => {
    const patterns = [bipolar(Array.from({ length: 16 }, (_, i) => (i < 8 ? 1 : -1)))]
    const graph = right(TransitionGraph.make()(right(Network.fromPatterns({})(patterns))))
    expect(graph.fixedPoints).toEqual([0x00ff, 0xff00])
    expect(graph.attractors).toEqual([[0x00ff], [0xff00]])
    // Every state with at most 8 mistakes of 16: (2¹⁶ + 12 870) / 2.
    expect(TransitionGraph.basin(graph)([0xff00])).toHaveLength(39_203)
  })
})
