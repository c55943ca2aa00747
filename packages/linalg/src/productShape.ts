import { either as E } from 'fp-ts'
import { sizeMismatch, type LinalgError } from './LinalgError.js'

interface Shaped {
  readonly rows: number
  readonly cols: number
}

/** m, k and n of a product of m×k and k×n, either operand as it is or transposed. */
export const productShape = (
  operation: string,
  a: Shaped,
  b: Shaped,
  leftTransposed: boolean,
  rightTransposed: boolean,
): E.Either<LinalgError, readonly [m: number, k: number, n: number]> => {
  const [m, k] = leftTransposed ? [a.cols, a.rows] : [a.rows, a.cols]
  const [l, n] = rightTransposed ? [b.cols, b.rows] : [b.rows, b.cols]
  return k === l
    ? E.right([m, k, n])
    : E.left(sizeMismatch(operation, rightTransposed ? [n, k] : [k, n], [b.rows, b.cols]))
}
