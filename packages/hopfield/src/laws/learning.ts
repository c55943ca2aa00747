/**
 * Laws of the weights (row H1).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import { equalRows, type Weights } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'

const encodedPatterns = fc
  .tuple(Arbitraries.encoding, Arbitraries.size(6))
  .chain(([encoding, n]) => fc.tuple(fc.constant(encoding), Arbitraries.patterns(encoding)(n, 5)))

const { weights } = Reference

const raw: Weights = (_encoding, patterns) => weights('bipolar', patterns)

const averaged: Weights = (encoding, patterns) =>
  weights(encoding, patterns).map((row) => row.map((w) => w / patterns.length))

const withDiagonal: Weights = (encoding, patterns) =>
  weights(encoding, patterns).map((row, i) => row.map((w, j) => (i === j ? patterns.length : w)))

const bothActive: Weights = (_encoding, patterns) =>
  weights(
    'bipolar',
    patterns.map((pattern) => pattern.map((s) => Math.max(0, s))),
  )

export const weightsEqReference = Law.law<Weights>({
  id: 'weights_eq_reference',
  statement: 'wᵢⱼ = Σₚ sᵢ(p) sⱼ(p) with 2s − 1 for s in binary form, wᵢᵢ = 0; so W is symmetric and whole-numbered',
  source: 'Hopfield (1982), eq. 2; lectures K and M, "weight matrix"',
  rows: ['H1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(encodedPatterns, ([encoding, patterns]) => {
      const learnt = learn(encoding, patterns)
      return (
        equalRows(learnt, weights(encoding, patterns)) &&
        learnt.every((row, i) => row[i] === 0 && row.every((w, j) => w === learnt[j]?.[i] && Number.isInteger(w)))
      )
    }),
  countermodels: [
    { id: 'diagonal_kept', description: 'leaves wᵢᵢ = P', implementation: withDiagonal },
    { id: 'raw_bits', description: 'multiplies the bits of binary patterns as they are', implementation: raw },
    { id: 'averaged', description: 'divides by the number of patterns', implementation: averaged },
  ],
})

export const weightsBinaryEqBipolar = Law.law<Weights>({
  id: 'weights_binary_eq_bipolar',
  statement: 'the binary and the bipolar form of the same patterns give the same weights',
  source: 'lecture K, "Hebbian learning in Hopfield networks"',
  rows: ['H1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      Arbitraries.size(6).chain((n) => Arbitraries.patterns('binary')(n, 5)),
      (patterns) =>
        equalRows(
          learn('binary', patterns),
          learn(
            'bipolar',
            patterns.map((pattern) => pattern.map((bit) => 2 * bit - 1)),
          ),
        ),
    ),
  countermodels: [
    { id: 'raw_bits', description: 'multiplies the bits of binary patterns as they are', implementation: raw },
  ],
})

export const weightsNeg = Law.law<Weights>({
  id: 'weights_neg',
  statement: 'a pattern and its negative store the same weights',
  source: 'lecture V, "ghost" patterns; errata 22',
  rows: ['H1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      Arbitraries.size(6).chain((n) => Arbitraries.patterns('bipolar')(n, 5)),
      fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
      (patterns, turn) => {
        const turned = patterns.map((pattern, p) => pattern.map((s) => (turn[p] === true ? -s : s)))
        return equalRows(learn('bipolar', patterns), learn('bipolar', turned))
      },
    ),
  countermodels: [
    {
      id: 'both_active',
      description: 'strengthens a weight when both ends are +1 and leaves it alone otherwise',
      implementation: bothActive,
    },
  ],
})

const add = (a: Rows, b: Rows): Rows => a.map((row, i): Numbers => row.map((value, j) => value + (b[i]?.[j] ?? 0)))

export const weightsAppend = Law.law<Weights>({
  id: 'weights_append',
  statement:
    'storing two lists of patterns adds their weights; so one pattern more is one addition, online as in batch',
  source: 'lecture V, "Learning can be online", less the diagonal (errata 23)',
  rows: ['H1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      Arbitraries.size(6).chain((n) =>
        fc.tuple(Arbitraries.patterns('bipolar')(n, 3), Arbitraries.patterns('bipolar')(n, 3)),
      ),
      ([first, second]) =>
        equalRows(learn('bipolar', [...first, ...second]), add(learn('bipolar', first), learn('bipolar', second))),
    ),
  countermodels: [
    { id: 'averaged', description: 'divides by the number of patterns', implementation: averaged },
    {
      id: 'minus_identity',
      description: 'subtracts I once, whatever the number of patterns',
      implementation: (encoding, patterns) =>
        withDiagonal(encoding, patterns).map((row, i) => row.map((w, j) => (i === j ? w - 1 : w))),
    },
  ],
})
