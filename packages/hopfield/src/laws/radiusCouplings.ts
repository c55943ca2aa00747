/**
 * Laws of the guaranteed radius, however the weights are kept (rows H1, H6, H11).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Network from '../Network.js'
import * as Radius from '../Radius.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import * as Sparse from '../Sparse.js'
import { networkOf, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { promised, radius, subjects, vector } from './margin.js'
import { triplesOf } from './sparse.js'

const implicit =
  (couplings: 'dense' | 'patterns') =>
  (storage: Network.Storage, encoding: Network.Encoding, patterns: Rows, y: Numbers): number =>
    F.pipe(
      Network.fromPatterns({ ...storage, couplings })(patterns.map((pattern) => stateOf(encoding, pattern))),
      E.chain((network) => Radius.radius(network)(stateOf(encoding, y))),
      promised,
    )

/** The radius of a network that keeps its patterns. */
export type RadiusStored = ReturnType<typeof implicit>

export const radiusStored: RadiusStored = implicit('patterns')

/** The radius of a network with these couplings and no others. */
export type RadiusSparse = (instance: Instance, couplings: ReadonlyArray<Sparse.Coupling>, xi: Numbers) => number

export const radiusSparse: RadiusSparse = (instance, couplings, xi) =>
  F.pipe(
    Sparse.fromTriples(xi.length)(couplings),
    E.map((sparse): Network.Network => ({ ...networkOf(instance), couplings: sparse })),
    E.chain((network) => Radius.radius(network, vector(instance.input))(stateOf(instance.encoding, xi))),
    promised,
  )

/** Some of the couplings of a network taken out, and a state that it may have come to. */
const thinned = fc
  .tuple(subjects({}), fc.array(fc.boolean(), { minLength: 64, maxLength: 64 }), fc.boolean())
  .map(([[instance, xi], there, thirds]): readonly [Instance, Numbers] => {
    const weights = instance.weights.map((row, i) =>
      row.map((w, j) => (there[(i * xi.length + j) % 64] === true ? w / (thirds ? 3 : 1) : 0)),
    )
    const left = { ...instance, weights }
    const units = xi.map((_, unit) => unit)
    return [left, [1, 2, 3, 4].reduce((state) => Reference.sweep(left, state, units), xi)]
  })

export const radiusSparseEq = Law.law<RadiusSparse>({
  id: 'radius_sparse_eq',
  statement: 'couplings between few units give the radii of the matrix that has 0 everywhere else, exact or rounding',
  source: 'a unit without a coupling takes nothing from a field',
  rows: ['H6', 'H11'],
  hypotheses: [],
  property: (radiusOf) =>
    fc.property(thinned, ([instance, xi]) => radiusOf(instance, triplesOf(instance), xi) === radius(instance, xi)),
  countermodels: [
    {
      id: 'turned_round',
      description: 'takes the weight to a unit for the one from it',
      implementation: (instance, couplings, xi) =>
        radiusSparse(
          instance,
          couplings.map(([i, j, w]) => [j, i, w]),
          xi,
        ),
    },
    {
      id: 'self_forgotten',
      description: 'does not see that a turned unit also holds itself where it is',
      implementation: (instance, couplings, xi) =>
        radiusSparse(
          instance,
          couplings.filter(([i, j]) => i !== j),
          xi,
        ),
    },
    {
      id: 'heaviest_only',
      description: 'takes one coupling for all that act on a unit',
      implementation: (instance, couplings, xi) =>
        radiusSparse(
          instance,
          couplings.filter(([i], k) => couplings.findIndex(([to]) => to === i) === k),
          xi,
        ),
    },
  ],
})

const storages = fc
  .tuple(Arbitraries.encoding, Arbitraries.size(12), fc.constantFrom('zero', 'kept'), fc.constantFrom(1, 0.5, 3))
  .chain(([encoding, n, diagonal, scale]) =>
    fc.tuple(
      fc.constantFrom<Network.Tie>('keep', 'up', 'down', 'flip').map((tie) => ({ diagonal, scale, tie }) as const),
      fc.constant(encoding),
      fc.oneof(
        Arbitraries.patterns(encoding)(n, 4),
        // More patterns than a word has bits.
        fc.array(Arbitraries.values(encoding)(n), { minLength: 33, maxLength: 35 }),
      ),
      fc.option(Arbitraries.values(encoding)(n)),
    ),
  )

export const radiusImplicitEq = Law.law<RadiusStored>({
  id: 'radius_implicit_eq',
  statement: 'a network that keeps its patterns instead of their weights has the same radii',
  source: 'wᵢⱼ = P − 2·(patterns in which units i and j differ)',
  rows: ['H1', 'H6'],
  hypotheses: [],
  property: (radiusOf) =>
    fc.property(storages, ([storage, encoding, patterns, other]) => {
      const y = other ?? patterns[0] ?? []
      return radiusOf(storage, encoding, patterns, y) === implicit('dense')(storage, encoding, patterns, y)
    }),
  countermodels: [
    {
      id: 'self_coupled',
      description: 'leaves the self-couplings in',
      implementation: (storage, ...rest) => radiusStored({ ...storage, diagonal: 'kept' }, ...rest),
    },
    {
      id: 'unscaled',
      description: 'forgets how much a binary unit changes',
      implementation: (storage, encoding, patterns, y) =>
        encoding === 'binary'
          ? radiusStored(
              storage,
              'bipolar',
              patterns.map((pattern) => pattern.map((bit) => 2 * bit - 1)),
              y.map((bit) => 2 * bit - 1),
            )
          : radiusStored(storage, encoding, patterns, y),
    },
  ],
})
