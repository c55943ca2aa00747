import { either as E, function as F } from 'fp-ts'
import * as Cholesky from '../Cholesky.js'
import * as GramSchmidt from '../GramSchmidt.js'
import * as LeastSquares from '../LeastSquares.js'
import * as Lu from '../Lu.js'
import { transpose, type Matrix } from '../Matrix.js'
import * as PseudoInverse from '../PseudoInverse.js'
import * as Qr from '../Qr.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import * as Subspace from '../Subspace.js'
import * as Svd from '../Svd.js'
import * as SymmetricEigen from '../SymmetricEigen.js'
import type { Vector } from '../Vector.js'
import { symmetrised, wholeProduct } from './matrices.js'

interface Inputs {
  readonly a: Matrix
  readonly b: Matrix
  readonly x: Vector
}

/** Where the result is stored; nowhere if there is none. Great matrices are left to cheaper operations. */
const data =
  (f: (inputs: Inputs) => E.Either<unknown, { readonly data: ReadonlyFloat64 }>) =>
  (inputs: Inputs): ReadonlyFloat64 =>
    inputs.a.rows > 12
      ? []
      : F.pipe(
          f(inputs),
          E.match(
            () => [],
            (result) => result.data,
          ),
        )

/** What factorizations and all that is built on them store their results in. */
export const factorOperations: Readonly<Record<string, (inputs: Inputs) => ReadonlyFloat64>> = {
  lu: data(({ a }) =>
    F.pipe(
      Lu.fromMatrix(a),
      E.map(({ factors }) => factors),
    ),
  ),
  luLower: data(({ a }) => F.pipe(Lu.fromMatrix(a), E.map(Lu.lower))),
  luUpper: data(({ a }) => F.pipe(Lu.fromMatrix(a), E.map(Lu.upper))),
  luSolve: data(({ a, x }) =>
    F.pipe(
      Lu.fromMatrix(a),
      E.chain((lu) => Lu.solve(lu)(x)),
    ),
  ),
  luInverse: data(({ a }) => F.pipe(Lu.fromMatrix(a), E.chain(Lu.inverse))),
  cholesky: data(({ a }) =>
    F.pipe(
      Cholesky.fromSymmetric(symmetrised(wholeProduct(a, transpose(a)))),
      E.map(({ lower }) => lower),
    ),
  ),
  qrBasis: data(({ a }) =>
    F.pipe(
      Qr.fromMatrix(a),
      E.map(({ q }) => q),
    ),
  ),
  qrTriangle: data(({ a }) =>
    F.pipe(
      Qr.fromMatrix(a),
      E.map(({ r }) => r),
    ),
  ),
  gramSchmidt: data(({ a }) => GramSchmidt.fromColumns(a)),
  eigenvectors: data(({ a }) =>
    F.pipe(
      SymmetricEigen.fromSymmetric(symmetrised(a)),
      E.map(({ vectors }) => vectors),
    ),
  ),
  svdLeft: data(({ a }) =>
    F.pipe(
      Svd.fromMatrix(a),
      E.map(({ u }) => u),
    ),
  ),
  svdRight: data(({ a }) =>
    F.pipe(
      Svd.fromMatrix(a),
      E.map(({ v }) => v),
    ),
  ),
  pseudoInverse: data(({ a }) => PseudoInverse.fromMatrix(a)),
  leastSquares: data(({ a, x }) =>
    F.pipe(
      LeastSquares.solve(a)(x),
      E.map(({ solution }) => solution),
    ),
  ),
  ridge: data(({ a, x }) => LeastSquares.ridge(1)(a)(x)),
  columnSpace: data(({ a }) => Subspace.columnSpace(a)),
  nullSpace: data(({ a }) => Subspace.nullSpace(a)),
  projector: data(({ a }) => F.pipe(Subspace.columnSpace(a), E.map(Subspace.projector))),
}
