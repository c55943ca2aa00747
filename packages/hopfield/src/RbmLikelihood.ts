/**
 * How probable data are for a small machine, exactly: by enumeration of its smaller layer.
 *
 * Definitions: ln p(v) = −F(v) − ln Z; the log-likelihood is its mean over the data. Its slope is what units do together in
 *              the data less what they do in the machine: ∂/∂wᵢⱼ = ⟨vᵢhⱼ⟩data − ⟨vᵢhⱼ⟩model.
 * Laws:        rbm_likelihood, rbm_gradient
 * References:  Ackley, Hinton and Sejnowski (1985); Hinton (2002).
 */
import { either as E, function as F } from 'fp-ts'
import { MemoryError, type Pattern } from '@engram/associative-memory'
import { Activation, LogSumExp, Matrix, Softmax, Vector } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { logWeights, tally, tallyAll, type Sums } from './kernels/rbm.js'
import { freeEnergy, mirror, unsafeChances, type Rbm } from './Rbm.js'

/** The largest layer that is enumerated, if the other one is larger still: 2¹⁶ states. */
export const maxUnits = 16

/** What units do on average, alone and in pairs; or by how much two such averages differ. */
export interface Statistics {
  readonly weights: Matrix.Matrix
  readonly visibleBias: Vector.Vector
  readonly hiddenBias: Vector.Vector
}

const small =
  (operation: string) =>
  (rbm: Rbm): E.Either<HopfieldError, Rbm> => {
    const turned = rbm.visibleBias.length > rbm.hiddenBias.length ? mirror(rbm) : rbm
    return turned.visibleBias.length <= maxUnits
      ? E.right(turned)
      : E.left(outOfRange(operation, `at most ${maxUnits} units in one of the layers`, turned.visibleBias.length))
  }

/** ln of the weight of each state of the visible layer. */
const logsOf = ({ weights, visibleBias, hiddenBias }: Rbm): Vector.Vector => {
  const logs = new Float64Array(2 ** visibleBias.length)
  logWeights(logs, weights.data, visibleBias.data, hiddenBias.data, Activation.softplus.value)
  return Vector.unsafeFromFloat64(logs)
}

const overflow = (operation: string): HopfieldError => outOfRange(operation, 'weights with finite sums', Infinity)

/**
 * ln Z
 *
 * Errors: OutOfRange (more than 16 units in both layers)
 * Cost:   O(2ᵐ · visible · hidden), m being the size of the smaller layer
 * Laws:   rbm_likelihood
 */
export const logPartition = (rbm: Rbm): E.Either<HopfieldError, number> => {
  const operation = 'RbmLikelihood.logPartition'
  return F.pipe(
    rbm,
    small(operation),
    E.chain((turned) =>
      F.pipe(
        logsOf(turned),
        LogSumExp.logSumExp(1),
        E.mapLeft(() => overflow(operation)),
      ),
    ),
  )
}

/** The data, if there are some and all fit the visible layer. */
export const fittingData =
  (operation: string, rbm: Rbm) =>
  (data: ReadonlyArray<Pattern.Binary>): E.Either<HopfieldError, ReadonlyArray<Pattern.Binary>> => {
    const odd = data.find(({ length }) => length !== rbm.visibleBias.length)
    if (data.length === 0) return E.left(MemoryError.empty(operation, 'at least one pattern'))
    return odd === undefined ? E.right(data) : E.left(sizeMismatch(operation, rbm.visibleBias.length, odd.length))
  }

/**
 * The mean of ln p(v) over some data.
 *
 * Errors: Empty, SizeMismatch, OutOfRange (more than 16 units in both layers)
 * Cost:   that of `logPartition`, and O(visible · hidden) a pattern
 * Laws:   rbm_likelihood, rbm_gradient
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Rbm, RbmLikelihood } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apSW('seen', Pattern.binary([1, 0])),
 *   E.bindW('machine', () => F.pipe(Matrix.fromRows([[0], [0]]), E.chainW(Rbm.make({})))),
 *   E.chainW(({ machine, seen }) => RbmLikelihood.logLikelihood(machine)([seen])),
 *   E.map((likelihood) => likelihood.toFixed(6)),
 * ) // => E.right((-2 * Math.LN2).toFixed(6))
 * ```
 */
export const logLikelihood =
  (rbm: Rbm) =>
  (data: ReadonlyArray<Pattern.Binary>): E.Either<HopfieldError, number> =>
    F.pipe(
      data,
      fittingData('RbmLikelihood.logLikelihood', rbm),
      E.chain(E.traverseArray(freeEnergy(rbm))),
      E.bindTo('energies'),
      E.apS('partition', logPartition(rbm)),
      E.map(({ energies, partition }) => -energies.reduce((a, b) => a + b, 0) / energies.length - partition),
    )

/** Room for statistics. */
export const sumsFor = ({ visibleBias, hiddenBias }: Rbm): Sums => ({
  weights: new Float64Array(visibleBias.length * hiddenBias.length),
  visible: new Float64Array(visibleBias.length),
  hidden: new Float64Array(hiddenBias.length),
})

/** Statistics that have been added up. */
export const toStatistics = ({ weights, visible, hidden }: Sums): Statistics => ({
  weights: Matrix.unsafeFromFloat64(visible.length, hidden.length)(weights),
  visibleBias: Vector.unsafeFromFloat64(visible),
  hiddenBias: Vector.unsafeFromFloat64(hidden),
})

const transposed = ({ weights, visibleBias, hiddenBias }: Statistics): Statistics => ({
  weights: Matrix.transpose(weights),
  visibleBias: hiddenBias,
  hiddenBias: visibleBias,
})

/**
 * What the units of a machine do on average, left to themselves.
 *
 * Formula: ⟨vᵢhⱼ⟩, ⟨vᵢ⟩, ⟨hⱼ⟩
 * Errors:  OutOfRange (more than 16 units in both layers)
 * Cost:    as `logPartition`
 */
export const modelStatistics = (rbm: Rbm): E.Either<HopfieldError, Statistics> => {
  const operation = 'RbmLikelihood.modelStatistics'
  return F.pipe(
    rbm,
    small(operation),
    E.chain((turned) =>
      F.pipe(
        logsOf(turned),
        Softmax.softmax(1),
        E.bimap(
          () => overflow(operation),
          (p) => {
            const sums = sumsFor(turned)
            tallyAll(sums, p.data, turned.weights.data, turned.hiddenBias.data, Activation.sigmoid.value)
            const found = toStatistics(sums)
            return turned === rbm ? found : transposed(found)
          },
        ),
      ),
    ),
  )
}

/**
 * What the units do on average while data are shown to the visible ones.
 *
 * Errors: Empty, SizeMismatch
 */
export const dataStatistics =
  (rbm: Rbm) =>
  (data: ReadonlyArray<Pattern.Binary>): E.Either<HopfieldError, Statistics> =>
    F.pipe(
      data,
      fittingData('RbmLikelihood.dataStatistics', rbm),
      E.map((shown) => {
        const sums = sumsFor(rbm)
        shown.forEach(({ data: v }) => tally(sums, v, unsafeChances(rbm, v), 1 / shown.length))
        return toStatistics(sums)
      }),
    )

const less = (a: Statistics, b: Statistics): Statistics => {
  const minus = (x: Vector.Vector['data'], y: Vector.Vector['data']): Float64Array =>
    Float64Array.from(x, (each, k) => each - (y[k] ?? 0))
  return {
    weights: Matrix.unsafeFromFloat64(a.weights.rows, a.weights.cols)(minus(a.weights.data, b.weights.data)),
    visibleBias: Vector.unsafeFromFloat64(minus(a.visibleBias.data, b.visibleBias.data)),
    hiddenBias: Vector.unsafeFromFloat64(minus(a.hiddenBias.data, b.hiddenBias.data)),
  }
}

/**
 * The slope of the log-likelihood.
 *
 * Formula: ⟨·⟩data − ⟨·⟩model
 * Errors:  Empty, SizeMismatch, OutOfRange (more than 16 units in both layers)
 * Cost:    as `logLikelihood`
 * Laws:    rbm_gradient
 * Source:  Ackley, Hinton and Sejnowski (1985), eq. 6
 */
export const gradient =
  (rbm: Rbm) =>
  (data: ReadonlyArray<Pattern.Binary>): E.Either<HopfieldError, Statistics> =>
    F.pipe(
      E.Do,
      E.apS('shown', dataStatistics(rbm)(data)),
      E.apS('free', modelStatistics(rbm)),
      E.map(({ shown, free }) => less(shown, free)),
    )

/** The machine with its parameters moved along. Formula: W + η ΔW, and the biases likewise */
export const along =
  (rate: number) =>
  (slope: Statistics) =>
  (rbm: Rbm): Rbm => {
    const moved = (x: Vector.Vector['data'], y: Vector.Vector['data']): Float64Array =>
      Float64Array.from(x, (each, k) => each + rate * (y[k] ?? 0))
    return {
      _tag: 'Rbm',
      weights: Matrix.unsafeFromFloat64(
        rbm.weights.rows,
        rbm.weights.cols,
      )(moved(rbm.weights.data, slope.weights.data)),
      visibleBias: Vector.unsafeFromFloat64(moved(rbm.visibleBias.data, slope.visibleBias.data)),
      hiddenBias: Vector.unsafeFromFloat64(moved(rbm.hiddenBias.data, slope.hiddenBias.data)),
    }
  }
