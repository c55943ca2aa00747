/**
 * The error function, its complement and their inverses.
 *
 * References: Abramowitz and Stegun (1964), ch. 7.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Erf from '../Erf.js'
import { exactSum } from '../kernels/summation.js'
import type { Result } from './agree.js'
import { gamma, unit } from './rounding.js'

/** erf and erfc. */
export interface ErrorFunctions {
  readonly erf: (x: number) => number
  readonly erfc: (x: number) => number
}

const truth: ErrorFunctions = { erf: Erf.erf, erfc: Erf.erfc }

const subtracting: ErrorFunctions = { erf: Erf.erf, erfc: (x) => 1 - Erf.erf(x) }

/** Abramowitz and Stegun (1964), 7.1.26: right to 1.5e-7. */
const handbook = (x: number): number => {
  const t = 1 / (1 + 0.3275911 * Math.abs(x))
  const sum = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
  const value = 1 - sum * Math.exp(-x * x)
  return x < 0 ? -value : value
}

const handbookPair: ErrorFunctions = { erf: handbook, erfc: (x) => 1 - handbook(x) }

/** Four units where numbers are subnormal. */
const subnormal = 2 ** -1072

const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -30, max: 30, noNaN: true }),
)

export const erfAddErfc = Law.law<ErrorFunctions>({
  id: 'erf_add_erfc',
  statement: 'erf is odd, erf x + erfc x = 1 and erfc x + erfc (−x) = 2, up to one rounding of each',
  source: 'Abramowitz and Stegun (1964), 7.1.2 and 7.1.9',
  hypotheses: [],
  property: ({ erf, erfc }) =>
    fc.property(
      finite,
      (x) =>
        Object.is(erf(-x), -erf(x)) &&
        Math.abs(erf(x) + erfc(x) - 1) <= 4 * unit &&
        Math.abs(erfc(x) + erfc(-x) - 2) <= 8 * unit,
    ),
  countermodels: [
    {
      id: 'normal',
      description: 'takes the distribution of a normal variable for erf',
      implementation: { erf: (x) => 2 * Erf.erf(x * Math.SQRT1_2), erfc: Erf.erfc },
    },
    {
      id: 'upperHalf',
      description: 'forgets negative arguments',
      implementation: { erf: (x) => Erf.erf(Math.abs(x)), erfc: Erf.erfc },
    },
  ],
})

/**
 * The terms (−1)ⁿ x²ⁿ⁺¹ / (n! (2n+1)) of √π/2 erf x: for |x| ≤ 1 the 20th is below 1e-20 of the first. Each is rounded 2n + 3
 * times, and they add up to at most e |x| in absolute value, so the sum is off by less than 50 e u |x|, most of it in terms
 * that are tiny: 16 u |x| is left.
 */
const series = (x: number): number => {
  const terms = Array.from({ length: 20 }, (_, n) => n).reduce<ReadonlyArray<number>>(
    (all, n) => (n === 0 ? [x] : [...all, ((all[n - 1] ?? NaN) * -(x * x)) / n]),
    [],
  )
  const scaled = terms.map((term, n) => term / (2 * n + 1))
  return (exactSum(scaled, scaled.length) * 2) / Math.sqrt(Math.PI)
}

export const erfSeries = Law.law<ErrorFunctions>({
  id: 'erf_series',
  statement: 'erf x = 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n+1)), to relative accuracy down to the smallest x',
  source: 'Abramowitz and Stegun (1964), 7.1.5',
  hypotheses: [],
  property: ({ erf }) =>
    fc.property(
      fc.oneof(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }).map((k) => 2 ** -k),
      ),
      (x) => Math.abs(erf(x) - series(x)) <= 24 * unit * Math.abs(x) + subnormal,
    ),
  countermodels: [
    { id: 'handbook', description: 'the formula of the handbook with seven digits', implementation: handbookPair },
    {
      id: 'complement',
      description: '1 − erfc, which loses small x',
      implementation: { ...truth, erf: (x) => 1 - Erf.erfc(x) },
    },
  ],
})

/** exp(x²), its square taken apart: two roundings and two units. */
const bell = (x: number): number => {
  const high = Math.fround(x)
  return Math.exp(-high * high) * Math.exp((high - x) * (high + x))
}

export const erfcTail = Law.law<ErrorFunctions>({
  id: 'erfc_tail',
  statement: '2/(x + √(x² + 2)) < √π exp(x²) erfc x ≤ 2/(x + √(x² + 4/π)) for x ≥ 0, as far as erfc is a normal number',
  source: 'Abramowitz and Stegun (1964), 7.1.13',
  hypotheses: [],
  property: ({ erfc }) =>
    fc.property(fc.double({ min: 0, max: 26.4, noNaN: true }), (x) => {
      const scale = (2 * bell(x)) / Math.sqrt(Math.PI)
      const slack = gamma(16)
      return (
        erfc(x) >= (scale / (x + Math.sqrt(x * x + 2))) * (1 - slack) &&
        erfc(x) <= (scale / (x + Math.sqrt(x * x + 4 / Math.PI))) * (1 + slack)
      )
    }),
  countermodels: [
    { id: 'subtracting', description: '1 − erf, which is 0 from 6 on', implementation: subtracting },
    { id: 'handbook', description: 'the formula of the handbook with seven digits', implementation: handbookPair },
  ],
})

/** The inverses. */
export interface Inverses {
  readonly erfInverse: (p: number) => Result<number>
  readonly erfcInverse: (p: number) => Result<number>
}

const inverses: Inverses = { erfInverse: Erf.erfInverse, erfcInverse: Erf.erfcInverse }

const slope = (x: number): number => (2 / Math.sqrt(Math.PI)) * bell(Math.abs(x))

/** An x that is off by 8 units moves erf by 8 u |x| erf′ x, and erf and p are rounded once each. */
export const erfInverseErf = Law.law<Pick<Inverses, 'erfInverse'>>({
  id: 'erfInverse_erf',
  statement: 'erf (erf⁻¹ p) = p, up to 8 units of erf⁻¹ p',
  source: 'definition of an inverse',
  hypotheses: [],
  property: ({ erfInverse }) =>
    fc.property(
      fc.oneof(
        fc.double({ min: -1, max: 1, minExcluded: true, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 1, max: 1000 }).map((k) => 2 ** -k),
        fc.integer({ min: 1, max: 52 }).map((k) => 1 - 2 ** -k),
      ),
      (p) =>
        F.pipe(
          erfInverse(p),
          E.exists(
            (x) => Math.abs(Erf.erf(x) - p) <= 4 * unit * Math.abs(p) + 8 * unit * Math.abs(x) * slope(x) + subnormal,
          ),
        ),
    ),
  countermodels: [
    {
      id: 'winitzki',
      description: 'Winitzki’s approximation, right to 2e-3',
      implementation: {
        erfInverse: (p) => {
          const log = Math.log1p(-p * p)
          const half = 2 / (Math.PI * 0.147) + log / 2
          return E.right(Math.sign(p) * Math.sqrt(Math.sqrt(half * half - log / 0.147) - half))
        },
      },
    },
    {
      id: 'complement',
      description: 'erfc⁻¹(1 − p), which loses small p',
      implementation: { erfInverse: (p) => Erf.erfcInverse(1 - p) },
    },
  ],
})

/** In the tail erfc′/erfc is below 2x + 2, so 8 units of x move erfc by 8 u x (2x + 2), relative. */
export const erfcInverseErfc = Law.law<Pick<Inverses, 'erfcInverse'>>({
  id: 'erfcInverse_erfc',
  statement: 'erfc (erfc⁻¹ p) = p to relative accuracy, however small p, up to 8 units of erfc⁻¹ p',
  source: 'definition of an inverse',
  hypotheses: [],
  property: ({ erfcInverse }) =>
    fc.property(
      fc.oneof(
        fc.double({ min: 1e-300, max: 2, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 1000 }).map((k) => 2 ** -k),
      ),
      (p) =>
        F.pipe(
          erfcInverse(p),
          E.exists((x) => {
            const size = Math.abs(x)
            return Math.abs(Erf.erfc(x) / p - 1) <= 8 * unit * (1 + size * (2 * size + 2))
          }),
        ),
    ),
  countermodels: [
    {
      id: 'complement',
      description: 'erf⁻¹(1 − p), which is ∞ for small p',
      implementation: { erfcInverse: (p) => Erf.erfInverse(1 - p) },
    },
  ],
})

export const erfClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(erfAddErfc, truth),
  Check.claim(erfSeries, truth),
  Check.claim(erfcTail, truth),
  Check.claim(erfInverseErf, inverses),
  Check.claim(erfcInverseErfc, inverses),
]
