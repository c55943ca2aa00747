import { describe, expect, test } from 'vitest'
import { LogSumExp, Matrix, Norm, Softmax, SymmetricMatrix, Vector } from '../src/index.js'
import { right } from './right.js'
import matrices from './goldens/matrix.json' with { type: 'json' }
import scores from './goldens/softmax.json' with { type: 'json' }

interface Tolerance {
  readonly abs: number
  readonly rel: number
}

const expectClose = (actual: number, expected: number, { abs, rel }: Tolerance): void => {
  if (actual !== expected) expect(Math.abs(actual - expected)).toBeLessThanOrEqual(abs + rel * Math.abs(expected))
}

const matrixOf = (rows: ReadonlyArray<ReadonlyArray<number>>): Matrix.Matrix => right(Matrix.fromRows(rows))

describe('softmax and log-sum-exp agree with scipy', () => {
  test.each(scores.cases)('$id', ({ inputs, expected, tolerance }) => {
    const x = right(Vector.fromExtended(inputs.x.map(Number)))
    const weights = Vector.toArray(right(Softmax.softmax(1)(x)))
    const logs = Vector.toArray(right(Softmax.logSoftmax(1)(x)))
    expect(weights).toHaveLength(expected.softmax.length)
    weights.forEach((w, i) => expectClose(w, Number(expected.softmax[i]), tolerance))
    logs.forEach((log, i) => expectClose(log, Number(expected.log_softmax[i]), tolerance))
    expectClose(right(LogSumExp.logSumExp(1)(x)), expected.logsumexp, tolerance)
  })
})

describe('the Frobenius norm agrees with scipy', () => {
  test.each(matrices.frobenius)('$id', ({ inputs, expected, tolerance }) =>
    expectClose(Norm.frobenius(matrixOf(inputs.A)), expected.frobenius, tolerance),
  )
})

describe('the trace of a symmetric matrix is the sum of its eigenvalues', () => {
  test.each(matrices.eigenvalues)('$id', ({ inputs, expected, tolerance }) => {
    const a = right(SymmetricMatrix.fromMatrix(matrixOf(inputs.A)))
    expectClose(
      right(Matrix.trace(a)),
      expected.eigenvalues.reduce((x, y) => x + y, 0),
      tolerance,
    )
  })
})

describe('a matrix times its inverse is the identity', () => {
  test.each(matrices.inverses)('$id', ({ inputs, expected, tolerance }) => {
    const product = right(Matrix.matMul(matrixOf(inputs.A))(matrixOf(expected.inv)))
    Matrix.toRows(product).forEach((row, i) =>
      row.forEach((entry, j) => expectClose(entry, i === j ? 1 : 0, tolerance)),
    )
  })
})
