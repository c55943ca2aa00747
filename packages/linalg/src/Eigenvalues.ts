/**
 * The eigenvalues of square matrices that need not be symmetric: complex numbers.
 *
 * Definitions: `Complex`, a number re + i·im; `spectralRadius`, the greatest absolute value of an eigenvalue.
 * Conventions: eigenvalues are sorted by absolute value, descending, and come as often as their multiplicity; of a conjugate
 *              pair the one above the real axis comes first. For symmetric matrices see `SymmetricEigen`.
 * References:  Golub and Van Loan (2013), "Matrix Computations", ch. 7.
 */
import { either as E, function as F } from 'fp-ts'
import { finiteMatrix, levelling, shifted, squareMatrix } from './finite.js'
import { balance as kernelBalance, isolate } from './kernels/balance.js'
import { hessenbergEigenvalues } from './kernels/francis.js'
import { hessenberg } from './kernels/hessenberg.js'
import { permuteBoth, rowAndColumnSizes } from './kernels/permute.js'
import { hypotenuse, shift } from './kernels/power.js'
import { notConverged, overflow, type LinalgError } from './LinalgError.js'
import { unsafeFromFloat64 as matrix, type Matrix } from './Matrix.js'
import { descending } from './order.js'
import type { ReadonlyFloat64 } from './ReadonlyFloat64.js'

/** re + i·im. */
export interface Complex {
  readonly re: number
  readonly im: number
}

/** |z|. */
export const modulus = ({ re, im }: Complex): number => hypotenuse(re, im)

/**
 * A similar matrix D⁻¹ A D, with D a diagonal of powers of two, in which row i and column i are about equally long.
 *
 * Errors:   SizeMismatch if it is not square; NotFinite
 * Numerics: exact, unless an entry underflows
 * Laws:     balance_similar
 * Source:   Parlett and Reinsch (1969); James, Langou and Lowery (2014), "On matrix balancing and eigenvector computation"
 */
export const balance = <A extends string>(a: Matrix<A, NoInfer<A>>): E.Either<LinalgError, Matrix<A, A>> =>
  F.pipe(
    a,
    squareMatrix('Eigenvalues.balance'),
    E.chain(finiteMatrix('Eigenvalues.balance')),
    E.map(({ data, rows: n }) => {
      const exponent = levelling(480, data)
      const balanced = shifted(exponent, data)
      kernelBalance(balanced, new Int32Array(n), n)
      return matrix<A, A>(n, n)(shifted(-exponent, balanced))
    }),
  )

/** The diagonal entries that are eigenvalues as they stand, and the rest of an n×n matrix. */
const split = (
  a: ReadonlyFloat64,
  n: number,
): { readonly alone: ReadonlyArray<Complex>; readonly rest: Float64Array; readonly size: number } => {
  const places = Int32Array.from({ length: n }, (_, i) => i)
  const size = isolate(places, a, n)
  const rest = new Float64Array(size * size)
  permuteBoth(rest, a, Array.from(places.subarray(0, size)), n)
  return { alone: Array.from(places.subarray(size), (i) => ({ re: a[i * (n + 1)] ?? NaN, im: 0 })), rest, size }
}

/** The eigenvalues of an n×n matrix whose entries are within 2^±480, in no order. */
const iterate = (a: Float64Array, n: number): E.Either<LinalgError, ReadonlyArray<Complex>> => {
  const balanced = new Float64Array(a)
  kernelBalance(balanced, new Int32Array(n), n)
  // The iteration splits off eigenvalues at the bottom: there the small ones belong.
  const sizes = new Float64Array(n)
  rowAndColumnSizes(sizes, balanced, n)
  const h = new Float64Array(n * n)
  permuteBoth(h, balanced, descending(Array.from(sizes)), n)
  hessenberg(h, new Float64Array(n), new Float64Array(n), n)
  const [re, im] = [new Float64Array(n), new Float64Array(n)]
  return hessenbergEigenvalues(re, im, h, new Float64Array(3), 300, n)
    ? E.right(Array.from(re, (real, k) => ({ re: real, im: im[k] ?? NaN })))
    : E.left(notConverged('Eigenvalues.fromMatrix'))
}

const isWithin = ({ re, im }: Complex): boolean => Number.isFinite(re) && Number.isFinite(im)

/**
 * All eigenvalues of a square matrix.
 *
 * Errors:   SizeMismatch if it is not square; NotFinite; Overflow if an eigenvalue is beyond the greatest float64;
 *           NotConverged never on any known matrix
 * Cost:     about 10 n³
 * Numerics: those of a matrix within some n u ‖B‖ of the balanced matrix B; exact if the matrix is triangular, in some order
 *           of its rows and columns; the conjugate of an eigenvalue is one too, to the last bit
 * Laws:     eigenvalues_backward, eigenvalues_conjugate, eigenvalues_trace, eigenvalues_triangular, spectralRadius_le_norm
 * Source:   Francis (1961); LAPACK's dlahqr
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Eigenvalues, Matrix } from '@engram/linalg'
 *
 * F.pipe(Matrix.fromRows([[0, -4], [1, 0]]), E.chain(Eigenvalues.fromMatrix)) // => E.right([{ re: 0, im: 2 }, { re: 0, im: -2 }])
 * ```
 */
export const fromMatrix = <A extends string>(a: Matrix<A, NoInfer<A>>): E.Either<LinalgError, ReadonlyArray<Complex>> =>
  F.pipe(
    a,
    squareMatrix('Eigenvalues.fromMatrix'),
    E.chain(finiteMatrix('Eigenvalues.fromMatrix')),
    E.chain(({ data, rows }) => {
      const { alone, rest, size } = split(data, rows)
      const exponent = levelling(480, rest)
      // What underflows here no longer ties the others together.
      const scaled = split(shifted(exponent, rest), size)
      return F.pipe(
        iterate(scaled.rest, scaled.size),
        E.map((found) =>
          [...scaled.alone, ...found].map(({ re, im }) => ({ re: shift(re, -exponent), im: shift(im, -exponent) })),
        ),
        E.filterOrElse(
          (found) => found.every(isWithin),
          () => overflow('Eigenvalues.fromMatrix'),
        ),
        E.map((found) => {
          const all = [...alone, ...found]
          return descending(all.map(modulus)).flatMap((k) => all[k] ?? [])
        }),
      )
    }),
  )

/**
 * The spectral radius max |λ|; 0 for the matrix without rows.
 *
 * Errors: as `fromMatrix`
 * Laws:   spectralRadius_le_norm
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Eigenvalues, Matrix } from '@engram/linalg'
 *
 * F.pipe(Matrix.fromRows([[0.5, 100], [0, -2]]), E.chain(Eigenvalues.spectralRadius)) // => E.right(2)
 * ```
 */
export const spectralRadius = <A extends string>(a: Matrix<A, NoInfer<A>>): E.Either<LinalgError, number> =>
  F.pipe(
    fromMatrix(a),
    E.map(([first]) => (first === undefined ? 0 : modulus(first))),
    E.filterOrElse(Number.isFinite, () => overflow('Eigenvalues.spectralRadius')),
  )
