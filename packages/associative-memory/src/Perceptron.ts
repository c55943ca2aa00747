/**
 * Perceptron learning with a margin: change the weights of an output only while it is not right enough.
 *
 * Definitions: the stability of output j under association p is tⱼ(p) (s(p)ᵀW)ⱼ / ‖wⱼ‖; it is satisfied above κ. A
 *              correction is wⱼ ← wⱼ + s(p) tⱼ(p), for every association that does not satisfy the output (perceptron),
 *              or for the one that satisfies it least (Krauth and Mézard's minimal overlap).
 * Convention:  bipolar targets, thresholds zero. With κ = 0 it ends if and only if the associations are separable.
 * Laws:        perceptron_of_separable, perceptron_outcome
 * References:  Rosenblatt (1962); Gardner (1988); Krauth and Mézard (1987), "Learning algorithms with optimal stability
 *              in neural networks".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { shapeOf, type Association } from './Hebbian.js'
import { everyUnsatisfied, leastStable, smallestStability, type Training } from './kernels/perceptron.js'
import type { Memory } from './Memory.js'
import { outOfRange, type MemoryError } from './MemoryError.js'
import type { Bipolar } from './Pattern.js'

/** An input of any kind and a bipolar target. */
export interface Classification extends Association {
  readonly target: Bipolar
}

export interface Options {
  /** κ; 0 by default. */
  readonly stability?: number
  /** 1000 by default. */
  readonly maxEpochs?: number
  /** Which associations an output is corrected for in an epoch; `unsatisfied` by default. */
  readonly correct?: 'unsatisfied' | 'least-stable'
  /** `none` keeps wⱼⱼ at 0: no unit of an auto-associative memory drives itself. `allowed` by default. */
  readonly selfCoupling?: 'none' | 'allowed'
}

export interface Learnt {
  readonly memory: Memory
  /** `Separated` when every association satisfies every output, else `Exhausted`. */
  readonly outcome: 'Separated' | 'Exhausted'
  /** How many epochs had something to correct. */
  readonly epochs: number
  /** The smallest stability of all outputs; −∞ while an output has no weights. */
  readonly stability: number
}

const valid = (stability: number, maxEpochs: number): E.Either<MemoryError, void> =>
  !(stability >= 0 && Number.isFinite(stability))
    ? E.left(outOfRange('Perceptron.learn (stability)', 'a number of at least 0', stability))
    : !(Number.isInteger(maxEpochs) && maxEpochs >= 0)
      ? E.left(outOfRange('Perceptron.learn (maxEpochs)', 'a natural number', maxEpochs))
      : E.right(undefined)

/**
 * The memory that corrections make of a list of associations.
 *
 * Formula:  wⱼ ← wⱼ + s(p) tⱼ(p) while tⱼ(p) (s(p)ᵀW)ⱼ ≤ κ ‖wⱼ‖
 * Errors:   Empty, SizeMismatch, OutOfRange (stability, maxEpochs)
 * Cost:     O(epochs·P·n·m)
 * Numerics: weights of patterns stay whole numbers
 * Laws:     perceptron_of_separable, perceptron_outcome
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern, Perceptron } from '@engram/associative-memory'
 *
 * const teach = (inputs: number[][], outputs: number[]) =>
 *   F.pipe(
 *     inputs,
 *     E.traverseArray((input) => Pattern.bipolar(input)),
 *     E.bindTo('patterns'),
 *     E.bind('targets', () => E.traverseArray((output: number) => Pattern.bipolar([output]))(outputs)),
 *     E.chain(({ patterns, targets }) =>
 *       Perceptron.learn({ maxEpochs: 100 })(
 *         patterns.flatMap((input, p) => targets.slice(p, p + 1).map((target) => ({ input, target }))),
 *       ),
 *     ),
 *     E.map(({ outcome }) => outcome),
 *   )
 * const square = [[1, 1], [1, -1], [-1, 1], [-1, -1]]
 * teach(square.slice(0, 2), [1, -1]) // => E.right('Separated')
 * teach(square, [-1, 1, 1, -1]) // => E.right('Exhausted')
 * ```
 */
export const learn =
  ({ stability = 0, maxEpochs = 1000, correct = 'unsatisfied', selfCoupling = 'allowed' }: Options) =>
  (associations: ReadonlyArray<Classification>): E.Either<MemoryError, Learnt> =>
    F.pipe(
      valid(stability, maxEpochs),
      E.chain(() => shapeOf('Perceptron.learn')(associations)),
      E.map(({ n, m }) => {
        const training: Training = {
          n,
          m,
          weights: new Float64Array(n * m),
          inputs: associations.map(({ input }) => input.data),
          targets: associations.map(({ target }) => target.data),
          stability,
          withoutSelf: selfCoupling === 'none',
        }
        const epoch = correct === 'unsatisfied' ? everyUnsatisfied : leastStable
        const quiet = Array.from({ length: maxEpochs }).findIndex(() => epoch(training) === 0)
        const reached = smallestStability(training)
        return {
          memory: {
            _tag: 'Memory',
            weights: Matrix.unsafeFromFloat64(n, m)(training.weights),
            count: associations.length,
          },
          outcome: reached > stability ? 'Separated' : 'Exhausted',
          epochs: quiet < 0 ? maxEpochs : quiet,
          stability: reached,
        }
      }),
    )
