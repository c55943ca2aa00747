/**
 * How large the basin of an energy well is.
 *
 * Definitions: probes leave a pattern in many directions, shell after shell; the radius is the last shell from which all
 *              of them come back.
 * Laws:        well_basinRadius
 * References:  lecture M, "Restoring arbitrary number of patterns".
 */
import { either as E } from 'fp-ts'
import { Random, Vector } from '@engram/linalg'
import { descent, type EnergyWell } from './EnergyWell.js'
import { dot } from './kernels/compare.js'
import { squaredDistances } from './kernels/wells.js'
import { outOfRange, type MemoryError } from './MemoryError.js'
import { run } from './Run.js'

/** Which way to leave a pattern when its basin is measured. */
export interface Survey {
  readonly maxSteps: number
  /** Random directions, besides both ways along every axis. */
  readonly directions: number
  readonly seed: number
}

/** The distance to the next pattern is tried in this many shells. */
const shells = 32

const unit = (direction: ReadonlyArray<number>): ReadonlyArray<number> => {
  const length = Math.sqrt(dot(direction, direction, direction.length))
  return direction.map((each) => each / length)
}

/**
 * How far one can go from a pattern, in every direction that is tried, and still be led back: the radius of its basin,
 * sampled.
 *
 * Requires: the number of a pattern
 * Errors:   OutOfRange (no such pattern)
 * Cost:     up to 32 descents a direction
 * Numerics: a multiple of 1/32 of the distance to the next pattern, beyond which it does not look: the last such shell
 *           before one from which a probe is led elsewhere. Descents take steps, so a basin may have islands further out
 * Laws:     well_basinRadius
 */
export const radius =
  ({ maxSteps, directions, seed }: Survey) =>
  (well: EnergyWell) =>
  (index: number): E.Either<MemoryError, number> => {
    const { size, levels, patterns } = well
    if (!Number.isInteger(index) || index < 0 || index >= levels.length)
      return E.left(outOfRange('WellBasin.radius', `a pattern from 0 to ${levels.length - 1}`, index))
    const at = (p: number): ReadonlyArray<number> => Array.from({ length: size }, (_, i) => patterns[p * size + i] ?? 0)
    const home = at(index)
    const distances = new Float64Array(levels.length)
    squaredDistances(distances, Float64Array.from(home), patterns, levels.length, size)
    const reach = Math.sqrt(distances.reduce((least, d, p) => (p === index ? least : Math.min(least, d)), Infinity))
    const limit = Number.isFinite(reach) ? reach : 1
    const settled = limit * 2 ** -10
    const returns = (distance: number, direction: ReadonlyArray<number>): boolean => {
      const probe = Float64Array.from(home, (value, i) => value + distance * (direction[i] ?? 0))
      const { state } = run(maxSteps)(descent)(well)(Vector.unsafeFromFloat64(probe))
      return home.every((value, i) => Math.abs((state.data[i] ?? NaN) - value) <= settled)
    }
    const axes = Array.from({ length: 2 * size }, (_, k) =>
      Array.from({ length: size }, (__, i) => (i === k >> 1 ? (k % 2 === 0 ? 1 : -1) : 0)),
    )
    const [numbers] = Random.normals(directions * size)(Random.fromSeed(seed))
    const chance = Array.from({ length: directions }, (_, k) => unit(numbers.slice(k * size, (k + 1) * size)))
    const lost = Array.from({ length: shells }, (_, k) => ((k + 1) / shells) * limit).findIndex(
      (distance) => ![...axes, ...chance].every((direction) => returns(distance, direction)),
    )
    return E.right(((lost < 0 ? shells : lost) / shells) * limit)
  }
