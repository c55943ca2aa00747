/**
 * Functions of one number that the units of a network apply, with their derivatives.
 *
 * Definitions: `Activation`: a function and its derivative; `tanh`, `sigmoid`, `softplus`, `relu`, `gelu`, `geluTanh`. To apply
 *              one to all entries: `Vector.map(Activation.tanh.value)`, `Matrix.map(Activation.tanh.derivative)`.
 * Conventions: over the extended reals, with the limits at ±∞: never NaN for anything but NaN.
 */
import { erfc } from './kernels/erf.js'
import { exp } from './kernels/exp.js'
import { density } from './Normal.js'

/** A function and its derivative. */
export interface Activation {
  readonly name: string
  readonly value: (x: number) => number
  readonly derivative: (x: number) => number
}

/** 4 e/(1 + e)² with e = exp(−2|x|): 1 − tanh² without the cancellation. */
const squaredSecant = (x: number): number => {
  const e = exp(-2 * Math.abs(x))
  return (4 * e) / ((1 + e) * (1 + e))
}

const logistic = (x: number): number => {
  const e = exp(-Math.abs(x))
  return x < 0 ? e / (1 + e) : 1 / (1 + e)
}

/**
 * The hyperbolic tangent.
 *
 * Formula:  tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), tanh′ x = 1 − tanh² x
 * Numerics: the value is that of `Math.tanh`, which may differ in the last bit between engines; the derivative keeps its
 *           relative accuracy in the tails
 * Laws:     activation_derivative, activation_extended, activation_tail, activation_reflect, tanh_eq_sigmoid
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Activation, Vector } from '@engram/linalg'
 *
 * Activation.tanh.derivative(0) // => 1
 * const x = Vector.fromExtended([0, -Infinity])
 * F.pipe(x, E.map(Vector.map(Activation.sigmoid.value))) // => Vector.fromArray([0.5, 0])
 * ```
 */
export const tanh: Activation = { name: 'tanh', value: Math.tanh, derivative: squaredSecant }

/**
 * The logistic function.
 *
 * Formula:  σ(x) = 1 / (1 + e⁻ˣ), σ′(x) = σ(x) σ(−x)
 * Numerics: within 4 units in the last place, down to where the result is subnormal
 * Laws:     activation_derivative, activation_extended, activation_reflect, tanh_eq_sigmoid
 */
export const sigmoid: Activation = {
  name: 'sigmoid',
  value: logistic,
  derivative: (x) => {
    const e = exp(-Math.abs(x))
    return e / ((1 + e) * (1 + e))
  },
}

/**
 * A smooth ramp.
 *
 * Formula: log(1 + eˣ); its derivative is the logistic function
 * Laws:    activation_derivative, activation_extended, activation_tail, activation_reflect
 */
export const softplus: Activation = {
  name: 'softplus',
  value: (x) => Math.max(x, 0) + Math.log1p(exp(-Math.abs(x))),
  derivative: logistic,
}

/**
 * The ramp.
 *
 * Formula:    max(x, 0)
 * Convention: the derivative at 0 is 0
 * Laws:       activation_derivative, activation_extended, activation_reflect
 */
export const relu: Activation = {
  name: 'relu',
  value: (x) => (x > 0 ? x : 0),
  derivative: (x) => (x > 0 ? 1 : 0),
}

/** From here on the tails are the ramp, to the last bit of a float64. */
const FAR = 40

const ramp = (x: number): number => (x > 0 ? x : 0)

const step = (x: number): number => (x > 0 ? 1 : 0)

/**
 * The Gaussian error linear unit, exact.
 *
 * Formula:  x Φ(x), with derivative Φ(x) + x φ(x)
 * Numerics: relative errors below 1e-12 in the lower tail, where the plain formula with 1 + erf has none that is right
 * Laws:     activation_derivative, activation_extended, activation_reflect
 * Source:   Hendrycks and Gimpel (2016)
 */
export const gelu: Activation = {
  name: 'gelu',
  value: (x) => (Math.abs(x) > FAR ? ramp(x) : (x * erfc(-x * Math.SQRT1_2)) / 2),
  derivative: (x) => (Math.abs(x) > FAR ? step(x) : erfc(-x * Math.SQRT1_2) / 2 + x * density(x)),
}

/** 2√(2/π) */
const SLOPE = 1.5957691216057308

const CUBIC = 0.044715

/**
 * The Gaussian error linear unit in the approximation by a hyperbolic tangent, which is another function.
 *
 * Formula:  ½ x (1 + tanh(√(2/π) (x + 0.044715 x³)))
 * Numerics: as x σ(2√(2/π) (x + 0.044715 x³)), which does not cancel
 * Laws:     activation_derivative, activation_extended, activation_reflect, geluTanh_near_gelu
 * Source:   Hendrycks and Gimpel (2016), §2
 */
export const geluTanh: Activation = {
  name: 'geluTanh',
  value: (x) => (Math.abs(x) > FAR ? ramp(x) : x * logistic(SLOPE * (x + CUBIC * x * x * x))),
  derivative: (x) => {
    if (Math.abs(x) > FAR) return step(x)
    const u = SLOPE * (x + CUBIC * x * x * x)
    return logistic(u) + x * sigmoid.derivative(u) * SLOPE * (1 + 3 * CUBIC * x * x)
  },
}
