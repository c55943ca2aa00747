/**
 * Laws of graded memories at a high gain and at a low one (row B6).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Matrix, SingularValues } from '@engram/linalg'
import type { Order } from '../machine.js'
import type { GradedInstance, Instance, PlainPair } from '../reference.js'
import { equalNumbers, equalPairs } from './adapters.js'
import { list, order, pair, type Numbers } from './arbitraries.js'
import {
  contraction,
  followingGain,
  gradedAndPairs,
  runGraded,
  strength,
  tolerance,
  unit,
  valueSlack,
  type RunGraded,
} from './gradedAdapters.js'
import { textbook } from './running.js'

/** A run, and from which gain on it does what the two-valued memory does. */
export interface GradedFollower {
  readonly run: RunGraded
  readonly followingGain: (instance: Instance, margin: number) => number
}

const follower: GradedFollower = { run: runGraded, followingGain }

/** Whole weights; thresholds half way between whole numbers, so that every field is ½ at least, or whole ones. */
const whole = (halves: boolean): fc.Arbitrary<readonly [Instance, PlainPair, Order]> =>
  fc.tuple(Arbitraries.size(4), Arbitraries.size(4), Arbitraries.encoding).chain(([n, m, encoding]) => {
    const integer = (most: number) => fc.integer({ min: -most, max: most })
    const theta = integer(2).map((k) => (halves ? k + 0.5 : k))
    return fc.tuple(
      fc.record(
        {
          encoding: fc.constant(encoding),
          tie: fc.constant('keep' as const),
          weights: list(list(integer(3), m), n),
          thresholds: fc.record({ x: list(theta, n), y: list(theta, m) }, { noNullPrototype: true }),
        },
        { noNullPrototype: true },
      ),
      pair(encoding, n, m),
      order,
    )
  })

const far = 100

const follows =
  (halves: boolean, weaken: number) =>
  ({ followingGain, run }: GradedFollower) =>
    fc.property(whole(halves), ([instance, start, first]) => {
      const told = textbook(instance, first, start, far)
      const sizes = told.halfSteps.flatMap(({ fields }) => fields.map(Math.abs)).filter((size) => size > 0)
      const gain = weaken * followingGain(instance, Math.min(1, ...sizes))
      const graded = run({ ...instance, gain }, first, start, far)
      const [least, middle] = instance.encoding === 'binary' ? [0, 0.5] : [-1, 0]
      const signs = (values: Numbers): Numbers =>
        values.map((value) => (value > middle ? 1 : value < middle ? least : 0))
      const last = told.halfSteps.length - 2
      return (
        graded.rests &&
        equalPairs(graded.signs, told.pair) &&
        graded.halfSteps.every(({ layer, state }, k) => {
          const step = told.halfSteps[k < last ? k : last + (k % 2)]
          return step?.layer === layer && equalNumbers(signs(state), step.state)
        })
      )
    })

export const gradedBamHighGain = Law.law<GradedFollower>({
  id: 'graded_bam_high_gain',
  statement:
    'at γ ≥ ln(4R/μ)/μ for bipolar, 2 ln(2R/μ)/μ for binary units, the signs are those of the two-valued run at every half step',
  source: 'R the greatest Σ|w| that a unit receives; after Hopfield (1984) for one layer',
  rows: ['B6'],
  hypotheses: [
    { id: 'high_gain', statement: 'γ ≥ ln(4R/μ)/μ or 2 ln(2R/μ)/μ', dropped: follows(true, 1 / 16) },
    { id: 'margin', statement: 'no unit of the two-valued run feels less than μ > 0', dropped: follows(false, 1) },
  ],
  property: follows(true, 1),
  countermodels: [
    {
      id: 'gain_of_one_unit',
      description: 'asks one unit to be steep at its margin, whatever the errors of many add up to',
      implementation: { ...follower, followingGain: (_, margin) => 1 / (2 * margin) },
    },
    {
      id: 'gain_in_the_wrong_place',
      description: 'divides by the gain at the argument of g',
      implementation: {
        ...follower,
        run: (instance, ...rest) => runGraded({ ...instance, gain: 1 / instance.gain }, ...rest),
      },
    },
    {
      id: 'old_layer',
      description: 'goes by what the other layer was before the sweep',
      implementation: { ...follower, run: (instance, _, ...rest) => runGraded(instance, 'together', ...rest) },
    },
    {
      id: 'without_thresholds',
      description: 'leaves the thresholds out',
      implementation: {
        ...follower,
        run: (instance, ...rest) =>
          runGraded(
            {
              ...instance,
              thresholds: { x: instance.thresholds.x.map(() => 0), y: instance.thresholds.y.map(() => 0) },
            },
            ...rest,
          ),
      },
    },
  ],
})

/** A run, and by how much a sweep brings activities nearer to each other. */
export interface GradedContraction {
  readonly run: RunGraded
  readonly contraction: (instance: GradedInstance) => number
}

const contracting: GradedContraction = { run: runGraded, contraction }

const spectral = (weights: ReadonlyArray<Numbers>): number =>
  E.getOrElse(() => NaN)(
    SingularValues.spectralNorm(
      Matrix.unsafeFromFloat64(weights.length, weights[0]?.length ?? 0)(Float64Array.from(weights.flat())),
    ),
  )

const apart = (a: PlainPair, b: PlainPair): number =>
  Math.hypot(...[...a.x, ...a.y].map((value, k) => value - ([...b.x, ...b.y][k] ?? NaN)))

const oneFixedPoint =
  (q: number) =>
  ({ contraction, run }: GradedContraction) =>
    fc.property(gradedAndPairs(), order, ([drawn, start, other], first) => {
      const slope = drawn.encoding === 'binary' ? 1 / 4 : 1
      const norm = Math.max(1 / 8, spectral(drawn.weights))
      const instance = { ...drawn, gain: q / (slope * norm) }
      const ends = [start, other].map((from) => run(instance, first, from, 500))
      const [a, b] = ends.map((end) => end.pair)
      const factor = (q * Math.min(1, spectral(drawn.weights) / norm)) ** 2
      // A layer that moved by τ in the last sweep is within (τ + ρ)/(1 − q²) of where it will end, ρ being what the
      // sweep is rounded by; the other one, which went by what that was before, within twice as much; and so are both ends.
      const rounding = valueSlack(instance) * (start.x.length + start.y.length)
      const slack =
        (6 * (tolerance + (1 + instance.gain * strength(instance)) * rounding)) / (1 - Math.min(q, 3 / 4) ** 2)
      return (
        Math.abs(contraction(instance) - factor) <= 2 ** 8 * unit * factor + 2 ** -1000 &&
        ends.every(({ rests }) => rests) &&
        a !== undefined &&
        b !== undefined &&
        apart(a, b) <= slack
      )
    })

export const gradedBamLowGain = Law.law<GradedContraction>({
  id: 'graded_bam_low_gain',
  statement: 'where (cγ‖W‖₂)² < 1, c = 1 for tanh and ¼ for the logistic function, all starts lead to the same pair',
  source: 'Banach (1922): a sweep is a contraction',
  rows: ['B6'],
  hypotheses: [{ id: 'contraction', statement: 'cγ‖W‖₂ < 1', dropped: oneFixedPoint(8) }],
  property: oneFixedPoint(3 / 4),
  countermodels: [
    {
      id: 'one_slope_for_both',
      description: 'takes the logistic function to be as steep as tanh',
      implementation: {
        ...contracting,
        contraction: (instance) => (instance.gain * spectral(instance.weights)) ** 2,
      },
    },
    {
      id: 'half_a_sweep',
      description: 'counts one of the two half steps',
      implementation: { ...contracting, contraction: (instance) => Math.sqrt(contraction(instance)) },
    },
    {
      id: 'impatient',
      description: 'says after three sweeps that it rests',
      implementation: {
        ...contracting,
        run: (instance, first, start) => ({ ...runGraded(instance, first, start, 3), rests: true }),
      },
    },
    {
      id: 'gain_in_the_wrong_place',
      description: 'divides by the gain at the argument of g',
      implementation: {
        ...contracting,
        run: (instance, ...rest) => runGraded({ ...instance, gain: 64 / instance.gain }, ...rest),
      },
    },
  ],
})
