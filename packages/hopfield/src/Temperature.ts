/**
 * Temperatures, and how they fall: data.
 *
 * Definitions: a schedule gives each sweep a temperature T, counted from 0: `Constant`, `Geometric` (a fixed share each
 *              sweep), `Linear`, `Logarithmic` (so slow that annealing is sure to end in a lowest state).
 * Convention:  T is in units of energy, Boltzmann's constant being 1; the inverse temperature is β = 1/T. T = 0 is allowed:
 *              it is the limit, in which only ties are left to chance. No schedule rises.
 * Laws:        temperature_eq_formula
 * References:  Kirkpatrick, Gelatt and Vecchi (1983) for cooling; Geman and Geman (1984) for the logarithm.
 */
import { either as E, function as F } from 'fp-ts'
import { outOfRange, type HopfieldError } from './HopfieldError.js'

/** T in every sweep. */
export interface Constant {
  readonly _tag: 'Constant'
  readonly value: number
}

/** T = start · ratioᵏ, but not below the floor. */
export interface Geometric {
  readonly _tag: 'Geometric'
  readonly start: number
  readonly ratio: number
  readonly floor: number
}

/** From `start` in sweep 0 to `end` in sweep `sweeps`, and `end` from then on. */
export interface Linear {
  readonly _tag: 'Linear'
  readonly start: number
  readonly end: number
  readonly sweeps: number
}

/** T = start · ln 2 / ln(k + 2). */
export interface Logarithmic {
  readonly _tag: 'Logarithmic'
  readonly start: number
}

export type Temperature = Constant | Geometric | Linear | Logarithmic

type Checked<T extends Temperature> = E.Either<HopfieldError, T>

const within =
  (operation: string, expected: string, accept: (value: number) => boolean) =>
  (value: number): E.Either<HopfieldError, number> =>
    accept(value) ? E.right(value) : E.left(outOfRange(operation, expected, value))

const warmth = (operation: string) =>
  within(operation, 'a finite temperature of 0 or more', (value) => value >= 0 && value < Infinity)

const end = (operation: string, start: number) =>
  within(operation, `an end from 0 to the start, ${start}`, (value) => value >= 0 && value <= start)

/** The same temperature for ever. Errors: OutOfRange */
export const constant = (value: number): Checked<Constant> =>
  F.pipe(
    value,
    warmth('Temperature.constant'),
    E.map(() => ({ _tag: 'Constant', value })),
  )

/**
 * A share of the temperature is left after each sweep.
 *
 * Formula:  T = max(floor, start · ratioᵏ)
 * Errors:   OutOfRange (start, ratio, floor)
 * Numerics: by multiplication alone, so that every engine finds the same bits
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Temperature } from '@engram/hopfield'
 *
 * const cooling = Temperature.geometric({ start: 8, ratio: 0.5, floor: 1 })
 * E.map((schedule: Temperature.Temperature) => [0, 1, 2, 3, 4].map(Temperature.at(schedule)))(cooling) // => E.right([8, 4, 2, 1, 1])
 * ```
 */
export const geometric = ({
  start,
  ratio,
  floor = 0,
}: {
  readonly start: number
  readonly ratio: number
  /** 0 by default. */
  readonly floor?: number
}): Checked<Geometric> => {
  const operation = 'Temperature.geometric'
  return F.pipe(
    start,
    warmth(`${operation} (start)`),
    E.chain(() => within(`${operation} (ratio)`, 'a ratio above 0 and at most 1', (r) => r > 0 && r <= 1)(ratio)),
    E.chain(() => end(`${operation} (floor)`, start)(floor)),
    E.map(() => ({ _tag: 'Geometric', start, ratio, floor })),
  )
}

/**
 * The temperature falls by the same amount in each of a number of sweeps.
 *
 * Formula: T = start + (end − start) · min(1, k / sweeps)
 * Errors:  OutOfRange (start, end, sweeps)
 */
export const linear = (options: {
  readonly start: number
  readonly end: number
  readonly sweeps: number
}): Checked<Linear> => {
  const operation = 'Temperature.linear'
  return F.pipe(
    options.start,
    warmth(`${operation} (start)`),
    E.chain(() => end(`${operation} (end)`, options.start)(options.end)),
    E.chain(() =>
      within(
        `${operation} (sweeps)`,
        'a whole number of 1 or more',
        (k) => Number.isSafeInteger(k) && k >= 1,
      )(options.sweeps),
    ),
    E.map(() => ({ _tag: 'Linear', ...options })),
  )
}

/**
 * The slowest of them.
 *
 * Formula:  T = start · ln 2 / ln(k + 2)
 * Errors:   OutOfRange
 * Numerics: by `Math.log`, which may differ in the last bit between engines
 * Source:   Geman and Geman (1984), theorem B: with `start` · ln 2 at least n times the widest gap of energies, annealing ends
 *           in a lowest state with probability 1
 */
export const logarithmic = (start: number): Checked<Logarithmic> =>
  F.pipe(
    start,
    warmth('Temperature.logarithmic'),
    E.map(() => ({ _tag: 'Logarithmic', start })),
  )

/** rᵏ by squaring: products alone, which are rounded alike everywhere. */
const power = (r: number, k: number): number =>
  k === 0 ? 1 : k % 2 === 0 ? power(r * r, k / 2) : r * power(r * r, (k - 1) / 2)

/**
 * The temperature of sweep k.
 *
 * Requires: a natural number
 * Cost:     O(log k)
 * Laws:     temperature_eq_formula
 */
export const at =
  (temperature: Temperature) =>
  (k: number): number => {
    switch (temperature._tag) {
      case 'Constant':
        return temperature.value
      case 'Geometric':
        return Math.max(temperature.floor, temperature.start * power(temperature.ratio, k))
      case 'Linear':
        return k >= temperature.sweeps
          ? temperature.end
          : temperature.start + (temperature.end - temperature.start) * (k / temperature.sweeps)
      case 'Logarithmic':
        return temperature.start * (Math.LN2 / Math.log(k + 2))
    }
  }
