/**
 * Matrices of signs: the same entries as those of float64, in one bit each.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as SignMatrix from '../SignMatrix.js'
import { matricesAgree, type Result } from './agree.js'
import { mapMatrix, matrixOfArray } from './build.js'
import { packed, someSigns } from './drawSigns.js'
import { rowsOf } from './textbook.js'

type M = Matrix.Matrix
type S = SignMatrix.SignMatrix

const source = 'the definition'

/** In and out. */
export interface Packing {
  readonly fromMatrix: (a: M) => Result<S>
  readonly fromRows: (rows: ReadonlyArray<ReadonlyFloat64>) => Result<S>
  readonly toMatrix: (a: S) => M
  readonly equals: (a: S, b: S) => boolean
}

const truth: Packing = { ...SignMatrix, equals: SignMatrix.Eq.equals }

export const signMatrixToMatrix = Law.law<Packing>({
  id: 'signMatrix_toMatrix',
  statement: 'packing loses nothing, by whichever door, and equal are those with equal entries',
  source,
  hypotheses: [],
  property: ({ fromMatrix, fromRows, toMatrix, equals }) =>
    fc.property(someSigns, someSigns, fc.nat(), (a, b, at) => {
      const flipped = mapMatrix((entry, k) => (k === at % (a.rows * a.cols) ? -entry : entry))(a)
      const [once, again, other] = [fromMatrix(a), fromRows(rowsOf(a)), fromMatrix(flipped)]
      return (
        matricesAgree(E.map(toMatrix)(once), E.right(a)) &&
        E.isRight(once) &&
        E.isRight(again) &&
        E.isRight(other) &&
        (a.rows === 0 || equals(once.right, again.right)) &&
        equals(once.right, other.right) === Matrix.Eq.equals(a, flipped) &&
        F.pipe(
          fromMatrix(b),
          E.exists((drawn) => equals(once.right, drawn) === Matrix.Eq.equals(a, b)),
        )
      )
    }),
  countermodels: [
    {
      id: 'wholeWords',
      description: 'forgets the entries after the last whole word',
      implementation: {
        ...truth,
        toMatrix: (a) =>
          mapMatrix((entry, k) => (k % a.cols < a.cols - (a.cols % 32) ? entry : -1))(SignMatrix.toMatrix(a)),
      },
    },
    {
      id: 'mirrored',
      description: 'writes the first column into the highest bit, and reads it from the lowest',
      implementation: {
        ...truth,
        fromMatrix: (a) =>
          SignMatrix.fromMatrix(
            matrixOfArray(
              a.rows,
              a.cols,
              rowsOf(a).flatMap((row) => row.toReversed()),
            ),
          ),
      },
    },
    {
      id: 'bits',
      description: 'calls equal what has the same bits, whatever the shape',
      implementation: { ...truth, equals: (a, b) => [...a.words].join() === [...b.words].join() },
    },
  ],
})

export const signMatrixDoor = Law.law<Pick<Packing, 'fromMatrix' | 'fromRows'>>({
  id: 'signMatrix_door',
  statement: 'what is neither 1 nor −1 is not let in, and the first such entry is named',
  source: 'convention of this package',
  hypotheses: [],
  property: ({ fromMatrix, fromRows }) =>
    fc.property(
      someSigns.filter(({ data }) => data.length > 0),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom(0, -0, NaN, 0.5, 2, -Infinity)), { minLength: 1, maxLength: 3 }),
      (a, offenders) => {
        const at = new Map(offenders.map(([k, value]) => [k % a.data.length, value]))
        const first = Math.min(...at.keys())
        const index = [Math.floor(first / a.cols), first % a.cols]
        const spoilt = mapMatrix((entry, k) => at.get(k) ?? entry)(a)
        return [fromMatrix(spoilt), fromRows(rowsOf(spoilt))].every(
          E.match(
            (error) => JSON.stringify((error as { readonly index?: unknown }).index) === JSON.stringify(index),
            () => false,
          ),
        )
      },
    ),
  countermodels: [
    {
      id: 'signOf',
      description: 'takes the sign of any number',
      implementation: { ...SignMatrix, fromMatrix: (a) => E.right(packed(a)) },
    },
    {
      id: 'binary',
      description: 'takes 0 for −1',
      implementation: {
        ...SignMatrix,
        fromRows: (rows) =>
          SignMatrix.fromRows(rows.map((row) => Array.from(row, (entry) => (entry === 0 ? -1 : entry)))),
      },
    },
  ],
})

/** A matrix with rows more, and with a row less. */
export interface Rows {
  readonly append: (b: S) => (a: S) => Result<S>
  readonly withoutRow: (i: number) => (a: S) => S
}

export const signMatrixRows = Law.law<Rows>({
  id: 'signMatrix_rows',
  statement: 'rows come below rows as they are, a row that is taken out leaves the others, and only equal widths fit',
  source,
  hypotheses: [],
  property: ({ append, withoutRow }) =>
    fc.property(someSigns, fc.boolean(), someSigns, fc.nat(), (a, alike, drawn, at) => {
      const b = alike ? mapMatrix((entry) => -entry)(a) : drawn
      const both = append(packed(b))(packed(a))
      const rows = [...rowsOf(a), ...rowsOf(b)]
      const gone = at % (rows.length + 1)
      return a.cols !== b.cols
        ? E.isLeft(both)
        : E.isRight(both) &&
            matricesAgree(
              E.right(SignMatrix.toMatrix(both.right)),
              E.right(matrixOfArray(rows.length, a.cols, rows.flat())),
            ) &&
            matricesAgree(
              E.right(SignMatrix.toMatrix(withoutRow(gone)(both.right))),
              E.right(
                matrixOfArray(
                  gone < rows.length ? rows.length - 1 : rows.length,
                  a.cols,
                  rows.filter((_, i) => i !== gone).flat(),
                ),
              ),
            )
    }),
  countermodels: [
    {
      id: 'on_top',
      description: 'puts the new rows above',
      implementation: { ...SignMatrix, append: (b) => (a) => SignMatrix.append(a)(b) },
    },
    {
      id: 'a_word_a_row',
      description: 'takes a word for a row',
      implementation: {
        ...SignMatrix,
        withoutRow: (i) => (a) =>
          i < a.rows ? { ...a, rows: a.rows - 1, words: Uint32Array.from(a.words).filter((_, at) => at !== i) } : a,
      },
    },
  ],
})

export const signClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(signMatrixToMatrix, truth),
  Check.claim(signMatrixDoor, SignMatrix),
  Check.claim(signMatrixRows, SignMatrix),
]
