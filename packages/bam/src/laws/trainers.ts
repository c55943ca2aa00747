/**
 * The training of this package in plain arrays.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import * as Asymmetric from '../Asymmetric.js'
import * as Augmentation from '../Augmentation.js'
import * as Bam from '../Bam.js'
import * as MultipleTraining from '../MultipleTraining.js'
import * as Perceptron from '../Perceptron.js'
import type { Instance } from '../reference.js'
import { storedOf } from './adapters.js'
import type { Numbers, Pairs, Rows } from './arbitraries.js'

/** How often one pair must be learnt, and the weights of pairs that are learnt so often. */
export interface Multiply {
  readonly enough: (pairs: Pairs, index: number) => number
  readonly learn: (pairs: Pairs, multiplicities: Numbers) => Rows
}

export interface Repeated {
  readonly failing: Numbers
  readonly multiplicities: Numbers
  readonly rounds: number
}

export type Repeat = (pairs: Pairs, maxRounds: number) => Repeated

export type Augment = (pairs: Pairs) => Pairs

export interface Taught {
  readonly memory: Instance
  readonly separated: boolean
}

export type Train = (pairs: Pairs, margin: number, maxEpochs: number) => Taught

/** Weights forth and back. */
export type Learn = (pairs: Pairs) => { readonly forward: Rows; readonly backward: Rows }

const stored = (pairs: Pairs): ReadonlyArray<Bam.StoredPair> => pairs.map((pair) => storedOf('bipolar', pair))

export const multiply: Multiply = {
  enough: (pairs, index) => E.getOrElse(() => NaN)(MultipleTraining.enough(stored(pairs))(index)),
  learn: (pairs, multiplicities) =>
    F.pipe(
      MultipleTraining.learn({})(stored(pairs), multiplicities),
      E.match(
        () => [],
        (bam) => Matrix.toRows(Bam.weights(bam)),
      ),
    ),
}

export const repeat: Repeat = (pairs, maxRounds) =>
  F.pipe(
    MultipleTraining.train({ maxRounds })(stored(pairs)),
    E.getOrElse((): Repeated => ({ failing: [NaN], multiplicities: [], rounds: NaN })),
  )

export const augment: Augment = (pairs) =>
  F.pipe(
    Augmentation.augment(stored(pairs)),
    E.match(
      () => [],
      (augmented) => augmented.pairs.map(({ x, y }) => ({ x: Pattern.toArray(x), y: Pattern.toArray(y) })),
    ),
  )

const instanceOf = (bam: Bam.Bam): Instance => ({
  encoding: bam.encoding,
  tie: bam.tie,
  weights: Matrix.toRows(Bam.weights(bam)),
  thresholds: { x: Vector.toArray(bam.thresholds.x), y: Vector.toArray(bam.thresholds.y) },
})

const trainWith =
  (options: Perceptron.Options): Train =>
  (pairs, margin, maxEpochs) =>
    F.pipe(
      Perceptron.train({ ...options, margin, maxEpochs })(stored(pairs)),
      E.match(
        (): Taught => ({
          memory: { encoding: 'bipolar', tie: 'keep', weights: [], thresholds: { x: [], y: [] } },
          separated: false,
        }),
        ({ bam, separated }) => ({ memory: instanceOf(bam), separated }),
      ),
    )

export const train: Train = trainWith({})

export const trainWithoutThresholds: Train = trainWith({ thresholds: false })

/** A perceptron for each unit of Y alone. */
export const trainForth: Train = (pairs, margin, maxEpochs) => {
  const sizes = { n: pairs[0]?.x.length ?? 0, m: pairs[0]?.y.length ?? 0 }
  const memory = (weights: Rows, y: Numbers): Instance => ({
    encoding: 'bipolar',
    tie: 'keep',
    weights,
    thresholds: { x: Array.from({ length: sizes.n }, () => 0), y },
  })
  const zeros = (k: number): Numbers => Array.from({ length: k }, () => 0)
  const epoch = ([w, theta]: readonly [Rows, Numbers]): readonly [Rows, Numbers] =>
    pairs.reduce<readonly [Rows, Numbers]>(
      ([weights, thresholds], { x, y }) => {
        const wrong = y.map(
          (t, j) => t * (x.reduce((sum, s, i) => sum + s * (weights[i]?.[j] ?? 0), 0) - (thresholds[j] ?? 0)) <= margin,
        )
        return [
          weights.map((row, i) => row.map((each, j) => (wrong[j] === true ? each + (x[i] ?? 0) * (y[j] ?? 0) : each))),
          thresholds.map((each, j) => (wrong[j] === true ? each - (y[j] ?? 0) : each)),
        ]
      },
      [w, theta],
    )
  const [weights, thresholds] = Array.from({ length: Math.min(200, maxEpochs) }).reduce<readonly [Rows, Numbers]>(
    epoch,
    [Array.from({ length: sizes.n }, () => zeros(sizes.m)), zeros(sizes.m)],
  )
  return { memory: memory(weights, thresholds), separated: true }
}

export const learnAsymmetric: Learn = (pairs) =>
  F.pipe(
    Asymmetric.learn({})(stored(pairs)),
    E.match(
      () => ({ forward: [], backward: [] }),
      ({ couplings }) =>
        couplings._tag === 'TwoWay'
          ? { forward: Matrix.toRows(couplings.forward), backward: Matrix.toRows(couplings.backward) }
          : { forward: [], backward: [] },
    ),
  )
