import { either as E, function as F, option as O } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Capacity, HopfieldError, Retention } from '../src/index.js'
import { right } from './support.js'

const units = 2000

const at = (load: number): Retention.Measurement =>
  F.pipe(Retention.begin({ seed: 1, units, patterns: Math.round(load * units) }), E.chain(Retention.go(20)), right)

/** What theory says of very many units. */
const theory = (load: number): number =>
  O.match(
    () => NaN,
    ({ overlap }: Capacity.MeanField) => overlap,
  )(right(Capacity.meanField(load)))

describe('Amit, Gutfreund and Sompolinsky at zero temperature, with 2000 units', () => {
  // Six deviations of the mean of twenty trials, and 0.005 for so few units: in hundreds of trials the mean is within
  // 0.001 of the theory at these loads.
  test.each([
    [0.05, theory(0.05)],
    [0.1, 0.998],
    [0.12, theory(0.12)],
  ])('at load %d, patterns come back with overlap %d', (load, overlap) => {
    const told = Retention.told(at(load))
    expect(told.near).toBe(told.trials)
    expect(Math.abs(told.overlap - overlap)).toBeLessThanOrEqual(6 * told.deviation + 0.005)
  })

  test('at the critical load of 0.138, those that are held have overlap 0.967', () => {
    const held = at(0.138).overlaps.filter((overlap) => overlap >= 0.7)
    const mean = held.reduce((sum, overlap) => sum + overlap, 0) / held.length
    const deviation = Math.sqrt(held.reduce((sum, overlap) => sum + (overlap - mean) ** 2, 0)) / held.length
    expect(held.length).toBeGreaterThan(5)
    // Here a fluctuation moves the overlap most, and of so few units those that are held are the luckier ones.
    expect(Math.abs(mean - 0.967)).toBeLessThanOrEqual(6 * deviation + 1 / Math.sqrt(units))
  })

  test('above, they are lost all at once, and between 0.13 and 0.2 is the jump', () => {
    const [below, above] = [Retention.told(at(0.13)), Retention.told(at(0.2))]
    expect(below.interval[0]).toBeGreaterThan(0.5)
    expect(above.interval[1]).toBeLessThan(0.5)
    expect(below.overlap).toBeGreaterThan(0.9)
    expect(above.overlap).toBeLessThan(0.5)
  })
})

test('basins shrink with the load', () => {
  const sizes = [4, 12, 20, 40].map(
    (patterns) => right(Retention.basin(12, [0, 0.1, 0.2, 0.3, 0.4])({ seed: 1, units: 200, patterns })).size,
  )
  expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))
  expect(sizes[0]).toBeGreaterThanOrEqual(0.3)
  expect(sizes.at(-1)).toBe(0)
})

test('refusals', () => {
  const refusal = (experiment: Partial<Retention.Experiment>): string =>
    E.match(
      HopfieldError.render,
      () => 'no refusal',
    )(Retention.measure(1)({ seed: 1, units: 4, patterns: 1, ...experiment }))
  expect(refusal({})).toBe('no refusal')
  expect(refusal({ units: 0 })).toBe('Retention.begin (units): expected a whole number of at least 1, got 0')
  expect(refusal({ patterns: 0.5 })).toBe('Retention.begin (patterns): expected a whole number of at least 1, got 0.5')
  expect(refusal({ damage: 2 })).toBe('Corruption.fraction: expected a fraction from 0 to 1, got 2')
})
