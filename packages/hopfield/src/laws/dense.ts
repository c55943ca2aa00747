/**
 * Laws of dense associative memories: what a unit goes by, and what that does to the energy (rows D1, D2).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Tie as TieModule } from '@engram/associative-memory'
import { polynomial } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers } from './adapters.js'
import { order, type Numbers } from './arbitraries.js'
import {
  denseRun,
  instance,
  instanceAndUnit,
  powers,
  type DenseEnergy,
  type DenseField,
  type DenseFreedom,
  type DenseRun,
  type DenseUpdate,
} from './denseArbitraries.js'

const { energy, interact, localField, overlaps, updateUnit } = Reference

/** What a memory answers to a state. */
export interface Dense {
  readonly energy: DenseEnergy
  readonly field: DenseField
}

const reference: Dense = { energy, field: localField }

/** sᵢ(k) as −1 and +1 */
export const signs = ({ encoding, patterns }: DenseInstance, unit: number): Numbers =>
  patterns.map((s) => Reference.spins(encoding, s)[unit] ?? 0)

/** Σₖ sᵢ(k) g(mₖ, sᵢ(k)) */
const votes =
  (g: (interaction: DenseInstance['interaction'], m: number, s: number) => number): DenseField =>
  (dense, y, unit) => {
    const m = overlaps(dense, y)
    return signs(dense, unit).reduce((sum, s, k) => sum + g(dense.interaction, m[k] ?? 0, s), 0)
  }

/** Keeps the unit's own part in the overlaps. */
const ownPart: DenseField = votes((f, m, s) => (interact(f, m + s) - interact(f, m - s)) / 2)

/** −F(Σₖ s(k)·y) */
const outside: DenseEnergy = (dense, y) =>
  -interact(
    dense.interaction,
    overlaps(dense, y).reduce((sum, m) => sum + m, 0),
  )

/** −Σₖ Σᵢ F(sᵢ(k) yᵢ) */
const inside: DenseEnergy = (dense, y) =>
  -dense.patterns.reduce(
    (sum, s) =>
      sum +
      s.reduce((part, si, i) => {
        const [a, b] = [Reference.spins(dense.encoding, [si]), Reference.spins(dense.encoding, [y[i] ?? 0])]
        return part + interact(dense.interaction, (a[0] ?? 0) * (b[0] ?? 0))
      }, 0),
    0,
  )

export const denseEqReference = Law.law<Dense>({
  id: 'dense_eq_reference',
  statement:
    'for powers, energies are −Σₖ F(s(k)·y) and fields ½ (E(−1) − E(+1)), or E(0) − E(1) of binary units, exactly',
  source: 'Krotov and Hopfield (2016), eq. 1 and 2; lecture V, "Modern Hopfield networks"',
  rows: ['D1'],
  hypotheses: [],
  property: (dense) =>
    fc.property(
      instanceAndUnit({ interactions: powers }),
      ([memory, y, unit]) =>
        dense.energy(memory, y) === energy(memory, y) && dense.field(memory, y, unit) === localField(memory, y, unit),
    ),
  countermodels: [
    {
      id: 'outside',
      description: 'takes −F(Σₖ s(k)·y): F of the sum instead of the sum of F',
      implementation: { ...reference, energy: outside },
    },
    {
      id: 'inside',
      description: 'applies F to the product of each pair of components',
      implementation: { ...reference, energy: inside },
    },
    {
      id: 'own_part',
      description: 'takes F(m + s) − F(m − s) with the unit itself in the overlap m',
      implementation: { ...reference, field: ownPart },
    },
    {
      id: 'derivative',
      description: 'goes by Σₖ s F′(m), as if a unit changed by an infinitesimal amount',
      implementation: {
        ...reference,
        field: votes((f, m, s) => (f._tag === 'Exponential' ? 0 : (s * f.degree * interact(f, m)) / (m === 0 ? 1 : m))),
      },
    },
    {
      id: 'whole_difference',
      description: 'forgets to halve',
      implementation: { ...reference, field: (memory, y, unit) => 2 * localField(memory, y, unit) },
    },
  ],
})

/** An energy and the rule that should lower it. */
export interface DenseDescent {
  readonly energy: DenseEnergy
  readonly updateUnit: DenseUpdate
}

const by =
  (field: DenseField): DenseUpdate =>
  (dense, y, unit) =>
    y.map((value, i) =>
      i === unit ? TieModule.activate(dense.encoding, dense.tie)(field(dense, y, unit), value) : value,
    )

/** Two energies that are told apart: −log(−E) rounds, and a rise of less than this is none. */
export const risen = ({ interaction, patterns }: DenseInstance, before: number, after: number): boolean =>
  interaction._tag === 'Exponential'
    ? // Two logarithms of sums of P terms, each within (P + 3) u of its value, and additions to overlaps of at most n.
      !(after - before <= (patterns.length + 8 + 2 * Math.abs(before)) * 2 ** -51)
    : !(after <= before)

const descends = (freedom: DenseFreedom) => (descent: DenseDescent) =>
  fc.property(
    instanceAndUnit(freedom),
    ([dense, y, unit]) =>
      !risen(dense, descent.energy(dense, y), descent.energy(dense, descent.updateUnit(dense, y, unit))),
  )

export const denseEnergyUpdateLe = Law.law<DenseDescent>({
  id: 'dense_energy_update_le',
  statement: 'whatever F, no update of a single unit by the difference of energies raises the energy',
  source: 'Krotov and Hopfield (2016), eq. 2; lecture V, "the binary units can still be updated asynchronously"',
  rows: ['D1', 'D2'],
  hypotheses: [
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: (descent) =>
        fc.property(instance(), ([dense, y]) => {
          const together = y.map((_, unit) => descent.updateUnit(dense, y, unit)[unit] ?? 0)
          return !risen(dense, descent.energy(dense, y), descent.energy(dense, together))
        }),
    },
  ],
  property: descends({}),
  countermodels: [
    {
      id: 'outside',
      description: 'takes −F(Σₖ s(k)·y) for the energy',
      implementation: {
        energy: (dense, y) => (dense.interaction._tag === 'Exponential' ? energy(dense, y) : outside(dense, y)),
        updateUnit,
      },
    },
    {
      id: 'own_part',
      description: 'updates with the unit itself in the overlaps',
      implementation: { energy, updateUnit: by(ownPart) },
    },
    {
      id: 'stale_overlaps',
      description: 'takes the overlaps as they were before the unit before it was updated',
      implementation: {
        energy,
        updateUnit: (dense, y, unit) => {
          const stale = y.map((value, i) => (i === (unit + 1) % y.length ? TieModule.lowerOf(dense.encoding) : value))
          const next = updateUnit(dense, stale, unit)
          return y.map((value, i) => (i === unit ? (next[i] ?? value) : value))
        },
      },
    },
    {
      id: 'against',
      description: 'turns the sign of the difference round',
      implementation: { energy, updateUnit: by((dense, y, unit) => -localField(dense, y, unit)) },
    },
  ],
})

/** Follows the reference, unit by unit. */
const follow = (dense: DenseInstance, units: Numbers, y: Numbers): ReadonlyArray<Numbers> =>
  units.reduce<ReadonlyArray<Numbers>>(
    (states, unit) => [...states, updateUnit(dense, states[states.length - 1] ?? y, unit)],
    [y],
  )

const ordered = (freedom: DenseFreedom) =>
  instance(freedom).chain(([dense, y]) => fc.tuple(fc.constant(dense), order(y.length), fc.constant(y)))

export const denseTraceEq = Law.law<DenseRun>({
  id: 'dense_trace_eq',
  statement:
    'a run passes through the states of the naive rule, which takes every overlap anew; for powers its energies are theirs exactly',
  source: 'incremental overlaps: a flip changes each of them by 2',
  rows: ['D1', 'D2'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(ordered({}), ([dense, units, y]) => {
      const told = runFrom(dense, { _tag: 'Ordered', order: units }, y)
      const asked = told.updates.map(({ unit }) => unit)
      const states = follow(dense, asked, y)
      return (
        asked.length > 0 &&
        asked.every((unit, k) => unit === units[k % units.length]) &&
        equalNumbers(told.state, states[states.length - 1] ?? []) &&
        told.updates.every(
          ({ flipped, energy: carried }, k) =>
            flipped === !equalNumbers(states[k] ?? [], states[k + 1] ?? []) &&
            (dense.interaction._tag === 'Exponential' || carried === energy(dense, states[k + 1] ?? [])),
        )
      )
    }),
  countermodels: [
    {
      id: 'stale_overlaps',
      description: 'updates all units of a sweep from the overlaps at its beginning',
      implementation: (dense, schedule, y) => ({
        ...denseRun(dense, schedule, y),
        state: y.map((_, unit) => updateUnit(dense, y, unit)[unit] ?? 0),
      }),
    },
    {
      id: 'classical',
      description: 'takes every interaction for a square',
      implementation: (dense, schedule, y) => denseRun({ ...dense, interaction: polynomial(2) }, schedule, y),
    },
    {
      id: 'never_rectified',
      description: 'forgets to cut F off below 0',
      implementation: (dense, schedule, y) =>
        denseRun(
          dense.interaction._tag === 'Rectified'
            ? { ...dense, interaction: polynomial(dense.interaction.degree) }
            : dense,
          schedule,
          y,
        ),
    },
  ],
})
