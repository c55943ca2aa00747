/**
 * Laws of dreaming (row H9).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Matrix } from '@engram/linalg'
import * as Network from '../Network.js'
import * as Online from '../Online.js'
import * as Reference from '../reference.js'
import * as Unlearning from '../Unlearning.js'
import { energy, equalRows, networkOf, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { netOf, overlap } from './weights.js'

/** A sleep in plain data, with all that was dreamt in it. */
export interface Slept {
  readonly weights: Rows
  readonly dreamt: Rows
}

/** The sleep of the net that stores these patterns, in so many parts, each of so many dreams. */
export type SleepOf = (patterns: Rows, seed: number, amount: number, parts: Numbers) => Slept

const rowsOf = (network: Network.Network): Rows => Matrix.toRows(Network.weights(network))

const dreamer = (patterns: Rows, seed: number): E.Either<unknown, Unlearning.Sleep> =>
  F.pipe(
    Network.fromPatterns({})(patterns.map((pattern) => stateOf('bipolar', pattern))),
    E.map(Unlearning.fallAsleep(seed)),
  )

const asked = E.getOrElse((): Slept => ({ weights: [], dreamt: [] }))

/** By one dream at a time. */
export const dreams: SleepOf = (patterns, seed, amount, parts) =>
  F.pipe(
    Array.from({ length: parts.reduce((total, part) => total + part, 0) }).reduce<
      E.Either<unknown, { readonly sleep: Unlearning.Sleep; readonly dreamt: Rows }>
    >(
      (sleeping) =>
        F.pipe(
          sleeping,
          E.chainW(({ sleep, dreamt }) =>
            F.pipe(
              Unlearning.dream({ amount })(sleep),
              E.map((one) => ({ sleep: one.sleep, dreamt: [...dreamt, Pattern.toArray(one.state)] })),
            ),
          ),
        ),
      E.map((sleep: Unlearning.Sleep) => ({ sleep, dreamt: [] }))(dreamer(patterns, seed)),
    ),
    E.map(({ sleep, dreamt }): Slept => ({ weights: rowsOf(sleep.network), dreamt })),
    asked,
  )

/** By as many dreams as each part has; what was dreamt is not told. */
export const sleepOf: SleepOf = (patterns, seed, amount, parts) =>
  F.pipe(
    parts.reduce<E.Either<unknown, Unlearning.Sleep>>(
      (sleeping, part) => E.chainW(Unlearning.sleep({ amount, dreams: part }))(sleeping),
      dreamer(patterns, seed),
    ),
    E.map((sleep): Slept => ({ weights: rowsOf(sleep.network), dreamt: [] })),
    asked,
  )

const nights = fc.tuple(
  fc.integer({ min: 2, max: 7 }).chain((n) => Arbitraries.patterns('bipolar')(n, 4)),
  fc.integer(),
  fc.constantFrom(1, 0.5, 0.25, 0.0625),
  fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
)

export const sleepEqDreams = Law.law<SleepOf>({
  id: 'sleep_eq_dreams',
  statement:
    'a night takes ε (y yᵀ − I) from the weights for each of its dreams, and each y is a fixed point of what the dreams before it left',
  source: 'Hopfield, Feinstein and Palmer (1983)',
  rows: ['H9'],
  hypotheses: [],
  property: (sleep) =>
    fc.property(nights, ([patterns, seed, amount, parts]) => {
      const { weights, dreamt } = sleep(patterns, seed, amount, parts)
      const begin = Reference.weights('bipolar', patterns)
      const left = dreamt.reduce<ReadonlyArray<Rows>>(
        (before, y) => [...before, Reference.imprint(before[before.length - 1] ?? begin, y, -amount)],
        [begin],
      )
      return (
        dreamt.length === parts.reduce((total, part) => total + part, 0) &&
        dreamt.every((y, k) => Reference.isFixedPoint(netOf(left[k] ?? []), y)) &&
        equalRows(weights, left[left.length - 1] ?? [])
      )
    }),
  countermodels: [
    {
      id: 'self_couplings_too',
      description: 'takes ε y yᵀ whole, so that units come to work against themselves',
      implementation: (...given) => {
        const told = dreams(...given)
        return {
          ...told,
          weights: told.weights.map((row, i) => row.with(i, -given[2] * told.dreamt.length)),
        }
      },
    },
    {
      id: 'awake',
      description: 'unlearns the random states themselves',
      implementation: (...given) => {
        const told = dreams(...given)
        return { ...told, dreamt: told.dreamt.map((y) => y.with(0, -(y[0] ?? 0))) }
      },
    },
    {
      id: 'learns',
      description: 'strengthens what it dreams',
      implementation: (patterns, seed, amount, parts) => {
        const told = dreams(patterns, seed, amount, parts)
        return { ...told, weights: told.dreamt.reduce((w, y) => Reference.imprint(w, y, 2 * amount), told.weights) }
      },
    },
  ],
})

export const sleepResumes = Law.law<SleepOf>({
  id: 'sleep_resumes',
  statement: 'a night in parts is the same night, bit for bit: the dreams go on where they were interrupted',
  source: 'purity: the sleep holds its generator',
  rows: ['H9'],
  hypotheses: [],
  property: (sleep) =>
    fc.property(nights, ([patterns, seed, amount, parts]) =>
      equalRows(sleep(patterns, seed, amount, parts).weights, dreams(patterns, seed, amount, parts).weights),
    ),
  countermodels: [
    {
      id: 'starts_afresh',
      description: 'begins each part with the seed again',
      implementation: (patterns, seed, amount, parts) => {
        const [first = 0, ...rest] = parts
        const again = rest.map((part) => dreams(patterns, seed, amount, [part]))
        const night = dreams(patterns, seed, amount, [first])
        return {
          ...night,
          weights: again
            .flatMap(({ dreamt }) => dreamt)
            .reduce((w, y) => Reference.imprint(w, y, -amount), night.weights),
        }
      },
    },
  ],
})

/** By how much a dream of y raises the energy of z. */
export type RiseOf = (weights: Rows, y: Numbers, z: Numbers, amount: number) => number

export const rise: RiseOf = (weights, y, z, amount) =>
  F.pipe(
    Online.forget({ amount })(stateOf('bipolar', y))(networkOf(netOf(weights))),
    E.match(
      () => NaN,
      (after) => energy(netOf(rowsOf(after)), z) - energy(netOf(weights), z),
    ),
  )

export const dreamEnergy = Law.law<RiseOf>({
  id: 'dream_energy',
  statement:
    'to unlearn y raises the energy of z by exactly ½ε((y·z)² − n): most, ½εn(n − 1), where z is y or its mirror, and lowers what is almost orthogonal to y',
  source: 'Hopfield, Feinstein and Palmer (1983); E(z) = −½ zᵀWz',
  rows: ['H9'],
  hypotheses: [],
  property: (riseOf) =>
    fc.property(nights, fc.nat(), ([patterns, , amount], pick) => {
      const weights = Reference.weights('bipolar', patterns)
      const y = patterns[0] ?? []
      const z = patterns[pick % patterns.length] ?? []
      const n = y.length
      const told = riseOf(weights, y, z, amount)
      return told === (amount / 2) * (overlap(y, z) ** 2 - n) && told <= riseOf(weights, y, y, amount)
    }),
  countermodels: [
    {
      id: 'self_couplings_too',
      description: 'takes ε y yᵀ whole',
      implementation: (weights, y, z, amount) => rise(weights, y, z, amount) + (amount / 2) * y.length,
    },
    {
      id: 'linear',
      description: 'raises the energy by the overlap instead of its square, and so deepens the mirror',
      implementation: (_, y, z, amount) => (amount / 2) * overlap(y, z) * y.length,
    },
  ],
})
