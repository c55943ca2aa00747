/**
 * A dense memory and a state, set up for a run.
 *
 * Convention: overlaps are carried along from flip to flip; sums over the patterns are exact where they fit into 2⁵³, and
 *             else decided in whole numbers where rounding could change a sign.
 */
import { Tie, type UnitMemory } from '@engram/associative-memory'
import type { ReadonlyFloat64 } from '@engram/linalg'
import { power, type Interaction, type Power } from './Interaction.js'
import { exponentialField, powerField, type Decays, type DenseField, type Levels } from './kernels/denseField.js'
import { poll } from './kernels/poll.js'
import { groupsOf, overlapsOf, shift, type Stored } from './kernels/stored.js'
import { decays, tanh } from './kernels/transcendent.js'

/** F in the form that a run reads, for overlaps from −reach to reach. */
export type Steepness =
  | { readonly _tag: 'Powers'; readonly levels: Levels; readonly interaction: Power }
  | ({ readonly _tag: 'Decays' } & Decays)

const levelsOf = (interaction: Power, reach: number, count: number): Levels => {
  const at = power(interaction)
  const column = (entry: (m: number) => number): ReadonlyFloat64 =>
    Float64Array.from({ length: 2 * reach + 1 }, (_, k) => entry(k - reach))
  const values = Array.from({ length: 2 * reach + 5 }, (_, k) => at(k - reach - 2))
  const value = (m: number): bigint => values[m + reach + 2] ?? 0n
  return {
    reach,
    value: column((m) => Number(value(m))),
    vote: column((m) => Number(value(m + 2) - value(m - 2)) / 4),
    own: column((m) => Number(2n * value(m) - value(m + 2) - value(m - 2)) / 4),
    exact: BigInt(8 * count) * value(reach + 2) <= BigInt(Number.MAX_SAFE_INTEGER),
  }
}

/** F for so many patterns, whose overlaps with any state are at most `reach` in size. */
export const steepness = (interaction: Interaction, reach: number, count: number): Steepness => {
  if (interaction._tag !== 'Exponential')
    return { _tag: 'Powers', interaction, levels: levelsOf(interaction, reach, count) }
  const { inverseTemperature } = interaction
  const decay = new Float64Array(2 * reach + 2)
  decays(decay, inverseTemperature)
  return { _tag: 'Decays', decay, tanh: tanh(inverseTemperature), inverseTemperature, reach }
}

const fieldOf = (steep: Steepness, m: Int32Array, stored: Stored): DenseField => {
  const u = new Float64Array(4 * groupsOf(stored.count))
  const asked = poll(u, stored)
  return steep._tag === 'Powers'
    ? powerField(steep.levels, power(steep.interaction), m, u, stored, asked)
    : exponentialField(steep, m, u, stored, asked)
}

/** Units whose energy is −scale Σₖ F(baseₖ + s(k)·y), or −log of its negative where F is exponential. */
export interface Circumstances {
  readonly stored: Stored
  readonly steep: Steepness
  readonly encoding: Tie.Encoding
  readonly tie: Exclude<Tie.Tie, 'zero'>
  readonly scale: number
  /** What the overlaps with the patterns are before any unit is counted. */
  readonly base: ReadonlyFloat64
}

/** A machine that stands in the state. */
export const machineOf =
  ({ stored, steep, encoding, tie, scale, base }: Circumstances) =>
  (state: Int8Array): UnitMemory.Machine => {
    const m = new Int32Array(stored.count)
    const field = fieldOf(steep, m, stored)
    const reset = (): void => {
      overlapsOf(m, base, stored, state)
      field.changed()
    }
    reset()
    // A binary unit moves by 1 where its spin moves by 2.
    const spins = encoding === 'bipolar' ? 1 : 2
    const spinOf = (unit: number): number => ((state[unit] ?? 0) > 0 ? 1 : -1)
    const [factor, offset] = steep._tag === 'Powers' ? [scale, 0] : [1, -Math.log(scale)]
    return {
      size: stored.size,
      state,
      field: (unit) => factor * spins * field.at(unit, spinOf(unit)),
      rise: (_, delta, h) => -h * delta,
      moved: (unit, delta) => {
        shift(m, stored, unit, spins * delta)
        field.changed()
      },
      reset,
      energy: () => factor * field.energy() + offset,
      next: Tie.activate(encoding, tie),
    }
  }
