/**
 * Generators of patterns, as plain arrays, for the laws of this package and of those that build on it.
 */
import fc from 'fast-check'
import type { Encoding } from '../Tie.js'

export type Numbers = ReadonlyArray<number>
export type Rows = ReadonlyArray<Numbers>

const exactly = <A>(arbitrary: fc.Arbitrary<A>, length: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.array(arbitrary, { minLength: length, maxLength: length })

export const size = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })

export const encoding: fc.Arbitrary<Encoding> = fc.constantFrom('bipolar', 'binary')

/** Values of n units. */
export const values =
  (of: Encoding) =>
  (n: number): fc.Arbitrary<Numbers> =>
    exactly(of === 'bipolar' ? fc.constantFrom(1, -1) : fc.constantFrom(0, 1), n)

export const bipolar = values('bipolar')

/** A pattern of n components, any of which may be missing. */
export const cue = (n: number): fc.Arbitrary<Numbers> => exactly(fc.constantFrom(0, 1, -1), n)

/** Whole numbers so small that all sums of products in the laws are exact. */
export const integers = (n: number): fc.Arbitrary<Numbers> => exactly(fc.integer({ min: -9, max: 9 }), n)

/** From one to `max` patterns of n components. */
export const patterns =
  (of: Encoding) =>
  (n: number, max: number): fc.Arbitrary<Rows> =>
    fc.array(values(of)(n), { minLength: 1, maxLength: max })

/** From one to `max` inputs and targets of integers, all inputs alike in size and all targets. */
export const associations = (max: number): fc.Arbitrary<ReadonlyArray<readonly [Numbers, Numbers]>> =>
  fc
    .tuple(size(5), size(5))
    .chain(([n, m]) => fc.array(fc.tuple(integers(n), integers(m)), { minLength: 1, maxLength: max }))

/** Row i of the Sylvester–Hadamard matrix: (−1) to the number of bits that i and j share. */
const sylvester = (n: number, i: number): Numbers =>
  Array.from({ length: n }, (_, j) => (bits(i & j) % 2 === 0 ? 1 : -1))

const bits = (x: number): number => (x === 0 ? 0 : (x & 1) + bits(x >> 1))

/**
 * Mutually orthogonal bipolar patterns: rows of a Hadamard matrix, columns permuted and turned over at will.
 * At most `share(n)` of n.
 */
export const orthogonal = (share: (n: number) => number = (n) => n): fc.Arbitrary<Rows> =>
  fc.constantFrom(2, 4, 8, 16).chain((n) => {
    const all = Array.from({ length: n }, (_, i) => i)
    return fc
      .tuple(
        fc.shuffledSubarray(all, { minLength: 1, maxLength: Math.max(1, share(n)) }),
        fc.shuffledSubarray(all, { minLength: n, maxLength: n }),
        bipolar(n),
      )
      .map(([rows, columns, signs]) =>
        rows.map((i) => {
          const row = sylvester(n, i)
          return columns.map((j, k) => (row[j] ?? 1) * (signs[k] ?? 1))
        }),
      )
  })

/** One target of m components for each of `count` inputs. */
export const targets =
  (of: Encoding) =>
  (count: number, m: number): fc.Arbitrary<Rows> =>
    exactly(values(of)(m), count)
