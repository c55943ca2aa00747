/**
 * How continuous memories weigh their patterns: the same steps for one query and for many.
 *
 * Convention: queries are rows. What is masked is removed before anything is computed, so that it leaves no trace.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Softmax, SoftmaxMean, type ReadonlyFloat64, type Vector } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { keep, softMean, spread, squares } from './kernels/softmax.js'

/** What a memory is asked by. */
export interface Keyed {
  /** How many components a pattern has. */
  readonly size: number
  readonly beta: number
  /** What a query is compared with: P rows. */
  readonly keys: Matrix.Matrix
  /** Which patterns are masked; `undefined` where none is. */
  readonly masked: ReadonlyArray<boolean> | undefined
}

const matrixOf = (rows: number, cols: number, data: ReadonlyFloat64): Matrix.Matrix => ({
  _tag: 'Matrix',
  rows,
  cols,
  data,
})

/** Sizes agree here: what cannot happen would be a matrix of zeros, and so is what is made of nothing. */
const product = (rows: number, cols: number, answer: E.Either<unknown, { readonly data: ReadonlyFloat64 }>) =>
  F.pipe(
    answer,
    E.match(
      () => Matrix.zeros(rows, cols),
      ({ data }) => matrixOf(rows, cols, data),
    ),
  )

const firstRow = ({ data }: Matrix.Matrix): Vector.Vector => ({ _tag: 'Vector', length: data.length, data })

/** Q Kᵀ */
const fits = (keys: Matrix.Matrix, queries: Matrix.Matrix): Matrix.Matrix =>
  queries.rows === 1
    ? product(1, keys.rows, Matrix.matVec(keys)(firstRow(queries)))
    : product(queries.rows, keys.rows, Matrix.matMulTranspose(queries)(keys))

/** The rows of what is not masked. */
const unmasked = (rows: Matrix.Matrix, { masked }: Keyed): Matrix.Matrix => {
  if (masked === undefined) return rows
  const count = masked.filter((each) => !each).length
  const out = new Float64Array(count * rows.cols)
  keep(out, rows.data, masked, rows.cols)
  return matrixOf(count, rows.cols, out)
}

/** Q Xᵀ, the scores of every pattern that is not masked for every query. */
export const scoresOf = (memory: Keyed, queries: Matrix.Matrix): Matrix.Matrix =>
  fits(unmasked(memory.keys, memory), queries)

/** softmax(β z) of each row of scores; 0 where masked. */
export const weightsOf = ({ beta, keys, masked }: Keyed, scores: Matrix.Matrix): Matrix.Matrix => {
  const weights = product(scores.rows, scores.cols, Softmax.softmaxRows(beta)(scores))
  if (masked === undefined) return weights
  const out = new Float64Array(scores.rows * keys.rows)
  spread(out, weights.data, masked, scores.rows)
  return matrixOf(scores.rows, keys.rows, out)
}

/** softmax(β Q Xᵀ) V, masked patterns removed; zeros where all are. */
export const meansOf = (memory: Keyed, values: Matrix.Matrix, queries: Matrix.Matrix): Matrix.Matrix => {
  const keys = unmasked(memory.keys, memory)
  const answers = values === memory.keys ? keys : unmasked(values, memory)
  return product(queries.rows, values.cols, SoftmaxMean.softmaxMean({ beta: memory.beta })(keys)(answers)(queries))
}

/** Σᵢ xᵢ² of each row. */
const squaredNorms = ({ cols, data, rows }: Matrix.Matrix): Float64Array => {
  const out = new Float64Array(rows)
  squares(out, data, rows, cols)
  return out
}

/** Squared norms beyond this might overflow in sums. */
const mostSquare = 2 ** 1000

/** The rows, if no sum of their products can overflow. */
export const bounded =
  (operation: string) =>
  <M extends Matrix.Matrix>(rows: M): E.Either<HopfieldError, M> => {
    const odd = squaredNorms(rows).find((square) => !(square <= mostSquare))
    return odd === undefined
      ? E.right(rows)
      : E.left(outOfRange(operation, 'rows with norms up to 2^500', Math.sqrt(odd)))
  }

const row = ({ data, length }: Vector.Vector): Matrix.Matrix => ({ _tag: 'Matrix', rows: 1, cols: length, data })

/** The query, if it belongs to the memory: of its size, and not beyond what sums can hold. */
export const fit =
  (operation: string, { size }: Keyed) =>
  (query: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    query.length === size
      ? E.map(() => query)(bounded(operation)(row(query)))
      : E.left(sizeMismatch(operation, size, query.length))

/** The scores X y of a state that belongs to the memory, of every pattern that is not masked. */
export const scores = (memory: Keyed, y: Vector.Vector): Matrix.Matrix => scoresOf(memory, row(y))

/** softmax(β z) of these scores; 0 where masked. */
export const weights = (memory: Keyed, z: Matrix.Matrix): Vector.Vector => firstRow(weightsOf(memory, z))

/** The answer to a single query, by the keys or by the values. */
export const mean = (memory: Keyed, values: Matrix.Matrix, y: Vector.Vector): Vector.Vector =>
  firstRow(meansOf(memory, values, row(y)))

/** ½ M² over the patterns that are not masked; `undefined` where all are. */
export const halfSquare = ({ keys, masked }: Keyed): number | undefined => {
  const squares = squaredNorms(keys).filter((_, p) => masked?.[p] !== true)
  return squares.length === 0 ? undefined : 0.5 * squares.reduce((most, square) => Math.max(most, square))
}

/** The energy, from the scores of the state and ½ M². */
export const energy = ({ beta }: Keyed, y: Vector.Vector, z: Matrix.Matrix, halfM: number | undefined): number => {
  const half = 0.5 * (squaredNorms(row(y))[0] ?? 0)
  return halfM === undefined ? half : Math.max(0, half + halfM - softMean(beta, z.data, z.cols))
}
