/**
 * Sizes of vectors and matrices.
 *
 * Definitions: `norm1`, `norm2`, `normInf`, `distance` for vectors; `frobenius` and the operator norms `operator1`,
 *              `operatorInf` for matrices, which vectors of the same norm are stretched by at most.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", ch. 6.
 */
import { either as E, function as F } from 'fp-ts'
import { euclid, maxAbs, sumAbs } from './kernels/norm.js'
import type { LinalgError } from './LinalgError.js'
import type { Matrix } from './Matrix.js'
import { subtract, type Vector } from './Vector.js'

/** Σᵢ |xᵢ|. */
export const norm1 = (x: Vector): number => sumAbs(x.data, 0, 1, x.length)

/**
 * The Euclidean length √Σᵢ xᵢ².
 *
 * Cost:     O(n)
 * Numerics: neither overflows nor underflows unless the length itself does; exact powers of two factor out exactly
 * Laws:     norm_scale_pow_two, norm_triangle, norm_definite, norm_order
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Norm, Vector } from '@engram/linalg'
 *
 * F.pipe(Vector.fromArray([3, -4]), E.map(Norm.norm2)) // => E.right(5)
 * ```
 */
export const norm2 = (x: Vector): number => euclid(x.data, x.length)

/** maxᵢ |xᵢ|, and 0 for the empty vector. */
export const normInf = (x: Vector): number => maxAbs(x.data, x.length)

/**
 * ‖x − y‖₂.
 *
 * Errors: SizeMismatch
 * Laws:   distance_metric
 */
export const distance =
  <A extends string>(x: Vector<A>) =>
  (y: Vector<A>): E.Either<LinalgError, number> =>
    F.pipe(
      y,
      subtract(x),
      E.bimap((error) => ({ ...error, operation: 'Norm.distance' }), norm2),
    )

/**
 * √Σᵢⱼ aᵢⱼ², as `norm2` of the entries.
 *
 * Laws: frobenius_eq_trace
 */
export const frobenius = (a: Matrix): number => euclid(a.data, a.rows * a.cols)

const greatest = (n: number, f: (i: number) => number): number =>
  Array.from({ length: n }, (_, i) => f(i)).reduce((a, b) => Math.max(a, b), 0)

/**
 * The greatest sum of absolute values in a column: maxⱼ Σᵢ |aᵢⱼ|.
 *
 * Laws: operator_norm_bound, operator_norm_attained
 */
export const operator1 = (a: Matrix): number => greatest(a.cols, (j) => sumAbs(a.data, j, a.cols, a.rows))

/**
 * The greatest sum of absolute values in a row: maxᵢ Σⱼ |aᵢⱼ|.
 *
 * Laws: operator_norm_bound, operator_norm_attained
 */
export const operatorInf = (a: Matrix): number => greatest(a.rows, (i) => sumAbs(a.data, i * a.cols, 1, a.cols))
