/**
 * `engram schema`: the JSON Schema of a kind of document.
 */
import { either as E } from 'fp-ts'
import { BamDocument } from '@engram/bam/spec'
import { DenseDocument, GradedDocument, ModernDocument, NetworkDocument, RbmDocument } from '@engram/hopfield/spec'
import { Document } from '@engram/spec'
import type { Failure } from './Failure.js'
import { oneOf } from './Options.js'
import { answer, type Answer } from './World.js'

const schemas = {
  bam: BamDocument.jsonSchema,
  'dense-memory': DenseDocument.jsonSchema,
  'graded-hopfield': GradedDocument.jsonSchema,
  hopfield: NetworkDocument.jsonSchema,
  'modern-hopfield': ModernDocument.jsonSchema,
  rbm: RbmDocument.jsonSchema,
} as const

/** The command. */
export const schema = (kind: string): E.Either<Failure, Answer> =>
  E.map((known: keyof typeof schemas) => answer(`${Document.stringify(schemas[known])}\n`, 0))(
    oneOf<keyof typeof schemas>(
      'bam',
      'dense-memory',
      'graded-hopfield',
      'hopfield',
      'modern-hopfield',
      'rbm',
    )('kind of document')(kind),
  )
