/**
 * Laws of the guaranteed radius (rows H6, H8).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Network from '../Network.js'
import * as Radius from '../Radius.js'
import * as Reference from '../reference.js'
import * as Sparse from '../Sparse.js'
import type { Instance } from '../reference.js'
import { equalNumbers, networkOf, run, stateOf } from './adapters.js'
import { order, type Freedom, type Numbers, type Rows } from './arbitraries.js'
import { largest, margins, promised, radius, subjects, sum, tried, vector, type RadiusOf } from './margin.js'
import { triplesOf } from './sparse.js'

const leads = (instance: Instance, xi: Numbers, y: Numbers, units: Numbers, seed: number): boolean =>
  equalNumbers(Reference.updateAll(instance, y), xi) &&
  equalNumbers(Reference.sweep(instance, y, units), xi) &&
  equalNumbers(run(instance, Schedule.randomUnit(seed), y).state, xi)

const leading = (beyond: number, freedom: Freedom) => (radiusOf: RadiusOf) =>
  fc.property(
    subjects(freedom).chain(([instance, xi]) =>
      fc.tuple(fc.constant(instance), fc.constant(xi), order(xi.length), fc.integer()),
    ),
    ([instance, xi, units, seed]) => {
      const d = radiusOf(instance, xi)
      return d < 0 || Reference.ball(instance, xi, d + beyond).every((y) => leads(instance, xi, y, units, seed))
    },
  )

const forgetsTheFactor: RadiusOf = (instance, xi) =>
  radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) =>
        margins(instance, xi).every(({ margin, harms }) => margin - sum(harms.slice(0, d)) / 2 > (d === 0 ? -1 : 0)),
      )

const meanMargin: RadiusOf = (instance, xi) => {
  const all = margins(instance, xi)
  const mean = sum(all.map(({ margin }) => margin)) / all.length
  return radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) => all.every(({ harms }) => mean - sum(harms.slice(0, d)) > (d === 0 ? -1 : 0)))
}

const tiesAlwaysHelp: RadiusOf = (instance, xi) =>
  radius(instance, xi) < 0
    ? -1
    : largest(xi.length, (d) =>
        margins(instance, xi).every(({ margin, self, harms }) =>
          d === 0 ? true : margin >= sum(harms.slice(0, d)) && margin - self >= sum(harms.slice(0, d - 1)),
        ),
      )

const selfForgotten: RadiusOf = (instance, xi) =>
  radius({ ...instance, weights: instance.weights.map((row, i) => row.with(i, 0)), tie: instance.tie }, xi)

export const radiusRecall = Law.law<RadiusOf>({
  id: 'radius_recall',
  statement:
    'every state within the radius of ξ is led to ξ by one synchronous step, by one sweep in any order, and by any fair schedule, whatever W',
  source: 'Komlós and Paturi (1988) for the question; by the d largest |Δy|·σᵢσⱼwᵢⱼ against the margin',
  rows: ['H6', 'H8'],
  hypotheses: [{ id: 'within', statement: 'the start is within the radius', dropped: leading(1, {}) }],
  property: leading(0, {}),
  countermodels: [
    {
      id: 'factor_two_forgotten',
      description: 'lets a turned unit take wᵢⱼ from the field instead of 2wᵢⱼ',
      implementation: forgetsTheFactor,
    },
    {
      id: 'mean_margin',
      description: 'takes the mean of the margins for the least',
      implementation: meanMargin,
    },
    {
      id: 'ties_always_help',
      description: 'is content with a margin of 0 whatever the policy makes of it',
      implementation: tiesAlwaysHelp,
    },
    {
      id: 'self_forgotten',
      description: 'does not see that a turned unit also holds itself where it is',
      implementation: selfForgotten,
    },
  ],
})

export const radiusRounding = Law.law<RadiusOf>({
  id: 'radius_recall_rounding',
  statement: 'where weights round, the radius promises no more than recall keeps',
  source: 'Higham (2002) §3.1: γₙ Σ|terms| of recall and of the radius',
  rows: ['H6'],
  hypotheses: [{ id: 'within', statement: 'the start is within the radius', dropped: leading(1, { rounding: true }) }],
  property: leading(0, { rounding: true }),
  countermodels: [{ id: 'mean_margin', description: 'takes the mean of the margins', implementation: meanMargin }],
})

export const radiusTight = Law.law<RadiusOf>({
  id: 'radius_tight',
  statement: 'some state one unit beyond the radius does not go to ξ in one synchronous step',
  source: 'the d harms that add up most are those of some state; by trying all states of small nets',
  rows: ['H6', 'H8'],
  hypotheses: [
    {
      id: 'exact',
      statement: 'sums of weights are exact',
      dropped: (radiusOf) =>
        // A tie that rounding makes of a margin is no promise: so the radius of rounded numbers may be too small.
        fc.property(subjects({ ties: ['keep'] }), fc.constantFrom(0.1, 0.3, 0.7), ([instance, xi], factor) => {
          const scaled = {
            ...instance,
            weights: instance.weights.map((row) => row.map((w) => factor * w)),
            thresholds: instance.thresholds.map((theta) => factor * theta),
            input: instance.input.map((x) => factor * x),
          }
          return radiusOf(scaled, xi) === tried(scaled, xi)
        }),
    },
  ],
  property: (radiusOf) => fc.property(subjects({}), ([instance, xi]) => radiusOf(instance, xi) === tried(instance, xi)),
  countermodels: [
    {
      id: 'absolute',
      description: 'takes |wᵢⱼ| for harm even where turning unit j helps unit i',
      implementation: (instance, xi) =>
        Math.min(
          radius(instance, xi),
          largest(xi.length, (d) =>
            margins(instance, xi).every(({ margin }, i) => {
              const step = instance.encoding === 'bipolar' ? 2 : 1
              const worst = (instance.weights[i] ?? [])
                .toSpliced(i, 1)
                .map((w) => step * Math.abs(w))
                .toSorted((a, b) => b - a)
              return d === 0 || margin > sum(worst.slice(0, d))
            }),
          ),
        ),
    },
    {
      id: 'strict_everywhere',
      description: 'asks for more than a margin of 0 even where the policy keeps the unit',
      implementation: (instance, xi) =>
        Math.min(
          radius(instance, xi),
          largest(xi.length, (d) =>
            margins(instance, xi).every(({ margin, harms }) => d === 0 || margin > sum(harms.slice(0, d))),
          ),
        ),
    },
  ],
})

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
