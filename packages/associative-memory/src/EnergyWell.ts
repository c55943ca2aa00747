/**
 * Energy wells: any number of real patterns, each at the bottom of a well of its own.
 *
 * Definitions: f has a minimum at, or near, every pattern s(p), at the level Lₚ of its label. A probe runs down f; the
 *              level at which it comes to rest is read as a label. Three shapes, with dₚ = ‖x − s(p)‖²:
 *              `inverse-distance`  f = Σₚ vₚ (Lₚ + c·dₚ) / Σₚ vₚ with vₚ = dₚ⁻²: minima exactly at the patterns, levels
 *                                  exactly Lₚ, whatever their number and however near they lie;
 *              `gaussian`          f = Σₚ Lₚ exp(−dₚ / 2σ²), levels below 0, minima shifted where wells overlap;
 *              `log-sum-exp`       f = −β⁻¹ log Σₚ exp(−β(½dₚ + Lₚ)), a soft minimum of parabolas.
 * Convention:  patterns need not be orthogonal, nor bipolar, nor fewer than their components.
 * Laws:        well_minimum, well_gradient, well_descent, well_label
 * References:  lecture M, "Restoring arbitrary number of patterns"; Shepard (1968) for inverse distances.
 */
import { either as E, function as F, option as O } from 'fp-ts'
import { Random, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import type { EnergyMemory, Session } from './EnergyMemory.js'
import { dot } from './kernels/compare.js'
import { move, pull, squaredDistances } from './kernels/wells.js'
import { allOfSize, firstOf, outOfRange, sizeMismatch, type MemoryError } from './MemoryError.js'
import { equalComponents } from './Pattern.js'
import { run, type Run } from './Run.js'

export type Shape =
  | { readonly _tag: 'inverse-distance'; readonly curvature: number }
  | { readonly _tag: 'gaussian'; readonly width: number }
  | { readonly _tag: 'log-sum-exp'; readonly beta: number }

export interface EnergyWell {
  readonly _tag: 'EnergyWell'
  readonly size: number
  readonly shape: Shape
  /** The patterns one after another, P·n numbers. */
  readonly patterns: ReadonlyFloat64
  /** Lₚ: equal for equal labels, different for different ones. */
  readonly levels: ReadonlyArray<number>
}

/** A pattern and the level of its well. */
export interface Well {
  readonly pattern: Vector.Vector
  readonly level: number
}

const sharpness = (shape: Shape): number =>
  shape._tag === 'inverse-distance' ? shape.curvature : shape._tag === 'gaussian' ? shape.width : shape.beta

const wellShaped = (shape: Shape, wells: ReadonlyArray<Well>): E.Either<MemoryError, void> => {
  const operation = 'EnergyWell.make'
  const value = sharpness(shape)
  const odd = wells.find(({ level }) => !Number.isFinite(level) || (shape._tag === 'gaussian' && level >= 0))
  return !(value > 0 && Number.isFinite(value))
    ? E.left(outOfRange(`${operation} (${shape._tag})`, 'a positive number', value))
    : odd === undefined
      ? E.right(undefined)
      : E.left(outOfRange(operation, shape._tag === 'gaussian' ? 'levels below 0' : 'finite levels', odd.level))
}

/**
 * A memory with a well at every pattern.
 *
 * Errors: Empty, SizeMismatch, OutOfRange (curvature, width, β or level)
 * Cost:   O(P·n)
 */
export const make =
  (shape: Shape) =>
  (wells: ReadonlyArray<Well>): E.Either<MemoryError, EnergyWell> =>
    F.pipe(
      firstOf('EnergyWell.make', 'at least one well')(wells),
      E.chainFirst(({ pattern }) => allOfSize('EnergyWell.make', pattern.length)(wells.map((well) => well.pattern))),
      E.chainFirst(() => wellShaped(shape, wells)),
      E.map(({ pattern }) => ({
        _tag: 'EnergyWell',
        size: pattern.length,
        shape,
        patterns: Float64Array.from(wells.flatMap((well) => Array.from(well.pattern.data))),
        levels: wells.map(({ level }) => level),
      })),
    )

/** f at one place: the level of the nearest well, how far above it, and which way is down. */
interface Place {
  readonly level: number
  /** f − level; kept apart, because it is far smaller near a minimum. */
  readonly excess: number
  readonly gradient: Float64Array
  /** A step along −gradient that suits the shape. */
  readonly step: number
}

const sum = (terms: Iterable<number>): number => Array.from(terms).reduce((total, term) => total + term, 0)

/** Nothing pulls at a place that all coefficients leave alone. */
const placed = (
  well: EnergyWell,
  x: ReadonlyFloat64,
  coefficients: Float64Array,
  rest: Omit<Place, 'gradient'>,
): Place => {
  const gradient = new Float64Array(well.size)
  pull(gradient, coefficients, x, well.patterns, well.levels.length, well.size)
  return { ...rest, gradient }
}

const inverseDistance = (
  well: EnergyWell,
  x: ReadonlyFloat64,
  d: Float64Array,
  least: number,
  curvature: number,
): Place => {
  const nearest = d.indexOf(least)
  const level = well.levels[nearest] ?? 0
  const above = well.levels.map((each) => each - level)
  const step = 1 / (2 * curvature)
  if (least === 0) return placed(well, x, new Float64Array(d.length), { level, excess: 0, step })
  const u = d.map((each) => (least / each) ** 2)
  const total = sum(u)
  const excess = sum(u.map((weight, p) => weight * ((above[p] ?? 0) + curvature * (d[p] ?? 0)))) / total
  const coefficients = u.map(
    (weight, p) => ((4 * (excess - (above[p] ?? 0))) / (d[p] ?? 1) - 2 * curvature) * (weight / total),
  )
  return placed(well, x, coefficients, { level, excess, step })
}

const gaussian = (well: EnergyWell, x: ReadonlyFloat64, d: Float64Array, width: number): Place => {
  const depths = d.map((each, p) => -(well.levels[p] ?? 0) * Math.exp(-each / (2 * width ** 2)))
  const total = sum(depths)
  return placed(
    well,
    x,
    depths.map((depth) => depth / width ** 2),
    { level: 0, excess: -total, step: total === 0 ? 0 : width ** 2 / total },
  )
}

const logSumExp = (well: EnergyWell, x: ReadonlyFloat64, d: Float64Array, beta: number): Place => {
  const heights = d.map((each, p) => each / 2 + (well.levels[p] ?? 0))
  const lowest = heights.reduce((a, b) => Math.min(a, b))
  const weights = heights.map((height) => Math.exp(-beta * (height - lowest)))
  const total = sum(weights)
  return placed(
    well,
    x,
    weights.map((weight) => weight / total),
    { level: lowest, excess: -Math.log(total) / beta, step: 1 },
  )
}

const placeAt = (well: EnergyWell, x: ReadonlyFloat64): Place => {
  const d = new Float64Array(well.levels.length)
  const least = squaredDistances(d, x, well.patterns, d.length, well.size)
  switch (well.shape._tag) {
    case 'inverse-distance':
      return inverseDistance(well, x, d, least, well.shape.curvature)
    case 'gaussian':
      return gaussian(well, x, d, well.shape.width)
    case 'log-sum-exp':
      return logSumExp(well, x, d, well.shape.beta)
  }
}

const fitting =
  (operation: string, { size }: EnergyWell) =>
  (x: Vector.Vector): E.Either<MemoryError, Vector.Vector> =>
    x.length === size ? E.right(x) : E.left(sizeMismatch(operation, size, x.length))

/**
 * The value of f.
 *
 * Errors: SizeMismatch
 * Cost:   O(P·n)
 * Laws:   well_minimum
 */
export const energy =
  (well: EnergyWell) =>
  (x: Vector.Vector): E.Either<MemoryError, number> =>
    F.pipe(
      x,
      fitting('EnergyWell.energy', well),
      E.map(({ data }) => placeAt(well, data)),
      E.map(({ level, excess }) => level + excess),
    )

/**
 * The gradient of f.
 *
 * Formula: inverse-distance Σₚ (4(f − Lₚ)/dₚ − 2c) vₚ (x − s(p)) / Σ v; gaussian −Σₚ Lₚ e^(−dₚ/2σ²) (x − s(p)) / σ²;
 *          log-sum-exp Σₚ softmaxₚ(−β(½d + L)) (x − s(p))
 * Errors:  SizeMismatch
 * Cost:    O(P·n)
 * Laws:    well_gradient
 */
export const gradient =
  (well: EnergyWell) =>
  (x: Vector.Vector): E.Either<MemoryError, Vector.Vector> =>
    F.pipe(
      x,
      fitting('EnergyWell.gradient', well),
      E.map(({ data }) => Vector.unsafeFromFloat64(placeAt(well, data).gradient)),
    )

/** How long a step of the descent was. */
export interface Step {
  readonly length: number
}

const lower = (a: Place, b: Place): boolean => a.level - b.level + (a.excess - b.excess) < 0

const halvings = 60

/** The first of the steps t, t/2, t/4, … that leads down, and where it leads. */
const downhill = (
  well: EnergyWell,
  x: ReadonlyFloat64,
  here: Place,
): O.Option<{ readonly x: Float64Array; readonly place: Place; readonly length: number }> => {
  const steepness = Math.sqrt(dot(here.gradient, here.gradient, well.size))
  const attempt = (k: number): ReturnType<typeof downhill> => {
    if (k > halvings || !(steepness > 0)) return O.none
    const step = here.step / 2 ** k
    const there = new Float64Array(well.size)
    move(there, x, here.gradient, step)
    const place = placeAt(well, there)
    return lower(place, here) ? O.some({ x: there, place, length: step * steepness }) : attempt(k + 1)
  }
  return attempt(0)
}

/** Energy wells as an instance of the algebra of memories: a sweep is one step of gradient descent. */
export const descent: EnergyMemory<EnergyWell, Vector.Vector, Step> = {
  deterministic: true,
  random: Random.fromSeed(0),
  equals: equalComponents,
  open: (well) => (start) => {
    const at = (x: ReadonlyFloat64, place: Place): Session<Vector.Vector, Step> => ({
      energy: place.level + place.excess,
      state: () => Vector.unsafeFromFloat64(Float64Array.from(x)),
      sweep: (random) =>
        O.match(
          () => ({ session: at(x, place), random, rests: true, moved: false, record: { length: 0 } }),
          (next: { readonly x: Float64Array; readonly place: Place; readonly length: number }) => ({
            session: at(next.x, next.place),
            random,
            rests: false,
            moved: true,
            record: { length: next.length },
          }),
        )(downhill(well, x, place)),
    })
    return at(start.data, placeAt(well, start.data))
  },
}

/**
 * Runs a probe down f until no step leads further down.
 *
 * Formula:  x ← x − t ∇f(x), t halved until f falls
 * Errors:   SizeMismatch
 * Cost:     O(P·n) an attempt, a few attempts a step
 * Numerics: the energies of the run never rise
 * Laws:     well_descent, well_label
 * Source:   lecture M, "Restoring arbitrary number of patterns", 4
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { EnergyWell } from '@engram/associative-memory'
 *
 * const well = (x: number, y: number, level: number) =>
 *   E.map((pattern: Vector.Vector) => ({ pattern, level }))(Vector.fromArray([x, y]))
 * F.pipe(
 *   E.sequenceArray([well(0, 0, 1), well(1, 0, 2), well(0.5, 2, 1)]),
 *   E.chainW(EnergyWell.make({ _tag: 'inverse-distance', curvature: 4 })),
 *   E.bindTo('memory'),
 *   E.bindW('probe', () => Vector.fromArray([0.9, 0.1])),
 *   E.chainW(({ memory, probe }) => EnergyWell.label(100)(memory)(probe)),
 *   E.map(({ patterns }) => patterns),
 * ) // => E.right([1])
 * ```
 */
export const descend =
  (maxSteps: number) =>
  (well: EnergyWell) =>
  (probe: Vector.Vector): E.Either<MemoryError, Run<Vector.Vector, Step>> =>
    F.pipe(probe, fitting('EnergyWell.descend', well), E.map(run(maxSteps)(descent)(well)))

/** What a probe was read as. */
export interface Label {
  /** Where the descent ended. */
  readonly energy: number
  /** The level nearest to it. */
  readonly level: number
  /** All patterns with that level, ascending. */
  readonly patterns: ReadonlyArray<number>
  readonly run: Run<Vector.Vector, Step>
}

/**
 * Runs a probe down and reads the label from the level.
 *
 * Errors: SizeMismatch
 * Cost:   as `descend`
 * Laws:   well_label
 * Source: lecture M, "Restoring arbitrary number of patterns", 5
 */
export const label =
  (maxSteps: number) =>
  (well: EnergyWell) =>
  (probe: Vector.Vector): E.Either<MemoryError, Label> =>
    F.pipe(
      probe,
      descend(maxSteps)(well),
      E.map((told) => {
        const reached = told.energies[told.energies.length - 1] ?? 0
        const level = well.levels.reduce((best, each) =>
          Math.abs(each - reached) < Math.abs(best - reached) ? each : best,
        )
        const patterns = well.levels.flatMap((each, p) => (each === level ? [p] : []))
        return { energy: reached, level, patterns, run: told }
      }),
    )
