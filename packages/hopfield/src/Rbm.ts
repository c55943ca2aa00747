/**
 * Restricted Boltzmann machines: binary networks in two layers, with no couplings within either.
 *
 * Definitions: E(v, h) = −vᵀWh − aᵀv − bᵀh, at temperature 1. Given one layer, the units of the other are independent:
 *              p(hⱼ = 1 | v) = σ(bⱼ + Σᵢ vᵢwᵢⱼ). Free energy of a visible state: F(v) = −ln Σₕ exp(−E(v, h)), so that
 *              p(v) = exp(−F(v)) / Z.
 * Convention:  units are 0 and 1; biases are added, so that as thresholds of a Hopfield network they are −a and −b.
 * Laws:        rbm_energy_eq_hopfield, rbm_conditional, rbm_likelihood
 * References:  Smolensky (1986), where it is called harmonium; Freund and Haussler (1991); Hinton (2002).
 */
import { either as E, function as F, state as S } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Activation, Matrix, Random, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { empty, outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { across } from './kernels/rbm.js'
import * as Network from './Network.js'

export interface Rbm {
  readonly _tag: 'Rbm'
  /** W, visible × hidden. */
  readonly weights: Matrix.Matrix
  /** a */
  readonly visibleBias: Vector.Vector
  /** b */
  readonly hiddenBias: Vector.Vector
}

/** A state of both layers. */
export interface Layers {
  readonly visible: Pattern.Binary
  readonly hidden: Pattern.Binary
}

/**
 * A machine with given weights.
 *
 * Shapes: W [visible, hidden], biases [visible] and [hidden], 0 by default
 * Errors: Empty (a layer without units), SizeMismatch
 */
export const make =
  ({ visibleBias, hiddenBias }: { readonly visibleBias?: Vector.Vector; readonly hiddenBias?: Vector.Vector }) =>
  (weights: Matrix.Matrix): E.Either<HopfieldError, Rbm> => {
    const operation = 'Rbm.make'
    const { rows, cols } = weights
    const a = visibleBias ?? Vector.zeros(rows)
    const b = hiddenBias ?? Vector.zeros(cols)
    if (rows === 0 || cols === 0) return E.left(empty(operation, 'at least one unit in each layer'))
    if (a.length !== rows) return E.left(sizeMismatch(`${operation} (visibleBias)`, rows, a.length))
    return b.length === cols
      ? E.right({ _tag: 'Rbm', weights, visibleBias: a, hiddenBias: b })
      : E.left(sizeMismatch(`${operation} (hiddenBias)`, cols, b.length))
  }

/**
 * A machine to begin learning with: small normal weights, biases 0.
 *
 * Requires: natural numbers of units, 1 at least
 * Errors:   Empty, OutOfRange (deviation)
 */
export const random =
  ({ visible, hidden, deviation }: { readonly visible: number; readonly hidden: number; readonly deviation: number }) =>
  (seed: number): E.Either<HopfieldError, Rbm> =>
    deviation >= 0 && deviation < Infinity
      ? F.pipe(
          Random.normals(visible * hidden)(Random.fromSeed(seed))[0],
          (normals) => Float64Array.from(normals, (normal) => deviation * normal),
          Matrix.unsafeFromFloat64(visible, hidden),
          make({}),
        )
      : E.left(outOfRange('Rbm.random', 'a finite deviation of 0 or more', deviation))

/** The same machine with its layers exchanged. */
export const mirror = ({ weights, visibleBias, hiddenBias }: Rbm): Rbm => ({
  _tag: 'Rbm',
  weights: Matrix.transpose(weights),
  visibleBias: hiddenBias,
  hiddenBias: visibleBias,
})

const joined = (a: ReadonlyFloat64, b: ReadonlyFloat64): ReadonlyArray<number> => [...a, ...b]

/**
 * The machine as a Hopfield network: visible units first, then hidden ones.
 *
 * Formula: couplings W between the layers, none within; θ = −(a, b)
 * Cost:    O((visible + hidden)²)
 * Laws:    rbm_energy_eq_hopfield
 */
export const toNetwork = ({ weights, visibleBias, hiddenBias }: Rbm): E.Either<HopfieldError, Network.Network> => {
  const { rows, cols, data } = weights
  const n = rows + cols
  const between = (i: number, j: number): number => (i < rows && j >= rows ? (data[i * cols + j - rows] ?? 0) : 0)
  const thresholds = Float64Array.from(joined(visibleBias.data, hiddenBias.data), (bias) => -bias)
  return Network.fromWeights({ encoding: 'binary', thresholds: Vector.unsafeFromFloat64(thresholds) })(
    Matrix.unsafeFromFloat64(
      n,
      n,
    )(
      Float64Array.from({ length: n * n }, (_, k) => {
        const [i, j] = [Math.floor(k / n), k % n]
        return i < j ? between(i, j) : between(j, i)
      }),
    ),
  )
}

/** The state of that network. */
export const toState = ({ visible, hidden }: Layers): Pattern.Binary =>
  Pattern.unsafePattern('Binary', Int8Array.from(joined(visible.data, hidden.data)))

const fitting = (operation: string, expected: number, x: Pattern.Signal): E.Either<HopfieldError, ReadonlyFloat64> =>
  x.length === expected ? E.right(x.data) : E.left(sizeMismatch(operation, expected, x.length))

/** b + vᵀW, for a state that fits. */
export const unsafeFields = ({ weights, hiddenBias }: Rbm, v: ReadonlyFloat64): Float64Array => {
  const out = new Float64Array(hiddenBias.length)
  across(out, weights.data, v, hiddenBias.data)
  return out
}

const dot = (x: ReadonlyFloat64, y: ReadonlyFloat64): number =>
  Array.from(x).reduce((total, each, i) => total + each * (y[i] ?? 0), 0)

/**
 * The energy of a state of both layers.
 *
 * Formula:  E(v, h) = −vᵀWh − aᵀv − bᵀh
 * Errors:   SizeMismatch
 * Numerics: exact for integer weights and biases
 * Laws:     rbm_energy_eq_hopfield
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Rbm } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apSW('visible', Pattern.binary([1, 1])),
 *   E.apSW('hidden', Pattern.binary([1])),
 *   E.bindW('machine', () => F.pipe(Matrix.fromRows([[2], [3]]), E.chainW(Rbm.make({})))),
 *   E.chainW(({ machine, visible, hidden }) => Rbm.energy(machine)({ visible, hidden })),
 * ) // => E.right(-5)
 * ```
 */
export const energy =
  (rbm: Rbm) =>
  ({ visible, hidden }: Layers): E.Either<HopfieldError, number> =>
    F.pipe(
      E.Do,
      E.apS('v', fitting('Rbm.energy (visible)', rbm.visibleBias.length, visible)),
      E.apS('h', fitting('Rbm.energy (hidden)', rbm.hiddenBias.length, hidden)),
      E.map(({ v, h }) => 0 - dot(unsafeFields(rbm, v), h) - dot(rbm.visibleBias.data, v)),
    )

/**
 * The free energy of a visible state: that of the hidden layer is summed up.
 *
 * Formula: F(v) = −aᵀv − Σⱼ ln(1 + exp(bⱼ + (vᵀW)ⱼ))
 * Errors:  SizeMismatch
 * Cost:    O(visible · hidden)
 * Laws:    rbm_likelihood
 * Source:  Hinton (2012), eq. 27
 */
export const freeEnergy =
  (rbm: Rbm) =>
  (visible: Pattern.Binary): E.Either<HopfieldError, number> =>
    F.pipe(
      fitting('Rbm.freeEnergy', rbm.visibleBias.length, visible),
      E.map((v) =>
        unsafeFields(rbm, v).reduce(
          (total, field) => total - Activation.softplus.value(field),
          -dot(rbm.visibleBias.data, v),
        ),
      ),
    )

/** σ(b + vᵀW), for a state that fits. */
export const unsafeChances = (rbm: Rbm, v: ReadonlyFloat64): Float64Array =>
  unsafeFields(rbm, v).map(Activation.sigmoid.value)

/**
 * With which probability each hidden unit is up, given the visible ones or their means.
 *
 * Formula: σ(bⱼ + Σᵢ vᵢwᵢⱼ)
 * Errors:  SizeMismatch
 * Laws:    rbm_conditional
 */
export const hiddenGiven =
  (rbm: Rbm) =>
  (visible: Pattern.Signal): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      fitting('Rbm.hiddenGiven', rbm.visibleBias.length, visible),
      E.map((v) => Vector.unsafeFromFloat64(unsafeChances(rbm, v))),
    )

/** The same from hidden to visible. Formula: σ(aᵢ + Σⱼ wᵢⱼhⱼ). Errors: SizeMismatch. Laws: rbm_conditional */
export const visibleGiven =
  (rbm: Rbm) =>
  (hidden: Pattern.Signal): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      fitting('Rbm.visibleGiven', rbm.hiddenBias.length, hidden),
      E.map((h) => Vector.unsafeFromFloat64(unsafeChances(mirror(rbm), h))),
    )

/** A layer in which each unit is up with its own probability. */
export const toss = (chances: Vector.Vector): S.State<Random.Random, Pattern.Binary> =>
  F.pipe(
    Random.uniforms(chances.length),
    S.map((draws) =>
      Pattern.unsafePattern(
        'Binary',
        Int8Array.from(draws, (draw, i) => (draw < (chances.data[i] ?? 0) ? 1 : 0)),
      ),
    ),
  )

/** The hidden layer, drawn given the visible one. Errors: SizeMismatch */
export const sampleHidden = (rbm: Rbm) => F.flow(hiddenGiven(rbm), E.map(toss))

/** The visible layer, drawn given the hidden one. Errors: SizeMismatch */
export const sampleVisible = (rbm: Rbm) => F.flow(visibleGiven(rbm), E.map(toss))

/**
 * Draws the layers in turn, hidden first: Gibbs sampling in two blocks. (`Glauber.walk` does the same to `toNetwork`, with
 * `Schedule.blocks`.)
 *
 * Requires: a natural number of steps; each is a hidden and a visible layer
 * Errors:   SizeMismatch, OutOfRange (steps)
 * Cost:     O(visible · hidden) a step
 */
export const gibbs =
  (steps: number) =>
  (rbm: Rbm) =>
  (visible: Pattern.Binary): E.Either<HopfieldError, S.State<Random.Random, Pattern.Binary>> => {
    if (!(Number.isSafeInteger(steps) && steps >= 0))
      return E.left(outOfRange('Rbm.gibbs', 'a natural number of steps', steps))
    return F.pipe(
      fitting('Rbm.gibbs', rbm.visibleBias.length, visible),
      E.map(() => unsafeGibbs(steps, rbm, mirror(rbm))(visible)),
    )
  }

/** The same for a state that fits, with the machine and its mirror at hand. */
export const unsafeGibbs =
  (steps: number, rbm: Rbm, mirrored: Rbm) =>
  (visible: Pattern.Binary): S.State<Random.Random, Pattern.Binary> =>
  (begin) => {
    const there = (machine: Rbm, { data }: Pattern.Binary): S.State<Random.Random, Pattern.Binary> =>
      toss(Vector.unsafeFromFloat64(unsafeChances(machine, data)))
    return Array.from({ length: steps }).reduce<readonly [Pattern.Binary, Random.Random]>(
      ([v, before]) => {
        const [h, between] = there(rbm, v)(before)
        return there(mirrored, h)(between)
      },
      [visible, begin],
    ) as [Pattern.Binary, Random.Random]
  }
