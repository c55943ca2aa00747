/**
 * The covariance rule for binary patterns with few active units.
 *
 * Definitions: W = Σₚ (s(p) − a)(t(p) − b)ᵀ, where a and b are the mean activities of inputs and targets.
 * Convention:  the activities are arguments, so that learning stays additive; `activity` measures them.
 * Laws:        covariance_eq_reference, covariance_eq_hebbian
 * References:  Tsodyks and Feigelman (1988), "The enhanced storage capacity in neural networks with low activity level".
 */
import { either as E, function as F } from 'fp-ts'
import { Vector } from '@engram/linalg'
import { learn as learnHebbian, type Association } from './Hebbian.js'
import type { Memory } from './Memory.js'
import { empty, type MemoryError } from './MemoryError.js'
import type { Binary, Signal } from './Pattern.js'
import type { BinaryAssociation } from './Willshaw.js'

/** Mean activities of inputs (a) and targets (b), from 0 to 1. */
export interface Activity {
  readonly inputs: number
  readonly targets: number
}

const centred = (level: number, pattern: Binary): Signal =>
  Vector.unsafeFromFloat64(Float64Array.from(pattern.data, (bit) => bit - level))

const mean = (patterns: ReadonlyArray<Binary>): number => {
  const bits = patterns.flatMap(({ data }) => Array.from(data))
  return bits.reduce((total, bit) => total + bit, 0) / bits.length
}

/** The share of active units among the inputs and among the targets. Errors: Empty. Cost: O(P·(n + m)) */
export const activity = (associations: ReadonlyArray<BinaryAssociation>): E.Either<MemoryError, Activity> =>
  associations.length === 0
    ? E.left(empty('Covariance.activity', 'at least one association'))
    : E.right({
        inputs: mean(associations.map(({ input }) => input)),
        targets: mean(associations.map(({ target }) => target)),
      })

/**
 * The memory of a list of binary associations.
 *
 * Formula:  wᵢⱼ = Σₚ (sᵢ(p) − a)(tⱼ(p) − b)
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n·m)
 * Numerics: exact for dyadic activities; at a = b = ½ four times the weights are those of the bipolar patterns
 * Laws:     covariance_eq_reference, covariance_eq_hebbian
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Covariance, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   Pattern.binary([1, 0]),
 *   E.chain((pattern) => Covariance.learn({ inputs: 0.5, targets: 0.5 })([{ input: pattern, target: pattern }])),
 *   E.map((memory) => Matrix.toRows(memory.weights)),
 * ) // => E.right([[0.25, -0.25], [-0.25, 0.25]])
 * ```
 */
export const learn =
  ({ inputs, targets }: Activity) =>
  (associations: ReadonlyArray<BinaryAssociation>): E.Either<MemoryError, Memory> =>
    F.pipe(
      associations.map(({ input, target }): Association => ({
        input: centred(inputs, input),
        target: centred(targets, target),
      })),
      learnHebbian,
    )
