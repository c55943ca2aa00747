/**
 * Exact and compensated sums.
 *
 * References: Ogita, Rump and Oishi (2005), "Accurate sum and dot product"; Higham (2002), ch. 4.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Random from '../Random.js'
import * as Summation from '../Summation.js'
import * as Vector from '../Vector.js'
import type { Result } from './agree.js'
import { numbersAgree } from './agree.js'
import { dyadic, random } from './arbitraries.js'
import { vectorOfArray } from './build.js'
import { value } from './draw.js'
import { gamma, unit } from './rounding.js'

type V = Vector.Vector
type Sum = (x: V) => number
type Dot = (x: V) => (y: V) => Result<number>

const naive: Sum = (x) => Vector.toArray(x).reduce((sum, each) => sum + each, 0)

/** Kahan (1965), who compensates the sum but not the summand. */
const kahan: Sum = (x) =>
  Vector.toArray(x).reduce<readonly [number, number]>(
    ([sum, lost], each) => {
      const corrected = each - lost
      const next = sum + corrected
      return [next, next - sum - corrected]
    },
    [0, 0],
  )[0]

/** Numbers of all sizes, some of which cancel. */
const spread = fc.oneof(
  dyadic,
  fc.tuple(dyadic, fc.integer({ min: -1000, max: 1000 })).map(([x, k]) => x * 2 ** k),
  fc.constantFrom(1e308, -1e308, 5e-324, -5e-324, 1e100, -1e100),
)

const numbers = fc.array(spread, { maxLength: 12 })

const shuffled = (xs: ReadonlyArray<number>, from: Random.Random): V =>
  vectorOfArray(value(Random.permutation(xs.length), from).map((i) => xs[i] ?? NaN))

export const exactSumCancels = Law.law<Sum>({
  id: 'exactSum_cancels',
  statement: 'numbers, their opposites and one more, in any order, add up to that one',
  source: 'a sum is rounded once',
  hypotheses: [],
  property: (sum) =>
    fc.property(
      numbers,
      spread,
      random,
      (xs, rest, from) => sum(shuffled([...xs, ...xs.map((x) => -x), rest], from)) === rest,
    ),
  countermodels: [
    { id: 'naive', description: 'rounds each addition', implementation: naive },
    { id: 'compensated', description: 'compensates once', implementation: Summation.compensated },
  ],
})

export const exactSumPerm = Law.law<Sum>({
  id: 'exactSum_perm',
  statement: 'the order does not matter, and two summands round as + does',
  source: 'a sum is rounded once',
  hypotheses: [],
  property: (sum) =>
    fc.property(
      numbers,
      random,
      spread,
      spread,
      (xs, from, a, b) => sum(shuffled(xs, from)) === sum(vectorOfArray(xs)) && sum(vectorOfArray([a, b])) === a + b,
    ),
  countermodels: [
    { id: 'naive', description: 'rounds each addition', implementation: naive },
    {
      id: 'truncated',
      description: 'cuts off instead of rounding',
      implementation: (x) => Math.fround(Summation.exact(x)),
    },
  ],
})

/** The size of the terms. What the law compares with is the exact sum, rounded: another u |s|. */
const absolute: Sum = (x) => Summation.exact(Vector.map(Math.abs)(x))

export const compensatedBound = Law.law<Sum>({
  id: 'compensated_bound',
  statement: '|ŝ − s| ≤ u |s| + γₙ² Σ |xᵢ|',
  source: 'Ogita, Rump and Oishi (2005), proposition 4.5',
  hypotheses: [],
  property: (sum) =>
    fc.property(
      fc.array(
        spread.filter((x) => Math.abs(x) < 1e300),
        { maxLength: 12 },
      ),
      random,
      (xs, from) => {
        const x = shuffled([...xs, ...xs.map((each) => -each), 1], from)
        const exact = Summation.exact(x)
        return Math.abs(sum(x) - exact) <= 2 * unit * Math.abs(exact) + gamma(x.length) ** 2 * absolute(x)
      },
    ),
  countermodels: [
    { id: 'naive', description: 'rounds each addition', implementation: naive },
    { id: 'kahan', description: 'compensates the sum but not a summand that is greater', implementation: kahan },
  ],
})

/** Pairs of numbers whose products neither overflow nor underflow. */
const pairs = fc.array(fc.tuple(dyadic, dyadic, fc.integer({ min: -200, max: 200 })), { maxLength: 9 })

const columnsOf = (drawn: ReadonlyArray<readonly [number, number, number]>): readonly [V, V] => {
  const doubled = [
    ...drawn,
    ...drawn.map(([x, y, k]): readonly [number, number, number] => [-x, y * (1 + 2 ** -30), k]),
  ]
  return [
    vectorOfArray(doubled.map(([x, , k]) => x * (1 + 2 ** -29) * 2 ** k)),
    vectorOfArray(doubled.map(([, y, k]) => y * 2 ** (k % 50))),
  ]
}

const exactDot: Dot = Summation.exactDot

export const compensatedDotBound = Law.law<Dot>({
  id: 'compensatedDot_bound',
  statement: '|ŝ − s| ≤ u |s| + γₙ² Σ |xᵢ yᵢ|',
  source: 'Ogita, Rump and Oishi (2005), proposition 5.5',
  hypotheses: [],
  property: (dot) =>
    fc.property(pairs, (drawn) => {
      const [x, y] = columnsOf(drawn)
      return F.pipe(
        E.Do,
        E.apS('computed', dot(x)(y)),
        E.apSW('exact', exactDot(x)(y)),
        E.apSW('size', exactDot(Vector.map(Math.abs)(x))(Vector.map(Math.abs)(y))),
        E.exists(
          ({ computed, exact, size }) =>
            Math.abs(computed - exact) <= 2 * unit * Math.abs(exact) + gamma(x.length + 1) ** 2 * size,
        ),
      )
    }),
  countermodels: [
    { id: 'naive', description: 'rounds each product and addition', implementation: Vector.dot },
    {
      id: 'sumOnly',
      description: 'compensates the additions but not the products',
      implementation: (x) => (y) => F.pipe(Vector.hadamard(x)(y), E.map(Summation.compensated)),
    },
  ],
})

export const exactDotCancels = Law.law<Dot>({
  id: 'exactDot_cancels',
  statement:
    'products and their opposites add up to nothing, and one product rounds as × does, in the subnormal range too',
  source: 'a sum is rounded once',
  hypotheses: [],
  property: (dot) =>
    fc.property(fc.array(fc.tuple(spread, spread), { maxLength: 9 }), spread, spread, (drawn, a, b) => {
      const x = vectorOfArray([...drawn.map(([left]) => left), ...drawn.map(([left]) => -left), a])
      const y = vectorOfArray([...drawn.map(([, right]) => right), ...drawn.map(([, right]) => right), b])
      return numbersAgree(dot(x)(y), E.right(a * b))
    }),
  countermodels: [{ id: 'compensated', description: 'compensates once', implementation: Summation.dot }],
})

export const summationClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(exactSumCancels, Summation.exact),
  Check.claim(exactSumPerm, Summation.exact),
  Check.claim(compensatedBound, Summation.compensated),
  Check.claim(compensatedDotBound, Summation.dot),
  Check.claim(exactDotCancels, Summation.exactDot),
]
