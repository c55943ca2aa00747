/**
 * Laws of the energy of continuous memories and of runs that lower it (row D4).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/modern.js'
import { equalNumbers } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import {
  energy,
  energyError,
  inHull,
  memoryAndState,
  minus,
  norm,
  recall,
  update,
  type EnergyOf,
  type Recall,
  type Update,
} from './memories.js'

export interface Lowering {
  readonly energy: EnergyOf
  readonly update: Update
}

const source = 'Ramsauer et al. (2020), eq. 2 and theorem 1; Yuille and Rangarajan (2003), concave–convex procedure'

export const modernEnergyLe = Law.law<Lowering>({
  id: 'modern_energy_le',
  statement:
    'an update lowers the energy by at least half the square of the way it goes, whatever the patterns, β > 0 and the state',
  source,
  rows: ['D4', 'D5'],
  hypotheses: [],
  property: (descent) =>
    fc.property(memoryAndState(), ([beta, patterns, y]) => {
      const next = descent.update(beta, patterns, y)
      const bound = energyError(patterns, y) + 2 * energyError(patterns, next)
      return (
        descent.energy(beta, patterns, next) + 0.5 * norm(minus(next, y)) ** 2 <=
        descent.energy(beta, patterns, y) + bound
      )
    }),
  countermodels: [
    {
      id: 'without_square',
      description: 'leaves ½ yᵀy out of the energy',
      implementation: { update, energy: (beta, patterns, y) => energy(beta, patterns, y) - 0.5 * norm(y) ** 2 },
    },
    {
      id: 'square_not_halved',
      description: 'takes yᵀy for ½ yᵀy',
      implementation: { update, energy: (beta, patterns, y) => energy(beta, patterns, y) + 0.5 * norm(y) ** 2 },
    },
    {
      id: 'beta_twice',
      description: 'scales by β in the scores and again in the softmax of the update',
      implementation: { energy, update: (beta, patterns, y) => update(beta * beta, patterns, y) },
    },
    {
      id: 'temperature',
      description: 'takes β for a temperature in the update',
      implementation: { energy, update: (beta, patterns, y) => update(1 / beta, patterns, y) },
    },
    {
      id: 'sum_of_lse_lost',
      description: 'takes the sum of the exponents, as the lecture prints lse, for the sum of the exponentials',
      implementation: {
        update,
        energy: (beta, patterns, y) =>
          0.5 * norm(y) ** 2 - Math.log(Math.abs(Textbook.scores(patterns, y).reduce((a, b) => a + b, 0)) + 1) / beta,
      },
    },
  ],
})

const between =
  (anywhere: boolean) =>
  (energyOf: EnergyOf): fc.IProperty<unknown> =>
    fc.property(
      memoryAndState().chain(([beta, patterns, y]) =>
        fc.tuple(
          fc.constant(beta),
          fc.constant(patterns),
          fc.constant(y),
          anywhere ? fc.constant(y) : inHull(patterns),
        ),
      ),
      ([beta, patterns, y, inside]) =>
        energyOf(beta, patterns, y) >= 0 &&
        energyOf(beta, patterns, inside) <= 2 * Textbook.squaredNorm(patterns) + energyError(patterns, inside),
    )

/** The energy less one of its constants. */
const less =
  (constant: (beta: number, patterns: Rows) => number): EnergyOf =>
  (beta, patterns, y) =>
    Textbook.energy(beta, patterns, y) - constant(beta, patterns)

export const modernEnergyBounds = Law.law<EnergyOf>({
  id: 'modern_energy_bounds',
  statement: 'E(y) ≥ 0 for every state, and E(y) ≤ 2M² in the convex hull of the patterns',
  source: 'Ramsauer et al. (2020), lemma A1; lecture V prints ½ M for ½ M²',
  rows: ['D4'],
  hypotheses: [
    { id: 'in_hull', statement: 'the state lies in the convex hull of the patterns', dropped: between(true) },
  ],
  property: between(false),
  countermodels: [
    {
      id: 'half_norm',
      description: 'adds ½ M in place of ½ M², as the lecture prints it',
      implementation: less((_, patterns) => {
        const square = Textbook.squaredNorm(patterns)
        return 0.5 * square - 0.5 * Math.sqrt(square)
      }),
    },
    {
      id: 'without_count',
      description: 'leaves β⁻¹ log P out',
      implementation: less((beta, patterns) => Math.log(patterns.length) / beta),
    },
    {
      id: 'least_norm',
      description: 'takes the smallest norm for the largest',
      implementation: less(
        (_, patterns) => 0.5 * Textbook.squaredNorm(patterns) - 0.5 * Math.min(...patterns.map((x) => norm(x) ** 2)),
      ),
    },
    {
      id: 'beta_not_divided',
      description: 'adds log P in place of β⁻¹ log P',
      implementation: less((beta, patterns) => Math.log(patterns.length) / beta - Math.log(patterns.length)),
    },
  ],
})

const moderate = fc.constantFrom(1 / 4, 1 / 2, 1, 2, 8, 64)

const precisions = fc.record(
  { tolerance: fc.constantFrom(0, 2 ** -30, 2 ** -10, 1 / 4), maxSweeps: fc.integer({ min: 0, max: 40 }) },
  { noNullPrototype: true },
)

/** The states of a run, by the update of this package. */
const path = (beta: number, patterns: Rows, start: Numbers, sweeps: number): ReadonlyArray<Numbers> =>
  Array.from({ length: sweeps }).reduce<ReadonlyArray<Numbers>>(
    (states) => [...states, update(beta, patterns, states[states.length - 1] ?? start)],
    [start],
  )

export const modernRecall = Law.law<Recall>({
  id: 'modern_recall',
  statement:
    'a run updates the state until it moves by no more than the tolerance, and says so, or gives up after the sweeps it has; its energies never rise by more than they are rounded',
  source,
  rows: ['D4', 'D5', 'H16'],
  hypotheses: [],
  property: (recalls) =>
    fc.property(memoryAndState(moderate), precisions, ([beta, patterns, y], precision) => {
      const { energies, rests, state, sweeps } = recalls(precision, beta, patterns, y)
      const states = path(beta, patterns, y, sweeps)
      const moves = states.slice(1).map((next, k) => norm(minus(next, states[k] ?? [])))
      const last = moves[moves.length - 1] ?? Infinity
      return (
        equalNumbers(state, states[sweeps] ?? []) &&
        energies.length === sweeps + 1 &&
        moves.slice(0, -1).every((move) => move > precision.tolerance) &&
        (rests ? last <= precision.tolerance : sweeps === precision.maxSweeps && last > precision.tolerance) &&
        energies.every(
          (each, k) =>
            k === 0 ||
            each <=
              (energies[k - 1] ?? NaN) +
                energyError(patterns, states[k] ?? []) +
                energyError(patterns, states[k - 1] ?? []),
        )
      )
    }),
  countermodels: [
    {
      id: 'one_step',
      description: 'takes one update for enough, as lecture V says it is',
      implementation: (precision, beta, patterns, y) => ({
        ...recall({ ...precision, maxSweeps: Math.min(1, precision.maxSweeps) }, beta, patterns, y),
        rests: true,
      }),
    },
    {
      id: 'energy_stands_still',
      description: 'takes an energy that falls by less than the tolerance for rest',
      implementation: (precision, beta, patterns, y) => {
        const told = recall(precision, beta, patterns, y)
        const quiet = told.energies.findIndex(
          (each, k) => k > 0 && (told.energies[k - 1] ?? 0) - each <= precision.tolerance,
        )
        if (quiet < 0) return told
        return { ...recall({ tolerance: 0, maxSweeps: quiet }, beta, patterns, y), rests: true }
      },
    },
    {
      id: 'always_rests',
      description: 'calls it rest when the sweeps are used up',
      implementation: (precision, beta, patterns, y) => ({ ...recall(precision, beta, patterns, y), rests: true }),
    },
  ],
})
