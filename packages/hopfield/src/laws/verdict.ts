/**
 * Laws of the verdict on end states (row H8).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Verdict } from '@engram/associative-memory'
import { equalNumbers, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'

export type Classify = (patterns: Rows, y: Numbers) => Verdict.Kind

export const classify: Classify = (patterns, y) =>
  Verdict.ofState(patterns.map((pattern) => stateOf('bipolar', pattern)))(stateOf('bipolar', y))

const negated = (y: Numbers): Numbers => y.map((value) => -value)

const among = (patterns: Rows, y: Numbers): boolean => patterns.some((pattern) => equalNumbers(pattern, y))

const patterns = Arbitraries.size(9).chain((n) =>
  fc.tuple(Arbitraries.patterns('bipolar')(n, 6), Arbitraries.values('bipolar')(n)),
)

const mixed = (patterns: Rows, indices: Numbers, signs: Numbers): Numbers =>
  (patterns[0] ?? []).map((_, i) =>
    Math.sign(indices.reduce((total, p, k) => total + (signs[k] ?? 0) * (patterns[p]?.[i] ?? 0), 0)),
  )

const nearest: Classify = (stored, y) => {
  const overlaps = stored.map((pattern) => pattern.reduce((total, s, i) => total + s * (y[i] ?? 0), 0))
  return { _tag: 'Stored', index: overlaps.indexOf(Math.max(...overlaps)) }
}

export const verdictStored = Law.law<Classify>({
  id: 'verdict_stored',
  statement:
    'a verdict is Stored for the stored patterns and no other state, Reversed for their negatives, and names the right one',
  source: 'lecture V, "ghost" patterns; lecture K, perfect and erroneous recall',
  rows: ['H8'],
  hypotheses: [],
  property: (verdictOf) =>
    fc.property(patterns, fc.nat(), fc.boolean(), ([stored, random], pick, turn) => {
      const chosen = stored[pick % stored.length] ?? []
      const probes = [turn ? negated(chosen) : chosen, random]
      return probes.every((y) => {
        const verdict = verdictOf(stored, y)
        switch (verdict._tag) {
          case 'Stored':
            return equalNumbers(stored[verdict.index] ?? [], y)
          case 'Reversed':
            return !among(stored, y) && equalNumbers(negated(stored[verdict.index] ?? []), y)
          default:
            return !among(stored, y) && !among(stored, negated(y))
        }
      })
    }),
  countermodels: [
    { id: 'nearest', description: 'names the nearest pattern, however far it is', implementation: nearest },
    {
      id: 'sign_blind',
      description: 'takes a reversed pattern for the pattern',
      implementation: (stored, y) => {
        const verdict = classify(stored, y)
        return verdict._tag === 'Reversed' ? { ...verdict, _tag: 'Stored' } : verdict
      },
    },
  ],
})

export const verdictMixture = Law.law<Classify>({
  id: 'verdict_mixture',
  statement:
    'a verdict is Mixture exactly for the other states that are the sign of a signed sum of three or five patterns',
  source: 'lecture V, "Spurious patterns", odd numbers as in errata 28; Amit, Gutfreund and Sompolinsky (1985)',
  rows: ['H8'],
  hypotheses: [],
  property: (verdictOf) =>
    fc.property(
      patterns,
      fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3, maxLength: 3 }),
      Arbitraries.values('bipolar')(3),
      ([stored, random], indices, signs) => {
        const known = indices.every((p) => p < stored.length)
        return [...(known ? [mixed(stored, indices, signs)] : []), random].every((y, k) => {
          const verdict = verdictOf(stored, y)
          const must = known && k === 0
          return verdict._tag === 'Mixture'
            ? verdict.indices.length % 2 === 1 && equalNumbers(mixed(stored, verdict.indices, verdict.signs), y)
            : !must || verdict._tag === 'Stored' || verdict._tag === 'Reversed'
        })
      },
    ),
  countermodels: [
    {
      id: 'never',
      description: 'knows no mixtures',
      implementation: (stored, y) => {
        const verdict = classify(stored, y)
        return verdict._tag === 'Mixture' ? { _tag: 'Spurious' } : verdict
      },
    },
    {
      id: 'all_spurious',
      description: 'calls every other state a mixture of the first three',
      implementation: (stored, y) => {
        const verdict = classify(stored, y)
        return verdict._tag === 'Spurious' ? { _tag: 'Mixture', indices: [0, 1, 2], signs: [1, 1, 1] } : verdict
      },
    },
  ],
})
