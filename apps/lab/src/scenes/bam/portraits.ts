/**
 * Faces drawn for names: loaded when somebody asks for other ones.
 */
import { Face } from '@engram/bam'
import { Random } from '@engram/linalg'
import { toText } from './cells.js'
import type { StoredPair } from './document.js'
import { spelt } from './people.js'

export const portrait = (name: string, traits: Face.Traits): StoredPair => ({
  name,
  x: toText(Face.draw(traits).pattern.data),
  y: spelt(name),
})

/** Each name with a face drawn by lot. */
export const crowd = (names: ReadonlyArray<string>, seed: number): ReadonlyArray<StoredPair> => {
  const [faces] = Face.crowd(names.length)(Random.fromSeed(seed))
  return faces.map((traits, index) => portrait(names[index] ?? '', traits))
}
