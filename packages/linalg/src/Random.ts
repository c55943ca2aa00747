/**
 * Seeded randomness as a pure function of explicit state.
 *
 * Definitions: `Random`, the state of a generator as plain data; a draw is an fp-ts `State<Random, A>`, that is
 *              `(random: Random) => [A, Random]`, and nothing else remembers anything.
 * Conventions: the generator is xoroshiro128+ with a period of 2¹²⁸ − 1. Only integer operations, + − × ÷ and √ are
 *              used, all of which are exact or correctly rounded, so one seed gives the same bits on every platform.
 *              A count that is not a natural number counts as the next one below, and as 0 at least.
 * References:  Blackman and Vigna (2018), "Scrambled linear pseudorandom number generators".
 */
import type { state as S } from 'fp-ts'
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator'
import { ln } from './kernels/ln.js'
import { ascending, fisherYates, selection } from './kernels/shuffle.js'
import { natural } from './natural.js'

/** Four 32-bit words, not all of them zero. */
export type Random = readonly [number, number, number, number]

/** A bijection of 32-bit words that spreads every input bit over the output (the finalizer of MurmurHash3). */
const mix = (word: number): number => {
  const a = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const b = Math.imul(a ^ (a >>> 13), 0xc2b2ae35)
  return b ^ (b >>> 16)
}

const golden = 0x9e3779b9

/** The fourth word is never zero when the third is. */
const fromWords = (a: number, b: number, c: number): Random => [a, b, c, mix(c + golden)]

/**
 * The generator that a seed stands for.
 *
 * Requires: an integer up to 2⁵³ in size; each has its own generator, and neighbours have unrelated ones. Other numbers
 *           are rounded down, what is not finite counts as 0.
 * Laws:     fromSeed_injective, fromSeed_neighbours
 *
 * ```ts runnable
 * import { Random } from '@engram/linalg'
 *
 * Random.integer(1, 6)(Random.fromSeed(7))[0] // => 4
 * ```
 */
export const fromSeed = (seed: number): Random => {
  const whole = Math.floor(seed)
  const a = mix((whole | 0) + golden)
  const b = mix(Math.floor(whole / 2 ** 32) ^ a)
  return fromWords(a, b, mix(a + b))
}

/** Runs a draw on a generator of its own; one copy however many numbers it draws. */
const draw =
  <A>(f: (generator: RandomGenerator) => A): S.State<Random, A> =>
  (random) => {
    const generator = xoroshiro128plusFromState(random)
    return [f(generator), generator.getState() as Random]
  }

const many =
  (one: (generator: RandomGenerator) => number) =>
  (n: number): S.State<Random, ReadonlyArray<number>> =>
    draw((generator) => Array.from({ length: natural(n) }, () => one(generator)))

const drawSign = (generator: RandomGenerator): number => (generator.next() < 0 ? -1 : 1)

const drawNormal = (generator: RandomGenerator): number => {
  const x = 2 * uniformFloat64(generator) - 1
  const y = 2 * uniformFloat64(generator) - 1
  const s = x * x + y * y
  return s > 0 && s < 1 ? x * Math.sqrt((-2 * ln(s)) / s) : drawNormal(generator)
}

/**
 * Uniform in [0, 1): a multiple of 2⁻⁵³, each equally likely.
 *
 * Laws: uniform_grid, draw_deterministic, draw_advances
 */
export const uniform: S.State<Random, number> = draw(uniformFloat64)

/** −1 or 1, each with probability one half. */
export const sign: S.State<Random, number> = draw(drawSign)

/**
 * Normal with mean 0 and variance 1.
 *
 * Numerics: polar method, one of its two numbers kept
 * Source:   Marsaglia and Bray (1964)
 */
export const normal: S.State<Random, number> = draw(drawNormal)

const bound = (n: number): number =>
  Math.trunc(Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, n))) || 0

/**
 * Uniform among the integers from lo to hi, both included, without bias.
 *
 * Requires: safe integers, in either order; other numbers are rounded towards 0.
 * Laws:     integer_range
 */
export const integer = (lo: number, hi: number): S.State<Random, number> => {
  const [from, to] = [Math.min(bound(lo), bound(hi)), Math.max(bound(lo), bound(hi))]
  return draw((generator) => uniformInt(generator, from, to))
}

/**
 * n numbers as `uniform` would draw them one after another.
 *
 * Cost: O(n) and one copy of the generator, as for the two that follow
 * Laws: bulk_eq_repeated
 */
export const uniforms = many(uniformFloat64)

/** n numbers as `sign` would draw them one after another. */
export const signs = many(drawSign)

/** n numbers as `normal` would draw them one after another. */
export const normals = many(drawNormal)

/**
 * An order of 0 … n−1, each of the n! equally likely.
 *
 * Cost:   O(n), n−1 draws
 * Laws:   permutation_bijective, permutation_onto
 * Source: Fisher and Yates (1938), Durstenfeld (1964)
 */
export const permutation = (n: number): S.State<Random, ReadonlyArray<number>> =>
  draw((generator) => {
    const order = ascending(natural(n))
    fisherYates(order, generator)
    return order
  })

/**
 * k distinct numbers out of 0 … n−1, ascending, each subset equally likely; all n of them if k is more than n.
 *
 * Cost:   O(n), at most n draws
 * Laws:   choice_distinct, choice_onto
 * Source: Fan, Muller and Rezucha (1962); Knuth, TAOCP 2, algorithm 3.4.2 S
 */
export const choice = (k: number, n: number): S.State<Random, ReadonlyArray<number>> =>
  draw((generator) => {
    const chosen = new Array<number>()
    selection(chosen, Math.min(natural(k), natural(n)), natural(n), generator)
    return chosen
  })

/**
 * A generator of its own for a part of the work, however often and wherever one splits.
 *
 * Numerics: seeded with 96 bits of three draws, mixed; that two of 2³² such streams start alike has probability 2⁻³³
 * Laws:     split_apart
 */
export const split: S.State<Random, Random> = draw((generator) =>
  fromWords(mix(generator.next()), mix(generator.next()), mix(generator.next())),
)
