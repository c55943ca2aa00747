/**
 * The stored patterns by name, each drawn when it is looked at.
 */
import { Pattern } from '@engram/associative-memory'
import { Random } from '@engram/linalg'
import { latest, latestOf } from '../../latest.js'
import { must } from '../../must.js'
import { fromText, resample, type Spins } from './bits.js'
import type { Item, Memory } from './document.js'
import { drawLetter } from './letters.js'

export interface Stored {
  readonly name: string
  readonly pattern: () => Pattern.Bipolar
}

const cellsOf = (item: Item, width: number, height: number): Spins | ReadonlyArray<number> => {
  switch (item._tag) {
    case 'Letter':
      return drawLetter(item.letter, width, height)
    case 'Random':
      return Random.signs(width * height)(Random.fromSeed(item.seed))[0]
    case 'Drawing':
      return resample(fromText(item.pixels, item.width * item.height), item, { width, height })
  }
}

const patternOf = latestOf((item: Item, width: number, height: number): Pattern.Bipolar =>
  must(Pattern.bipolar(cellsOf(item, width, height))),
)

const nameOf = (item: Item, index: number): string => {
  switch (item._tag) {
    case 'Letter':
      return item.letter
    case 'Random':
      return `random ${index + 1}`
    case 'Drawing':
      return `drawing ${index + 1}`
  }
}

export const storedOf = latest((memory: Memory, width: number, height: number): ReadonlyArray<Stored> =>
  memory._tag === 'Weights'
    ? []
    : memory.items.map((item, index) => ({ name: nameOf(item, index), pattern: () => patternOf(item, width, height) })),
)
