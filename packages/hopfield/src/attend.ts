/**
 * How continuous memories weigh their patterns: the same steps for one query and for many.
 *
 * Convention: queries are rows, and what is blocked is 1 in a row for each of them. Weights below 2⁻⁸⁰ count as 0 in an
 *             answer, which moves it by less than P·2⁻⁸⁰ of the largest value; so few of many patterns need to be read.
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, Softmax, type ReadonlyFloat64, type Vector } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { block, clear, countFrom, gather, prune, softMean, squares } from './kernels/softmax.js'

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

/** Which patterns are blocked, 1 for each that is, for each query in turn; nothing is where there is none. */
export type Blocked = ReadonlyFloat64 | undefined

const NEGLIGIBLE = 2 ** -80

const matrixOf = (rows: number, cols: number, data: ReadonlyFloat64): Matrix.Matrix => ({
  _tag: 'Matrix',
  rows,
  cols,
  data,
})

/** Sizes agree here: what cannot happen would be a matrix of zeros. */
const product = (rows: number, cols: number, answer: E.Either<unknown, { readonly data: ReadonlyFloat64 }>) =>
  F.pipe(
    answer,
    E.match(
      () => Matrix.zeros(rows, cols),
      ({ data }) => matrixOf(rows, cols, data),
    ),
  )

const firstRow = ({ data }: Matrix.Matrix): Vector.Vector => ({ _tag: 'Vector', length: data.length, data })

/** Q Xᵀ, the scores of every pattern for every query. */
export const scoresOf = (keys: Matrix.Matrix, queries: Matrix.Matrix): Matrix.Matrix =>
  queries.rows === 1
    ? product(1, keys.rows, Matrix.matVec(keys)(firstRow(queries)))
    : product(queries.rows, keys.rows, Matrix.matMulTranspose(queries)(keys))

/** The scores, −∞ where they are blocked; a row that is blocked throughout stays as it is. */
const open = (scores: Matrix.Matrix, blocked: Blocked): Matrix.Matrix => {
  if (blocked === undefined) return scores
  const out = new Float64Array(scores.data.length)
  block(out, scores.data, blocked, scores.rows, scores.cols)
  return matrixOf(scores.rows, scores.cols, out)
}

/** softmax(β z) of each row; 0 where blocked, a whole row of zeros where all are. */
export const weightsOf = (beta: number, scores: Matrix.Matrix, blocked: Blocked): Matrix.Matrix => {
  const weights = product(scores.rows, scores.cols, Softmax.softmaxRows(beta)(open(scores, blocked)))
  if (blocked === undefined) return weights
  const out = new Float64Array(weights.data.length)
  clear(out, weights.data, blocked)
  return matrixOf(weights.rows, weights.cols, out)
}

/** In so small a part of all weights it pays to look for those that are not 0. */
const FEW = 1 / 8

/** The weights, those that are negligible replaced by 0. */
const pruned = (weights: Matrix.Matrix, kept: number): Matrix.Matrix => {
  if (kept === weights.data.length) return weights
  const out = new Float64Array(weights.data.length)
  prune(out, weights.data, NEGLIGIBLE)
  return matrixOf(weights.rows, weights.cols, out)
}

/** W V: what the weights make of the values. */
export const mix = (weights: Matrix.Matrix, values: Matrix.Matrix): Matrix.Matrix => {
  const { cols, data, rows } = weights
  const kept = countFrom(NEGLIGIBLE, data)
  if (kept < FEW * rows * cols) {
    const out = new Float64Array(rows * values.cols)
    gather(out, data, values.data, NEGLIGIBLE, rows, cols, values.cols)
    return matrixOf(rows, values.cols, out)
  }
  const some = pruned(weights, kept)
  return rows === 1
    ? product(1, values.cols, Matrix.vecMat(values)(firstRow(some)))
    : product(rows, values.cols, Matrix.matMul(some)(values))
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

const bits = (masked: ReadonlyArray<boolean>): Float64Array => Float64Array.from(masked, Number)

/** The patterns of the memory that are blocked for a single query. */
const blockedOf = ({ masked }: Keyed): Blocked => (masked === undefined ? undefined : bits(masked))

/** The query, if it belongs to the memory: of its size, and not beyond what sums can hold. */
export const fit =
  (operation: string, { size }: Keyed) =>
  (query: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    query.length === size
      ? E.map(() => query)(bounded(operation)(row(query)))
      : E.left(sizeMismatch(operation, size, query.length))

/** The scores X y of a state that belongs to the memory. */
export const scores = ({ keys }: Keyed, y: Vector.Vector): Matrix.Matrix => scoresOf(keys, row(y))

/** softmax(β z) of scores, masked patterns left out. */
export const weights = (memory: Keyed, z: Matrix.Matrix): Vector.Vector =>
  firstRow(weightsOf(memory.beta, z, blockedOf(memory)))

/** Σ wₚ rowₚ of the keys or of the values. */
export const mixed = (rows: Matrix.Matrix, weights: Vector.Vector): Vector.Vector => firstRow(mix(row(weights), rows))

/** ½ M² over the patterns that are not masked; `undefined` where all are. */
export const halfSquare = ({ keys, masked }: Keyed): number | undefined => {
  const squares = squaredNorms(keys).filter((_, p) => masked?.[p] !== true)
  return squares.length === 0 ? undefined : 0.5 * squares.reduce((most, square) => Math.max(most, square))
}

/** The energy, from the scores of the state and ½ M². */
export const energy = (memory: Keyed, y: Vector.Vector, z: Matrix.Matrix, halfM: number | undefined): number => {
  const half = 0.5 * (squaredNorms(row(y))[0] ?? 0)
  return halfM === undefined
    ? half
    : Math.max(0, half + halfM - softMean(memory.beta, open(z, blockedOf(memory)).data, z.cols))
}
