/**
 * Feed-forward recall: one pass through the weights.
 *
 * Definitions: net input xᵀW, field xᵀW − θ, output f(field) with an explicit rule for field = 0.
 * Laws:        recall_eq_reference, recall_of_orthogonal, recall_single_of_overlap_pos
 * References:  Fausett (1994) §3.1.3.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import type { Memory } from './Memory.js'
import { sizeMismatch, type MemoryError } from './MemoryError.js'
import { unsafePattern, type Cue, type Signal } from './Pattern.js'
import { activate, type Encoding } from './Tie.js'

/** How fields become outputs. `keep` and `flip` need to know what the output was before. */
export type Rule = {
  readonly encoding: Encoding
  /** One threshold per output; all 0 by default. */
  readonly thresholds?: Vector.Vector
} & ({ readonly tie: 'zero' | 'up' | 'down' } | { readonly tie: 'keep' | 'flip'; readonly previous: Signal })

const fits = (operation: string, expected: number, signal: Signal | undefined): E.Either<MemoryError, void> =>
  signal === undefined || signal.length === expected
    ? E.right(undefined)
    : E.left(sizeMismatch(operation, expected, signal.length))

/**
 * The net input of every output unit.
 *
 * Formula: xᵀW
 * Shapes:  W [n, m], x [n] → [m]
 * Errors:  SizeMismatch
 * Cost:    O(n·m)
 */
export const net =
  ({ weights }: Memory) =>
  (x: Signal): E.Either<MemoryError, Vector.Vector> =>
    F.pipe(
      Matrix.vecMat(weights)(Vector.unsafeFromFloat64(Float64Array.from(x.data))),
      E.mapLeft(() => sizeMismatch('Recall.net', weights.rows, x.length)),
    )

/**
 * The output that a memory answers to an input.
 *
 * Formula: f(xᵀW − θ), f(0) by the tie policy of the rule
 * Shapes:  W [n, m], x [n], θ [m] → [m]
 * Errors:  SizeMismatch (of x, thresholds or previous)
 * Cost:    O(n·m)
 * Laws:    recall_eq_reference
 * Source:  Fausett (1994) §3.1.3; the tie policies of the lectures are in docs/conventions.md
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Hebbian, Pattern, Recall } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('probe', Pattern.cue([0, 0, 1, -1])),
 *   E.bind('memory', ({ stored }) => Hebbian.learnAuto([stored])),
 *   E.chain(({ memory, probe }) => Recall.recall({ encoding: 'bipolar', tie: 'zero' })(memory)(probe)),
 *   E.map(Pattern.toArray),
 * ) // => E.right([1, 1, 1, -1])
 * ```
 */
export const recall =
  (rule: Rule) =>
  (memory: Memory) =>
  (x: Signal): E.Either<MemoryError, Cue> => {
    const previous = 'previous' in rule ? rule.previous : undefined
    const output = activate(rule.encoding, rule.tie)
    return F.pipe(
      fits('Recall.recall (thresholds)', memory.weights.cols, rule.thresholds),
      E.chain(() => fits('Recall.recall (previous)', memory.weights.cols, previous)),
      E.chain(() => net(memory)(x)),
      E.map(({ data }) =>
        unsafePattern(
          'Cue',
          Int8Array.from(data, (input, j) => output(input - (rule.thresholds?.data[j] ?? 0), previous?.data[j] ?? 0)),
        ),
      ),
    )
  }
