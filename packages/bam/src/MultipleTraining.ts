/**
 * Multiple training: a pair that is not recalled is learnt again.
 *
 * Definitions: W = Σₚ qₚ s(p) t(p)ᵀ with whole multiplicities qₚ ≥ 1. One pair, whichever it is, is recalled once its
 *              multiplicity outweighs what the others do to it (`enough`); all of them together need not be (`train`
 *              tries). To have all recalled for sure, see `Augmentation` and `Perceptron`.
 * Laws:        bam_stored_of_multiplicity, bam_train_outcome
 * References:  Wang, Cruz and Mulligan (1990), "Two coding strategies for bidirectional associative memory".
 */
import { chainRec, either as E, function as F } from 'fp-ts'
import { Overlap, Pattern } from '@engram/associative-memory'
import { Matrix } from '@engram/linalg'
import * as Bam from './Bam.js'
import { outOfRange, sizeMismatch, type BamError } from './BamError.js'
import * as Equilibrium from './Equilibrium.js'
import { imprint } from './kernels/train.js'
import type { Sizes } from './Pair.js'

const spins = ({ x, y }: Bam.StoredPair) => ({ x: Pattern.toBipolar(x), y: Pattern.toBipolar(y) })

const sum = (
  pairs: ReadonlyArray<Bam.StoredPair>,
  multiplicities: ReadonlyArray<number>,
  sizes: Sizes,
): Matrix.Matrix => {
  const w = new Float64Array(sizes.x * sizes.y)
  pairs.map(spins).forEach(({ x, y }, p) => imprint(w, x.data, y.data, sizes.x, sizes.y, multiplicities[p] ?? 0))
  return Matrix.unsafeFromFloat64(sizes.x, sizes.y)(w)
}

/**
 * A memory in which each pair is learnt so many times.
 *
 * Formula:  W = Σₚ qₚ s(p) t(p)ᵀ
 * Errors:   Empty, SizeMismatch (pairs, multiplicities), EncodingMismatch, OutOfRange (a multiplicity below 0)
 * Cost:     O(P·n·m)
 * Numerics: exact for whole multiplicities
 * Laws:     bam_stored_of_multiplicity
 * Source:   Wang, Cruz and Mulligan (1990), eq. 6
 */
export const learn =
  (settings: Bam.Settings) =>
  (pairs: ReadonlyArray<Bam.StoredPair>, multiplicities: ReadonlyArray<number>): E.Either<BamError, Bam.Bam> => {
    const operation = 'MultipleTraining.learn'
    const odd = multiplicities.find((each) => !(each >= 0 && Number.isFinite(each)))
    return F.pipe(
      pairs,
      Bam.shapeOf(operation),
      E.filterOrElseW(
        () => multiplicities.length === pairs.length,
        () => sizeMismatch(`${operation} (multiplicities)`, pairs.length, multiplicities.length),
      ),
      E.filterOrElseW(
        () => odd === undefined,
        () => outOfRange(operation, 'finite multiplicities from 0', odd ?? NaN),
      ),
      E.chain(({ encoding, sizes }) => Bam.fromWeights({ ...settings, encoding })(sum(pairs, multiplicities, sizes))),
    )
  }

const dot = (a: Pattern.Signal, b: Pattern.Signal): number => E.getOrElse(() => NaN)(Overlap.dot(a)(b))

/**
 * A multiplicity with which a pair is recalled whatever the others are, each learnt once.
 *
 * Formula:  1 + ⌊max(Σ|s(p)·s(q)| / n, Σ|t(p)·t(q)| / m)⌋ over q ≠ p
 * Requires: bipolar units, thresholds 0
 * Errors:   Empty, SizeMismatch, EncodingMismatch, OutOfRange (no pair of that number)
 * Cost:     O(P·(n + m))
 * Laws:     bam_stored_of_multiplicity
 * Source:   Wang, Cruz and Mulligan (1990), theorem 1, made sufficient for all other pairs at once
 *
 * ```ts runnable
 * import { chainRec, either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { MultipleTraining } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x0', Pattern.bipolar([1, 1, 1, 1])),
 *   E.apS('x1', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('y', Pattern.bipolar([1, -1])),
 *   E.chainW(({ x0, x1, y }) => MultipleTraining.enough([{ x: x0, y }, { x: x1, y }, { x: x1, y }])(0)),
 * ) // => E.right(3)
 * ```
 */
export const enough =
  (pairs: ReadonlyArray<Bam.StoredPair>) =>
  (index: number): E.Either<BamError, number> =>
    F.pipe(
      pairs,
      Bam.shapeOf('MultipleTraining.enough'),
      E.chain(({ sizes }) => {
        const own = pairs[index]
        if (own === undefined)
          return E.left(outOfRange('MultipleTraining.enough', `a pair from 0 to ${pairs.length - 1}`, index))
        const { x, y } = spins(own)
        const others = pairs.filter((_, p) => p !== index).map(spins)
        const noise = (layer: 'x' | 'y', half: Pattern.Bipolar): number =>
          others.reduce((total, other) => total + Math.abs(dot(half, other[layer])), 0) / sizes[layer]
        return E.right(1 + Math.floor(Math.max(noise('x', x), noise('y', y))))
      }),
    )

export interface Trained {
  readonly bam: Bam.Bam
  readonly multiplicities: ReadonlyArray<number>
  /** Pairs that are not equilibria; none if training succeeded. */
  readonly failing: ReadonlyArray<number>
  readonly rounds: number
}

export interface Options extends Bam.Settings {
  /** 100 by default. */
  readonly maxRounds?: number
}

interface Progress {
  readonly multiplicities: ReadonlyArray<number>
  readonly rounds: number
}

/**
 * Learns every pair once, then again and again those that are not equilibria, until all are or the rounds are used up.
 *
 * Errors: Empty, SizeMismatch, EncodingMismatch
 * Cost:   O(P·n·m) a round
 * Laws:   bam_train_outcome
 */
export const train =
  ({ maxRounds = 100, ...settings }: Options) =>
  (pairs: ReadonlyArray<Bam.StoredPair>): E.Either<BamError, Trained> => {
    const step = ({ multiplicities, rounds }: Progress): E.Either<Progress, E.Either<BamError, Trained>> =>
      F.pipe(
        learn(settings)(pairs, multiplicities),
        E.bindTo('bam'),
        E.bind('rest', ({ bam }) => E.traverseArray(Equilibrium.isEquilibrium(bam))(pairs)),
        E.match(
          (error) => E.right(E.left(error)),
          ({ bam, rest }) => {
            const failing = rest.flatMap((each, p) => (each ? [] : [p]))
            const again = multiplicities.map((each, p) => (rest[p] === true ? each : each + 1))
            return failing.length === 0 || rounds >= maxRounds
              ? E.right(E.right({ bam, multiplicities, failing, rounds }))
              : E.left({ multiplicities: again, rounds: rounds + 1 })
          },
        ),
      )
    return chainRec.tailRec({ multiplicities: pairs.map(() => 1), rounds: 0 }, step)
  }
