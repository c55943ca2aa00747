/**
 * Laws of stochastic dynamics as Markov chains (row H12).
 */
import fc from 'fast-check'
import { Tie } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { allAtOnce, anyUnit, sweep, type Step } from '../GlauberChain.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Textbook from '../reference/stochastic.js'
import { order, type Freedom, type Numbers } from './arbitraries.js'
import { equilibrium, type ChainOf, type EquilibriumOf } from './stochasticAdapters.js'
import { energiesOf, inRow, near, networkAt, rules, slackOf, turnsBy, withoutDiagonal } from './warm.js'

/** A distribution, and a dynamics that should keep it. */
export interface Dynamics {
  readonly equilibrium: EquilibriumOf
  readonly chain: ChainOf
}

const wrong =
  (turns: (rise: number, temperature: number) => number): ChainOf =>
  (instance, temperature, _, step) => {
    const energies = energiesOf(instance)
    const n = instance.thresholds.length
    const by = (rise: number): number => turns(rise, temperature)
    return step._tag === 'Sweep' ? Textbook.sweep(energies, by, n, step.order) : Textbook.anyUnit(energies, by, n)
  }

/** Little's dynamics from the textbook: each unit by its own chance, all in the same state. */
const parallel: ChainOf = (instance, temperature, rule) => {
  const energies = energiesOf(instance)
  const n = instance.thresholds.length
  return energies.map((from, s) =>
    energies.map((_, t) =>
      instance.thresholds.reduce((product, __, i) => {
        const bit = 1 << (n - 1 - i)
        const chance = turnsBy(rule, temperature)((energies[s ^ bit] ?? 0) - from)
        return product * (((s ^ t) & bit) === 0 ? 1 - chance : chance)
      }, 1),
    ),
  )
}

const mistaken = [
  {
    id: 'half_the_field',
    description: 'makes bipolar units up with probability σ(h/T) instead of σ(2h/T)',
    implementation: { equilibrium, chain: wrong((rise, temperature) => Textbook.heatBath(rise / 2, temperature)) },
  },
  {
    id: 'temperature_inverted',
    description: 'multiplies by T where it should divide',
    implementation: { equilibrium, chain: wrong((rise, temperature) => Textbook.heatBath(rise, 1 / temperature)) },
  },
  {
    id: 'uphill',
    description: 'prefers the change that raises the energy',
    implementation: { equilibrium, chain: wrong((rise, temperature) => Textbook.heatBath(-rise, temperature)) },
  },
] as const

const balanced =
  (freedom: Freedom, step: Step) =>
  ({ equilibrium, chain }: Dynamics) =>
    fc.property(networkAt({ anyDiagonal: true, maxUnits: 4, ...freedom }), rules, ([[instance], temperature], rule) => {
      const p = chain(instance, temperature, rule, step)
      const pi = equilibrium(instance, temperature).probabilities
      const slack = slackOf(energiesOf(instance), temperature)
      return pi.every((from, s) =>
        pi.every((to, t) => {
          const [there, back] = [from * (p[s]?.[t] ?? NaN), to * (p[t]?.[s] ?? NaN)]
          return near(there, back, slack * Math.max(there, back))
        }),
      )
    })

export const glauberDetailedBalance = Law.law<Dynamics>({
  id: 'glauber_detailed_balance',
  statement: 'π(s) P(s → t) = π(t) P(t → s) up to rounding, π being Boltzmann’s distribution and P asking any one unit',
  source: 'Glauber (1963), eq. 5; Metropolis et al. (1953)',
  rows: ['H12'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: balanced({ asymmetric: true }, anyUnit) },
    { id: 'one_at_a_time', statement: 'one unit is asked at a time', dropped: balanced({}, allAtOnce) },
  ],
  property: balanced({}, anyUnit),
  countermodels: [...mistaken],
})

const kept =
  (freedom: Freedom, steps: (n: number) => fc.Arbitrary<Step>) =>
  ({ equilibrium, chain }: Dynamics) =>
    fc.property(
      networkAt({ anyDiagonal: true, maxUnits: 4, ...freedom }).chain(([[instance], temperature]) =>
        fc.tuple(fc.constant(instance), fc.constant(temperature), steps(instance.thresholds.length)),
      ),
      rules,
      ([instance, temperature, step], rule) => {
        const pi = equilibrium(instance, temperature).probabilities
        // Each of n updates adds two products and their sum to what a probability is off by.
        const slack = (instance.thresholds.length + 1) * slackOf(energiesOf(instance), temperature)
        return inRow(Textbook.push(pi, chain(instance, temperature, rule, step)), pi, (a, b) => near(a, b, slack * b))
      },
    )

const orders = (n: number): fc.Arbitrary<Step> => order(n).map(sweep)

export const glauberStationary = Law.law<Dynamics>({
  id: 'glauber_stationary',
  statement: 'a sweep in any order keeps Boltzmann’s distribution: πP = π up to rounding',
  source: 'Geman and Geman (1984), theorem A',
  rows: ['H12'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: kept({ asymmetric: true }, orders) },
    { id: 'one_at_a_time', statement: 'one unit is asked at a time', dropped: kept({}, () => fc.constant(allAtOnce)) },
  ],
  property: kept({}, orders),
  countermodels: [
    ...mistaken,
    {
      id: 'parallel',
      description: 'asks all units in the old state and calls it a sweep',
      implementation: { equilibrium, chain: parallel },
    },
  ],
})

const littleDistribution = (instance: Instance, temperature: number): Numbers =>
  Textbook.little(
    Tie.lowerOf(instance.encoding),
    instance.input.map((x, i) => x - (instance.thresholds[i] ?? 0)),
    (y) => y.map((_, i) => Reference.localField(instance, y, i)),
    temperature,
  )

const peretto = (freedom: Freedom, diagonal: boolean) => (chain: ChainOf) =>
  fc.property(networkAt({ maxUnits: 4, ...freedom }), ([[drawn], temperature]) => {
    const instance = diagonal ? drawn : withoutDiagonal(drawn)
    const pi = littleDistribution(instance, temperature)
    // Fields lie within the spread of energies; n of them enter each logarithm.
    const slack = 4 * (instance.thresholds.length + 1) * slackOf(energiesOf(instance), temperature)
    return inRow(Textbook.push(pi, chain(instance, temperature, 'heat-bath', allAtOnce)), pi, (a, b) =>
      near(a, b, slack * b),
    )
  })

export const littleStationary = Law.law<ChainOf>({
  id: 'little_stationary',
  statement: 'asking all units at once leads to p(y) ∝ exp(bᵀy/T) Πᵢ Σ_v exp(hᵢ v/T), not to Boltzmann’s distribution',
  source: 'Little (1974); Peretto (1984), eq. 2.8',
  rows: ['H12'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: peretto({ asymmetric: true }, false) },
    { id: 'diagonal_zero', statement: 'wᵢᵢ = 0', dropped: peretto({ anyDiagonal: true }, true) },
  ],
  property: peretto({}, false),
  countermodels: [
    {
      id: 'one_after_another',
      description: 'asks the units in turn and calls it parallel',
      implementation: (instance, temperature, rule) => {
        const n = instance.thresholds.length
        const units = instance.thresholds.map((_, i) => i)
        return Textbook.sweep(energiesOf(instance), turnsBy(rule, temperature), n, units)
      },
    },
  ],
})
