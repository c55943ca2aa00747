/**
 * Laws of the two alphabets: a network over {0, 1} and one over {−1, +1} that are the same (rows H1, H2).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import * as Network from '../Network.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Translation from '../Translation.js'
import { energy, equalNumbers, networkOf, run } from './adapters.js'
import { instanceAndState, type Freedom, type Numbers } from './arbitraries.js'
import { asynchronous, scheduled } from './running.js'

/** The same network over the other alphabet, with the energies of the given one: factor·E + shift. */
export interface Translated {
  readonly instance: Instance
  readonly factor: number
  readonly shift: number
}

export type Translate = (instance: Instance) => Translated

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

/** Over the other alphabet. */
export const translate: Translate = (instance) => {
  const to = instance.encoding === 'bipolar' ? Translation.toBinary : Translation.toBipolar
  return E.match(
    (): Translated => ({ instance, factor: NaN, shift: NaN }),
    ({ network, input, factor, shift }: Translation.Translation): Translated => ({
      instance: {
        encoding: network.encoding,
        tie: network.tie,
        weights: Matrix.toRows(Network.weights(network)),
        thresholds: Vector.toArray(network.thresholds),
        input: Vector.toArray(input),
      },
      factor,
      shift,
    }),
  )(to(networkOf(instance), vector(instance.input)))
}

/** The state over the other alphabet: 2b − 1, or ½(y + 1). */
const other = ({ encoding }: Instance, y: Numbers): Numbers =>
  y.map((value) => (encoding === 'bipolar' ? (value + 1) / 2 : 2 * value - 1))

const free: Freedom = { asymmetric: true, anyDiagonal: true, maxUnits: 4 }

const everySchedule = (n: number): fc.Arbitrary<Schedule.Schedule> =>
  fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous))

const withoutThresholds: Translate = (instance) => {
  const told = translate(instance)
  const half = told.instance.encoding === 'binary' ? 0.5 : 2
  return { ...told, instance: { ...told.instance, thresholds: instance.thresholds.map((theta) => half * theta) } }
}

const wholeInput: Translate = (instance) => {
  const told = translate(instance)
  return { ...told, instance: { ...told.instance, input: instance.input } }
}

export const translationRunEq = Law.law<Translate>({
  id: 'translation_run_eq',
  statement:
    'a bipolar network and the binary one with θ′ = ½(θ + W1) and x′ = ½x run through the same states, field by field h′ = ½h, under every schedule',
  source: 'lectures K and M with the thresholds that they leave out (errata 19); Hopfield (1982) in both alphabets',
  rows: ['H1', 'H2'],
  hypotheses: [],
  property: (translateOf) =>
    fc.property(scheduled(free, everySchedule), ([instance, schedule, y]) => {
      const image = translateOf(instance).instance
      const [here, there] = [run(instance, schedule, y), run(image, schedule, other(instance, y))]
      const ratio = instance.encoding === 'bipolar' ? 0.5 : 2
      return (
        image.encoding !== instance.encoding &&
        here.outcome === there.outcome &&
        here.period === there.period &&
        equalNumbers(other(instance, here.state), there.state) &&
        here.updates.length === there.updates.length &&
        here.updates.every(
          ({ unit, field, flipped }, k) =>
            there.updates[k]?.unit === unit &&
            there.updates[k]?.flipped === flipped &&
            there.updates[k]?.field === ratio * field,
        )
      )
    }),
  countermodels: [
    {
      id: 'without_thresholds',
      description: 'takes the weights over as they are, so that 0000 becomes a fixed point',
      implementation: withoutThresholds,
    },
    { id: 'whole_input', description: 'does not halve the external input', implementation: wholeInput },
    {
      id: 'column_sums',
      description: 'sums the weights that leave a unit instead of those that reach it',
      implementation: (instance) => {
        const told = translate(instance)
        const sums = instance.weights.map((row, i) =>
          instance.weights.reduce((total, each, j) => total + (each[i] ?? 0) - (row[j] ?? 0), 0),
        )
        const sign = told.instance.encoding === 'binary' ? 0.5 : -1
        const thresholds = told.instance.thresholds.map((theta, i) => theta + sign * (sums[i] ?? 0))
        return { ...told, instance: { ...told.instance, thresholds } }
      },
    },
  ],
})

const energies = (freedom: Freedom) => (translateOf: Translate) =>
  fc.property(instanceAndState({ anyDiagonal: true, ...freedom }), ([instance, y]) => {
    const { instance: image, factor, shift } = translateOf(instance)
    return energy(instance, y) === factor * energy(image, other(instance, y)) + shift
  })

export const translationEnergyEq = Law.law<Translate>({
  id: 'translation_energy_eq',
  statement: 'energies of the two alphabets differ by a factor of 4 and a constant: E = 4E′ − ½ 1ᵀW1 + Σᵢ (xᵢ − θᵢ)',
  source: 'Hopfield (1982), note on the alphabets; y = 2b − 1 put into eq. 7',
  rows: ['H1', 'H3'],
  hypotheses: [{ id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: energies({ asymmetric: true }) }],
  property: energies({}),
  countermodels: [
    {
      id: 'factor_two',
      description: 'scales the energies as the states: by 2',
      implementation: (instance) => {
        const told = translate(instance)
        return { ...told, factor: told.factor === 4 ? 2 : 0.5 }
      },
    },
    {
      id: 'no_shift',
      description: 'forgets the constant',
      implementation: (instance) => ({ ...translate(instance), shift: 0 }),
    },
    { id: 'without_thresholds', description: 'takes the weights over as they are', implementation: withoutThresholds },
  ],
})

const sameInstance = (a: Instance, b: Instance): boolean =>
  a.encoding === b.encoding &&
  equalNumbers(a.thresholds, b.thresholds) &&
  equalNumbers(a.input, b.input) &&
  equalNumbers(a.weights.flat(), b.weights.flat())

export const translationInverse = Law.law<Translate>({
  id: 'translation_inverse',
  statement: 'there and back is the same network, and there is what the textbook writes',
  source: 'b = ½(y + 1), y = 2b − 1',
  rows: ['H1'],
  hypotheses: [],
  property: (translateOf) =>
    fc.property(instanceAndState(free), ([instance]) => {
      const there = translateOf(instance).instance
      const back = translateOf(there).instance
      return (
        sameInstance(back, instance) &&
        (instance.encoding === 'binary' || sameInstance(there, Reference.toBinary(instance)))
      )
    }),
  countermodels: [
    { id: 'without_thresholds', description: 'takes the weights over as they are', implementation: withoutThresholds },
    { id: 'whole_input', description: 'does not halve the external input', implementation: wholeInput },
  ],
})
