/**
 * Laws of how firmly a memory with bounded weights holds what it learns, and for how long (row H17).
 */
import fc from 'fast-check'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalRows } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { amounts, bounds, fading, restarting, unbounded, type ImprintWithin } from './palimpsest.js'
import { marginsOf, past, scaled } from './weights.js'

/** Bounds the weights to half of what they may be. */
const timid: ImprintWithin = (weights, pattern, amount, bound) =>
  Reference.imprintWithin(weights, pattern, amount, bound / 2)

/** Writes the pattern as firmly as it can, over whatever there was. */
const overwriting: ImprintWithin = (weights, pattern, amount, bound) =>
  Reference.imprintWithin(Reference.imprint(weights, pattern, 2 * bound), pattern, amount, bound)

/** Learns nothing. */
const deaf: ImprintWithin = (weights) => weights

const pasts = Arbitraries.size(6).chain((n) => fc.tuple(past(n), Arbitraries.bipolar(n), Arbitraries.bipolar(n)))

const unclipped = (spare: boolean) => (imprint: ImprintWithin) =>
  fc.property(pasts, amounts, bounds, ([weights, pattern], amount, room) => {
    const before = scaled(spare ? room : room + amount, weights)
    return equalRows(imprint(before, pattern, amount, room + amount), Reference.imprint(before, pattern, amount))
  })

export const palimpsestUnclipped = Law.law<ImprintWithin>({
  id: 'palimpsest_unclipped',
  statement: 'where every |wᵢⱼ| ≤ A − ε, whatever the past, the imprint of a pattern is kept whole: ε(s sᵀ − I)',
  source: 'then |wᵢⱼ + ε sᵢsⱼ| ≤ A; Parisi (1986)',
  rows: ['H17'],
  hypotheses: [{ id: 'room', statement: '|wᵢⱼ| ≤ A − ε', dropped: unclipped(false) }],
  property: unclipped(true),
  countermodels: [
    { id: 'fading', description: 'halves all weights before each pattern', implementation: fading },
    { id: 'timid', description: 'bounds the weights by ½A', implementation: timid },
    { id: 'overwriting', description: 'drives all weights to their bounds', implementation: overwriting },
  ],
})

const between = (within: boolean) => (imprint: ImprintWithin) =>
  fc.property(pasts, amounts, bounds, ([weights, pattern], amount, bound) => {
    const others = pattern.length - 1
    const least = others * Math.min(bound, amount - bound)
    const reached = (start: number): Numbers =>
      marginsOf(imprint(Reference.imprint(scaled(0, weights), pattern, start), pattern, amount, bound), pattern)
    return (
      marginsOf(imprint(scaled(within ? bound : 3 * bound, weights), pattern, amount, bound), pattern).every(
        (margin) => least <= margin && margin <= others * bound,
      ) &&
      reached(-bound).every((margin) => margin === least) &&
      reached(bound).every((margin) => margin === others * bound)
    )
  })

export const palimpsestNewestMargin = Law.law<ImprintWithin>({
  id: 'palimpsest_newest_margin',
  statement:
    'each unit of the newest pattern has a margin from (n − 1) min(A, ε − A) to (n − 1) A, and some pasts come to each: with ε ≥ 2A nothing but the newest is left',
  source: 'wᵢⱼ sᵢsⱼ is at least −A before, so at least min(A, ε − A) after; Nadal et al. (1986)',
  rows: ['H17'],
  hypotheses: [{ id: 'bounded', statement: '|wᵢⱼ| ≤ A before', dropped: between(false) }],
  property: between(true),
  countermodels: [
    { id: 'unbounded', description: 'lets weights grow', implementation: unbounded },
    { id: 'restarting', description: 'starts a full weight again at 0', implementation: restarting },
    { id: 'overwriting', description: 'drives all weights to their bounds', implementation: overwriting },
    { id: 'deaf', description: 'learns nothing', implementation: deaf },
  ],
})

/** Of each unit of s, how many others a pattern t draws away from it. */
const opposed = (s: Numbers, t: Numbers): Numbers => {
  const agreement = s.map((value, i) => value * (t[i] ?? NaN))
  return agreement.map((sign) => agreement.filter((other) => other !== sign).length)
}

const outlasts = (within: boolean) => (imprint: ImprintWithin) =>
  fc.property(pasts, amounts, bounds, ([weights, old, pattern], amount, bound) => {
    const before = scaled(within ? bound : 3 * bound, weights)
    const after = marginsOf(imprint(before, pattern, amount, bound), old)
    const against = opposed(old, pattern)
    return marginsOf(before, old).every((margin, i) => {
      const change = (after[i] ?? NaN) - margin
      const others = against[i] ?? NaN
      return -amount * others <= change && change <= amount * (old.length - 1 - others)
    })
  })

export const palimpsestLifetime = Law.law<ImprintWithin>({
  id: 'palimpsest_lifetime',
  statement:
    'a new pattern t takes from the margin of unit i of an old s at most ε for each j with sⱼtⱼ ≠ sᵢtᵢ, and gives at most ε for each other j: margins of kε(n − 1) outlast any k patterns',
  source: 'w ↦ min(A, max(−A, w + δ)) moves no weight within the bounds by more than |δ|; Parisi (1986)',
  rows: ['H17'],
  hypotheses: [{ id: 'bounded', statement: '|wᵢⱼ| ≤ A before', dropped: outlasts(false) }],
  property: outlasts(true),
  countermodels: [
    { id: 'fading', description: 'halves all weights before each pattern', implementation: fading },
    { id: 'restarting', description: 'starts a full weight again at 0', implementation: restarting },
    { id: 'overwriting', description: 'drives all weights to their bounds', implementation: overwriting },
  ],
})
