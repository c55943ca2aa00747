/**
 * Laws of graded networks at a high gain and at a low one (row H13).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/graded.js'
import type { GradedInstance } from '../reference/graded.js'
import type { Numbers } from './arbitraries.js'
import { gradedAndState, rowNorm, settle, type Settle } from './gradedAdapters.js'
import { atRest, energySlack, greatest } from './gradedBounds.js'

/** Far more steps than a network needs whose slopes are nearly flat, or whose map contracts. */
const plenty = 3000

interface Corner {
  readonly instance: GradedInstance
  /** A state of two-valued units in which each of them feels a margin. */
  readonly corner: Numbers
  readonly margin: number
}

/** Inputs are chosen so that a given corner is a fixed point with given margins. */
const corners = (strict: boolean): fc.Arbitrary<Corner> =>
  gradedAndState().chain(([drawn]) => {
    const n = drawn.input.length
    const exactly = { minLength: n, maxLength: n }
    return fc
      .tuple(fc.array(fc.boolean(), exactly), fc.array(fc.constantFrom(0.5, 1, 2), exactly))
      .map(([ups, margins]) => {
        const least = drawn.shape === 'tanh' ? -1 : 0
        const corner = ups.map((up) => (up ? 1 : least))
        const pull = Textbook.drive({ ...drawn, input: drawn.input.map(() => 0) }, corner)
        const input = pull.map((w, i) => (ups[i] === true ? 1 : -1) * (margins[i] ?? 0) - w)
        return { instance: strict ? { ...drawn, input } : drawn, corner, margin: Math.min(...margins) }
      })
  })

/**
 * If every output is within ε of the corner, no unit feels less than margin − ‖W‖ε ≥ ½ margin towards it, and if every
 * |u| ≥ ½ margin on that side, outputs are within ε once g(½ λ margin) is: the box is never left.
 */
const nearCorner = (strict: boolean, weaken: number) => (settle: Settle) =>
  fc.property(corners(strict), ({ instance: drawn, corner, margin }) => {
    const norm = rowNorm(drawn.weights)
    const epsilon = Math.min(1 / 16, margin / (2 * Math.max(norm, margin)))
    const needed = drawn.shape === 'tanh' ? Math.atanh(1 - epsilon) : Math.log((1 - epsilon) / epsilon)
    const instance = { ...drawn, gain: (weaken * 1.01 * 2 * needed) / margin }
    const { rests, state } = settle(instance, Textbook.drive(instance, corner), plenty)
    return rests && state.every((u, i) => Math.abs(Textbook.output(instance, u) - (corner[i] ?? NaN)) <= epsilon)
  })

export const gradedHighGain = Law.law<Settle>({
  id: 'graded_high_gain',
  statement:
    'at a gain that is high enough for its margins, a fixed point of the two-valued network is the corner next to a graded one',
  source: 'Hopfield (1984), "The relation between the stable states of the two models"',
  rows: ['H13'],
  hypotheses: [
    { id: 'high_gain', statement: 'λ ≥ 2 g₁⁻¹(1 − ε) / margin', dropped: nearCorner(true, 1 / 16) },
    { id: 'fixed_point', statement: 'the corner is a fixed point with margins', dropped: nearCorner(false, 1) },
  ],
  property: nearCorner(true, 1),
  countermodels: [
    {
      id: 'gain_in_the_wrong_place',
      description: 'divides by the gain at the argument of the sigmoid',
      implementation: (instance, u, maxSteps) => settle({ ...instance, gain: 1 / instance.gain }, u, maxSteps),
    },
    {
      id: 'other_shape',
      description: 'takes tanh for the sigmoid, and the sigmoid for tanh',
      implementation: (instance, u, maxSteps) =>
        settle({ ...instance, shape: instance.shape === 'tanh' ? 'sigmoid' : 'tanh' }, u, maxSteps),
    },
  ],
})

/** q = max g′ · ‖W‖: by how much W g brings two states nearer to each other. */
const oneFixedPoint = (q: number) => (settle: Settle) =>
  fc.property(
    gradedAndState().chain(([instance, u]) =>
      fc.tuple(
        fc.constant(instance),
        fc.constant(u),
        fc.array(fc.integer({ min: -3, max: 3 }), { minLength: u.length, maxLength: u.length }),
      ),
    ),
    ([drawn, u, other]) => {
      const steepest = drawn.shape === 'tanh' ? 1 : 1 / 4
      const instance = { ...drawn, gain: q / (steepest * Math.max(1 / 4, rowNorm(drawn.weights))) }
      const ends = [u, other].map((start) => settle(instance, start, plenty))
      const [a, b] = ends.map(({ state }) => state)
      const off = ends.map(({ state }) => greatest(Textbook.residual(instance, state)))
      // |u − u′| ≤ |r| + |r′| + q |u − u′|
      const apart = ((off[0] ?? NaN) + (off[1] ?? NaN)) / (1 - Math.min(q, 3 / 4)) + energySlack(instance)
      return (
        ends.every(({ rests, state }) => rests && atRest(instance, state)) &&
        (a ?? []).every((each, i) => Math.abs(each - (b?.[i] ?? NaN)) <= apart)
      )
    },
  )

export const gradedLowGain = Law.law<Settle>({
  id: 'graded_low_gain',
  statement: 'at a gain so low that max g′ · ‖W‖ < 1 all starts lead to the same state',
  source: 'Banach (1922): u ↦ W g(u) + I is a contraction',
  rows: ['H13'],
  hypotheses: [{ id: 'contraction', statement: 'max g′ · ‖W‖ < 1', dropped: oneFixedPoint(16) }],
  property: oneFixedPoint(3 / 4),
  countermodels: [
    {
      id: 'gain_in_the_wrong_place',
      description: 'divides by the gain at the argument of the sigmoid',
      implementation: (instance, u, maxSteps) => settle({ ...instance, gain: 16 / instance.gain }, u, maxSteps),
    },
    {
      id: 'impatient',
      description: 'stops after a few steps',
      implementation: (instance, u) => ({ ...settle(instance, u, 5), rests: true }),
    },
  ],
})
