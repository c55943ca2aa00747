/**
 * Laws of damaged probes: components that are missing or wrong (row A6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { transpose } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { anyPairs, damage, orthogonalPairs, recalled, type Bound, type Pairs } from './noise.js'

const spoilt = (s: Numbers, factors: Numbers): Numbers => s.map((component, i) => component * (factors[i] ?? 1))

/** Of each component whether it stays (1), is missing (0) or wrong (−1): the damage is what they fall short of 1. */
const damageOf = (factors: Numbers): number => factors.reduce((total, factor) => total + 1 - factor, 0)

/** For one association and output: the worst damage of a given size, component by component. */
const worstDamage = ([s]: readonly [Numbers, Numbers], w: Numbers, t: number, size: number): Numbers => {
  const support = (i: number): number => t * (w[i] ?? 0) * (s[i] ?? 0)
  const order = s.map((_, i) => i).toSorted((a, b) => support(b) - support(a))
  return s.map((_, i) => 1 - Math.min(2, Math.max(0, size - 2 * order.indexOf(i))))
}

export const recallOfDamageLe = Law.law<Bound>({
  id: 'recall_of_damage_le',
  statement:
    'every damage up to the bound is corrected, a missing component counting once and a wrong one twice; some damage of one more is not',
  source: 'lecture M, "Character recognition"',
  rows: ['A6'],
  hypotheses: [],
  property: (bound) =>
    fc.property(
      anyPairs.chain((pairs) =>
        fc.tuple(
          fc.constant(pairs),
          fc.array(fc.constantFrom(1, 0, -1), { minLength: 6, maxLength: 6 }),
          fc.nat({ max: 6 }),
        ),
      ),
      ([pairs, drawn, kept]) => {
        const most = bound(pairs)
        const columns = transpose(Reference.hebbian(pairs))
        // Components are given back from the end until the damage is within the bound.
        const spoils = drawn.slice(0, pairs[0]?.[0].length ?? 1)
        const repaired = spoils.reduceRight<Numbers>(
          (factors, _, i) => (damageOf(factors) > Math.max(0, most - kept) ? factors.with(i, 1) : factors),
          spoils,
        )
        const fails = pairs.some((pair) =>
          columns.some((w, j) => {
            const t = pair[1][j] ?? 0
            const x = spoilt(pair[0], worstDamage(pair, w, t, most + 1))
            return t * Reference.dot(w, x) <= 0
          }),
        )
        return fails && (most < 0 || recalled(pairs, (s) => spoilt(s, repaired)))
      },
    ),
  countermodels: [
    {
      id: 'wrong_counted_once',
      description: 'takes a wrong component for no worse than a missing one',
      implementation: (pairs) => 2 * damage(pairs) + 1,
    },
    {
      id: 'mean_support',
      description: 'lets every component support an output alike',
      implementation: (pairs) => {
        const n = pairs[0]?.[0].length ?? 1
        const columns = transpose(Reference.hebbian(pairs))
        const margins = pairs.flatMap(([s, t]) => columns.map((w, j) => (t[j] ?? 0) * Reference.dot(w, s)))
        const mean = columns.flat().reduce((total, weight) => total + Math.abs(weight), 0) / columns.flat().length
        return Math.min(2 * n - 1, Math.ceil(Math.min(...margins) / mean) - 1)
      },
    },
  ],
})

export const damageOfOrthogonal = Law.law<Bound>({
  id: 'damage_of_orthogonal',
  statement:
    'P orthogonal inputs survive every damage below n/P: of three orthogonal letters, just under a third may be missing',
  source: 'lecture M, "Character recognition", a third of the components missing; no weight exceeds P',
  rows: ['A6'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (bound) => fc.property(anyPairs, belowShare(bound)),
    },
  ],
  property: (bound) => fc.property(orthogonalPairs, belowShare(bound)),
  countermodels: [
    {
      id: 'every_component_needed',
      description: 'promises nothing unless no component is missing',
      implementation: () => 0,
    },
  ],
})

const belowShare =
  (bound: Bound) =>
  (pairs: Pairs): boolean =>
    bound(pairs) >= Math.ceil((pairs[0]?.[0].length ?? 1) / pairs.length) - 1
