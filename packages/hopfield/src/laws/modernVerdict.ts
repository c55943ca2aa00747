/**
 * The law of what states of continuous memories are made of (row D4).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import * as ModernVerdict from '../ModernVerdict.js'
import { equalNumbers } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { memoryOf } from './memories.js'

/** What weights say of the state that they belong to, by a tolerance. */
export type VerdictOf = (tolerance: number, weights: Numbers) => ModernVerdict.Kind

export const verdict: VerdictOf = (tolerance, weights) =>
  F.pipe(
    memoryOf({ beta: 1, patterns: weights.map(() => [1]), values: weights.map(() => [1]) }),
    E.match(
      () => ({ _tag: 'Masked' }),
      (memory) => ModernVerdict.ofWeights({ tolerance })(memory)(Vector.unsafeFromFloat64(Float64Array.from(weights))),
    ),
  )

/** Some patterns share the weight alike but for a thousandth, which the others have. */
const shared = fc.integer({ min: 1, max: 8 }).chain((count) =>
  fc
    .subarray(
      Array.from({ length: count }, (_, p) => p),
      { minLength: 1 },
    )
    .map((members) => {
      const leak = members.length === count ? 0 : 2 ** -10
      return {
        members,
        weights: Array.from({ length: count }, (_, p) =>
          members.includes(p) ? (1 - leak) / members.length : leak / (count - members.length),
        ),
      }
    }),
)

export const modernVerdict = Law.law<VerdictOf>({
  id: 'modern_verdict',
  statement:
    'weights that some patterns share alike, but for a thousandth, make a single pattern of one, a global state of all, and else a metastable state of exactly these',
  source: 'Ramsauer et al. (2020), "global fixed point", "metastable state", "single pattern"',
  rows: ['D4'],
  hypotheses: [],
  property: (verdictOf) =>
    fc.property(shared, ({ members, weights }) => {
      const told = verdictOf(0.05, weights)
      switch (told._tag) {
        case 'Single':
          return members.length === 1 && told.index === members[0]
        case 'Global':
          return weights.length > 1 && members.length === weights.length
        case 'Metastable':
          return (
            members.length > 1 &&
            members.length < weights.length &&
            equalNumbers(
              told.indices.toSorted((a, b) => a - b),
              members,
            )
          )
        case 'Masked':
          return false
      }
    }),
  countermodels: [
    {
      id: 'heaviest_wins',
      description: 'names the heaviest pattern, whatever its weight',
      implementation: (_, weights) => ({
        _tag: 'Single',
        index: weights.indexOf(Math.max(...weights)),
        weight: Math.max(...weights),
      }),
    },
    {
      id: 'every_weight_counts',
      description: 'counts every pattern whose weight is not 0',
      implementation: (_, weights) => {
        const indices = weights.flatMap((weight, p) => (weight > 0 ? [p] : []))
        return indices.length === 1
          ? { _tag: 'Single', index: indices[0] ?? 0, weight: 1 }
          : indices.length === weights.length
            ? { _tag: 'Global', effective: weights.length }
            : { _tag: 'Metastable', indices, effective: indices.length }
      },
    },
  ],
})
