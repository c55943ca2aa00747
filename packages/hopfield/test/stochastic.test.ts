import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Census } from '@engram/associative-memory'
import { Matrix, SymmetricEigen, SymmetricMatrix, Vector } from '@engram/linalg'
import {
  Annealing,
  Boltzmann,
  Glauber,
  GlauberChain,
  Network,
  Schedule,
  Temperature,
  TransitionGraph,
} from '../src/index.js'
import { units, type Driven } from '../src/machine.js'
import { bipolar, golden, network, right, vector } from './support.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface Equilibrium {
  readonly energies: ReadonlyArray<number>
  readonly log_Z: number
  readonly p: ReadonlyArray<number>
  readonly magnetization: ReadonlyArray<number>
  readonly correlations: Rows
  readonly mean_energy: number
  readonly heat_capacity: number
  readonly entropy: number
  readonly free_energy: number
  readonly little_parallel_stationary: ReadonlyArray<number>
  readonly spectral_gap_random_site_heat_bath: number
  readonly glauber_transition_matrix?: Rows
}

/** The tolerance of the case: 10⁻¹² absolute, 10⁻⁹ relative. */
const close = (found: number, expected: number): void =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-12 + 1e-9 * Math.abs(expected))

const allClose = (found: Iterable<number>, expected: ReadonlyArray<number>): void => {
  const values = Array.from(found)
  expect(values.length).toBe(expected.length)
  values.forEach((value, k) => close(value, expected[k] ?? NaN))
}

describe('scipy (exact enumeration)', () => {
  test.each(['boltzmann_seed_n4_T1.0', 'boltzmann_random_n5'])('%s', (id) => {
    const { inputs, expected } = golden<
      { readonly W: Rows; readonly b: ReadonlyArray<number>; readonly T: number },
      Equilibrium
    >('boltzmann', id)
    const net = network(inputs.W, { encoding: 'bipolar', thresholds: vector(inputs.b.map((bias) => -bias)) })
    const found = right(Boltzmann.make(inputs.T)(net))
    allClose(found.energies, expected.energies)
    allClose(found.probabilities.data, expected.p)
    close(Boltzmann.logPartition(found), expected.log_Z)
    close(found.freeEnergy, expected.free_energy)
    close(Boltzmann.meanEnergy(found), expected.mean_energy)
    close(Boltzmann.heatCapacity(found), expected.heat_capacity)
    close(Boltzmann.entropy(found), expected.entropy)
    const { means, pairs } = Boltzmann.expectations(found)
    allClose(means.data, expected.magnetization)
    allClose(pairs.data, expected.correlations.flat())

    const chain = right(GlauberChain.transitions({ temperature: inputs.T, step: GlauberChain.anyUnit })(net))
    if (expected.glauber_transition_matrix !== undefined)
      allClose(chain.data, expected.glauber_transition_matrix.flat())
    // D^½ P D^−½ is symmetric, because P is in detailed balance with D.
    const states = found.energies.length
    const entry = (from: number, to: number): number => chain.data[from * states + to] ?? NaN
    const even = right(Matrix.fromFunction(states, states)((s, t) => Math.sqrt(entry(s, t) * entry(t, s))))
    const { values } = right(SymmetricEigen.fromSymmetric(right(SymmetricMatrix.fromMatrix(even))))
    const sorted = Array.from(values.data).toSorted((a, b) => b - a)
    close(1 - (sorted[1] ?? NaN), expected.spectral_gap_random_site_heat_bath)

    const parallel = right(GlauberChain.transitions({ temperature: inputs.T, step: GlauberChain.allAtOnce })(net))
    const little = vector(expected.little_parallel_stationary)
    allClose(right(GlauberChain.after(1)(parallel)(little)).data, expected.little_parallel_stationary)
  })
})

/** Symmetric whole couplings with zero diagonal, both signs, from a small congruence. */
const glass = (n: number): Network.Network =>
  network(
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (__, j) => (i === j ? 0 : (((i + 1) * (j + 1) * 7 + i + j) % 5) - 2)),
    ),
  )

const constant = (value: number): Temperature.Temperature => right(Temperature.constant(value))

test('a symmetric glass is one', () => {
  expect(Network.firstAsymmetry(glass(8))).toBeUndefined()
})

describe('eight units', () => {
  const net = glass(8)
  const temperature = 6
  const order = [0, 1, 2, 3, 4, 5, 6, 7]
  const schedule = Schedule.ordered(order)

  test('P²⁰ has forgotten where it began', () => {
    const { probabilities } = right(Boltzmann.make(temperature)(net))
    const chain = right(GlauberChain.transitions({ temperature, step: GlauberChain.sweep(order) })(net))
    const start = right(Vector.fromArray(Array.from({ length: 256 }, (_, s) => (s === 0 ? 1 : 0))))
    const after = right(GlauberChain.after(20)(chain)(start))
    const distance = Array.from(after.data).reduce((d, p, s) => d + Math.abs(p - (probabilities.data[s] ?? NaN)), 0)
    expect(distance).toBeLessThan(0.01)
  })

  // Independent walks of 20 sweeps, so that no autocorrelation enters; each energy level is a cell of the chi-square test.
  test.each([1, 2, 3])('walks end as Boltzmann’s distribution says (seed %i)', (seed) => {
    const walks = 2000
    const found = right(Boltzmann.make(temperature)(net))
    const levels = [...new Set(found.energies)].toSorted((a, b) => a - b)
    const expected = levels.map((level) =>
      Array.from(found.energies).reduce((p, e, s) => (e === level ? p + (found.probabilities.data[s] ?? 0) : p), 0),
    )
    const counts = new Map<number, number>()
    for (let k = 0; k < walks; k++) {
      const options = { temperature: constant(temperature), schedule, sweeps: 20, seed: seed * walks + k }
      const { state } = right(Glauber.walk(options)(net)(bipolar([1, 1, 1, 1, 1, 1, 1, 1])))
      const energy = found.energies[TransitionGraph.indexOf(state)] ?? NaN
      counts.set(energy, (counts.get(energy) ?? 0) + 1)
    }
    const chiSquare = levels.reduce((total, level, k) => {
      const mean = walks * (expected[k] ?? 0)
      return total + ((counts.get(level) ?? 0) - mean) ** 2 / mean
    }, 0)
    // Laurent and Massart (2000): a χ² variable with d degrees of freedom exceeds d + 2√(dx) + 2x with probability e⁻ˣ.
    const degrees = levels.length - 1
    expect(chiSquare).toBeLessThan(degrees + 2 * Math.sqrt(12 * degrees) + 24)
  })
})

describe('annealing twelve units', () => {
  const net = glass(12)
  const energies = Array.from(right(Boltzmann.make(1)(net)).energies)
  const lowest = energies.reduce((least, energy) => Math.min(least, energy))
  const start = TransitionGraph.stateAt(net)(0)

  test.each([1, 2, 3, 4, 5])('finds a lowest state of all 4096 (seed %i)', (seed) => {
    const temperature = right(Temperature.geometric({ start: 10, ratio: 0.97, floor: 0.1 }))
    const options = { temperature, schedule: Schedule.shuffled(seed), sweeps: 200 }
    const { annealing } = right(Annealing.anneal(options)(net)(start))
    expect(annealing.bestEnergy).toBe(lowest)
    expect(energies[TransitionGraph.indexOf(annealing.best)]).toBe(lowest)
  })
})

describe('as an instance of the algebra of memories', () => {
  const stored = bipolar([1, 1, 1, -1])
  const net = right(Network.fromPatterns({})([stored]))

  test('a census at T = 0 finds the pattern and its reverse', () => {
    const cold = Glauber.under({ temperature: constant(0), schedule: Schedule.shuffled(3) })<Driven, Network.State>(
      units,
    )
    const starts = Array.from({ length: 16 }, (_, s) => TransitionGraph.stateAt(net)(s))
    const { attractors, exhausted } = Census.census(100)(cold)({ network: net, input: undefined })(starts)
    expect(attractors.map(({ state }) => TransitionGraph.indexOf(state)).toSorted((a, b) => a - b)).toEqual([1, 14])
    expect(exhausted).toBe(0)
  })

  test('warm walks never rest', () => {
    const options = { temperature: constant(1), schedule: Schedule.randomUnit(3), sweeps: 50 }
    expect(right(Glauber.walk(options)(net)(stored)).outcome._tag).toBe('Exhausted')
  })
})

describe('doors', () => {
  const net = glass(3)

  test.each([
    ['a temperature below 0', Temperature.constant(-1)],
    ['a ratio above 1', Temperature.geometric({ start: 1, ratio: 2 })],
    ['a floor above the start', Temperature.geometric({ start: 1, ratio: 0.5, floor: 2 })],
    ['a schedule that rises', Temperature.linear({ start: 1, end: 2, sweeps: 3 })],
    ['no sweeps', Temperature.linear({ start: 1, end: 0, sweeps: 0 })],
    ['not a number', Temperature.logarithmic(NaN)],
    ['T = 0 in equilibrium', Boltzmann.make(0)(net)],
    ['21 units in equilibrium', Boltzmann.make(1)(glass(21))],
    ['11 units as a chain', GlauberChain.transitions({ temperature: 1, step: GlauberChain.anyUnit })(glass(11))],
    ['no such unit', GlauberChain.transitions({ temperature: 1, step: GlauberChain.oneUnit(3) })(net)],
    ['half a sweep', GlauberChain.transitions({ temperature: 1, step: GlauberChain.sweep([0, 1]) })(net)],
    ['an input too long', Boltzmann.make(1, vector([1, 2, 3, 4]))(net)],
    [
      'a state too long',
      Glauber.walk({ temperature: constant(1), schedule: Schedule.shuffled(0), sweeps: 1 })(net)(bipolar([1, 1])),
    ],
    [
      'half a sweep',
      Glauber.walk({ temperature: constant(1), schedule: Schedule.shuffled(0), sweeps: 0.5 })(net)(bipolar([1, 1, 1])),
    ],
  ])('refuses %s', (_, answer) => {
    expect(E.isLeft(answer)).toBe(true)
  })
})
