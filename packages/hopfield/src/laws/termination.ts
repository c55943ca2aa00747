/**
 * Laws of termination: each tie policy has its own measure, or none (rows H2, H3).
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Termination from '../Termination.js'
import { equalNumbers, networkOf, run, stateOf, type RunFrom, type UpdateUnit } from './adapters.js'
import { instanceStateAndUnit, type Freedom, type Numbers } from './arbitraries.js'
import { asynchronous, scheduled, settling } from './running.js'

/** What every flip should lower, most significant part first; nothing where there is no such thing. */
export type MeasureOf = (instance: Instance, y: Numbers) => Numbers | undefined

/** A bound on the flips of a run from a state; nothing where there is none. */
export type FlipBound = (instance: Instance, y: Numbers) => number | undefined

const inputOf = ({ input }: Instance): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(input))

const told = <A>(answer: E.Either<unknown, O.Option<A>>): A | undefined =>
  F.pipe(
    answer,
    E.getOrElse((): O.Option<A> => O.none),
    O.toUndefined,
  )

export const measure: MeasureOf = (instance, y) => {
  const answer = told(Termination.measure(networkOf(instance), inputOf(instance))(stateOf(instance.encoding, y)))
  return answer === undefined ? undefined : [answer.energy, answer.pending]
}

export const flipBound: FlipBound = (instance, y) =>
  told(Termination.flipBound(networkOf(instance), inputOf(instance))(stateOf(instance.encoding, y)))

/** A measure and the updates that should lower it. */
export interface Terminates {
  readonly measure: MeasureOf
  readonly updateUnit: UpdateUnit
}

const below = (from: Numbers | undefined, to: Numbers | undefined): boolean => {
  if (from === undefined || to === undefined) return false
  const k = from.findIndex((value, part) => value !== to[part])
  return k >= 0 && (to[k] ?? NaN) < (from[k] ?? NaN)
}

const decreases =
  (freedom: Freedom) =>
  ({ measure, updateUnit }: Terminates) =>
    fc.property(instanceStateAndUnit(freedom), ([instance, y, unit]) => {
      const after = updateUnit(instance, y, unit)
      return equalNumbers(after, y) || below(measure(instance, y), measure(instance, after))
    })

const energyAlone: MeasureOf = (instance, y) => [Reference.energy(instance, y)]

const withPending =
  (pending: (instance: Instance, y: Numbers) => number): MeasureOf =>
  (instance, y) => [Reference.energy(instance, y), pending(instance, y)]

const { updateUnit } = Reference

export const measureUpdateLt = Law.law<Terminates>({
  id: 'measure_update_lt',
  statement:
    'every flip lowers E by the policy keep; by up it lowers E or, at equal E, the number of units that are down; by down, of those that are up',
  source: 'Hopfield (1982) for keep; the other policies by the same sum, with ΔE = 0 at a tie',
  rows: ['H2', 'H3'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: decreases({ ties: settling, asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: decreases({ ties: settling, anyDiagonal: true }) },
    {
      id: 'tie_settles',
      statement: 'the policy is not flip',
      // Whatever one counts: the measures of the other policies all fail.
      dropped: ({ updateUnit }) =>
        decreases({ ties: ['flip'] })({ measure: withPending(Reference.pending), updateUnit }),
    },
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: ({ measure }) => decreases({ ties: settling })({ measure, updateUnit: Reference.updateAll }),
    },
  ],
  property: decreases({ ties: settling }),
  countermodels: [
    {
      id: 'energy_alone',
      description: 'expects strict descent of the energy whatever the policy',
      implementation: { measure: energyAlone, updateUnit },
    },
    {
      id: 'ups_whatever_the_policy',
      description: 'counts the units that are down by the policy down too',
      implementation: {
        measure: withPending((instance, y) => Reference.pending({ ...instance, tie: 'up' }, y)),
        updateUnit,
      },
    },
    {
      id: 'pending_first',
      description: 'compares the counts before the energies',
      implementation: {
        measure: (instance, y) => [Reference.pending(instance, y), Reference.energy(instance, y)],
        updateUnit,
      },
    },
  ],
})

/** A run, and what bounds its flips. */
export interface BoundedFlips {
  readonly run: RunFrom
  readonly flipBound: FlipBound
}

const bounded =
  (freedom: Freedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule> = asynchronous) =>
  ({ run, flipBound }: BoundedFlips) =>
    fc.property(scheduled({ maxUnits: 4, ...freedom }, schedule), ([instance, chosen, y]) => {
      const bound = flipBound(instance, y)
      return bound !== undefined && run(instance, chosen, y).updates.filter(({ flipped }) => flipped).length <= bound
    })

/** The bound that would hold if the weights were symmetric, not less than 0 on the diagonal, and ties settled. */
const hopeful: FlipBound = (instance, y) => {
  const weights = instance.weights.map((row, i) =>
    row.map((w, j) => (i === j ? Math.abs(w) : i < j ? w : (instance.weights[j]?.[i] ?? 0))),
  )
  return flipBound({ ...instance, weights, tie: instance.tie === 'flip' ? 'keep' : instance.tie }, y)
}

const dropped =
  (freedom: Freedom, schedule?: (n: number) => fc.Arbitrary<Schedule.Schedule>) =>
  ({ run }: BoundedFlips) =>
    bounded(freedom, schedule)({ run, flipBound: hopeful })

const drops: FlipBound = (instance, y) => flipBound({ ...instance, tie: 'keep' }, y)

export const flipsLeBound = Law.law<BoundedFlips>({
  id: 'flips_le_bound',
  statement:
    'a run that updates one unit at a time flips at most D units by keep, at most 2D + pending by up and down, where D = (E − bound) / (least drop)',
  source: 'Goles, Fogelman and Pellegrin (1985), transients; lecture M, "the net will converge in finitely many steps"',
  rows: ['H3'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: dropped({ ties: settling, asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: dropped({ ties: settling, anyDiagonal: true }) },
    { id: 'tie_settles', statement: 'the policy is not flip', dropped: dropped({ ties: ['flip'] }) },
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: dropped({ ties: settling }, () => fc.constant(Schedule.synchronous)),
    },
  ],
  property: bounded({ ties: settling }),
  countermodels: [
    {
      id: 'ties_are_free',
      description: 'counts by up and down the flips that lower E, and not those at a tie',
      implementation: { run, flipBound: drops },
    },
    {
      id: 'half_the_drops',
      description: 'takes a flip to lower E by twice what it does',
      implementation: {
        run,
        flipBound: (instance, y) => Math.floor((flipBound(instance, y) ?? NaN) / 4),
      },
    },
  ],
})

export const flipWanders = Law.law<Terminates>({
  id: 'flip_wanders',
  statement:
    'by the policy flip a unit in zero field without self-coupling turns over and back, so nothing falls at every flip',
  source: 'definition; the counterexample of the other policies’ theorem',
  rows: ['H2', 'H3'],
  hypotheses: [],
  property: ({ measure, updateUnit }) =>
    fc.property(
      instanceStateAndUnit({ ties: ['flip'], asymmetric: true }),
      ([{ weights, thresholds, input, ...rest }, y, unit]) => {
        // The field of the unit is made 0, whatever the others do.
        const field = y.reduce((total, yj, j) => total + (j === unit ? 0 : (weights[unit]?.[j] ?? 0) * yj), 0)
        const instance: Instance = {
          ...rest,
          weights: weights.map((row, i) => (i === unit ? row.with(unit, 0) : row)),
          thresholds: thresholds.with(unit, field),
          input: input.with(unit, 0),
        }
        const over = updateUnit(instance, y, unit)
        const back = updateUnit(instance, over, unit)
        return measure(instance, y) === undefined && !equalNumbers(over, y) && equalNumbers(back, y)
      },
    ),
  countermodels: [
    {
      id: 'keeps',
      description: 'keeps its state',
      implementation: { measure, updateUnit: (net, y, unit) => updateUnit({ ...net, tie: 'keep' }, y, unit) },
    },
    {
      id: 'energy_alone',
      description: 'takes the energy for a measure of every policy',
      implementation: { measure: energyAlone, updateUnit },
    },
  ],
})
