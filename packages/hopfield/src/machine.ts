/**
 * A network and a state, set up for a run: the scratch memory on which the kernels work.
 *
 * Convention: sums of integer weights are exact, so they are carried along from flip to flip; sums of other weights
 *             are taken anew, in the order of the units, so that no rounding error ever decides a tie.
 */
import { either as E, function as F } from 'fp-ts'
import { Tie } from '@engram/associative-memory'
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { join } from './kernels/columns.js'
import { fresh, incremental, overlaps, transposePatterns, type Fields } from './kernels/fields.js'
import type { Columns, Machine } from './kernels/update.js'
import { encodingOf, weights, type Network, type State } from './Network.js'

const exactSums = (data: ReadonlyFloat64, n: number): boolean => {
  const limit = Number.MAX_SAFE_INTEGER / Math.max(1, n)
  return Array.prototype.every.call(data, (w: number) => Number.isInteger(w) && Math.abs(w) <= limit)
}

const sumsOf = ({ couplings, size }: Network, state: Int8Array): Fields => {
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

/** The state belongs to the network, and so does the input; else which of them does not. */
export const fit =
  (operation: string, network: Network, input: Vector.Vector | undefined) =>
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

const around = (network: Network, input: Vector.Vector | undefined, state: Int8Array, sums: Fields): Machine => ({
  size: network.size,
  state,
  sums,
  bias: Float64Array.from(network.thresholds.data, (threshold, i) => (input?.data[i] ?? 0) - threshold),
  scale: network.scale,
  activate: Tie.activate(network.encoding, network.tie),
})

/** A machine on a copy of the state. */
export const machineOf = (network: Network, input: Vector.Vector | undefined, start: State): Machine => {
  const state = Int8Array.from(start.data)
  return around(network, input, state, sumsOf(network, state))
}

/** A machine whose state may be overwritten from outside: its sums are taken anew each time. */
export const freshMachine = (network: Network, input: Vector.Vector | undefined): Machine => {
  const state = new Int8Array(network.size)
  return around(network, input, state, fresh(weights(network).data, state, network.size))
}

/** Checks the state, then asks a machine that stands in it. */
export const ask =
  <A>(operation: string, question: (machine: Machine) => A) =>
  (network: Network, input?: Vector.Vector) =>
  (state: State): E.Either<HopfieldError, A> =>
    F.pipe(
      state,
      fit(operation, network, input),
      E.map((fitting) => question(machineOf(network, input, fitting))),
    )

/** Room for the entries of one sweep. */
export const columnsOf = (updates: number): Columns => ({
  units: new Int32Array(updates),
  fields: new Float64Array(updates),
  flipped: new Uint8Array(updates),
  energies: new Float64Array(updates),
})

/** The entries of all sweeps, in order. */
export const joinColumns = (parts: ReadonlyArray<Columns>): Columns => {
  const whole = columnsOf(parts.reduce((total, part) => total + part.units.length, 0))
  join(whole, parts)
  return whole
}
