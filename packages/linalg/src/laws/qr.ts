/**
 * Orthonormal bases: Householder's and that of Gram and Schmidt.
 *
 * References: Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 19; Giraud, Langou and Rozložník (2005).
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import * as Qr from '../Qr.js'
import type { Result } from './agree.js'
import { householderQ, reflections } from './bounds.js'
import { mapMatrix } from './build.js'
import { indices } from './draw.js'
import { classicalOnce } from './once.js'
import { anyAwkward } from './matrices.js'
import { at, columnOf, isUpper, obliqueness, residual, single } from './residual.js'

type M = Matrix.Matrix

/** An orthonormal basis and the coordinates in it. */
export interface QrParts {
  readonly q: M
  readonly r: M
}

export type QrFactorization = (a: M) => Result<QrParts>

const mapParts =
  (f: (parts: QrParts) => QrParts): QrFactorization =>
  (a) =>
    F.pipe(Qr.fromMatrix(a), E.map(f))

const higham = (theorem: string): string => `Higham (2002), ${theorem}`

export const qrBackward = Law.law<QrFactorization>({
  id: 'qr_backward',
  statement: '‖aⱼ − Q rⱼ‖ ≤ (1 + 2√n) γ ‖aⱼ‖ for each column, however small beside the others',
  source: higham('theorem 19.4 and eq. 19.13'),
  hypotheses: [],
  property: (factorize) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        factorize(a),
        E.exists(({ q, r }) => {
          const error = residual(a, q, r)
          const bound = reflections(a.rows, a.cols) + 2 * householderQ(a.rows, a.cols)
          return indices(a.cols).every((j) => Norm.norm2(columnOf(error, j)) <= bound * Norm.norm2(columnOf(a, j)))
        }),
      ),
    ),
  countermodels: [
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapParts(({ q, r }) => ({ q, r: mapMatrix((each) => each * (1 + 2 ** -25))(r) })),
    },
    {
      id: 'transposed',
      description: 'returns Qᵀ',
      implementation: mapParts(({ q, r }) => ({ q: q.rows === q.cols ? Matrix.transpose(q) : q, r })),
    },
  ],
})

export const qrOrthonormal = Law.law<QrFactorization>({
  id: 'qr_orthonormal',
  statement: '‖QᵀQ − I‖ ≤ 3 √n γ, however nearly dependent the columns are',
  source: higham('eq. 19.13'),
  hypotheses: [],
  property: (factorize) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        factorize(a),
        E.exists(({ q }) => q.cols === Math.min(a.rows, a.cols) && obliqueness(q) <= 3 * householderQ(a.rows, a.cols)),
      ),
    ),
  countermodels: [
    {
      id: 'classical',
      description: 'classical Gram–Schmidt, once',
      implementation: (a) => E.right({ q: classicalOnce(a), r: a }),
    },
    {
      id: 'single',
      description: 'works in single precision',
      implementation: mapParts(({ q, r }) => ({ q: single(q), r })),
    },
  ],
})

export const qrTriangular = Law.law<QrFactorization>({
  id: 'qr_triangular',
  statement: 'R is upper triangular, its diagonal not negative',
  source: 'convention of this package: then there is only one',
  hypotheses: [],
  property: (factorize) =>
    fc.property(anyAwkward, (a) =>
      F.pipe(
        factorize(a),
        E.exists(
          ({ r }) =>
            r.rows === Math.min(a.rows, a.cols) &&
            r.cols === a.cols &&
            isUpper(r) &&
            indices(r.rows).every((i) => at(r, i, i) >= 0),
        ),
      ),
    ),
  countermodels: [
    {
      id: 'lapack',
      description: 'leaves the signs as the reflections make them',
      implementation: mapParts(({ q, r }) => ({ q: Matrix.negate(q), r: Matrix.negate(r) })),
    },
  ],
})

export const qrScaleColumns = Law.law<QrFactorization>({
  id: 'qr_scale_columns',
  statement: 'scaling the columns by powers of two leaves Q as it is, and scales the columns of R, to the last bit',
  source: 'A D = Q (R D)',
  hypotheses: [],
  property: (factorize) =>
    fc.property(
      anyAwkward,
      fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 7, maxLength: 7 }),
      (a, powers) => {
        const scale = (b: M): M => mapMatrix((each, k) => each * 2 ** (powers[k % b.cols] ?? NaN))(b)
        return F.pipe(
          E.Do,
          E.apS('plain', factorize(a)),
          E.apS('scaled', factorize(scale(a))),
          E.exists(
            ({ plain, scaled }) => Matrix.Eq.equals(plain.q, scaled.q) && Matrix.Eq.equals(scale(plain.r), scaled.r),
          ),
        )
      },
    ),
  countermodels: [
    {
      id: 'pivoted',
      description: 'begins with the longest column',
      implementation: (a) =>
        F.pipe(
          indices(a.cols).toSorted((i, j) => Norm.norm2(columnOf(a, j)) - Norm.norm2(columnOf(a, i))),
          (order) => mapMatrix((_, k) => at(a, Math.floor(k / a.cols), order[k % a.cols] ?? NaN))(a),
          Qr.fromMatrix,
        ),
    },
  ],
})

export const qrClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(qrBackward, Qr.fromMatrix),
  Check.claim(qrOrthonormal, Qr.fromMatrix),
  Check.claim(qrTriangular, Qr.fromMatrix),
  Check.claim(qrScaleColumns, Qr.fromMatrix),
]
