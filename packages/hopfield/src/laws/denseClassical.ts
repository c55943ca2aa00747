/**
 * Laws that tie dense memories to the classical network (row D1).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import type { Schedule } from '@engram/associative-memory'
import { polynomial } from '../Interaction.js'
import * as Network from '../Network.js'
import * as Recall from '../Recall.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers, refusedRun, stateOf, toRun, type Run } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { denseRun, maxSweeps, powers, scheduled, type DenseFreedom, type DenseRun } from './denseArbitraries.js'

/** A run of the network that stores the patterns, in as many sweeps as `denseRun` has. */
const hebbian = (
  storage: Network.Storage,
  { encoding, patterns }: Pick<DenseInstance, 'encoding' | 'patterns'>,
  schedule: Schedule.Schedule,
  y: Numbers,
): Run =>
  F.pipe(
    Network.fromPatterns(storage)(patterns.map((pattern) => stateOf(encoding, pattern))),
    E.chain((network) => Recall.recall({ schedule, maxSweeps })(network)(stateOf(encoding, y))),
    E.match(() => refusedRun, toRun),
  )

/** The same units in twice the fields, at twice the energies less P n. */
const twice = ({ encoding, tie, patterns }: DenseInstance, schedule: Schedule.Schedule, y: Numbers): Run => {
  const classical = hebbian({ diagonal: 'zero', tie }, { encoding, patterns }, schedule, y)
  const diagonal = patterns.length * y.length
  return {
    ...classical,
    updates: classical.updates.map((update) => ({
      ...update,
      field: 2 * update.field,
      energy: 2 * update.energy - diagonal,
    })),
    energies: classical.energies.map((energy) => 2 * energy - diagonal),
  }
}

const sameRun = (a: Run, b: Run): boolean =>
  equalNumbers(a.state, b.state) &&
  a.outcome === b.outcome &&
  a.period === b.period &&
  equalNumbers(a.energies, b.energies) &&
  a.updates.length === b.updates.length &&
  a.updates.every(({ unit, field, flipped, energy }, k) => {
    const other = b.updates[k]
    return unit === other?.unit && field === other.field && flipped === other.flipped && energy === other.energy
  })

const classical = (freedom: DenseFreedom) => (runFrom: DenseRun) =>
  fc.property(
    scheduled({ interactions: [polynomial(2)], encodings: ['bipolar'], ...freedom }),
    ([dense, schedule, y]) => sameRun(runFrom(dense, schedule, y), twice(dense, schedule, y)),
  )

export const denseDegreeTwo = Law.law<DenseRun>({
  id: 'dense_degree_two',
  statement:
    'at degree 2 a run of bipolar units is that of the Hebbian network without a diagonal: fields are twice its fields, energies twice its energies less P n',
  source: 'lecture V, E ≈ −(1/2P) Σ (yᵏ·y)²; errata 44: a = 2 gives twice the quadratic energy',
  rows: ['D1'],
  hypotheses: [
    {
      id: 'degree_two',
      statement: 'F(z) = z², not rectified',
      dropped: classical({ interactions: powers }),
    },
    {
      id: 'bipolar',
      statement: 'units are −1 and +1: a binary network of the same weights is another one',
      dropped: classical({ encodings: ['binary'] }),
    },
  ],
  property: classical({}),
  countermodels: [
    {
      id: 'diagonal_kept',
      description: 'lets each unit drive itself by the number of patterns',
      implementation: (dense, schedule, y) => {
        const { encoding, tie, patterns } = dense
        const kept = hebbian({ diagonal: 'kept', tie }, { encoding, patterns }, schedule, y)
        return { ...denseRun(dense, schedule, y), state: kept.state, outcome: kept.outcome }
      },
    },
    {
      id: 'halved',
      description: 'has the factor ½ of the quadratic energy in front of every power',
      implementation: (dense, schedule, y) => {
        const run = denseRun(dense, schedule, y)
        return {
          ...run,
          energies: run.energies.map((energy) => energy / 2),
          updates: run.updates.map((update) => ({ ...update, field: update.field / 2, energy: update.energy / 2 })),
        }
      },
    },
  ],
})
