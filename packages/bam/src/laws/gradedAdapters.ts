/**
 * Graded memories of this package in plain arrays, generators of them, and what their laws allow for rounding (row B6).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern, type Tie } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Vector } from '@engram/linalg'
import * as Graded from '../Graded.js'
import * as GradedRecall from '../GradedRecall.js'
import type { GradedInstance, Instance, PlainPair } from '../reference.js'
import { bamOf, type HalfStep } from './adapters.js'
import { list, type Numbers } from './arbitraries.js'

/** What a run of a graded memory answers, in plain data. */
export interface GradedRun {
  readonly rests: boolean
  readonly pair: PlainPair
  /** The nearer of the two values of each unit; 0 in the middle, for a bipolar one. */
  readonly signs: PlainPair
  readonly halfSteps: ReadonlyArray<HalfStep>
  /** L of the start, then after each sweep. */
  readonly energies: Numbers
}

export type RunGraded = (
  instance: GradedInstance,
  order: GradedRecall.Turns,
  start: PlainPair,
  maxSweeps: number,
) => GradedRun

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const vectors = ({ x, y }: PlainPair): Graded.Activity => ({ x: vector(x), y: vector(y) })

const graded = (instance: GradedInstance) =>
  Graded.fromBam({ gain: instance.gain })(bamOf({ ...instance, tie: 'keep' }))

export const gradedLyapunov = (instance: GradedInstance, pair: PlainPair): number =>
  F.pipe(
    graded(instance),
    E.chain((memory) => Graded.lyapunov(memory)(vectors(pair))),
    E.getOrElse(() => NaN),
  )

/** How far a state that rests may still have moved. */
export const tolerance = 2 ** -40

export const runGraded: RunGraded = (instance, order, start, maxSweeps) =>
  F.pipe(
    graded(instance),
    E.chain((memory) => GradedRecall.recall({ order, tolerance, maxSweeps })(memory)(vectors(start))),
    E.match(
      (): GradedRun => ({ rests: false, pair: start, signs: start, halfSteps: [], energies: [] }),
      (recall) => ({
        rests: recall.outcome._tag === 'FixedPoint',
        pair: { x: Vector.toArray(recall.state.x), y: Vector.toArray(recall.state.y) },
        signs: { x: Pattern.toArray(recall.signs.x), y: Pattern.toArray(recall.signs.y) },
        halfSteps: GradedRecall.halfSteps(recall).map(({ layer, fields, state, energy }) => ({
          layer,
          fields: Vector.toArray(fields),
          state: Vector.toArray(state),
          energy,
        })),
        energies: recall.energies,
      }),
    ),
  )

export const contraction = (instance: GradedInstance): number =>
  F.pipe(
    graded(instance),
    E.match(() => NaN, Graded.contraction),
  )

export const followingGain = (instance: Instance, margin: number): number =>
  Graded.followingGain({ margin })(bamOf(instance))

/** Any real numbers, those at which sums come to 0 among them. */
const real = (most: number): fc.Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: -4 * most, max: 4 * most }).map((k) => k / 4),
    fc.double({ min: -most, max: most, noNaN: true }),
  )

/** What a unit may hold, its ends among it. */
const value = (encoding: Tie.Encoding): fc.Arbitrary<number> => {
  const least = encoding === 'binary' ? 0 : -1
  return fc.oneof(fc.constantFrom(least, 1, 0, 0.5), fc.double({ min: least, max: 1, noNaN: true }))
}

const layers = (encoding: Tie.Encoding, n: number, m: number): fc.Arbitrary<PlainPair> =>
  fc.record({ x: list(value(encoding), n), y: list(value(encoding), m) }, { noNullPrototype: true })

/** A graded memory, and two pairs of activities. */
export const gradedAndPairs = (
  freedom: { readonly twoWay?: boolean } = {},
): fc.Arbitrary<readonly [GradedInstance, PlainPair, PlainPair]> =>
  fc.tuple(Arbitraries.size(4), Arbitraries.size(4), Arbitraries.encoding).chain(([n, m, encoding]) => {
    const weights = list(list(real(3), m), n)
    return fc.tuple(
      fc.record(
        {
          encoding: fc.constant(encoding),
          gain: fc.constantFrom(1 / 8, 1 / 2, 1, 2, 16),
          weights,
          thresholds: fc.record({ x: list(real(1), n), y: list(real(1), m) }, { noNullPrototype: true }),
          ...(freedom.twoWay === true ? { backward: weights } : {}),
        },
        { noNullPrototype: true },
      ),
      layers(encoding, n, m),
      layers(encoding, n, m),
    )
  })

export const unit = 2 ** -53

const total = (values: Numbers): number => values.reduce((sum, each) => sum + Math.abs(each), 0)

/** Σ|w| + Σ|θ|, which no sum of fields is above, values being at most 1. */
export const strength = ({ weights, backward = [], thresholds }: GradedInstance): number =>
  total(weights.flat()) + total(backward.flat()) + total(thresholds.x) + total(thresholds.y)

/** How many additions there are one after another, at most. */
const depth = ({ thresholds: { x, y } }: GradedInstance): number => x.length + y.length

/** A field is a sum of products and a threshold: each addition and each product rounds by u of Σ|w| + |θ| at most. */
export const fieldSlack = (instance: GradedInstance): number => 2 * (depth(instance) + 2) * unit * strength(instance)

/** g is within 4 u, and no steeper than γ. */
export const valueSlack = (instance: GradedInstance): number => instance.gain * fieldSlack(instance) + 8 * unit

/**
 * An energy is a sum of this depth of numbers that come to Σ|w| + Σ|θ| + 2(n + m)/γ, the work of a unit being a difference
 * of logarithms of 2/γ at most; two energies and as many again for the fields that a minimum went by. Where g rounds by
 * 4 u, a layer is off its minimum by 4 u of its fields and of what g⁻¹ is on average there, 20 at most next to an end.
 */
export const energySlack = (instance: GradedInstance): number =>
  (4 * depth(instance) + 64) * unit * (strength(instance) + (2 * depth(instance)) / instance.gain)
