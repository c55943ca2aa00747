/**
 * Symmetric positive definite matrices as squares: A = L Lᵀ.
 *
 * Definitions: `Cholesky<A>`: L, lower triangular with a positive diagonal; there is exactly one.
 * Conventions: a matrix counts as positive definite if each pivot is above its rounding error: a pivot of up to γₖ₊₁ aₖₖ might
 *              as well be zero.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 10.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, finiteVector, levelling, shifted, withHeadroom } from './finite.js'
import { choleskyFactor } from './kernels/cholesky.js'
import { shiftAll } from './kernels/power.js'
import { product } from './kernels/product.js'
import { solveLower, solveLowerTransposed } from './kernels/triangular.js'
import { notPositiveDefinite, sizeMismatch, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import type { SymmetricMatrix } from './SymmetricMatrix.js'
import { unsafeFromFloat64 as vector, type Vector } from './Vector.js'

/** A = L Lᵀ. */
export interface Cholesky<A extends string = string> {
  readonly _tag: 'Cholesky'
  readonly lower: Matrix<A, A>
}

const gamma = (k: number): number => (k * 2 ** -53) / (1 - k * 2 ** -53)

/**
 * The Cholesky factor of a symmetric matrix, if that is positive definite.
 *
 * Formula:  A = L Lᵀ
 * Errors:   NotFinite; NotPositiveDefinite at the first pivot that is not above zero, up to rounding
 * Cost:     ⅓ n³
 * Numerics: |A − L Lᵀ| ≤ γₙ₊₁ |L||Lᵀ|; powers of four factor out
 * Laws:     cholesky_backward, cholesky_unique, cholesky_iff_posDef
 * Source:   Higham (2002), theorem 10.3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Cholesky, Matrix, SymmetricMatrix } from '@engram/linalg'
 *
 * const factor = (rows: ReadonlyArray<ReadonlyArray<number>>) =>
 *   F.pipe(Matrix.fromRows(rows), E.chain(SymmetricMatrix.fromMatrix), E.chain(Cholesky.fromSymmetric))
 * F.pipe(factor([[4, 2], [2, 10]]), E.map(({ lower }) => Matrix.toRows(lower))) // => E.right([[2, 0], [1, 3]])
 * E.isLeft(factor([[1, 2], [2, 1]])) // => true
 * ```
 */
export const fromSymmetric = <A extends string>(a: SymmetricMatrix<A>): E.Either<LinalgError, Cholesky<A>> =>
  F.pipe(
    a,
    finiteMatrix('Cholesky.fromSymmetric'),
    E.chain(({ data, rows }) => {
      const half = Math.ceil(Math.max(0, levelling(500, data)) / 2)
      const factor = shifted(2 * half, data)
      const index = choleskyFactor(factor, (k) => gamma(k + 1), rows)
      if (index < rows) {
        const pivot = shifted(-2 * half, [factor[index * (rows + 1)] ?? NaN])[0] ?? NaN
        return E.left(notPositiveDefinite('Cholesky.fromSymmetric', index, Number.isNaN(pivot) ? -Infinity : pivot))
      }
      return E.right<LinalgError, Cholesky<A>>({
        _tag: 'Cholesky',
        lower: matrix<A, A>(rows, rows)(shifted(-half, factor)),
      })
    }),
  )

/**
 * The solution of A x = b.
 *
 * Errors:   SizeMismatch; NotFinite; Overflow if the solution has an entry that no float64 can hold
 * Cost:     2 n²
 * Numerics: (A + ΔA) x = b with |ΔA| ≤ γ₃ₙ₊₁ |L||Lᵀ|
 * Laws:     cholesky_solve_backward
 * Source:   Higham (2002), theorem 10.4
 */
export const solve =
  <A extends string>({ lower }: Cholesky<A>) =>
  (b: Vector<A>): E.Either<LinalgError, Vector<A>> =>
    b.length === lower.rows
      ? F.pipe(
          b,
          finiteVector('Cholesky.solve'),
          E.chain(({ data }) =>
            withHeadroom('Cholesky.solve', data, (f) => {
              const x = shifted(f, data)
              solveLower(x, lower.data, lower.rows, 1)
              solveLowerTransposed(x, lower.data, lower.rows, 1)
              shiftAll(x, x, -f, x.length)
              return x
            }),
          ),
          E.map(vector<A>),
        )
      : E.left(sizeMismatch('Cholesky.solve', [lower.rows], [b.length]))

/**
 * log det A = 2 Σ log lᵢᵢ, which no size of the entries takes out of range.
 *
 * Laws: cholesky_logDeterminant
 */
export const logDeterminant = <A extends string>({ lower }: Cholesky<A>): number => {
  const [mantissa, exponent] = product(lower.data, 0, lower.rows + 1, lower.rows)
  return 2 * Math.log(mantissa) + 2 * exponent * Math.LN2
}
