/**
 * Laws of simulated annealing (row H12).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import type { Temperature } from '../Temperature.js'
import { instanceAndState } from './arbitraries.js'
import { anneal, type Anneal, type AnnealedPlain } from './stochasticAdapters.js'
import { energiesOf } from './warm.js'

const cooling: fc.Arbitrary<Temperature> = fc.oneof(
  fc.integer({ min: 0, max: 32 }).map((k) => ({ _tag: 'Constant' as const, value: k / 8 })),
  fc.constantFrom<Temperature>(
    { _tag: 'Geometric', start: 8, ratio: 0.5, floor: 0.25 },
    { _tag: 'Linear', start: 4, end: 0, sweeps: 6 },
    { _tag: 'Logarithmic', start: 3 },
  ),
)

const schedules = fc.oneof(
  fc.integer().map(Schedule.shuffled),
  fc.integer().map(Schedule.randomUnit),
  fc.constant(Schedule.synchronous),
)

const same = (a: AnnealedPlain, b: AnnealedPlain): boolean => JSON.stringify(a) === JSON.stringify(b)

const sweepCount = fc.integer({ min: 0, max: 6 })

export const annealingResume = Law.law<Anneal>({
  id: 'annealing_resume',
  statement: 'to anneal for k + l sweeps is to anneal for k, and to take it up again for l, bit for bit',
  source: 'purity: the state of an annealing is all that it is',
  rows: ['H12'],
  hypotheses: [],
  property: (anneal) =>
    fc.property(
      instanceAndState({ rounding: true }),
      cooling,
      schedules,
      sweepCount,
      sweepCount,
      fc.integer(),
      ([instance, y], temperature, schedule, k, l, seed) => {
        const options = { temperature, schedule, seed }
        const whole = anneal(instance, { ...options, sweeps: k + l }, y)
        const first = anneal(instance, { ...options, sweeps: k }, y)
        const second = anneal(instance, { ...options, sweeps: l }, y, first)
        return same(whole, { ...second, energies: [...first.energies, ...second.energies] })
      },
    ),
  countermodels: [
    {
      id: 'warmed_up_again',
      description: 'begins the cooling anew when it is taken up',
      implementation: (instance, options, y, from) =>
        from === undefined
          ? anneal(instance, options, y)
          : ((again) => ({ ...again, sweeps: from.sweeps + again.sweeps }))(
              anneal(instance, options, y, { ...from, sweeps: 0 }),
            ),
    },
    {
      id: 'seeded_again',
      description: 'begins with the seed anew when it is taken up',
      implementation: (instance, options, y, from) =>
        anneal(
          instance,
          options,
          y,
          from === undefined ? undefined : { ...from, random: anneal(instance, { ...options, sweeps: 0 }, y).random },
        ),
    },
    {
      id: 'best_forgotten',
      description: 'forgets the best state when it is taken up',
      implementation: (instance, options, y, from) =>
        anneal(
          instance,
          options,
          y,
          from === undefined ? undefined : { ...from, best: from.state, bestEnergy: from.energy },
        ),
    },
  ],
})

export const annealingBest = Law.law<Anneal>({
  id: 'annealing_best',
  statement: 'the energies are those of the states, and none of a sweep or of the start lies below that of the best',
  source: 'Kirkpatrick, Gelatt and Vecchi (1983)',
  rows: ['H12'],
  hypotheses: [],
  property: (anneal) =>
    fc.property(
      instanceAndState({ anyDiagonal: true }),
      cooling,
      schedules,
      sweepCount,
      fc.integer(),
      ([instance, y], temperature, schedule, sweeps, seed) => {
        const told = anneal(instance, { temperature, schedule, seed, sweeps }, y)
        return (
          told.energies.length === sweeps &&
          told.energy === Reference.energy(instance, told.state) &&
          told.energy === (told.energies.at(-1) ?? Reference.energy(instance, y)) &&
          told.bestEnergy === Reference.energy(instance, told.best) &&
          [Reference.energy(instance, y), ...told.energies].every((energy) => told.bestEnergy <= energy)
        )
      },
    ),
  countermodels: [
    {
      id: 'last_state',
      description: 'takes the last state for the best',
      implementation: (instance, options, y, from) =>
        ((told) => ({ ...told, best: told.state, bestEnergy: told.energy }))(anneal(instance, options, y, from)),
    },
    {
      id: 'best_at_the_end_of_its_sweep',
      description: 'notes the lowest energy within a sweep, but the state at its end',
      implementation: (instance, options, y, from) =>
        ((told) => ({ ...told, best: told.state }))(anneal(instance, options, y, from)),
    },
  ],
})

const plenty = 600
const risk = 1e-9

/** The widest gap between two states that differ in one unit. */
const widest = (instance: Instance): number => {
  const energies = energiesOf(instance)
  return Math.max(
    ...energies.flatMap((energy, s) =>
      instance.thresholds.map((_, i) => Math.abs(energy - (energies[s ^ (1 << i)] ?? energy))),
    ),
  )
}

/**
 * In one sweep every unit takes the value that it has in a ground state with probability σ(−Δ/T) at least, Δ being the widest
 * gap; at T ≥ 4Δ, and with four units, that is σ(−¼)⁴ a sweep, and 600 sweeps fail with probability 2·10⁻¹⁰.
 */
const grounded = (sweeps: number) => (anneal: Anneal) =>
  fc.property(instanceAndState({ maxUnits: 4, anyDiagonal: true }), fc.integer(), ([instance, y], seed) => {
    const gap = widest(instance) || 1
    const temperature: Temperature = { _tag: 'Linear', start: 8 * gap, end: 4 * gap, sweeps: plenty }
    const schedule = Schedule.ordered(y.map((_, unit) => unit))
    const { best } = anneal(instance, { temperature, schedule, seed, sweeps }, y)
    const lowest = Math.min(...energiesOf(instance))
    return Reference.energy(instance, best) === lowest
  })

export const annealingGround = Law.law<Anneal>({
  id: 'annealing_ground',
  statement: `${plenty} sweeps at four times the widest gap or above pass a ground state, with a risk below ${risk}`,
  source: 'Geman and Geman (1984); the bound is Doeblin’s: every sweep has the same least chance',
  rows: ['H12'],
  hypotheses: [{ id: 'long_enough', statement: `there are ${plenty} sweeps, not one`, dropped: grounded(1) }],
  property: grounded(plenty),
  countermodels: [
    {
      id: 'greedy',
      description: 'begins at T = 0, and stays in the first valley',
      implementation: (instance, options, y, from) =>
        anneal(instance, { ...options, temperature: { _tag: 'Constant', value: 0 } }, y, from),
    },
    {
      id: 'last_state',
      description: 'takes the last state for the best',
      implementation: (instance, options, y, from) =>
        ((told) => ({ ...told, best: told.state }))(anneal(instance, options, y, from)),
    },
  ],
})
