/**
 * Laws of the census of fixed points (row H8).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import type { Verdict } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Vector } from '@engram/linalg'
import * as Network from '../Network.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Spurious from '../Spurious.js'
import { equalNumbers, graph, networkOf, stateOf } from './adapters.js'
import { instanceAndState, type Numbers, type Rows } from './arbitraries.js'

/** Fixed points by number, with their energies, and the sizes of their basins. */
export interface Fixed {
  readonly states: Numbers
  readonly energies: Numbers
  readonly basins: Numbers
}

export type CensusOf = (instance: Instance) => Fixed

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const nothing: Fixed = { states: [], energies: [], basins: [] }

export const fixedOf: CensusOf = (instance) =>
  F.pipe(
    E.Do,
    E.apS('census', Spurious.census([])(networkOf(instance), vector(instance.input))),
    E.apS('basins', Spurious.basins([])(networkOf(instance), vector(instance.input))),
    E.match(
      () => nothing,
      ({ census, basins }) => ({
        states: census.found.map(({ state }) => state),
        energies: census.found.map(({ energy }) => energy),
        basins: basins.map(({ basin }) => basin),
      }),
    ),
  )

const stateAt = ({ encoding, thresholds }: Instance, index: number): Numbers =>
  thresholds.map((_, unit) =>
    (index >> (thresholds.length - 1 - unit)) % 2 === 1 ? 1 : encoding === 'bipolar' ? -1 : 0,
  )

const mirrored = (instance: Instance, told: Fixed): Fixed => {
  const all = 2 ** instance.thresholds.length - 1
  const states = [...new Set(told.states.flatMap((state) => [state, all - state]))].toSorted((a, b) => a - b)
  return { ...told, states, energies: states.map((state) => Reference.energy(instance, stateAt(instance, state))) }
}

export const spuriousCensusEq = Law.law<CensusOf>({
  id: 'spurious_census_eq',
  statement:
    'a census has every fixed point of the transition graph and no other, with its energy and the size of its basin, for any W and any ties, even where sums round',
  source: 'lecture K, the sixteen states; Gray’s code for the order',
  rows: ['H4', 'H8'],
  hypotheses: [],
  property: (censusOf) =>
    fc.property(
      fc.oneof(
        instanceAndState({ asymmetric: true, anyDiagonal: true }),
        instanceAndState({ asymmetric: true, anyDiagonal: true, rounding: true }),
      ),
      ([instance]) => {
        const told = censusOf(instance)
        const { fixedPoints, energies, basins } = graph(instance)
        return (
          equalNumbers(told.states, fixedPoints) &&
          equalNumbers(
            told.energies,
            fixedPoints.map((state) => energies[state] ?? NaN),
          ) &&
          equalNumbers(
            told.basins,
            basins.map(({ length }) => length),
          ) &&
          fixedPoints.every((state) => Reference.isFixedPoint(instance, stateAt(instance, state)))
        )
      },
    ),
  countermodels: [
    {
      id: 'mirror_taken_for_granted',
      description: 'tries half of the states and mirrors what it finds',
      implementation: (instance) => mirrored(instance, fixedOf(instance)),
    },
    {
      id: 'ties_ignored',
      description: 'takes every state in which no field is against its unit, whatever ties do',
      implementation: (instance) => fixedOf({ ...instance, tie: 'keep' }),
    },
    {
      id: 'without_self_coupling',
      description: 'leaves the diagonal out',
      implementation: (instance) => fixedOf({ ...instance, weights: instance.weights.map((row, i) => row.with(i, 0)) }),
    },
  ],
})

/** The kinds of all fixed points of the net that stores these patterns. */
export type KindsOf = (patterns: Rows) => {
  readonly found: ReadonlyArray<{ readonly state: Numbers; readonly kind: Verdict.Kind }>
  readonly counts: Spurious.Counts
}

const noCounts: Spurious.Counts = { Stored: 0, Reversed: 0, Mixture: 0, Spurious: 0 }

const stored = (patterns: Rows) => {
  const states = patterns.map((pattern) => stateOf('bipolar', pattern))
  return F.pipe(
    Network.fromPatterns({})(states),
    E.map((network) => ({ states, network })),
  )
}

export const kindsOf: KindsOf = (patterns) =>
  F.pipe(
    stored(patterns),
    E.chain(({ states, network }) => Spurious.census(states)(network)),
    E.match(
      () => ({ found: [], counts: noCounts }),
      ({ found, counts }) => ({
        found: found.map(({ state, kind }) => ({
          state: (patterns[0] ?? []).map((_, unit, all) => (((state >> (all.length - 1 - unit)) & 1) === 1 ? 1 : -1)),
          kind,
        })),
        counts,
      }),
    ),
  )

const negated = (y: Numbers): Numbers => y.map((value) => -value)

const among = (patterns: Rows, y: Numbers): boolean => patterns.some((pattern) => equalNumbers(pattern, y))

const zeroFree = (patterns: Rows): Instance => {
  const zeros = (patterns[0] ?? []).map(() => 0)
  return {
    encoding: 'bipolar',
    tie: 'keep',
    weights: Reference.weights('bipolar', patterns),
    thresholds: zeros,
    input: zeros,
  }
}

const distinct = (patterns: Rows): Rows =>
  patterns.filter((pattern, p) => patterns.findIndex((other) => equalNumbers(other, pattern)) === p)

export const spuriousCensusKinds = Law.law<KindsOf>({
  id: 'spurious_census_kinds',
  statement:
    'each fixed point is of exactly one kind: the stored patterns that are fixed, their mirrors, and the rest, mixtures or not; with as many mirrors as patterns',
  source: 'lecture V, "Spurious patterns" (errata 28)',
  rows: ['H8'],
  hypotheses: [],
  property: (kinds) =>
    fc.property(
      Arbitraries.size(7).chain((n) => Arbitraries.patterns('bipolar')(n, 4)),
      (patterns) => {
        const { found, counts } = kinds(patterns)
        const fixed = distinct(patterns).filter((pattern) => Reference.isFixedPoint(zeroFree(patterns), pattern))
        const ghosts = fixed.filter((pattern) => !among(patterns, negated(pattern)))
        const count = (tag: Verdict.Kind['_tag']): number => found.filter(({ kind }) => kind._tag === tag).length
        return (
          counts.Stored === fixed.length &&
          counts.Reversed === ghosts.length &&
          (['Stored', 'Reversed', 'Mixture', 'Spurious'] as const).every((tag) => counts[tag] === count(tag)) &&
          counts.Stored + counts.Reversed + counts.Mixture + counts.Spurious === found.length &&
          found.every(({ state, kind }) => (kind._tag === 'Stored') === among(patterns, state))
        )
      },
    ),
  countermodels: [
    {
      id: 'all_stored_count',
      description: 'counts every stored pattern, fixed or not',
      implementation: (patterns) => {
        const told = kindsOf(patterns)
        return { ...told, counts: { ...told.counts, Stored: distinct(patterns).length } }
      },
    },
    {
      id: 'ghosts_are_spurious',
      description: 'counts mirrors among the spurious states too',
      implementation: (patterns) => {
        const told = kindsOf(patterns)
        return { ...told, counts: { ...told.counts, Spurious: told.counts.Spurious + told.counts.Reversed } }
      },
    },
  ],
})

/** What a sample of runs ended in. */
export type SampleOf = (patterns: Rows, seed: number, runs: number) => Spurious.Sample | undefined

export const sampleOf: SampleOf = (patterns, seed, runs) =>
  F.pipe(
    stored(patterns),
    E.chain(({ states, network }) => Spurious.sample({ seed, runs })(states)(network)),
    E.match(
      () => undefined,
      (sample) => sample,
    ),
  )

export const spuriousSample = Law.law<SampleOf>({
  id: 'spurious_sample',
  statement:
    'a sample counts every run once, under a kind that the census has fixed points of, and Wilson’s interval holds each share',
  source: 'Wilson (1927); Amit, Gutfreund and Sompolinsky (1985)',
  rows: ['H8'],
  hypotheses: [],
  property: (sample) =>
    fc.property(
      Arbitraries.size(6).chain((n) => Arbitraries.patterns('bipolar')(n, 4)),
      fc.integer(),
      (patterns, seed) => {
        const runs = 20
        const told = sample(patterns, seed, runs)
        if (told === undefined) return false
        const { counts } = kindsOf(patterns)
        const shares = Object.values(told.ends)
        return (
          told.runs === runs &&
          shares.reduce((total, { count }) => total + count, 0) === runs &&
          shares.every(
            ({ count, share, interval }) =>
              share === count / runs && interval[0] <= share && share <= interval[1] && interval[0] < interval[1],
          ) &&
          told.ends.Cycle.count === 0 &&
          told.ends.Exhausted.count === 0 &&
          (['Stored', 'Reversed', 'Mixture', 'Spurious'] as const).every(
            (tag) => told.ends[tag].count === 0 || counts[tag] > 0,
          )
        )
      },
    ),
  countermodels: [
    {
      id: 'recalled_or_spurious',
      description: 'calls every run that did not end in a stored pattern spurious',
      implementation: (...given) => {
        const told = sampleOf(...given)
        if (told === undefined) return undefined
        const { Stored, Reversed, Mixture, Spurious } = told.ends
        const count = Reversed.count + Mixture.count + Spurious.count
        const none = { ...Reversed, count: 0, share: 0, interval: [0, 0.1] as const }
        return {
          ...told,
          ends: {
            ...told.ends,
            Stored,
            Reversed: none,
            Mixture: none,
            Spurious: { ...Spurious, count, share: count / told.runs, interval: [0, 1] },
          },
        }
      },
    },
    {
      id: 'one_more',
      description: 'takes a run more than it was asked for',
      implementation: (patterns, seed, runs) => sampleOf(patterns, seed, runs + 1),
    },
  ],
})
