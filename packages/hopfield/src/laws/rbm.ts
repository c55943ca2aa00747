/**
 * Laws of restricted Boltzmann machines (row H12).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/rbm.js'
import type { RbmInstance } from '../reference/rbm.js'
import type { Numbers } from './arbitraries.js'
import {
  conditionals,
  energies,
  likelihood,
  machineAndData,
  machineAndLayers,
  parameters,
  type Conditionals,
  type Energies,
  type Likelihood,
} from './rbmAdapters.js'

const unit = 2 ** -53

/** No energy of three units a side with weights and biases up to 2 exceeds 30, which the exponential makes 30 units of. */
const slack = 256 * unit

const near = (a: number, b: number, by: number): boolean => Math.abs(a - b) <= by

export const rbmEnergyEqHopfield = Law.law<Energies>({
  id: 'rbm_energy_eq_hopfield',
  statement: 'a machine is a binary Hopfield network without couplings within its layers: the energies are equal',
  source: 'Smolensky (1986); Hopfield (1982), eq. 7',
  rows: ['H12'],
  hypotheses: [],
  property: ({ machine, network }) =>
    fc.property(machineAndLayers, ([rbm, v, h]) => {
      const energy = 0 + Textbook.energy(rbm, v, h)
      return machine(rbm, v, h) === energy && network(rbm, v, h) === energy
    }),
  countermodels: [
    {
      id: 'counted_twice',
      description: 'sums over both directions of a coupling without the ½',
      implementation: {
        ...energies,
        network: (rbm, v, h) =>
          energies.network({ ...rbm, weights: rbm.weights.map((row) => row.map((w) => 2 * w)) }, v, h),
      },
    },
    {
      id: 'thresholds_for_biases',
      description: 'takes biases for thresholds, with the other sign',
      implementation: {
        ...energies,
        network: (rbm, v, h) =>
          energies.network(
            {
              ...rbm,
              visibleBias: rbm.visibleBias.map((bias) => -bias),
              hiddenBias: rbm.hiddenBias.map((bias) => -bias),
            },
            v,
            h,
          ),
      },
    },
  ],
})

/** Whether the product over the units is the distribution over their states. */
const factorises = (chances: Numbers, joint: Numbers): boolean =>
  Textbook.binaryStates(chances.length).every((state, s) =>
    near(
      state.reduce((product, value, j) => product * (value === 1 ? (chances[j] ?? NaN) : 1 - (chances[j] ?? NaN)), 1),
      joint[s] ?? NaN,
      slack,
    ),
  )

export const rbmConditional = Law.law<Conditionals>({
  id: 'rbm_conditional',
  statement: 'given one layer the units of the other are independent: p(h | v) = Πⱼ p(hⱼ | v), both ways',
  source: 'Hinton (2012), eqs. 7 and 8',
  rows: ['H12'],
  hypotheses: [],
  property: ({ hidden, visible }) =>
    fc.property(
      machineAndLayers,
      ([rbm, v, h]) =>
        factorises(hidden(rbm, v), Textbook.conditional(rbm, v)) &&
        factorises(visible(rbm, h), Textbook.conditional(Textbook.mirror(rbm), h)),
    ),
  countermodels: [
    {
      id: 'bias_forgotten',
      description: 'leaves the biases out',
      implementation: {
        ...conditionals,
        hidden: (rbm, v) => conditionals.hidden({ ...rbm, hiddenBias: rbm.hiddenBias.map(() => 0) }, v),
      },
    },
    {
      id: 'bipolar_factor',
      description: 'σ(2h), which belongs to units of −1 and 1',
      implementation: {
        ...conditionals,
        visible: (rbm, h) =>
          conditionals.visible(
            {
              ...rbm,
              weights: rbm.weights.map((row) => row.map((w) => 2 * w)),
              visibleBias: rbm.visibleBias.map((bias) => 2 * bias),
            },
            h,
          ),
      },
    },
  ],
})

export const rbmLikelihood = Law.law<Likelihood>({
  id: 'rbm_likelihood',
  statement: 'the log-likelihood by free energies over one layer is that of the sum over all states of both',
  source: 'Hinton (2012), eqs. 2 and 27',
  rows: ['H12'],
  hypotheses: [],
  property: ({ logLikelihood }) =>
    fc.property(machineAndData, ([rbm, data]) =>
      // Two logarithms of up to 30, and as many roundings in their sums as there are states.
      near(logLikelihood(rbm, data), Textbook.logLikelihood(rbm, data), 60 * slack),
    ),
  countermodels: [
    {
      id: 'summed_up',
      description: 'adds over the data and does not divide by their number',
      implementation: {
        ...likelihood,
        logLikelihood: (rbm, data) => likelihood.logLikelihood(rbm, data) * data.length,
      },
    },
    {
      id: 'free_energy_alone',
      description: 'leaves ln Z out',
      implementation: {
        ...likelihood,
        logLikelihood: (rbm, data) =>
          likelihood.logLikelihood(rbm, data) +
          Math.log(Textbook.weightsOfStates(rbm).reduce((total, row) => total + row.reduce((a, b) => a + b, 0), 0)),
      },
    },
  ],
})

const along = (rbm: RbmInstance, layer: keyof RbmInstance, i: number, j: number, by: number): RbmInstance =>
  layer === 'weights'
    ? { ...rbm, weights: rbm.weights.map((row, k) => (k === i ? row.map((w, l) => (l === j ? w + by : w)) : row)) }
    : { ...rbm, [layer]: rbm[layer].map((bias, k) => (k === i ? bias + by : bias)) }

/**
 * Central differences with h = 2⁻¹²: the third derivative of a log-likelihood is a difference of two third cumulants of a variable
 * from 0 to 1, each below 1/10; rounding is that of two log-likelihoods over 2h.
 */
const h = 2 ** -12
const differenceSlack = ((h * h) / 6) * 0.2 + (60 * slack) / h

export const rbmGradient = Law.law<Likelihood>({
  id: 'rbm_gradient',
  statement:
    '∂ ln p / ∂w = ⟨vh⟩data − ⟨vh⟩model, and so for the biases: it equals central differences up to their error',
  source: 'Ackley, Hinton and Sejnowski (1985), eq. 6',
  rows: ['H12'],
  hypotheses: [],
  property: ({ gradient }) =>
    fc.property(machineAndData, ([rbm, data]) => {
      const all = parameters(gradient(rbm, data))
      return (
        all.length === parameters(rbm).length &&
        all.every(([layer, i, j, slope]) => {
          const at = (by: number): number => Textbook.logLikelihood(along(rbm, layer, i, j, by), data)
          return near(slope, (at(h) - at(-h)) / (2 * h), differenceSlack)
        })
      )
    }),
  countermodels: [
    {
      id: 'data_alone',
      description: 'Hebb’s rule: what is in the data, without what the machine does of itself',
      implementation: {
        ...likelihood,
        gradient: (rbm, data) => ({
          ...likelihood.gradient(rbm, data),
          visibleBias: rbm.visibleBias.map((_, i) => data.reduce((total, v) => total + (v[i] ?? 0), 0) / data.length),
        }),
      },
    },
    {
      id: 'downhill',
      description: 'the model less the data',
      implementation: {
        ...likelihood,
        gradient: (rbm, data) => {
          const slope = likelihood.gradient(rbm, data)
          return { ...slope, weights: slope.weights.map((row) => row.map((w) => -w)) }
        },
      },
    },
    {
      id: 'most_likely_state',
      description: 'takes the most probable hidden state for the mean',
      implementation: {
        ...likelihood,
        gradient: (rbm, data) => {
          const slope = likelihood.gradient(rbm, data)
          return { ...slope, hiddenBias: slope.hiddenBias.map((each) => Math.round(each)) }
        },
      },
    },
  ],
})
