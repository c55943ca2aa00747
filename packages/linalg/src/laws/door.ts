/**
 * What comes in through the doors: finite, rectangular, and given back unchanged.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import * as Vector from '../Vector.js'
import { dyadic, matrix, size } from './arbitraries.js'
import { matrixOfArray } from './build.js'

type M = Matrix.Matrix
type Numbers = ReadonlyArray<number>

const source = 'convention of this package'

const identical = (x: Numbers, y: Numbers): boolean =>
  x.length === y.length && x.every((each, i) => Object.is(each, y[i]))

export const fromArrayFinite = Law.law<(xs: Numbers) => E.Either<LinalgError, Vector.Vector>>({
  id: 'fromArray_finite',
  statement: 'finite numbers come back bit for bit; else the first that is not finite is named',
  source,
  hypotheses: [],
  property: (fromArray) =>
    fc.property(fc.array(fc.oneof(dyadic, fc.double()), { maxLength: 9 }), (xs) =>
      F.pipe(
        fromArray(xs),
        E.match(
          (error) => error._tag === 'NotFinite' && identical(error.index, [xs.findIndex((x) => !Number.isFinite(x))]),
          (x) => xs.every(Number.isFinite) && identical(Vector.toArray(x), xs),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'nanOnly',
      description: 'lets infinities in',
      implementation: Vector.fromExtended,
    },
    {
      id: 'single',
      description: 'stores single precision',
      implementation: (xs) => Vector.fromArray(Array.from(xs, Math.fround)),
    },
  ],
})

const rectangles = (minRows: number) =>
  fc.tuple(fc.integer({ min: minRows, max: 4 }), size).chain(([m, n]) => matrix(m, n))

const roundTrip =
  (minRows: number) =>
  ({ fromRows, toRows }: Rows): Law.Property =>
    fc.property(rectangles(minRows), (a) =>
      F.pipe(
        toRows(a),
        fromRows,
        E.exists((b) => Matrix.Eq.equals(a, b)),
      ),
    )

interface Rows {
  readonly fromRows: (rows: ReadonlyArray<Numbers>) => E.Either<LinalgError, M>
  readonly toRows: (a: M) => ReadonlyArray<Numbers>
}

const rows: Rows = { fromRows: Matrix.fromRows, toRows: Matrix.toRows }

export const fromRowsToRows = Law.law<Rows>({
  id: 'fromRows_toRows',
  statement: 'a matrix comes back from its rows',
  source,
  hypotheses: [
    {
      id: 'rows',
      statement: 'it has a row: 0×3 and 0×0 have the same, none',
      dropped: roundTrip(0),
    },
  ],
  property: roundTrip(1),
  countermodels: [
    {
      id: 'columns',
      description: 'returns the columns',
      implementation: { ...rows, toRows: F.flow(Matrix.transpose, Matrix.toRows) },
    },
  ],
})

export const fromRowsRagged = Law.law<Rows['fromRows']>({
  id: 'fromRows_ragged',
  statement: 'rows of different lengths are refused, and the first that differs is named',
  source,
  hypotheses: [],
  property: (fromRows) =>
    fc.property(fc.array(fc.array(dyadic, { maxLength: 2 }), { maxLength: 4 }), (drawn) => {
      const row = drawn.findIndex((each) => each.length !== drawn[0]?.length)
      return F.pipe(
        fromRows(drawn),
        E.match(
          (error) => error._tag === 'Ragged' && error.row === row,
          (a) => row === -1 && a.rows === drawn.length,
        ),
      )
    }),
  countermodels: [
    {
      id: 'flat',
      description: 'counts the entries only',
      implementation: (drawn) => E.right(matrixOfArray(drawn.length, drawn[0]?.length ?? 0, drawn.flat())),
    },
  ],
})

/** Rows, columns and entries of a matrix. */
export interface Parts {
  readonly row: (i: number) => (a: M) => O.Option<Vector.Vector>
  readonly column: (j: number) => (a: M) => O.Option<Vector.Vector>
  readonly entry: (i: number, j: number) => (a: M) => O.Option<number>
}

const parts: Parts = { row: Matrix.row, column: Matrix.column, entry: Matrix.entry }

const entryOf = (i: number): ((x: O.Option<Vector.Vector>) => number | undefined) =>
  F.flow(O.chain(Vector.entry(i)), O.toUndefined)

export const entryRowColumn = Law.law<Parts>({
  id: 'entry_row_column',
  statement: 'the entry at (i, j) stands at j in row i and at i in column j; outside there is none of them',
  source: 'definition of a matrix',
  hypotheses: [],
  property: ({ row, column, entry }) =>
    fc.property(
      fc.tuple(size, size).chain(([m, n]) => matrix(m, n)),
      fc.integer({ min: -1, max: 9 }),
      fc.integer({ min: -1, max: 9 }),
      (a, i, j) => {
        const [inRows, inColumns] = [i >= 0 && i < a.rows, j >= 0 && j < a.cols]
        const there = O.toUndefined(entry(i, j)(a))
        return (
          (there !== undefined) === (inRows && inColumns) &&
          O.isSome(row(i)(a)) === inRows &&
          O.isSome(column(j)(a)) === inColumns &&
          entryOf(j)(row(i)(a)) === there &&
          entryOf(i)(column(j)(a)) === there
        )
      },
    ),
  countermodels: [
    {
      id: 'byColumns',
      description: 'reads as if the entries were stored by columns',
      implementation: { ...parts, entry: (i, j) => (a) => O.fromNullable(a.data[j * a.rows + i]) },
    },
    {
      id: 'wraps',
      description: 'does not check the column, and reads on in the next row',
      implementation: { ...parts, entry: (i, j) => (a) => O.fromNullable(a.data[i * a.cols + j]) },
    },
  ],
})

export const doorClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(fromArrayFinite, Vector.fromArray),
  Check.claim(fromRowsToRows, rows),
  Check.claim(fromRowsRagged, Matrix.fromRows),
  Check.claim(entryRowColumn, parts),
]
