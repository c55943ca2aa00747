/**
 * Laws of networks in equilibrium (row H12).
 */
import fc from 'fast-check'
import { Tie } from '@engram/associative-memory'
import { Law } from '@engram/law'
import type { Instance } from '../reference.js'
import * as Textbook from '../reference/stochastic.js'
import type { Numbers } from './arbitraries.js'
import { equilibrium, type Equilibrium, type EquilibriumOf } from './stochasticAdapters.js'
import { energiesOf, inRow, near, networkAt, slackOf, spread } from './warm.js'

const textbook: EquilibriumOf = (instance, temperature) => {
  const energies = energiesOf(instance)
  const states = Textbook.allStates(Tie.lowerOf(instance.encoding), instance.thresholds.length)
  const p = Textbook.boltzmann(energies, temperature)
  const average = Textbook.mean(p, energies)
  const at = (i: number): Numbers => states.map((y) => y[i] ?? 0)
  const units = instance.thresholds.map((_, i) => i)
  return {
    probabilities: p,
    freeEnergy: Textbook.freeEnergy(energies, temperature),
    meanEnergy: average,
    entropy: Textbook.entropy(p),
    heatCapacity: Textbook.mean(
      p,
      energies.map((energy) => ((energy - average) / temperature) ** 2),
    ),
    means: units.map((i) => Textbook.mean(p, at(i))),
    pairs: units.map((i) =>
      units.map((j) =>
        Textbook.mean(
          p,
          at(i).map((value, s) => value * (at(j)[s] ?? 0)),
        ),
      ),
    ),
  }
}

/** A function of the energies is off by its slope times their range; the slack is relative to each probability. */
const sameEquilibrium = (instance: Instance, temperature: number, found: Equilibrium): boolean => {
  const expected = textbook(instance, temperature)
  const energies = energiesOf(instance)
  const slack = slackOf(energies, temperature)
  const reach = Math.max(...energies.map(Math.abs)) + temperature
  const range = spread(energies, temperature)
  return (
    inRow(found.probabilities, expected.probabilities, (a, b) => near(a, b, slack * b)) &&
    near(found.freeEnergy, expected.freeEnergy, 2 * slack * reach) &&
    near(found.meanEnergy, expected.meanEnergy, 2 * slack * reach) &&
    near(found.entropy, expected.entropy, 4 * slack * (1 + reach / temperature)) &&
    near(found.heatCapacity, expected.heatCapacity, 4 * slack * (1 + range + reach / temperature) ** 2) &&
    inRow(found.means, expected.means, (a, b) => near(a, b, 2 * slack)) &&
    found.pairs.every((row, i) => inRow(row, expected.pairs[i] ?? [], (a, b) => near(a, b, 2 * slack)))
  )
}

const equals = (equilibriumOf: EquilibriumOf) =>
  fc.property(networkAt({ asymmetric: true, anyDiagonal: true }), ([[instance], temperature]) =>
    sameEquilibrium(instance, temperature, equilibriumOf(instance, temperature)),
  )

export const boltzmannEqReference = Law.law<EquilibriumOf>({
  id: 'boltzmann_eq_reference',
  statement: 'p(y) = exp(−E(y)/T) / Z, and what follows from it: F, ⟨E⟩, S, C, ⟨yᵢ⟩, ⟨yᵢyⱼ⟩, up to rounding',
  source: 'Boltzmann (1868); Hinton and Sejnowski (1983), eq. 3',
  rows: ['H12'],
  hypotheses: [],
  property: equals,
  countermodels: [
    {
      id: 'temperature_inverted',
      description: 'multiplies by T where it should divide',
      implementation: (instance, temperature) => equilibrium(instance, 1 / temperature),
    },
    {
      id: 'sign_lost',
      description: 'prefers high energies',
      implementation: (instance, temperature) => ({
        ...equilibrium(instance, temperature),
        probabilities: Textbook.boltzmann(
          energiesOf(instance).map((energy) => -energy),
          temperature,
        ),
      }),
    },
    {
      id: 'entropy_in_bits',
      description: 'takes the logarithm to base 2',
      implementation: (instance, temperature) => {
        const found = equilibrium(instance, temperature)
        return { ...found, entropy: found.entropy / Math.LN2 }
      },
    },
    {
      id: 'capacity_per_temperature',
      description: 'divides the variance of the energy by T instead of T²',
      implementation: (instance, temperature) => {
        const found = equilibrium(instance, temperature)
        return { ...found, heatCapacity: found.heatCapacity * temperature }
      },
    },
  ],
})

const anyDistribution = (states: number): fc.Arbitrary<Numbers> =>
  fc
    .array(fc.integer({ min: 0, max: 8 }), { minLength: states, maxLength: states })
    .map((shares) => shares.map((share, s) => (s === 0 ? share + 1 : share)))
    .map((shares) => shares.map((share) => share / shares.reduce((a, b) => a + b, 0)))

export const freeEnergyLeast = Law.law<EquilibriumOf>({
  id: 'freeEnergy_least',
  statement: 'F ≤ Σ q E + T Σ q ln q for every distribution q, and equality holds for p',
  source: 'Gibbs (1902): the canonical distribution has the least free energy',
  rows: ['H12'],
  hypotheses: [],
  property: (equilibriumOf) =>
    fc.property(
      networkAt({ asymmetric: true, anyDiagonal: true, maxUnits: 4 }).chain(([[instance], temperature]) =>
        fc.tuple(fc.constant(instance), fc.constant(temperature), anyDistribution(2 ** instance.thresholds.length)),
      ),
      ([instance, temperature, q]) => {
        const energies = energiesOf(instance)
        const slack = 4 * slackOf(energies, temperature) * (Math.max(...energies.map(Math.abs)) + temperature)
        const { freeEnergy, probabilities } = equilibriumOf(instance, temperature)
        const of = (each: Numbers): number => Textbook.mean(each, energies) - temperature * Textbook.entropy(each)
        return freeEnergy <= of(q) + slack && near(freeEnergy, of(probabilities), slack)
      },
    ),
  countermodels: [
    {
      id: 'mean_energy',
      description: 'leaves the entropy out',
      implementation: (instance, temperature) => {
        const found = equilibrium(instance, temperature)
        return { ...found, freeEnergy: found.meanEnergy }
      },
    },
    {
      id: 'lowest_energy',
      description: 'takes the energy of the ground state, as if T were 0',
      implementation: (instance, temperature) => ({
        ...equilibrium(instance, temperature),
        freeEnergy: Math.min(...energiesOf(instance)),
      }),
    },
  ],
})
