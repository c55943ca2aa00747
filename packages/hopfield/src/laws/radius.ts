/**
 * Laws of the guaranteed radius (rows H6, H8).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import { equalNumbers, run } from './adapters.js'
import { order, type Freedom, type Numbers } from './arbitraries.js'
import { largest, margins, radius, subjects, sum, tried, type RadiusOf } from './margin.js'

const leads = (instance: Instance, xi: Numbers, y: Numbers, units: Numbers, seed: number): boolean =>
  equalNumbers(Reference.updateAll(instance, y), xi) &&
  equalNumbers(Reference.sweep(instance, y, units), xi) &&
  equalNumbers(run(instance, Schedule.randomUnit(seed), y).state, xi)

const leading = (beyond: number, freedom: Freedom) => (radiusOf: RadiusOf) =>
  fc.property(
    subjects(freedom).chain(([instance, xi]) =>
      fc.tuple(fc.constant(instance), fc.constant(xi), order(xi.length), fc.integer()),
    ),
    ([instance, xi, units, seed]) => {
      const d = radiusOf(instance, xi)
      return d < 0 || Reference.ball(instance, xi, d + beyond).every((y) => leads(instance, xi, y, units, seed))
    },
  )

const forgetsTheFactor: RadiusOf = (instance, xi) =>
  radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) =>
        margins(instance, xi).every(({ margin, harms }) => margin - sum(harms.slice(0, d)) / 2 > (d === 0 ? -1 : 0)),
      )

const meanMargin: RadiusOf = (instance, xi) => {
  const all = margins(instance, xi)
  const mean = sum(all.map(({ margin }) => margin)) / all.length
  return radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) => all.every(({ harms }) => mean - sum(harms.slice(0, d)) > (d === 0 ? -1 : 0)))
}

const tiesAlwaysHelp: RadiusOf = (instance, xi) =>
  radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) =>
        margins(instance, xi).every(({ margin, self, harms }) =>
          d === 0 ? true : margin >= sum(harms.slice(0, d)) && margin - self >= sum(harms.slice(0, d - 1)),
        ),
      )

const selfForgotten: RadiusOf = (instance, xi) =>
  radius({ ...instance, weights: instance.weights.map((row, i) => row.with(i, 0)), tie: instance.tie }, xi)

export const radiusRecall = Law.law<RadiusOf>({
  id: 'radius_recall',
  statement:
    'every state within the radius of ξ is led to ξ by one synchronous step, by one sweep in any order, and by any fair schedule, whatever W',
  source: 'Komlós and Paturi (1988) for the question; by the d largest |Δy|·σᵢσⱼwᵢⱼ against the margin',
  rows: ['H6', 'H8'],
  hypotheses: [{ id: 'within', statement: 'the start is within the radius', dropped: leading(1, {}) }],
  property: leading(0, {}),
  countermodels: [
    {
      id: 'factor_two_forgotten',
      description: 'lets a turned unit take wᵢⱼ from the field instead of 2wᵢⱼ',
      implementation: forgetsTheFactor,
    },
    {
      id: 'mean_margin',
      description: 'takes the mean of the margins for the least',
      implementation: meanMargin,
    },
    {
      id: 'ties_always_help',
      description: 'is content with a margin of 0 whatever the policy makes of it',
      implementation: tiesAlwaysHelp,
    },
    {
      id: 'self_forgotten',
      description: 'does not see that a turned unit also holds itself where it is',
      implementation: selfForgotten,
    },
  ],
})

export const radiusRounding = Law.law<RadiusOf>({
  id: 'radius_recall_rounding',
  statement: 'where weights round, the radius promises no more than recall keeps',
  source: 'Higham (2002) §3.1: γₙ Σ|terms| of recall and of the radius',
  rows: ['H6'],
  hypotheses: [{ id: 'within', statement: 'the start is within the radius', dropped: leading(1, { rounding: true }) }],
  property: leading(0, { rounding: true }),
  countermodels: [{ id: 'mean_margin', description: 'takes the mean of the margins', implementation: meanMargin }],
})

export const radiusTight = Law.law<RadiusOf>({
  id: 'radius_tight',
  statement: 'some state one unit beyond the radius does not go to ξ in one synchronous step',
  source: 'the d harms that add up most are those of some state; by trying all states of small nets',
  rows: ['H6', 'H8'],
  hypotheses: [
    {
      id: 'exact',
      statement: 'sums of weights are exact',
      dropped: (radiusOf) =>
        // A tie that rounding makes of a margin is no promise: so the radius of rounded numbers may be too small.
        fc.property(subjects({ ties: ['keep'] }), fc.constantFrom(0.1, 0.3, 0.7), ([instance, xi], factor) => {
          const scaled = {
            ...instance,
            weights: instance.weights.map((row) => row.map((w) => factor * w)),
            thresholds: instance.thresholds.map((theta) => factor * theta),
            input: instance.input.map((x) => factor * x),
          }
          return radiusOf(scaled, xi) === tried(scaled, xi)
        }),
    },
  ],
  property: (radiusOf) => fc.property(subjects({}), ([instance, xi]) => radiusOf(instance, xi) === tried(instance, xi)),
  countermodels: [
    {
      id: 'absolute',
      description: 'takes |wᵢⱼ| for harm even where turning unit j helps unit i',
      implementation: (instance, xi) =>
        Math.min(
          radius(instance, xi),
          largest(xi.length, (d) =>
            margins(instance, xi).every(({ margin }, i) => {
              const step = instance.encoding === 'bipolar' ? 2 : 1
              const worst = (instance.weights[i] ?? [])
                .toSpliced(i, 1)
                .map((w) => step * Math.abs(w))
                .toSorted((a, b) => b - a)
              return d === 0 || margin > sum(worst.slice(0, d))
            }),
          ),
        ),
    },
    {
      id: 'strict_everywhere',
      description: 'asks for more than a margin of 0 even where the policy keeps the unit',
      implementation: (instance, xi) =>
        Math.min(
          radius(instance, xi),
          largest(xi.length, (d) =>
            margins(instance, xi).every(({ margin, harms }) => d === 0 || margin > sum(harms.slice(0, d))),
          ),
        ),
    },
  ],
})
