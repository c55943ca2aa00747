/**
 * Laws of where recall ends, and of what that is to the stored pairs (rows B2, B4, B6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import type { Order } from '../machine.js'
import * as Reference from '../reference.js'
import type { Instance, PlainPair } from '../reference.js'
import * as Adapters from './adapters.js'
import { equalNumbers, equalPairs, type Ending, type EndingOf, type SurveyOf } from './adapters.js'
import { instanceAndPair, order, storedAndPair, type Numbers, type Pairs } from './arbitraries.js'
import { textbook } from './running.js'

const spin = (encoding: string, values: Numbers): Numbers =>
  values.map((value) => (encoding === 'binary' ? 2 * value - 1 : value))

const overlap = (encoding: string, a: Numbers, b: Numbers): number => {
  const [s, t] = [spin(encoding, a), spin(encoding, b)]
  return s.reduce((sum, value, i) => sum + value * (t[i] ?? 0), 0) / s.length
}

const missing = (encoding: string, values: Numbers): number =>
  encoding === 'binary' ? 0 : values.filter((value) => value === 0).length

const isLike = (encoding: string, a: PlainPair, b: PlainPair, sign: number): boolean =>
  overlap(encoding, a.x, b.x) === sign && overlap(encoding, a.y, b.y) === sign

/** Stored pairs, and an end: one of them, the complement of one, or anything. */
const ends = storedAndPair(5, 4).chain(([encoding, pairs, other]) =>
  fc.tuple(
    fc.constant(encoding),
    fc.constant(pairs),
    fc.oneof(
      fc.constantFrom(...pairs),
      fc
        .constantFrom(...pairs)
        .map(({ x, y }) =>
          encoding === 'binary'
            ? { x: x.map((s) => 1 - s), y: y.map((t) => 1 - t) }
            : { x: x.map((s) => -s), y: y.map((t) => -t) },
        ),
      fc.constant(other),
    ),
  ),
)

export const bamCertificate = Law.law<EndingOf>({
  id: 'bam_certificate',
  statement:
    'an end is Stored (Reversed) if both halves are those of one stored pair (its complement), and Spurious if a unit is missing; the overlaps are s(p)·x / n and t(p)·y / m',
  source: 'lecture M, example 3.24; lecture V, "Spurious patterns"',
  rows: ['B4', 'B6'],
  hypotheses: [],
  property: (certify) =>
    fc.property(ends, ([encoding, pairs, end]) => {
      const told = certify(encoding, pairs, end)
      const gone = missing(encoding, end.x) + missing(encoding, end.y)
      const stored = pairs.some((pair) => isLike(encoding, pair, end, 1))
      const reversed = pairs.some((pair) => isLike(encoding, pair, end, -1))
      const named = pairs[told.index] ?? { x: [], y: [] }
      const verdict = gone > 0 ? 'Spurious' : stored ? 'Stored' : reversed ? 'Reversed' : undefined
      return (
        (verdict === undefined ? told.verdict !== 'Stored' && told.verdict !== 'Reversed' : told.verdict === verdict) &&
        (told.verdict !== 'Stored' || isLike(encoding, named, end, 1)) &&
        (told.verdict !== 'Reversed' || isLike(encoding, named, end, -1)) &&
        told.missing === gone &&
        pairs.every(
          ({ x, y }, p) =>
            told.overlaps[p]?.x === overlap(encoding, x, end.x) && told.overlaps[p].y === overlap(encoding, y, end.y),
        )
      )
    }),
  countermodels: [
    {
      id: 'x_suffices',
      description: 'calls a pair stored when its x is',
      implementation: (encoding, pairs, end) => {
        const told = Adapters.certify(encoding, pairs, end)
        const index = pairs.findIndex(({ x }) => equalNumbers(x, end.x))
        return index < 0 ? told : { ...told, verdict: 'Stored', index }
      },
    },
    {
      id: 'most_like',
      description: 'calls every end by the pair that it is most like',
      implementation: (encoding, pairs, end) => {
        const told = Adapters.certify(encoding, pairs, end)
        const sums = told.overlaps.map(({ x, y }) => x + y)
        return { ...told, verdict: 'Stored', index: sums.indexOf(Math.max(...sums)) }
      },
    },
    {
      id: 'bits_multiplied',
      description: 'multiplies binary values as they are',
      implementation: (encoding, pairs, end) => {
        const told = Adapters.certify(encoding, pairs, end)
        const overlaps = pairs.map(({ x, y }) => ({ x: overlap('bipolar', x, end.x), y: overlap('bipolar', y, end.y) }))
        return { ...told, overlaps }
      },
    },
  ],
})

const all = (instance: Instance): Pairs => {
  const { x, y } = instance.thresholds
  const values: Numbers = instance.encoding === 'bipolar' ? [-1, 1] : [0, 1]
  const states = Array.from({ length: x.length + y.length }).reduce<ReadonlyArray<Numbers>>(
    (each) => each.flatMap((state) => values.map((value) => [...state, value])),
    [[]],
  )
  return states.map((state) => ({ x: state.slice(0, x.length), y: state.slice(x.length) }))
}

const small = instanceAndPair({ maxUnits: 3, ties: ['keep', 'up', 'down'] })

export const bamGraphFixedPoints = Law.law<(instance: Instance) => Pairs>({
  id: 'bam_graph_fixedPoints',
  statement: 'the fixed points of the transition graph are the equilibria, in ascending order of their numbers',
  source: 'definition of an equilibrium',
  rows: ['B2'],
  hypotheses: [],
  property: (equilibria) =>
    fc.property(small, ([instance]) => {
      const told = equilibria(instance)
      const expected = all(instance).filter((pair) => Reference.isEquilibrium(instance, pair))
      return told.length === expected.length && told.every((pair, k) => equalPairs(pair, expected[k] ?? pair))
    }),
  countermodels: [
    {
      id: 'one_layer',
      description: 'asks the units of Y only',
      implementation: (instance) =>
        all(instance).filter((pair) => equalPairs(pair, Reference.halfStep(instance, pair, 'y'))),
    },
    {
      id: 'thresholds_ignored',
      description: 'compares sums with 0',
      implementation: (instance) =>
        Adapters.equilibria({
          ...instance,
          thresholds: { x: instance.thresholds.x.map(() => 0), y: instance.thresholds.y.map(() => 0) },
        }),
    },
  ],
})

const count = (endings: ReadonlyArray<Ending>, pair: PlainPair): number =>
  endings.find((each) => equalPairs(each.pair, pair))?.count ?? 0

const tally = (instance: Instance, first: Order): ReadonlyArray<PlainPair> =>
  all(instance).map((pair) => textbook(instance, first, pair, 100).pair)

export const bamSurvey = Law.law<SurveyOf>({
  id: 'bam_survey',
  statement: 'a survey counts, for each equilibrium, the pairs from which recall ends in it, and there are 2ⁿ⁺ᵐ in all',
  source: 'definition of a basin',
  rows: ['B6'],
  hypotheses: [],
  property: (survey) =>
    fc.property(small, order, ([instance], first) => {
      const { endings, lost } = survey(instance, first)
      const expected = tally(instance, first)
      return (
        lost === 0 &&
        endings.reduce((sum, each) => sum + each.count, 0) === expected.length &&
        endings.every((each) => each.count === expected.filter((pair) => equalPairs(pair, each.pair)).length)
      )
    }),
  countermodels: [
    {
      id: 'other_order',
      description: 'lets the other layer go first',
      implementation: (instance, first) => Adapters.survey(instance, first === 'x-first' ? 'y-first' : 'x-first'),
    },
    {
      id: 'one_sweep',
      description: 'looks where a single sweep leads',
      implementation: (instance, first) => {
        const after = all(instance).map((pair) => textbook(instance, first, pair, 1).pair)
        const told = Adapters.survey(instance, first)
        return {
          ...told,
          endings: told.endings.map(({ pair }) => ({
            pair,
            count: after.filter((end) => equalPairs(end, pair)).length,
          })),
        }
      },
    },
    {
      id: 'equal_shares',
      description: 'gives every equilibrium the same share',
      implementation: (instance, first) => {
        const told = Adapters.survey(instance, first)
        const share = told.endings.reduce((sum, { pair }) => sum + count(told.endings, pair), 0) / told.endings.length
        return { ...told, endings: told.endings.map(({ pair }) => ({ pair, count: share })) }
      },
    },
  ],
})
