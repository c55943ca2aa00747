/**
 * The type class of energy memories: whatever has an energy and walks down it.
 *
 * Definitions: a memory `M` is data; a state `S` is what it is shown and what it answers. `open` sets a state up for a
 *              walk; each sweep of the walk tells where the energy is, whether the state rests, and a record `T` of
 *              what happened. Everything else (runs, cycles, basins, censuses) is written once over these.
 * Convention:  a session is used once: after a sweep, the session that it answers takes its place, and may share memory
 *              with it. What comes out of a run is data. Randomness goes in and comes out as state of a generator.
 */
import type { Random } from '@engram/linalg'

/** A walk in progress. */
export interface Session<S, T> {
  /** E of the state. */
  readonly energy: number
  /** A copy of the state. */
  readonly state: () => S
  readonly sweep: (random: Random.Random) => Sweep<S, T>
}

/** What one sweep did. */
export interface Sweep<S, T> {
  readonly session: Session<S, T>
  readonly random: Random.Random
  /** Whether no further sweep would change the state. */
  readonly rests: boolean
  /** Whether this one changed it. */
  readonly moved: boolean
  readonly record: T
}

export interface EnergyMemory<M, S, T> {
  readonly open: (memory: M) => (start: S) => Session<S, T>
  readonly equals: (a: S, b: S) => boolean
  /** Whether one state always leads to the same next one, so that a state seen twice means a cycle. */
  readonly deterministic: boolean
  /** The generator with which a run begins. */
  readonly random: Random.Random
}
