/**
 * All examples, in the order in which they are told.
 */
import { either as E, function as F } from 'fp-ts'
import type { HopfieldError } from '@engram/hopfield'
import * as faces from './faces.js'
import * as identity from './identity.js'
import * as letters from './letters.js'
import { pictures as pictureList } from './PictureList.js'
import * as pictures from './pictures.js'
import type { Report } from './Report.js'
import { words as wordList } from './WordList.js'
import * as words from './words.js'

export interface Example {
  readonly name: string
  readonly tell: (seed: number) => E.Either<HopfieldError.HopfieldError, Report>
}

/** The seed of the tables in the documentation. */
export const seed = 7

export const examples: ReadonlyArray<Example> = [
  { name: 'letters', tell: F.flow(letters.run, E.map(letters.report)) },
  { name: 'identity', tell: F.flow(identity.run, E.map(identity.report)) },
  { name: 'pictures', tell: F.flow(pictures.run(pictureList), E.map(pictures.report)) },
  { name: 'faces', tell: F.flow(faces.run, E.map(faces.report)) },
  { name: 'words', tell: F.flow(words.run(wordList), E.map(words.report)) },
]
