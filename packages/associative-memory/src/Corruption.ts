/**
 * Damage to a pattern, with the seed as an argument.
 *
 * Definitions: `flip` turns components into their opposite (mistakes); `mask` covers a band of neighbouring
 *              components with the lower value (half a picture hidden); `zero` removes components (missing).
 * Convention:  a fraction f of n components means exactly round(f·n) of them.
 * Laws:        flip_hamming, corruption_deterministic
 */
import { either as E, state as S } from 'fp-ts'
import { Random } from '@engram/linalg'
import type { MemoryError } from './MemoryError.js'
import { isBipolar, unsafePattern, type Bipolar, type Cue, type Pattern } from './Pattern.js'

declare const proof: unique symbol

/** A number from 0 to 1. */
export type Fraction = number & { readonly [proof]: 'Fraction' }

const isFraction = (value: number): value is Fraction => value >= 0 && value <= 1

/** Errors: NotAFraction */
export const fraction = (value: number): E.Either<MemoryError, Fraction> =>
  isFraction(value)
    ? E.right(value)
    : E.left({ _tag: 'NotAFraction', operation: 'Corruption.fraction', expected: '0 to 1', actual: value })

const chosen = (share: Fraction, length: number): S.State<Random.Random, ReadonlySet<number>> =>
  S.map((units: ReadonlyArray<number>) => new Set(units))(Random.choice(Math.round(share * length), length))

/** The pattern with round(f·n) components, chosen without repetition, turned into their opposite. Cost: O(n) */
export const flip =
  (share: Fraction) =>
  <P extends Pattern>(pattern: P): S.State<Random.Random, P> =>
    S.map((units: ReadonlySet<number>) => {
      const opposite = (component: number): number => (isBipolar(pattern) ? -component : 1 - component)
      const change = (component: number, index: number): number => (units.has(index) ? opposite(component) : component)
      return unsafePattern(pattern._tag, Int8Array.from(pattern.data, change)) as P
    })(chosen(share, pattern.length))

/**
 * The pattern with a band of round(f·n) neighbouring components set to the lower value;
 * the band starts anywhere and goes on at the beginning when it meets the end. Cost: O(n)
 */
export const mask =
  (share: Fraction) =>
  <P extends Pattern>(pattern: P): S.State<Random.Random, P> =>
    S.map((start: number) => {
      const n = pattern.length
      const covered = Math.round(share * n)
      const lower = isBipolar(pattern) ? -1 : 0
      const change = (component: number, index: number): number =>
        (index - start + n) % n < covered ? lower : component
      return unsafePattern(pattern._tag, Int8Array.from(pattern.data, change)) as P
    })(Random.integer(0, pattern.length - 1))

/** The pattern with round(f·n) components, chosen without repetition, missing. Cost: O(n) */
export const zero =
  (share: Fraction) =>
  (pattern: Bipolar): S.State<Random.Random, Cue> =>
    S.map((units: ReadonlySet<number>) =>
      unsafePattern(
        'Cue',
        Int8Array.from(pattern.data, (component, index) => (units.has(index) ? 0 : component)),
      ),
    )(chosen(share, pattern.length))
