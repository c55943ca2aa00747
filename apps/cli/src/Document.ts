/**
 * Networks that are written down, from the bytes of a file.
 */
import { either as E, function as F } from 'fp-ts'
import { Model, NetworkDocument } from '@engram/hopfield/spec'
import type { Failure } from './Failure.js'

/** What a document means, or what keeps it from meaning something. */
export const modelOf =
  (file: string) =>
  (bytes: Uint8Array): E.Either<Failure, Model.Model> => {
    const source = new TextDecoder().decode(bytes)
    return F.pipe(
      NetworkDocument.parse(source),
      E.chain(Model.fromDocument),
      E.mapLeft((errors) => ({ _tag: 'BadDocument', file, text: source, errors })),
    )
  }
