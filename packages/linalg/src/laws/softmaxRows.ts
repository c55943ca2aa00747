/**
 * Softmax of every row of a matrix, and its kernels.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { exp } from '../kernels/exp.js'
import { exponent, softmax as scalar } from '../kernels/scalar/softmax.js'
import { softmax as vectorised } from '../kernels/simd/softmax.js'
import type { Softmax as Kernel } from '../kernels/types.js'
import * as Matrix from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as Softmax from '../Softmax.js'
import { matricesAgree, type Result } from './agree.js'
import { matrixOfArray, vectorOfArray } from './build.js'
import { identical } from './identical.js'
import { length, seeded } from './seeded.js'
import { bothClaims, evenAndOdd, inOrder, rowsOf, textbook, wholeBlocks, type Sum } from './textbook.js'

type M = Matrix.Matrix

/** Extended reals, many of them −∞. */
const score = (u: number): number => {
  const kind = (u * 2 ** 20) % 1
  if (kind < 0.1) return -Infinity
  if (kind < 0.12) return u < 0.7 ? -1e308 : 1e308
  return kind < 0.122 ? Infinity : 40 * u
}

const betas = fc.constantFrom(0, 5e-324, 0.125, 1, 8, 1e300, Infinity)

/** The first score of each row is finite, so that the row has weights. */
const scores: fc.Arbitrary<M> = fc
  .tuple(length, length)
  .filter(([, n]) => n > 0)
  .chain(([m, n]) => seeded((u, k) => (k % n === 0 ? u : score(u)))(m * n).map(Matrix.unsafeFromFloat64(m, n)))

const maxima = (a: M): ReadonlyArray<number> => rowsOf(a).map((row) => Math.max(...row))

const weights = (beta: number, a: M, sum: Sum): ReadonlyFloat64 =>
  rowsOf(a).flatMap((row) => {
    const max = Math.max(...row)
    const masses = row.map((x) => exp(exponent(beta, x, max)))
    const total = sum(masses)
    return masses.map((mass) => mass / total)
  })

export const softmaxEqTextbook = Law.law<(beta: number, scores: M) => ReadonlyFloat64>({
  id: 'softmax_eq_textbook',
  statement: 'a weight is the exponential of its score divided by the sum of those of its row in their order',
  source: textbook,
  hypotheses: [],
  property: (softmax) =>
    fc.property(betas, scores, (beta, a) => identical(softmax(beta, a), weights(beta, a, inOrder))),
  countermodels: [
    {
      id: 'evenAndOdd',
      description: 'adds up even and odd masses by themselves, as two lanes of one vector would',
      implementation: (beta, a) => weights(beta, a, evenAndOdd),
    },
    {
      id: 'wholeBlocks',
      description: 'forgets the columns that blocks of two leave over',
      implementation: (beta, a) => wholeBlocks(2, a.cols, weights(beta, a, inOrder)),
    },
  ],
})

/** Row by row; the first row that has no weights decides. */
const byRows = (beta: number, a: M): Result<M> => {
  const rows = rowsOf(a).map((row) => Softmax.softmax(beta)(vectorOfArray(row)))
  const failed = rows.find(E.isLeft)
  return (
    failed ??
    E.right(
      matrixOfArray(
        a.rows,
        a.cols,
        rows.flatMap((row) => (E.isRight(row) ? [...row.right.data] : [])),
      ),
    )
  )
}

export const softmaxRowsEqSoftmax = Law.law<(beta: number) => (scores: M) => Result<M>>({
  id: 'softmaxRows_eq_softmax',
  statement: 'softmax of the rows is softmax of each row by itself; a row without weights is an error',
  source: 'the definition',
  hypotheses: [],
  property: (softmaxRows) =>
    fc.property(betas, scores, fc.nat(), fc.boolean(), (beta, a, at, mask) => {
      const masked = at % Math.max(1, a.rows)
      const some = mask
        ? matrixOfArray(
            a.rows,
            a.cols,
            rowsOf(a).flatMap((row, i) => (i === masked ? row.map(() => -Infinity) : row)),
          )
        : a
      const [actual, expected] = [softmaxRows(beta)(some), byRows(beta, some)]
      return E.isLeft(expected) ? E.isLeft(actual) : matricesAgree(actual, expected)
    }),
  countermodels: [
    {
      id: 'columns',
      description: 'weighs along columns',
      implementation: (beta) => (a) => E.map((w: M) => Matrix.transpose(w))(byRows(beta, Matrix.transpose(a))),
    },
    {
      id: 'whole',
      description: 'shares one mass among all rows',
      implementation: (beta) => (a) =>
        E.map((w: { readonly data: ReadonlyFloat64 }) => matrixOfArray(a.rows, a.cols, w.data))(
          Softmax.softmax(beta)(vectorOfArray(a.data)),
        ),
    },
    {
      id: 'uniform',
      description: 'weighs what is masked equally',
      implementation: (beta) => (a) =>
        byRows(
          beta,
          matrixOfArray(
            a.rows,
            a.cols,
            rowsOf(a).flatMap((row) => (row.every((x) => x === -Infinity) ? row.map(() => 0) : row)),
          ),
        ),
    },
  ],
})

const run =
  (softmax: Kernel) =>
  (beta: number, a: M): ReadonlyFloat64 => {
    const w = new Float64Array(a.rows * a.cols)
    softmax(w, beta, a.data, maxima(a), a.rows, a.cols)
    return w
  }

export const softmaxRowsClaims: ReadonlyArray<Check.Claim> = [
  ...bothClaims(softmaxEqTextbook, scalar, vectorised, run),
  Check.claim(softmaxRowsEqSoftmax, Softmax.softmaxRows),
]
