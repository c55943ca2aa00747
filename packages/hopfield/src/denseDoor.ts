/**
 * What dense memories check of what they are given, and what they make of it once for all runs.
 */
import { either as E } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { steepness, type Steepness } from './denseMachine.js'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import type { Interaction } from './Interaction.js'
import { lay, type Stored } from './kernels/stored.js'
import { encodingOf, type Encoding, type State } from './Network.js'

/** What is worked out once for all runs. */
export interface Ready {
  readonly stored: Stored
  readonly steep: Steepness
}

/** What takes part in an energy: F, and the greatest overlaps of how many patterns. */
export const ready = (
  operation: string,
  interaction: Interaction,
  reach: number,
  patterns: ReadonlyArray<State>,
): E.Either<HopfieldError, Ready> => {
  const count = patterns.length
  if (interaction._tag === 'Exponential') {
    const { inverseTemperature } = interaction
    if (!(inverseTemperature > 0 && inverseTemperature <= Number.MAX_SAFE_INTEGER))
      return E.left(
        outOfRange(`${operation} (inverse temperature)`, 'a positive number of at most 2⁵³', inverseTemperature),
      )
  } else {
    const { degree } = interaction
    if (!Number.isInteger(degree) || degree < 2)
      return E.left(outOfRange(`${operation} (degree)`, 'a whole number of at least 2', degree))
    const most = Math.floor((1000 - Math.log2(count)) / Math.log2(reach + 2))
    if (degree > most)
      return E.left(outOfRange(`${operation} (degree)`, `at most ${most}, or energies overflow`, degree))
  }
  const bipolar = patterns.map(Pattern.toBipolar)
  return E.right({
    stored: lay(bipolar, bipolar[0]?.length ?? 0),
    steep: steepness(interaction, reach, count),
  })
}

/** Patterns of one size and one encoding, at least one of them: what they have in common. */
export const alike =
  (operation: string) =>
  (patterns: ReadonlyArray<State>): E.Either<HopfieldError, { readonly size: number; readonly encoding: Encoding }> => {
    const first = patterns[0]
    if (first === undefined)
      return E.left({ _tag: 'Empty', operation, expected: 'at least one pattern', actual: 'none' })
    const longer = patterns.find((pattern) => pattern.length !== first.length)
    if (longer !== undefined) return E.left(sizeMismatch(operation, first.length, longer.length))
    const other = patterns.find((pattern) => pattern._tag !== first._tag)
    return other === undefined
      ? E.right({ size: first.length, encoding: encodingOf(first) })
      : E.left({
          _tag: 'EncodingMismatch',
          operation,
          expected: `${first._tag} patterns throughout`,
          actual: other._tag,
        })
  }

/** Errors: OutOfRange */
export const positive = (operation: string, scale: number): E.Either<HopfieldError, number> =>
  scale > 0 && Number.isFinite(scale)
    ? E.right(scale)
    : E.left(outOfRange(`${operation} (scale)`, 'a positive finite scale', scale))

/** The state belongs to the memory, or why not. Errors: SizeMismatch, EncodingMismatch */
export const fit =
  (operation: string, { size, encoding }: { readonly size: number; readonly encoding: Encoding }) =>
  (state: State): E.Either<HopfieldError, State> => {
    if (state.length !== size) return E.left(sizeMismatch(`${operation} (state)`, size, state.length))
    return encodingOf(state) === encoding
      ? E.right(state)
      : E.left({
          _tag: 'EncodingMismatch',
          operation,
          expected: `a ${encoding} state`,
          actual: encodingOf(state),
        })
  }
