/**
 * One step of the method of Dormand and Prince: of fifth order, with an estimate of its own error.
 *
 * Definitions: dy/dt = f(y), f being a `Flow`; a time that f depends on is one more component with slope 1. A step of
 *              length h leads to y + h Σ bⱼ kⱼ after seven slopes kⱼ, the last of which is the first of the next step.
 * Laws:        dormandPrince_linear, dormandPrince_quadrature, dormandPrince_order
 * References:  Dormand and Prince (1980), table 2: RK5(4)7M; Hairer, Nørsett and Wanner (1993), §II.5.
 */
import type { ReadonlyFloat64 } from '@engram/linalg'
import { advance } from './kernels/rungeKutta.js'

/** The slope at a place. */
export type Flow = (y: ReadonlyFloat64) => ReadonlyFloat64

/** Where a step leads. */
export interface Step {
  readonly end: ReadonlyFloat64
  /** f at the end. */
  readonly slope: ReadonlyFloat64
  /** By how much the solution of fourth order, on the same slopes, would differ. */
  readonly error: ReadonlyFloat64
}

const stages: ReadonlyArray<ReadonlyArray<number>> = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
]

/** b of fifth order less that of fourth order. */
const difference: ReadonlyArray<number> = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40]

const moved = (
  y: ReadonlyFloat64,
  h: number,
  weights: ReadonlyArray<number>,
  slopes: ReadonlyArray<ReadonlyFloat64>,
): Float64Array => {
  const out = new Float64Array(y.length)
  advance(out, y, h, weights, slopes)
  return out
}

/**
 * One step from y, where the slope is known.
 *
 * Formula:  y + h (35/384 k₁ + 500/1113 k₃ + 125/192 k₄ − 2187/6784 k₅ + 11/84 k₆)
 * Requires: slopes as long as y
 * Cost:     six evaluations of f
 * Laws:     dormandPrince_linear, dormandPrince_quadrature, dormandPrince_order
 *
 * ```ts runnable
 * import { DormandPrince } from '@engram/hopfield'
 *
 * const decay: DormandPrince.Flow = (y) => Array.from(y, (value) => -value)
 * const { end } = DormandPrince.step(decay)(0.1)([1], decay([1]))
 * Math.abs((end[0] ?? 0) - Math.exp(-0.1)) < 1e-9 // => true
 * ```
 */
export const step =
  (flow: Flow) =>
  (h: number) =>
  (y: ReadonlyFloat64, slope: ReadonlyFloat64): Step => {
    const { end, slopes } = stages.reduce<{
      readonly end: ReadonlyFloat64
      readonly slopes: ReadonlyArray<ReadonlyFloat64>
    }>(
      ({ slopes: known }, weights) => {
        const there = moved(y, h, weights, known)
        return { end: there, slopes: [...known, flow(there)] }
      },
      { end: y, slopes: [slope] },
    )
    return {
      end,
      slope: slopes[slopes.length - 1] ?? slope,
      error: moved(new Float64Array(y.length), h, difference, slopes),
    }
  }
