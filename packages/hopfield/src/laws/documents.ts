/**
 * Laws of networks written down.
 */
import fc from 'fast-check'
import { function as F, option as O } from 'fp-ts'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Pattern } from '@engram/associative-memory'
import type { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import { defaults, finite, roundTrip, type Meaning } from '@engram/spec/laws'
import * as Network from '../Network.js'
import { fromDocument, toDocument, type Model, type ScheduleKind } from '../spec/Model.js'
import { parse, type NetworkDocument } from '../spec/NetworkDocument.js'
import { fairBlocks, order } from './arbitraries.js'

/** Between documents and what they mean. */
export type Documents = Meaning<NetworkDocument, Model>

/** This package's own. */
export const documents: Documents = { fromDocument, toDocument }

export const vectorOf = (n: number): fc.Arbitrary<Vector.Vector> =>
  fc.array(finite, { minLength: n, maxLength: n }).map((xs) => Vector.unsafeFromFloat64(Float64Array.from(xs)))

export const matrixOf = (rows: number, cols: number): fc.Arbitrary<Matrix.Matrix> =>
  fc
    .array(finite, { minLength: rows * cols, maxLength: rows * cols })
    .map((xs) => Matrix.unsafeFromFloat64(rows, cols)(Float64Array.from(xs)))

export const statesOf = (
  encoding: Network.Encoding,
  n: number,
  minLength: number,
): fc.Arbitrary<ReadonlyArray<Network.State>> =>
  fc.array(
    Arbitraries.values(encoding)(n).map((values): Network.State =>
      Pattern.unsafePattern(encoding === 'bipolar' ? 'Bipolar' : 'Binary', Int8Array.from(values)),
    ),
    { minLength, maxLength: 3 },
  )

export const schedules = (n: number): fc.Arbitrary<ScheduleKind> =>
  fc.oneof(
    fc.constantFrom<ScheduleKind>({ kind: 'shuffled' }, { kind: 'random-unit' }, { kind: 'synchronous' }),
    order(n).map((units): ScheduleKind => ({ kind: 'ordered', order: units })),
    fairBlocks(n).map((blocks): ScheduleKind => ({ kind: 'blocks', blocks })),
  )

const storage = (n: number): fc.Arbitrary<Network.Storage> =>
  fc.record(
    {
      diagonal: fc.constantFrom('zero', 'kept'),
      tie: fc.constantFrom('keep', 'up', 'down', 'flip'),
      scale: fc.constantFrom(1, 0.1, 4),
      thresholds: fc.oneof(fc.constant(Vector.zeros(n)), vectorOf(n)),
    },
    { noNullPrototype: true },
  )

/** Networks of all kinds; a network that cannot be made is never drawn. */
const networks = (n: number, encoding: Network.Encoding): fc.Arbitrary<Pick<Model, 'network' | 'patterns'>> =>
  fc
    .tuple(storage(n), statesOf(encoding, n, 0), fc.option(matrixOf(n, n)))
    .map(([options, patterns, weights]) =>
      F.pipe(
        weights === null
          ? Network.fromPatterns({ ...options, couplings: 'patterns' })(patterns)
          : Network.fromWeights({ ...options, encoding })(weights),
        O.fromEither,
        O.map((network) => ({ network, patterns })),
      ),
    )
    .filter(O.isSome)
    .map(({ value }) => value)

/** Models, built to be consistent; a schema alone would hardly ever draw one. */
export const models: fc.Arbitrary<Model> = fc
  .tuple(Arbitraries.size(5), fc.constantFrom('bipolar', 'binary'))
  .chain(([n, encoding]) => {
    const states = statesOf(encoding, n, 0)
    const state = statesOf(encoding, n, 1).map(([first]) => first as Network.State)
    return fc
      .tuple(
        networks(n, encoding),
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
            input: vectorOf(n),
          },
          { requiredKeys: ['seed', 'schedule', 'expect'], noNullPrototype: true },
        ),
      )
      .map(([network, circumstances]) => ({ ...network, ...circumstances }))
  })

export const fromDocumentToDocument: Law.Law<Documents> = roundTrip({
  id: 'fromDocument_toDocument',
  what: 'a network',
  models,
  parse,
  countermodels: [
    {
      id: 'weights_only',
      description: 'writes the weights of a Hebbian network down and forgets where they came from',
      implementation: {
        fromDocument,
        toDocument: (model) => toDocument({ ...model, network: Network.toDense(model.network) }),
      },
    },
    {
      id: 'unscaled',
      description: 'drops the scale',
      implementation: {
        fromDocument,
        toDocument: (model) => toDocument({ ...model, network: { ...model.network, scale: 1 } }),
      },
    },
    {
      id: 'seedless',
      description: 'reads every document with seed 0',
      implementation: { fromDocument: (document) => fromDocument({ ...document, seed: 0 }), toDocument },
    },
  ],
})

/** The same document with its defaults written down. */
const explicit = (document: NetworkDocument): NetworkDocument => {
  const n = document.couplings.kind === 'weights' ? document.couplings.weights.length : document.patterns[0]?.length
  return {
    scale: 1,
    schedule: { kind: 'shuffled' },
    thresholds: Array.from({ length: n ?? 0 }, () => 0),
    ...document,
    expect: { fixedPoints: [], energies: [], recalls: [], ...document.expect },
  } as NetworkDocument
}

export const fromDocumentDefaults: Law.Law<Documents> = defaults({
  id: 'fromDocument_defaults',
  what: 'a network',
  models,
  explicit,
  countermodels: [
    {
      id: 'mean',
      description: 'takes a missing scale for 1/n, and so reads more than one meaning into a default',
      implementation: {
        fromDocument: (document) =>
          fromDocument({ ...document, scale: (document.scale ?? 1) / (document.patterns[0]?.length ?? 2) }),
        toDocument,
      },
    },
  ],
})
