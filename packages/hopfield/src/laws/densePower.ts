/**
 * The law of steep powers: decided right where their sums do not fit into floating point (row D1).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { polynomial, rectified, type Power } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import type { Numbers } from './arbitraries.js'
import { signs } from './dense.js'
import { instanceAndUnit, type DenseField } from './denseArbitraries.js'

const { interact, overlaps, powerSign, put } = Reference

const steep = [13, 20, 21, 34, 55, 90].flatMap((degree) => [polynomial(degree), rectified(degree)])

const exactly = (dense: DenseInstance, y: Numbers, unit: number): number =>
  powerSign(
    dense.interaction as Power,
    overlaps(dense, put(dense, y, unit, true)),
    overlaps(dense, put(dense, y, unit, false)),
  )

/** Σₖ sᵢ F(cₖ + 1) less Σₖ sᵢ F(cₖ − 1), cₖ without the unit, each sum rounded as it comes. */
const inOrder: DenseField = (dense, y, unit) => {
  const without = overlaps(dense, y).map(
    (m, k) => m - (signs(dense, unit)[k] ?? 0) * (Reference.spins(dense.encoding, y)[unit] ?? 0),
  )
  const sum = (step: number): number =>
    without.reduce((total, c, k) => total + (signs(dense, unit)[k] ?? 0) * interact(dense.interaction, c + step), 0)
  return sum(1) - sum(-1)
}

export const densePowerSign = Law.law<DenseField>({
  id: 'dense_power_sign',
  statement:
    'for powers whose sums do not fit into 2⁵³, a field still has the sign of the difference of energies in whole numbers, 0 included',
  source: 'Krotov and Hopfield (2016), eq. 2, in exact arithmetic',
  rows: ['D1'],
  hypotheses: [],
  property: (field) =>
    fc.property(
      instanceAndUnit({ interactions: steep, maxUnits: 12, maxPatterns: 12 }),
      ([dense, y, unit]) => Math.sign(field(dense, y, unit)) === exactly(dense, y, unit),
    ),
  countermodels: [
    {
      id: 'in_order',
      description:
        'adds as the patterns come: what is small beside the greatest is lost, and ties are broken by rounding',
      implementation: inOrder,
    },
    {
      id: 'greatest_only',
      description: 'follows the pattern of the greatest overlap',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        return signs(dense, unit)[m.indexOf(Math.max(...m))] ?? 0
      },
    },
  ],
})
