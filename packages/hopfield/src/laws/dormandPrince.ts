/**
 * Laws of the integrator (row H13): its order is shown, not taken on trust.
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import type { Numbers, Rows } from './arbitraries.js'
import { oneStep, rowNorm, type OneStep } from './gradedAdapters.js'

const unit = 2 ** -53

const apply = (a: Rows, y: Numbers): Numbers => a.map((row) => row.reduce((total, w, j) => total + w * (y[j] ?? 0), 0))

const greatest = (values: Numbers): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)

/** Euler's step, and the classical one of fourth order: what somebody might take for it. */
const euler: OneStep = (flow, h, y) => {
  const slope = flow(y)
  return { end: y.map((value, i) => value + h * (slope[i] ?? 0)), error: y.map(() => 0) }
}

const classical: OneStep = (flow, h, y) => {
  const by = (share: number, slope: Numbers): Numbers => y.map((value, i) => value + share * h * (slope[i] ?? 0))
  const a = flow(y)
  const b = flow(by(0.5, a))
  const c = flow(by(0.5, b))
  const d = flow(by(1, c))
  const mean = a.map((each, i) => (each + 2 * (b[i] ?? 0) + 2 * (c[i] ?? 0) + (d[i] ?? 0)) / 6)
  return { end: by(1, mean), error: y.map(() => 0) }
}

const lower = [
  { id: 'euler', description: 'one slope, order one', implementation: euler },
  { id: 'classical', description: 'the classical method of Runge and Kutta, of order four', implementation: classical },
] as const

const quarter = fc.integer({ min: -8, max: 8 }).map((k) => k / 4)

const systems = fc.integer({ min: 1, max: 3 }).chain((n) => {
  const row = fc.array(quarter, { minLength: n, maxLength: n })
  return fc.tuple(fc.array(row, { minLength: n, maxLength: n }), row)
})

export const dormandPrinceLinear = Law.law<OneStep>({
  id: 'dormandPrince_linear',
  statement: 'for dy/dt = Ay a step is 1 + z + z²/2 + z³/6 + z⁴/24 + z⁵/120 + z⁶/600 of z = hA, up to rounding',
  source: 'Dormand and Prince (1980), table 2; Hairer and Wanner (1996), eq. IV.2.13',
  rows: ['H13'],
  hypotheses: [],
  property: (step) =>
    fc.property(systems, fc.constantFrom(1 / 16, 1 / 32), ([a, y], h) => {
      const coefficients = [1, 1, 1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 600]
      const expected = coefficients.reduce<{ readonly power: Numbers; readonly total: Numbers }>(
        ({ power, total }, c) => ({
          power: apply(a, power).map((value) => h * value),
          total: total.map((value, i) => value + c * (power[i] ?? 0)),
        }),
        { power: y, total: y.map(() => 0) },
      ).total
      // No stage has weights of more than 28 in all, so each may enlarge what the one before was off by 1 + 28 h‖A‖ times.
      const slack = 64 * unit * (1 + 28 * h * rowNorm(a)) ** 6 * greatest(y)
      return step((place) => apply(a, place), h, y).end.every(
        (value, i) => Math.abs(value - (expected[i] ?? NaN)) <= slack,
      )
    }),
  countermodels: [...lower],
})

export const dormandPrinceQuadrature = Law.law<OneStep>({
  id: 'dormandPrince_quadrature',
  statement: 'powers of time up to the fourth are integrated exactly, and the error is estimated as 0 up to the third',
  source: 'the order conditions Σ bᵢcᵢᵏ = 1/(k + 1): Hairer, Nørsett and Wanner (1993), §II.1',
  rows: ['H13'],
  hypotheses: [],
  property: (step) =>
    fc.property(
      fc.integer({ min: 0, max: 4 }),
      fc.constantFrom(0, 1, 0.5, -2),
      fc.constantFrom(1, 0.5, 2),
      (k, from, h) => {
        // Two components: the time, whose slope is 1, and the integral of its power.
        const { end, error } = step(([t = NaN]) => [1, t ** k], h, [from, 0])
        const to = from + h
        const size = Math.max(Math.abs(from), Math.abs(to)) ** k
        // The weights of the last stage add up to 1.7 in absolute value, those of the stages before to 28.
        const slack = 64 * 28 * unit * h * (1 + size) * (k + 1)
        const exact = (to ** (k + 1) - from ** (k + 1)) / (k + 1)
        const estimate = Math.abs(error[1] ?? NaN)
        return (
          Math.abs((end[0] ?? NaN) - to) <= slack &&
          Math.abs((end[1] ?? NaN) - exact) <= slack &&
          (k < 4 ? estimate <= slack : estimate > slack)
        )
      },
    ),
  countermodels: [...lower],
})

/** From y for one unit of time, in so many steps. */
const over = (step: OneStep, flow: (y: Numbers) => Numbers, steps: number, y: Numbers): Numbers =>
  Array.from({ length: steps }).reduce<Numbers>((place) => step(flow, 1 / steps, place).end, y)

export const dormandPrinceOrder = Law.law<OneStep>({
  id: 'dormandPrince_order',
  statement:
    'with half the step a logistic curve is followed 32 times as closely: the order that is observed exceeds 4½',
  source: 'Dormand and Prince (1980)',
  rows: ['H13'],
  hypotheses: [],
  property: (step) =>
    fc.property(
      fc.double({ min: 1, max: 2, noNaN: true }),
      fc.double({ min: 0.5, max: 4, noNaN: true }),
      (rate, capacity) => {
        const flow = (y: Numbers): Numbers => y.map((value) => rate * value * (1 - value / capacity))
        const starts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((k) => (capacity * k) / 10)
        const exact = starts.map((y) => capacity / (1 + (capacity / y - 1) * Math.exp(-rate)))
        const off = (steps: number): number =>
          greatest(over(step, flow, steps, starts).map((value, i) => value - (exact[i] ?? NaN)))
        return off(8) <= off(4) / 2 ** 4.5 + 64 * unit * capacity
      },
    ),
  countermodels: [
    ...lower,
    {
      id: 'misprint',
      description: 'adds a tenth of a thousandth of what the first slope says',
      implementation: (flow, h, y) => {
        const { end, error } = oneStep(flow, h, y)
        const slope = flow(y)
        return { end: end.map((value, i) => value + 1e-4 * h * (slope[i] ?? 0)), error }
      },
    },
  ],
})
