/**
 * Graded networks of this package in plain arrays, and generators of them.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import * as DormandPrince from '../DormandPrince.js'
import * as Gain from '../Gain.js'
import * as Graded from '../Graded.js'
import * as GradedFlow from '../GradedFlow.js'
import type { GradedInstance } from '../reference/graded.js'
import type { Numbers, Rows } from './arbitraries.js'

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

export const gradedOf = ({ weights, input, shape, gain, tau }: GradedInstance): Graded.Graded => ({
  _tag: 'Graded',
  size: input.length,
  weights: Matrix.unsafeFromFloat64(input.length, input.length)(Float64Array.from(weights.flat())),
  scale: 1,
  input: vector(input),
  gain: { shape, gain },
  tau,
})

/** A sigmoid: its inverse, and the work that it takes to bring an output from 0 to V. */
export interface Sigmoid {
  readonly inverse: (gain: Gain.Gain, v: number) => number
  readonly work: (gain: Gain.Gain, v: number) => number
}

export const sigmoid: Sigmoid = {
  inverse: (gain, v) => Gain.inverse(gain)(v),
  work: (gain, v) => Gain.work(gain)(v),
}

export type GradedEnergy = (instance: GradedInstance, u: Numbers) => number

export const gradedEnergy: GradedEnergy = (instance, u) =>
  E.getOrElse(() => NaN)(Graded.energy(gradedOf(instance))(vector(u)))

export type GradedVelocity = (instance: GradedInstance, u: Numbers) => Numbers

export const gradedVelocity: GradedVelocity = (instance, u) =>
  F.pipe(
    Graded.velocity(gradedOf(instance))(vector(u)),
    E.match(() => [], Vector.toArray),
  )

/** The states at given times. */
export type Trajectory = (instance: GradedInstance, u: Numbers, times: Numbers) => Rows

export const trajectory: Trajectory = (instance, u, times) =>
  F.pipe(
    GradedFlow.trajectory({})(gradedOf(instance))(times)(vector(u)),
    E.match(
      () => [],
      ({ states }) => states.map(Vector.toArray),
    ),
  )

/** Where a network came to rest, or how far it came. */
export interface Settled {
  readonly rests: boolean
  readonly state: Numbers
  readonly energies: Numbers
}

export type Settle = (instance: GradedInstance, u: Numbers, maxSteps: number) => Settled

export const settle: Settle = (instance, u, maxSteps) =>
  F.pipe(
    GradedFlow.settle({ maxSteps })(gradedOf(instance))(vector(u)),
    E.match(
      () => ({ rests: false, state: [], energies: [] }),
      ({ outcome, state, energies }) => ({
        rests: outcome._tag === 'FixedPoint',
        state: Vector.toArray(state),
        energies,
      }),
    ),
  )

/** One step of length h for dy/dt = f(y): where it leads, and by how much that may be off. */
export type OneStep = (
  flow: (y: Numbers) => Numbers,
  h: number,
  y: Numbers,
) => { readonly end: Numbers; readonly error: Numbers }

export const oneStep: OneStep = (flow, h, y) => {
  const pure: DormandPrince.Flow = (place) => flow(Array.from(place))
  const { end, error } = DormandPrince.step(pure)(h)(y, pure(y))
  return { end: Array.from(end), error: Array.from(error) }
}

/** Which graded networks to generate. */
export interface GradedFreedom {
  readonly asymmetric?: boolean
  readonly gains?: Numbers
}

const quarters = (most: number): fc.Arbitrary<number> => fc.integer({ min: -4 * most, max: 4 * most }).map((k) => k / 4)

const list = (value: fc.Arbitrary<number>, n: number): fc.Arbitrary<Numbers> =>
  fc.array(value, { minLength: n, maxLength: n })

/** A graded network of up to four units, and a state of it. */
export const gradedAndState = ({
  asymmetric = false,
  gains = [0.25, 0.5, 1, 2, 4, 8],
}: GradedFreedom = {}): fc.Arbitrary<readonly [GradedInstance, Numbers]> =>
  fc.integer({ min: 1, max: 4 }).chain((n) =>
    fc.tuple(
      fc.record(
        {
          weights: fc
            .array(list(quarters(2), n), { minLength: n, maxLength: n })
            .map((rows) => rows.map((row, i) => row.map((w, j) => (asymmetric || i <= j ? w : (rows[j]?.[i] ?? 0))))),
          input: list(quarters(1), n),
          shape: fc.constantFrom<Gain.Shape>('tanh', 'sigmoid'),
          gain: fc.constantFrom(...gains),
          tau: fc.constantFrom(1, 0.5, 3),
        },
        { noNullPrototype: true },
      ),
      list(quarters(3), n),
    ),
  )

/** maxᵢ Σⱼ |wᵢⱼ| */
export const rowNorm = (weights: Rows): number =>
  weights.reduce(
    (greatest, row) =>
      Math.max(
        greatest,
        row.reduce((total, w) => total + Math.abs(w), 0),
      ),
    0,
  )
