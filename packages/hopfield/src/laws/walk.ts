/**
 * Laws of walks at a temperature (row H12).
 */
import fc from 'fast-check'
import { Tie } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Random } from '@engram/linalg'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import { equalNumbers } from './adapters.js'
import { instanceAndState, order, type Numbers, type Rows } from './arbitraries.js'
import { walk, type WalkFrom } from './stochasticAdapters.js'
import { energiesOf, networkAt, rules, turnsBy, withoutDiagonal } from './warm.js'

/** Two walks of so many sweeps each. */
const walks = 2
const sweeps = 200

/** How likely the law is to fail by chance alone, in one of its runs. */
const risk = 1e-9

interface Asked {
  readonly chance: number
  readonly turned: boolean
}

/** Every update of a walk, with the chance that the textbook gives it in the state that it met. */
const updates = (
  instance: Instance,
  turns: (rise: number) => number,
  order: Numbers,
  y: Numbers,
  states: Rows,
): ReadonlyArray<Asked> => {
  const energies = energiesOf(instance)
  const bit = (i: number): number => 2 ** (y.length - 1 - i)
  const numberOf = (state: Numbers): number => state.reduce((s, value, i) => (value === 1 ? s + bit(i) : s), 0)
  return states.flatMap((after, k) => {
    const before = states[k - 1] ?? y
    return order.map((unit, position) => {
      const asked = order.slice(0, position)
      const met = numberOf(before.map((value, i) => (asked.includes(i) ? (after[i] ?? 0) : value)))
      const turned = met + (before[unit] === 1 ? -bit(unit) : bit(unit))
      return {
        chance: turns((energies[turned] ?? 0) - (energies[met] ?? 0)),
        turned: before[unit] !== after[unit],
      }
    })
  })
}

/** Σ (1 if it turned − its chance) over the updates of a kind is a martingale with steps of range 1. */
const asExpected = (all: ReadonlyArray<Asked>, kind: (chance: number) => boolean): boolean => {
  const excess = all
    .filter(({ chance }) => kind(chance))
    .reduce((total, { chance, turned }) => total + (turned ? 1 : 0) - chance, 0)
  return Math.abs(excess) <= Math.sqrt((all.length / 2) * Math.log(4 / risk))
}

export const glauberSample = Law.law<WalkFrom>({
  id: 'glauber_sample',
  statement:
    'along a walk, unlikely changes are as frequent as their chances say, and so are likely ones, within Hoeffding’s bound',
  source: 'Hoeffding (1963) and Azuma (1967): P(|Σ (turned − chance)| > x) ≤ 2 exp(−2x²/N), here with a risk of 10⁻⁹',
  rows: ['H12'],
  hypotheses: [],
  property: (walk) =>
    fc.property(
      networkAt({ anyDiagonal: true, maxUnits: 3 }).chain(([[instance, y], temperature]) =>
        fc.tuple(fc.constant(instance), fc.constant(y), fc.constant(temperature), order(y.length)),
      ),
      rules,
      fc.integer(),
      ([instance, y, temperature, order], rule, seed) => {
        const from = walk(instance, { temperature, rule, order, sweeps }, y)
        const all = Array.from({ length: walks }, (_, k) => from(seed + k)).flatMap((states) =>
          states.length === sweeps ? updates(instance, turnsBy(rule, temperature), order, y, states) : [],
        )
        return (
          all.length === walks * sweeps * y.length &&
          asExpected(all, (chance) => chance <= 0.5) &&
          asExpected(all, (chance) => chance > 0.5)
        )
      },
    ),
  countermodels: [
    {
      id: 'half_the_field',
      description: 'makes bipolar units up with probability σ(h/T) instead of σ(2h/T)',
      implementation: (instance, options, y) => walk(instance, { ...options, temperature: 2 * options.temperature }, y),
    },
    {
      id: 'temperature_inverted',
      description: 'multiplies by T where it should divide',
      implementation: (instance, options, y) => walk(instance, { ...options, temperature: 1 / options.temperature }, y),
    },
    {
      id: 'one_number_a_sweep',
      description: 'draws once a sweep, and lets all units go by it',
      implementation:
        (instance, { temperature, rule, order, sweeps }, y) =>
        (seed) => {
          const [draws] = Random.uniforms(sweeps)(Random.fromSeed(seed))
          return draws.reduce<Rows>(
            (states, draw) => [
              ...states,
              order.reduce<Numbers>(
                (state, unit) => {
                  const turned = state.map((value, i) =>
                    i === unit ? 1 + Tie.lowerOf(instance.encoding) - value : value,
                  )
                  const rise = Reference.energy(instance, turned) - Reference.energy(instance, state)
                  return draw < turnsBy(rule, temperature)(rise) ? turned : state
                },
                states[states.length - 1] ?? y,
              ),
            ],
            [],
          )
        },
    },
  ],
})

const frozen = (freedom: { readonly ties?: boolean; readonly diagonal?: boolean }) => (walk: WalkFrom) =>
  fc.property(
    instanceAndState({ asymmetric: true, anyDiagonal: true }).chain(([instance, y]) =>
      fc.tuple(fc.constant(instance), fc.constant(y), order(y.length)),
    ),
    rules,
    fc.integer(),
    ([drawn, y, order], rule, seed) => {
      const bare = freedom.diagonal === true ? drawn : withoutDiagonal(drawn)
      // All sums are multiples of ¼, so that none of them is an odd number of eighths.
      const thresholds = bare.thresholds.map((theta) => (freedom.ties === true ? theta : theta + 1 / 8))
      const instance = { ...bare, thresholds }
      const states = walk(instance, { temperature: 0, rule, order, sweeps: 3 }, y)(seed)
      return states.every((state, k) => equalNumbers(state, Reference.sweep(instance, states[k - 1] ?? y, order)))
    },
  )

export const glauberZeroEqRecall = Law.law<WalkFrom>({
  id: 'glauber_zero_eq_recall',
  statement: 'at T = 0 every unit follows its field, as if nothing were left to chance',
  source: 'Glauber (1963) in the limit T → 0; Hopfield (1982)',
  rows: ['H12'],
  hypotheses: [
    { id: 'no_ties', statement: 'no field is 0: a tie is left to chance', dropped: frozen({ ties: true }) },
    {
      id: 'diagonal_zero',
      statement: 'wᵢᵢ = 0: else energy and field may disagree',
      dropped: frozen({ diagonal: true }),
    },
  ],
  property: frozen({}),
  countermodels: [
    {
      id: 'lukewarm',
      description: 'takes T = 1 for T = 0',
      implementation: (instance, options, y) => walk(instance, { ...options, temperature: 1 }, y),
    },
    {
      id: 'uphill',
      description: 'turns a unit over where that raises the energy',
      implementation:
        (instance, { order }, y) =>
        () => [
          order.reduce<Numbers>((state, i) => {
            const down = Tie.lowerOf(instance.encoding)
            return state.map((value, j) =>
              i === j ? (Reference.localField(instance, state, i) > 0 ? down : 1) : value,
            )
          }, y),
        ],
    },
  ],
})
