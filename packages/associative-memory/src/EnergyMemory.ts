/**
 * The type class of energy memories: whatever has an energy and walks down it.
 *
 * Definitions: a memory `M` is data; a state `S` is what it is shown and what it answers. `open` sets a state up for a
 *              walk; each sweep of the walk tells where the energy is, whether the state rests, and a record `T` of
 *              what happened. Everything else (runs, cycles, basins, censuses) is written once over these.
 * Convention:  a session is owned by the run that opened it and may write to memory of its own; what comes out of a run
 *              is data. Randomness goes in and comes out as state of a generator.
 */
import type { Random } from '@engram/linalg'

/** What one sweep did. */
export interface Sweep<T> {
  readonly random: Random.Random
  /** E after the sweep. */
  readonly energy: number
  /** Whether no further sweep would change the state. */
  readonly rests: boolean
  /** Whether this one changed it. */
  readonly moved: boolean
  readonly record: T
}

/** A walk in progress. */
export interface Session<S, T> {
  readonly energy: number
  /** A copy of the state as it is now. */
  readonly state: () => S
  readonly sweep: (random: Random.Random, energyBefore: number) => Sweep<T>
}

export interface EnergyMemory<M, S, T> {
  readonly open: (memory: M) => (start: S) => Session<S, T>
  readonly equals: (a: S, b: S) => boolean
  /** Whether one state always leads to the same next one, so that a state seen twice means a cycle. */
  readonly deterministic: boolean
  /** The generator with which a run begins. */
  readonly random: Random.Random
}
