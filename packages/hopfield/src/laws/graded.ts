/**
 * Laws of graded networks (row H13).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/graded.js'
import type { Numbers } from './arbitraries.js'
import {
  gradedAndState,
  gradedEnergy,
  gradedVelocity,
  rowNorm,
  settle,
  trajectory,
  type GradedEnergy,
  type GradedFreedom,
  type GradedVelocity,
  type Settle,
  type Trajectory,
} from './gradedAdapters.js'
import { atRest, energySlack, greatest, unit } from './gradedBounds.js'

/** The equation and its energy. */
export interface Equation {
  readonly energy: GradedEnergy
  readonly velocity: GradedVelocity
}

const equation: Equation = { energy: gradedEnergy, velocity: gradedVelocity }

export const gradedEqReference = Law.law<Equation>({
  id: 'graded_eq_reference',
  statement: 'du/dt = (−u + WV + I) / τ and E = −½ VᵀWV − IᵀV + Σ ∫₀ⱽ g⁻¹, up to rounding, for any W',
  source: 'Hopfield (1984), eqs. 5 and 7, with R = 1',
  rows: ['H13'],
  hypotheses: [],
  property: ({ energy, velocity }) =>
    fc.property(gradedAndState({ asymmetric: true }), ([instance, u]) => {
      const slack = energySlack(instance)
      const speed = Textbook.velocity(instance, u)
      const found = velocity(instance, u)
      return (
        Math.abs(energy(instance, u) - Textbook.energy(instance, u)) <= slack &&
        found.length === speed.length &&
        found.every((each, i) => Math.abs(each - (speed[i] ?? NaN)) <= (slack + 8 * unit * greatest(u)) / instance.tau)
      )
    }),
  countermodels: [
    {
      id: 'without_integral',
      description: 'the energy of two-valued units',
      implementation: {
        ...equation,
        energy: (instance, u) =>
          Textbook.energy(instance, u) -
          u.reduce((total, each) => total + Textbook.work(instance, Textbook.output(instance, each)), 0),
      },
    },
    {
      id: 'gain_outside',
      description: 'multiplies the output by the gain instead of the input',
      implementation: {
        ...equation,
        velocity: (instance, u) =>
          Textbook.drive(
            instance,
            u.map((each) => instance.gain * Textbook.output({ ...instance, gain: 1 }, each)),
          ).map((d, i) => (d - (u[i] ?? 0)) / instance.tau),
      },
    },
    {
      id: 'leak_at_its_own_pace',
      description: 'divides only the leak by τ',
      implementation: {
        ...equation,
        velocity: (instance, u) =>
          Textbook.residual(instance, u).map((r, i) => r + (u[i] ?? 0) - (u[i] ?? 0) / instance.tau),
      },
    },
  ],
})

/** An energy, and the way that a network takes. */
export interface GradedDescent {
  readonly energy: GradedEnergy
  readonly trajectory: Trajectory
}

const moments = Array.from({ length: 17 }, (_, k) => k / 4)

const falls =
  (freedom: GradedFreedom) =>
  ({ energy, trajectory }: GradedDescent) =>
    fc.property(gradedAndState(freedom), ([instance, u]) => {
      const norm = rowNorm(instance.weights)
      const reach = Math.max(greatest(u), norm + greatest(instance.input))
      // dE/duᵢ = g′(uᵢ) times a residual of at most twice the reach; a step is off by 10⁻⁹ (1 + |u|) at most, and there are as
      // many steps in a quarter of a unit of time as their greatest length allows, and a few more.
      const steps = 16 + (1 + instance.gain * norm) / instance.tau
      const slack = energySlack(instance) + u.length * instance.gain * 2 * reach * 1e-9 * (1 + reach) * steps
      const energies = trajectory(instance, u, moments).map((state) => energy(instance, state))
      return (
        energies.length === moments.length &&
        energies.every((each, k) => k === 0 || each <= (energies[k - 1] ?? NaN) + slack)
      )
    })

export const gradedEnergyLe = Law.law<GradedDescent>({
  id: 'graded_energy_le',
  statement: 'the energy never rises along the flow: dE/dt = −τ Σ g′(uᵢ) (duᵢ/dt)²',
  source: 'Hopfield (1984); Cohen and Grossberg (1983)',
  rows: ['H13'],
  hypotheses: [{ id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: falls({ asymmetric: true }) }],
  property: falls({}),
  countermodels: [
    {
      id: 'without_integral',
      description: 'the energy of two-valued units, which a graded one may have to climb',
      implementation: {
        trajectory,
        energy: (instance, u) =>
          Textbook.energy(instance, u) -
          u.reduce((total, each) => total + Textbook.work(instance, Textbook.output(instance, each)), 0),
      },
    },
    {
      id: 'gain_in_the_integral',
      description: 'multiplies the integral by λ where it should divide',
      implementation: {
        trajectory,
        energy: (instance, u) =>
          Textbook.energy(instance, u) +
          (instance.gain ** 2 - 1) *
            u.reduce((total, each) => total + Textbook.work(instance, Textbook.output(instance, each)), 0),
      },
    },
    {
      id: 'gain_in_the_wrong_place',
      description: 'divides by the gain at the argument of the sigmoid',
      implementation: {
        energy: gradedEnergy,
        trajectory: (instance, u, times) => trajectory({ ...instance, gain: 1 / instance.gain }, u, times),
      },
    },
  ],
})

const enough = 300

export const gradedSettle = Law.law<Settle>({
  id: 'graded_settle',
  statement: 'no step raises the energy beyond its rounding, and where the network is said to rest it does',
  source: 'Hopfield (1984)',
  rows: ['H13'],
  hypotheses: [],
  property: (settle) =>
    fc.property(gradedAndState(), ([instance, u]) => {
      const { rests, state, energies } = settle(instance, u, enough)
      const slack = energySlack(instance)
      return (
        Math.abs((energies[0] ?? NaN) - Textbook.energy(instance, u)) <= slack &&
        Math.abs((energies.at(-1) ?? NaN) - Textbook.energy(instance, state)) <= slack &&
        energies.every((each, k) => k === 0 || each <= (energies[k - 1] ?? NaN) + slack) &&
        (!rests || atRest(instance, state))
      )
    }),
  countermodels: [
    {
      id: 'one_step',
      description: 'takes a step and says that it rests',
      implementation: (instance, u) => ({ ...settle(instance, u, 1), rests: true }),
    },
    {
      id: 'long_steps',
      description: 'takes steps of one length by Euler’s method, however steep the units are',
      implementation: (instance, u) => {
        const path = Array.from({ length: 20 }).reduce<ReadonlyArray<Numbers>>(
          (states) => {
            const last = states[states.length - 1] ?? u
            const slope = Textbook.residual(instance, last)
            return [...states, last.map((each, i) => each + 1.5 * (slope[i] ?? 0))]
          },
          [u],
        )
        return {
          rests: false,
          state: path[path.length - 1] ?? u,
          energies: path.map((state) => Textbook.energy(instance, state)),
        }
      },
    },
  ],
})
