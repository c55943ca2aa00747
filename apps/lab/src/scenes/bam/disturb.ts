/**
 * Damage to a layer: loaded when it is asked for.
 */
import { Corruption, Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { must } from '../../must.js'
import { toText } from './cells.js'

/** How cells are damaged: a tenth of them turned over, or half of them lost. */
export type Damage = 'flip' | 'lose'

/** A tenth of the cells, but one at least. */
const tenth = (count: number): number => Math.max(1, Math.round(count / 10)) / count

/** The cells as text, damaged by this lot; what is missing stays so. */
export const disturbed = (cells: ReadonlyArray<number>, how: Damage, seed: number): string => {
  const whole = must(Pattern.bipolar(cells.map((cell) => (cell > 0 ? 1 : -1))))
  const share = must(Corruption.fraction(how === 'flip' ? tenth(cells.length) : 0.5))
  const [{ data }] = (how === 'flip' ? Corruption.flip(share)(whole) : Corruption.zero(share)(whole))(
    Random.fromSeed(seed),
  )
  return toText(cells.map((cell, i) => (cell === 0 ? 0 : (data[i] ?? 0))))
}
