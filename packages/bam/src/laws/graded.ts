/**
 * Laws of graded memories (row B6): what a half step is, and that it is the minimum of the energy over its layer.
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import type { Turns } from '../GradedRecall.js'
import * as Reference from '../reference.js'
import type { GradedInstance, PlainPair } from '../reference.js'
import type { HalfStep } from './adapters.js'
import { order, type Numbers } from './arbitraries.js'
import {
  energySlack,
  fieldSlack,
  gradedAndPairs,
  gradedLyapunov,
  runGraded,
  strength,
  tolerance,
  valueSlack,
  type RunGraded,
} from './gradedAdapters.js'

/** A run, and the energy of any pair of activities. */
export interface GradedMemory {
  readonly run: RunGraded
  readonly lyapunov: (instance: GradedInstance, pair: PlainPair) => number
}

/** This package's own. */
export const gradedMemory: GradedMemory = { run: runGraded, lyapunov: gradedLyapunov }

const close = (a: number, b: number, slack: number): boolean => Math.abs(a - b) <= slack

const allClose = (a: Numbers, b: Numbers, slack: number): boolean =>
  a.length === b.length && a.every((value, i) => close(value, b[i] ?? NaN, slack))

interface Passage {
  readonly before: PlainPair
  readonly step: HalfStep
  readonly after: PlainPair
}

/** Each half step with the pair before it and after it. */
const passages = (start: PlainPair, halfSteps: ReadonlyArray<HalfStep>): ReadonlyArray<Passage> =>
  halfSteps.reduce<ReadonlyArray<Passage>>((told, step) => {
    const before = told[told.length - 1]?.after ?? start
    return [...told, { before, step, after: { ...before, [step.layer]: step.state } }]
  }, [])

const workOf = (instance: GradedInstance, { x, y }: PlainPair): number =>
  [...x, ...y].reduce((total, s) => total + Reference.gradedWork(instance, s), 0)

const withoutIntegral: GradedMemory = {
  run: runGraded,
  lyapunov: (instance, pair) => Reference.gradedLyapunov(instance, pair) - workOf(instance, pair),
}

const gainInWeights: GradedMemory = {
  lyapunov: gradedLyapunov,
  run: ({ gain, ...instance }, ...rest) =>
    runGraded({ ...instance, gain: 1, weights: instance.weights.map((row) => row.map((w) => gain * w)) }, ...rest),
}

const oldLayer: GradedMemory = {
  lyapunov: gradedLyapunov,
  run: (instance, _, ...rest) => runGraded(instance, 'together', ...rest),
}

export const gradedBamEqReference = Law.law<GradedMemory>({
  id: 'graded_bam_eq_reference',
  statement:
    'half steps are y ← g(γ(xᵀW − θy)) and x ← g(γ(Wy − θx)), energies are L with its integrals, and what rests moves no further',
  source: 'Kosko (1988); Hopfield (1984), eq. 7 for the integral',
  rows: ['B6'],
  hypotheses: [],
  property: ({ lyapunov, run }) =>
    fc.property(gradedAndPairs({ twoWay: true }), order, ([instance, start, other], first) => {
      const slack = energySlack(instance)
      const { energies, halfSteps, pair, rests } = run(instance, first, start, 8)
      const [begun] = energies
      const next = (layer: 'x' | 'y'): Numbers => Reference.gradedHalfStep(instance, pair, layer)[layer]
      const still = instance.gain * strength(instance) * tolerance + valueSlack(instance)
      return (
        halfSteps.length === 2 * (energies.length - 1) &&
        halfSteps.length > 0 &&
        close(begun ?? NaN, Reference.gradedLyapunov(instance, start), slack) &&
        close(lyapunov(instance, other), Reference.gradedLyapunov(instance, other), slack) &&
        passages(start, halfSteps).every(({ before, step: { energy, fields, layer, state }, after }, k) => {
          const expected = (layer === 'x' ? Reference.fieldsOfX : Reference.fieldsOfY)(instance, before)
          return (
            layer === ((k % 2 === 0) === (first === 'x-first') ? 'x' : 'y') &&
            allClose(fields, expected, fieldSlack(instance)) &&
            allClose(state, Reference.gradedHalfStep(instance, before, layer)[layer], valueSlack(instance)) &&
            close(energy, Reference.gradedLyapunov(instance, after), slack)
          )
        }) &&
        (!rests || (allClose(next('x'), pair.x, still) && allClose(next('y'), pair.y, still)))
      )
    }),
  countermodels: [
    { id: 'without_integral', description: 'the energy of two-valued units', implementation: withoutIntegral },
    {
      id: 'gain_in_the_weights',
      description: 'multiplies the weights by the gain, and the thresholds not',
      implementation: gainInWeights,
    },
    { id: 'old_layer', description: 'goes by what the other layer was before the sweep', implementation: oldLayer },
    {
      id: 'impatient',
      description: 'says after two sweeps that it rests',
      implementation: {
        ...gradedMemory,
        run: (instance, first, start) => ({ ...runGraded(instance, first, start, 2), rests: true }),
      },
    },
  ],
})

const falls =
  (turns: fc.Arbitrary<Turns>, freedom: { readonly twoWay?: boolean }) =>
  ({ lyapunov, run }: GradedMemory) =>
    fc.property(gradedAndPairs(freedom), turns, ([instance, start], first) => {
      const { halfSteps } = run(instance, first, start, 3)
      const energies = passages(start, halfSteps)
        .filter((_, k) => k % 2 === 1)
        .map(({ after }) => lyapunov(instance, after))
      return [lyapunov(instance, start), ...energies].every(
        (energy, k, all) => k === 0 || energy <= (all[k - 1] ?? NaN) + energySlack(instance),
      )
    })

export const gradedBamLyapunovLe = Law.law<GradedMemory>({
  id: 'graded_bam_lyapunov_le',
  statement:
    'a half step is the minimum of L over its layer: L is at most what it is with any other values there, and never rises',
  source: 'L is strictly convex in one layer, unit by unit; Kosko (1988), Cohen and Grossberg (1983)',
  rows: ['B6'],
  hypotheses: [
    {
      id: 'alternating',
      statement: 'layers take turns',
      dropped: falls(fc.constant('together'), {}),
    },
    { id: 'one_matrix', statement: 'the same W in both directions', dropped: falls(order, { twoWay: true }) },
  ],
  property: ({ lyapunov, run }) =>
    fc.property(gradedAndPairs(), order, ([instance, start, other], first) => {
      const { halfSteps } = run(instance, first, start, 3)
      return (
        halfSteps.length > 0 &&
        passages(start, halfSteps).every(({ before, step: { layer }, after }) =>
          [before, { ...before, [layer]: other[layer] }].every(
            (pair) => lyapunov(instance, after) <= lyapunov(instance, pair) + energySlack(instance),
          ),
        )
      )
    }),
  countermodels: [
    {
      id: 'without_integral',
      description: 'the energy of two-valued units, which a graded one may have to climb',
      implementation: withoutIntegral,
    },
    {
      id: 'gain_in_the_weights',
      description: 'multiplies the weights by the gain, and the thresholds not',
      implementation: gainInWeights,
    },
    { id: 'old_layer', description: 'goes by what the other layer was before the sweep', implementation: oldLayer },
    {
      id: 'gain_in_the_integral',
      description: 'multiplies the integral by γ where it should divide',
      implementation: {
        run: runGraded,
        lyapunov: (instance, pair) =>
          Reference.gradedLyapunov(instance, pair) + (instance.gain ** 2 - 1) * workOf(instance, pair),
      },
    },
  ],
})
