/**
 * Orthonormalising vectors one after another.
 *
 * Definitions: the first columns of the result span what the first columns of the matrix span, however many one takes.
 * References:  Giraud, Langou and Rozložník (2005), "The loss of orthogonality in the Gram–Schmidt orthogonalization
 *              process"; Björck (1994), "Numerics of Gram–Schmidt orthogonalization".
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix } from './finite.js'
import { columnExponents, shiftColumns } from './kernels/columns.js'
import { gramSchmidt } from './kernels/orthogonalise.js'
import { dependent, type LinalgError } from './LinalgError.js'
import { transpose, unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { unsafeOrthonormal, type Orthonormal } from './OrthogonalMatrix.js'

/**
 * The columns of a matrix, each without its parts along those before it, and of length 1.
 *
 * Formula:  qⱼ ∝ aⱼ − Σᵢ qᵢ (qᵢ·aⱼ) over i < j, with qⱼ·aⱼ > 0
 * Errors:   NotFinite; Dependent at the first column that is, up to rounding, a combination of those before it
 * Cost:     4 m n²
 * Numerics: modified, and each column twice: |qᵢ·qⱼ| of some m u however nearly dependent the columns are, where one pass
 *           loses κ(A) u
 * Laws:     gramSchmidt_orthonormal, gramSchmidt_spans, gramSchmidt_dependent
 * Source:   Giraud, Langou and Rozložník (2005)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { GramSchmidt, Matrix } from '@engram/linalg'
 *
 * const orthonormal = F.flow(Matrix.fromRows, E.chain(GramSchmidt.fromColumns), E.map(Matrix.toRows))
 * orthonormal([[0, 3], [2, 5]]) // => E.right([[0, 1], [1, 0]])
 * E.isLeft(orthonormal([[1, 2], [1, 2]])) // => true
 * ```
 */
export const fromColumns = <R extends string, C extends string>(
  a: Matrix<R, C>,
): E.Either<LinalgError, Orthonormal<R, C>> =>
  F.pipe(
    a,
    finiteMatrix('GramSchmidt.fromColumns'),
    E.chain(({ rows: m, cols: n, data }) => {
      const exponents = new Int32Array(n)
      columnExponents(exponents, data, m, n)
      const scaled = new Float64Array(data)
      shiftColumns(scaled, exponents, -1, m, n)
      const rows = new Float64Array(transpose(matrix(m, n)(scaled)).data)
      const column = gramSchmidt(rows, new Float64Array(m), m, n)
      return column === n
        ? E.right(unsafeOrthonormal(transpose(matrix<C, R>(n, m)(rows))))
        : E.left(dependent('GramSchmidt.fromColumns', column))
    }),
  )
