import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import {
  Cholesky,
  Eigenvalues,
  GramSchmidt,
  LeastSquares,
  LinalgError,
  Lu,
  Matrix,
  Norm,
  OrthogonalMatrix,
  Probability,
  PseudoInverse,
  Qr,
  Random,
  SingularValues,
  SoftmaxMean,
  Subspace,
  Svd,
  SymmetricEigen,
  SymmetricMatrix,
  Summation,
  Vector,
} from '../src/index.js'
import { symmetricQlVectors, svdBound } from '../src/laws/bounds.js'
import { matrixOf } from './close.js'
import { right } from './right.js'

type Outcome = E.Either<LinalgError.LinalgError, unknown>

const vector = (...xs: ReadonlyArray<number>): Vector.Vector => right(Vector.fromExtended(xs))
const matrix = (...rows: ReadonlyArray<ReadonlyArray<number>>): Matrix.Matrix => matrixOf(rows)
const symmetric = (a: Matrix.Matrix): SymmetricMatrix.SymmetricMatrix => right(SymmetricMatrix.fromMatrix(a))

const square = matrix([1, 2], [3, 4])
const singular = matrix([1, 2], [2, 4])
const wide = matrix([1, 2, 3], [4, 5, 6])
const huge = matrix([1.7e308, 1.7e308], [1.7e308, 1.7e308])
const infinite = Matrix.scale(Infinity)(matrix([1, 1], [1, 1]))

const factored = (a: Matrix.Matrix): Lu.Lu => right(Lu.fromMatrix(a))

describe('each refusal says where and why', () => {
  test.each<[Outcome, string]>([
    [
      SoftmaxMean.softmaxMean({ beta: NaN })(wide)(wide)(wide),
      'SoftmaxMean.softmaxMean: expected an inverse temperature of 0 or more, got NaN',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 1 })(Matrix.zeros(0, 3))(Matrix.zeros(0, 3))(wide),
      'SoftmaxMean.softmaxMean: there are no entries',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 1 })(wide)(matrix([1]))(wide),
      'SoftmaxMean.softmaxMean: expected shape 2×1, got shape 1×1',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 1 })(wide)(wide)(square),
      'SoftmaxMean.softmaxMean: expected shape 2×3, got shape 2×2',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 1, blocked: wide })(wide)(wide)(wide),
      'SoftmaxMean.softmaxMean: expected shape 2×2, got shape 2×3',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 1 })(huge)(huge)(huge),
      'SoftmaxMean.softmaxMean: the result is too large for a float64',
    ],
    [
      SoftmaxMean.softmaxMean({ beta: 0 })(square)(huge)(square),
      'SoftmaxMean.softmaxMean: the result is too large for a float64',
    ],
    [Lu.fromMatrix(wide), 'Lu.fromMatrix: expected shape 2×2, got shape 2×3'],
    [
      Lu.solve(factored(singular))(vector(1, 1)),
      'Lu.solve: the matrix is singular up to rounding (condition Infinity)',
    ],
    [Lu.inverse(factored(singular)), 'Lu.inverse: the matrix is singular up to rounding (condition Infinity)'],
    [Lu.solve(factored(square))(vector(1)), 'Lu.solve: expected length 2, got length 1'],
    [Lu.solveMatrix(factored(square))(matrix([1])), 'Lu.solveMatrix: expected shape 2×1, got shape 1×1'],
    [Lu.solve(factored(square))(vector(Infinity, 1)), 'Lu.solve: entry (0) is Infinity, not a finite number'],
    [Lu.inverse(factored(matrix([1e-309]))), 'Lu.inverse: the result is too large for a float64'],
    [
      Cholesky.fromSymmetric(symmetric(matrix([1, 2], [2, 1]))),
      'Cholesky.fromSymmetric: the matrix is not positive definite: pivot 1 is -3',
    ],
    [
      F.pipe(
        Cholesky.fromSymmetric(symmetric(matrix([1]))),
        E.chain((factor) => Cholesky.solve(factor)(vector(1, 2))),
      ),
      'Cholesky.solve: expected length 1, got length 2',
    ],
    [GramSchmidt.fromColumns(singular), 'GramSchmidt.fromColumns: column 1 is a combination of those before it'],
    [GramSchmidt.fromColumns(wide), 'GramSchmidt.fromColumns: column 2 is a combination of those before it'],
    [
      OrthogonalMatrix.fromColumns(matrix([1, 0], [0, 2])),
      'OrthogonalMatrix.fromColumns: the product of columns 1 and 1 is 4, not 1',
    ],
    [OrthogonalMatrix.fromSquare(wide), 'OrthogonalMatrix.fromSquare: expected shape 2×2, got shape 2×3'],
    [Probability.fromVector(vector(0.5, 0.25)), 'Probability.fromVector: the entries add up to 0.75, not 1'],
    [Probability.fromVector(vector(1.5, -0.5)), 'Probability.fromVector: expected entry (0) from 0 to 1, got 1.5'],
    [Probability.fromVector(Vector.scale(NaN)(vector(1))), 'Probability.fromVector: entry (0) is NaN'],
    [Qr.fromMatrix(huge), 'Qr.fromMatrix: the result is too large for a float64'],
    [Svd.fromMatrix(huge), 'Svd.fromMatrix: the result is too large for a float64'],
    [SingularValues.spectralNorm(huge), 'SingularValues.fromMatrix: the result is too large for a float64'],
    [
      SymmetricEigen.fromSymmetric(symmetric(huge)),
      'SymmetricEigen.fromSymmetric: the result is too large for a float64',
    ],
    [Eigenvalues.spectralRadius(huge), 'Eigenvalues.fromMatrix: the result is too large for a float64'],
    [Eigenvalues.fromMatrix(wide), 'Eigenvalues.fromMatrix: expected shape 2×2, got shape 2×3'],
    [Eigenvalues.balance(wide), 'Eigenvalues.balance: expected shape 2×2, got shape 2×3'],
    [SingularValues.rankWithin(-1)(square), 'SingularValues.rankWithin: expected a tolerance of 0 or more, got -1'],
    [
      PseudoInverse.fromMatrixWithin(NaN)(square),
      'PseudoInverse.fromMatrixWithin: expected a tolerance of 0 or more, got NaN',
    ],
    [PseudoInverse.fromMatrix(matrix([1e-309])), 'PseudoInverse.fromMatrix: the result is too large for a float64'],
    [LeastSquares.solve(wide)(vector(1)), 'LeastSquares.solve: expected length 2, got length 1'],
    [LeastSquares.ridge(-1)(square)(vector(1, 1)), 'LeastSquares.ridge: expected a λ of 0 or more, got -1'],
    [Summation.dot(vector(1))(vector()), 'Summation.dot: expected length 1, got length 0'],
    [Summation.exactDot(vector(1))(vector()), 'Summation.exactDot: expected length 1, got length 0'],
    [E.left(LinalgError.notConverged('a test')), 'a test: the iteration did not converge'],
  ])('%#', (outcome, sentence) => {
    expect(E.mapLeft(LinalgError.render)(outcome)).toEqual(E.left(sentence))
  })

  test.each<[string, (a: Matrix.Matrix) => Outcome]>([
    ['Lu', Lu.fromMatrix],
    ['Cholesky', (a) => Cholesky.fromSymmetric(SymmetricMatrix.unsafeSymmetric(a))],
    ['Qr', Qr.fromMatrix],
    ['Svd', Svd.fromMatrix],
    ['SymmetricEigen', (a) => SymmetricEigen.fromSymmetric(SymmetricMatrix.unsafeSymmetric(a))],
    ['Eigenvalues', Eigenvalues.fromMatrix],
    ['balance', Eigenvalues.balance],
    ['GramSchmidt', GramSchmidt.fromColumns],
    ['PseudoInverse', PseudoInverse.fromMatrix],
    ['columnSpace', Subspace.columnSpace],
    ['nullSpace', Subspace.nullSpace],
    ['rank', SingularValues.rank],
    ['conditionNumber', SingularValues.conditionNumber],
    ['OrthogonalMatrix', OrthogonalMatrix.fromColumns],
    ['LeastSquares', (a) => LeastSquares.solve(a)(vector(1, 1))],
  ])('%s refuses what is not finite', (_, operation) => {
    for (const bad of [infinite, Matrix.scale(NaN)(square)])
      expect(operation(bad)).toMatchObject(E.left({ _tag: 'NotFinite', index: [0, 0] }))
  })
})

describe('matrices without rows, without columns, and of one entry', () => {
  const empty = Matrix.zeros(0, 0)
  test('0×0', () => {
    expect(Lu.determinant(factored(empty))).toBe(1)
    expect(Lu.logDeterminant(factored(empty))).toEqual({ sign: 1, logAbs: 0 })
    expect(right(Lu.inverse(factored(empty)))).toMatchObject({ rows: 0, cols: 0 })
    expect(right(Svd.fromMatrix(empty)).values).toHaveLength(0)
    expect(right(Eigenvalues.fromMatrix(empty))).toEqual([])
    expect(right(Eigenvalues.spectralRadius(empty))).toBe(0)
    expect(right(SingularValues.spectralNorm(empty))).toBe(0)
    expect(right(SingularValues.conditionNumber(empty))).toBe(1)
    expect(right(SingularValues.rank(empty))).toBe(0)
    expect(right(SymmetricEigen.fromSymmetric(symmetric(empty))).values).toHaveLength(0)
    expect(right(Cholesky.fromSymmetric(symmetric(empty))).lower).toMatchObject({ rows: 0 })
  })
  test.each([
    [3, 0],
    [0, 3],
  ])('%d×%d', (m, n) => {
    const a = Matrix.zeros(m, n)
    expect(right(Qr.fromMatrix(a))).toMatchObject({ q: { rows: m, cols: 0 }, r: { rows: 0, cols: n } })
    expect(right(Svd.fromMatrix(a))).toMatchObject({ u: { rows: m, cols: 0 }, v: { rows: n, cols: 0 } })
    expect(right(PseudoInverse.fromMatrix(a))).toMatchObject({ rows: n, cols: m })
    expect(Matrix.toRows(right(Subspace.nullSpace(a)))).toEqual(Matrix.toRows(Matrix.identity(n)))
    expect(right(LeastSquares.solve(a)(Vector.zeros(m)))).toMatchObject({ rank: 0, residualNorm: 0 })
  })
  test('1×1', () => {
    const a = matrix([-4])
    expect(Matrix.toRows(right(Lu.inverse(factored(a))))).toEqual([[-0.25]])
    expect(Vector.toArray(right(Svd.fromMatrix(a)).values)).toEqual([4])
    expect(Vector.toArray(right(SymmetricEigen.fromSymmetric(symmetric(a))).values)).toEqual([-4])
    expect(right(Eigenvalues.fromMatrix(a))).toEqual([{ re: -4, im: 0 }])
    expect(Matrix.toRows(right(PseudoInverse.fromMatrix(a)))).toEqual([[-0.25]])
    expect(Matrix.toRows(right(Qr.fromMatrix(a)).r)).toEqual([[4]])
  })
})

describe('greater sizes, where other kernels and blocks come in', () => {
  const n = 70
  const [numbers] = Random.normals(3 * n * n)(Random.fromSeed(1))
  const entry = (i: number, j: number): number => numbers[i * n + j] ?? NaN
  const a = right(Matrix.fromFunction(n, n)(entry))
  const low = right(
    Matrix.matMul(right(Matrix.fromFunction(n, 5)((i, j) => entry(i + n, j))))(
      right(Matrix.fromFunction(5, n)((i, j) => entry(i + 2 * n, j))),
    ),
  )

  /** ‖B − C D‖, of which the product is off by n u at most, too. */
  const off = (b: Matrix.Matrix, c: Matrix.Matrix, d: Matrix.Matrix): number =>
    Norm.frobenius(right(Matrix.subtract(right(Matrix.matMul(c)(d)))(b)))
  const obliqueness = (q: Matrix.Matrix): number => off(Matrix.identity(q.cols), Matrix.transpose(q), q)

  test('the singular value decomposition', () => {
    for (const b of [a, low]) {
      const { u, values, v } = right(Svd.fromMatrix(b))
      const error = off(b, right(Matrix.matMul(u)(Matrix.diagonal(values))), Matrix.transpose(v))
      expect(error / Norm.frobenius(b)).toBeLessThan(4 * svdBound(b))
      expect(Math.max(obliqueness(u), obliqueness(v))).toBeLessThan(n * svdBound(b))
    }
    expect(right(SingularValues.rank(low))).toBe(5)
    expect(right(Subspace.nullSpace(low)).cols).toBe(n - 5)
  })
  test('eigenvalues and eigenvectors', () => {
    const s = SymmetricMatrix.unsafeSymmetric(right(Matrix.add(a)(Matrix.transpose(a))))
    const { values, vectors } = right(SymmetricEigen.fromSymmetric(s))
    const error = off(right(Matrix.matMul(vectors)(Matrix.diagonal(values))), s, vectors)
    expect(error / Norm.frobenius(s)).toBeLessThan(symmetricQlVectors(n))
    expect(obliqueness(vectors)).toBeLessThan(symmetricQlVectors(n))
    // A symmetric matrix has the same eigenvalues whoever finds them.
    const general = right(Eigenvalues.fromMatrix(s))
    const sorted = general.map(({ re }) => re).toSorted((x, y) => x - y)
    expect(general.every(({ im }) => Math.abs(im) < 1e-12)).toBe(true)
    sorted.forEach((each, k) => expect(Math.abs(each - (values.data[k] ?? NaN))).toBeLessThan(1e-11))
  })
  test('solutions', () => {
    const b = right(Vector.fromFunction(n)((i) => entry(i, i)))
    const x = right(Lu.solve(factored(a))(b))
    const [image, fit] = [right(Matrix.matVec(a)(x)), right(LeastSquares.solve(a)(b))]
    expect(right(Norm.distance(image)(b))).toBeLessThan(1e-11 * Norm.norm2(x))
    expect(right(Norm.distance(fit.solution)(x))).toBeLessThan(1e-9 * Norm.norm2(x))
    expect(fit.rank).toBe(n)
  })
})
