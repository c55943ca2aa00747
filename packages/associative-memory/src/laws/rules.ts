/**
 * Laws of the rules beyond Hebb's: Storkey, Willshaw, covariance (row A12).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import * as Covariance from '../Covariance.js'
import { toArray, unsafePattern, type Binary } from '../Pattern.js'
import * as Reference from '../reference.js'
import * as Storkey from '../Storkey.js'
import * as Willshaw from '../Willshaw.js'
import { equalRows, rowsOf, scaleRows, type Learn } from './adapters.js'
import { patterns, size, values, type Numbers, type Rows } from './arbitraries.js'

export type LearnStorkey = (order: Storkey.Order, patterns: Rows) => Rows

export const storkey: LearnStorkey = (order, stored) =>
  rowsOf(Storkey.learn(order)(stored.map((s) => unsafePattern('Bipolar', Int8Array.from(s)))))

/** A power of two units and up to three patterns: all divisions are exact. */
const exactStorkey = fc
  .constantFrom(1, 2, 4, 8)
  .chain((n) => fc.tuple(fc.constantFrom<Storkey.Order>('first', 'second'), patterns('bipolar')(n, 3)))

const mutatedWhileRead: LearnStorkey = (order, stored) => {
  const n = stored[0]?.length ?? 0
  const cells = Array.from({ length: n * n }, (_, k): readonly [number, number] => [Math.floor(k / n), k % n])
  return stored.reduce<Rows>(
    (before, s) =>
      cells.reduce<Rows>((w, [i, j]) => {
        const field = (a: number, b: number): number =>
          (w[a] ?? []).reduce((total, weight, k) => (k === a || k === b ? total : total + weight * (s[k] ?? 0)), 0)
        const [si, sj, hij, hji] = [s[i] ?? 0, s[j] ?? 0, field(i, j), field(j, i)]
        const change = si * sj - si * hji - hij * sj + (order === 'second' ? hij * hji : 0)
        return i === j
          ? w
          : w.map((row, a) => row.map((weight, b) => (a === i && b === j ? weight + change / n : weight)))
      }, before),
    Array.from({ length: n }, () => Array.from({ length: n }, () => 0)),
  )
}

const storkeyCountermodels = [
  {
    id: 'mutated_while_read',
    description: 'writes weights while the fields are still read from them',
    implementation: mutatedWhileRead,
  },
] as const

export const storkeyEqReference = Law.law<LearnStorkey>({
  id: 'storkey_eq_reference',
  statement: 'wᵢⱼ grows by (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ) / n with each pattern, and by hᵢⱼhⱼᵢ / n more in second order',
  source: 'Storkey (1997), eq. 2; Storkey and Valabregue (1999)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(exactStorkey, ([order, stored]) => equalRows(learn(order, stored), Reference.storkey(order, stored))),
  countermodels: [
    ...storkeyCountermodels,
    {
      id: 'hebbian',
      description: 'is Hebb’s rule divided by n',
      implementation: (_order, stored) => {
        const n = stored[0]?.length ?? 1
        const weights = scaleRows(1 / n, Reference.hebbian(stored.map((s) => [s, s])))
        return weights.map((row, i) => row.map((w, j) => (i === j ? 0 : w)))
      },
    },
  ],
})

export const storkeySymm = Law.law<LearnStorkey>({
  id: 'storkey_symm',
  statement: 'the weights stay symmetric with a zero diagonal',
  source: 'Storkey (1997)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      fc.tuple(
        fc.constantFrom<Storkey.Order>('first', 'second'),
        size(9).chain((n) => patterns('bipolar')(n, 5)),
      ),
      ([order, stored]) => {
        const weights = learn(order, stored)
        return weights.every((row, i) => row[i] === 0 && row.every((w, j) => w === weights[j]?.[i]))
      },
    ),
  countermodels: storkeyCountermodels,
})

const binary = (bits: Numbers): Binary => unsafePattern('Binary', Int8Array.from(bits))

const binaryPairs = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): ReadonlyArray<Willshaw.BinaryAssociation> =>
  pairs.map(([input, target]) => ({ input: binary(input), target: binary(target) }))

const bits = values('binary')

const someBinaryPairs = fc
  .tuple(size(6), size(5))
  .chain(([n, m]) => fc.array(fc.tuple(bits(n), bits(m)), { minLength: 1, maxLength: 4 }))

export const willshaw: Learn = (pairs) => rowsOf(Willshaw.learn(binaryPairs(pairs)))

export const willshawEqReference = Law.law<Learn>({
  id: 'willshaw_eq_reference',
  statement:
    'wᵢⱼ is 1 if input i and target j are active together in some association, else 0; learning twice changes nothing',
  source: 'Willshaw, Buneman and Longuet-Higgins (1969)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      someBinaryPairs,
      (pairs) =>
        equalRows(learn(pairs), Reference.willshaw(pairs)) && equalRows(learn([...pairs, ...pairs]), learn(pairs)),
    ),
  countermodels: [
    { id: 'additive', description: 'counts how often, as Hebb’s rule does', implementation: Reference.hebbian },
  ],
})

/** From associations and a cue to an answer. */
export type Answer = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>, cue: Numbers) => Numbers

export const willshawAnswer: Answer = (pairs, cue) =>
  F.pipe(
    Willshaw.learn(binaryPairs(pairs)),
    E.chain((memory) => Willshaw.recall(memory)(binary(cue))),
    E.match(() => [], toArray),
  )

export const willshawRecallsTargets = Law.law<Answer>({
  id: 'willshaw_recalls_targets',
  statement:
    'a cue that is part of a stored input calls up its target whole: errors can only be active outputs too many',
  source: 'Willshaw, Buneman and Longuet-Higgins (1969)',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'part_of_input',
      statement: 'every active component of the cue is active in the input',
      dropped: (answer) =>
        fc.property(
          someBinaryPairs.chain((pairs) => fc.tuple(fc.constant(pairs), bits(pairs[0]?.[0].length ?? 1))),
          ([pairs, cue]) => pairs.every(([, target]) => contains(answer(pairs, cue), target)),
        ),
    },
  ],
  property: (answer) =>
    fc.property(
      someBinaryPairs.chain((pairs) => fc.tuple(fc.constant(pairs), bits(pairs[0]?.[0].length ?? 1))),
      ([pairs, mask]) =>
        pairs.every(([input, target]) =>
          contains(
            answer(
              pairs,
              input.map((bit, i) => bit * (mask[i] ?? 0)),
            ),
            target,
          ),
        ),
    ),
  countermodels: [
    {
      id: 'half_is_not_enough',
      description: 'asks for more than the number of active inputs',
      implementation: (pairs, cue) => {
        const active = cue.filter((bit) => bit === 1).length
        const weights = Reference.willshaw(pairs)
        return (weights[0] ?? []).map((_, j) =>
          Reference.dot(
            cue,
            weights.map((row) => row[j] ?? 0),
          ) > active
            ? 1
            : 0,
        )
      },
    },
  ],
})

const contains = (answer: Numbers, target: Numbers): boolean =>
  answer.length === target.length && target.every((bit, j) => bit <= (answer[j] ?? 0))

/** From the activities of inputs and targets and the associations to weights. */
export type LearnCentred = (a: number, b: number, pairs: ReadonlyArray<readonly [Numbers, Numbers]>) => Rows

export const covariance: LearnCentred = (inputs, targets, pairs) =>
  rowsOf(Covariance.learn({ inputs, targets })(binaryPairs(pairs)))

const eighths = fc.integer({ min: 0, max: 8 }).map((k) => k / 8)

export const covarianceEqReference = Law.law<LearnCentred>({
  id: 'covariance_eq_reference',
  statement: 'wᵢⱼ = Σₚ (sᵢ(p) − a)(tⱼ(p) − b)',
  source: 'Tsodyks and Feigelman (1988)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(eighths, eighths, someBinaryPairs, (a, b, pairs) =>
      equalRows(learn(a, b, pairs), Reference.covariance(a, b, pairs)),
    ),
  countermodels: [
    {
      id: 'one_side_only',
      description: 'takes the mean off the inputs only',
      implementation: (a, _b, pairs) => Reference.covariance(a, 0, pairs),
    },
    {
      id: 'one_mean',
      description: 'uses the mean of the inputs for the targets too',
      implementation: (a, _b, pairs) => Reference.covariance(a, a, pairs),
    },
  ],
})

export const covarianceEqHebbian = Law.law<LearnCentred>({
  id: 'covariance_eq_hebbian',
  statement: 'at activity ½ it is Hebb’s rule on the bipolar form, divided by four',
  source:
    'Amit, Gutfreund and Sompolinsky (1987), "Information storage in neural networks with low levels of activity"',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'half_active',
      statement: 'a = b = ½',
      dropped: (learn) => fc.property(eighths, someBinaryPairs, fourTimes(learn)),
    },
  ],
  property: (learn) => fc.property(fc.constant(0.5), someBinaryPairs, fourTimes(learn)),
  countermodels: [
    {
      id: 'uncentred',
      description: 'is Hebb’s rule on the bits',
      implementation: (_a, _b, pairs) => Reference.hebbian(pairs),
    },
  ],
})

const fourTimes =
  (learn: LearnCentred) =>
  (activity: number, pairs: ReadonlyArray<readonly [Numbers, Numbers]>): boolean => {
    const spins = (pattern: Numbers): Numbers => pattern.map((bit) => 2 * bit - 1)
    return equalRows(
      scaleRows(4, learn(activity, activity, pairs)),
      Reference.hebbian(pairs.map(([s, t]) => [spins(s), spins(t)])),
    )
  }
