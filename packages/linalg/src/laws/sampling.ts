/**
 * What is drawn: numbers in their ranges, orders and subsets, each of which can come up.
 *
 * Conventions: where chance decides, so many draws are looked at that a right implementation fails with a probability
 *              below 1e-12, which the comment derives.
 * References:  Knuth (1997), "The Art of Computer Programming" 2, §3.4.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import * as Random from '../Random.js'
import { random } from './arbitraries.js'
import { indices, mapDraw, repeat, same, value, type Draw } from './draw.js'

const source = 'Knuth (1997), §3.4'

/** Of 64 uniforms with 53 bits none has its last bit set with probability 2⁻⁶⁴. */
export const uniformGrid = Law.law<Draw<number>>({
  id: 'uniform_grid',
  statement: 'uniform draws are multiples of 2⁻⁵³ in [0, 1), odd ones among them',
  source,
  hypotheses: [],
  property: (uniform) =>
    fc.property(random, (from) => {
      const drawn = value(repeat(uniform, 64), from)
      return (
        drawn.every((u) => u >= 0 && u < 1 && Number.isInteger(u * 2 ** 53)) &&
        drawn.some((u) => (u * 2 ** 53) % 2 === 1)
      )
    }),
  countermodels: [
    {
      id: 'oneWord',
      description: '32 bits only',
      implementation: mapDraw((u) => Math.floor(u * 2 ** 32) / 2 ** 32, Random.uniform),
    },
    { id: 'signed', description: 'takes the word as signed', implementation: mapDraw((u) => u - 0.5, Random.uniform) },
  ],
})

/** A range of up to five integers misses one of its ends in 200 draws with probability below 2 (4/5)²⁰⁰ < 1e-18. */
export const integerRange = Law.law<(lo: number, hi: number) => Draw<number>>({
  id: 'integer_range',
  statement: 'integer draws lie in [lo, hi], and reach both ends',
  source,
  hypotheses: [],
  property: (integer) =>
    fc.property(random, fc.integer({ min: -1000, max: 1000 }), fc.nat(4), (from, lo, width) => {
      const drawn = value(repeat(integer(lo, lo + width), 200), from)
      return (
        drawn.every((n) => Number.isInteger(n) && n >= lo && n <= lo + width) &&
        drawn.includes(lo) &&
        drawn.includes(lo + width)
      )
    }),
  countermodels: [
    {
      id: 'exclusive',
      description: 'never reaches the upper end',
      implementation: (lo, hi) => Random.integer(lo, Math.max(lo, hi - 1)),
    },
  ],
})

const isPermutation = (order: ReadonlyArray<number>, n: number): boolean =>
  same(
    order.toSorted((a, b) => a - b),
    indices(n),
  )

type Shuffle = (n: number) => Draw<ReadonlyArray<number>>

export const permutationBijective = Law.law<Shuffle>({
  id: 'permutation_bijective',
  statement: 'a permutation of n holds each of 0 … n−1 once',
  source: 'Knuth (1997), §3.4.2',
  hypotheses: [],
  property: (permutation) =>
    fc.property(random, fc.nat(20), (from, n) => isPermutation(value(permutation(n), from), n)),
  countermodels: [
    {
      id: 'withReplacement',
      description: 'draws each place by itself',
      implementation: (n) => repeat(Random.integer(0, Math.max(0, n - 1)), n),
    },
  ],
})

/** Fisher–Yates with the partner drawn from the places before: every element moves, always. */
const sattolo: Shuffle = (n) => (from) => {
  const generator = xoroshiro128plusFromState(from)
  const order = indices(n)
    .toReversed()
    .reduce<ReadonlyArray<number>>((places, i) => {
      const j = i === 0 ? 0 : uniformInt(generator, 0, i - 1)
      return places.with(i, places[j] ?? 0).with(j, places[i] ?? 0)
    }, indices(n))
  return [order, generator.getState() as Random.Random]
}

/** One of the six is missing after 200 draws with probability below 6 (5/6)²⁰⁰ < 1e-14. */
export const permutationOnto = Law.law<Shuffle>({
  id: 'permutation_onto',
  statement: 'each of the six orders of three things comes up',
  source: 'Knuth (1997), §3.4.2',
  hypotheses: [],
  property: (permutation) =>
    fc.property(
      random,
      (from) => new Set(value(repeat(permutation(3), 200), from).map((order) => order.join())).size === 6,
    ),
  countermodels: [
    {
      id: 'sattolo',
      description: 'Fisher–Yates off by one: no element can stay where it is',
      implementation: sattolo,
    },
  ],
})

type Choice = (k: number, n: number) => Draw<ReadonlyArray<number>>

export const choiceDistinct = Law.law<Choice>({
  id: 'choice_distinct',
  statement: 'k of n are min(k, n) different numbers of 0 … n−1, ascending',
  source: 'Knuth (1997), §3.4.2, algorithm S',
  hypotheses: [],
  property: (choice) =>
    fc.property(random, fc.nat(9), fc.nat(9), (from, k, n) => {
      const chosen = value(choice(k, n), from)
      return (
        chosen.length === Math.min(k, n) &&
        chosen.every((i, at) => Number.isInteger(i) && i >= 0 && i < n && (at === 0 || i > (chosen[at - 1] ?? i)))
      )
    }),
  countermodels: [
    {
      id: 'withReplacement',
      description: 'may choose one twice',
      implementation: (k, n) =>
        mapDraw(
          (xs: ReadonlyArray<number>) => xs.toSorted((a, b) => a - b),
          repeat(Random.integer(0, Math.max(0, n - 1)), Math.min(k, n)),
        ),
    },
    {
      id: 'fromOne',
      description: 'counts from 1',
      implementation: (k, n) => mapDraw((xs: ReadonlyArray<number>) => xs.map((i) => i + 1), Random.choice(k, n)),
    },
  ],
})

/** One of the six is missing after 200 draws with probability below 6 (5/6)²⁰⁰ < 1e-14. */
export const choiceOnto = Law.law<Choice>({
  id: 'choice_onto',
  statement: 'each of the six pairs out of four comes up',
  source: 'Knuth (1997), §3.4.2, algorithm S',
  hypotheses: [],
  property: (choice) =>
    fc.property(
      random,
      (from) => new Set(value(repeat(choice(2, 4), 200), from).map((pair) => pair.join())).size === 6,
    ),
  countermodels: [
    {
      id: 'block',
      description: 'a random place, and what follows it',
      implementation: (k, n) =>
        mapDraw((start: number) => indices(k).map((i) => start + i), Random.integer(0, Math.max(0, n - k))),
    },
  ],
})

export const samplingClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(uniformGrid, Random.uniform),
  Check.claim(integerRange, Random.integer),
  Check.claim(permutationBijective, Random.permutation),
  Check.claim(permutationOnto, Random.permutation),
  Check.claim(choiceDistinct, Random.choice),
  Check.claim(choiceOnto, Random.choice),
]
