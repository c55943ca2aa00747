/**
 * Laws of feed-forward recall (rows A2, A3).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Tie } from '../Tie.js'
import { equalNumbers, transpose, type Learn, type RecallWith } from './adapters.js'
import { encoding, integers, orthogonal, patterns, size, targets, values, type Rows } from './arbitraries.js'

const ties: ReadonlyArray<Tie> = ['zero', 'keep', 'up', 'down', 'flip']

export const recallEqReference = Law.law<RecallWith>({
  id: 'recall_eq_reference',
  statement: 'yⱼ = f(Σᵢ xᵢ wᵢⱼ − θⱼ), with f(0) by the tie policy',
  source: 'Fausett (1994) §3.1.3; lecture M, y = f(xᵀW)',
  rows: ['A2'],
  hypotheses: [],
  property: (recall) =>
    fc.property(
      fc.tuple(size(5), size(5), encoding).chain(([n, m, of]) =>
        fc.tuple(
          fc.constant(of),
          fc.constantFrom(...ties),
          fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: m, maxLength: m }), {
            minLength: n,
            maxLength: n,
          }),
          fc.array(fc.integer({ min: -2, max: 2 }), { minLength: m, maxLength: m }),
          values(of)(m),
          integers(n),
        ),
      ),
      (instance) => equalNumbers(recall(...instance), Reference.recall(...instance)),
    ),
  countermodels: [
    {
      id: 'zero_is_positive',
      description: 'answers +1 on every tie, whatever the policy',
      implementation: (of, _tie, ...rest) => Reference.recall(of, 'up', ...rest),
    },
    {
      id: 'no_thresholds',
      description: 'leaves the thresholds out',
      implementation: (of, tie, weights, thresholds, previous, x) =>
        Reference.recall(
          of,
          tie,
          weights,
          thresholds.map(() => 0),
          previous,
          x,
        ),
    },
    {
      id: 'transposed',
      description: 'multiplies by Wᵀ',
      implementation: (of, tie, weights, ...rest) => Reference.recall(of, tie, transpose(weights), ...rest),
    },
  ],
})

/** Whatever stores associations and answers them. */
export interface Associator {
  readonly learn: Learn
  readonly recall: RecallWith
}

const perfect =
  ({ learn, recall }: Associator, of: 'bipolar' | 'binary') =>
  ([inputs, outputs]: readonly [Rows, Rows]): boolean => {
    const weights = learn(inputs.map((s, p) => [s, outputs[p] ?? []]))
    const zeros = (outputs[0] ?? []).map(() => 0)
    return inputs.every((s, p) => equalNumbers(recall(of, 'up', weights, zeros, zeros, s), outputs[p] ?? []))
  }

const withTargets = (inputs: fc.Arbitrary<Rows>, of: 'bipolar' | 'binary') =>
  fc.tuple(inputs, size(4)).chain(([s, m]) => fc.tuple(fc.constant(s), targets(of)(s.length, m)))

export const recallOfOrthogonal = Law.law<Associator>({
  id: 'recall_of_orthogonal',
  statement: 'if the inputs are mutually orthogonal, each calls up its own target: s(p)ᵀW = ‖s(p)‖² t(p)ᵀ',
  source: 'lecture M, "Sufficient conditions for pattern association", 1',
  rows: ['A3'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (associator) =>
        fc.property(
          withTargets(
            size(6).chain((n) => patterns('bipolar')(n, 4)),
            'bipolar',
          ),
          perfect(associator, 'bipolar'),
        ),
    },
    {
      id: 'bipolar_targets',
      statement: 'the targets are bipolar (a target 0 gives net input 0, a tie)',
      dropped: (associator) => fc.property(withTargets(orthogonal(), 'binary'), perfect(associator, 'binary')),
    },
  ],
  property: (associator) => fc.property(withTargets(orthogonal(), 'bipolar'), perfect(associator, 'bipolar')),
  countermodels: [
    {
      id: 'forgetful',
      description: 'remembers the last association only',
      implementation: { learn: (pairs) => Reference.hebbian(pairs.slice(-1)), recall: Reference.recall },
    },
    {
      id: 'unsigned',
      description: 'strengthens a weight whatever the signs at its ends',
      implementation: {
        learn: (pairs) => Reference.hebbian(pairs).map((row) => row.map(Math.abs)),
        recall: Reference.recall,
      },
    },
  ],
})
