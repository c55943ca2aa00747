/**
 * Activations: derivatives that fit, and tails that neither overflow nor vanish too early.
 *
 * References: Hendrycks and Gimpel (2016), "Gaussian error linear units"; Goodfellow, Bengio and Courville (2016), §3.10.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import * as Activation from '../Activation.js'
import { gamma, unit } from './rounding.js'

type A = Activation.Activation

const all: ReadonlyArray<A> = [
  Activation.tanh,
  Activation.sigmoid,
  Activation.softplus,
  Activation.relu,
  Activation.gelu,
  Activation.geluTanh,
]

const wrong = (base: A, change: Partial<A>): ReadonlyArray<A> => [{ ...base, ...change }]

/**
 * The central difference is off by h²/6 max |f‴|, where |f‴| ≤ 2 for each of them away from the corner of the ramp, and by the
 * rounding of two values, a few units each, divided by 2h.
 */
export const activationDerivative = Law.law<ReadonlyArray<A>>({
  id: 'activation_derivative',
  statement: '(f(x + h) − f(x − h)) / 2h is f′(x), up to h²/3 and the rounding of f, for h = 2⁻¹²',
  source: 'Taylor’s theorem',
  hypotheses: [],
  property: (activations) =>
    fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
      const h = 2 ** -12
      return activations.every(({ value, derivative }) => {
        if (Math.abs(x) <= h) return true
        const [above, below] = [value(x + h), value(x - h)]
        const slack = (h * h) / 3 + (8 * unit * (Math.abs(above) + Math.abs(below) + Math.abs(x))) / (2 * h)
        return Math.abs((above - below) / (2 * h) - derivative(x)) <= slack
      })
    }),
  countermodels: [
    {
      id: 'ofTheOutput',
      description: 'y (1 − y) of the argument instead of the output',
      implementation: wrong(Activation.sigmoid, { derivative: (x) => x * (1 - x) }),
    },
    {
      id: 'linear',
      description: '1 − tanh instead of 1 − tanh²',
      implementation: wrong(Activation.tanh, { derivative: (x) => 1 - Math.tanh(x) }),
    },
    {
      id: 'distributionOnly',
      description: 'Φ(x) without x φ(x)',
      implementation: wrong(Activation.gelu, {
        derivative: (x) => (x === 0 ? 0.5 : Activation.gelu.value(x) / x),
      }),
    },
    {
      id: 'confused',
      description: 'the derivative of the exact function beside the approximate one',
      implementation: wrong(Activation.geluTanh, { derivative: Activation.gelu.derivative }),
    },
  ],
})

const extended = fc.oneof(
  fc.double({ noNaN: true }),
  fc.double({ min: -800, max: 800, noNaN: true }),
  fc.constantFrom(-Infinity, Infinity, 0, -0, 1e300, -1e300, 1e308, -1e308, 5e-324),
)

/** The limits of value and derivative at −∞ and at ∞. */
const limits: Readonly<Record<string, readonly [number, number, number, number]>> = {
  tanh: [-1, 1, 0, 0],
  sigmoid: [0, 1, 0, 0],
  softplus: [0, Infinity, 0, 1],
  relu: [0, Infinity, 0, 1],
  gelu: [0, Infinity, 0, 1],
  geluTanh: [0, Infinity, 0, 1],
}

export const activationExtended = Law.law<ReadonlyArray<A>>({
  id: 'activation_extended',
  statement: 'numbers for all numbers and ±∞, with the limits there; the derivative is bounded',
  source: 'convention of this package: limits',
  hypotheses: [],
  property: (activations) =>
    fc.property(extended, (x) =>
      activations.every(({ name, value, derivative }) => {
        const [low, high, slopeLow, slopeHigh] = limits[name] ?? [NaN, NaN, NaN, NaN]
        return (
          !Number.isNaN(value(x)) &&
          Math.abs(derivative(x)) <= 1.2 &&
          (x !== -Infinity || (value(x) === low && derivative(x) === slopeLow)) &&
          (x !== Infinity || (value(x) === high && derivative(x) === slopeHigh))
        )
      }),
    ),
  countermodels: [
    {
      id: 'quotient',
      description: 'eˣ/(1 + eˣ), which is ∞/∞ from 710 on',
      implementation: wrong(Activation.sigmoid, { value: (x) => Math.exp(x) / (1 + Math.exp(x)) }),
    },
    {
      id: 'logOfSum',
      description: 'log(1 + eˣ): ∞ − ∞ in the derivative by differences, ∞ from 710 on',
      implementation: wrong(Activation.softplus, { derivative: (x) => Math.exp(x) / (1 + Math.exp(x)) }),
    },
    {
      id: 'product',
      description: 'x (1 + erf) / 2, which is −∞ · 0',
      implementation: wrong(Activation.gelu, { value: (x) => x * Activation.sigmoid.value(1.702 * x) }),
    },
  ],
})

/** On the left, far from 0: each is its leading term times 1 + δ with |δ| ≤ e⁻²⁰ and some units. */
const leading: Readonly<Record<string, readonly [(x: number) => number, (x: number) => number]>> = {
  tanh: [() => -1, (x) => 4 * Math.exp(2 * x)],
  sigmoid: [Math.exp, Math.exp],
  softplus: [Math.exp, Math.exp],
}

export const activationTail = Law.law<ReadonlyArray<A>>({
  id: 'activation_tail',
  statement:
    'far to the left values and derivatives keep their relative accuracy: σ(x) = softplus(x) = eˣ, tanh′ = 4 e²ˣ',
  source: 'the leading terms',
  hypotheses: [],
  property: (activations) =>
    fc.property(fc.double({ min: -340, max: -20, noNaN: true }), (x) =>
      activations.every(({ name, value, derivative }) => {
        const [first, second] = leading[name] ?? [value, derivative]
        const slack = 2 * Math.exp(-20) + gamma(16)
        return (
          Math.abs(value(x) - first(x)) <= slack * Math.abs(first(x)) &&
          Math.abs(derivative(x) - second(x)) <= slack * Math.abs(second(x))
        )
      }),
    ),
  countermodels: [
    {
      id: 'fromTheOutput',
      description: '1 − tanh², which is 0 from 20 on',
      implementation: wrong(Activation.tanh, { derivative: (x) => 1 - Math.tanh(x) ** 2 }),
    },
    {
      id: 'log',
      description: 'log(1 + eˣ), which is 0 below −37',
      implementation: wrong(Activation.softplus, { value: (x) => Math.log(1 + Math.exp(x)) }),
    },
  ],
})

const moderate = fc.double({ min: -700, max: 700, noNaN: true })

/** What holds between an activation and its mirror image. */
export interface Pair {
  readonly tanh: A
  readonly sigmoid: A
  readonly softplus: A
  readonly relu: A
  readonly gelu: A
  readonly geluTanh: A
}

const truth: Pair = Activation

export const activationReflect = Law.law<Pair>({
  id: 'activation_reflect',
  statement: 'σ(x) + σ(−x) = 1, tanh is odd, and f(x) − f(−x) = x for softplus, the ramp and both gelus, up to 4 units',
  source: 'Goodfellow, Bengio and Courville (2016), §3.10; Φ(−x) = 1 − Φ(x)',
  hypotheses: [],
  property: ({ sigmoid, tanh, softplus, relu, gelu, geluTanh }) =>
    fc.property(
      moderate,
      (x) =>
        Math.abs(sigmoid.value(x) + sigmoid.value(-x) - 1) <= 4 * unit &&
        tanh.value(-x) === -tanh.value(x) &&
        relu.value(x) - relu.value(-x) === x &&
        relu.value(relu.value(x)) === relu.value(x) &&
        [softplus, gelu, geluTanh].every(
          ({ value }) =>
            Math.abs(value(x) - value(-x) - x) <=
            4 * unit * (Math.abs(value(x)) + Math.abs(value(-x)) + Math.abs(x)) + 2 ** -1073,
        ),
    ),
  countermodels: [
    {
      id: 'hard',
      description: 'a hard sigmoid with its bend off the middle',
      implementation: {
        ...truth,
        sigmoid: { ...truth.sigmoid, value: (x) => Math.min(1, Math.max(0, 0.2 * x + 0.49)) },
      },
    },
    {
      id: 'leaky',
      description: 'a leaky ramp',
      implementation: { ...truth, relu: { ...truth.relu, value: (x) => (x > 0 ? x : 0.01 * x) } },
    },
  ],
})

/** tanh x = 2σ(2x) − 1: the logistic function is off by 4 units of at most 1, tanh by 2. */
export const tanhEqSigmoid = Law.law<Pair>({
  id: 'tanh_eq_sigmoid',
  statement: 'tanh x = 2 σ(2x) − 1, σ = softplus′, σ′ = σ (1 − σ), up to 16 units of 1',
  source: 'Goodfellow, Bengio and Courville (2016), §3.10',
  hypotheses: [],
  property: ({ tanh, sigmoid, softplus }) =>
    fc.property(moderate, (x) => {
      const s = sigmoid.value(x)
      return (
        Math.abs(tanh.value(x) - (2 * sigmoid.value(2 * x) - 1)) <= 16 * unit &&
        Math.abs(softplus.derivative(x) - s) <= 16 * unit &&
        Math.abs(sigmoid.derivative(x) - s * (1 - s)) <= 16 * unit
      )
    }),
  countermodels: [
    {
      id: 'unscaled',
      description: 'a sigmoid that is tanh in [0, 1] without the factor 2',
      implementation: { ...truth, sigmoid: { ...truth.sigmoid, value: (x) => (1 + Math.tanh(x)) / 2 } },
    },
  ],
})

export const geluTanhNearGelu = Law.law<Pair>({
  id: 'geluTanh_near_gelu',
  statement: 'the approximation by tanh is within 5e-4 of x Φ(x), and not the same',
  source: 'Hendrycks and Gimpel (2016), §2; the greatest distance is 4.73e-4, at |x| = 2.35',
  hypotheses: [],
  property: ({ gelu, geluTanh }) =>
    fc.property(fc.double({ min: -10, max: 10, noNaN: true }), (x) => {
      const [x0, y0] = [geluTanh.value(x), gelu.value(x)]
      return Math.abs(x0 - y0) <= 5e-4 && geluTanh.value(2) !== gelu.value(2)
    }),
  countermodels: [
    {
      id: 'quick',
      description: 'x σ(1.702 x), which is off by 2e-2',
      implementation: {
        ...truth,
        geluTanh: { ...truth.geluTanh, value: (x) => x * Activation.sigmoid.value(1.702 * x) },
      },
    },
    { id: 'same', description: 'the exact one under both names', implementation: { ...truth, geluTanh: truth.gelu } },
  ],
})

export const activationClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(activationDerivative, all),
  Check.claim(activationExtended, all),
  Check.claim(activationTail, all),
  Check.claim(activationReflect, truth),
  Check.claim(tanhEqSigmoid, truth),
  Check.claim(geluTanhNearGelu, truth),
]
