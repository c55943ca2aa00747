/**
 * The law of continuous memories written down (row D4).
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import { Law } from '@engram/law'
import { Document } from '@engram/spec'
import * as Modern from '../Modern.js'
import { fromDocument, parse, toDocument, type Model } from '../spec/ModernDocument.js'
import { contentsAndState, flags, matrix } from './memories.js'

/** Between documents and what they mean. */
export interface ModernDocuments {
  readonly fromDocument: typeof fromDocument
  readonly toDocument: typeof toDocument
}

/** This package's own. */
export const modernDocuments: ModernDocuments = { fromDocument, toDocument }

/** Memories of all kinds; one that cannot be made is never drawn. */
const memories: fc.Arbitrary<Modern.Modern> = contentsAndState(fc.constantFrom(0, 0.1, 1, 8, Infinity))
  .chain(([{ beta, patterns, values }]) =>
    fc.tuple(fc.boolean(), fc.option(flags(patterns.length))).map(([auto, masked]) =>
      F.pipe(
        Modern.make({ beta, ...(auto ? {} : { values: matrix(values) }) })(matrix(patterns)),
        E.chain((memory) => (masked === null ? E.right(memory) : Modern.mask(masked)(memory))),
        O.fromEither,
      ),
    ),
  )
  .filter(O.isSome)
  .map(({ value }) => value)

const models: fc.Arbitrary<Model> = memories.chain((memory) =>
  fc.record(
    {
      memory: fc.constant(memory),
      title: fc.string(),
      grid: fc.constantFrom({ width: memory.size, height: 1 }, { width: 1, height: memory.size }),
    },
    { requiredKeys: ['memory'], noNullPrototype: true },
  ),
)

export const modernFromDocumentToDocument = Law.law<ModernDocuments>({
  id: 'modern_fromDocument_toDocument',
  statement: 'a continuous memory, written as JSON text and read again, is the same memory',
  source: 'the encoder is a section of the decoder',
  hypotheses: [],
  property: ({ fromDocument: from, toDocument: to }) =>
    fc.property(
      models,
      (model) =>
        fc.stringify(F.pipe(to(model), Document.stringify, parse, E.chain(from))) === fc.stringify(E.right(model)),
    ),
  countermodels: [
    {
      id: 'values_forgotten',
      description: 'writes the patterns down and forgets what they answer',
      implementation: {
        fromDocument,
        toDocument: ({ memory, ...rest }) => toDocument({ ...rest, memory: { ...memory, values: memory.keys } }),
      },
    },
    {
      id: 'infinite_is_zero',
      description: 'reads an infinite β as 0',
      implementation: {
        fromDocument: (document) => fromDocument({ ...document, beta: document.beta ?? 0 }),
        toDocument,
      },
    },
    {
      id: 'unmasked',
      description: 'drops the masks',
      implementation: {
        fromDocument,
        toDocument: ({ memory, ...rest }) => toDocument({ ...rest, memory: { ...memory, masked: undefined } }),
      },
    },
  ],
})
