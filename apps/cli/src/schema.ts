/**
 * `engram schema`: the JSON Schema of a kind of document.
 */
import { either as E } from 'fp-ts'
import { NetworkDocument } from '@engram/hopfield/spec'
import { Document } from '@engram/spec'
import type { Failure } from './Failure.js'
import { oneOf } from './Options.js'
import { answer, type Answer } from './World.js'

const schemas = { hopfield: NetworkDocument.jsonSchema } as const

/** The command. */
export const schema = (kind: string): E.Either<Failure, Answer> =>
  E.map((known: keyof typeof schemas) => answer(`${Document.stringify(schemas[known])}\n`, 0))(
    oneOf<keyof typeof schemas>('hopfield')('kind of document')(kind),
  )
