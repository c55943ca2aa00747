/**
 * Laws of the exponential interaction: decided right at any size, and few errors for many patterns (row D2).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Random } from '@engram/linalg'
import { exponential, exponentialAt, polynomial } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { signs } from './dense.js'
import {
  denseRun,
  exponentials,
  instanceAndUnit,
  type DenseEnergy,
  type DenseField,
  type DenseRun,
} from './denseArbitraries.js'

const { localField, overlaps } = Reference

/** β */
const betaOf = ({ interaction }: DenseInstance): number =>
  interaction._tag === 'Exponential' ? interaction.inverseTemperature : NaN

/** Memories whose overlaps go far beyond what an exponential can hold: a few units, and blocks of equal ones. */
const long = fc
  .tuple(fc.constantFrom(1, 90, 180, 300), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([times, blocks, singles]) => {
    const one = fc.constantFrom(1, -1)
    const vector = fc
      .tuple(
        fc.array(one, { minLength: singles, maxLength: singles }),
        fc.array(one, { minLength: blocks, maxLength: blocks }),
      )
      .map(([head, tail]): Numbers => [...head, ...tail.flatMap((value) => Array.from({ length: times }, () => value))])
    return fc.tuple(
      fc
        .tuple(fc.array(vector, { minLength: 1, maxLength: 7 }), fc.constantFrom(...exponentials))
        .map(([patterns, interaction]): DenseInstance => ({ interaction, encoding: 'bipolar', tie: 'keep', patterns })),
      vector,
      fc.integer({ min: 0, max: singles - 1 }),
    )
  })

export const denseExponentialSign = Law.law<DenseField>({
  id: 'dense_exponential_sign',
  statement:
    'for F(z) = exp βz, a field has the sign of Σₖ exp β(cₖ + sᵢ) − exp β(cₖ − sᵢ) in exact arithmetic, 0 included, beyond 709 units too',
  source: 'Demircigil et al. (2017), eq. 4; errata 45: exp overflows above 709',
  rows: ['D2'],
  hypotheses: [],
  property: (field) =>
    fc.property(
      fc.oneof(instanceAndUnit({ interactions: exponentials, encodings: ['bipolar'] }), long),
      ([dense, y, unit]) => Math.sign(field(dense, y, unit)) === localField(dense, y, unit),
    ),
  countermodels: [
    {
      id: 'no_logarithm',
      description: 'adds exponentials as they come: ∞ − ∞ beyond 709 units',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        return signs(dense, unit).reduce(
          (sum, s, k) => sum + s * Math.exp(betaOf(dense) * ((m[k] ?? 0) - s * (y[unit] ?? 0))),
          0,
        )
      },
    },
    {
      id: 'own_part',
      description: 'leaves the unit itself in the overlaps',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        const greatest = Math.max(...m)
        return signs(dense, unit).reduce((sum, s, k) => sum + s * Math.exp(betaOf(dense) * ((m[k] ?? 0) - greatest)), 0)
      },
    },
    {
      id: 'greatest_only',
      description: 'follows the nearest pattern and forgets how many are how near',
      implementation: (dense, y, unit) => {
        const c = overlaps(dense, y).map((m, k) => m - (signs(dense, unit)[k] ?? 0) * (y[unit] ?? 0))
        return signs(dense, unit)[c.indexOf(Math.max(...c))] ?? 0
      },
    },
    {
      id: 'shifted_by_size',
      description:
        'takes weights relative to n, the greatest overlap that could be: all of them vanish far from a pattern',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        return signs(dense, unit).reduce(
          (sum, s, k) => sum + s * Math.exp(betaOf(dense) * ((m[k] ?? 0) - s * (y[unit] ?? 0) - y.length)),
          0,
        )
      },
    },
  ],
})

/** A memory of a few units with a whole β, and an energy at β = 1. */
const whole = fc
  .tuple(instanceAndUnit({ interactions: [exponential] }), fc.integer({ min: 1, max: 6 }))
  .map(([[dense, y], beta]) => ({ dense, y, beta }))

export const denseExponentialScale = Law.law<DenseEnergy>({
  id: 'dense_exponential_scale',
  statement:
    'the energy at a whole β is that at 1 of a memory in which each unit stands for β units alike; over β, it rises with β, from below to −max s(k)·y',
  source: 'F(z) = exp βz depends on βz alone; a mean of exponents grows with them',
  rows: ['D2'],
  hypotheses: [],
  property: (energyOf) =>
    fc.property(whole, ({ dense, y, beta }) => {
      const longer = (values: Numbers): Numbers => values.flatMap((value) => Array.from({ length: beta }, () => value))
      const at = (b: number): number => energyOf({ ...dense, interaction: exponentialAt(b) }, y)
      const many = energyOf({ ...dense, patterns: dense.patterns.map(longer) }, longer(y))
      // Two energies, each within P + 32 roundings of a sum of at most P, and of an overlap of at most βn.
      const slack = (2 * dense.patterns.length + 64 + 2 * beta * y.length) * 2 ** -52
      return (
        Math.abs(at(beta) - many) <= slack &&
        at(1) === energyOf(dense, y) &&
        at(beta) / beta <= at(2 * beta) / (2 * beta) + slack &&
        at(beta) / beta <= -Math.max(...overlaps(dense, y)) + slack
      )
    }),
  countermodels: [
    {
      id: 'deaf',
      description: 'takes every β for 1',
      implementation: (dense, y) => Reference.energy({ ...dense, interaction: exponential }, y),
    },
    {
      id: 'temperature',
      description: 'divides by β, as if it were a temperature',
      implementation: (dense, y) => Reference.energy({ ...dense, interaction: exponentialAt(1 / betaOf(dense)) }, y),
    },
    {
      id: 'free_energy',
      description: 'takes −β⁻¹ log for −log',
      implementation: (dense, y) => Reference.energy(dense, y) / betaOf(dense),
    },
  ],
})

const units = 64

/** Random patterns from a seed, and the first of them with so many units turned over. */
const crowded = (turned: number) =>
  fc
    .tuple(fc.integer({ min: units, max: 5 * units }), fc.integer({ min: 0, max: turned }), fc.integer())
    .map(([count, flips, seed]): readonly [DenseInstance, Numbers, number] => {
      const [signs] = Random.signs(units * count)(Random.fromSeed(seed))
      const patterns = Array.from({ length: count }, (_, k) => signs.slice(k * units, (k + 1) * units))
      const start = (patterns[0] ?? []).map((s, i) => (i < flips ? -s : s))
      return [{ interaction: exponential, encoding: 'bipolar', tie: 'keep', patterns }, start, seed]
    })

const restores = (turned: number) => (runFrom: DenseRun) =>
  fc.property(crowded(turned), ([dense, start, seed]) => {
    const { state, updates } = runFrom(dense, Schedule.shuffled(seed), start)
    return equalNumbers(state, dense.patterns[0] ?? []) && updates.every(({ flipped }, k) => k < units || !flipped)
  })

export const denseExponentialRecalls = Law.law<DenseRun>({
  id: 'dense_exponential_recalls',
  statement:
    'the exponential memory of 64 units restores any of up to 320 random patterns from three turned units in one sweep, but for one case in 10⁸ at most: n P cosh(1)^(n−1) exp(2r − n + 1), by Markov’s inequality for the votes of the others',
  source: 'Demircigil et al. (2017), theorem 3; lecture V, "Convergence occurs in only one step"',
  rows: ['D2', 'D3'],
  hypotheses: [{ id: 'few_turned', statement: 'at most three units are turned over', dropped: restores(units / 2) }],
  property: restores(3),
  countermodels: [
    {
      id: 'classical',
      description: 'takes a square for the exponential',
      implementation: (dense, schedule, y) => denseRun({ ...dense, interaction: polynomial(2) }, schedule, y),
    },
    {
      id: 'half_a_sweep',
      description: 'asks every second unit',
      implementation: (dense, schedule, y) => {
        const { state, ...run } = denseRun(dense, schedule, y)
        return { ...run, state: state.map((value, unit) => (unit % 2 === 0 ? value : (y[unit] ?? value))) }
      },
    },
  ],
})
