import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Census } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import { Gain, Graded, GradedFlow, Network } from '../src/index.js'
import { bipolar, golden, right, vector } from './support.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface Inputs {
  readonly T: Rows
  readonly I: ReadonlyArray<number>
  readonly lambda: number
  readonly u0: ReadonlyArray<number>
  readonly tau: number
  readonly t: ReadonlyArray<number>
}

interface Expected {
  readonly u: Rows
  readonly V: Rows
  readonly energy: ReadonlyArray<number>
  readonly fixed_point_u: ReadonlyArray<number>
  readonly fixed_point_V: ReadonlyArray<number>
}

const gain = (shape: Gain.Shape, value: number): Gain.Gain => right(Gain.make(shape)(value))

/** The tolerance of the cases: 10⁻⁸ absolute, 10⁻⁷ relative. */
const close = (found: number, expected: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-8 + 1e-7 * Math.abs(expected))

const allClose = (found: Iterable<number>, expected: ReadonlyArray<number>): void => {
  const values = Array.from(found)
  expect(values.length).toBe(expected.length)
  values.forEach((value, k) => close(value, expected[k] ?? NaN))
}

describe('scipy (DOP853, optimize.root)', () => {
  test.each(['continuous_2units', 'continuous_random6'])('%s', (id) => {
    const { inputs, expected } = golden<Inputs, Expected>('graded', id)
    const network = right(
      Graded.make({ gain: gain('tanh', inputs.lambda), tau: inputs.tau, input: vector(inputs.I) })(
        right(Matrix.fromRows(inputs.T)),
      ),
    )
    const told = right(GradedFlow.trajectory({})(network)(inputs.t)(vector(inputs.u0)))
    expect(told.outcome).toBe('Reached')
    told.states.forEach((u, k) => {
      allClose(u.data, expected.u[k] ?? [])
      allClose(right(Graded.outputs(network)(u)).data, expected.V[k] ?? [])
    })
    allClose(told.energies, expected.energy)
    const settled = right(GradedFlow.settle({})(network)(vector(inputs.u0)))
    expect(settled.outcome._tag).toBe('FixedPoint')
    allClose(settled.state.data, expected.fixed_point_u)
    allClose(right(Graded.outputs(network)(settled.state)).data, expected.fixed_point_V)
  })
})

const pair = right(
  Matrix.fromRows([
    [0, 1],
    [1, 0],
  ]),
)

describe('far out', () => {
  const network = right(Graded.make({ gain: gain('tanh', 1000), input: vector([0.5, -0.25]) })(pair))

  test('saturated units have a finite energy', () => {
    const energy = right(Graded.energy(network)(vector([1e6, -1e6])))
    // −½ VᵀWV = 1, −IᵀV = −¾, and ln 2 / λ for each unit.
    expect(Math.abs(energy - (0.25 + (2 * Math.LN2) / 1000))).toBeLessThan(2 ** -50)
  })

  test('a steep network comes down from there', () => {
    const settled = right(GradedFlow.settle({})(network)(vector([1e6, -1e6])))
    expect(settled.outcome._tag).toBe('FixedPoint')
    expect(right(Graded.outputs(network)(settled.state)).data.length).toBe(2)
  })

  test('outputs at an end have no finite inner value', () => {
    expect(E.isLeft(Graded.fromOutputs(network)(vector([1, 0])))).toBe(true)
    expect(Gain.inverse(network.gain)(1)).toBe(Infinity)
    expect(Gain.work(network.gain)(-1)).toBeCloseTo(Math.LN2 / 1000, 15)
  })
})

describe('a stored pattern', () => {
  const stored = bipolar([1, 1, 1, -1])
  const two = right(Network.fromPatterns({})([stored]))

  test('is found from a damaged one, and its reverse from the other side', () => {
    const network = right(Graded.fromNetwork({ gain: 2 })(two))
    const starts = [
      [0.2, 0.1, 0.3, 0.1],
      [-0.2, -0.1, 0.1, 0.3],
    ].map(vector)
    const { attractors, exhausted } = Census.census(1000)(GradedFlow.descent({}))(network)(starts)
    expect(exhausted).toBe(0)
    expect(attractors.map(({ state }) => Array.from(state.data, Math.sign))).toEqual([
      [1, 1, 1, -1],
      [-1, -1, -1, 1],
    ])
  })

  test('is forgotten at a low gain', () => {
    const network = right(Graded.fromNetwork({ gain: 0.3 })(two))
    const { state } = right(GradedFlow.settle({})(network)(vector([3, 3, 3, -3])))
    Array.from(state.data).forEach((u) => expect(Math.abs(u)).toBeLessThan(1e-9))
  })

  test('thresholds and input become I', () => {
    const biased = right(Network.fromPatterns({ thresholds: vector([1, 0, 0, 2]) })([stored]))
    const network = right(Graded.fromNetwork({ gain: 1, input: vector([0.5, 0, 1, 0]) })(biased))
    expect(Vector.toArray(network.input)).toEqual([-0.5, 0, 1, -2])
  })
})

describe('doors', () => {
  const network = right(Graded.make({ gain: gain('sigmoid', 1) })(pair))
  const start = vector([0, 0])

  test.each([
    ['a gain of 0', Gain.make('tanh')(0)],
    ['weights that are not square', Graded.make({ gain: gain('tanh', 1) })(right(Matrix.fromRows([[1, 2]])))],
    ['no units', Graded.make({ gain: gain('tanh', 1) })(Matrix.zeros(0, 0))],
    ['no time', Graded.make({ gain: gain('tanh', 1), tau: 0 })(pair)],
    ['an input too long', Graded.make({ gain: gain('tanh', 1), input: vector([1]) })(pair)],
    ['a state too long', Graded.energy(network)(vector([1, 2, 3]))],
    ['times that fall', GradedFlow.trajectory({})(network)([1, 0])(start)],
    ['a tolerance of 0', GradedFlow.settle({ control: { rest: 0 } })(network)(start)],
    ['half a step', GradedFlow.settle({ maxSteps: 0.5 })(network)(start)],
    [
      'weights without an energy',
      GradedFlow.settle({})(
        right(
          Graded.make({ gain: gain('tanh', 1) })(
            right(
              Matrix.fromRows([
                [0, 1],
                [-1, 0],
              ]),
            ),
          ),
        ),
      )(start),
    ],
  ])('refuses %s', (_, answer) => {
    expect(E.isLeft(answer)).toBe(true)
  })

  test('says when the steps were used up', () => {
    expect(right(GradedFlow.settle({ maxSteps: 2 })(network)(vector([5, -5]))).outcome._tag).toBe('Exhausted')
    const told = right(GradedFlow.trajectory({ maxSteps: 2 })(network)([0, 100])(vector([5, -5])))
    expect([told.outcome, told.times]).toEqual(['Exhausted', [0]])
  })
})
