/**
 * Log-sum-exp: a smooth maximum, and the logarithms of softmax weights.
 *
 * References: Boyd and Vandenberghe (2004), "Convex Optimization", §3.1.5; Blanchard, Higham and Higham (2021),
 *             "Accurately computing the log-sum-exp and softmax functions".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as LogSumExp from '../LogSumExp.js'
import * as Softmax from '../Softmax.js'
import * as Vector from '../Vector.js'
import { numbersAgree, type Result } from './agree.js'
import { dyadic, extended, size, vector } from './arbitraries.js'
import { vectorOfArray } from './build.js'
import { gamma } from './rounding.js'
import type { Weighing } from './softmax.js'

type V = Vector.Vector

/** β first, then the scores. */
export type SmoothMaximum = (beta: number) => (scores: V) => Result<number>

const source = 'Blanchard, Higham and Higham (2021)'

const naive: SmoothMaximum = (beta) => (x) =>
  E.right(Math.log(Vector.toArray(x).reduce((sum, entry) => sum + Math.exp(beta * entry), 0)) / beta)

/** Shifts by the maximum whatever that is. */
const shifted: SmoothMaximum = (beta) => (x) => {
  const max = Math.max(...x.data)
  return E.right(
    max + Math.log(Vector.toArray(x).reduce((sum, entry) => sum + Math.exp(beta * (entry - max)), 0)) / beta,
  )
}

const meanExp: SmoothMaximum = (beta) => (x) =>
  F.pipe(
    LogSumExp.logSumExp(beta)(x),
    E.map((lse) => lse - Math.log(Math.max(1, x.length)) / beta),
  )

const scoresOf = (entry: fc.Arbitrary<number>, minLength = 0) =>
  fc.array(entry, { minLength, maxLength: 9 }).map(vectorOfArray)

/**
 * The computed lse(1, x) is off by the relative errors of its sum, γₙ₊₁, which the logarithm turns into absolute ones, of the
 * logarithm itself (two units in the last place of log n at most) and of the last sum.
 */
const slack = (n: number, most: number): number => gamma(n + 8) * (1 + most + Math.log(Math.max(1, n)))

export const logSumExpBounds = Law.law<SmoothMaximum>({
  id: 'logSumExp_bounds',
  statement: 'max x ≤ lse(x) ≤ max x + log n',
  source: 'Boyd and Vandenberghe (2004), §3.1.5',
  hypotheses: [],
  property: (logSumExp) =>
    fc.property(scoresOf(fc.oneof(dyadic, fc.constantFrom(1e308, -1e308, 1000)), 1), (x) => {
      const max = Math.max(...x.data)
      return F.pipe(
        logSumExp(1)(x),
        E.exists((lse) => max <= lse && lse <= max + Math.log(x.length) + slack(x.length, Math.abs(max))),
      )
    }),
  countermodels: [
    { id: 'naive', description: 'does not subtract the maximum: ∞ at 1000', implementation: naive },
    { id: 'meanExp', description: 'the logarithm of the mean', implementation: meanExp },
  ],
})

export const logSumExpAppend = Law.law<SmoothMaximum>({
  id: 'logSumExp_append',
  statement: 'lse(x ++ y) = lse(lse(x), lse(y))',
  source: 'exp(lse) adds up',
  hypotheses: [],
  property: (logSumExp) =>
    fc.property(size.chain(vector), size.chain(vector), (x, y) =>
      F.pipe(
        E.Do,
        E.apS('ofX', logSumExp(1)(x)),
        E.apS('ofY', logSumExp(1)(y)),
        E.bind('ofBoth', ({ ofX, ofY }) => logSumExp(1)(vectorOfArray([ofX, ofY]))),
        E.apS('ofAll', logSumExp(1)(vectorOfArray([...x.data, ...y.data]))),
        E.exists(
          ({ ofBoth, ofAll }) =>
            ofBoth === ofAll || Math.abs(ofBoth - ofAll) <= 3 * slack(x.length + y.length + 2, Math.abs(ofAll) + 16),
        ),
      ),
    ),
  countermodels: [{ id: 'meanExp', description: 'the logarithm of the mean', implementation: meanExp }],
})

export const logSumExpScale = Law.law<SmoothMaximum>({
  id: 'logSumExp_scale',
  statement: 'lse(β, x) = β⁻¹ lse(1, βx), exactly so for powers of two',
  source: 'Ramsauer et al. (2020), eq. 4',
  hypotheses: [],
  property: (logSumExp) =>
    fc.property(scoresOf(dyadic), fc.integer({ min: -20, max: 20 }), (x, k) =>
      numbersAgree(logSumExp(2 ** k)(x), E.map((lse: number) => lse / 2 ** k)(logSumExp(1)(Vector.scale(2 ** k)(x)))),
    ),
  countermodels: [
    {
      id: 'unscaled',
      description: 'forgets β⁻¹',
      implementation: (beta) => (x) => LogSumExp.logSumExp(1)(Vector.scale(beta)(x)),
    },
  ],
})

export const logSumExpExtended = Law.law<SmoothMaximum>({
  id: 'logSumExp_extended',
  statement: 'entries −∞ add nothing, the sum of nothing has logarithm −∞, +∞ wins; never NaN',
  source: 'convention of this package: limits',
  hypotheses: [],
  property: (logSumExp) =>
    fc.property(fc.constantFrom(5e-324, 1e-3, 1, 8, Infinity), scoresOf(extended), (beta, x) => {
      const open = Vector.toArray(x).filter((entry) => entry > -Infinity)
      return F.pipe(
        logSumExp(beta)(x),
        E.exists(
          (lse) =>
            numbersAgree(E.right(lse), logSumExp(beta)(vectorOfArray(open))) &&
            (open.length > 0 || lse === -Infinity) &&
            (!open.includes(Infinity) || lse === Infinity),
        ),
      )
    }),
  countermodels: [
    { id: 'shifted', description: 'shifts by the maximum whatever it is: ∞ − ∞ is NaN', implementation: shifted },
  ],
})

/**
 * A log-weight ℓ has an absolute error below γₙ₊₁ + (3 + |ℓ|) units for its sum, logarithm and difference; exp makes it
 * relative and adds its own; the weight has a relative error below γₙ₊₄.
 */
export const logSoftmaxExp = Law.law<Weighing>({
  id: 'logSoftmax_exp',
  statement: 'exp(logSoftmax(x)) = softmax(x)',
  source,
  hypotheses: [],
  property: (logSoftmax) =>
    fc.property(scoresOf(dyadic, 1), (x) =>
      F.pipe(
        E.Do,
        E.apSW('logs', logSoftmax(1)(x)),
        E.apSW('weights', Softmax.softmax(1)(x)),
        E.exists(({ logs, weights }) =>
          Vector.toArray(weights).every((w, i) => {
            const log = logs.data[i] ?? NaN
            return Math.abs(Math.exp(log) - w) <= gamma(2 * x.length + 16 + 4 * Math.ceil(Math.abs(log))) * w
          }),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'unnormalised',
      description: 'subtracts the maximum only',
      implementation: () => (x) =>
        E.right(vectorOfArray(Vector.toArray(x).map((entry) => entry - Math.max(...x.data)))),
    },
  ],
})

export const logSoftmaxFinite = Law.law<Weighing>({
  id: 'logSoftmax_finite',
  statement: 'finite scores have finite log-weights, however small the weight',
  source,
  hypotheses: [],
  property: (logSoftmax) =>
    fc.property(scoresOf(fc.oneof(dyadic, fc.constantFrom(-1e300, 0, 1e6)), 1), (x) =>
      F.pipe(
        logSoftmax(1)(x),
        E.exists((logs) => Vector.toArray(logs).every(Number.isFinite)),
      ),
    ),
  countermodels: [
    {
      id: 'afterwards',
      description: 'takes the logarithm of the weight, which may have underflowed',
      implementation: (beta) => (x) =>
        F.pipe(
          Softmax.softmax(beta)(x),
          E.map((w) => vectorOfArray(Vector.toArray(w).map(Math.log))),
        ),
    },
  ],
})

export const logSumExpClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(logSumExpBounds, LogSumExp.logSumExp),
  Check.claim(logSumExpAppend, LogSumExp.logSumExp),
  Check.claim(logSumExpScale, LogSumExp.logSumExp),
  Check.claim(logSumExpExtended, LogSumExp.logSumExp),
  Check.claim(logSoftmaxExp, Softmax.logSoftmax),
  Check.claim(logSoftmaxFinite, Softmax.logSoftmax),
]
