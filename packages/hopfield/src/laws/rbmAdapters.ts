/**
 * Restricted Boltzmann machines of this package in plain arrays, and generators of them.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import * as ContrastiveDivergence from '../ContrastiveDivergence.js'
import * as Energy from '../Energy.js'
import * as Rbm from '../Rbm.js'
import * as RbmLikelihood from '../RbmLikelihood.js'
import type { RbmInstance } from '../reference/rbm.js'
import type { Numbers, Rows } from './arbitraries.js'

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const binary = (values: Numbers): Pattern.Binary => Pattern.unsafePattern('Binary', Int8Array.from(values))

export const rbmOf = ({ weights, visibleBias, hiddenBias }: RbmInstance): Rbm.Rbm => ({
  _tag: 'Rbm',
  weights: Matrix.unsafeFromFloat64(visibleBias.length, hiddenBias.length)(Float64Array.from(weights.flat())),
  visibleBias: vector(visibleBias),
  hiddenBias: vector(hiddenBias),
})

/** The two energies of a state: of the machine, and of the Hopfield network that it is. */
export interface Energies {
  readonly machine: (rbm: RbmInstance, v: Numbers, h: Numbers) => number
  readonly network: (rbm: RbmInstance, v: Numbers, h: Numbers) => number
}

export const energies: Energies = {
  machine: (rbm, v, h) => E.getOrElse(() => NaN)(Rbm.energy(rbmOf(rbm))({ visible: binary(v), hidden: binary(h) })),
  network: (rbm, v, h) =>
    F.pipe(
      Rbm.toNetwork(rbmOf(rbm)),
      E.chain((network) => Energy.energy(network)(Rbm.toState({ visible: binary(v), hidden: binary(h) }))),
      E.getOrElse(() => NaN),
    ),
}

/** With which probability each unit of one layer is up, given the other. */
export interface Conditionals {
  readonly hidden: (rbm: RbmInstance, v: Numbers) => Numbers
  readonly visible: (rbm: RbmInstance, h: Numbers) => Numbers
}

export const conditionals: Conditionals = {
  hidden: (rbm, v) => E.match(() => [], Vector.toArray)(Rbm.hiddenGiven(rbmOf(rbm))(binary(v))),
  visible: (rbm, h) => E.match(() => [], Vector.toArray)(Rbm.visibleGiven(rbmOf(rbm))(binary(h))),
}

/** A slope with respect to everything that is learnt, or a change of it. */
export type Slope = RbmInstance

const plain = ({ weights, visibleBias, hiddenBias }: RbmLikelihood.Statistics): Slope => ({
  weights: Matrix.toRows(weights),
  visibleBias: Vector.toArray(visibleBias),
  hiddenBias: Vector.toArray(hiddenBias),
})

const noSlope: Slope = { weights: [], visibleBias: [], hiddenBias: [] }

/** How probable data are, and how that changes with the parameters. */
export interface Likelihood {
  readonly logLikelihood: (rbm: RbmInstance, data: Rows) => number
  readonly gradient: (rbm: RbmInstance, data: Rows) => Slope
}

export const likelihood: Likelihood = {
  logLikelihood: (rbm, data) => E.getOrElse(() => NaN)(RbmLikelihood.logLikelihood(rbmOf(rbm))(data.map(binary))),
  gradient: (rbm, data) => E.match(() => noSlope, plain)(RbmLikelihood.gradient(rbmOf(rbm))(data.map(binary))),
}

/** The parameters after one update from a batch. */
export type CdUpdate = (
  rbm: RbmInstance,
  options: ContrastiveDivergence.Options,
  data: Rows,
  seed: number,
) => RbmInstance

export const cdUpdate: CdUpdate = (rbm, options, data, seed) =>
  F.pipe(
    ContrastiveDivergence.begin(seed)(rbmOf(rbm)),
    ContrastiveDivergence.update(options)(data.map(binary)),
    E.match(
      () => noSlope,
      (learner) => plain(learner.rbm),
    ),
  )

const quarters = (length: number): fc.Arbitrary<Numbers> =>
  fc.array(
    fc.integer({ min: -8, max: 8 }).map((k) => k / 4),
    { minLength: length, maxLength: length },
  )

export const bits = (length: number): fc.Arbitrary<Numbers> =>
  fc.array(fc.constantFrom(0, 1), { minLength: length, maxLength: length })

/** A machine of up to three units in each layer, with weights and biases that are multiples of ¼. */
export const machine: fc.Arbitrary<RbmInstance> = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([visible, hidden]) =>
    fc.record(
      {
        weights: fc.array(quarters(hidden), { minLength: visible, maxLength: visible }),
        visibleBias: quarters(visible),
        hiddenBias: quarters(hidden),
      },
      { noNullPrototype: true },
    ),
  )

/** The same, and a state of it. */
export const machineAndLayers = machine.chain((rbm) =>
  fc.tuple(fc.constant(rbm), bits(rbm.visibleBias.length), bits(rbm.hiddenBias.length)),
)

/** The same, and some data. */
export const machineAndData = machine.chain((rbm) =>
  fc.tuple(fc.constant(rbm), fc.array(bits(rbm.visibleBias.length), { minLength: 1, maxLength: 3 })),
)

/** Every parameter, with its layer and its place. */
export const parameters = (slope: Slope): ReadonlyArray<readonly [keyof RbmInstance, number, number, number]> => [
  ...slope.weights.flatMap((row, i) => row.map((value, j) => ['weights', i, j, value] as const)),
  ...slope.visibleBias.map((value, i) => ['visibleBias', i, 0, value] as const),
  ...slope.hiddenBias.map((value, i) => ['hiddenBias', i, 0, value] as const),
]
