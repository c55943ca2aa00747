/**
 * A network and a state, set up for a run: Hopfield networks as memories of units.
 *
 * Convention: sums of integer weights are exact, so they are carried along from flip to flip; sums of other weights
 *             are taken anew, in the order of the units, so that no rounding error ever decides a tie.
 */
import { either as E, function as F } from 'fp-ts'
import { Tie, type UnitMemory } from '@engram/associative-memory'
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { energyOf } from './kernels/energy.js'
import { areWholeWithin, fresh, incremental, overlaps, transposePatterns, type Sums } from './kernels/sums.js'
import { encodingOf, type Network, type State } from './Network.js'

/** A network together with the external input that it is held under. */
export interface Driven {
  readonly network: Network
  readonly input: Vector.Vector | undefined
}

const exactSums = (data: ReadonlyFloat64, n: number): boolean =>
  areWholeWithin(data, Number.MAX_SAFE_INTEGER / Math.max(1, n))

const sumsOf = ({ couplings, size }: Network, state: Int8Array): Sums => {
  if (couplings._tag === 'Patterns') {
    const count = couplings.patterns.length
    const columns = new Int8Array(size * count)
    transposePatterns(columns, couplings.patterns, size)
    const diagonal = couplings.diagonal === 'kept' ? count : 0
    return overlaps(new Float64Array(count), columns, state, size, count, diagonal)
  }
  const { data } = couplings.weights
  return exactSums(data, size) ? incremental(new Float64Array(size), data, state, size) : fresh(data, state, size)
}

/** Hopfield networks as an instance of the algebra of memories. */
export const units: UnitMemory.UnitMemory<Driven> = {
  size: ({ network }) => network.size,
  encoding: ({ network }) => network.encoding,
  machine:
    ({ network, input }) =>
    (state) => {
      const { size, scale } = network
      const sums = sumsOf(network, state)
      const bias = Float64Array.from(network.thresholds.data, (threshold, i) => (input?.data[i] ?? 0) - threshold)
      return {
        size,
        state,
        field: (unit) => scale * sums.at(unit) + (bias[unit] ?? 0),
        rise: (unit, delta, h) => -h * delta - 0.5 * scale * sums.self(unit) * delta * delta,
        moved: sums.moved,
        reset: sums.reset,
        energy: () => energyOf(state, sums, bias, scale, size),
        next: Tie.activate(network.encoding, network.tie),
      }
    },
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
      E.map(({ data }) => question(units.machine({ network, input })(Int8Array.from(data)))),
    )
