/**
 * Where a run ended, seen from the stored patterns.
 *
 * Definitions: `Stored` (a stored pattern), `Reversed` (its negative, the ghost), `Mixture` (the sign of a sum of an
 *              odd number of stored patterns, each with a sign), `Spurious` (any other fixed point: spin-glass states),
 *              `Cycle` and `Exhausted` (no fixed point was reached). Every run gets exactly one.
 * Convention:  mixtures of three and of five are looked for, among the eight patterns nearest to the state; in a
 *              larger memory a mixture of patterns further away counts as spurious.
 * Laws:        verdict_stored, verdict_mixture, verdict_ofVector
 * References:  Amit, Gutfreund and Sompolinsky (1985); Vitay, *Hopfield networks*, "Spurious patterns".
 */
import { either as E, function as F, option as O } from 'fp-ts'
import type { Vector } from '@engram/linalg'
import * as Overlap from './Overlap.js'
import * as Pattern from './Pattern.js'
import type { Outcome } from './Run.js'

export interface Stored {
  readonly _tag: 'Stored'
  readonly index: number
}

export interface Reversed {
  readonly _tag: 'Reversed'
  readonly index: number
}

/** The state is sign(Σ signₖ · pattern[indexₖ]). */
export interface Mixture {
  readonly _tag: 'Mixture'
  readonly indices: ReadonlyArray<number>
  readonly signs: ReadonlyArray<number>
}

export interface Spurious {
  readonly _tag: 'Spurious'
}

export type Kind = Stored | Reversed | Mixture | Spurious

export type Verdict = Kind | { readonly _tag: 'Cycle'; readonly period: number } | { readonly _tag: 'Exhausted' }

const candidates = 8

interface Candidate {
  readonly index: number
  readonly pattern: Pattern.Bipolar
  readonly overlap: number
}

/** All ways to choose `count` of the items, in order. */
const choose = <A>(items: ReadonlyArray<A>, count: number): ReadonlyArray<ReadonlyArray<A>> =>
  count === 0 ? [[]] : items.flatMap((item, k) => choose(items.slice(k + 1), count - 1).map((rest) => [item, ...rest]))

/** All ways to give each of `count` items a sign. */
const signings = (count: number): ReadonlyArray<ReadonlyArray<number>> =>
  count === 0
    ? [[]]
    : signings(count - 1).flatMap((rest) => [
        [1, ...rest],
        [-1, ...rest],
      ])

const isMixture = (state: Pattern.Bipolar, members: ReadonlyArray<Candidate>, signs: ReadonlyArray<number>): boolean =>
  Array.prototype.every.call(state.data, (value: number, i: number) => {
    const sum = members.reduce((total, { pattern }, k) => total + (signs[k] ?? 0) * (pattern.data[i] ?? 0), 0)
    return sum * value > 0
  })

const findMixture = (state: Pattern.Bipolar, nearest: ReadonlyArray<Candidate>, count: number): O.Option<Mixture> =>
  O.fromNullable(
    choose(nearest, count)
      .flatMap((members) => signings(count).map((signs) => ({ members, signs })))
      .filter(({ members, signs }) => isMixture(state, members, signs))
      .map(({ members, signs }): Mixture => ({
        _tag: 'Mixture',
        indices: members.map(({ index }) => index),
        signs,
      }))[0],
  )

/**
 * What a state is to the stored patterns, whether or not it is a fixed point.
 *
 * Requires: patterns of the length of the state; those of another length are no candidates
 * Cost:     O(P·n), and a few thousand comparisons with mixtures
 * Laws:     verdict_stored, verdict_mixture
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern, Verdict } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.map(({ stored }) => Verdict.ofState([stored])(Pattern.negate(stored))),
 * ) // => E.right({ _tag: 'Reversed', index: 0 })
 * ```
 */
export const ofState =
  (patterns: ReadonlyArray<Pattern.Pattern>) =>
  (state: Pattern.Pattern): Kind => {
    const target = Pattern.toBipolar(state)
    const ranked = patterns
      .flatMap((each, index): ReadonlyArray<Candidate> => {
        const pattern = Pattern.toBipolar(each)
        return E.match(
          () => [],
          (overlap: number) => [{ index, pattern, overlap }],
        )(Overlap.overlap(pattern)(target))
      })
      .toSorted((a, b) => Math.abs(b.overlap) - Math.abs(a.overlap))
    const stored = ranked.find(({ overlap }) => overlap === 1)
    if (stored !== undefined) return { _tag: 'Stored', index: stored.index }
    const reversed = ranked.find(({ overlap }) => overlap === -1)
    if (reversed !== undefined) return { _tag: 'Reversed', index: reversed.index }
    const nearest = ranked.slice(0, candidates).toSorted((a, b) => a.index - b.index)
    return O.getOrElse((): Kind => ({ _tag: 'Spurious' }))(
      O.alt(() => findMixture(target, nearest, 5))(findMixture(target, nearest, 3)),
    )
  }

/**
 * What a state with undecided components is to the stored patterns: as `ofState`, and spurious while any is 0.
 *
 * Cost: as `ofState`
 */
export const ofCue =
  (patterns: ReadonlyArray<Pattern.Pattern>) =>
  (state: Pattern.Cue): Kind =>
    Array.prototype.includes.call(state.data, 0)
      ? { _tag: 'Spurious' }
      : ofState(patterns)(Pattern.unsafePattern('Bipolar', Int8Array.from(state.data)))

/**
 * What a real state is to stored real patterns: `Stored` or `Reversed` if no component is further than the tolerance from
 * those of a pattern or of its negative; of several, the nearest counts.
 *
 * Requires: patterns of the length of the state; those of another length are no candidates
 * Cost:     O(P·n)
 * Laws:     verdict_ofVector
 */
export const ofVector =
  (tolerance: number) =>
  (patterns: ReadonlyArray<Vector.Vector>) =>
  (state: Vector.Vector): Kind => {
    const furthest = (pattern: Vector.Vector, sign: number): number =>
      pattern.length === state.length
        ? Array.from(pattern.data).reduce(
            (most, s, i) => Math.max(most, Math.abs(sign * s - (state.data[i] ?? NaN))),
            0,
          )
        : Infinity
    const nearest = (sign: number): { readonly index: number; readonly distance: number } => {
      const distances = patterns.map((pattern) => furthest(pattern, sign))
      const distance = distances.reduce((least, each) => Math.min(least, each), Infinity)
      return { index: distances.indexOf(distance), distance }
    }
    const [stored, reversed] = [nearest(1), nearest(-1)]
    if (stored.distance <= tolerance) return { _tag: 'Stored', index: stored.index }
    return reversed.distance <= tolerance ? { _tag: 'Reversed', index: reversed.index } : { _tag: 'Spurious' }
  }

/**
 * What became of a run of any memory, given what its states are.
 *
 * Cost: that of `kindOf`
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Vector } from '@engram/linalg'
 * import { EnergyWell, Verdict } from '@engram/associative-memory'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('patterns', E.sequenceArray([Vector.fromArray([0, 0]), Vector.fromArray([1, 0])])),
 *   E.apS('probe', Vector.fromArray([0.875, 0.125])),
 *   E.bindW('well', ({ patterns }) =>
 *     EnergyWell.make({ _tag: 'inverse-distance', curvature: 4 })(patterns.map((pattern) => ({ pattern, level: 0 }))),
 *   ),
 *   E.bindW('run', ({ well, probe }) => EnergyWell.descend(100)(well)(probe)),
 *   E.map(({ patterns, run }) => Verdict.ofRun(Verdict.ofVector(2 ** -20)(patterns))(run)),
 * ) // => E.right({ _tag: 'Stored', index: 1 })
 * ```
 */
export const ofRun =
  <S>(kindOf: (state: S) => Kind) =>
  ({ outcome, state }: { readonly outcome: Outcome<S>; readonly state: S }): Verdict => {
    switch (outcome._tag) {
      case 'FixedPoint':
        return kindOf(state)
      case 'Cycle':
        return { _tag: 'Cycle', period: outcome.period }
      case 'Exhausted':
        return { _tag: 'Exhausted' }
    }
  }

/** What became of a run of two-valued units. Cost: as `ofState` */
export const ofRecall: (
  patterns: ReadonlyArray<Pattern.Pattern>,
) => (end: { readonly outcome: Outcome<Pattern.Pattern>; readonly state: Pattern.Pattern }) => Verdict = F.flow(
  ofState,
  ofRun,
)
