/**
 * Laws of the energy (row H3).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import type { EnergyOf, FieldOf, UpdateUnit } from './adapters.js'
import { instanceAndState, instanceStateAndUnit, type Freedom, type Numbers } from './arbitraries.js'

const formal = 'https://github.com/mkaratarakis/HopfieldNet'

const without = (instance: Instance, part: 'input' | 'thresholds'): Instance => ({
  ...instance,
  [part]: instance[part].map(() => 0),
})

const quadratic: EnergyOf = (instance, y) => Reference.energy(without(without(instance, 'input'), 'thresholds'), y)

const linear: EnergyOf = (instance, y) => Reference.energy(instance, y) - quadratic(instance, y)

/** An energy and the rule that should lower it. */
export interface Descent {
  readonly energy: EnergyOf
  readonly updateUnit: UpdateUnit
}

const { energy, updateUnit } = Reference

const against: UpdateUnit = (instance, y, unit) => {
  const down = instance.encoding === 'bipolar' ? -1 : 0
  return y.map((value, i) => (i === unit ? (Reference.localField(instance, y, unit) > 0 ? down : 1) : value))
}

const never =
  (rises: (before: number, after: number, changed: boolean) => boolean, { energy, updateUnit }: Descent) =>
  ([instance, y, unit]: readonly [Instance, Numbers, number]): boolean => {
    const after = updateUnit(instance, y, unit)
    return !rises(energy(instance, y), energy(instance, after), after[unit] !== y[unit])
  }

const descends = (freedom: Freedom) => (descent: Descent) =>
  fc.property(
    instanceStateAndUnit(freedom),
    never((before, after) => !(after <= before), descent),
  )

export const energyUpdateLe = Law.law<Descent>({
  id: 'energy_update_le',
  statement: 'if W is symmetric with wᵢᵢ ≥ 0, no update of a single unit raises the energy',
  source: 'Hopfield (1982); lecture M, proof under "Important notes"; lecture K, "Energy function"',
  rows: ['H3'],
  formal,
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: descends({ asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: descends({ anyDiagonal: true }) },
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: ({ energy, updateUnit }) =>
        fc.property(instanceAndState(), ([instance, y]) => {
          const together = y.map((_, unit) => updateUnit(instance, y, unit)[unit] ?? 0)
          return energy(instance, together) <= energy(instance, y)
        }),
    },
    {
      id: 'input_counted',
      statement: 'the energy contains −x·y, as the update adds x',
      dropped: ({ energy, updateUnit }) =>
        descends({})({ energy: (instance, y) => energy(without(instance, 'input'), y), updateUnit }),
    },
  ],
  property: descends({}),
  countermodels: [
    {
      id: 'field_term_added',
      description: 'adds the input and subtracts the thresholds in the energy',
      implementation: { energy: (net, y) => quadratic(net, y) - linear(net, y), updateUnit },
    },
    {
      id: 'input_left_out',
      description: 'leaves −x·y out of the energy while the update adds x',
      implementation: { energy: (net, y) => energy(without(net, 'input'), y), updateUnit },
    },
    {
      id: 'half_of_everything',
      description: 'puts the ½ on the thresholds and the input too',
      implementation: { energy: (net, y) => quadratic(net, y) + linear(net, y) / 2, updateUnit },
    },
    {
      id: 'against_the_field',
      description: 'turns each unit against its field',
      implementation: { energy, updateUnit: against },
    },
    {
      id: 'parallel',
      description: 'updates all units when asked for one',
      implementation: { energy, updateUnit: Reference.updateAll },
    },
  ],
})

const strictly = (freedom: Freedom) => (descent: Descent) =>
  fc.property(
    instanceStateAndUnit(freedom),
    never((before, after, changed) => changed && !(after < before), descent),
  )

export const energyUpdateLt = Law.law<Descent>({
  id: 'energy_update_lt',
  statement: 'a unit that keeps its state on ties lowers the energy strictly whenever it changes',
  source: 'lecture M, ΔE < 0; the tie makes the difference between < and ≤',
  rows: ['H3'],
  formal,
  hypotheses: [
    { id: 'tie_keep', statement: 'a unit in zero field keeps its state', dropped: strictly({}) },
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: strictly({ ties: ['keep'], asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: strictly({ ties: ['keep'], anyDiagonal: true }) },
  ],
  property: strictly({ ties: ['keep'] }),
  countermodels: [
    {
      id: 'zero_is_positive',
      description: 'answers +1 in zero field, whatever the tie policy',
      implementation: { energy, updateUnit: (net, y, unit) => updateUnit({ ...net, tie: 'up' }, y, unit) },
    },
  ],
})

/** An energy and the field that should be its slope. */
export interface Slope {
  readonly energy: EnergyOf
  readonly localField: FieldOf
}

const slope = (freedom: Freedom) => (implementation: Slope) =>
  fc.property(instanceStateAndUnit(freedom), ([instance, y, unit]) => {
    const low = instance.encoding === 'bipolar' ? -1 : 0
    const turned = y.map((value, i) => (i === unit ? low + 1 - value : value))
    const delta = (turned[unit] ?? 0) - (y[unit] ?? 0)
    const self = instance.weights[unit]?.[unit] ?? 0
    return (
      implementation.energy(instance, turned) - implementation.energy(instance, y) ===
      -implementation.localField(instance, y, unit) * delta - 0.5 * self * delta ** 2
    )
  })

export const energyUpdateEq = Law.law<Slope>({
  id: 'energy_update_eq',
  statement: 'turning one unit over changes the energy by exactly −hᵢ Δyᵢ − ½ wᵢᵢ Δyᵢ²',
  source: 'lecture M, ΔE = −[Σⱼ wᵢⱼ yⱼ + xᵢ − θᵢ] Δyᵢ, here with self-coupling',
  rows: ['H3'],
  hypotheses: [{ id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: slope({ asymmetric: true, anyDiagonal: true }) }],
  property: slope({ anyDiagonal: true }),
  countermodels: [
    {
      id: 'field_without_input',
      description: 'the field of lecture K, in which ΔE lacks xᵢ',
      implementation: {
        energy,
        localField: (net, y, unit) => Reference.localField(without(net, 'input'), y, unit),
      },
    },
    {
      id: 'thresholds_added',
      description: 'adds the threshold to the field instead of subtracting it',
      implementation: {
        energy,
        localField: (net, y, unit) => Reference.localField(net, y, unit) + 2 * (net.thresholds[unit] ?? 0),
      },
    },
    {
      id: 'counted_twice',
      description: 'sums over all pairs without the ½',
      implementation: { energy: (net, y) => 2 * quadratic(net, y) + linear(net, y), localField: Reference.localField },
    },
  ],
})

/** An energy and a value below all energies. */
export interface Bounded {
  readonly energy: EnergyOf
  readonly lowerBound: (instance: Instance) => number
}

const absolute = (values: Numbers): number => values.reduce((total, value) => total + Math.abs(value), 0)

const couplings = ({ weights }: Instance): number => 0.5 * absolute(weights.flat())

const biases = ({ input, thresholds }: Instance): number => absolute(input.map((x, i) => x - (thresholds[i] ?? 0)))

export const energyGeBound = Law.law<Bounded>({
  id: 'energy_ge_bound',
  statement: 'E(y) ≥ −½ Σᵢⱼ|wᵢⱼ| − Σᵢ|xᵢ − θᵢ| for every state and every W',
  source: 'lecture M, "The energy function has a limited lower bound"',
  rows: ['H3'],
  hypotheses: [],
  property: ({ energy, lowerBound }) =>
    fc.property(
      instanceAndState({ asymmetric: true, anyDiagonal: true }),
      ([instance, y]) => energy(instance, y) >= lowerBound(instance),
    ),
  countermodels: [
    {
      id: 'couplings_only',
      description: 'forgets thresholds and input',
      implementation: { energy, lowerBound: (net) => -couplings(net) },
    },
    {
      id: 'biases_only',
      description: 'forgets the couplings',
      implementation: { energy, lowerBound: (net) => -biases(net) },
    },
  ],
})
