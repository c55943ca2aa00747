/**
 * Laws of the verdict on real end states, such as those of energy wells (rows A13, H8).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import * as Verdict from '../Verdict.js'
import { integers, size, type Numbers, type Rows } from './arbitraries.js'

/** What a state is to the stored patterns, at a tolerance. */
export type ClassifyReal = (tolerance: number, patterns: Rows, y: Numbers) => Verdict.Kind

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

export const classifyReal: ClassifyReal = (tolerance, patterns, y) =>
  Verdict.ofVector(tolerance)(patterns.map(vector))(vector(y))

const distance = (a: Numbers, b: Numbers): number =>
  Math.max(0, ...a.map((value, i) => Math.abs(value - (b[i] ?? NaN))))

const negated = (y: Numbers): Numbers => y.map((value) => -value)

/** Patterns of whole numbers, one of them or its negative a little changed, and a tolerance; all dyadic. */
const instance = size(3).chain((n) =>
  fc.tuple(
    fc.array(integers(n), { minLength: 1, maxLength: 5 }),
    fc.nat({ max: 4 }),
    fc.constantFrom(1, -1),
    fc.array(
      fc.integer({ min: -12, max: 12 }).map((k) => k / 8),
      { minLength: n, maxLength: n },
    ),
    fc.integer({ min: 0, max: 8 }).map((k) => k / 8),
  ),
)

export const verdictOfVector = Law.law<ClassifyReal>({
  id: 'verdict_ofVector',
  statement:
    'a real state is Stored exactly if some pattern is within the tolerance, and the nearest is named; Reversed, else, if some negative is',
  source: 'convention of this package; lecture M, "Restoring arbitrary number of patterns"',
  rows: ['A13', 'H8'],
  hypotheses: [],
  property: (verdictOf) =>
    fc.property(instance, ([patterns, pick, sign, shift, tolerance]) => {
      const y = (patterns[pick % patterns.length] ?? []).map((s, i) => sign * s + (shift[i] ?? 0))
      const told = verdictOf(tolerance, patterns, y)
      const least = (state: Numbers): number => Math.min(...patterns.map((s) => distance(s, state)))
      const tag = least(y) <= tolerance ? 'Stored' : least(negated(y)) <= tolerance ? 'Reversed' : 'Spurious'
      if (told._tag !== tag) return false
      if (told._tag !== 'Stored' && told._tag !== 'Reversed') return true
      const seen = told._tag === 'Stored' ? y : negated(y)
      return distance(patterns[told.index] ?? [NaN], seen) === least(seen)
    }),
  countermodels: [
    {
      id: 'first_within',
      description: 'names the first pattern within the tolerance, not the nearest',
      implementation: (tolerance, patterns, y) => {
        const index = patterns.findIndex((s) => distance(s, y) <= tolerance)
        return index < 0 ? classifyReal(tolerance, patterns, y) : { _tag: 'Stored', index }
      },
    },
    {
      id: 'always_nearest',
      description: 'names the nearest pattern, however far it is',
      implementation: (_, patterns, y) => classifyReal(Infinity, patterns, y),
    },
  ],
})
