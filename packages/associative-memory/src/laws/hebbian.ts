/**
 * Laws of Hebbian learning (rows A1, A7).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { addRows, equalRows, learnAuto, scaleRows, transpose, type Learn, type LearnAuto } from './adapters.js'
import { associations, cue, integers, patterns, size, type Numbers, type Rows } from './arbitraries.js'

const hebb: Learn = Reference.hebbian

const decaying: Learn = (pairs) =>
  pairs.reduce<Rows>((weights, pair) => {
    const trace = hebb([pair])
    return weights.length === 0 ? trace : addRows(scaleRows(0.5, weights), trace)
  }, [])

const averaging: Learn = (pairs) => scaleRows(1 / pairs.length, hebb(pairs))

const transposed: Learn = (pairs) => transpose(hebb(pairs))

const forgetful: Learn = (pairs) => hebb(pairs.slice(-1))

const signed: Learn = (pairs) => hebb(pairs).map((row) => row.map(Math.sign))

export const hebbianEqReference = Law.law<Learn>({
  id: 'hebbian_eq_reference',
  statement: 'wᵢⱼ = Σₚ sᵢ(p) tⱼ(p)',
  source: 'Fausett (1994) §3.1.1; lecture M, "Pattern association by Hebbian learning"',
  rows: ['A1'],
  hypotheses: [],
  property: (learn) => fc.property(associations(5), (pairs) => equalRows(learn(pairs), hebb(pairs))),
  countermodels: [
    { id: 'transposed', description: 'targets × inputs instead of inputs × targets', implementation: transposed },
    { id: 'signed', description: 'counts agreements by their sign only', implementation: signed },
  ],
})

export const hebbianPerm = Law.law<Learn>({
  id: 'hebbian_perm',
  statement: 'learning the same associations in any order gives the same weights',
  source: 'lecture M, algorithm of "Pattern association by Hebbian learning"',
  rows: ['A1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      associations(5).chain((pairs) =>
        fc.tuple(
          fc.constant(pairs),
          fc.shuffledSubarray([...pairs], { minLength: pairs.length, maxLength: pairs.length }),
        ),
      ),
      ([pairs, shuffled]) => equalRows(learn(pairs), learn(shuffled)),
    ),
  countermodels: [
    { id: 'decaying', description: 'halves the old weights at each new association', implementation: decaying },
    { id: 'forgetful', description: 'overwrites instead of adding', implementation: forgetful },
  ],
})

export const hebbianAppend = Law.law<Learn>({
  id: 'hebbian_append',
  statement: 'the memory of two lists is the sum of their memories; so online learning equals batch learning',
  source: 'lecture V, "Storing patterns": W ← W + y yᵀ',
  rows: ['A1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      associations(6).filter((pairs) => pairs.length > 1),
      fc.nat(),
      (pairs, cut) => {
        const at = 1 + (cut % (pairs.length - 1))
        return equalRows(learn(pairs), addRows(learn(pairs.slice(0, at)), learn(pairs.slice(at))))
      },
    ),
  countermodels: [
    { id: 'averaging', description: 'divides by the number of associations', implementation: averaging },
    { id: 'decaying', description: 'halves the old weights at each new association', implementation: decaying },
  ],
})

export const hebbianLinear = Law.law<Learn>({
  id: 'hebbian_linear',
  statement: 'the weights are linear in the targets: W(s, a·t + b·u) = a·W(s, t) + b·W(s, u)',
  source: 'lecture M, W = Σₚ s(p) t(p)ᵀ',
  rows: ['A1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      fc.tuple(size(5), size(5)).chain(([n, m]) => fc.tuple(integers(n), integers(m), integers(m))),
      fc.integer({ min: -9, max: 9 }),
      fc.integer({ min: -9, max: 9 }),
      ([s, t, u], a, b) =>
        equalRows(
          learn([[s, t.map((tj, j) => a * tj + b * (u[j] ?? 0))]]),
          addRows(scaleRows(a, learn([[s, t]])), scaleRows(b, learn([[s, u]]))),
        ),
    ),
  countermodels: [{ id: 'signed', description: 'counts agreements by their sign only', implementation: signed }],
})

const quadratic = (weights: Rows, x: Numbers): number =>
  x.reduce((total, xi, i) => total + xi * Reference.dot(weights[i] ?? [], x), 0)

export const hebbianSymmPsd = Law.law<LearnAuto>({
  id: 'hebbian_symm_psd',
  statement: 'the auto-associative weights are symmetric and positive semi-definite: xᵀWx = Σₚ (s(p)·x)² ≥ 0',
  source: 'lecture M, "Auto-associative memory network"',
  rows: ['A7'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      size(6).chain((n) => fc.tuple(patterns('bipolar')(n, 5), integers(n))),
      ([stored, x]) => {
        const weights = learn(stored)
        const squares = stored.reduce((total, s) => total + Reference.dot(s, x) ** 2, 0)
        return equalRows(weights, transpose(weights)) && quadratic(weights, x) === squares && squares >= 0
      },
    ),
  countermodels: [
    {
      id: 'without_diagonal',
      description: 'takes the self-connections away',
      implementation: (stored) => learnAuto(stored).map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
    },
    {
      id: 'upper_triangle',
      description: 'stores each pair of units once, above the diagonal',
      implementation: (stored) => learnAuto(stored).map((row, i) => row.map((w, j) => (i > j ? 0 : w))),
    },
  ],
})

const modifiedProperty =
  (learn: LearnAuto) =>
  (stored: Rows): boolean => {
    const expected = hebb(stored.map((s) => [s, s])).map((row, i) =>
      row.map((w, j) => (i === j ? w - stored.length : w)),
    )
    const weights = learn(stored)
    return equalRows(weights, expected) && weights.every((row, i) => row[i] === 0)
  }

export const modifiedEqHebbianSub = Law.law<LearnAuto>({
  id: 'modified_eq_hebbian_sub',
  statement: 'the modified rule is W = Σₚ s(p) s(p)ᵀ − P·I, and its diagonal is zero',
  source: 'lecture M, "Modified Hebbian learning rule"',
  rows: ['A7'],
  hypotheses: [
    {
      id: 'bipolar',
      statement: 'the patterns are bipolar',
      dropped: (learn) =>
        fc.property(
          size(6).chain((n) => patterns('binary')(n, 5)),
          modifiedProperty(learn),
        ),
    },
  ],
  property: (learn) =>
    fc.property(
      size(6).chain((n) => patterns('bipolar')(n, 5)),
      modifiedProperty(learn),
    ),
  countermodels: [
    {
      id: 'minus_identity',
      description: 'subtracts I, whatever the number of patterns',
      implementation: (stored) => learnAuto(stored).map((row, i) => row.map((w, j) => (i === j ? w - 1 : w))),
    },
    { id: 'plain', description: 'keeps the self-connections', implementation: learnAuto },
  ],
})

/** For one stored pattern: any cue that agrees with it more than it disagrees. */
const single = (learn: LearnAuto, minimum: number) =>
  fc.property(
    size(8).chain((n) => fc.tuple(patterns('bipolar')(n, 1), cue(n))),
    ([[s = []], x]) => {
      fc.pre(Reference.dot(s, x) >= minimum)
      const weights = learn([s])
      return s.every((value, j) => Math.sign(Reference.dot(transpose(weights)[j] ?? [], x)) === value)
    },
  )

export const recallSingleOfOverlapPos = Law.law<LearnAuto>({
  id: 'recall_single_of_overlap_pos',
  statement:
    'a single stored pattern s is recalled from every cue x with s·x > 0: fewer mistakes than right components',
  source: 'lecture M, example s = (1, 1, 1, −1)',
  rows: ['A7'],
  hypotheses: [
    {
      id: 'overlap_pos',
      statement: 's·x > 0',
      dropped: (learn) => single(learn, -Infinity),
    },
  ],
  property: (learn) => single(learn, 1),
  countermodels: [
    {
      id: 'unsigned',
      description: 'strengthens a weight whatever the signs at its ends',
      implementation: (stored) => learnAuto(stored).map((row) => row.map(Math.abs)),
    },
    {
      id: 'self_only',
      description: 'connects every unit to itself alone',
      implementation: (stored) => learnAuto(stored).map((row, i) => row.map((w, j) => (i === j ? w : 0))),
    },
  ],
})
