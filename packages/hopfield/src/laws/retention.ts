/**
 * Laws of what comes back of random patterns (row H10).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import * as Retention from '../Retention.js'
import { equalNumbers } from './adapters.js'
import type { Numbers } from './arbitraries.js'

/** The overlaps of an experiment in so many parts, each of so many trials. */
export type RetentionOf = (experiment: Retention.Experiment, parts: Numbers) => Numbers

export const retention: RetentionOf = (experiment, parts) =>
  F.pipe(
    parts.reduce((measured, trials) => E.chain(Retention.go(trials))(measured), Retention.begin(experiment)),
    E.match(
      () => [],
      ({ overlaps }) => overlaps,
    ),
  )

const experiments: fc.Arbitrary<Retention.Experiment> = fc.record(
  {
    seed: fc.integer(),
    units: fc.integer({ min: 1, max: 40 }),
    patterns: fc.integer({ min: 1, max: 8 }),
    damage: fc.constantFrom(0, 0.1, 0.25, 0.5),
  },
  { noNullPrototype: true },
)

const partings = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 })

const total = (parts: Numbers): number => parts.reduce((sum, part) => sum + part, 0)

export const retentionResumes = Law.law<RetentionOf>({
  id: 'retention_resumes',
  statement: 'a measurement in parts has the trials of one at once, bit for bit, and the seed tells them all',
  source: 'purity: a measurement holds its generator',
  rows: ['H10'],
  hypotheses: [],
  property: (overlapsOf) =>
    fc.property(experiments, partings, (experiment, parts) =>
      equalNumbers(overlapsOf(experiment, parts), retention(experiment, [total(parts)])),
    ),
  countermodels: [
    {
      id: 'starts_afresh',
      description: 'begins each part with the seed again',
      implementation: (experiment, parts) => parts.flatMap((part) => retention(experiment, [part])),
    },
    {
      id: 'last_part',
      description: 'forgets the trials of the parts before',
      implementation: (experiment, parts) => retention(experiment, parts).slice(total(parts.slice(0, -1))),
    },
  ],
})

const comesBack = (damage: fc.Arbitrary<number>) => (overlapsOf: RetentionOf) =>
  fc.property(fc.integer(), fc.integer({ min: 1, max: 20 }), damage, (seed, half, share) => {
    const overlaps = overlapsOf({ seed, units: 2 * half + 1, patterns: 1, damage: share }, [3])
    return overlaps.length === 3 && overlaps.every((m) => m === 1)
  })

export const retentionOfSingle = Law.law<RetentionOf>({
  id: 'retention_of_single',
  statement: 'a pattern that is alone comes back whole wherever fewer than half of its bits are turned over',
  source: 'σᵢhᵢ = s·y − sᵢyᵢ ≥ 0 for s·y ≥ 1, and more for wrong bits; lecture V, one pattern',
  rows: ['H10'],
  hypotheses: [
    {
      id: 'minority',
      statement: 'fewer than half of the bits are turned over',
      dropped: comesBack(fc.constantFrom(0.6, 0.8, 1)),
    },
  ],
  property: comesBack(fc.constantFrom(0, 0.1, 0.25, 0.4, 0.45)),
  countermodels: [
    {
      id: 'start',
      description: 'tells the overlap of the start for that of the end',
      implementation: ({ damage = 0, units }, parts) =>
        Array.from({ length: total(parts) }, () => 1 - (2 * Math.round(damage * units)) / units),
    },
    {
      id: 'too_soon',
      description: 'stops before the run has begun',
      implementation: (experiment, parts) => retention({ ...experiment, maxSweeps: 0 }, parts),
    },
  ],
})
