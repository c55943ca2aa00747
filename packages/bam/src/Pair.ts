/**
 * Pairs: what the two layers of a memory hold.
 *
 * Definitions: a pair is a state of layer X and one of layer Y. In a run the two are one state of all units, first those
 *              of X, then those of Y: a bidirectional memory is a memory of n + m units like any other.
 * Convention:  a state with a component missing is a `Cue`; one that is complete is a pattern of the memory's encoding.
 */
import { Pattern, type Tie } from '@engram/associative-memory'
import { joined } from './kernels/join.js'

/** A state of a layer; units of a `Cue` may be missing. */
export type State = Pattern.Pattern | Pattern.Cue

export interface Pair<S extends State = State> {
  readonly x: S
  readonly y: S
}

/** How many units the layers have. */
export interface Sizes {
  readonly x: number
  readonly y: number
}

/** Whether no component is missing. */
export const isComplete = (state: State): state is Pattern.Pattern =>
  state._tag !== 'Cue' || Array.prototype.every.call(state.data, (value: number) => value !== 0)

/** A state from values that the caller has proved to be −1, 0 or 1, or bits of a binary memory. */
export const unsafeState = (encoding: Tie.Encoding, values: Int8Array): State =>
  encoding === 'binary'
    ? Pattern.unsafePattern('Binary', values)
    : Pattern.unsafePattern(values.includes(0) ? 'Cue' : 'Bipolar', values)

/** One state of all units: those of X, then those of Y. */
export const join = ({ x, y }: Pair): State =>
  unsafeState(x._tag === 'Binary' ? 'binary' : 'bipolar', joined(x.data, y.data))

/** The two parts of a state of all units. */
export const split =
  (sizes: Sizes) =>
  (state: State): Pair => {
    const encoding = state._tag === 'Binary' ? 'binary' : 'bipolar'
    const values = Int8Array.from(state.data)
    return {
      x: unsafeState(encoding, values.slice(0, sizes.x)),
      y: unsafeState(encoding, values.slice(sizes.x)),
    }
  }

/** Both reversed: the complement of a pair. */
export const negate = ({ x, y }: Pair<Pattern.Pattern>): Pair<Pattern.Pattern> => ({
  x: Pattern.negate(x),
  y: Pattern.negate(y),
})
