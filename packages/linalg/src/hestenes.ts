import { either as E, function as F } from 'fp-ts'
import { withoutOverflow } from './finite.js'
import { jacobi } from './kernels/jacobi.js'
import { shift } from './kernels/power.js'
import { notConverged, type LinalgError } from './LinalgError.js'
import { transpose, type Matrix } from './Matrix.js'
import { descending } from './order.js'

/** The columns of a matrix, turned until they are orthogonal. */
export interface Orthogonalised {
  /** The turned columns as rows, each up to a power of two. */
  readonly columns: Float64Array
  /** Their lengths up to that power. */
  readonly lengths: Float64Array
  /** Their lengths, descending. */
  readonly values: Float64Array
  /** Which column each of these is; columns of zeros come last. */
  readonly order: ReadonlyArray<number>
}

/**
 * One-sided Jacobi: the columns of an m×n matrix, and the rows of `v` of length k along with them. Writes `v`, which the
 * caller has just made.
 */
export const hestenes = (
  operation: string,
  a: Matrix,
  v: Float64Array,
  k: number,
): E.Either<LinalgError, Orthogonalised> => {
  const { rows: m, cols: n } = a
  const columns = new Float64Array(transpose(a).data)
  const [exponents, squares] = [new Int32Array(n), new Float64Array(n)]
  // A computed cosine is off by γₘ, so a pair that has just been made orthogonal passes.
  const origins = new Float64Array(n)
  const converged = jacobi(columns, v, exponents, squares, origins, (m + 8) * 2 ** -53, 60, m, n, k)
  if (!converged) return E.left(notConverged(operation))
  const lengths = Float64Array.from(squares, Math.sqrt)
  const unsorted = Array.from(lengths, (length, j) => shift(length, exponents[j] ?? 0))
  const order = descending(unsorted).toSorted((i, j) => Number(lengths[i] === 0) - Number(lengths[j] === 0))
  return F.pipe(
    Float64Array.from(order, (j) => unsorted[j] ?? NaN),
    withoutOverflow(operation),
    E.map((values) => ({ columns, lengths, values, order })),
  )
}
