import { either as E, type eq } from 'fp-ts'
import { Eq as MatrixEq } from '../Matrix.js'
import { Eq as VectorEq } from '../Vector.js'

/** What an operation under test returns; how it words its errors is its own affair. */
export type Result<A> = E.Either<unknown, A>

/** Whether two results are both there, and equal. */
const agree =
  <A>(same: eq.Eq<A>) =>
  (x: Result<A>, y: Result<A>): boolean =>
    E.isRight(x) && E.isRight(y) && same.equals(x.right, y.right)

export const vectorsAgree = agree(VectorEq)
export const matricesAgree = agree(MatrixEq)
export const numbersAgree = agree<number>({ equals: (x, y) => x === y })
