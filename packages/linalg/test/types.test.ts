import type { either as E } from 'fp-ts'
import { expectTypeOf, test } from 'vitest'
import { Matrix, SignMatrix, SymmetricMatrix, Vector, type LinalgError, type ReadonlyFloat64 } from '../src/index.js'

const weights: Matrix.Matrix<'out', 'in'> = Matrix.zeros(2, 3)
const input: Vector.Vector<'in'> = Vector.zeros(3)
const output: Vector.Vector<'out'> = Vector.zeros(2)

type Result<A> = E.Either<LinalgError.LinalgError, A>

test('a product lies along the rows of the matrix', () => {
  expectTypeOf(Matrix.matVec(weights)(input)).toEqualTypeOf<Result<Vector.Vector<'out'>>>()
  expectTypeOf(Matrix.vecMat(weights)(output)).toEqualTypeOf<Result<Vector.Vector<'in'>>>()
  expectTypeOf(Matrix.transpose(weights)).toEqualTypeOf<Matrix.Matrix<'in', 'out'>>()
  expectTypeOf(Matrix.outer(output)(input)).toEqualTypeOf<Matrix.Matrix<'out', 'in'>>()
  expectTypeOf(Matrix.matMul(weights)(Matrix.transpose(weights))).toEqualTypeOf<Result<Matrix.Matrix<'out', 'out'>>>()
  expectTypeOf(Matrix.transposeMatMul(weights)(weights)).toEqualTypeOf<Result<Matrix.Matrix<'in', 'in'>>>()
  expectTypeOf(Matrix.matMulTranspose(weights)(weights)).toEqualTypeOf<Result<Matrix.Matrix<'out', 'out'>>>()
})

test('packed patterns keep their axes', () => {
  const typed = (patterns: SignMatrix.SignMatrix<'pattern', 'unit'>, states: SignMatrix.SignMatrix<'time', 'unit'>) => {
    expectTypeOf(SignMatrix.gram(patterns)).toEqualTypeOf<SymmetricMatrix.SymmetricMatrix<'unit'>>()
    expectTypeOf(SignMatrix.matMulTranspose(states)(patterns)).toEqualTypeOf<Result<Matrix.Matrix<'time', 'pattern'>>>()
    // @ts-expect-error patterns lie along units, not along patterns
    SignMatrix.matMulTranspose(states)(SignMatrix.transpose(patterns))
  }
  expectTypeOf(typed).toBeFunction()
})

test('axes that do not meet are rejected', () => {
  // @ts-expect-error the columns of the weights lie along 'in'
  Matrix.matVec(weights)(output)
  // @ts-expect-error the rows of the weights lie along 'out'
  Matrix.vecMat(weights)(input)
  // @ts-expect-error 'in' does not meet 'out'
  Matrix.matMul(weights)(weights)
  // @ts-expect-error a sum has one axis
  Vector.add(input)(output)
  // @ts-expect-error only a square matrix has a trace
  Matrix.trace(weights)
  // @ts-expect-error a vector without a named axis might lie along any
  Matrix.matVec(weights)(Vector.negate<string>(input))
})

test('nothing can be written through a vector or a matrix', () => {
  expectTypeOf<Float64Array>().toExtend<ReadonlyFloat64>()
  expectTypeOf<ReadonlyArray<number>>().toExtend<ReadonlyFloat64>()
  expectTypeOf<ReadonlyFloat64>().not.toExtend<Float64Array>()
  const write = (x: Vector.Vector, a: Matrix.Matrix): void => {
    // @ts-expect-error entries are readonly
    x.data[0] = 1
    // @ts-expect-error entries are readonly
    a.data[0] = 1
    // @ts-expect-error so is the record
    x.length = 1
    // @ts-expect-error a view has no method that writes
    x.data.fill(1)
  }
  expectTypeOf(write).toBeFunction()
})

test('a proof is not given away', () => {
  const plain: Matrix.Matrix<'unit', 'unit'> = Matrix.zeros(2, 2)
  expectTypeOf(SymmetricMatrix.fromMatrix(plain)).toEqualTypeOf<Result<SymmetricMatrix.SymmetricMatrix<'unit'>>>()
  expectTypeOf<SymmetricMatrix.ZeroDiagonal<'unit'>>().toExtend<SymmetricMatrix.SymmetricMatrix<'unit'>>()
  expectTypeOf<SymmetricMatrix.SymmetricMatrix<'unit'>>().toExtend<Matrix.Matrix<'unit', 'unit'>>()
  // @ts-expect-error a matrix is not known to be symmetric
  SymmetricMatrix.clearDiagonal(plain)
  // @ts-expect-error no matrix with two axes is symmetric
  SymmetricMatrix.fromMatrix(weights)
})
