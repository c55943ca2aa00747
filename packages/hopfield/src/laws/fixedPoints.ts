/**
 * Laws of fixed points (row H6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import type { IsFixedPoint, Weights } from './adapters.js'
import { instanceAndState, type Freedom, type Rows } from './arbitraries.js'

const aligned = (freedom: Freedom) => (isFixedPoint: IsFixedPoint) =>
  fc.property(instanceAndState({ asymmetric: true, anyDiagonal: true, ...freedom }), ([instance, y]) => {
    const margins = y.map((value, unit) => value * Reference.localField(instance, y, unit))
    return isFixedPoint(instance, y) === margins.every((margin) => margin >= 0)
  })

export const isFixedPointIffAligned = Law.law<IsFixedPoint>({
  id: 'isFixedPoint_iff_aligned',
  statement: 'a bipolar state is a fixed point exactly when yᵢhᵢ ≥ 0 for every unit',
  source: 'lecture V, "Storing patterns": yᵢ = sign(Σⱼ wᵢⱼ yⱼ)',
  rows: ['H6'],
  hypotheses: [
    { id: 'tie_keep', statement: 'a unit in zero field keeps its state', dropped: aligned({ bipolarOnly: true }) },
    { id: 'bipolar', statement: 'the units are −1 and +1', dropped: aligned({ ties: ['keep'] }) },
  ],
  property: aligned({ bipolarOnly: true, ties: ['keep'] }),
  countermodels: [
    {
      id: 'strict',
      description: 'asks for yᵢhᵢ > 0',
      implementation: (net, y) => y.every((value, unit) => value * Reference.localField(net, y, unit) > 0),
    },
    {
      id: 'energy_repeats',
      description: 'takes a state for fixed when a sweep leaves the energy as it was',
      implementation: (net, y) =>
        Reference.energy(
          net,
          Reference.sweep(
            net,
            y,
            y.map((_, unit) => unit),
          ),
        ) === Reference.energy(net, y),
    },
    {
      id: 'every_other_unit',
      description: 'asks a part of the units only',
      implementation: (net, y) =>
        y.every((value, unit) => unit % 2 === 1 || Reference.updateUnit(net, y, unit)[unit] === value),
    },
  ],
})

/** What stores patterns, and what recognises a fixed point. */
export interface Store {
  readonly weights: Weights
  readonly isFixedPoint: IsFixedPoint
}

const allFixed =
  ({ weights, isFixedPoint }: Store) =>
  (patterns: Rows): boolean => {
    const zeros = (patterns[0] ?? []).map(() => 0)
    const net: Reference.Instance = {
      encoding: 'bipolar',
      tie: 'keep',
      weights: weights('bipolar', patterns),
      thresholds: zeros,
      input: zeros,
    }
    return patterns.every((pattern) => isFixedPoint(net, pattern))
  }

const { isFixedPoint, weights } = Reference

const contrary: Weights = (encoding, patterns) => weights(encoding, patterns).map((row) => row.map((w) => -w))

const unsigned: Weights = (encoding, patterns) => weights(encoding, patterns).map((row) => row.map(Math.abs))

export const isFixedPointOfSingle = Law.law<Store>({
  id: 'isFixedPoint_of_single',
  statement: 'a single stored pattern is a fixed point: hᵢ = (n − 1) sᵢ',
  source: 'lecture V, "Storing patterns"; lecture K, fundamental pattern B',
  rows: ['H6'],
  hypotheses: [
    {
      id: 'single',
      statement: 'one pattern is stored',
      dropped: (store) =>
        fc.property(
          Arbitraries.size(6).chain((n) => Arbitraries.patterns('bipolar')(n, 5)),
          allFixed(store),
        ),
    },
  ],
  property: (store) =>
    fc.property(
      Arbitraries.size(8).chain((n) => Arbitraries.patterns('bipolar')(n, 1)),
      allFixed(store),
    ),
  countermodels: [
    {
      id: 'contrary',
      description: 'weakens the weights that it should strengthen',
      implementation: { weights: contrary, isFixedPoint },
    },
    {
      id: 'unsigned',
      description: 'strengthens a weight whatever the signs at its ends',
      implementation: { weights: unsigned, isFixedPoint },
    },
  ],
})

export const isFixedPointOfOrthogonal = Law.law<Store>({
  id: 'isFixedPoint_of_orthogonal',
  statement: 'mutually orthogonal stored patterns are fixed points: hᵢ = (n − P) sᵢ',
  source: 'lecture M, "Modified Hebbian learning rule"',
  rows: ['H6'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (store) =>
        fc.property(
          Arbitraries.size(8).chain((n) => Arbitraries.patterns('bipolar')(n, 5)),
          allFixed(store),
        ),
    },
  ],
  property: (store) => fc.property(Arbitraries.orthogonal(), allFixed(store)),
  countermodels: [
    {
      id: 'contrary',
      description: 'weakens the weights that it should strengthen',
      implementation: { weights: contrary, isFixedPoint },
    },
    {
      id: 'minus_n',
      description: 'takes n instead of P from the diagonal',
      implementation: {
        weights: (encoding, patterns) =>
          weights(encoding, patterns).map((row, i) =>
            row.map((w, j) => (i === j ? patterns.length - 2 * row.length : w)),
          ),
        isFixedPoint,
      },
    },
  ],
})
