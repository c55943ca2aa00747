/**
 * How far the patterns of a continuous memory stand apart, and what that promises.
 *
 * Definitions: the separation of pattern i is Δᵢ = min over j ≠ i of xᵢᵀxᵢ − xᵢᵀxⱼ: by so much it fits itself better than
 *              any other pattern fits it. P patterns, M the largest norm, β the inverse temperature.
 * Convention:  a pattern alone has separation ∞. Masked patterns count as removed, and cannot be asked for.
 * Laws:        separation_eq, retrieval_error_le, well_separated
 * References:  Ramsauer et al. (2020), definition 1, theorem 5 and lemma A5.
 */
import { either as E, function as F } from 'fp-ts'
import { Vector } from '@engram/linalg'
import * as Attend from './attend.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import type { Modern } from './Modern.js'

const norm = (memory: Modern): number => Math.sqrt(2 * (Attend.halfSquare(memory) ?? 0))

const patternsIn = ({ keys, masked }: Modern): number =>
  masked === undefined ? keys.rows : masked.filter((each) => !each).length

/** A pattern that is there and not masked. */
const known =
  (operation: string, { keys, masked }: Modern) =>
  (index: number): E.Either<HopfieldError, number> =>
    Number.isInteger(index) && index >= 0 && index < keys.rows && masked?.[index] !== true
      ? E.right(index)
      : E.left(outOfRange(operation, `a pattern from 0 to ${keys.rows - 1} that is not masked`, index))

/** Without the door. */
const between = (memory: Modern, index: number): number => {
  const { cols, data } = memory.keys
  const pattern = Vector.unsafeFromFloat64(Float64Array.from({ length: cols }, (_, i) => data[index * cols + i] ?? 0))
  const fits = Attend.scores({ ...memory, masked: undefined }, pattern).data
  const others = Array.from(fits).filter((_, j) => j !== index && memory.masked?.[j] !== true)
  return others.reduce((least, fit) => Math.min(least, (fits[index] ?? 0) - fit), Infinity)
}

/**
 * By how much a pattern fits itself better than any other pattern fits it.
 *
 * Formula:  Δᵢ = min over j ≠ i of xᵢᵀxᵢ − xᵢᵀxⱼ; ∞ for a pattern alone
 * Errors:   OutOfRange (no such pattern, or masked)
 * Cost:     O(P·n)
 * Numerics: exact while the products are
 * Laws:     separation_eq
 * Source:   Ramsauer et al. (2020), definition 1
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Modern, Separation } from '@engram/hopfield'
 *
 * F.pipe(
 *   Matrix.fromRows([[3, 0], [2, 2], [0, -1]]),
 *   E.chainW(Modern.make({ beta: 1 })),
 *   E.chainW((memory) => Separation.separation(memory)(0)),
 * ) // => E.right(3)
 * ```
 */
export const separation =
  (memory: Modern) =>
  (index: number): E.Either<HopfieldError, number> =>
    F.pipe(
      index,
      known('Separation.separation', memory),
      E.map((i) => between(memory, i)),
    )

/**
 * How far from pattern i an answer can be, for a query at a given distance from it.
 *
 * Formula:  ‖f(y) − xᵢ‖ ≤ 2 (P − 1) M exp(−β (Δᵢ − 2 M ‖y − xᵢ‖))
 * Requires: a distance of 0 or more
 * Errors:   OutOfRange (no such pattern, or masked; no such distance)
 * Cost:     O(P·n)
 * Numerics: may be ∞, which promises nothing, as does anything above 2M
 * Laws:     retrieval_error_le
 * Source:   Ramsauer et al. (2020), theorem 5, which takes the larger of ‖y − xᵢ‖ and ‖x*ᵢ − xᵢ‖, x*ᵢ being the fixed
 *           point near xᵢ; the smaller one is enough, and needs no fixed point to exist
 */
export const retrievalError =
  (memory: Modern) =>
  (index: number) =>
  (distance: number): E.Either<HopfieldError, number> => {
    const operation = 'Separation.retrievalError'
    if (!(distance >= 0)) return E.left(outOfRange(`${operation} (distance)`, 'a distance of 0 or more', distance))
    return F.pipe(
      index,
      known(operation, memory),
      E.map((i) => {
        const others = patternsIn(memory) - 1
        const largest = norm(memory)
        const margin = between(memory, i) - 2 * largest * distance
        const exponent = margin === 0 || memory.beta === 0 ? 0 : -memory.beta * margin
        return others === 0 ? 0 : 2 * others * largest * Math.exp(exponent)
      }),
    )
  }

/**
 * The radius of a ball around every pattern that the update does not leave where patterns are well separated.
 *
 * Formula: 1 / (β P M)
 * Cost:    O(P·n)
 * Laws:    well_separated
 * Source:  Ramsauer et al. (2020), equation 4: the sphere Sᵢ
 */
export const radius = (memory: Modern): number => 1 / (memory.beta * patternsIn(memory) * norm(memory))

/**
 * Whether a pattern stands so far apart that the update maps the ball around it into itself, so that there is a fixed
 * point in the ball.
 *
 * Formula: Δᵢ ≥ 2 / (β P) + β⁻¹ log(2 (P − 1) P β M²); Δᵢ > 0 for β = ∞
 * Errors:  OutOfRange (no such pattern, or masked)
 * Cost:    O(P·n)
 * Laws:    well_separated
 * Source:  Ramsauer et al. (2020), lemma A5
 */
export const isWellSeparated =
  (memory: Modern) =>
  (index: number): E.Either<HopfieldError, boolean> =>
    F.pipe(
      index,
      known('Separation.isWellSeparated', memory),
      E.map((i) => {
        const [beta, count] = [memory.beta, patternsIn(memory)]
        const needed =
          (2 / count + Math.log(2 * (count - 1) * count) + Math.log(beta) + 2 * Math.log(norm(memory))) / beta
        return beta === Infinity ? between(memory, i) > 0 : between(memory, i) >= needed
      }),
    )
