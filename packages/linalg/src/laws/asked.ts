/**
 * What means weighed by softmax are taken of, drawn and in plain rows.
 */
import fc from 'fast-check'
import * as Matrix from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { seeded } from './seeded.js'
import { inOrder, rowsOf } from './textbook.js'

type M = Matrix.Matrix
export type Row = ReadonlyArray<number>

/** What a mean is taken of, all of it as rows. */
export interface Asked {
  readonly beta: number
  readonly queries: M
  readonly keys: M
  readonly values: M
  /** 1 for each pair of a query and a key that is left out. */
  readonly blocked: M
}

export type Mean = (asked: Asked) => ReadonlyFloat64

/** Numbers of keys around those of a chunk, most of them small. */
const counts = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom(127, 128, 129, 256, 300))

const widths = fc.oneof(fc.nat(6), fc.constantFrom(17, 259))

const matrix = (entry: (u: number, position: number) => number, rows: number, cols: number): fc.Arbitrary<M> =>
  seeded(entry)(rows * cols).map(Matrix.unsafeFromFloat64(rows, cols))

export const askedOf = (
  betas: fc.Arbitrary<number>,
  entry: (u: number) => number,
  share: (position: number, keys: number) => number,
): fc.Arbitrary<Asked> =>
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), counts, widths, widths)
    .filter(([q, p, d, m]) => q * p * (d + m) <= 20_000)
    .chain(([q, p, d, m]) =>
      fc.record(
        {
          beta: betas,
          queries: matrix(entry, q, d),
          keys: matrix(entry, p, d),
          values: matrix(entry, p, m),
          blocked: matrix((u, k) => (u < share(k, p) ? 1 : 0), q, p),
        },
        { noNullPrototype: true },
      ),
    )

/** Of every third query all pairs are blocked, of every other one some, of the last none. */
const shares = (position: number, keys: number): number => [1, 0.3, 0][Math.floor(position / keys) % 3] ?? 0

/** All of them, numbers that round. */
export const any = askedOf(fc.constantFrom(0, 0.1, 1, 30, Infinity), (u) => 4 * u - 2, shares)

export const dot = (a: Row, b: Row): number => inOrder(a.map((each, i) => each * (b[i] ?? NaN)))

export const scoresOf = ({ blocked, keys, queries }: Asked): ReadonlyArray<Row> => {
  const [open, all] = [rowsOf(blocked), rowsOf(keys)]
  return rowsOf(queries).map((query, i) => all.map((key, k) => (open[i]?.[k] === 0 ? dot(query, key) : -Infinity)))
}
