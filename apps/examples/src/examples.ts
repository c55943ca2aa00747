/**
 * All examples, in the order in which they are told.
 */
import { either as E, function as F } from 'fp-ts'
import type { MemoryError } from '@engram/associative-memory'
import * as identity from './identity.js'
import * as letters from './letters.js'
import type { Report } from './Report.js'
import { words as wordList } from './WordList.js'
import * as words from './words.js'

export interface Example {
  readonly name: string
  readonly tell: (seed: number) => E.Either<MemoryError.MemoryError, Report>
}

/** The seed of the tables in the documentation. */
export const seed = 7

export const examples: ReadonlyArray<Example> = [
  { name: 'letters', tell: F.flow(letters.run, E.map(letters.report)) },
  { name: 'identity', tell: F.flow(identity.run, E.map(identity.report)) },
  { name: 'words', tell: F.flow(words.run(wordList), E.map(words.report)) },
]
