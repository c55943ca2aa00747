import type { Columns } from './update.js'

/** out ← the parts one after another. */
export const join = (out: Columns, parts: ReadonlyArray<Columns>): void => {
  let offset = 0
  for (const part of parts) {
    out.units.set(part.units, offset)
    out.fields.set(part.fields, offset)
    out.flipped.set(part.flipped, offset)
    out.values.set(part.values, offset)
    out.energies.set(part.energies, offset)
    offset += part.units.length
  }
}

/** How many of the updates changed their unit. */
export const countFlips = ({ flipped }: Columns): number => {
  let flips = 0
  for (let k = 0; k < flipped.length; k++) flips += flipped[k] as number
  return flips
}

interface Moves {
  readonly units: { readonly [index: number]: number }
  readonly values: { readonly [index: number]: number }
}

/** Writes into y what the units became in the first k updates. */
export const replay = (y: Int8Array, { units, values }: Moves, k: number): void => {
  for (let t = 0; t < k; t++) y[units[t] as number] = values[t] as number
}
