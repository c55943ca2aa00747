/**
 * Laws of memories written down.
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import type { Tie } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import { defaults, finite, roundTrip, type Meaning } from '@engram/spec/laws'
import * as Bam from '../Bam.js'
import { parse, type BamDocument } from '../spec/BamDocument.js'
import { fromDocument, toDocument, type Model } from '../spec/Model.js'
import { pairOf, storedOf } from './adapters.js'
import { allTies, list, order, pair } from './arbitraries.js'

/** Between documents and what they mean. */
export type Documents = Meaning<BamDocument, Model>

/** This package's own. */
export const documents: Documents = { fromDocument, toDocument }

const vector = (n: number): fc.Arbitrary<Vector.Vector> =>
  fc.oneof(
    fc.constant(Vector.zeros(n)),
    list(finite, n).map((xs) => Vector.unsafeFromFloat64(Float64Array.from(xs))),
  )

const memories = (encoding: Tie.Encoding, n: number, m: number): fc.Arbitrary<Pick<Model, 'bam' | 'pairs'>> =>
  fc
    .tuple(
      fc.constantFrom(...allTies),
      fc.record({ x: vector(n), y: vector(m) }, { noNullPrototype: true }),
      fc.option(list(finite, n * m)),
      fc.array(fc.tuple(pair(encoding, n, m, true), fc.option(fc.string())), { maxLength: 3 }),
    )
    .map(([tie, thresholds, weights, stored]) => {
      const pairs = stored.map(([each, name]) => ({
        ...storedOf(encoding, each),
        ...(name === null ? {} : { name }),
      }))
      return F.pipe(
        weights === null
          ? Bam.fromPairs({ tie, thresholds, couplings: 'patterns' })(pairs)
          : Bam.fromWeights({ tie, thresholds, encoding })(Matrix.unsafeFromFloat64(n, m)(Float64Array.from(weights))),
        O.fromEither,
        O.map((bam) => ({ bam, pairs })),
      )
    })
    .filter(O.isSome)
    .map(({ value }) => value)

/** Models, built to be consistent; a schema alone would hardly ever draw one. */
export const models: fc.Arbitrary<Model> = fc
  .tuple(Arbitraries.size(4), Arbitraries.size(4), Arbitraries.encoding)
  .chain(([n, m, encoding]) => {
    const stored = pair(encoding, n, m, true).map((each) => storedOf(encoding, each))
    const any = pair(encoding, n, m).map((each) => pairOf(encoding, each))
    const known = fc.tuple(any, fc.constantFrom('x', 'y', 'both')).map(([each, layer]) => {
      const { x, y } = each
      return layer === 'x' ? { x } : layer === 'y' ? { y } : each
    })
    const some = <A>(arbitrary: fc.Arbitrary<A>) => fc.array(arbitrary, { maxLength: 2 })
    return fc
      .tuple(
        memories(encoding, n, m),
        fc.record(
          {
            expect: fc.record(
              {
                equilibria: some(stored),
                energies: some(fc.record({ pair: stored, energy: finite }, { noNullPrototype: true })),
                recalls: some(fc.record({ from: known, to: any }, { noNullPrototype: true })),
              },
              { noNullPrototype: true },
            ),
            order,
            title: fc.string(),
            grids: fc.constantFrom({ x: { width: n, height: 1 } }, { y: { width: 1, height: m } }),
          },
          { requiredKeys: ['expect'], noNullPrototype: true },
        ),
      )
      .map(([memory, circumstances]) => ({ ...memory, ...circumstances }))
  })

export const bamFromDocumentToDocument: Law.Law<Documents> = roundTrip({
  id: 'bam_fromDocument_toDocument',
  what: 'a bidirectional memory',
  models,
  parse,
  countermodels: [
    {
      id: 'thresholds_lost',
      description: 'drops the thresholds of Y',
      implementation: {
        fromDocument,
        toDocument: (model) =>
          toDocument({
            ...model,
            bam: {
              ...model.bam,
              thresholds: { x: model.bam.thresholds.x, y: Vector.zeros(model.bam.thresholds.y.length) },
            },
          }),
      },
    },
    {
      id: 'nameless',
      description: 'forgets what pairs are called',
      implementation: {
        fromDocument,
        toDocument: (model) => toDocument({ ...model, pairs: model.pairs.map(({ x, y }) => ({ x, y })) }),
      },
    },
  ],
})

/** The same document with its defaults written down. */
const explicit = (document: BamDocument): BamDocument => {
  const [x, y] =
    document.couplings.kind === 'weights'
      ? [document.couplings.weights.length, document.couplings.weights[0]?.length]
      : [document.pairs[0]?.x.length, document.pairs[0]?.y.length]
  const zeros = (n?: number) => Array.from({ length: n ?? 0 }, () => 0)
  return {
    ...document,
    thresholds: { x: zeros(x), y: zeros(y), ...document.thresholds },
    expect: { equilibria: [], energies: [], recalls: [], ...document.expect },
  } as BamDocument
}

export const bamFromDocumentDefaults: Law.Law<Documents> = defaults({
  id: 'bam_fromDocument_defaults',
  what: 'a bidirectional memory',
  models,
  explicit,
  countermodels: [
    {
      id: 'biases',
      description: 'reads a threshold of X as a bias, with the other sign',
      implementation: {
        fromDocument: (document) =>
          F.pipe(
            fromDocument(document),
            E.map((model) => ({
              ...model,
              bam: {
                ...model.bam,
                thresholds: { ...model.bam.thresholds, x: Vector.negate(model.bam.thresholds.x) },
              },
            })),
          ),
        toDocument,
      },
    },
  ],
})
