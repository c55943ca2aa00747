/**
 * Laws of the capacities that theory promises (row D3).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Crosstalk } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as DenseCapacity from '../DenseCapacity.js'

/** Numbers of patterns, and the errors that they make. */
export interface Capacities {
  readonly errorFree: (degree: number, size: number) => number
  readonly withErrors: (degree: number, share: number, size: number) => number
  readonly bitError: (degree: number, size: number, count: number) => number
}

const number: (answer: E.Either<unknown, number>) => number = E.getOrElse(() => NaN)

export const capacities: Capacities = {
  errorFree: (degree, size) => number(DenseCapacity.errorFree(degree)(size)),
  withErrors: (degree, share, size) => number(DenseCapacity.withErrors(degree, share)(size)),
  bitError: (degree, size, count) => number(DenseCapacity.bitErrorProbability(degree)(size, count)),
}

/** A product of at most 40 factors, a logarithm, an inverse error function: some hundred rounding errors. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2 ** -45 * Math.abs(b)

const degree = fc.integer({ min: 2, max: 20 })
const size = fc.integer({ min: 2, max: 1000 })
const share = fc.double({ min: 1e-6, max: 0.49, noNaN: true })

export const denseCapacityGrowth = Law.law<Capacities>({
  id: 'denseCapacity_growth',
  statement:
    'K(2) = n / (2 ln n), or n times the classical load at an error share; each degree more multiplies K by n / (2a − 1)',
  source: 'Krotov and Hopfield (2016), eq. 6 and 7; errata 44',
  rows: ['D3'],
  hypotheses: [],
  property: ({ errorFree, withErrors }) =>
    fc.property(degree, size, share, (a, n, p) => {
      const more = n / (2 * a - 1)
      return (
        near(errorFree(2, n), n / (2 * Math.log(n))) &&
        near(withErrors(2, p, n), n * number(Crosstalk.loadAt(p))) &&
        near(errorFree(a + 1, n), errorFree(a, n) * more) &&
        near(withErrors(a + 1, p, n), withErrors(a, p, n) * more)
      )
    }),
  countermodels: [
    {
      id: 'binary_logarithm',
      description: 'takes the logarithm to base 2, as two of the lectures print it',
      implementation: { ...capacities, errorFree: (a, n) => capacities.errorFree(a, n) * Math.LN2 },
    },
    {
      id: 'no_double_factorial',
      description: 'takes n^(a−1) alone for the growth',
      implementation: { ...capacities, withErrors: (a, p, n) => capacities.withErrors(2, p, n) * n ** (a - 2) },
    },
    {
      id: 'even_factors',
      description: 'takes (2a−2)!! for (2a−3)!!',
      implementation: {
        ...capacities,
        errorFree: (a, n) =>
          n ** (a - 1) /
          (2 * Math.log(n) * Array.from({ length: a - 1 }).reduce((f: number, _, j) => f * (2 * j + 2), 1)),
      },
    },
  ],
})

/** An error in z shows z² times in erfc z, and z² < 12 from a share of 10⁻⁶ on. */
const slack = 1 + 2 ** -40

export const denseCapacityInverse = Law.law<Capacities>({
  id: 'denseCapacity_inverse',
  statement: 'errors grow with the patterns, and reach a share at the capacity for that share',
  source: 'Krotov and Hopfield (2016), eq. 6',
  rows: ['D3'],
  hypotheses: [],
  property: ({ withErrors, bitError }) =>
    fc.property(fc.integer({ min: 2, max: 6 }), size, share, (a, n, p) => {
      const count = Math.floor(withErrors(a, p, n))
      return (count < 1 || bitError(a, n, count) <= p * slack) && bitError(a, n, count + 1) * slack >= p
    }),
  countermodels: [
    {
      id: 'half_forgotten',
      description: 'leaves the factor ½ out: both tails of the noise',
      implementation: { ...capacities, bitError: (...at) => 2 * capacities.bitError(...at) },
    },
    {
      id: 'signal_alone',
      description: 'expects no errors below n^(a−1) patterns',
      implementation: { ...capacities, bitError: (a, n, count) => (count < n ** (a - 1) ? 0 : 0.5) },
    },
  ],
})

/** The rate I of large deviations. */
export type Rate = (mean: number) => number

export const rate: Rate = (mean) => number(DenseCapacity.rate(mean))

/** P(at least k of n fair coins). */
const tail = (n: number, k: number): number => {
  const terms = Array.from({ length: n }).reduce<ReadonlyArray<number>>(
    (all, _, j) => all.concat(((all[j] ?? 0) * (n - j)) / (j + 1)),
    [2 ** -n],
  )
  return terms.slice(k).reduceRight((sum, term) => sum + term, 0)
}

export const denseRateBounds = Law.law<Rate>({
  id: 'denseRate_bounds',
  statement: 'n fair signs have a mean of x > 0 or more with a probability from exp(−n I(x)) / (n + 1) to exp(−n I(x))',
  source: 'Chernoff (1952); the method of types; rate function of Demircigil et al. (2017), theorem 3 (errata 45)',
  rows: ['D3'],
  hypotheses: [
    {
      id: 'above_mean',
      statement: 'x is above the mean 0',
      dropped: (rateOf) =>
        fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), (n, k) => bounded(rateOf, n, k % (n + 1))),
    },
  ],
  property: (rateOf) =>
    fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(30), (n, above) =>
      bounded(rateOf, n, Math.min(n, Math.ceil(n / 2) + above)),
    ),
  countermodels: [
    {
      id: 'normal',
      description: 'takes the tail of the normal distribution, x²/2',
      implementation: (x) => x ** 2 / 2,
    },
    {
      id: 'binary_logarithm',
      description: 'takes logarithms to base 2',
      implementation: (x) => rate(x) / Math.LN2,
    },
    {
      id: 'not_halved',
      description: 'leaves the factor ½ out',
      implementation: (x) => 2 * rate(x),
    },
  ],
})

/** Exponentials of at most 60 ln 2, and sums of at most 61 positive terms: a hundred rounding errors. */
const bounded = (rateOf: Rate, n: number, k: number): boolean => {
  const [probability, bound] = [tail(n, k), Math.exp(-n * rateOf((2 * k - n) / n))]
  return probability <= bound * (1 + 2 ** -44) && probability * (1 + 2 ** -44) >= bound / (n + 1)
}
