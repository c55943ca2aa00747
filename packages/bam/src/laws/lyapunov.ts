/**
 * Laws of the energy of two layers (rows B2, B3).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Instance, PlainPair } from '../reference.js'
import { run, type LyapunovOf, type Run, type RunFrom, type Step } from './adapters.js'
import { instanceAndPair, type Freedom, type Numbers } from './arbitraries.js'
import { cases } from './running.js'

/** An energy and the half step that should lower it. */
export interface Descent {
  readonly lyapunov: LyapunovOf
  readonly halfStep: Step
}

const { lyapunov, halfStep } = Reference

const silent = (instance: Instance): Instance => ({
  ...instance,
  thresholds: { x: instance.thresholds.x.map(() => 0), y: instance.thresholds.y.map(() => 0) },
})

const quadratic: LyapunovOf = (instance, pair) => lyapunov(silent(instance), pair)

const linear: LyapunovOf = (instance, pair) => lyapunov(instance, pair) - quadratic(instance, pair)

const changed = (a: PlainPair, b: PlainPair): boolean => JSON.stringify(a) !== JSON.stringify(b)

/** With two matrices, the mean of the two energies. */
const mean: LyapunovOf = (instance, pair) =>
  instance.backward === undefined
    ? lyapunov(instance, pair)
    : (lyapunov(instance, pair) + lyapunov({ ...instance, weights: instance.backward }, pair)) / 2

const layer = fc.constantFrom('x' as const, 'y' as const)

const descends = (freedom: Freedom, energy?: LyapunovOf) => (descent: Descent) =>
  fc.property(instanceAndPair(freedom), layer, ([instance, pair], moving) => {
    const of = energy ?? descent.lyapunov
    return of(instance, descent.halfStep(instance, pair, moving)) <= of(instance, pair)
  })

export const lyapunovUpdateLe = Law.law<Descent>({
  id: 'lyapunov_update_le',
  statement: 'no half step raises L: for every real W, every thresholds, every tie policy, every pair, complete or not',
  source: 'Kosko (1988); lecture M, "Energy function" (errata 36)',
  rows: ['B2'],
  hypotheses: [
    {
      id: 'in_turns',
      statement: 'one layer moves while the other is held',
      dropped: ({ halfStep, lyapunov }) =>
        fc.property(instanceAndPair(), ([instance, pair]) => {
          const together = { x: halfStep(instance, pair, 'x').x, y: halfStep(instance, pair, 'y').y }
          return lyapunov(instance, together) <= lyapunov(instance, pair)
        }),
    },
    {
      id: 'one_matrix',
      statement: 'the weights back are those forth',
      dropped: descends({ twoWay: true }, mean),
    },
  ],
  property: descends({}),
  countermodels: [
    {
      id: 'thresholds_left_out',
      description: 'the L of the slide, −xWyᵀ, with an update that subtracts thresholds',
      implementation: { lyapunov: quadratic, halfStep },
    },
    {
      id: 'thresholds_subtracted',
      description: 'L = −xWyᵀ − θx·x − θy·y',
      implementation: { lyapunov: (instance, pair) => quadratic(instance, pair) - linear(instance, pair), halfStep },
    },
    {
      id: 'half_of_the_product',
      description: 'puts a ½ on xWyᵀ but not on the thresholds',
      implementation: {
        lyapunov: (instance, pair) => quadratic(instance, pair) / 2 + linear(instance, pair),
        halfStep,
      },
    },
    {
      id: 'both_layers',
      description: 'moves both layers at once: W = (−1) swings between (1, 1) and (−1, −1)',
      implementation: {
        lyapunov,
        halfStep: (instance, pair) => ({
          x: halfStep(instance, pair, 'x').x,
          y: halfStep(instance, pair, 'y').y,
        }),
      },
    },
  ],
})

const strictly = (freedom: Freedom) => (descent: Descent) =>
  fc.property(instanceAndPair(freedom), layer, ([instance, pair], moving) => {
    const after = descent.halfStep(instance, pair, moving)
    return !changed(pair, after) || descent.lyapunov(instance, after) < descent.lyapunov(instance, pair)
  })

export const lyapunovUpdateLt = Law.law<Descent>({
  id: 'lyapunov_update_lt',
  statement: 'a half step that changes anything lowers L strictly, if units in zero field keep their state',
  source: 'Kosko (1988); lecture M, "holds if y_in = θ"',
  rows: ['B2'],
  hypotheses: [{ id: 'tie_keep', statement: 'a unit in zero field keeps its state', dropped: strictly({}) }],
  property: strictly({ ties: ['keep'] }),
  countermodels: [
    {
      id: 'zero_is_positive',
      description: 'answers +1 in zero field, whatever the tie policy',
      implementation: {
        lyapunov,
        halfStep: (instance, pair, moving) => halfStep({ ...instance, tie: 'up' }, pair, moving),
      },
    },
    {
      id: 'sign_of_zero_is_zero',
      description: 'answers 0 in zero field, whatever the tie policy',
      implementation: {
        lyapunov,
        halfStep: (instance, pair, moving) => halfStep({ ...instance, tie: 'zero' }, pair, moving),
      },
    },
  ],
})

/** An energy and a value below all energies. */
export interface Bounded {
  readonly lyapunov: LyapunovOf
  readonly lowerBound: (instance: Instance) => number
}

const absolute = (values: Numbers): number => values.reduce((total, value) => total + Math.abs(value), 0)

export const lyapunovGeBound = Law.law<Bounded>({
  id: 'lyapunov_ge_bound',
  statement: 'L ≥ −Σᵢⱼ|wᵢⱼ| − Σᵢ|θxᵢ| − Σⱼ|θyⱼ|, and some memory reaches it',
  source: 'lecture M, "bounded below by −Σ|w|" (errata 36)',
  rows: ['B2', 'B3'],
  hypotheses: [],
  property: ({ lyapunov, lowerBound }) =>
    fc.property(instanceAndPair(), ([instance, pair]) => {
      // Of the pair (x, y) alone, with thresholds against it, the bound is the energy.
      const { x, y } = pair
      const own: Instance = {
        ...instance,
        weights: x.map((xi) => y.map((yj) => xi * yj)),
        thresholds: { x: x.map((xi) => -xi), y: y.map((yj) => -yj) },
      }
      return lyapunov(instance, pair) >= lowerBound(instance) && lyapunov(own, pair) === lowerBound(own)
    }),
  countermodels: [
    {
      id: 'weights_only',
      description: 'forgets the thresholds',
      implementation: { lyapunov, lowerBound: ({ weights }) => -absolute(weights.flat()) },
    },
    {
      id: 'halved',
      description: 'takes the bound of a Hopfield network, with ½',
      implementation: {
        lyapunov,
        lowerBound: ({ thresholds: { x, y }, weights }) => -absolute(weights.flat()) / 2 - absolute(x) - absolute(y),
      },
    },
    {
      id: 'too_low',
      description: 'counts every weight in both directions',
      implementation: {
        lyapunov,
        lowerBound: ({ thresholds: { x, y }, weights }) => -2 * absolute(weights.flat()) - absolute(x) - absolute(y),
      },
    },
  ],
})

const falling = (told: Run): boolean =>
  told.halfSteps.every(
    ({ energy }, k) => energy <= (k === 0 ? (told.energies[0] ?? NaN) : (told.halfSteps[k - 1]?.energy ?? NaN)),
  )

export const lyapunovTraceLe = Law.law<RunFrom>({
  id: 'lyapunov_trace_le',
  statement: 'along a run the reported energies never rise, and each is L of the pair that the run was then in',
  source: 'Kosko (1988)',
  rows: ['B2', 'B4'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(cases({}), ([instance, first, pair]) => {
      const told = runFrom(instance, first, pair)
      return (
        falling(told) &&
        told.halfSteps.reduce<{ readonly at: PlainPair; readonly right: boolean }>(
          ({ at, right }, { layer, state, energy }) => {
            const next = { ...at, [layer]: state }
            return { at: next, right: right && energy === lyapunov(instance, next) }
          },
          { at: pair, right: told.energies[0] === lyapunov(instance, pair) },
        ).right
      )
    }),
  countermodels: [
    {
      id: 'energy_before',
      description: 'writes down the energy before each half step',
      implementation: (instance, first, pair) => {
        const told = run(instance, first, pair)
        return {
          ...told,
          halfSteps: told.halfSteps.map((step, k) => ({
            ...step,
            energy: (k === 0 ? told.energies[0] : told.halfSteps[k - 1]?.energy) ?? NaN,
          })),
        }
      },
    },
    {
      id: 'thresholds_left_out',
      description: 'reports −xWyᵀ',
      implementation: (instance, first, pair) => {
        const told = run(instance, first, pair)
        return { ...told, energies: told.energies.map((energy) => energy - linear(instance, pair)) }
      },
    },
  ],
})
