/**
 * Laws of seeded damage.
 */
import fc from 'fast-check'
import { either as E, function as F, type state as S } from 'fp-ts'
import { Law } from '@engram/law'
import { Random } from '@engram/linalg'
import * as Corruption from '../Corruption.js'
import { toArray, unsafePattern, type Bipolar, type Signal } from '../Pattern.js'
import { equalNumbers } from './adapters.js'
import { bipolar, size, type Numbers } from './arbitraries.js'

/** A damaged copy of a bipolar pattern. */
export type Damage = (share: number, seed: number, pattern: Numbers) => Numbers

type Kind = (share: Corruption.Fraction) => (pattern: Bipolar) => S.State<Random.Random, Signal>

const kinds: { readonly [K in 'flip' | 'mask' | 'zero']: Kind } = {
  flip: Corruption.flip,
  mask: Corruption.mask,
  zero: Corruption.zero,
}

const damage =
  (kind: keyof typeof kinds): Damage =>
  (share, seed, pattern) =>
    F.pipe(
      Corruption.fraction(share),
      E.match(
        () => [],
        (valid) => {
          const [damaged] = kinds[kind](valid)(unsafePattern('Bipolar', Int8Array.from(pattern)))(Random.fromSeed(seed))
          return toArray(damaged)
        },
      ),
    )

export const flip = damage('flip')
export const mask = damage('mask')
export const zero = damage('zero')

const instance = fc.tuple(
  fc.integer({ min: 0, max: 16 }).map((k) => k / 16),
  fc.integer(),
  size(12).chain(bipolar),
)

const changed = (a: Numbers, b: Numbers): number => a.filter((component, i) => component !== b[i]).length

const withRepetition: Damage = (share, seed, pattern) => {
  const n = pattern.length
  const [draws] = Random.uniforms(Math.round(share * n))(Random.fromSeed(seed))
  const hit = draws.map((u) => Math.floor(u * n))
  return pattern.map((component, i) => (hit.includes(i) ? -component : component))
}

export const flipHamming = Law.law<Damage>({
  id: 'flip_hamming',
  statement: 'flipping a fraction f of n components leaves exactly round(f·n) mistakes',
  source: 'lecture K, applet "Corruption %"',
  hypotheses: [],
  property: (corrupt) =>
    fc.property(instance, ([share, seed, pattern]) => {
      const damaged = corrupt(share, seed, pattern)
      return (
        damaged.length === pattern.length &&
        changed(pattern, damaged) === Math.round(share * pattern.length) &&
        damaged.every((component) => component === 1 || component === -1)
      )
    }),
  countermodels: [
    {
      id: 'with_repetition',
      description: 'draws the components one by one and may hit one twice',
      implementation: withRepetition,
    },
    { id: 'zeroing', description: 'puts 0 where a mistake should be', implementation: zero },
  ],
})

export const zeroMissing = Law.law<Damage>({
  id: 'zero_missing',
  statement: 'zeroing a fraction f of n components leaves exactly round(f·n) zeros and all else as it was',
  source: 'lecture M, "missing components"',
  hypotheses: [],
  property: (corrupt) =>
    fc.property(instance, ([share, seed, pattern]) => {
      const damaged = corrupt(share, seed, pattern)
      return (
        damaged.filter((component) => component === 0).length === Math.round(share * pattern.length) &&
        damaged.every((component, i) => component === 0 || component === pattern[i])
      )
    }),
  countermodels: [{ id: 'flipping', description: 'makes mistakes instead', implementation: flip }],
})

export const maskLower = Law.law<Damage>({
  id: 'mask_lower',
  statement: 'a mask only ever lowers components, and covers round(f·n) neighbours, the last next to the first',
  source: 'lecture V, "Pattern completion" with half a picture covered',
  hypotheses: [],
  property: (corrupt) =>
    fc.property(instance, ([share, seed, pattern]) => {
      const n = pattern.length
      const damaged = corrupt(share, seed, pattern)
      const covered = Math.round(share * n)
      return pattern.some((_, start) =>
        damaged.every((component, i) => component === ((i - start + n) % n < covered ? -1 : pattern[i])),
      )
    }),
  countermodels: [
    { id: 'flipping', description: 'turns components over instead of covering them', implementation: flip },
    {
      id: 'one_short',
      description: 'covers one component less than it should',
      implementation: (share, seed, pattern) => mask(Math.max(0, share - 1 / pattern.length), seed, pattern),
    },
  ],
})

export const corruptionDeterministic = Law.law<Damage>({
  id: 'corruption_deterministic',
  statement: 'the same seed damages the same components; the pattern itself is left alone',
  source: 'purity',
  hypotheses: [],
  property: (corrupt) =>
    fc.property(instance, ([share, seed, pattern]) => {
      const before = [...pattern]
      const first = corrupt(share, seed, pattern)
      return equalNumbers(first, corrupt(share, seed, pattern)) && equalNumbers(pattern, before) && first !== pattern
    }),
  countermodels: [
    {
      id: 'in_place',
      description: 'writes the mistakes into the pattern it was given',
      implementation: (share, seed, pattern) => {
        flip(share, seed, pattern).forEach((component, i) => Reflect.set(pattern, i, component))
        return pattern
      },
    },
  ],
})
