/**
 * Hopfield networks of graded units, which change continuously in time.
 *
 * Definitions: unit i feels uᵢ and answers Vᵢ = g(uᵢ), with τ duᵢ/dt = −uᵢ + Σⱼ wᵢⱼVⱼ + Iᵢ. For symmetric weights
 *              E = −½ VᵀWV − IᵀV + Σᵢ ∫₀^Vᵢ g⁻¹(v) dv never rises, because dE/dt = −τ Σᵢ g′(uᵢ) (duᵢ/dt)².
 * Convention:  a state is u, the inner values; outputs are V. Thresholds and external input of a two-valued network are
 *              I = x − θ. This is the network of 1984, with as many variables as units and two of them tied to each weight;
 *              the attention of today is one step of a different one, that of 2020 (log-sum-exp).
 * Laws:        graded_energy_le, graded_settle, graded_high_gain, graded_low_gain, gain_work
 * References:  Hopfield (1984); Cohen and Grossberg (1983).
 */
import { either as E, function as F } from 'fp-ts'
import { SymmetricMatrix, Vector, type Matrix, type ReadonlyFloat64 } from '@engram/linalg'
import type { Flow } from './DormandPrince.js'
import * as Gain from './Gain.js'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { drive, each, energies, relax, type Energies } from './kernels/graded.js'
import { weights as weightsOf, type Network } from './Network.js'

export interface Graded {
  readonly _tag: 'Graded'
  readonly size: number
  /** wᵢⱼ, from j to i. */
  readonly weights: Matrix.Matrix
  /** Factor of the weights; positive. */
  readonly scale: number
  /** I */
  readonly input: Vector.Vector
  readonly gain: Gain.Gain
  /** τ, the time in which a unit left alone forgets all but 1/e. */
  readonly tau: number
}

export interface Options {
  readonly gain: Gain.Gain
  /** 1 by default. */
  readonly tau?: number
  /** 0 by default. */
  readonly input?: Vector.Vector
}

const assemble = (
  operation: string,
  { gain, tau = 1, input }: Options,
  weights: Matrix.Matrix,
  scale: number,
): E.Either<HopfieldError, Graded> => {
  const { rows, cols } = weights
  if (rows !== cols)
    return E.left({ _tag: 'NotSquare', operation, expected: 'as many columns as rows', actual: [rows, cols] })
  if (rows === 0) return E.left({ _tag: 'Empty', operation, expected: 'at least one unit', actual: 'none' })
  if (!(tau > 0 && tau < Infinity)) return E.left(outOfRange(`${operation} (tau)`, 'a positive finite time', tau))
  const current = input ?? Vector.zeros(rows)
  return current.length === rows
    ? E.right({ _tag: 'Graded', size: rows, weights, scale, input: current, gain, tau })
    : E.left(sizeMismatch(`${operation} (input)`, rows, current.length))
}

/**
 * A graded network with given weights.
 *
 * Shapes: W [n, n], wᵢⱼ from unit j to unit i; I [n]
 * Errors: NotSquare, Empty, SizeMismatch (input), OutOfRange (tau)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Gain, Graded } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.bindW('weights', () => Matrix.fromRows([[0, 1], [1, 0]])),
 *   E.bindW('gain', () => Gain.make('tanh')(2)),
 *   E.bindW('network', ({ weights, gain }) => Graded.make({ gain })(weights)),
 *   E.bindW('state', () => Vector.fromArray([0, 0])),
 *   E.chainW(({ network, state }) => Graded.energy(network)(state)),
 * ) // => E.right(0)
 * ```
 */
export const make =
  (options: Options) =>
  (weights: Matrix.Matrix): E.Either<HopfieldError, Graded> =>
    assemble('Graded.make', options, weights, 1)

/**
 * The graded form of a two-valued network: `tanh` units for a bipolar one, `sigmoid` units for a binary one.
 *
 * Formula: I = x − θ
 * Errors:  OutOfRange (gain, tau), SizeMismatch (input)
 * Cost:    O(n), or that of writing the weights down
 * Laws:    graded_high_gain
 */
export const fromNetwork =
  ({ gain, tau, input }: { readonly gain: number; readonly tau?: number; readonly input?: Vector.Vector }) =>
  (network: Network): E.Either<HopfieldError, Graded> => {
    const operation = 'Graded.fromNetwork'
    if (input !== undefined && input.length !== network.size)
      return E.left(sizeMismatch(`${operation} (input)`, network.size, input.length))
    const current = Float64Array.from(network.thresholds.data, (theta, i) => (input?.data[i] ?? 0) - theta)
    return F.pipe(
      Gain.make(network.encoding === 'bipolar' ? 'tanh' : 'sigmoid')(gain),
      E.chain((checked) =>
        assemble(
          operation,
          { gain: checked, input: Vector.unsafeFromFloat64(current), ...(tau === undefined ? {} : { tau }) },
          weightsOf(network),
          network.scale,
        ),
      ),
    )
  }

/** The state, if it has as many components as the network has units. */
export const fitting =
  (operation: string, { size }: Graded) =>
  (state: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    state.length === size ? E.right(state) : E.left(sizeMismatch(operation, size, state.length))

const mapped = (x: ReadonlyFloat64, f: (x: number) => number): Float64Array => {
  const out = new Float64Array(x.length)
  each(out, x, f)
  return out
}

/** V = g(u), for a state that fits. */
export const unsafeOutputs = ({ gain }: Graded, u: ReadonlyFloat64): Float64Array => mapped(u, Gain.value(gain))

/** g′(u), for a state that fits. */
export const unsafeSlopes = ({ gain }: Graded, u: ReadonlyFloat64): Float64Array => mapped(u, Gain.slope(gain))

/** WV + I */
const driveOf = ({ size, weights, input, scale }: Graded, v: ReadonlyFloat64): Float64Array => {
  const out = new Float64Array(size)
  drive(out, weights.data, v, input.data, scale)
  return out
}

/** du/dt as a function of u. */
export const flow =
  (graded: Graded): Flow =>
  (u) => {
    const out = new Float64Array(graded.size)
    relax(out, driveOf(graded, unsafeOutputs(graded, u)), u, graded.tau)
    return out
  }

/** The outputs of a state. Formula: V = g(u). Errors: SizeMismatch */
export const outputs =
  (graded: Graded) =>
  (state: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      state,
      fitting('Graded.outputs', graded),
      E.map(({ data }) => Vector.unsafeFromFloat64(unsafeOutputs(graded, data))),
    )

/**
 * A state with given outputs.
 *
 * Formula: u = g⁻¹(V)
 * Errors:  SizeMismatch, OutOfRange (an output at an end, or beyond)
 */
export const fromOutputs =
  (graded: Graded) =>
  (outputs: Vector.Vector): E.Either<HopfieldError, Vector.Vector> => {
    const operation = 'Graded.fromOutputs'
    const [least, greatest] = Gain.ends(graded.gain)
    const odd = Vector.toArray(outputs).find((v) => !(v > least && v < greatest))
    return odd === undefined
      ? F.pipe(
          outputs,
          fitting(operation, graded),
          E.map(({ data }) => Vector.unsafeFromFloat64(Float64Array.from(data, Gain.inverse(graded.gain)))),
        )
      : E.left(outOfRange(operation, `outputs between ${least} and ${greatest}`, odd))
  }

/**
 * How fast a state changes.
 *
 * Formula: du/dt = (−u + WV + I) / τ
 * Errors:  SizeMismatch
 * Cost:    O(n²)
 * Source:  Hopfield (1984), eq. 5, with R = 1
 */
export const velocity =
  (graded: Graded) =>
  (state: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      state,
      fitting('Graded.velocity', graded),
      E.map(({ data }) => Vector.unsafeFromFloat64(Float64Array.from(flow(graded)(data)))),
    )

/** The energy of a state that fits, and how large the terms are of which it is the sum. */
export const unsafeEnergy = (graded: Graded, u: ReadonlyFloat64): Energies => {
  const { gain, input, weights, scale } = graded
  const v = unsafeOutputs(graded, u)
  return energies(weights.data, v, input.data, mapped(v, Gain.work(gain)), scale, Gain.heaviest(gain))
}

/**
 * The energy of a state.
 *
 * Formula:  E = −½ VᵀWV − IᵀV + Σᵢ ∫₀^Vᵢ g⁻¹(v) dv
 * Errors:   SizeMismatch
 * Cost:     O(n²)
 * Numerics: finite for every state, however far out
 * Laws:     graded_energy_le, graded_settle
 * Source:   Hopfield (1984), eq. 7, with R = 1
 */
export const energy =
  (graded: Graded) =>
  (state: Vector.Vector): E.Either<HopfieldError, number> =>
    F.pipe(
      state,
      fitting('Graded.energy', graded),
      E.map(({ data }) => unsafeEnergy(graded, data).energy),
    )

/** The network, if its weights are symmetric, so that it has an energy. Errors: OutOfRange (by how much two of them differ) */
export const symmetric =
  (operation: string) =>
  (graded: Graded): E.Either<HopfieldError, Graded> =>
    F.pipe(
      SymmetricMatrix.fromMatrix(graded.weights),
      E.bimap(
        (error) =>
          outOfRange(
            operation,
            'symmetric weights, which are what an energy needs',
            error._tag === 'NotSymmetric' ? error.actual : NaN,
          ),
        () => graded,
      ),
    )
