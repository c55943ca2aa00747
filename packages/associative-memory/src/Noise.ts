/**
 * How much disturbance recall survives.
 *
 * Definitions: for the probe s(p) + δ, the net input is s(p)ᵀW + d with d = δᵀW. Recall is right while no dⱼ reaches
 *              the net input that it works against. Two guarantees of the lecture, for mutually orthogonal inputs and
 *              bipolar targets, and the exact radius, for any memory:
 *              `outputBound` maxⱼ|dⱼ| < minₚ ‖s(p)‖²; `inputBound` ‖δ‖ < minₚ ‖s(p)‖² / ‖Σₚ |s(p)|‖; and
 *              `radius` = minₚⱼ tⱼ(p) (s(p)ᵀW)ⱼ / ‖wⱼ‖, the distance to the nearest plane on which an output turns.
 *              For components that are missing (0) or wrong (turned over) there is `damage`, which counts a missing one
 *              once and a wrong one twice.
 * Laws:        noise_eq_reference, recall_of_disturbance_lt, disturbance_radius_tight, inputBound_le_radius,
 *              recall_of_damage_le, damage_of_orthogonal
 * References:  lecture M, "Input pattern with disturbance"; Krauth and Mézard (1987) for the stability.
 */
import { either as E, function as F } from 'fp-ts'
import type { Vector } from '@engram/linalg'
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

/** What each association calls up, thresholds being zero. */
const netsOf =
  (operation: string, memory: Memory) =>
  (associations: ReadonlyArray<Association>): E.Either<MemoryError, ReadonlyArray<Vector.Vector>> =>
    F.pipe(
      shapeOf(operation)(associations),
      E.filterOrElse(
        ({ m }) => m === memory.weights.cols,
        ({ m }) => sizeMismatch(`${operation} (targets)`, memory.weights.cols, m),
      ),
      E.chain(() => E.traverseArray((association: Association) => net(memory)(association.input))(associations)),
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
      netsOf('Noise.radius', memory)(associations),
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

/** How often the largest of the supports can be taken away, each of them twice, before nothing is left of the margin. */
const withstood = (supports: ReadonlyArray<number>): number => {
  const worst = supports
    .filter((support) => support > 0)
    .toSorted((a, b) => b - a)
    .flatMap((support) => [support, support])
  const left = worst.reduce<ReadonlyArray<number>>(
    (margins, support) => margins.concat((margins.at(-1) ?? 0) - support),
    [supports.reduce((margin, support) => margin + support, 0)],
  )
  return left.findIndex((margin) => !(margin > 0)) - 1
}

/**
 * How much damage to any stored input every output survives, a missing component counting once and a wrong one twice.
 *
 * Formula:  the largest D such that for all p and j the D largest of tⱼ(p) wᵢⱼ sᵢ(p), each of them taken twice if need
 *           be, add up to less than tⱼ(p) (s(p)ᵀW)ⱼ; orthogonal inputs of Hebb's rule have D ≥ ⌈n/P⌉ − 1
 * Requires: bipolar targets
 * Errors:   Empty, SizeMismatch
 * Cost:     O(P·m·n²)
 * Numerics: exact for whole numbers; −1 where an association is not recalled at all
 * Laws:     recall_of_damage_le, damage_of_orthogonal
 * Source:   lecture M, "Character recognition": noise, and a third of the components missing
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
 *   E.chain(({ associations, memory }) => Noise.damage(memory)(associations)),
 * ) // => E.right(3)
 * ```
 */
export const damage =
  (memory: Memory) =>
  (associations: ReadonlyArray<Association>): E.Either<MemoryError, number> =>
    F.pipe(
      netsOf('Noise.damage', memory)(associations),
      E.map(() => {
        const { cols, data } = memory.weights
        return least(
          associations.flatMap(({ input, target }) =>
            Array.from(target.data, (t, j) =>
              withstood(Array.from(input.data, (s, i) => t * (data[i * cols + j] ?? 0) * s)),
            ),
          ),
        )
      }),
    )
