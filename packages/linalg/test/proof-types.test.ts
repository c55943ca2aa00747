import type { either as E, option as O } from 'fp-ts'
import { expectTypeOf, test } from 'vitest'
import {
  Cholesky,
  GramSchmidt,
  Hadamard,
  LeastSquares,
  Lu,
  Matrix,
  OrthogonalMatrix,
  type Probability,
  PseudoInverse,
  type Qr,
  Softmax,
  Subspace,
  type Svd,
  SymmetricEigen,
  SymmetricMatrix,
  Vector,
  type LinalgError,
} from '../src/index.js'

type Result<A> = E.Either<LinalgError.LinalgError, A>

const weights: Matrix.Matrix<'out', 'in'> = Matrix.zeros(2, 3)
const input: Vector.Vector<'in'> = Vector.zeros(3)
const output: Vector.Vector<'out'> = Vector.zeros(2)
const couplings: SymmetricMatrix.SymmetricMatrix<'unit'> = SymmetricMatrix.unsafeSymmetric(Matrix.identity<'unit'>(2))

type Lu_ = Lu.Lu<'out', 'in'>
type Svd_ = Svd.Svd<'out', 'in'>
type Qr_ = Qr.Qr<'out', 'in'>

test('a factorization knows along which axes its factors lie', () => {
  expectTypeOf(Lu.fromMatrix(weights)).toEqualTypeOf<Result<Lu_>>()
  expectTypeOf<Qr_['q']>().toEqualTypeOf<OrthogonalMatrix.Orthonormal<'out', 'basis'>>()
  expectTypeOf<Qr_['r']>().toEqualTypeOf<Matrix.Matrix<'basis', 'in'>>()
  expectTypeOf<Svd_['u']>().toEqualTypeOf<OrthogonalMatrix.Orthonormal<'out', 'component'>>()
  expectTypeOf<Svd_['v']>().toEqualTypeOf<OrthogonalMatrix.Orthonormal<'in', 'component'>>()
  expectTypeOf(PseudoInverse.fromMatrix(weights)).toEqualTypeOf<Result<Matrix.Matrix<'in', 'out'>>>()
  expectTypeOf(Subspace.nullSpace(weights)).toEqualTypeOf<Result<OrthogonalMatrix.Orthonormal<'in', 'basis'>>>()
  expectTypeOf(Subspace.columnSpace(weights)).toEqualTypeOf<Result<OrthogonalMatrix.Orthonormal<'out', 'basis'>>>()
  expectTypeOf(SymmetricEigen.fromSymmetric(couplings)).toEqualTypeOf<Result<SymmetricEigen.SymmetricEigen<'unit'>>>()
})

test('a solution lies along the columns, a right-hand side along the rows', () => {
  const solve = (lu: Lu_, svd: Svd_): void => {
    expectTypeOf(Lu.solve(lu)(output)).toEqualTypeOf<Result<Vector.Vector<'in'>>>()
    expectTypeOf(Lu.inverse(lu)).toEqualTypeOf<Result<Matrix.Matrix<'in', 'out'>>>()
    expectTypeOf(LeastSquares.solve(weights)(output)).toEqualTypeOf<Result<LeastSquares.Fit<'in'>>>()
    expectTypeOf(LeastSquares.ridge(1)(weights)(output)).toEqualTypeOf<Result<Vector.Vector<'in'>>>()
    // @ts-expect-error the right-hand side lies along 'in'
    Lu.solve(lu)(input)
    // @ts-expect-error the right-hand side lies along 'in'
    LeastSquares.solve(weights)(input)
    // @ts-expect-error 'component' does not meet 'out'
    Matrix.matMul(svd.u)(svd.u)
    // @ts-expect-error the inverse goes the other way
    const inverse: Result<typeof weights> = Lu.inverse(lu)
    expectTypeOf(inverse).not.toBeAny()
  }
  expectTypeOf(solve).toBeFunction()
})

test('what needs a proof asks for it', () => {
  const plain: Matrix.Matrix<'unit', 'unit'> = Matrix.zeros(2, 2)
  const vector: Vector.Vector<'unit'> = Vector.zeros(2)
  // @ts-expect-error a matrix is not known to be symmetric
  Cholesky.fromSymmetric(plain)
  // @ts-expect-error a matrix is not known to be symmetric
  SymmetricEigen.fromSymmetric(plain)
  // @ts-expect-error its columns are not known to be orthonormal
  Subspace.projector(plain)
  // @ts-expect-error its columns are not known to be orthonormal
  Subspace.project(plain)(vector)
  // @ts-expect-error it is not known to be a Hadamard matrix
  Hadamard.kronecker(plain)(plain)
  // @ts-expect-error its entries are not known to be probabilities
  const probability: Probability.Probability<'unit'> = vector
  // @ts-expect-error orthonormal columns do not make a matrix orthogonal
  const orthogonal: OrthogonalMatrix.Orthogonal<'unit', 'unit'> = OrthogonalMatrix.unsafeOrthonormal(plain)
  expectTypeOf([probability, orthogonal]).toBeArray()
})

test('what proves something says so', () => {
  expectTypeOf(Softmax.softmax(1)(input)).toEqualTypeOf<Result<Probability.Probability<'in'>>>()
  expectTypeOf<Probability.Probability<'in'>>().toExtend<Vector.Vector<'in'>>()
  expectTypeOf(GramSchmidt.fromColumns(weights)).toEqualTypeOf<Result<OrthogonalMatrix.Orthonormal<'out', 'in'>>>()
  expectTypeOf<OrthogonalMatrix.Orthogonal<'a', 'b'>>().toExtend<OrthogonalMatrix.Orthonormal<'a', 'b'>>()
  expectTypeOf<OrthogonalMatrix.Orthonormal<'a', 'b'>>().toExtend<Matrix.Matrix<'a', 'b'>>()
  expectTypeOf<SymmetricEigen.SymmetricEigen<'unit'>['vectors']>().toEqualTypeOf<
    OrthogonalMatrix.Orthogonal<'unit', 'eigen'>
  >()
  expectTypeOf(Subspace.projector(OrthogonalMatrix.unsafeOrthonormal(weights))).toEqualTypeOf<
    SymmetricMatrix.SymmetricMatrix<'out'>
  >()
  expectTypeOf(Hadamard.ofOrder(4)).toEqualTypeOf<O.Option<Hadamard.Hadamard>>()
  expectTypeOf<Hadamard.Hadamard>().toExtend<Matrix.Matrix>()
})
