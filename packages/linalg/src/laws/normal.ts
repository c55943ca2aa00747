/**
 * The normal distribution.
 *
 * References: Abramowitz and Stegun (1964), ch. 26.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Erf from '../Erf.js'
import * as Normal from '../Normal.js'
import type { Result } from './agree.js'
import { unit } from './rounding.js'

/** φ, Φ and Φ⁻¹. */
export interface Distribution {
  readonly density: (x: number) => number
  readonly cumulative: (x: number) => number
  readonly quantile: (p: number) => Result<number>
}

const truth: Distribution = { density: Normal.density, cumulative: Normal.cumulative, quantile: Normal.quantile }

const source = 'Abramowitz and Stegun (1964), 26.2'

const argument = fc.double({ min: -8, max: 8, noNaN: true })

/** Simpson's rule on [x, x + h] is off by h⁵/2880 max |φ⁗| < h⁵/2880 · 1.2, which for h = 2⁻⁸ is below 4 u. */
export const normalDensityDerivative = Law.law<Distribution>({
  id: 'normal_density_derivative',
  statement: 'Φ(x + h) − Φ(x) is the integral of φ, by Simpson’s rule for h = 2⁻⁸ up to 4 u and the rounding of Φ',
  source,
  hypotheses: [],
  property: ({ density, cumulative }) =>
    fc.property(argument, (x) => {
      const h = 2 ** -8
      const simpson = (h / 6) * (density(x) + 4 * density(x + h / 2) + density(x + h))
      return Math.abs(cumulative(x + h) - cumulative(x) - simpson) <= 12 * unit
    }),
  countermodels: [
    {
      id: 'unnormalised',
      description: 'forgets 1/√(2π)',
      implementation: { ...truth, density: (x) => Math.exp((-x * x) / 2) },
    },
    {
      id: 'erf',
      description: 'forgets √2',
      implementation: { ...truth, cumulative: (x) => Erf.erfc(-x) / 2 },
    },
  ],
})

export const normalReflect = Law.law<Distribution>({
  id: 'normal_reflect',
  statement: 'φ(−x) = φ(x), exactly, and Φ(−x) + Φ(x) = 1, up to one rounding of each',
  source,
  hypotheses: [],
  property: ({ density, cumulative }) =>
    fc.property(
      fc.oneof(argument, fc.double({ noNaN: true })),
      (x) => density(-x) === density(x) && Math.abs(cumulative(-x) + cumulative(x) - 1) <= 4 * unit,
    ),
  countermodels: [
    {
      id: 'logistic',
      description: 'a logistic curve, shifted',
      implementation: { ...truth, cumulative: (x) => 1 / (1 + Math.exp(-1.702 * x - 0.001)) },
    },
  ],
})

/**
 * 8 units of x move Φ by 8 u x φ/Φ, relative, and φ/Φ is below |x| + 1 in the tail. The argument −x/√2 of erfc is rounded, too:
 * another u x (|x| + 1).
 */
export const quantileCumulative = Law.law<Distribution>({
  id: 'quantile_cumulative',
  statement: 'Φ(Φ⁻¹(p)) = p to relative accuracy for p ≤ ½, however small, up to 8 units of Φ⁻¹(p)',
  source: 'definition of an inverse',
  hypotheses: [],
  property: ({ cumulative, quantile }) =>
    fc.property(
      fc.oneof(
        fc.double({ min: 1e-300, max: 0.5, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }).map((k) => 2 ** -k),
      ),
      (p) =>
        F.pipe(
          quantile(p),
          E.exists((x) => {
            const size = Math.abs(x)
            return Math.abs(cumulative(x) / p - 1) <= unit * (8 + 12 * size * (size + 1))
          }),
        ),
    ),
  countermodels: [
    {
      id: 'handbook',
      description: 'the formula of the handbook, right to 4.5e-4',
      implementation: {
        ...truth,
        quantile: (p) => {
          const t = Math.sqrt(-2 * Math.log(p))
          return E.right(
            (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t,
          )
        },
      },
    },
  ],
})

export const quantileReflect = Law.law<Distribution>({
  id: 'quantile_reflect',
  statement: 'Φ⁻¹(1 − p) = −Φ⁻¹(p), exactly where 1 − p is',
  source,
  hypotheses: [],
  property: ({ quantile }) =>
    fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (k) => {
      const p = k / 2 ** 20
      return F.pipe(
        E.Do,
        E.apS('below', quantile(p)),
        E.apS('above', quantile(1 - p)),
        E.exists(({ below, above }) => below === -above),
      )
    }),
  countermodels: [
    {
      id: 'odds',
      description: 'the quantile of the logistic distribution, scaled',
      implementation: { ...truth, quantile: (p) => E.right(Math.log(p / (1 - p)) / 1.702) },
    },
  ],
})

export const normalClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(normalDensityDerivative, truth),
  Check.claim(normalReflect, truth),
  Check.claim(quantileCumulative, truth),
  Check.claim(quantileReflect, truth),
]
