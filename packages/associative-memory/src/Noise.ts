/**
 * How much disturbance recall survives.
 *
 * Definitions: for the probe s(p) + δ, the net input is s(p)ᵀW + d with d = δᵀW. Recall is right while no dⱼ reaches
 *              the net input that it works against. Two guarantees of the lecture, for mutually orthogonal inputs and
 *              bipolar targets, and the exact radius, for any memory:
 *              `outputBound` maxⱼ|dⱼ| < minₚ ‖s(p)‖²; `inputBound` ‖δ‖ < minₚ ‖s(p)‖² / ‖Σₚ |s(p)|‖; and
 *              `radius` = minₚⱼ tⱼ(p) (s(p)ᵀW)ⱼ / ‖wⱼ‖, the distance to the nearest plane on which an output turns.
 * Laws:        recall_of_disturbance_lt, disturbance_radius_tight, inputBound_le_radius
 * References:  lecture M, "Input pattern with disturbance"; Krauth and Mézard (1987) for the stability.
 */
import { either as E, function as F } from 'fp-ts'
import { shapeOf, type Association } from './Hebbian.js'
import { dot } from './kernels/compare.js'
import type { Memory } from './Memory.js'
import { sizeMismatch, type MemoryError } from './MemoryError.js'
import { net } from './Recall.js'

const squaredNorms = (associations: ReadonlyArray<Association>): ReadonlyArray<number> =>
  associations.map(({ input }) => dot(input.data, input.data, input.length))

const least = (values: ReadonlyArray<number>): number => values.reduce((a, b) => Math.min(a, b), Infinity)

/**
 * What no component of the disturbance at the output may reach.
 *
 * Formula:  minₚ ‖s(p)‖²
 * Requires: mutually orthogonal inputs and bipolar targets, learnt by Hebb's rule
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n)
 */
export const outputBound = (associations: ReadonlyArray<Association>): E.Either<MemoryError, number> =>
  F.pipe(
    shapeOf('Noise.outputBound')(associations),
    E.map(() => least(squaredNorms(associations))),
  )

/**
 * A length of disturbance at the input that is always corrected.
 *
 * Formula:  minₚ ‖s(p)‖² / ‖Σₚ |s(p)|‖, absolute values component by component
 * Requires: mutually orthogonal inputs and bipolar targets, learnt by Hebb's rule
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n)
 * Laws:     recall_of_disturbance_lt, inputBound_le_radius
 * Source:   lecture M, δ̄; valid but loose
 */
export const inputBound = (associations: ReadonlyArray<Association>): E.Either<MemoryError, number> =>
  F.pipe(
    shapeOf('Noise.inputBound')(associations),
    E.map(({ n }) => {
      const sums = Array.from({ length: n }, (_, i) =>
        associations.reduce((total, { input }) => total + Math.abs(input.data[i] ?? 0), 0),
      )
      return least(squaredNorms(associations)) / Math.sqrt(dot(sums, sums, n))
    }),
  )

/**
 * The largest radius around every stored input within which every output is recalled, thresholds being zero.
 *
 * Formula:  minₚⱼ tⱼ(p) (s(p)ᵀW)ⱼ / ‖wⱼ‖
 * Requires: bipolar targets
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·n·m)
 * Numerics: negative where an association is not recalled at all; −∞ for an output without weights
 * Laws:     disturbance_radius_tight
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Hebbian, Noise, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.map((pattern) => [{ input: pattern, target: pattern }]),
 *   E.bindTo('associations'),
 *   E.bind('memory', ({ associations }) => Hebbian.learn(associations)),
 *   E.chain(({ associations, memory }) => Noise.radius(memory)(associations)),
 * ) // => E.right(2)
 * ```
 */
export const radius =
  (memory: Memory) =>
  (associations: ReadonlyArray<Association>): E.Either<MemoryError, number> =>
    F.pipe(
      shapeOf('Noise.radius')(associations),
      E.filterOrElse(
        ({ m }) => m === memory.weights.cols,
        ({ m }) => sizeMismatch('Noise.radius (targets)', memory.weights.cols, m),
      ),
      E.chain(() => E.traverseArray((association: Association) => net(memory)(association.input))(associations)),
      E.map((nets) => {
        const { rows, cols, data } = memory.weights
        const lengths = Array.from({ length: cols }, (_, j) =>
          Math.sqrt(Array.from({ length: rows }, (__, i) => (data[i * cols + j] ?? 0) ** 2).reduce((a, b) => a + b, 0)),
        )
        return least(
          nets.flatMap((field, p) =>
            lengths.map((length, j) =>
              length === 0 ? -Infinity : ((associations[p]?.target.data[j] ?? 0) * (field.data[j] ?? 0)) / length,
            ),
          ),
        )
      }),
    )
