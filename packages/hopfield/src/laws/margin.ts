/**
 * What the laws of radii have in common: nets with states that are fixed points mostly, their margins, and radii by
 * trying all states.
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Vector } from '@engram/linalg'
import * as Radius from '../Radius.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import { equalNumbers, networkOf, stateOf } from './adapters.js'
import { instanceAndState, type Freedom, type Numbers } from './arbitraries.js'

/** The distance from a state within which recall is promised to lead to it; −1 where nothing is promised. */
export type RadiusOf = (instance: Instance, xi: Numbers) => number

export const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

export const promised = (answer: E.Either<unknown, O.Option<number>>): number =>
  F.pipe(
    answer,
    E.getOrElse((): O.Option<number> => O.none),
    O.getOrElse(() => -1),
  )

export const radius: RadiusOf = (instance, xi) =>
  promised(Radius.radius(networkOf(instance), vector(instance.input))(stateOf(instance.encoding, xi)))

/** The net of one or two stored patterns, which radii are for, and any net at all with a state that it may have come to. */
export const subjects = (freedom: Freedom): fc.Arbitrary<readonly [Instance, Numbers]> =>
  fc.oneof(
    instanceAndState({ asymmetric: true, anyDiagonal: true, ...freedom }).map(
      ([instance, y]): readonly [Instance, Numbers] => {
        const units = y.map((_, unit) => unit)
        return [instance, [1, 2, 3, 4].reduce((state) => Reference.sweep(instance, state, units), y)]
      },
    ),
    fc
      .tuple(fc.integer({ min: 2, max: 7 }), fc.constantFrom('keep', 'up', 'down', 'flip'))
      .chain(([n, tie]) => fc.tuple(Arbitraries.patterns('bipolar')(n, 2), fc.constant(tie)))
      .map(([patterns, tie]): readonly [Instance, Numbers] => {
        const xi = patterns[0] ?? []
        const zeros = xi.map(() => 0)
        const weights = Reference.weights('bipolar', patterns)
        return [{ encoding: 'bipolar', tie, weights, thresholds: zeros, input: zeros }, xi]
      }),
  )

/** The margins, and what turning each other unit takes from each, largest first. */
export const margins = ({ encoding, ...instance }: Instance, xi: Numbers) =>
  xi.map((value, i) => {
    const spin = (each: number): number => (each === 1 ? 1 : -1)
    const step = encoding === 'bipolar' ? 2 : 1
    const harms = xi.map((other, j) => step * spin(value) * spin(other) * (instance.weights[i]?.[j] ?? 0))
    return {
      margin: spin(value) * Reference.localField({ encoding, ...instance }, xi, i),
      self: harms[i] ?? 0,
      harms: harms
        .toSpliced(i, 1)
        .map((harm) => Math.max(0, harm))
        .toSorted((a, b) => b - a),
    }
  })

export const sum = (values: Numbers): number => values.reduce((total, value) => total + value, 0)

/** The largest d, if any, for which a condition holds that gets harder. */
export const largest = (n: number, holds: (d: number) => boolean): number => {
  const failed = Array.from({ length: n + 1 }, (_, d) => d).findIndex((d) => !holds(d))
  return failed < 0 ? n : failed - 1
}

/** The largest d for which all states within d go to ξ in one synchronous step, by trying them all. */
export const tried: RadiusOf = (instance, xi) =>
  largest(xi.length, (d) =>
    Reference.ball(instance, xi, d).every((y) => equalNumbers(Reference.updateAll(instance, y), xi)),
  )
