import type { Columns } from './update.js'

/** out ← the parts one after another. */
export const join = (out: Columns, parts: ReadonlyArray<Columns>): void => {
  let offset = 0
  for (const part of parts) {
    out.units.set(part.units, offset)
    out.fields.set(part.fields, offset)
    out.flipped.set(part.flipped, offset)
    out.energies.set(part.energies, offset)
    offset += part.units.length
  }
}

interface Moves {
  readonly units: { readonly [index: number]: number }
  readonly flipped: { readonly [index: number]: number }
}

/** Turns over, in y, every unit that flipped in the first k updates; lower and 1 are the two values of a unit. */
export const replay = (y: Int8Array, { units, flipped }: Moves, k: number, lower: number): void => {
  for (let t = 0; t < k; t++) {
    const unit = units[t] as number
    if (flipped[t] === 1) y[unit] = lower + 1 - (y[unit] as number)
  }
}
