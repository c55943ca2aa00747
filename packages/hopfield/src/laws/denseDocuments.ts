/**
 * Laws of dense memories written down.
 */
import fc from 'fast-check'
import { option as O } from 'fp-ts'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Law } from '@engram/law'
import { defaults, finite, roundTrip, type Meaning } from '@engram/spec/laws'
import * as DenseMemory from '../DenseMemory.js'
import { exponential, exponentialAt, polynomial, rectified } from '../Interaction.js'
import type { State } from '../Network.js'
import { parse, type DenseDocument } from '../spec/DenseDocument.js'
import { fromDocument, toDocument, type DenseModel } from '../spec/DenseModel.js'
import { schedules, statesOf } from './documents.js'

/** Between documents and what they mean. */
export type DenseDocuments = Meaning<DenseDocument, DenseModel>

/** This package's own. */
export const denseDocuments: DenseDocuments = { fromDocument, toDocument }

const storages: fc.Arbitrary<DenseMemory.Storage> = fc.record(
  {
    interaction: fc.oneof(
      fc.constantFrom(exponential, exponentialAt(0.1), exponentialAt(3)),
      fc.integer({ min: 2, max: 9 }).chain((degree) => fc.constantFrom(polynomial(degree), rectified(degree))),
    ),
    tie: fc.constantFrom('keep', 'up', 'down', 'flip'),
    scale: fc.constantFrom(1, 0.1, 4),
  },
  { noNullPrototype: true },
)

/** Models, built to be consistent; a memory that cannot be made is never drawn. */
export const denseModels: fc.Arbitrary<DenseModel> = fc
  .tuple(Arbitraries.size(5), Arbitraries.encoding)
  .chain(([n, encoding]) => {
    const states = statesOf(encoding, n, 0)
    const state = statesOf(encoding, n, 1).map(([first]) => first as State)
    return fc
      .tuple(
        fc
          .tuple(storages, statesOf(encoding, n, 1))
          .map(([storage, patterns]) => O.fromEither(DenseMemory.fromPatterns(storage)(patterns)))
          .filter(O.isSome),
        fc.record(
          {
            seed: fc.nat(),
            schedule: schedules(n),
            expect: fc.record(
              {
                fixedPoints: states,
                energies: fc.array(fc.record({ state, energy: finite }, { noNullPrototype: true }), { maxLength: 2 }),
                recalls: fc.array(fc.record({ from: state, to: state }, { noNullPrototype: true }), { maxLength: 2 }),
              },
              { noNullPrototype: true },
            ),
            title: fc.string(),
            grid: fc.constantFrom({ width: n, height: 1 }, { width: 1, height: n }),
          },
          { requiredKeys: ['seed', 'schedule', 'expect'], noNullPrototype: true },
        ),
      )
      .map(([{ value: memory }, circumstances]) => ({ memory, ...circumstances }))
  })

export const denseFromDocumentToDocument: Law.Law<DenseDocuments> = roundTrip({
  id: 'dense_fromDocument_toDocument',
  what: 'a dense memory',
  models: denseModels,
  parse,
  countermodels: [
    {
      id: 'never_rectified',
      description: 'writes a rectified power down as a plain one',
      implementation: {
        fromDocument,
        toDocument: (model) => {
          const { interaction } = model.memory
          return toDocument({
            ...model,
            memory: {
              ...model.memory,
              interaction: interaction._tag === 'Exponential' ? interaction : polynomial(interaction.degree),
            },
          })
        },
      },
    },
    {
      id: 'unscaled',
      description: 'drops the scale',
      implementation: {
        fromDocument,
        toDocument: (model) => toDocument({ ...model, memory: { ...model.memory, scale: 1 } }),
      },
    },
  ],
})

/** The same document with its defaults written down. */
const explicit = (document: DenseDocument): DenseDocument =>
  ({
    scale: 1,
    schedule: { kind: 'shuffled' },
    ...document,
    expect: { fixedPoints: [], energies: [], recalls: [], ...document.expect },
  }) as DenseDocument

export const denseFromDocumentDefaults: Law.Law<DenseDocuments> = defaults({
  id: 'dense_fromDocument_defaults',
  what: 'a dense memory',
  models: denseModels,
  explicit,
  countermodels: [
    {
      id: 'mean',
      description:
        'takes a missing scale for 1/P, as the lecture writes it, and so reads more than one meaning into it',
      implementation: {
        fromDocument: (document) =>
          fromDocument({ ...document, scale: (document.scale ?? 1) / (document.patterns.length + 1) }),
        toDocument,
      },
    },
  ],
})
