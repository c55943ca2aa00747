import { either as E, function as F } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import {
  Cholesky,
  LeastSquares,
  Lu,
  Matrix,
  PseudoInverse,
  Qr,
  SingularValues,
  Subspace,
  Svd,
  SymmetricEigen,
  SymmetricMatrix,
  Vector,
} from '../src/index.js'
import { expectAllClose, expectClose, expectRowsClose, matrixOf, type Rows } from './close.js'
import goldens from './goldens/factorization.json' with { type: 'json' }
import { right } from './right.js'

/** x yᵀ, for columns of two matrices. */
const outer = (a: Matrix.Matrix, b: Matrix.Matrix, k: number): Rows => {
  const [x, y] = [Matrix.toRows(Matrix.transpose(a))[k] ?? [], Matrix.toRows(Matrix.transpose(b))[k] ?? []]
  return x.map((each) => y.map((other) => each * other))
}

describe('singular values agree with scipy', () => {
  test.each(goldens.singular)('$id', ({ inputs, expected, tolerance }) => {
    const a = matrixOf(inputs.A)
    const { u, values, v } = right(Svd.fromMatrix(a))
    expectAllClose(Vector.toArray(values), expected.singular_values, tolerance)
    expectAllClose(Vector.toArray(right(SingularValues.fromMatrix(a))), expected.singular_values, tolerance)
    expectRowsClose(Matrix.toRows(right(PseudoInverse.fromMatrix(a))), expected.pinv, tolerance)
    expect(right(SingularValues.rank(a))).toBe(expected.rank)
    expect(right(Subspace.columnSpace(a)).cols).toBe(expected.rank)
    expectClose(right(SingularValues.spectralNorm(a)), expected.singular_values[0] ?? NaN, tolerance)
    expected.rank1_terms_u_vT?.forEach((term, k) => expectRowsClose(outer(u, v, k), term, tolerance))
    expected.right_projectors?.forEach((term, k) => expectRowsClose(outer(v, v, k), term, tolerance))
  })
})

describe('Q and R with a positive diagonal agree with scipy', () => {
  test.each(goldens.singular.filter(({ expected }) => expected.qr_of !== undefined))(
    '$id',
    ({ expected, tolerance }) => {
      const { q, r } = right(Qr.fromMatrix(matrixOf(expected.qr_of ?? [])))
      expectRowsClose(Matrix.toRows(q), expected.Q_positive_diag ?? [], tolerance)
      expectRowsClose(Matrix.toRows(r), expected.R_positive_diag ?? [], tolerance)
    },
  )
})

describe('eigenvalues and eigenspaces of symmetric matrices agree with scipy', () => {
  test.each(goldens.eigen)('$id', ({ inputs, expected, tolerance }) => {
    const a = right(SymmetricMatrix.fromMatrix(matrixOf(inputs.A)))
    const { values, vectors } = right(SymmetricEigen.fromSymmetric(a))
    expectAllClose(Vector.toArray(values), expected.eigenvalues_ascending, tolerance)
    const starts = expected.eigenspaces.map((_, k) =>
      expected.eigenspaces.slice(0, k).reduce((sum, { multiplicity }) => sum + multiplicity, 0),
    )
    expected.eigenspaces.forEach(({ projector, multiplicity }, k) => {
      const terms = Array.from({ length: multiplicity }, (_, i) => outer(vectors, vectors, (starts[k] ?? NaN) + i))
      const sum = projector.map((row, i) => row.map((_, j) => terms.reduce((s, term) => s + (term[i]?.[j] ?? NaN), 0)))
      expectRowsClose(sum, projector, tolerance)
    })
  })
})

describe('solutions, inverses and determinants agree with scipy', () => {
  test.each(goldens.solve)('$id', ({ inputs, expected, tolerance }) => {
    const lu = right(Lu.fromMatrix(matrixOf(inputs.A)))
    expectRowsClose(Matrix.toRows(right(Lu.solveMatrix(lu)(matrixOf(inputs.B)))), expected.X, tolerance)
    expectRowsClose(Matrix.toRows(right(Lu.inverse(lu))), expected.inv, tolerance)
    expectClose(Lu.determinant(lu), expected.det, tolerance)
    expectAllClose([Lu.logDeterminant(lu).sign, Lu.logDeterminant(lu).logAbs], expected.slogdet, tolerance)
  })
  test.each(goldens.cholesky)('$id', ({ inputs, expected, tolerance }) => {
    const factor = F.pipe(matrixOf(inputs.A), SymmetricMatrix.fromMatrix, E.chain(Cholesky.fromSymmetric), right)
    expectRowsClose(Matrix.toRows(factor.lower), expected.L, tolerance)
  })
  test.each(goldens.leastSquares)('$id', ({ inputs, expected, tolerance }) => {
    const fit = F.pipe(inputs.b, Vector.fromArray, E.chain(LeastSquares.solve(matrixOf(inputs.A))), right)
    expectAllClose(Vector.toArray(fit.solution), expected.x, tolerance)
    expectClose(fit.residualNorm ** 2, expected.residual, tolerance)
    expect(fit.rank).toBe(expected.rank)
  })
})
