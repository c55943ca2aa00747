/**
 * Gram and Schmidt's bases: orthonormal, spanning what they should, or telling that they cannot.
 *
 * References: Giraud, Langou and Rozložník (2005), "The loss of orthogonality in the Gram–Schmidt orthogonalization process".
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as GramSchmidt from '../GramSchmidt.js'
import type { LinalgError } from '../LinalgError.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import { matrixOfArray, vectorOfArray } from './build.js'
import { indices } from './draw.js'
import { anyAwkward, ofRank } from './matrices.js'
import { classicalOnce, dot, fromColumns, modifiedOnce } from './once.js'
import { at, columnOf, obliqueness, residual } from './residual.js'
import { gamma } from './rounding.js'

type M = Matrix.Matrix

export type Orthonormalise = (a: M) => E.Either<LinalgError, M>

/**
 * After the second pass what is left has length 1 and its parts along the others are rounding errors: m + 3 for each inner
 * product and difference, k of them, and m/2 + 2 for the length.
 */
const bound = (m: number, n: number): number => n * gamma((n + 1) * (m + 3) + m + 4)

export const gramSchmidtOrthonormal = Law.law<Orthonormalise>({
  id: 'gramSchmidt_orthonormal',
  statement: '‖QᵀQ − I‖ of some n² m u, however nearly dependent the columns are',
  source: 'Giraud, Langou and Rozložník (2005), theorem 2: twice is enough',
  hypotheses: [],
  property: (orthonormalise) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        orthonormalise(a),
        E.match(
          (error) => error._tag === 'Dependent',
          (q) => obliqueness(q) <= bound(a.rows, a.cols),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'classical',
      description: 'all parts from the column as it was, once',
      implementation: F.flow(classicalOnce, E.right),
    },
    { id: 'modified', description: 'each part from what is left, once', implementation: F.flow(modifiedOnce, E.right) },
  ],
})

export const gramSchmidtSpans = Law.law<Orthonormalise>({
  id: 'gramSchmidt_spans',
  statement: 'aⱼ = Q (Qᵀ aⱼ), which needs the first j columns of Q only, the last of them with a positive part',
  source: 'definition',
  hypotheses: [],
  property: (orthonormalise) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        orthonormalise(a),
        E.match(
          () => true,
          (q) =>
            indices(a.cols).every((j) => {
              const column = columnOf(a, j)
              const parts = indices(j + 1).map((k) => dot(columnOf(q, k), column))
              const error = residual(
                matrixOfArray(a.rows, 1, column.data),
                fromColumns(
                  a.rows,
                  indices(j + 1).map((k) => columnOf(q, k)),
                ),
                matrixOfArray(j + 1, 1, parts),
              )
              return (parts[j] ?? NaN) > 0 && Norm.frobenius(error) <= 3 * bound(a.rows, a.cols) * Norm.norm2(column)
            }),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'reversed',
      description: 'begins with the last column',
      implementation: (a) =>
        GramSchmidt.fromColumns(
          fromColumns(
            a.rows,
            indices(a.cols).map((j) => columnOf(a, a.cols - 1 - j)),
          ),
        ),
    },
    {
      id: 'negated',
      description: 'turns a column round',
      implementation: F.flow(GramSchmidt.fromColumns, E.map(Matrix.negate)),
    },
  ],
})

/** Independent columns of whole numbers, and then one that they make. */
const dependent = fc.integer({ min: 1, max: 4 }).chain((r) =>
  fc
    .tuple(ofRank(r, 6, r), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: r, maxLength: r }))
    .filter(([a]) => E.isRight(GramSchmidt.fromColumns(a)))
    .map(([a, weights]) => {
      const last = vectorOfArray(indices(6).map((i) => weights.reduce((sum, w, k) => sum + w * at(a, i, k), 0)))
      return fromColumns(6, [...indices(r).map((k) => columnOf(a, k)), last])
    }),
)

export const gramSchmidtDependent = Law.law<Orthonormalise>({
  id: 'gramSchmidt_dependent',
  statement: 'a column that is a combination of independent ones before it is named',
  source: 'definition',
  hypotheses: [],
  property: (orthonormalise) =>
    fc.property(dependent, (a) =>
      F.pipe(
        orthonormalise(a),
        E.match(
          (error) => error._tag === 'Dependent' && error.column === a.cols - 1,
          () => false,
        ),
      ),
    ),
  countermodels: [
    {
      id: 'normalisesNoise',
      description: 'divides what rounding has left by its length',
      implementation: F.flow(modifiedOnce, E.right),
    },
  ],
})

export const gramSchmidtClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(gramSchmidtOrthonormal, GramSchmidt.fromColumns),
  Check.claim(gramSchmidtSpans, GramSchmidt.fromColumns),
  Check.claim(gramSchmidtDependent, GramSchmidt.fromColumns),
]
