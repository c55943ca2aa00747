import type { EnergyMemory, UnitMemory } from '@engram/associative-memory'
import type { Random } from '@engram/linalg'

/** Where a walk stands after some sweeps. */
export interface Stand<S> {
  readonly session: EnergyMemory.Session<S, UnitMemory.Columns>
  readonly random: Random.Random
}

/** Undoes the updates of a sweep after the k-th: y, the values at its end, becomes the state after that update. */
export const rewind = (y: Int8Array, { units, flipped }: UnitMemory.Columns, k: number, lower: number): void => {
  for (let j = units.length - 1; j > k; j--) {
    if (flipped[j] === 0) continue
    const unit = units[j] as number
    y[unit] = 1 + lower - (y[unit] as number)
  }
}

/** The position of the least of some numbers, the first of them if there are several. */
export const least = (values: Float64Array): number => {
  let best = 0
  for (let k = 1; k < values.length; k++) if ((values[k] as number) < (values[best] as number)) best = k
  return best
}

/** Takes as many sweeps as there is room for energies, which are those at their ends, and keeps what it finds on the way. */
export const takeSweeps = <S, F>(
  energies: Float64Array,
  begin: Stand<S>,
  known: F,
  find: (found: F, stand: Stand<S>, record: UnitMemory.Columns) => F,
): { readonly stand: Stand<S>; readonly found: F } => {
  let stand = begin
  let found = known
  for (let k = 0; k < energies.length; k++) {
    const { session, random, record } = stand.session.sweep(stand.random)
    stand = { session, random }
    energies[k] = session.energy
    found = find(found, stand, record)
  }
  return { stand, found }
}
