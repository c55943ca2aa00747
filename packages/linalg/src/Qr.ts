/**
 * Matrices as an orthonormal basis of their columns and the coordinates in it: A = Q R.
 *
 * Definitions: `Qr<R, C>` of an m×n matrix, with k = min(m, n): Q (m×k) has orthonormal columns, R (k×n) is upper
 *              triangular.
 * Conventions: the diagonal of R is not negative, so that there is only one if A has full column rank.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 19.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, withoutOverflow } from './finite.js'
import { columnExponents, shiftColumns } from './kernels/columns.js'
import { formQ, householder, signRows } from './kernels/householder.js'
import { upperTriangle } from './kernels/triangular.js'
import type { LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { unsafeOrthonormal, type Orthonormal } from './OrthogonalMatrix.js'

/** A = Q R. */
export interface Qr<R extends string = string, C extends string = string> {
  readonly _tag: 'Qr'
  readonly q: Orthonormal<R, 'basis'>
  readonly r: Matrix<'basis', C>
}

/**
 * The QR factorization by Householder reflections.
 *
 * Formula:  A = Q R, QᵀQ = I
 * Errors:   NotFinite; Overflow if a column is longer than the greatest float64
 * Cost:     4 m n k − …, at most 4 m n²
 * Numerics: column by column ‖aⱼ − Q rⱼ‖ ≤ γ ‖aⱼ‖, whatever their sizes: powers of two factor out of each column
 * Laws:     qr_backward, qr_orthonormal, qr_triangular, qr_scale_columns
 * Source:   Higham (2002), theorem 19.4
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Qr } from '@engram/linalg'
 *
 * const qr = F.pipe(Matrix.fromRows([[0, 2], [-3, 4]]), E.chain(Qr.fromMatrix))
 * F.pipe(qr, E.map(({ q }) => Matrix.toRows(q))) // => E.right([[0, 1], [-1, 0]])
 * F.pipe(qr, E.map(({ r }) => Matrix.toRows(r))) // => E.right([[3, -4], [0, 2]])
 * ```
 */
export const fromMatrix = <R extends string, C extends string>(a: Matrix<R, C>): E.Either<LinalgError, Qr<R, C>> =>
  F.pipe(
    a,
    finiteMatrix('Qr.fromMatrix'),
    E.chain(({ rows, cols, data }) => {
      const k = Math.min(rows, cols)
      const exponents = new Int32Array(cols)
      columnExponents(exponents, data, rows, cols)
      const packed = new Float64Array(data)
      shiftColumns(packed, exponents, -1, rows, cols)
      const [tau, v, w] = [new Float64Array(k), new Float64Array(rows), new Float64Array(cols)]
      householder(packed, tau, v, w, rows, cols)
      const [q, r] = [new Float64Array(rows * k), new Float64Array(k * cols)]
      formQ(q, packed, tau, w, rows, cols, k)
      upperTriangle(r, packed, k, cols)
      signRows(r, q, rows, k, cols)
      shiftColumns(r, exponents, 1, k, cols)
      return F.pipe(
        r,
        withoutOverflow('Qr.fromMatrix'),
        E.map((finite): Qr<R, C> => ({
          _tag: 'Qr',
          q: unsafeOrthonormal(matrix<R, 'basis'>(rows, k)(q)),
          r: matrix<'basis', C>(k, cols)(finite),
        })),
      )
    }),
  )
