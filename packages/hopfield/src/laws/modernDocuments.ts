/**
 * The law of continuous memories written down (row D4).
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import type { Law } from '@engram/law'
import { roundTrip, type Meaning } from '@engram/spec/laws'
import * as Modern from '../Modern.js'
import { fromDocument, parse, toDocument, type Model, type ModernDocument } from '../spec/ModernDocument.js'
import { contentsAndState, flags, matrix } from './memories.js'

/** Between documents and what they mean. */
export type ModernDocuments = Meaning<ModernDocument, Model>

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

export const modernFromDocumentToDocument: Law.Law<ModernDocuments> = roundTrip({
  id: 'modern_fromDocument_toDocument',
  what: 'a continuous memory',
  models,
  parse,
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
