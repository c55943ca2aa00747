/**
 * Laws of where runs of dense memories end, and of the energies that they tell (rows D1, D2).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { exponential } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import type { Numbers } from './arbitraries.js'
import { denseRun, instance, type DenseEnergy, type DenseFreedom, type DenseRun } from './denseArbitraries.js'
import { asynchronous, settling } from './running.js'

const { energy, overlaps } = Reference

const rests =
  (freedom: DenseFreedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule> = asynchronous) =>
  (runFrom: DenseRun) =>
    fc.property(
      instance({ ties: settling, ...freedom }).chain(([dense, y]) =>
        fc.tuple(fc.constant(dense), schedule(y.length), fc.constant(y)),
      ),
      ([dense, chosen, y]) => {
        const { outcome, state } = runFrom(dense, chosen, y)
        return outcome === 'FixedPoint' && Reference.isFixedPoint(dense, state)
      },
    )

export const denseRecallFixedPoint = Law.law<DenseRun>({
  id: 'dense_recall_fixedPoint',
  statement: 'whatever F, asynchronous updating comes to rest in a fixed point, in any fair order',
  source: 'Krotov and Hopfield (2016), §2: the energy decreases with every flip, and there are 2ⁿ states',
  rows: ['D1', 'D2'],
  hypotheses: [
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: rests({}, () => fc.constant(Schedule.synchronous)),
    },
    {
      id: 'ties_settle',
      statement: 'a unit in zero field does not turn over for ever',
      dropped: rests({ ties: ['flip'] }),
    },
  ],
  property: rests({}),
  countermodels: [
    {
      id: 'one_sweep',
      description: 'takes the state after one sweep for the end',
      implementation: (dense, schedule, y) => {
        const { updates, ...run } = denseRun(dense, schedule, y)
        const low = dense.encoding === 'bipolar' ? -1 : 0
        const first = updates.slice(0, y.length)
        const state = y.map((value, i) =>
          first.filter(({ unit, flipped }) => unit === i && flipped).length % 2 === 1 ? low + 1 - value : value,
        )
        return { ...run, updates, state }
      },
    },
    {
      id: 'synchronous',
      description: 'updates all units at once, whatever it is told',
      implementation: (dense, _, y) => denseRun(dense, Schedule.synchronous, y),
    },
  ],
})

/** Patterns of a few units, each of which stands for so many: overlaps beyond what an exponential can hold. */
const magnified = fc
  .tuple(instance({ interactions: [exponential], encodings: ['bipolar'], maxUnits: 4 }), fc.constantFrom(1, 7, 300))
  .map(([[dense, y], times]): readonly [DenseInstance, Numbers] => {
    const longer = (values: Numbers): Numbers => values.flatMap((value) => Array.from({ length: times }, () => value))
    return [{ ...dense, patterns: dense.patterns.map(longer) }, longer(y)]
  })

export const denseExponentialEnergy = Law.law<DenseEnergy>({
  id: 'dense_exponential_energy',
  statement:
    'for F = exp, the energy is −log Σₖ exp(s(k)·y): from −max s(k)·y − log P to −max s(k)·y, beyond 709 units too',
  source: 'Demircigil et al. (2017), eq. 3; errata 45: exp overflows above 709',
  rows: ['D2'],
  hypotheses: [],
  property: (energyOf) =>
    fc.property(magnified, ([dense, y]) => {
      const e = energyOf(dense, y)
      const greatest = Math.max(...overlaps(dense, y))
      // A sum of P terms of at most 1, each within 24 rounding errors, its logarithm, and one addition to an overlap of at most n.
      const bound = (dense.patterns.length + 32 + y.length) * 2 ** -52
      return (
        Math.abs(e - energy(dense, y)) <= bound &&
        e <= -greatest + bound &&
        e >= -greatest - Math.log(dense.patterns.length) - bound
      )
    }),
  countermodels: [
    {
      id: 'no_logarithm',
      description: 'takes the logarithm of the sum as it is: ∞ beyond 709',
      implementation: (dense, y) => -Math.log(overlaps(dense, y).reduce((sum, m) => sum + Math.exp(m), 0)),
    },
    {
      id: 'greatest_only',
      description: 'takes the greatest overlap for the smooth maximum',
      implementation: (dense, y) => -Math.max(...overlaps(dense, y)),
    },
    {
      id: 'mean',
      description: 'divides by P without saying so',
      implementation: (dense, y) => energy(dense, y) + Math.log(dense.patterns.length),
    },
  ],
})
