/**
 * The triangular factors as laws look at them.
 */
import { either as E, function as F } from 'fp-ts'
import * as Lu from '../Lu.js'
import type { Matrix } from '../Matrix.js'
import type { Result } from './agree.js'
import { matrixOfArray } from './build.js'
import { indices } from './draw.js'
import { absProduct, at } from './residual.js'

type M = Matrix

/** L, U and the order of the rows. */
export interface Factors {
  readonly lower: M
  readonly upper: M
  readonly order: ReadonlyArray<number>
  readonly sign: number
}

/** A matrix, if it can be, as its factors. */
export type LuFactorization = (a: M) => Result<Factors>

export const factorization: LuFactorization = F.flow(
  Lu.fromMatrix,
  E.map((lu) => ({ lower: Lu.lower(lu), upper: Lu.upper(lu), order: lu.order, sign: lu.sign })),
)

/** Row i is row order[i] of A. */
export const permuted = (a: M, order: ReadonlyArray<number>): M =>
  matrixOfArray(
    a.rows,
    a.cols,
    order.flatMap((i) => indices(a.cols).map((j) => at(a, i, j))),
  )

export const inverseOf = (order: ReadonlyArray<number>): ReadonlyArray<number> => order.map((_, i) => order.indexOf(i))

/** Pᵀ |L||U| */
export const backwardBound = ({ lower, upper, order }: Factors): M =>
  permuted(absProduct(lower, upper), inverseOf(order))
