import { either as E, option as O } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Overlap, type Pattern } from '@engram/associative-memory'
import { Matrix, Random } from '@engram/linalg'
import { Certificate, HopfieldError, Network, Radius, Schedule, Spurious, TransitionGraph } from '../src/index.js'
import { binary, bipolar, network, right, vector } from './support.js'

const refusal = (answer: E.Either<HopfieldError.HopfieldError, unknown>): string =>
  E.match(HopfieldError.render, (value) => `no refusal, but ${JSON.stringify(value)}`)(answer)

const stored = bipolar([1, 1, 1, -1])
const net = right(Network.fromPatterns({})([stored]))

describe('the guaranteed radius', () => {
  test('of a single pattern: its margin n − 1 lets ⌈n/2⌉ − 1 units turn', () =>
    [2, 3, 4, 5, 8, 9, 16].forEach((n) => {
      const ones = bipolar(Array.from({ length: n }, () => 1))
      const single = right(Network.fromPatterns({})([ones]))
      expect(right(Radius.radius(single)(ones))).toEqual(O.some(Math.ceil(n / 2) - 1))
    }))

  test('holds within its basin in the transition graph, and does not fill it', () => {
    const patterns = [
      [1, 1, 1, 1, -1, -1, -1, -1, 1],
      [1, -1, 1, -1, 1, -1, 1, -1, 1],
    ].map(bipolar)
    const both = right(Network.fromPatterns({})(patterns))
    const graph = right(TransitionGraph.make()(both))
    const home = TransitionGraph.indexOf(patterns[0] as Pattern.Bipolar)
    const others = new Set(
      graph.fixedPoints.filter((s) => s !== home).flatMap((s) => TransitionGraph.basin(graph)([s])),
    )
    const sure = TransitionGraph.basin(graph)([home]).filter((s) => !others.has(s))
    const distance = (s: number): number =>
      right(Overlap.hamming(patterns[0] as Pattern.Bipolar)(TransitionGraph.stateAt(both)(s)))
    const d = O.getOrElse(() => -1)(right(Radius.radius(both)(patterns[0] as Pattern.Bipolar)))
    const ball = Array.from({ length: 2 ** 9 }, (_, s) => s).filter((s) => distance(s) <= d)
    expect(d).toBe(1)
    expect(ball.every((s) => sure.includes(s))).toBe(true)
    expect(sure.length).toBeGreaterThan(ball.length)
  })

  test('is nothing for a state that is no fixed point, and all units for one that nothing leaves', () => {
    expect(right(Radius.radius(net)(bipolar([1, -1, 1, -1])))).toEqual(O.none)
    const held = network(
      [
        [0, 0],
        [0, 0],
      ],
      { encoding: 'binary', thresholds: vector([-1, -1]) },
    )
    expect(right(Radius.radius(held)(binary([1, 1])))).toEqual(O.some(2))
  })

  test('of three thousand units and three patterns needs no weight matrix', () => {
    const n = 3000
    const [signs] = Random.signs(3 * n)(Random.fromSeed(4))
    const patterns = [0, 1, 2].map((p) => bipolar(signs.slice(p * n, (p + 1) * n)))
    const large = right(Network.fromPatterns({ couplings: 'packed' })(patterns))
    const d = O.getOrElse(() => -1)(right(Radius.radius(large)(patterns[0] as Pattern.Bipolar)))
    // The least margin is about n, and a quarter of the units take 6 from it each, the others 2 or nothing.
    expect(d).toBeGreaterThan(0.1 * n)
    expect(d).toBeLessThan(0.25 * n)
  })

  test('does not grow by rounding', () => {
    const [signs] = Random.signs(2 * 12)(Random.fromSeed(9))
    const patterns = [0, 1].map((p) => bipolar(signs.slice(p * 12, (p + 1) * 12)))
    const whole = right(Network.fromPatterns({})(patterns))
    const tenths = network(Matrix.toRows(Network.weights(whole)).map((row) => row.map((w) => w / 10)))
    const radius = (each: Network.Network) =>
      O.getOrElse(() => -1)(right(Radius.radius(each)(patterns[0] as Pattern.Bipolar)))
    expect(radius(tenths)).toBeLessThanOrEqual(radius(whole))
  })
})

describe('certificates', () => {
  test('of a run that was cut short have neither margin nor radius', () => {
    const { certificate } = right(
      Certificate.recall({ schedule: Schedule.synchronous })([stored])(net)(bipolar([-1, -1, 1, -1])),
    )
    expect(certificate).toMatchObject({ verdict: { _tag: 'Cycle' }, margin: O.none, radius: O.none, guaranteed: false })
  })

  test('refuse patterns of another size', () =>
    expect(refusal(Certificate.recall({ schedule: Schedule.shuffled(1) })([bipolar([1])])(net)(stored))).toContain(
      'got 4',
    ))
})

describe('censuses', () => {
  const wide = right(Network.fromPatterns({})([bipolar(Array.from({ length: 21 }, () => 1))]))

  test('refuse more units than can be tried', () => {
    expect(refusal(Spurious.census([])(wide))).toBe('Spurious.census: expected at most 20 units, got 21')
    expect(refusal(Spurious.basins([])(wide))).toBe('Spurious.basins: expected at most 16 units, got 21')
    expect(refusal(Spurious.sample({ seed: 1, runs: 1.5 })([])(net))).toBe(
      'Spurious.sample (runs): expected a natural number, got 1.5',
    )
    expect(refusal(Spurious.census([])(net, vector([1])))).toBe('Spurious.census (input): expected 4 units, got 1')
  })

  test('of twenty units try a million states', () => {
    const patterns = [bipolar(Array.from({ length: 20 }, (_, i) => (i % 3 === 0 ? 1 : -1)))]
    const { states, counts } = right(Spurious.census(patterns)(right(Network.fromPatterns({})(patterns))))
    expect(states).toBe(2 ** 20)
    expect(counts).toEqual({ Stored: 1, Reversed: 1, Mixture: 0, Spurious: 0 })
  })
})
