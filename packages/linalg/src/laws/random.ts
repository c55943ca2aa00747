/**
 * Seeded randomness: a function of the seed, and of nothing else.
 *
 * References: Blackman and Vigna (2018), "Scrambled linear pseudorandom number generators".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus'
import * as Random from '../Random.js'
import { random } from './arbitraries.js'
import { indices, mapDraw, repeat, same, value, type Draw } from './draw.js'

/** Everything that can be drawn, as numbers. */
export type Draws = Readonly<Record<string, Draw<ReadonlyArray<number>>>>

const one = (draw: Draw<number>): Draw<ReadonlyArray<number>> => mapDraw((x) => [x], draw)

const draws: Draws = {
  uniform: one(Random.uniform),
  sign: one(Random.sign),
  normal: one(Random.normal),
  integer: one(Random.integer(-3, 1e12)),
  uniforms: Random.uniforms(5),
  signs: Random.signs(5),
  normals: Random.normals(5),
  permutation: Random.permutation(5),
  choice: Random.choice(2, 5),
  split: Random.split,
}

/** A generator that remembers, behind the back of whoever draws from it. */
const remembering = (): Draw<ReadonlyArray<number>> => {
  const generator = xoroshiro128plus(1)
  return (from) => [[generator.next()], from]
}

export const drawDeterministic = Law.law<Draws>({
  id: 'draw_deterministic',
  statement: 'drawing twice from one state gives the same bits, and leaves the state as it was',
  source: 'definition of a function',
  hypotheses: [],
  property: (all) =>
    fc.property(random, (from) =>
      Object.values(all).every((draw) => {
        const before = [...from]
        return same(draw(from), draw(from)) && same(from, before)
      }),
    ),
  countermodels: [
    { id: 'remembering', description: 'keeps a generator of its own', implementation: { uniform: remembering() } },
  ],
})

export const drawAdvances = Law.law<Draws>({
  id: 'draw_advances',
  statement: 'a draw leaves another state than it found',
  source: 'else the next draw would be the same',
  hypotheses: [],
  property: (all) => fc.property(random, (from) => Object.values(all).every((draw) => !same(draw(from)[1], from))),
  countermodels: [
    {
      id: 'forgetful',
      description: 'a bulk draw that returns the state that it was given',
      implementation: { uniforms: (from) => [value(Random.uniforms(5), from), from] },
    },
  ],
})

/** A draw of n numbers, and the draw that it repeats. */
export type Bulk = Readonly<Record<string, readonly [(n: number) => Draw<ReadonlyArray<number>>, Draw<number>]>>

export const bulkEqRepeated = Law.law<Bulk>({
  id: 'bulk_eq_repeated',
  statement: 'n numbers at once are the same as n numbers one after another',
  source: 'convention of this package',
  hypotheses: [],
  property: (all) =>
    fc.property(random, fc.nat(9), (from, n) =>
      Object.values(all).every(([bulk, draw]) => same(bulk(n)(from), repeat(draw, n)(from))),
    ),
  countermodels: [
    {
      id: 'reversed',
      description: 'fills from the end',
      implementation: {
        uniforms: [(n) => mapDraw((xs: ReadonlyArray<number>) => xs.toReversed(), Random.uniforms(n)), Random.uniform],
      },
    },
  ],
})

export const fromSeedInjective = Law.law<(seed: number) => Random.Random>({
  id: 'fromSeed_injective',
  statement: 'different seeds give different generators',
  source: 'convention of this package',
  hypotheses: [],
  property: (fromSeed) =>
    fc.property(fc.maxSafeInteger(), fc.oneof(fc.maxSafeInteger(), fc.constant(2 ** 32)), (seed, step) => {
      const other = Math.abs(seed + step) <= Number.MAX_SAFE_INTEGER ? seed + step : seed - step
      return same(fromSeed(seed), fromSeed(other)) === (seed === other)
    }),
  countermodels: [
    {
      id: 'lowWord',
      description: 'reads the low 32 bits only',
      implementation: (seed) => Random.fromSeed(seed | 0),
    },
  ],
})

/**
 * Of the 255 changes of sign between neighbours, a fair coin shows 127.5 ± 64 but with probability 2 exp(−2·64²/255),
 * below 3e-14 (Hoeffding).
 */
export const neighbouringSeeds = Law.law<(seed: number) => Random.Random>({
  id: 'fromSeed_neighbours',
  statement: 'the first signs of neighbouring seeds follow no pattern',
  source: 'Blackman and Vigna (2018), on seeding',
  hypotheses: [],
  property: (fromSeed) =>
    fc.property(fc.integer(), (seed) => {
      const signs = indices(256).map((k) => value(Random.sign, fromSeed(seed + k)))
      const changes = signs.filter((sign, k) => k > 0 && sign !== signs[k - 1]).length
      return Math.abs(changes - 127.5) <= 64
    }),
  countermodels: [
    {
      id: 'rawSeed',
      description: 'the seed itself for the state, so that the first draw is the seed again',
      implementation: (seed) => xoroshiro128plus(seed).getState() as Random.Random,
    },
  ],
})

/** Four uniforms of two streams agree by chance with probability 2⁻²¹². */
export const splitApart = Law.law<Draw<Random.Random>>({
  id: 'split_apart',
  statement: 'split twice in any order, the four streams differ',
  source: 'Claessen and Pałka (2013), "Splittable pseudorandom number generators using cryptographic hashing"',
  hypotheses: [],
  property: (split) =>
    fc.property(random, (from) => {
      const [child, rest] = split(from)
      const streams = [...split(child), ...split(rest)]
      const firsts = streams.map((each) => JSON.stringify(value(Random.uniforms(4), each)))
      return new Set(firsts).size === firsts.length
    }),
  countermodels: [
    {
      id: 'jump',
      description: 'jumps ahead by a fixed distance: children of the child meet those of the parent',
      implementation: (from) => {
        const generator = xoroshiro128plusFromState(from)
        generator.jump()
        return [from, generator.getState() as Random.Random]
      },
    },
    { id: 'shared', description: 'hands out the same state twice', implementation: (from) => [from, from] },
  ],
})

const bulk: Bulk = {
  uniforms: [Random.uniforms, Random.uniform],
  signs: [Random.signs, Random.sign],
  normals: [Random.normals, Random.normal],
}

export const randomClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(drawDeterministic, draws),
  Check.claim(drawAdvances, draws),
  Check.claim(bulkEqRepeated, bulk),
  Check.claim(fromSeedInjective, Random.fromSeed),
  Check.claim(neighbouringSeeds, Random.fromSeed),
  Check.claim(splitApart, Random.split),
]
