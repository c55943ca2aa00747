/**
 * The delta rule (Widrow–Hoff): correct each weight by the error that is left.
 *
 * Definitions: W ← W + η s (t − sᵀW)ᵀ for each association in turn; an epoch shows each once.
 * Convention:  starts from zero weights. With 0 < η < 2 / max ‖s(p)‖² no single step can overshoot, and for linearly
 *              independent inputs the weights approach those of the projection rule.
 * Laws:        delta_eq_reference, delta_step_le
 * References:  Widrow and Hoff (1960), "Adaptive switching circuits"; Fausett (1994) §3.1.2.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix } from '@engram/linalg'
import { shapeOf, type Association } from './Hebbian.js'
import { deltaStep } from './kernels/correct.js'
import type { Memory } from './Memory.js'
import { outOfRange, type MemoryError } from './MemoryError.js'

export interface Options {
  /** η */
  readonly rate: number
  readonly epochs: number
}

/** A memory, and how far it was from its targets in each epoch. */
export interface Learnt {
  readonly memory: Memory
  /** Σₚ ‖t(p) − s(p)ᵀW‖² for each epoch, each error taken just before its correction. */
  readonly errors: ReadonlyArray<number>
}

const valid = ({ rate, epochs }: Options): E.Either<MemoryError, void> =>
  !(rate > 0 && Number.isFinite(rate))
    ? E.left(outOfRange('Delta.learn (rate)', 'a positive number', rate))
    : !(Number.isInteger(epochs) && epochs >= 0)
      ? E.left(outOfRange('Delta.learn (epochs)', 'a natural number', epochs))
      : E.right(undefined)

/**
 * The memory that the delta rule makes of a list of associations.
 *
 * Formula:  W ← W + η s (t − sᵀW)ᵀ
 * Errors:   Empty, SizeMismatch, OutOfRange (rate, epochs)
 * Cost:     O(epochs·P·n·m)
 * Numerics: a rate beyond 2 / max ‖s‖² may let the weights grow without bound; the errors tell
 * Laws:     delta_eq_reference, delta_step_le
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Delta, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('input', Pattern.bipolar([1, -1])),
 *   E.apS('target', Pattern.bipolar([1])),
 *   E.chain((association) => Delta.learn({ rate: 0.5, epochs: 1 })([association])),
 *   E.map(({ memory, errors }) => [Matrix.toRows(memory.weights), errors]),
 * ) // => E.right([[[0.5], [-0.5]], [1]])
 * ```
 */
export const learn =
  (options: Options) =>
  (associations: ReadonlyArray<Association>): E.Either<MemoryError, Learnt> =>
    F.pipe(
      valid(options),
      E.chain(() => shapeOf('Delta.learn')(associations)),
      E.map(({ n, m }) => {
        const weights = new Float64Array(n * m)
        const error = new Float64Array(m)
        const errors = Array.from({ length: options.epochs }, () =>
          associations.reduce(
            (total, { input, target }) =>
              total + deltaStep(weights, error, input.data, target.data, n, m, options.rate),
            0,
          ),
        )
        const memory: Memory = {
          _tag: 'Memory',
          weights: Matrix.unsafeFromFloat64(n, m)(weights),
          count: associations.length,
        }
        return { memory, errors }
      }),
    )
