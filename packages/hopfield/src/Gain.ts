/**
 * How a graded unit answers what it feels: a sigmoid with a gain.
 *
 * Definitions: V = g(u), `tanh` (outputs from −1 to 1) tanh(λu), `sigmoid` (outputs from 0 to 1) 1 / (1 + exp(−λu)), λ > 0
 *              being the gain: the higher, the steeper, and the nearer to the two-valued unit. The work that it takes to
 *              bring an output from 0 to V is ∫₀ⱽ g⁻¹(v) dv.
 * Laws:        gain_work, gain_inverse
 * References:  Hopfield (1984), eqs. 5 and 7.
 */
import { either as E } from 'fp-ts'
import { Activation } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'

export type Shape = 'tanh' | 'sigmoid'

export interface Gain {
  readonly shape: Shape
  /** λ: inside the sigmoid, at its argument. */
  readonly gain: number
}

/**
 * A sigmoid with a gain.
 *
 * Errors: OutOfRange (a gain that is not positive and finite)
 *
 * ```ts runnable
 * import { either as E } from 'fp-ts'
 * import { Gain } from '@engram/hopfield'
 *
 * E.map((gain: Gain.Gain) => [Gain.value(gain)(0), Gain.slope(gain)(0)])(Gain.make('sigmoid')(4)) // => E.right([0.5, 1])
 * E.map((gain: Gain.Gain) => Gain.work(gain)(1) === Gain.work(gain)(-1))(Gain.make('tanh')(4)) // => E.right(true)
 * ```
 */
export const make =
  (shape: Shape) =>
  (gain: number): E.Either<HopfieldError, Gain> =>
    gain > 0 && gain < Infinity
      ? E.right({ shape, gain })
      : E.left(outOfRange('Gain.make', 'a positive finite gain', gain))

const activation = ({ shape }: Gain): Activation.Activation => (shape === 'tanh' ? Activation.tanh : Activation.sigmoid)

/** V = g(u) */
export const value =
  (gain: Gain) =>
  (u: number): number =>
    activation(gain).value(gain.gain * u)

/** g′(u), at most `steepest`. Formula: λ(1 − V²) for tanh, λV(1 − V) for the sigmoid */
export const slope =
  (gain: Gain) =>
  (u: number): number =>
    gain.gain * activation(gain).derivative(gain.gain * u)

/** The greatest slope, at u = 0. Formula: λ for tanh, λ/4 for the sigmoid */
export const steepest = ({ shape, gain }: Gain): number => (shape === 'tanh' ? gain : gain / 4)

/** The least and the greatest output, which no unit quite reaches. */
export const ends = ({ shape }: Gain): readonly [number, number] => (shape === 'tanh' ? [-1, 1] : [0, 1])

const within = (gain: Gain, v: number): number => {
  const [least, greatest] = ends(gain)
  return Math.min(greatest, Math.max(least, v))
}

/**
 * u = g⁻¹(V), ±∞ at the ends.
 *
 * Requires: an output between the ends; one beyond counts as the nearer end
 * Numerics: as ln(1 + x) of what is exact, so that outputs near 0 and near the ends keep their digits
 * Laws:     gain_inverse
 */
export const inverse =
  (gain: Gain) =>
  (v: number): number => {
    const output = within(gain, v)
    return gain.shape === 'tanh'
      ? (Math.log1p(output) - Math.log1p(-output)) / (2 * gain.gain)
      : (Math.log(output) - Math.log1p(-output)) / gain.gain
  }

/** x ln x, continued to 0 */
const entropic = (x: number, logarithm: number): number => (x === 0 ? 0 : x * logarithm)

/**
 * ∫₀ⱽ g⁻¹(v) dv, finite at the ends too.
 *
 * Formula:  tanh ((1 + V) ln(1 + V) + (1 − V) ln(1 − V)) / 2λ; sigmoid (V ln V + (1 − V) ln(1 − V)) / λ
 * Requires: an output between the ends; one beyond counts as the nearer end
 * Laws:     gain_work
 * Source:   Hopfield (1984), eq. 7
 */
export const work =
  (gain: Gain) =>
  (v: number): number => {
    const output = within(gain, v)
    const down = entropic(1 - output, Math.log1p(-output))
    return gain.shape === 'tanh'
      ? (entropic(1 + output, Math.log1p(output)) + down) / (2 * gain.gain)
      : (entropic(output, Math.log(output)) + down) / gain.gain
  }

/** What |work| is at most: ln 2 / λ. */
export const heaviest = ({ gain }: Gain): number => Math.LN2 / gain
