/**
 * Laws of capacity (row H10).
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import { Law } from '@engram/law'
import { Erf } from '@engram/linalg'
import * as Capacity from '../Capacity.js'

/** Where a network of very many units rests at a load; nothing where it rests nowhere near. */
export type MeanFieldOf = (load: number) => Capacity.MeanField | undefined

export const meanField: MeanFieldOf = (load) =>
  F.pipe(
    Capacity.meanField(load),
    E.getOrElse((): O.Option<Capacity.MeanField> => O.none),
    O.toUndefined,
  )

const unit = 2 ** -53

const solves = (most: number) => (meanFieldOf: MeanFieldOf) =>
  fc.property(fc.integer({ min: 1, max: 4096 }), (k) => {
    const load = (k / 4096) * most
    const told = meanFieldOf(load)
    if (told === undefined) return false
    const { overlap, noise, response } = told
    const spread = Math.sqrt(2 * load * noise)
    const y = overlap / spread
    // Each side is a handful of functions of numbers near 1, right to a few units in the last place; their slopes are
    // below 2.
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= 64 * unit
    return (
      near(overlap, Erf.erf(y)) &&
      near(response, ((2 / Math.sqrt(Math.PI)) * Math.exp(-y * y)) / spread) &&
      near(noise * (1 - response) ** 2, 1) &&
      near(told.wrong, (1 - overlap) / 2) &&
      overlap >= Capacity.critical.overlap - 64 * unit
    )
  })

/** Halves an interval in which a function changes its sign from − to +. */
const between = (f: (x: number) => number, low: number, high: number): number =>
  Array.from({ length: 80 }).reduce<readonly [number, number]>(
    ([a, b]) => (f((a + b) / 2) < 0 ? [(a + b) / 2, b] : [a, (a + b) / 2]),
    [low, high],
  )[0]

export const capacityMeanField = Law.law<MeanFieldOf>({
  id: 'capacity_meanField',
  statement:
    'up to the critical load 0.1379 the overlap solves m = erf(m/√(2αr)), r = (1 − C)⁻², C = √(2/(παr)) e^(−m²/2αr), on the branch that is stable: m ≥ 0.967',
  source: 'Amit, Gutfreund and Sompolinsky (1987), eq. for T = 0; errata 3',
  rows: ['H10'],
  hypotheses: [{ id: 'below_critical', statement: 'α ≤ α_c', dropped: solves(1) }],
  property: solves(Capacity.critical.load),
  countermodels: [
    {
      id: 'one_step',
      description: 'takes the error of a first step for that of the state at rest',
      implementation: (load) => {
        const wrong = Erf.erfc(1 / Math.sqrt(2 * load)) / 2
        return { load, overlap: 1 - 2 * wrong, wrong, noise: 1, response: 0 }
      },
    },
    {
      id: 'other_branch',
      description: 'finds the solution from below the maximum, which is no minimum of the energy',
      implementation: (load) => {
        const lift = (y: number): number =>
          Erf.erf(y) / y - (2 / Math.sqrt(Math.PI)) * Math.exp(-y * y) - Math.sqrt(2 * load)
        const y = between(lift, 1e-3, 1.5112185563276566)
        const overlap = Erf.erf(y)
        const response = ((2 / Math.sqrt(Math.PI)) * y * Math.exp(-y * y)) / overlap
        return { load, overlap, wrong: Erf.erfc(y) / 2, noise: 1 / (1 - response) ** 2, response }
      },
    },
  ],
})

/** What is stable of random patterns. */
export type StabilityOf = (seed: number, units: number, patterns: number) => Capacity.Stability | undefined

export const stability: StabilityOf = (seed, units, patterns) =>
  F.pipe(
    Capacity.stability({ seed, units, patterns, trials: 1 }),
    E.match(
      () => undefined,
      (told) => told,
    ),
  )

export const capacityStability = Law.law<StabilityOf>({
  id: 'capacity_stability',
  statement:
    'of random patterns at load 1 a first step leaves 84 % of the bits; a single pattern is always stable; a pattern is exactly if all its bits are',
  source: 'Hertz, Krogh and Palmer (1991), eq. 2.17: ½ erfc(1/√2) = 0.159',
  rows: ['H6', 'H10'],
  hypotheses: [],
  property: (stabilityOf) =>
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, few) => {
      const units = 32
      const single = stabilityOf(seed, units, 1)
      const some = stabilityOf(seed, units, few)
      const full = stabilityOf(seed, units, units + 1)
      if (single === undefined || some === undefined || full === undefined) return false
      // Of 33·32 bits, each wrong with probability 0.159, but those of a pattern and those of a unit together: at most
      // as uncertain as 33 independent patterns of one share each, whose deviations are below 0.13; six of them.
      const band = (6 * 0.13) / Math.sqrt(units + 1)
      return (
        single.networks.count === 1 &&
        some.bits.total === few * units &&
        some.patterns.total === few &&
        (some.patterns.count === few) === (some.bits.count === few * units) &&
        some.networks.count === (some.patterns.count === few ? 1 : 0) &&
        some.bits.count >= some.patterns.count * units &&
        Math.abs(full.bits.share - (1 - Erf.erfc(Math.SQRT1_2) / 2)) <= band
      )
    }),
  countermodels: [
    {
      id: 'nearly_stable',
      description: 'takes a pattern for stable when almost all its bits are',
      implementation: (...given) => {
        const told = stability(...given)
        return told === undefined
          ? undefined
          : { ...told, patterns: { ...told.patterns, count: Math.floor(told.bits.count / given[1] + 0.2) } }
      },
    },
    {
      id: 'self_coupled',
      description: 'leaves self-couplings in, which hold every bit where it is',
      implementation: (...given) => {
        const told = stability(...given)
        return told === undefined ? undefined : { ...told, bits: { ...told.bits, count: told.bits.total, share: 1 } }
      },
    },
  ],
})
