/**
 * The projection rule: weights that answer every linearly independent input exactly.
 *
 * Definitions: with the inputs as rows of S and the targets as rows of T, W = S⁺T, the least-squares solution of
 *              smallest norm. Auto-associative, W = S⁺S projects onto the span of the patterns: W² = W = Wᵀ.
 *              `Online` learns one association after another (Greville) and agrees with the batch form.
 * Convention:  no diagonal is taken away; for networks of units, clear it afterwards.
 * Laws:        projection_recalls, projection_idempotent, projection_online
 * References:  Kohonen (1972); Personnaz, Guyon and Dreyfus (1985); Greville (1960); Albert and Sittler (1965).
 */
import { either as E, function as F } from 'fp-ts'
import { LinalgError, Matrix, PseudoInverse } from '@engram/linalg'
import { shapeOf, type Association } from './Hebbian.js'
import { dot } from './kernels/compare.js'
import { netInput } from './kernels/correct.js'
import { addOuter, apply } from './kernels/greville.js'
import type { Memory } from './Memory.js'
import { sizeMismatch, type MemoryError } from './MemoryError.js'
import type { Signal } from './Pattern.js'

const stacked = (signals: ReadonlyArray<Signal>, columns: number): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(signals.length, columns)(Float64Array.from(signals.flatMap(({ data }) => Array.from(data))))

/**
 * The memory of a list of associations, all at once.
 *
 * Formula:  W = S⁺T
 * Shapes:   S [P, n], T [P, m] → W [n, m]
 * Errors:   Empty, SizeMismatch, Unsolvable (numbers that overflow)
 * Cost:     that of a singular value decomposition of S, O(P²·n) for P ≤ n, and O(P·n·m)
 * Numerics: errors of some n·κ₂(S)·2⁻⁵³ relative to the targets
 * Laws:     projection_recalls, projection_idempotent
 * Source:   Personnaz, Guyon and Dreyfus (1985), eq. 3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern, Projection } from '@engram/associative-memory'
 *
 * F.pipe(
 *   Pattern.bipolar([1, -1]),
 *   E.chain((pattern) => Projection.learn([{ input: pattern, target: pattern }])),
 *   E.map((memory) => Matrix.toRows(memory.weights).map((row) => row.map((w) => Math.round(1e9 * w) / 1e9))),
 * ) // => E.right([[0.5, -0.5], [-0.5, 0.5]])
 * ```
 */
export const learn = (associations: ReadonlyArray<Association>): E.Either<MemoryError, Memory> =>
  F.pipe(
    shapeOf('Projection.learn')(associations),
    E.chain(({ n, m }) =>
      F.pipe(
        PseudoInverse.fromMatrix(
          stacked(
            associations.map(({ input }) => input),
            n,
          ),
        ),
        E.chain((inverse) =>
          Matrix.matMul(inverse)(
            stacked(
              associations.map(({ target }) => target),
              m,
            ),
          ),
        ),
        E.bimap(
          (error): MemoryError => ({
            _tag: 'Unsolvable',
            operation: 'Projection.learn',
            expected: 'inputs with a pseudo-inverse',
            actual: LinalgError.render(error),
          }),
          (weights): Memory => ({ _tag: 'Memory', weights, count: associations.length }),
        ),
      ),
    ),
  )

/** A projection memory in the making. */
export interface Online {
  readonly memory: Memory
  /** I − S⁺S: what of an input is new. */
  readonly complement: Matrix.Matrix
  /** (SᵀS)⁺: how sure the weights are along what is known. */
  readonly certainty: Matrix.Matrix
}

/** The projection memory of nothing yet, with n inputs and m outputs. */
export const begin = (n: number, m: number): Online => ({
  memory: { _tag: 'Memory', weights: Matrix.zeros(n, m), count: 0 },
  complement: Matrix.identity(n),
  certainty: Matrix.zeros(n, n),
})

/** Below this share of its length, the new part of an input is taken for rounding. */
const novelty = 2 ** -40

/**
 * One more association.
 *
 * Formula:  W ← W + k (t − Wᵀs)ᵀ with r = (I − S⁺S) s and k = r / ‖r‖² if r ≠ 0, else k = Qs / (1 + sᵀQs), Q = (SᵀS)⁺
 * Errors:   SizeMismatch
 * Cost:     O(n² + n·m)
 * Numerics: an input within 2⁻⁴⁰ of the span of those before counts as known
 * Laws:     projection_online
 * Source:   Greville (1960); Albert and Sittler (1965)
 */
export const imprint =
  ({ input, target }: Association) =>
  ({ memory, complement, certainty }: Online): E.Either<MemoryError, Online> => {
    const { rows: n, cols: m, data } = memory.weights
    if (input.length !== n) return E.left(sizeMismatch('Projection.imprint (input)', n, input.length))
    if (target.length !== m) return E.left(sizeMismatch('Projection.imprint (target)', m, target.length))
    const s = input.data
    const fresh = new Float64Array(n)
    const known = new Float64Array(n)
    apply(fresh, complement.data, s, n)
    apply(known, certainty.data, s, n)
    const error = Float64Array.from({ length: m }, (_, j) => (target.data[j] ?? 0) - netInput(data, s, n, m, j))
    const weights = Float64Array.from(data)
    const [nextComplement, nextCertainty] = [Float64Array.from(complement.data), Float64Array.from(certainty.data)]
    const squared = dot(fresh, fresh, n)
    const confidence = 1 + dot(s, known, n)
    if (squared > novelty ** 2 * dot(s, s, n)) {
      const gain = fresh.map((each) => each / squared)
      addOuter(weights, 1, gain, error, n, m)
      addOuter(nextComplement, -1 / squared, fresh, fresh, n, n)
      addOuter(nextCertainty, -1, known, gain, n, n)
      addOuter(nextCertainty, -1, gain, known, n, n)
      addOuter(nextCertainty, confidence, gain, gain, n, n)
    } else {
      addOuter(weights, 1 / confidence, known, error, n, m)
      addOuter(nextCertainty, -1 / confidence, known, known, n, n)
    }
    return E.right({
      memory: { _tag: 'Memory', weights: Matrix.unsafeFromFloat64(n, m)(weights), count: memory.count + 1 },
      complement: Matrix.unsafeFromFloat64(n, n)(nextComplement),
      certainty: Matrix.unsafeFromFloat64(n, n)(nextCertainty),
    })
  }
