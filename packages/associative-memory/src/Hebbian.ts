/**
 * Hebb's rule: a weight grows with the product of the activities at its two ends.
 *
 * Definitions: W = Σₚ s(p) t(p)ᵀ (hetero-associative), W = Σₚ s(p) s(p)ᵀ (auto-associative, symmetric, positive
 *              semi-definite), W = Σₚ s(p) s(p)ᵀ − P·I (modified: no unit drives itself).
 * Convention:  no 1/n and no 1/P; weights of ±1 patterns are integers, exact in float64.
 * Laws:        hebbian_perm, hebbian_append, hebbian_linear, hebbian_symm_psd, modified_eq_hebbian_sub
 * References:  Hebb (1949); Fausett (1994) §3.1; Vitay, *Hopfield networks*, "Storing patterns".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, SignMatrix, SymmetricMatrix } from '@engram/linalg'
import { imprint as imprintKernel } from './kernels/imprint.js'
import * as Memory from './Memory.js'
import { allOfSize, firstOf, type MemoryError } from './MemoryError.js'
import type { Bipolar, Signal } from './Pattern.js'

/** An input and the output that it should call up. */
export interface Association {
  readonly input: Signal
  readonly target: Signal
}

/** The sizes that all inputs and all targets have. Errors: Empty, SizeMismatch */
export const shapeOf =
  (operation: string) =>
  (associations: ReadonlyArray<Association>): E.Either<MemoryError, { readonly n: number; readonly m: number }> =>
    F.pipe(
      firstOf(operation, 'at least one association')(associations),
      E.map(({ input, target }) => ({ n: input.length, m: target.length })),
      E.chainFirst(({ n }) => allOfSize(`${operation} (inputs)`, n)(associations.map(({ input }) => input))),
      E.chainFirst(({ m }) => allOfSize(`${operation} (targets)`, m)(associations.map(({ target }) => target))),
    )

const accumulate = (associations: ReadonlyArray<Association>, n: number, m: number): Float64Array => {
  const weights = new Float64Array(n * m)
  associations.forEach(({ input, target }) => imprintKernel(weights, input.data, target.data, n, m))
  return weights
}

/**
 * The memory of a list of associations.
 *
 * Formula:  W = Σₚ s(p) t(p)ᵀ
 * Shapes:   s(p) [n], t(p) [m] → W [n, m]
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n·m)
 * Numerics: exact for patterns
 * Laws:     hebbian_perm, hebbian_append, hebbian_linear
 * Source:   Fausett (1994), algorithm of §3.1.1
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Hebbian, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('input', Pattern.binary([1, 1, 0, 0])),
 *   E.apS('target', Pattern.binary([1, 0])),
 *   E.chain((association) => Hebbian.learn([association])),
 *   E.map((memory) => Matrix.toRows(memory.weights)),
 * ) // => E.right([[1, 0], [1, 0], [0, 0], [0, 0]])
 * ```
 */
export const learn = (associations: ReadonlyArray<Association>): E.Either<MemoryError, Memory.Memory> =>
  F.pipe(
    shapeOf('Hebbian.learn')(associations),
    E.map(({ n, m }) => ({
      _tag: 'Memory',
      weights: Matrix.unsafeFromFloat64(n, m)(accumulate(associations, n, m)),
      count: associations.length,
    })),
  )

/**
 * One more association, learnt online.
 *
 * Errors: SizeMismatch
 * Cost:   O(n·m)
 * Laws:   hebbian_append
 */
export const imprint =
  (association: Association) =>
  (memory: Memory.Memory): E.Either<MemoryError, Memory.Memory> =>
    F.pipe(
      allOfSize('Hebbian.imprint (input)', memory.weights.rows)([association.input]),
      E.chain(() => allOfSize('Hebbian.imprint (target)', memory.weights.cols)([association.target])),
      E.chain(() => learn([association])),
      E.map((trace) => Memory.concat(memory, trace)),
    )

/** An auto-associative memory: its weights are symmetric. */
export interface AutoMemory extends Memory.Memory {
  readonly weights: SymmetricMatrix.SymmetricMatrix
}

/**
 * The auto-associative memory of a list of patterns.
 *
 * Formula: W = Σₚ s(p) s(p)ᵀ
 * Errors:  Empty, SizeMismatch
 * Cost:    O(P·n²)
 * Laws:    hebbian_symm_psd
 */
export const learnAuto = (patterns: ReadonlyArray<Signal>): E.Either<MemoryError, AutoMemory> =>
  F.pipe(
    shapeOf('Hebbian.learn')(patterns.map((pattern) => ({ input: pattern, target: pattern }))),
    E.map(({ n }) => ({ _tag: 'Memory', weights: ownProducts(patterns, n), count: patterns.length })),
  )

/** Σₚ s(p) s(p)ᵀ: by counting bits where all components are −1 and +1, by the definition where not. */
const ownProducts = (patterns: ReadonlyArray<Signal>, n: number): SymmetricMatrix.SymmetricMatrix =>
  F.pipe(
    SignMatrix.fromRows(patterns.map(({ data }) => data)),
    E.match(() => {
      const associations = patterns.map((pattern) => ({ input: pattern, target: pattern }))
      return SymmetricMatrix.unsafeSymmetric(Matrix.unsafeFromFloat64(n, n)(accumulate(associations, n, n)))
    }, SignMatrix.gram),
  )

/** An auto-associative memory in which no unit drives itself. */
export interface ModifiedMemory extends Memory.Memory {
  readonly weights: SymmetricMatrix.ZeroDiagonal
}

/**
 * The modified rule: the same without self-connections.
 *
 * Formula:    W = Σₚ s(p) s(p)ᵀ − P·I
 * Requires:   bipolar patterns (for {0,1} patterns the diagonal would be the count of ones minus P)
 * Errors:     Empty, SizeMismatch
 * Cost:       O(P·n²)
 * Laws:       modified_eq_hebbian_sub
 */
export const learnModified = (patterns: ReadonlyArray<Bipolar>): E.Either<MemoryError, ModifiedMemory> =>
  E.map((memory: AutoMemory) => ({ ...memory, weights: SymmetricMatrix.clearDiagonal(memory.weights) }))(
    learnAuto(patterns),
  )
