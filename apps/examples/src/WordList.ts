/**
 * The list of words that the reader of scrambled words knows.
 */
import { readFileSync } from 'node:fs'

/** Words of a text, in order; lines that begin with # say something about it. */
const wordsOf = (text: string): ReadonlyArray<string> =>
  text.split('\n').flatMap((line) => (line.startsWith('#') ? [] : line.split(' ').filter((word) => word !== '')))

export const words = wordsOf(readFileSync(new URL('../data/words.txt', import.meta.url), 'utf8'))
