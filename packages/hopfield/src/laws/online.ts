/**
 * Laws of learning and forgetting one pattern at a time (rows H1, H17).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Network from '../Network.js'
import * as Online from '../Online.js'
import * as Reference from '../reference.js'
import { equalRows, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { blank } from './weights.js'

/** One pattern more, or one less: from weights to weights. */
export interface Learner {
  readonly imprint: (encoding: Network.Encoding, weights: Rows, pattern: Numbers) => Rows
  readonly forget: (encoding: Network.Encoding, weights: Rows, pattern: Numbers) => Rows
}

const dense = (encoding: Network.Encoding, rows: Rows): Network.Network => ({
  _tag: 'Hopfield',
  size: rows.length,
  encoding,
  tie: 'keep',
  scale: 1,
  thresholds: Vector.zeros(rows.length),
  couplings: {
    _tag: 'Dense',
    weights: Matrix.unsafeFromFloat64(rows.length, rows.length)(Float64Array.from(rows.flat())),
  },
})

const rowsOf = (answer: E.Either<unknown, Network.Network>): Rows =>
  E.match(
    () => [],
    (network: Network.Network) => Matrix.toRows(Network.weights(network)),
  )(answer)

export const learner: Learner = {
  imprint: (encoding, weights, pattern) =>
    rowsOf(Online.imprint({})(stateOf(encoding, pattern))(dense(encoding, weights))),
  forget: (encoding, weights, pattern) =>
    rowsOf(Online.forget({})(stateOf(encoding, pattern))(dense(encoding, weights))),
}

/** The same with the patterns kept instead of their weights; at first a pattern that is forgotten in the end. */
export const implicitly = (
  encoding: Network.Encoding,
  patterns: Rows,
  forgotten: Rows,
  couplings: 'patterns' | 'packed',
): Rows =>
  F.pipe(
    Network.fromPatterns({ couplings })(patterns.slice(0, 1).map((each) => stateOf(encoding, each))),
    E.chain((network) =>
      patterns
        .slice(1)
        .reduce<E.Either<unknown, Network.Network>>(
          (known, each) => E.chainW(Online.imprint({})(stateOf(encoding, each)))(known),
          E.right(network),
        ),
    ),
    (known) =>
      forgotten.reduce<E.Either<unknown, Network.Network>>(
        (learnt, each) => E.chainW(Online.forget({})(stateOf(encoding, each)))(learnt),
        known,
      ),
    rowsOf,
  )

const streams = fc
  .tuple(Arbitraries.encoding, fc.oneof(Arbitraries.size(6), fc.constantFrom(32, 33)))
  .chain(([encoding, n]) => fc.tuple(fc.constant(encoding), Arbitraries.patterns(encoding)(n, 5)))
  .chain(([encoding, patterns]) =>
    fc.tuple(
      fc.constant(encoding),
      fc.constant(patterns),
      fc.shuffledSubarray([...patterns], { minLength: patterns.length, maxLength: patterns.length }),
    ),
  )

const { forget, imprint } = learner

export const imprintEqBatch = Law.law<Learner>({
  id: 'imprint_eq_batch',
  statement: 'patterns learnt one by one, in any order, give the weights of all of them learnt at once',
  source: 'lecture V, "Learning can be online", with the −I that its step lacks (errata 23)',
  rows: ['H1', 'H17'],
  hypotheses: [],
  property: ({ imprint }) =>
    fc.property(streams, ([encoding, patterns, shuffled]) => {
      const batch = Reference.weights(encoding, patterns)
      const online = shuffled.reduce((weights, each) => imprint(encoding, weights, each), blank(batch.length))
      return equalRows(online, batch)
    }),
  countermodels: [
    {
      id: 'minus_identity_missing',
      description: 'adds s sᵀ whole, so that self-couplings grow',
      implementation: {
        forget,
        imprint: (encoding, weights, pattern) =>
          imprint(encoding, weights, pattern).map((row, i) => row.map((w, j) => (i === j ? w + 1 : w))),
      },
    },
    {
      id: 'running_mean',
      description: 'mixes the new pattern in by halves, so that the last one counts most',
      implementation: {
        forget,
        imprint: (encoding, weights, pattern) =>
          imprint(encoding, weights, pattern).map((row, i) => row.map((w, j) => (w + (weights[i]?.[j] ?? 0)) / 2)),
      },
    },
    {
      id: 'raw_bits',
      description: 'multiplies the bits of binary patterns as they are',
      implementation: { forget, imprint: (_, weights, pattern) => Reference.imprint(weights, pattern, 1) },
    },
  ],
})

export const forgetImprint = Law.law<Learner>({
  id: 'forget_imprint',
  statement: 'forgetting a pattern undoes its imprint, whatever was learnt before and between',
  source: 'Hebb’s rule is a sum; lecture V, online learning',
  rows: ['H1', 'H17'],
  hypotheses: [],
  property: ({ imprint, forget }) =>
    fc.property(streams, fc.nat(), ([encoding, patterns, shuffled], pick) => {
      const gone = pick % patterns.length
      const [dropped, kept] = [patterns[gone] ?? [], patterns.toSpliced(gone, 1)]
      const all = shuffled.reduce((weights, each) => imprint(encoding, weights, each), blank(dropped.length))
      const rest = forget(encoding, all, dropped)
      const expected = kept.length === 0 ? blank(dropped.length) : Reference.weights(encoding, kept)
      return (
        equalRows(rest, expected) &&
        (['patterns', 'packed'] as const).every((kept) =>
          equalRows(implicitly(encoding, patterns, [dropped], kept), expected),
        )
      )
    }),
  countermodels: [
    {
      id: 'imprints_the_reverse',
      description: 'learns the reversed pattern in order to forget this one: the two store the same weights',
      implementation: {
        imprint,
        forget: (encoding, weights, pattern) =>
          imprint(
            encoding,
            weights,
            pattern.map((value) => (encoding === 'binary' ? 1 - value : -value)),
          ),
      },
    },
    {
      id: 'clears',
      description: 'sets the weights between the active units of the pattern to zero',
      implementation: {
        imprint,
        forget: (_, weights, pattern) =>
          weights.map((row, i) => row.map((w, j) => (pattern[i] === 1 && pattern[j] === 1 ? 0 : w))),
      },
    },
  ],
})
