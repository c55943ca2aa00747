/**
 * Steps along the flow of a graded network, as long as the estimate of their error allows.
 *
 * Convention: no step is longer than 2τ / (1 + L), L being what the weights can make of a difference at the present slopes:
 *             near a stable state every step then contracts, so that the state is reached to the last digits.
 */
import { chainRec, either as E } from 'fp-ts'
import { Norm, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import * as DormandPrince from './DormandPrince.js'
import { flow, unsafeSlopes, type Graded } from './Graded.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { steepness } from './kernels/graded.js'
import { scaledError } from './kernels/rungeKutta.js'

/** How long steps may be: data. */
export interface Control {
  /** Error of a step relative to u; 10⁻⁹ by default. */
  readonly relative?: number
  /** Error of a step where u is small; 10⁻¹² by default. */
  readonly absolute?: number
  /** A state rests when |−u + WV + I| ≤ rest · max(1, |u|) for every unit, up to rounding; 2⁻³⁶ by default. */
  readonly rest?: number
}

interface Tolerances {
  readonly relative: number
  readonly absolute: number
  readonly rest: number
}

/** With the defaults. */
export const tolerances = ({ relative = 1e-9, absolute = 1e-12, rest = 2 ** -36 }: Control): Tolerances => ({
  relative,
  absolute,
  rest,
})

/** Errors: OutOfRange */
export const controlled =
  (operation: string) =>
  (control: Control): E.Either<HopfieldError, Tolerances> => {
    const all = tolerances(control)
    const odd = Object.values(all).find((value) => !(value > 0 && value < 1))
    return odd === undefined
      ? E.right(all)
      : E.left(outOfRange(`${operation} (control)`, 'tolerances between 0 and 1', odd))
  }

/** A place on the way. */
export interface Place {
  readonly u: ReadonlyFloat64
  readonly slope: ReadonlyFloat64
  readonly time: number
  /** How long the next step would like to be. */
  readonly wish: number
}

/** A network made ready for steps. */
export interface Way {
  readonly graded: Graded
  readonly tolerances: Tolerances
  readonly flow: DormandPrince.Flow
  readonly step: (h: number) => (y: ReadonlyFloat64, slope: ReadonlyFloat64) => DormandPrince.Step
}

export const wayOf = (graded: Graded, tolerances: Tolerances): Way => {
  const down = flow(graded)
  return { graded, tolerances, flow: down, step: DormandPrince.step(down) }
}

/** The beginning of the way. */
export const placeAt = ({ flow }: Way, u: ReadonlyFloat64): Place => ({ u, slope: flow(u), time: 0, wish: Infinity })

const longest = ({ graded }: Way, { u }: Place): number => {
  const { scale, tau, weights } = graded
  return (2 * tau) / (1 + scale * steepness(weights.data, unsafeSlopes(graded, u)))
}

/** How many shorter steps are tried. */
export const attempts = 200

interface Taken<A> {
  readonly place: Place
  /** What made the step acceptable. */
  readonly found: A
  readonly length: number
  readonly rejected: number
}

/** The longest step that is allowed to be taken, of the wish, the limit, and what is left when others are refused. */
export const take =
  <A>(way: Way, accept: (u: ReadonlyFloat64) => A | undefined) =>
  (place: Place, limit: number): Taken<A> | undefined => {
    const { absolute, relative } = way.tolerances
    const attempt = (h: number, rejected: number): E.Either<readonly [number, number], Taken<A> | undefined> => {
      if (rejected > attempts) return E.right(undefined)
      const { end, slope, error } = way.step(h)(place.u, place.slope)
      const off = scaledError(error, place.u, end, absolute, relative)
      if (off > 1) return E.left([h * Math.max(0.2, 0.9 * off ** -0.2), rejected + 1])
      const found = accept(end)
      if (found === undefined) return E.left([h / 2, rejected + 1])
      const wish = h * Math.min(5, 0.9 * off ** -0.2)
      return E.right({ place: { u: end, slope, time: place.time + h, wish }, found, length: h, rejected })
    }
    const first = Math.min(limit, longest(way, place), place.wish)
    return chainRec.tailRec<readonly [number, number], Taken<A> | undefined>([first, 0], ([h, rejected]) =>
      attempt(h, rejected),
    )
  }

/** maxᵢ |−uᵢ + Σⱼ wᵢⱼVⱼ + Iᵢ| */
export const residualOf = ({ graded }: Way, { slope }: Place): number =>
  graded.tau * Norm.normInf(Vector.unsafeFromFloat64(Float64Array.from(slope)))

/** Whether nothing pulls any more, up to rounding. */
export const isAtRest = (way: Way, { u, slope }: Place, rounding: number): boolean =>
  Array.from(slope).every(
    (each, i) => Math.abs(way.graded.tau * each) <= way.tolerances.rest * Math.max(1, Math.abs(u[i] ?? 0)) + rounding,
  )

/** Twice what a sum of n products, the greatest that the weights allow, may be off by. */
export const roundingOf = ({ size, scale, weights }: Graded): number =>
  2 * size * 2 ** -53 * scale * Norm.operatorInf(weights)
