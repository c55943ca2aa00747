/**
 * The law of restricted Boltzmann machines written down (row H12).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import { roundTrip, type Meaning } from '@engram/spec/laws'
import { mirror, type Rbm } from '../Rbm.js'
import { fromDocument, parse, toDocument, type Model, type RbmDocument } from '../spec/RbmDocument.js'
import { matrixOf, vectorOf } from './documents.js'

/** Between documents and what they mean. */
export type RbmDocuments = Meaning<RbmDocument, Model>

/** This package's own. */
export const rbmDocuments: RbmDocuments = { fromDocument, toDocument }

const bias = (n: number): fc.Arbitrary<Vector.Vector> => fc.oneof(fc.constant(Vector.zeros(n)), vectorOf(n))

const models: fc.Arbitrary<Model> = fc.tuple(Arbitraries.size(4), Arbitraries.size(4)).chain(([visible, hidden]) =>
  fc.record(
    {
      machine: fc
        .tuple(matrixOf(visible, hidden), bias(visible), bias(hidden))
        .map(([weights, visibleBias, hiddenBias]): Rbm => ({
          _tag: 'Rbm',
          weights,
          visibleBias,
          hiddenBias,
        })),
      seed: fc.nat(),
      title: fc.string(),
      grid: fc.constantFrom({ width: visible, height: 1 }, { width: 1, height: visible }),
    },
    { requiredKeys: ['machine', 'seed'], noNullPrototype: true },
  ),
)

export const rbmFromDocumentToDocument: Law.Law<RbmDocuments> = roundTrip({
  id: 'rbm_fromDocument_toDocument',
  what: 'a restricted Boltzmann machine',
  rows: ['H12'],
  models,
  parse,
  countermodels: [
    {
      id: 'unbiased',
      description: 'drops the biases of the hidden units',
      implementation: {
        fromDocument,
        toDocument: ({ machine, ...rest }) =>
          toDocument({ ...rest, machine: { ...machine, hiddenBias: Vector.zeros(machine.hiddenBias.length) } }),
      },
    },
    {
      id: 'layers_exchanged',
      description: 'reads rows for hidden units and columns for visible ones',
      implementation: {
        fromDocument: (document) =>
          E.map((model: Model) => ({ ...model, machine: mirror(model.machine) }))(fromDocument(document)),
        toDocument,
      },
    },
  ],
})
