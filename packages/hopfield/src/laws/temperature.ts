/**
 * Laws of temperatures (row H12).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import type { Temperature } from '../Temperature.js'
import type { TemperatureAt } from './stochasticAdapters.js'

const warmth = fc.double({ min: 0, max: 100, noNaN: true })

const schedules: fc.Arbitrary<Temperature> = fc.oneof(
  warmth.map((value) => ({ _tag: 'Constant' as const, value })),
  fc
    .tuple(warmth, fc.double({ min: 1 / 2, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([start, ratio, share]) => ({ _tag: 'Geometric' as const, start, ratio, floor: start * share })),
  fc
    .tuple(warmth, fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 50 }))
    .map(([start, share, sweeps]) => ({ _tag: 'Linear' as const, start, end: start * share, sweeps })),
  warmth.map((start) => ({ _tag: 'Logarithmic' as const, start })),
)

const formula = (schedule: Temperature, k: number): number => {
  switch (schedule._tag) {
    case 'Constant':
      return schedule.value
    case 'Geometric':
      return Math.max(schedule.floor, schedule.start * schedule.ratio ** k)
    case 'Linear':
      return schedule.start + (schedule.end - schedule.start) * Math.min(1, k / schedule.sweeps)
    case 'Logarithmic':
      return (schedule.start * Math.log(2)) / Math.log(k + 2)
  }
}

/** The highest temperature of a schedule. */
const hottest = (schedule: Temperature): number => (schedule._tag === 'Constant' ? schedule.value : schedule.start)

export const temperatureEqFormula = Law.law<TemperatureAt>({
  id: 'temperature_eq_formula',
  statement: 'T in sweep k is that of the formula up to rounding, never below 0 and never above the start',
  source: 'Kirkpatrick, Gelatt and Vecchi (1983); Geman and Geman (1984)',
  rows: ['H12'],
  hypotheses: [],
  property: (at) =>
    fc.property(schedules, fc.integer({ min: 0, max: 60 }), (schedule, k) => {
      const [found, expected] = [at(schedule, k), formula(schedule, k)]
      // A power of k factors is rounded at most k times, and everything else a few times, relative to the start.
      const slack = (k + 8) * 2 ** -53 * (schedule._tag === 'Geometric' ? expected : hottest(schedule)) + 2 ** -1070
      return Math.abs(found - expected) <= slack && found >= 0 && found <= hottest(schedule) * (1 + 2 ** -50)
    }),
  countermodels: [
    {
      id: 'counted_from_one',
      description: 'gives the first sweep the temperature of the second',
      implementation: (schedule, k) => formula(schedule, k + 1),
    },
    {
      id: 'end_ignored',
      description: 'goes on falling after the last sweep of a linear schedule',
      implementation: (schedule, k) =>
        schedule._tag === 'Linear'
          ? schedule.start + ((schedule.end - schedule.start) * k) / schedule.sweeps
          : formula(schedule, k),
    },
    {
      id: 'floor_ignored',
      description: 'cools below the floor',
      implementation: (schedule, k) =>
        schedule._tag === 'Geometric' ? schedule.start * schedule.ratio ** k : formula(schedule, k),
    },
  ],
})
