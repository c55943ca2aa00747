import { describe, expect, test } from 'vitest'
import { Overlap, Pattern } from '@engram/associative-memory'
import { Matrix } from '@engram/linalg'
import { Energy, Network, Recall, Schedule, TransitionGraph } from '../src/index.js'
import { bipolar, golden, network, right, vector } from './support.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface Run {
  readonly patterns: Rows
  readonly initial_state: ReadonlyArray<number>
  readonly steps: number
  readonly mode: 'sync' | 'async'
  readonly update_order_per_sweep?: Rows
}

interface RunExpected {
  readonly weights: { readonly full?: Rows; readonly row0: ReadonlyArray<number> }
  readonly states: Rows
  readonly overlaps: Rows
}

describe('neurodynex (weights divided by N, sign of zero +1)', () => {
  test.each(['n25_P2_flip4_sync', 'n36_P3_flip6_async', 'n100_P5_flip15_async', 'zero_field_convention_sync'])(
    '%s',
    (id) => {
      const { inputs, expected } = golden<Run, RunExpected>('hopfield', id)
      const patterns = inputs.patterns.map(bipolar)
      const n = patterns[0]?.length ?? 0
      const net = right(Network.fromPatterns({ tie: 'up', scale: 1 / n })(patterns))
      const scaled = Matrix.toRows(Network.weights(net)).map((row) => row.map((weight) => weight / n))
      if (expected.weights.full !== undefined) expect(scaled).toEqual(expected.weights.full)
      expect(scaled[0]).toEqual(expected.weights.row0)
      const states = Array.from({ length: inputs.steps }).reduce<ReadonlyArray<Network.State>>(
        (visited, _, step) => {
          const order = inputs.update_order_per_sweep?.[step]
          const schedule = order === undefined ? Schedule.synchronous : Schedule.ordered(order)
          const last = visited[visited.length - 1] as Network.State
          return [...visited, right(Recall.recall({ schedule, maxSweeps: 1 })(net)(last)).state]
        },
        [bipolar(inputs.initial_state)],
      )
      expect(states.map(Pattern.toArray)).toEqual(expected.states)
      states.forEach((state, t) =>
        expect(patterns.map((pattern) => right(Overlap.overlap(pattern)(state)))).toEqual(expected.overlaps[t]),
      )
    },
  )
})

interface Attractors {
  readonly energies: ReadonlyArray<number>
  readonly async_fixed_points: ReadonlyArray<{
    readonly index: number
    readonly state: ReadonlyArray<number>
    readonly energy: number
    readonly reachable_from: number
  }>
  readonly async_non_singleton_attractors: ReadonlyArray<unknown>
  readonly sync_cycles: ReadonlyArray<{ readonly states: ReadonlyArray<number>; readonly basin: number }>
}

describe('networkx (exhaustive state graphs)', () => {
  test.each(['attractors_seed_n4', 'attractors_n8_P3'])('%s', (id) => {
    const { inputs, expected } = golden<{ readonly W: Rows; readonly theta?: ReadonlyArray<number> }, Attractors>(
      'hopfield',
      id,
    )
    const net = network(inputs.W, {
      encoding: 'bipolar',
      ...(inputs.theta === undefined ? {} : { thresholds: vector(inputs.theta) }),
    })
    const graph = right(TransitionGraph.make()(net))
    expect(Array.from(graph.energies)).toEqual(expected.energies)
    expect(
      graph.fixedPoints.map((index) => ({
        index,
        state: Pattern.toArray(TransitionGraph.stateAt(net)(index)),
        energy: graph.energies[index],
        reachable_from: TransitionGraph.basin(graph)([index]).length,
      })),
    ).toEqual(expected.async_fixed_points)
    expect(graph.attractors.filter((states) => states.length > 1)).toEqual(expected.async_non_singleton_attractors)
    const canonical = (cycles: Attractors['sync_cycles']) =>
      cycles
        .map(({ states, basin }) => ({ states: states.toSorted((a, b) => a - b), basin }))
        .toSorted((a, b) => (a.states[0] ?? 0) - (b.states[0] ?? 0))
    expect(canonical(graph.cycles)).toEqual(canonical(expected.sync_cycles))
  })
})

test('the energy by squared overlaps (scale 1/P)', () => {
  const { inputs, expected } = golden<
    { readonly patterns: Rows; readonly b: ReadonlyArray<number>; readonly y: ReadonlyArray<number> },
    { readonly E: number }
  >('lectures', 'energy_as_squared_overlaps')
  const thresholds = vector(inputs.b.map((bias) => -bias))
  const net = right(
    Network.fromPatterns({ scale: 1 / inputs.patterns.length, thresholds })(inputs.patterns.map(bipolar)),
  )
  // Two roundings of the quadratic term of size at most 5, two of the linear one.
  expect(Math.abs(right(Energy.energy(net)(bipolar(inputs.y))) - expected.E)).toBeLessThanOrEqual(8 * 5 * 2 ** -53)
})
