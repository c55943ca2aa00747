/**
 * Graded bidirectional memories: units that take every value between their two, as steeply as a gain says.
 *
 * Definitions: a layer follows its field at once, y ← g(γ(xᵀW − θy)), x ← g(γ(Wy − θx)), with g = tanh for bipolar and the
 *              logistic function for binary units, and the gain γ > 0. The Lyapunov function has an integral beside that
 *              of two-valued units: L(x, y) = −xᵀWy + θx·x + θy·y + γ⁻¹ Σᵢ G(xᵢ) + γ⁻¹ Σⱼ G(yⱼ), G(s) = ∫ g⁻¹.
 *              For a fixed x it is a sum of strictly convex functions, one of each yⱼ, whose slopes
 *              −(xᵀW)ⱼ + θyⱼ + γ⁻¹ g⁻¹(yⱼ) are 0 just where yⱼ = g(γ(xᵀW − θy)ⱼ): a half step is the exact minimum over
 *              its layer. So L never rises, for any real W, thresholds and gain, and no length of steps is to be chosen.
 * Convention:  the gain stands at the argument of g, so that fields are those of the two-valued memory. G is taken from 0:
 *              ½((1 + s) ln(1 + s) + (1 − s) ln(1 − s)) for tanh, s ln s + (1 − s) ln(1 − s) for the logistic function,
 *              which is −ln 2 at ½ and 0 at both ends. Fixed points are those of Kosko's equations in continuous time,
 *              τ du/dt = −u + W g(γv) − θx and τ dv/dt = −v + g(γu)ᵀW − θy, with x = g(γu) and y = g(γv).
 * Laws:        graded_bam_eq_reference, graded_bam_lyapunov_le, graded_bam_high_gain, graded_bam_low_gain
 * References:  Kosko (1988), "Bidirectional associative memories"; Cohen and Grossberg (1983); Hopfield (1984).
 */
import { either as E, function as F } from 'fp-ts'
import { Norm, SingularValues, type Matrix, type Vector } from '@engram/linalg'
import type { Tie } from '@engram/associative-memory'
import * as Bam from './Bam.js'
import { outOfRange, type BamError } from './BamError.js'
import { activities, energyOf, type Graded, type Start } from './gradedUnits.js'
import { greatestSums } from './kernels/graded.js'

export type { Activity, Graded } from './gradedUnits.js'

/** What may be asked of an activity: vectors of values between the ends, or states of the two-valued memory. */
export interface Place {
  readonly x: Start
  readonly y: Start
}

export interface Settings {
  /** γ */
  readonly gain: number
}

const absolute = ({ data }: Vector.Vector | Matrix.Matrix): number =>
  Array.from(data).reduce((sum, value) => sum + Math.abs(value), 0)

/**
 * A two-valued memory with its units made graded.
 *
 * The binary memory that `Bam.toBinary` makes does at 4γ what the bipolar one does at γ, s being (1 + s) / 2.
 *
 * Errors: OutOfRange (a gain that is not positive, or with which an energy might overflow)
 * Cost:   O(n·m), builds weights that are not written down
 * Laws:   graded_bam_high_gain
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Graded, GradedRecall } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.chainW((pair) => Bam.fromPairs({})([pair])),
 *   E.chainW(Graded.fromBam({ gain: 1 })),
 *   E.bindTo('graded'),
 *   E.bindW('x', () => Pattern.cue([0, 0, 1, 1])),
 *   E.chainW(({ graded, x }) => GradedRecall.recall({})(graded)({ x })),
 *   E.map(({ state }) => Array.from(state.y.data, (value) => value.toFixed(3))),
 * ) // => E.right(['-0.999', '0.999'])
 * ```
 */
export const fromBam =
  ({ gain }: Settings) =>
  (bam: Bam.Bam): E.Either<BamError, Graded> => {
    const { couplings, encoding, sizes, thresholds } = bam
    const forward = Bam.weights(bam)
    const backward = couplings._tag === 'TwoWay' ? couplings.backward : forward
    const most = absolute(forward) + absolute(backward) + absolute(thresholds.x) + absolute(thresholds.y)
    return gain > 0 && gain < Infinity && most + (2 * (sizes.x + sizes.y)) / gain < Infinity
      ? E.right({ _tag: 'GradedBam', sizes, encoding, gain, forward, backward, thresholds })
      : E.left(outOfRange('Graded.fromBam (gain)', 'a positive gain and weights with finite energies', gain))
  }

export interface Explicit extends Settings {
  readonly encoding: Tie.Encoding
  readonly thresholds?: Bam.Settings['thresholds']
}

/**
 * A memory with given weights, any real ones.
 *
 * Shapes: W [n, m]
 * Errors: Empty, SizeMismatch (thresholds), OutOfRange (as `fromBam`)
 * Cost:   O(n·m)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Graded } from '@engram/bam'
 *
 * const energy = (x: number, y: number) =>
 *   F.pipe(
 *     E.Do,
 *     E.apS('x', Vector.fromArray([x])),
 *     E.apS('y', Vector.fromArray([y])),
 *     E.bindTo('pair'),
 *     E.bindW('weights', () => Matrix.fromRows([[2]])),
 *     E.bindW('graded', ({ weights }) => Graded.make({ encoding: 'bipolar', gain: 1 })(weights)),
 *     E.chainW(({ graded, pair }) => Graded.lyapunov(graded)(pair)),
 *   )
 * energy(0, 0) // => E.right(0)
 * energy(1, 1) // => E.right(2 * Math.LN2 - 2)
 * ```
 */
export const make =
  ({ encoding, gain, thresholds = {} }: Explicit) =>
  (weights: Matrix.Matrix): E.Either<BamError, Graded> =>
    F.pipe(weights, Bam.fromWeights({ encoding, thresholds }), E.chain(fromBam({ gain })))

/**
 * L of a pair of activities.
 *
 * Formula:  L(x, y) = −xᵀWy + θx·x + θy·y + γ⁻¹ Σᵢ G(xᵢ) + γ⁻¹ Σⱼ G(yⱼ); with two matrices −½ xᵀ(F + B)y in place of −xᵀWy
 * Errors:   SizeMismatch, EncodingMismatch, OutOfRange (a value beyond the ends)
 * Cost:     O(n·m)
 * Numerics: within (2(n + m) + 32) u (Σ|wᵢⱼ| + Σ|θxᵢ| + Σ|θyⱼ| + 2(n + m)/γ), u = 2⁻⁵³; finite at the ends too
 * Laws:     graded_bam_lyapunov_le, graded_bam_eq_reference
 */
export const lyapunov =
  (memory: Graded) =>
  (pair: Place): E.Either<BamError, number> =>
    F.pipe(
      activities('Graded.lyapunov', memory)(pair),
      E.map(({ x, y }) => energyOf(memory, x.data, y.data)),
    )

const norm = (weights: Matrix.Matrix): number =>
  F.pipe(
    SingularValues.spectralNorm(weights),
    // Where the singular values cannot be had, what is never less than the greatest of them.
    E.getOrElse(() => Norm.frobenius(weights)),
  )

/**
 * By how much a sweep brings two activities nearer to each other at least: below 1 all of them end in the same one.
 *
 * Formula: (cγ)² ‖F‖₂ ‖B‖₂, which is (cγ‖W‖₂)² for one matrix; c = 1 for tanh, ¼ for the logistic function, their
 *          greatest slopes
 * Cost:    O(n·m·min(n, m)) a sweep of the Jacobi method
 * Laws:    graded_bam_low_gain
 * Source:  Banach (1922), of y ↦ g(γ(g(γ(Wy − θx))ᵀW − θy))
 */
export const contraction = ({ backward, encoding, forward, gain }: Graded): number => {
  const slope = encoding === 'binary' ? gain / 4 : gain
  const forth = norm(forward)
  return slope * forth * (slope * (backward === forward ? forth : norm(backward)))
}

export interface Margin {
  /** μ: no unit of the two-valued memory feels less on its way. 1 by default, which whole weights without zero fields have. */
  readonly margin?: number
}

/**
 * A gain from which on the signs of a run are those of the two-valued memory, half step by half step.
 *
 * Values that are off by ε = μ/2R at most change no field by more than ½μ, R being the greatest sum of |w| that a unit
 * receives; and a unit that feels ½μ at least is off by ε at most, once 1 − tanh ½γμ ≤ ε, or 1/(1 + exp ½γμ) ≤ ε.
 *
 * Formula:  ln(4R/μ) / μ for bipolar, 2 ln(2R/μ) / μ for binary units, with R := max(R, μ)
 * Requires: a start of the two-valued memory, and |field| ≥ μ > 0 for every unit that it updates from there
 * Cost:     O(n·m), builds weights that are not written down
 * Laws:     graded_bam_high_gain
 */
export const followingGain =
  ({ margin = 1 }: Margin) =>
  (bam: Bam.Bam): number => {
    const { couplings, encoding, sizes } = bam
    const forward = Bam.weights(bam)
    const backward = couplings._tag === 'TwoWay' ? couplings.backward : forward
    // Where a unit may feel nothing, no gain is enough.
    if (!(margin > 0)) return Infinity
    const reach = Math.max(
      margin,
      greatestSums(forward.data, sizes.x, sizes.y).col,
      greatestSums(backward.data, sizes.x, sizes.y).row,
    )
    return encoding === 'bipolar'
      ? Math.log((4 * reach) / margin) / margin
      : (2 * Math.log((2 * reach) / margin)) / margin
  }
