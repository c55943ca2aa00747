/**
 * Laws of the fixed points that come with the stored ones: mirrors and mixtures (row H8).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import type { IsFixedPoint } from './adapters.js'
import { instanceAndState, type Freedom, type Numbers, type Rows } from './arbitraries.js'
import type { Store } from './fixedPoints.js'

const signOf = (value: number): number => (value > 0 ? 1 : -1)

const mixed = (patterns: Rows, signs: Numbers): Numbers =>
  (patterns[0] ?? []).map((_, i) => signOf(patterns.reduce((sum, s, p) => sum + (signs[p] ?? 0) * (s[i] ?? 0), 0)))

/**
 * Three mutually orthogonal patterns of 4m units. But for the order and the signs of the units there is one such triple:
 * each way for the three to agree or differ comes m times.
 */
const threeOrthogonal = (m: number): fc.Arbitrary<Rows> => {
  const ways: Rows = [
    [1, 1, 1],
    [1, 1, -1],
    [1, -1, 1],
    [1, -1, -1],
  ]
  const units = Array.from({ length: 4 * m }, (_, unit) => unit)
  return fc
    .tuple(
      fc.shuffledSubarray(units, { minLength: units.length, maxLength: units.length }),
      Arbitraries.values('bipolar')(units.length),
    )
    .map(([order, signs]) => [0, 1, 2].map((p) => order.map((unit, k) => (signs[k] ?? 1) * (ways[unit % 4]?.[p] ?? 1))))
}

const mixturesRest =
  (triples: fc.Arbitrary<Rows>) =>
  ({ weights, isFixedPoint }: Store) =>
    fc.property(triples, Arbitraries.values('bipolar')(3), (patterns, signs) => {
      const zeros = (patterns[0] ?? []).map(() => 0)
      const net: Reference.Instance = {
        encoding: 'bipolar',
        tie: 'keep',
        weights: weights('bipolar', patterns),
        thresholds: zeros,
        input: zeros,
      }
      return isFixedPoint(net, mixed(patterns, signs))
    })

const { isFixedPoint, weights } = Reference

export const isFixedPointOfMixture3 = Law.law<Store>({
  id: 'isFixedPoint_of_mixture3',
  statement:
    'of three stored patterns, mutually orthogonal and of at least 8 units, all eight mixtures sign(±s₁ ± s₂ ± s₃) are fixed points: the least sᵢhᵢ is n/2 − 3',
  source: 'Amit, Gutfreund and Sompolinsky (1985), symmetric solutions; lecture V (errata 28)',
  rows: ['H8'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: mixturesRest(
        fc
          .integer({ min: 2, max: 6 })
          .chain((m) => fc.array(Arbitraries.values('bipolar')(4 * m), { minLength: 3, maxLength: 3 })),
      ),
    },
    {
      id: 'large',
      statement: 'n ≥ 8',
      dropped: mixturesRest(fc.integer({ min: 1, max: 6 }).chain(threeOrthogonal)),
    },
  ],
  property: mixturesRest(fc.integer({ min: 2, max: 12 }).chain(threeOrthogonal)),
  countermodels: [
    {
      id: 'minus_n',
      description: 'takes n instead of P from the diagonal',
      implementation: {
        weights: (encoding, patterns) =>
          weights(encoding, patterns).map((row, i) => row.with(i, patterns.length - row.length)),
        isFixedPoint,
      },
    },
    {
      id: 'stored_only',
      description: 'takes the stored patterns for the only fixed points',
      implementation: {
        weights,
        isFixedPoint: (net, y) =>
          y.every((value, i) => value * Reference.localField(net, y, i) >= y.length - 3) && isFixedPoint(net, y),
      },
    },
  ],
})

const bare = (freedom: Freedom, biased: boolean) => (isFixedPoint: IsFixedPoint) =>
  fc.property(instanceAndState({ asymmetric: true, anyDiagonal: true, ...freedom }), ([instance, y]) => {
    const zeros = y.map(() => 0)
    const net = biased ? instance : { ...instance, thresholds: zeros, input: zeros }
    const mirror = y.map((value) => (net.encoding === 'bipolar' ? -value : 1 - value))
    return isFixedPoint(net, y) === isFixedPoint(net, mirror)
  })

export const isFixedPointNeg = Law.law<IsFixedPoint>({
  id: 'isFixedPoint_neg',
  statement: 'without thresholds and input, y is a fixed point exactly if −y is: every stored pattern has its ghost',
  source: 'lecture V, "ghost" patterns; lecture K, L = −B',
  rows: ['H8'],
  hypotheses: [
    {
      id: 'unbiased',
      statement: 'thresholds and input are 0',
      dropped: bare({ bipolarOnly: true, ties: ['keep', 'flip'] }, true),
    },
    {
      id: 'tie_symmetric',
      statement: 'a unit in zero field keeps its state, or turns it over',
      dropped: bare({ bipolarOnly: true, ties: ['up', 'down'] }, false),
    },
    { id: 'bipolar', statement: 'the units are −1 and +1', dropped: bare({ ties: ['keep', 'flip'] }, false) },
  ],
  property: bare({ bipolarOnly: true, ties: ['keep', 'flip'] }, false),
  countermodels: [
    {
      id: 'zero_is_positive',
      description: 'answers +1 in zero field, whatever the policy',
      implementation: (net, y) => isFixedPoint({ ...net, tie: 'up' }, y),
    },
    {
      id: 'minus_half',
      description: 'shifts the threshold by a half, to break ties',
      implementation: (net, y) => isFixedPoint({ ...net, thresholds: net.thresholds.map((theta) => theta - 0.5) }, y),
    },
  ],
})
