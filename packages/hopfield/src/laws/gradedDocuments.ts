/**
 * The law of graded networks written down (row H13).
 */
import fc from 'fast-check'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import { roundTrip, type Meaning } from '@engram/spec/laws'
import type { Graded } from '../Graded.js'
import { fromDocument, parse, toDocument, type GradedDocument, type Model } from '../spec/GradedDocument.js'
import { matrixOf, vectorOf } from './documents.js'

/** Between documents and what they mean. */
export type GradedDocuments = Meaning<GradedDocument, Model>

/** This package's own. */
export const gradedDocuments: GradedDocuments = { fromDocument, toDocument }

const factor = fc.constantFrom(1, 0.1, 4)

const networks = (n: number): fc.Arbitrary<Graded> =>
  fc
    .record(
      {
        weights: matrixOf(n, n),
        scale: factor,
        input: fc.oneof(fc.constant(Vector.zeros(n)), vectorOf(n)),
        gain: fc.record({ shape: fc.constantFrom('tanh', 'sigmoid'), gain: factor }, { noNullPrototype: true }),
        tau: factor,
      },
      { noNullPrototype: true },
    )
    .map((parts): Graded => ({ _tag: 'Graded', size: n, ...parts }))

const models: fc.Arbitrary<Model> = Arbitraries.size(4).chain((n) =>
  fc.record(
    {
      network: networks(n),
      title: fc.string(),
      grid: fc.constantFrom({ width: n, height: 1 }, { width: 1, height: n }),
    },
    { requiredKeys: ['network'], noNullPrototype: true },
  ),
)

export const gradedFromDocumentToDocument: Law.Law<GradedDocuments> = roundTrip({
  id: 'graded_fromDocument_toDocument',
  what: 'a graded network',
  rows: ['H13'],
  models,
  parse,
  countermodels: [
    {
      id: 'unscaled',
      description: 'drops the scale',
      implementation: {
        fromDocument,
        toDocument: ({ network, ...rest }) => toDocument({ ...rest, network: { ...network, scale: 1 } }),
      },
    },
    {
      id: 'timeless',
      description: 'reads every τ as 1',
      implementation: { fromDocument: (document) => fromDocument({ ...document, tau: 1 }), toDocument },
    },
    {
      id: 'always_tanh',
      description: 'forgets which sigmoid it was',
      implementation: {
        fromDocument: (document) => fromDocument({ ...document, shape: 'tanh' }),
        toDocument,
      },
    },
  ],
})
