/**
 * Perceptron learning in both directions: weights and thresholds with which every pair is an equilibrium, if any have.
 *
 * Definitions: each unit of either layer, shown the other half of a pair, should want to be what it is in that pair by
 *              more than a margin. A unit that does not is corrected. The two directions share their weights, so that the
 *              corrections of one layer disturb the other; but all conditions together are linear in (W, θ), and the
 *              corrections are those of one perceptron for all of them, which ends if they can be met.
 * Laws:        bam_perceptron_of_separable, bam_perceptron_outcome
 * References:  Rosenblatt (1962); Novikoff (1962); Oh and Kothari (1994) for the relaxation form (PRLAB).
 */
import { chainRec, either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import * as Bam from './Bam.js'
import { outOfRange, type BamError } from './BamError.js'
import { correctPair, type Training } from './kernels/train.js'

export interface Options {
  readonly tie?: Bam.Settings['tie']
  /** What fields must exceed, in the right direction; 0 by default. */
  readonly margin?: number
  /** Whether thresholds are learnt too; true by default. */
  readonly thresholds?: boolean
  /** 1000 by default. */
  readonly maxEpochs?: number
}

export interface Trained {
  readonly bam: Bam.Bam
  /** Whether an epoch went by without a correction: then every pair is an equilibrium. */
  readonly separated: boolean
  readonly epochs: number
  readonly corrections: number
}

type Told = Omit<Trained, 'bam'>

/** Epochs until one without corrections, or as many as are allowed. */
const epochs = (training: Training, pairs: ReadonlyArray<Bam.StoredPair>, most: number): Told =>
  chainRec.tailRec<Told, Told>({ separated: false, epochs: 0, corrections: 0 }, (told) => {
    if (told.epochs === most) return E.right(told)
    const made = pairs.reduce((sum, { x, y }) => sum + correctPair(training, x.data, y.data), 0)
    const next = { separated: made === 0, epochs: told.epochs + 1, corrections: told.corrections + made }
    return next.separated ? E.right(next) : E.left(next)
  })

/**
 * A memory in which every pair is an equilibrium, if there is one.
 *
 * Formula:  where tⱼ (Σᵢ sᵢwᵢⱼ − θyⱼ) ≤ κ: wᵢⱼ += sᵢtⱼ for all i, θyⱼ −= tⱼ; likewise for X, in turn, pair by pair
 * Errors:   Empty, SizeMismatch, EncodingMismatch, OutOfRange (margin below 0, epochs)
 * Cost:     O(P·n·m) an epoch; the number of epochs grows as the inverse square of the best possible margin
 * Numerics: exact: weights and thresholds are whole numbers
 * Laws:     bam_perceptron_of_separable, bam_perceptron_outcome
 * Source:   Novikoff (1962), applied to the conditions of both layers at once; Oh and Kothari (1994)
 *
 * ```ts runnable
 * import { chainRec, either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Equilibrium, Perceptron } from '@engram/bam'
 *
 * const pairs = F.pipe(
 *   E.sequenceArray([[1, 1, 1, 1], [1, 1, 1, -1], [1, 1, -1, 1]].map(Pattern.bipolar)),
 *   E.bindTo('xs'),
 *   E.bind('ys', () => E.sequenceArray([[1, 1], [1, -1], [-1, 1]].map(Pattern.bipolar))),
 *   E.map(({ xs, ys }) => xs.flatMap((x, p) => (ys[p] === undefined ? [] : [{ x, y: ys[p] }]))),
 * )
 * F.pipe(
 *   pairs,
 *   E.bindTo('pairs'),
 *   E.bindW('trained', ({ pairs }) => Perceptron.train({})(pairs)),
 *   E.chainW(({ pairs, trained }) => E.traverseArray(Equilibrium.isEquilibrium(trained.bam))(pairs)),
 * ) // => E.right([true, true, true])
 * ```
 */
export const train =
  ({ tie = 'keep', margin = 0, thresholds = true, maxEpochs = 1000 }: Options) =>
  (pairs: ReadonlyArray<Bam.StoredPair>): E.Either<BamError, Trained> =>
    F.pipe(
      pairs,
      Bam.shapeOf('Perceptron.train'),
      E.filterOrElseW(
        () => margin >= 0 && Number.isFinite(margin),
        () => outOfRange('Perceptron.train (margin)', 'a finite margin from 0', margin),
      ),
      E.filterOrElseW(
        () => Number.isInteger(maxEpochs) && maxEpochs >= 0,
        () => outOfRange('Perceptron.train (maxEpochs)', 'a natural number', maxEpochs),
      ),
      E.chain(({ encoding, sizes: { x: n, y: m } }) => {
        const training: Training = {
          w: new Float64Array(n * m),
          thetaX: new Float64Array(n),
          thetaY: new Float64Array(m),
          n,
          m,
          margin,
          withThresholds: thresholds,
        }
        const spins = pairs.map(({ x, y }) => ({ x: Pattern.toBipolar(x), y: Pattern.toBipolar(y) }))
        const told = epochs(training, spins, maxEpochs)
        return F.pipe(
          Matrix.unsafeFromFloat64(n, m)(training.w),
          Bam.fromWeights({
            encoding: 'bipolar',
            tie,
            thresholds: {
              x: Vector.unsafeFromFloat64(training.thetaX),
              y: Vector.unsafeFromFloat64(training.thetaY),
            },
          }),
          E.map((bam) => ({ bam: encoding === 'binary' ? Bam.toBinary(bam) : bam, ...told })),
        )
      }),
    )
