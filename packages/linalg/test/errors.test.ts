import { either as E, option as O } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import {
  LinalgError,
  LogSumExp,
  Matrix,
  Matrix32,
  Norm,
  SignMatrix,
  Softmax,
  SymmetricMatrix,
  Vector,
} from '../src/index.js'
import { right } from './right.js'

const vector = (...xs: ReadonlyArray<number>): Vector.Vector => right(Vector.fromExtended(xs))
const matrix = (...rows: ReadonlyArray<ReadonlyArray<number>>): Matrix.Matrix => right(Matrix.fromRows(rows))

const signs = (...rows: ReadonlyArray<ReadonlyArray<number>>): SignMatrix.SignMatrix => right(SignMatrix.fromRows(rows))

const wide = matrix([1, 2, 3], [4, 5, 6])
const square = matrix([1, 2], [2, 0])

describe('each error says where, what was expected and what came', () => {
  test.each<[LinalgError.LinalgError['_tag'], E.Either<LinalgError.LinalgError, unknown>, string]>([
    ['NotFinite', Vector.fromArray([0, NaN]), 'Vector.fromArray: entry (1) is NaN, not a finite number'],
    ['NotFinite', Vector.fromFunction(3)((i) => 1 / i), 'Vector.fromArray: entry (0) is Infinity, not a finite number'],
    [
      'NotFinite',
      Matrix.fromRows([
        [1, 2],
        [3, -Infinity],
      ]),
      'Matrix.fromRows: entry (1, 1) is -Infinity, not a finite number',
    ],
    [
      'NotFinite',
      Matrix.fromFunction(2, 3)((i, j) => 1 / (i * 3 + j - 4)),
      'Matrix.fromFunction: entry (1, 1) is Infinity, not a finite number',
    ],
    ['NotANumber', Vector.fromExtended([-Infinity, NaN]), 'Vector.fromExtended: entry (1) is NaN'],
    ['Ragged', Matrix.fromRows([[1, 2], [3]]), 'Matrix.fromRows: row 1 has 1 entries, but the first row has 2'],
    ['SizeMismatch', Vector.add(vector(1, 2))(vector(1)), 'Vector.add: expected length 2, got length 1'],
    ['SizeMismatch', Vector.dot(vector())(vector(1)), 'Vector.dot: expected length 0, got length 1'],
    ['SizeMismatch', Norm.distance(vector(1))(vector()), 'Norm.distance: expected length 1, got length 0'],
    ['SizeMismatch', Matrix.add(wide)(square), 'Matrix.add: expected shape 2×3, got shape 2×2'],
    ['SizeMismatch', Matrix.matVec(wide)(vector(1, 2)), 'Matrix.matVec: expected length 3, got length 2'],
    ['SizeMismatch', Matrix.vecMat(wide)(vector(1, 2, 3)), 'Matrix.vecMat: expected length 2, got length 3'],
    ['SizeMismatch', Matrix.matMul(wide)(square), 'Matrix.matMul: expected shape 3×2, got shape 2×2'],
    [
      'SizeMismatch',
      Matrix.transposeMatMul(wide)(matrix([1])),
      'Matrix.transposeMatMul: expected shape 2×1, got shape 1×1',
    ],
    ['SizeMismatch', Matrix.matMulTranspose(wide)(square), 'Matrix.matMulTranspose: expected shape 2×3, got shape 2×2'],
    [
      'SizeMismatch',
      Matrix32.matMul(Matrix32.fromMatrix(wide))(Matrix32.fromMatrix(square)),
      'Matrix32.matMul: expected shape 3×2, got shape 2×2',
    ],
    [
      'SizeMismatch',
      SignMatrix.matMulTranspose(signs([1, 1], [1, -1]))(signs([1])),
      'SignMatrix.matMulTranspose: expected shape 1×2, got shape 1×1',
    ],
    ['NotASign', SignMatrix.fromRows([[1], [0]]), 'SignMatrix.fromRows: entry (1, 0) is 0, neither 1 nor -1'],
    ['NotASign', SignMatrix.fromMatrix(wide), 'SignMatrix.fromMatrix: entry (0, 1) is 2, neither 1 nor -1'],
    ['Ragged', SignMatrix.fromRows([[1], []]), 'SignMatrix.fromRows: row 1 has 0 entries, but the first row has 1'],
    ['SizeMismatch', Matrix.trace(wide), 'Matrix.trace: expected shape 2×2, got shape 2×3'],
    ['SizeMismatch', SymmetricMatrix.fromMatrix(wide), 'SymmetricMatrix.fromMatrix: expected shape 2×2, got shape 2×3'],
    [
      'NotSymmetric',
      SymmetricMatrix.fromMatrix(matrix([1, 2], [3, 4])),
      'SymmetricMatrix.fromMatrix: entry (0, 1) is 2, but entry (1, 0) is 3',
    ],
    [
      'NonZeroDiagonal',
      SymmetricMatrix.zeroDiagonalFromMatrix(square),
      'SymmetricMatrix.refineZeroDiagonal: entry (0, 0) is 1, but the diagonal must be 0',
    ],
    ['Empty', Softmax.softmax(1)(vector()), 'Softmax.softmax: there are no entries'],
    ['Empty', Softmax.logSoftmax(1)(vector(-Infinity)), 'Softmax.logSoftmax: each of the 1 entries is -Infinity'],
    ['NotANumber', Softmax.softmax(1)(Vector.scale(NaN)(vector(1))), 'Softmax.softmax: entry (0) is NaN'],
    [
      'Empty',
      Softmax.softmaxRows(1)(Matrix.scale(-Infinity)(matrix([1, 1]))),
      'Softmax.softmaxRows: each of the 2 entries is -Infinity',
    ],
    [
      'NotANumber',
      Softmax.softmaxRows(1)(Matrix.scale(Infinity)(matrix([1, 1], [1, 0]))),
      'Softmax.softmaxRows: entry (1, 1) is NaN',
    ],
    [
      'OutOfRange',
      Softmax.softmaxRows(NaN)(wide),
      'Softmax.softmaxRows: expected an inverse temperature of 0 or more, got NaN',
    ],
    ['NotANumber', LogSumExp.logSumExp(1)(Vector.scale(NaN)(vector(1))), 'LogSumExp.logSumExp: entry (0) is NaN'],
    [
      'OutOfRange',
      Softmax.softmax(-1)(vector(1)),
      'Softmax.softmax: expected an inverse temperature of 0 or more, got -1',
    ],
    [
      'OutOfRange',
      LogSumExp.logSumExp(NaN)(vector(1)),
      'LogSumExp.logSumExp: expected an inverse temperature above 0, got NaN',
    ],
  ])('%s: %#', (tag, outcome, sentence) => {
    expect(outcome).toMatchObject(E.left({ _tag: tag }))
    expect(E.mapLeft(LinalgError.render)(outcome)).toEqual(E.left(sentence))
  })
})

describe('sizes that are no natural numbers', () => {
  test.each([
    [-1, 0],
    [NaN, 0],
    [2.9, 2],
  ])('%d counts as %d', (n, size) => {
    expect(Vector.zeros(n)).toHaveLength(size)
    expect(right(Vector.fromFunction(n)(() => 1))).toHaveLength(size)
    expect(Matrix.zeros(n, 3)).toMatchObject({ rows: size, cols: 3, data: { length: 3 * size } })
    expect(Matrix.identity(n)).toMatchObject({ rows: size, cols: size, data: { length: size * size } })
    expect(right(Matrix.fromFunction(3, n)(() => 1))).toMatchObject({ rows: 3, cols: size })
  })
})

describe('constructors', () => {
  test('identity and diagonal', () => {
    expect(Matrix.toRows(Matrix.identity(2))).toEqual([
      [1, 0],
      [0, 1],
    ])
    expect(Matrix.toRows(Matrix.diagonal(vector(3, 4)))).toEqual([
      [3, 0],
      [0, 4],
    ])
    expect(Vector.toArray(Matrix.diagonalOf(wide))).toEqual([1, 5])
  })
  test('a matrix may have no rows or no columns', () => {
    expect(matrix()).toMatchObject({ rows: 0, cols: 0 })
    expect(matrix([], [])).toMatchObject({ rows: 2, cols: 0 })
  })
  test('an entry outside is none', () => {
    expect(Vector.entry(3)(vector(1, 2, 3))).toEqual(O.none)
    expect(Vector.entry(0.5)(vector(1, 2, 3))).toEqual(O.none)
    expect(Vector.entry(2)(vector(1, 2, 3))).toEqual(O.some(3))
  })
})

describe('limits of the inverse temperature', () => {
  const scores = vector(-Infinity, 1e308, -1e308, 1e308)
  test.each([
    [0, [0, 1 / 3, 1 / 3, 1 / 3]],
    [Infinity, [0, 0.5, 0, 0.5]],
  ])('softmax at %d', (beta, weights) => {
    expect(Vector.toArray(right(Softmax.softmax(beta)(scores)))).toEqual(weights)
  })
  test('a difference that overflows is scaled first', () => {
    const [, high = NaN, low = NaN] = Vector.toArray(right(Softmax.softmax(1e-308)(scores)))
    expect(Math.log(low / high)).toBeCloseTo(-2, 12)
  })
  test('log-sum-exp at ∞ is the maximum', () => {
    expect(LogSumExp.logSumExp(Infinity)(scores)).toEqual(E.right(1e308))
  })
})
