/**
 * A network and a state, set up for a run: Hopfield networks as memories of units.
 *
 * Convention: sums of integer weights are exact, so they are carried along from flip to flip; sums of other weights
 *             are taken anew, in the order of the units, so that no rounding error ever decides a tie. What a network
 *             needs for a run is prepared when the network is given, so that many states can share it.
 */
import { either as E, function as F } from 'fp-ts'
import { Tie, type UnitMemory } from '@engram/associative-memory'
import { SignMatrix, type ReadonlyFloat64, type Vector } from '@engram/linalg'
import { areHebbian, signs, type Couplings, type Sparse } from './Couplings.js'
import { sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { energyOf } from './kernels/energy.js'
import { once } from './kernels/once.js'
import { overlaps, sideBySide, widen } from './kernels/overlaps.js'
import type { Signs } from './kernels/signs.js'
import { find } from './kernels/sparse.js'
import {
  areWholeWithin,
  fresh,
  incremental,
  sparseFresh,
  sparseIncremental,
  transposed,
  type Rule,
  type Sums,
} from './kernels/sums.js'
import { weightsOf, whole } from './kernels/whole.js'
import { encodingOf, type Network, type State } from './Network.js'
import { transpose } from './Sparse.js'

/** A network together with the external input that it is held under. */
export interface Driven {
  readonly network: Network
  readonly input: Vector.Vector | undefined
}

const exactSums = (data: ReadonlyFloat64, n: number): boolean =>
  areWholeWithin(data, Number.MAX_SAFE_INTEGER / Math.max(1, n))

/** Up to here the sums of weights fit 32 bits, and one weight 16. */
const fitVectors = (data: ReadonlyFloat64, n: number): boolean =>
  areWholeWithin(data, Math.min(2 ** 15 - 1, (2 ** 31 - 1) / n))

/**
 * A memory of its own for the weights pays from 256 units on: they run 13 times as fast with vectors, 1024 units 50 times.
 */
const denseSums = (data: ReadonlyFloat64, n: number, often: boolean): ((state: Int8Array) => Sums) => {
  const weights = often && n >= 256 && fitVectors(data, n) ? weightsOf(data, n) : undefined
  if (weights !== undefined) return (state) => whole(new Int32Array(n), weights, state)
  if (!exactSums(data, n)) return (state) => fresh(data, state, n)
  const columns = once(() => transposed(data, n))
  return (state) => incremental(new Float64Array(n), data, columns, state, n)
}

const sparseSums = (sparse: Sparse): ((state: Int8Array) => Sums) => {
  const { size } = sparse
  const self = (unit: number): number => sparse.weights[find(sparse, unit, unit)] ?? 0
  if (!exactSums(sparse.weights, size)) return (state) => sparseFresh(sparse, self, state, size)
  const columns = transpose(sparse)
  return (state) => sparseIncremental(new Float64Array(size), sparse, columns, self, state, size)
}

/** The sums of a state, after what they all need has been prepared; for a single question the weights stay where they are. */
const sumsOf = (couplings: Couplings, size: number, often: boolean): ((state: Int8Array) => Sums) => {
  if (couplings._tag === 'Dense') return denseSums(couplings.weights.data, size, often)
  if (!areHebbian(couplings)) return sparseSums(couplings)
  const packed = signs(couplings)
  const columns = SignMatrix.transpose(packed)
  const [width, length] = [Math.ceil(columns.cols / 32), Math.ceil(packed.cols / 32)]
  const units = Uint32Array.from(columns.words)
  const prepared: Signs = {
    size,
    count: packed.rows,
    units,
    width,
    blocks: sideBySide(units, size, width, packed.rows),
    patterns: widen(packed.words, length, 4 * Math.ceil(length / 4)),
    length: 4 * Math.ceil(length / 4),
    diagonal: couplings.diagonal === 'kept' ? packed.rows : 0,
  }
  return (state) => overlaps(new Int32Array(packed.rows), prepared, state)
}

/** The place of a policy in this list is how the kernels call it. */
const ties: ReadonlyArray<Tie.Tie> = ['keep', 'up', 'down', 'flip']

const machineIn =
  (often: boolean): UnitMemory.UnitMemory<Driven>['machine'] =>
  ({ network, input }) => {
    const { couplings, encoding, scale, size, thresholds, tie } = network
    const prepared = sumsOf(couplings, size, often)
    const bias = Float64Array.from(thresholds.data, (threshold, i) => (input?.data[i] ?? 0) - threshold)
    const next = Tie.activate(encoding, tie)
    const rule: Rule = { scale, bias, lower: Tie.lowerOf(encoding), tie: ties.indexOf(tie) }
    return (state) => {
      const sums = prepared(state)
      const { sweep } = sums
      return {
        size,
        state,
        field: (unit) => scale * sums.at(unit) + (bias[unit] ?? 0),
        rise: (unit, delta, h) => -h * delta - 0.5 * scale * sums.self(unit) * delta * delta,
        moved: sums.moved,
        reset: sums.reset,
        energy: () => energyOf(state, sums, bias, scale, size),
        next,
        ...(sweep === undefined ? {} : { sweep: sweep(rule) }),
      }
    }
  }

/** Hopfield networks as an instance of the algebra of memories. */
export const units: UnitMemory.UnitMemory<Driven> = {
  size: ({ network }) => network.size,
  encoding: ({ network }) => network.encoding,
  machine: machineIn(true),
}

/** The state belongs to the network, and so does the input; else which of them does not. */
export const fit =
  (operation: string, { network, input }: Driven) =>
  (state: State): E.Either<HopfieldError, State> => {
    if (state.length !== network.size) return E.left(sizeMismatch(`${operation} (state)`, network.size, state.length))
    if (input !== undefined && input.length !== network.size)
      return E.left(sizeMismatch(`${operation} (input)`, network.size, input.length))
    return encodingOf(state) === network.encoding
      ? E.right(state)
      : E.left({
          _tag: 'EncodingMismatch',
          operation,
          expected: `a ${network.encoding} state`,
          actual: encodingOf(state),
        })
  }

/** Checks the state, then asks a machine that stands in it. */
export const ask =
  <A>(operation: string, question: (machine: UnitMemory.Machine) => A) =>
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, A> =>
    F.pipe(
      state,
      fit(operation, { network, input }),
      E.map(({ data }) => question(machineIn(false)({ network, input })(Int8Array.from(data)))),
    )
