/**
 * Softmax: a distribution that depends on differences of scores only.
 *
 * References: Boyd and Vandenberghe (2004), "Convex Optimization", §3.1.5; Blanchard, Higham and Higham (2021),
 *             "Accurately computing the log-sum-exp and softmax functions".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import type { LinalgError } from '../LinalgError.js'
import * as Softmax from '../Softmax.js'
import * as Vector from '../Vector.js'
import { vectorsAgree, type Result } from './agree.js'
import { double, dyadic, extended, vector, vectorOf } from './arbitraries.js'
import { mapVector, vectorOfArray } from './build.js'
import { gamma } from './rounding.js'

type V = Vector.Vector

/** β first, then the scores. */
export type Weighing = (beta: number) => (scores: V) => Result<V>

const source = 'Blanchard, Higham and Higham (2021)'

const total = (x: V): number => Vector.toArray(x).reduce((a, b) => a + b, 0)

const greatest = (x: V): number => Math.max(...x.data)

const normalised = (x: V): V => mapVector((entry) => entry / total(x))(x)

/** exp(βx) / Σ, as it is written. */
const unshifted: Weighing = (beta) => (x) => E.right(normalised(mapVector((entry) => Math.exp(beta * entry))(x)))

/** The shift, and nothing for what is infinite. */
const shifted: Weighing = (beta) => (x) =>
  E.right(normalised(mapVector((entry) => Math.exp(beta * (entry - greatest(x))))(x)))

const finiteMask: Weighing = (beta) => (x) =>
  Softmax.softmax(beta)(mapVector((entry) => (entry === -Infinity ? -1e9 : entry))(x))

const temperature: Weighing = (beta) => Softmax.softmax(1 / beta)

/** Some scores above −∞, with others. */
const scores = fc
  .array(extended, { minLength: 1, maxLength: 9 })
  .filter((xs) => xs.some((x) => x > -Infinity))
  .map(vectorOfArray)

const finiteScores = fc.integer({ min: 1, max: 9 }).chain(vector)

const betas = fc.constantFrom(0, 5e-324, 1e-300, 0.125, 1, 8, 1e300, Infinity)

const holds =
  (claim: (w: ReadonlyArray<number>) => boolean) =>
  (w: Result<V>): boolean =>
    E.exists((each: V) => claim(Vector.toArray(each)))(w)

/**
 * All masses are positive, so their computed sum is S(1 + δ) with |δ| ≤ γₙ₋₁; each quotient is rounded once more, and
 * adding them up again costs γₙ₋₁: less than γ₂ₙ together.
 */
export const softmaxSumOne = Law.law<Weighing>({
  id: 'softmax_sum_one',
  statement: 'the weights are in [0, 1] and add up to 1, at every size of scores and β',
  source,
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, scores, (beta, x) =>
      holds(
        (w) =>
          w.every((each) => each >= 0 && each <= 1) &&
          Math.abs(w.reduce((a, b) => a + b, 0) - 1) <= gamma(2 * w.length),
      )(softmax(beta)(x)),
    ),
  countermodels: [
    { id: 'unshifted', description: 'does not subtract the maximum: NaN at 1000', implementation: unshifted },
    {
      id: 'sigmoid',
      description: 'weighs each score by itself',
      implementation: () => (x) => E.right(mapVector((entry) => 1 / (1 + Math.exp(-entry)))(x)),
    },
  ],
})

const shift =
  (entry: fc.Arbitrary<number>) =>
  (softmax: Weighing): Law.Property =>
    fc.property(
      fc.integer({ min: 1, max: 9 }).chain((n) => vectorOf(entry)(n)),
      entry,
      (x, c) => vectorsAgree(softmax(1)(mapVector((each) => each + c)(x)), softmax(1)(x)),
    )

export const softmaxShift = Law.law<Weighing>({
  id: 'softmax_shift',
  statement: 'adding one number to all scores changes no weight',
  source,
  hypotheses: [
    { id: 'dyadic', statement: 'the numbers are dyadic, so that the shift is not rounded', dropped: shift(double) },
  ],
  property: shift(dyadic),
  countermodels: [
    { id: 'unshifted', description: 'does not subtract the maximum', implementation: unshifted },
    {
      id: 'proportional',
      description: 'divides squares by their sum',
      implementation: () => (x) => E.right(normalised(mapVector((entry) => entry * entry + 1)(x))),
    },
  ],
})

const scaling =
  (entry: fc.Arbitrary<number>) =>
  (softmax: Weighing): Law.Property =>
    fc.property(
      fc.integer({ min: 1, max: 9 }).chain((n) => vectorOf(entry)(n)),
      entry.map(Math.abs),
      (x, beta) => vectorsAgree(softmax(beta)(x), softmax(1)(Vector.scale(beta)(x))),
    )

export const softmaxScale = Law.law<Weighing>({
  id: 'softmax_scale',
  statement: 'weighing x at inverse temperature β is weighing βx at 1',
  source,
  hypotheses: [
    { id: 'dyadic', statement: 'the numbers are dyadic, so that no product is rounded', dropped: scaling(double) },
  ],
  property: scaling(dyadic),
  countermodels: [
    { id: 'temperature', description: 'takes β for a temperature', implementation: temperature },
    { id: 'ignored', description: 'forgets β', implementation: () => Softmax.softmax(1) },
  ],
})

export const softmaxMonotone = Law.law<Weighing>({
  id: 'softmax_monotone',
  statement: 'a greater score has no smaller weight, an equal score the same',
  source,
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, finiteScores, (beta, x) =>
      holds((w) =>
        w.every((a, i) =>
          w.every((b, j) => {
            const order = (x.data[i] ?? NaN) - (x.data[j] ?? NaN)
            return order === 0 ? a === b : order < 0 || a >= b
          }),
        ),
      )(softmax(beta)(x)),
    ),
  countermodels: [
    {
      id: 'energies',
      description: 'takes scores for energies: exp(−βx)',
      implementation: (beta) => (x) => Softmax.softmax(beta)(Vector.negate(x)),
    },
  ],
})

export const softmaxMasked = Law.law<Weighing>({
  id: 'softmax_masked',
  statement: 'a score of −∞ weighs exactly 0, and the others weigh as if it were not there',
  source: 'convention of this package: the limit of ever smaller scores',
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, scores, (beta, x) => {
      const open = Vector.toArray(x).filter((entry) => entry > -Infinity)
      return (
        holds((w) => w.every((each, i) => x.data[i] !== -Infinity || each === 0))(softmax(beta)(x)) &&
        vectorsAgree(
          E.map(F.flow(Vector.toArray, (w) => w.filter((_, i) => x.data[i] !== -Infinity), vectorOfArray))(
            softmax(beta)(x),
          ),
          softmax(beta)(vectorOfArray(open)),
        )
      )
    }),
  countermodels: [
    {
      id: 'finiteMask',
      description: 'writes −1e9 for −∞, which other scores can undercut',
      implementation: finiteMask,
    },
    { id: 'shifted', description: 'the plain formula: 0·∞ is NaN', implementation: shifted },
  ],
})

export const softmaxInfinite = Law.law<Weighing>({
  id: 'softmax_infinite',
  statement: 'k scores of +∞ weigh 1/k each, and the others 0',
  source: 'convention of this package: the limit of scores that grow together',
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, scores, fc.nat(9), (beta, x, at) => {
      const some = mapVector((entry, i) => (i === at % x.length ? Infinity : entry))(x)
      const k = Vector.toArray(some).filter((entry) => entry === Infinity).length
      return holds((w) => w.every((each, i) => each === (some.data[i] === Infinity ? 1 / k : 0)))(softmax(beta)(some))
    }),
  countermodels: [{ id: 'shifted', description: 'the plain formula: ∞ − ∞ is NaN', implementation: shifted }],
})

/** A score, once or more, and others at least `gap` below it. */
const leader = (gap: number) =>
  fc
    .tuple(dyadic, fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 64 })), { maxLength: 8 }))
    .map(([top, below]) => vectorOfArray([top, ...below.map((k) => top - k * gap)]))

const argmax =
  (beta: number) =>
  (softmax: Weighing): Law.Property =>
    fc.property(leader(1 / 64), (x) => {
      const k = Vector.toArray(x).filter((entry) => entry === greatest(x)).length
      return holds((w) => w.every((each, i) => each === (x.data[i] === greatest(x) ? 1 / k : 0)))(softmax(beta)(x))
    })

export const softmaxArgmaxOfGap = Law.law<Weighing>({
  id: 'softmax_argmax_of_gap',
  statement: 'once β times the gap below the greatest score exceeds 746, that score has all the mass',
  source: 'exp(−746) is below half of the smallest float64',
  hypotheses: [{ id: 'cold', statement: 'β · gap ≥ 746', dropped: argmax(1) }],
  property: argmax(64 * 746),
  countermodels: [{ id: 'temperature', description: 'takes β for a temperature', implementation: temperature }],
})

export const softmaxAllMasked = Law.law<(beta: number) => (scores: V) => E.Either<LinalgError, V>>({
  id: 'softmax_all_masked',
  statement: 'no score, or none above −∞: Empty, never NaN',
  source: 'convention of this package',
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, fc.nat(9), (beta, n) => {
      const outcome = softmax(beta)(vectorOfArray(Array.from({ length: n }, () => -Infinity)))
      return E.isLeft(outcome) && outcome.left._tag === 'Empty'
    }),
  countermodels: [
    {
      id: 'uniform',
      description: 'weighs what is masked equally',
      implementation: () => (x) => E.right(mapVector(() => 1 / x.length)(x)),
    },
  ],
})

export const softmaxClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(softmaxSumOne, Softmax.softmax),
  Check.claim(softmaxShift, Softmax.softmax),
  Check.claim(softmaxScale, Softmax.softmax),
  Check.claim(softmaxMonotone, Softmax.softmax),
  Check.claim(softmaxMasked, Softmax.softmax),
  Check.claim(softmaxInfinite, Softmax.softmax),
  Check.claim(softmaxArgmaxOfGap, Softmax.softmax),
  Check.claim(softmaxAllMasked, Softmax.softmax),
]
