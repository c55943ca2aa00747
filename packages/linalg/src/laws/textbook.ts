/**
 * What laws on kernels share: each kernel, scalar or vectorised, computes what the textbook writes, term by term in the
 * order of the index, to the last bit: on numbers that round, and in sizes that fill blocks of four, eight and sixteen
 * or leave some over.
 */
import { Check, type Law } from '@engram/law'
import { choose } from '../kernels/choose.js'
import type { Machine } from '../kernels/simd/machine.js'
import type { Matrix } from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { indices } from './draw.js'

export const textbook = 'the definition, and IEEE 754 for the rounding of each operation'

/** How a sum is formed. */
export type Sum = (terms: ReadonlyArray<number>) => number

export const inOrder: Sum = (terms) => terms.reduce((sum, term) => sum + term, 0)

/** As two lanes of one vector would, if they ran along the terms. */
export const evenAndOdd: Sum = (terms) => inOrder([0, 1].map((half) => inOrder(terms.filter((_, k) => k % 2 === half))))

/** What is left of a result when a kernel forgets the entries that blocks of `block` leave over in a line of n. */
export const wholeBlocks = (block: number, n: number, x: ReadonlyFloat64): ReadonlyFloat64 =>
  Array.from(x, (entry, k) => (k % n < n - (n % block) ? entry : 0))

export const rowsOf = (a: Matrix): ReadonlyArray<ReadonlyArray<number>> =>
  indices(a.rows).map((i) => indices(a.cols).map((j) => a.data[i * a.cols + j] ?? NaN))

/** Claims both implementations of a kernel, or twice the scalar one where the platform has no vectors. */
export const bothClaims = <K, I>(
  law: Law.Law<I>,
  scalar: K,
  vectorised: (machine: Machine) => K,
  asFunction: (kernel: K) => I,
): ReadonlyArray<Check.Claim> => [
  Check.claim({ ...law, id: `${law.id}.scalar` }, asFunction(scalar)),
  Check.claim({ ...law, id: `${law.id}.vectorised` }, asFunction(choose(true, scalar, vectorised))),
]
