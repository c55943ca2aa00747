/**
 * Laws of the derivative rule of dense memories (rows D1, D2).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern, Tie as TieModule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import * as DenseGradient from '../DenseGradient.js'
import { polynomial, rectified, type Interaction } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers, stateOf } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { exponentials, instance, memoryOf, type DenseFreedom } from './denseArbitraries.js'

/** −∂E/∂yᵢ of all units. */
export type GradientOf = (dense: DenseInstance, y: Numbers) => Numbers

/** All units at once. */
export type StepOf = (dense: DenseInstance, y: Numbers) => Numbers

export const gradient: GradientOf = (dense, y) =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseGradient.gradient(memory)(stateOf(dense.encoding, y))),
    E.match(() => [], Vector.toArray),
  )

export const step: StepOf = (dense, y) =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseGradient.step(memory)(stateOf(dense.encoding, y))),
    E.match(() => [], Pattern.toArray),
  )

const by =
  (field: (dense: DenseInstance, y: Numbers, unit: number) => number): StepOf =>
  (dense, y) =>
    y.map((value, unit) => TieModule.activate(dense.encoding, dense.tie)(field(dense, y, unit), value))

const convex: ReadonlyArray<Interaction> = [
  ...[2, 4, 6].map(polynomial),
  ...[2, 3, 4, 5, 6].map(rectified),
  ...exponentials,
]

const odd: ReadonlyArray<Interaction> = [3, 5].map(polynomial)

export const denseGradientEq = Law.law<GradientOf>({
  id: 'dense_gradient_eq',
  statement:
    'the slope of the energy is Σₖ sᵢ(k) F′(s(k)·y), twice that of binary units, exactly for powers; that of −log(−E), for F(z) = exp βz, is β Σₖ sᵢ(k) softmax(β s·y)ₖ',
  source: 'Krotov and Hopfield (2016), §2, the chain rule',
  rows: ['D1', 'D2'],
  hypotheses: [],
  property: (gradientOf) =>
    fc.property(instance(), ([dense, y]) => {
      const expected = Reference.gradient(dense, y)
      const told = gradientOf(dense, y)
      // Shares of softmax, each within P + 24 roundings of its own size, and as many more in their sum.
      const slack = dense.interaction._tag === 'Exponential' ? (2 * dense.patterns.length + 64) * 2 ** -52 : 0
      return told.length === y.length && told.every((g, i) => Math.abs(g - (expected[i] ?? NaN)) <= slack)
    }),
  countermodels: [
    {
      id: 'difference',
      description: 'takes the difference of two energies for the slope',
      implementation: (dense, y) => y.map((_, unit) => Reference.localField(dense, y, unit)),
    },
    {
      id: 'spins_for_bits',
      description: 'forgets that a binary unit moves by 1 where its spin moves by 2',
      implementation: (dense, y) => gradient(dense, y).map((g) => (dense.encoding === 'binary' ? g / 2 : g)),
    },
    {
      id: 'no_factor',
      description: 'leaves out the a of a mᵃ⁻¹ and the β of exp βm',
      implementation: (dense, y) =>
        gradient(dense, y).map(
          (g) =>
            g /
            (dense.interaction._tag === 'Exponential'
              ? dense.interaction.inverseTemperature
              : dense.interaction.degree),
        ),
    },
  ],
})

/** A slope and the rule that follows it. */
export interface DerivativeRule {
  readonly gradient: GradientOf
  readonly step: StepOf
}

const descends = (freedom: DenseFreedom) => (rule: DerivativeRule) =>
  fc.property(
    instance(freedom).chain(([dense, y]) =>
      fc.tuple(
        fc.constant(dense),
        fc.constant(y),
        fc.array(fc.boolean(), { minLength: y.length, maxLength: y.length }),
      ),
    ),
    ([dense, y, asked]) => {
      const all = rule.step(dense, y)
      const next = y.map((value, unit) => (asked[unit] === true ? (all[unit] ?? NaN) : value))
      const [before, after] = [Reference.energy(dense, y), Reference.energy(dense, next)]
      const fall = rule.gradient(dense, y).reduce((sum, g, i) => sum + g * ((next[i] ?? NaN) - (y[i] ?? NaN)), 0)
      // As for a single update, and n products of slopes of at most β.
      const slack =
        dense.interaction._tag === 'Exponential'
          ? (dense.patterns.length + 8 + 2 * Math.abs(before) + 64 * y.length) * 2 ** -50
          : 0
      return fall >= -slack && after <= before - fall + slack
    },
  )

export const denseGradientLe = Law.law<DerivativeRule>({
  id: 'dense_gradient_le',
  statement:
    'where F is convex, any units may follow the signs of −∂E/∂yᵢ, one, some, or all at once: the energy falls by Σ |∂E/∂yᵢ Δyᵢ| or more',
  source: 'E is concave in y, so E(y′) ≤ E(y) + ∇E·(y′ − y); Krotov and Hopfield (2016), §2',
  rows: ['D1', 'D2'],
  hypotheses: [
    {
      id: 'convex',
      statement: 'F is convex: an even power, a rectified one, or an exponential',
      dropped: descends({ interactions: odd }),
    },
  ],
  property: descends({ interactions: convex }),
  countermodels: [
    {
      id: 'difference',
      description: 'lets all units follow differences of energies at once, which is for one at a time',
      implementation: { gradient, step: by(Reference.localField) },
    },
    {
      id: 'against',
      description: 'climbs',
      implementation: { gradient, step: by((dense, y, unit) => -(gradient(dense, y)[unit] ?? NaN)) },
    },
    {
      id: 'doubled',
      description: 'promises twice the fall',
      implementation: { gradient: (dense, y) => gradient(dense, y).map((g) => 2 * g), step },
    },
  ],
})

const rests = (freedom: DenseFreedom) => (stepOf: StepOf) =>
  fc.property(
    instance({ ties: ['keep'], ...freedom }),
    ([dense, y]) => !Reference.isFixedPoint(dense, y) || equalNumbers(stepOf(dense, y), y),
  )

export const denseGradientRests = Law.law<StepOf>({
  id: 'dense_gradient_rests',
  statement: 'where F is convex, what rests by differences of energies rests by their slope too',
  source: '0 ≤ E(y′) − E(y) ≤ 2 gᵢyᵢ for a turned unit i',
  rows: ['D1'],
  hypotheses: [
    {
      id: 'convex',
      statement: 'F is convex: an even power, or a rectified one',
      dropped: rests({ interactions: odd }),
    },
  ],
  property: rests({ interactions: convex.filter(({ _tag }) => _tag !== 'Exponential') }),
  countermodels: [
    {
      id: 'against',
      description: 'climbs',
      implementation: by((dense, y, unit) => -(gradient(dense, y)[unit] ?? NaN)),
    },
    {
      id: 'nearest_only',
      description: 'follows the pattern with the greatest overlap',
      implementation: (dense, y) => {
        const m = Reference.overlaps(dense, y)
        return dense.patterns[m.indexOf(Math.max(...m))] ?? y
      },
    },
  ],
})
