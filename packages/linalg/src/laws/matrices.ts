/**
 * Matrices that factorizations find hard: graded, nearly or exactly of low rank, and of any size.
 */
import fc from 'fast-check'
import * as Matrix from '../Matrix.js'
import { unsafeSymmetric, type SymmetricMatrix } from '../SymmetricMatrix.js'
import { double, dyadic, matrixOf } from './arbitraries.js'
import { mapMatrix, matrixOfArray } from './build.js'
import { at } from './residual.js'

type M = Matrix.Matrix

const whole = fc.integer({ min: -4, max: 4 })

/** A B, in the order of the textbook: exact for whole numbers. */
export const wholeProduct = (a: M, b: M): M =>
  matrixOfArray(
    a.rows,
    b.cols,
    Array.from({ length: a.rows * b.cols }, (_, k) => {
      const [i, j] = [Math.floor(k / b.cols), k % b.cols]
      return Array.from({ length: a.cols }, (_each, l) => at(a, i, l) * at(b, l, j)).reduce((x, y) => x + y, 0)
    }),
  )

/** Whole numbers, of a rank of at most r, exactly. */
export const ofRank = (r: number, m: number, n: number): fc.Arbitrary<M> =>
  fc.tuple(matrixOf(whole)(m, r), matrixOf(whole)(r, n)).map(([a, b]) => wholeProduct(a, b))

/** Entry (i, j) times 2^(i · down + j · right). */
const graded =
  (down: number, right: number) =>
  (a: M): M =>
    mapMatrix((each, k) => each * 2 ** (Math.floor(k / a.cols) * down + (k % a.cols) * right))(a)

/** All columns near the first: the condition is about 2²⁶. */
const nearlyDependent = (a: M): M => mapMatrix((each, k) => at(a, Math.floor(k / a.cols), 0) + each * 2 ** -26)(a)

const plain = (m: number, n: number): fc.Arbitrary<M> => fc.oneof(matrixOf(dyadic)(m, n), matrixOf(double)(m, n))

/** m×n matrices, most of them awkward, of a size near 1 or, up to `range`, any other power of two. */
export const awkward =
  (range: number) =>
  (m: number, n: number): fc.Arbitrary<M> =>
    fc
      .tuple(
        fc.oneof(
          plain(m, n),
          fc
            .tuple(fc.constantFrom(-12, 0, 12), fc.constantFrom(-12, 0, 12), plain(m, n))
            .map(([i, j, a]) => graded(i, j)(a)),
          plain(m, n).map(nearlyDependent),
          fc.nat(3).chain((r) => ofRank(r, m, n)),
        ),
        fc.oneof(fc.constant(0), fc.integer({ min: -range, max: range })),
      )
      .map(([a, k]) => Matrix.scale(2 ** k)(a))

export const sizes = fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }))

/** Any shape from 0×0 to 7×7. */
export const anyAwkward: fc.Arbitrary<M> = sizes.chain(([m, n]) => awkward(400)(m, n))

/** From 0×0 to 7×7, square. */
export const squareAwkward: fc.Arbitrary<M> = fc.integer({ min: 0, max: 7 }).chain((n) => awkward(400)(n, n))

/** The lower triangle mirrored. */
export const symmetrised = (a: M): SymmetricMatrix =>
  unsafeSymmetric(
    matrixOfArray(
      a.rows,
      a.rows,
      Array.from({ length: a.rows ** 2 }, (_, k) => {
        const [i, j] = [Math.floor(k / a.rows), k % a.rows]
        return at(a, Math.max(i, j), Math.min(i, j))
      }),
    ),
  )

export const symmetricAwkward: fc.Arbitrary<SymmetricMatrix> = squareAwkward.map(symmetrised)

/** Unit lower triangular, of small whole numbers. */
export const unitLower = (n: number): fc.Arbitrary<M> =>
  matrixOf(fc.integer({ min: -2, max: 2 }))(n, n).map((a) =>
    mapMatrix((each, k) => (k % n < Math.floor(k / n) ? each : k % (n + 1) === 0 ? 1 : 0))(a),
  )
