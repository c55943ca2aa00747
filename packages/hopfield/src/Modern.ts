/**
 * Modern Hopfield networks over real numbers: patterns that are called up by how well they fit.
 *
 * Definitions: the memory holds P patterns, the rows xₚ of X. A state y is drawn towards them by one formula,
 *              f(y) = Xᵀ softmax(β X y), and the energy
 *              E(y) = −lse(β, X y) + ½ yᵀy + β⁻¹ log P + ½ M², with M the largest norm of a pattern, never rises when y
 *              becomes f(y). β is an inverse temperature: at 0 every pattern counts alike, at ∞ only the best. A memory
 *              may answer with other values than the patterns that it is asked by (hetero-association).
 * Convention:  patterns, queries and answers are rows. Lecture V prints ½ M for ½ M², a product whose sizes do not fit,
 *              and calls β a temperature. A masked pattern has weight 0 and is as good as removed; where all are masked,
 *              all weights and the answer are 0, and E(y) = ½ yᵀy.
 * Laws:        modern_eq_reference, modern_energy_le, modern_energy_bounds, modern_hull, modern_mean, modern_single,
 *              modern_perm, modern_batch, modern_masked
 * References:  Ramsauer et al. (2020), "Hopfield networks is all you need"; Krotov and Hopfield (2016); Yuille and
 *              Rangarajan (2003) for why the energy falls; lecture V, "Hopfield networks is all you need".
 */
import { either as E, function as F } from 'fp-ts'
import { Matrix, type Vector } from '@engram/linalg'
import * as Attend from './attend.js'
import { empty, outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { stack } from './kernels/softmax.js'

export interface Modern extends Attend.Keyed {
  readonly _tag: 'Modern'
  /** What is answered: P rows; the keys themselves in an auto-associative memory. */
  readonly values: Matrix.Matrix
}

export interface Options {
  /** Inverse temperature, from 0 to ∞. */
  readonly beta: number
  /** What to answer, a row for each pattern; the patterns themselves by default. */
  readonly values?: Matrix.Matrix
}

/**
 * A memory of the patterns in the rows of a matrix.
 *
 * Shapes: patterns [P, n], values [P, m]
 * Errors: Empty (no pattern, or patterns without components), OutOfRange (β, another number of values than of patterns,
 *         numbers that are not finite or whose squares overflow)
 * Cost:   O(P·n)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Modern } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('patterns', Matrix.fromRows([[4, 0], [0, 4], [-4, 0]])),
 *   E.apS('query', Vector.fromArray([3, 1])),
 *   E.bindW('memory', ({ patterns }) => Modern.make({ beta: 8 })(patterns)),
 *   E.chainW(({ memory, query }) => Modern.retrieve(memory)(query)),
 *   E.map((answer) => Vector.toArray(answer).map(Math.round)),
 * ) // => E.right([4, 0])
 * ```
 */
export const make =
  ({ beta, values }: Options) =>
  (patterns: Matrix.Matrix): E.Either<HopfieldError, Modern> => {
    const operation = 'Modern.make'
    if (patterns.rows === 0 || patterns.cols === 0)
      return E.left(
        empty(operation, patterns.rows === 0 ? 'at least one pattern' : 'patterns of at least one component'),
      )
    if (!(beta >= 0))
      return E.left(outOfRange(`${operation} (beta)`, 'an inverse temperature from 0 to Infinity', beta))
    if (values !== undefined && values.rows !== patterns.rows)
      return E.left(outOfRange(`${operation} (values)`, `a row for each of ${patterns.rows} patterns`, values.rows))
    return F.pipe(
      Attend.bounded(operation)(patterns),
      E.chain(() => Attend.bounded(`${operation} (values)`)(values ?? patterns)),
      E.map(() => ({
        _tag: 'Modern',
        size: patterns.cols,
        beta,
        keys: patterns,
        values: values ?? patterns,
        masked: undefined,
      })),
    )
  }

/**
 * The memory with some of its patterns masked, in place of those that were.
 *
 * Errors: OutOfRange (not an entry for each pattern)
 * Laws:   modern_masked
 */
export const mask =
  (masked: ReadonlyArray<boolean>) =>
  (memory: Modern): E.Either<HopfieldError, Modern> =>
    masked.length === memory.keys.rows
      ? E.right({ ...memory, masked: masked.includes(true) ? masked : undefined })
      : E.left(outOfRange('Modern.mask', `an entry for each of ${memory.keys.rows} patterns`, masked.length))

/**
 * How much each pattern counts for a query.
 *
 * Formula:  w = softmax(β X y)
 * Shapes:   y [n] → [P]
 * Errors:   SizeMismatch, OutOfRange (a query that is not finite or overflows)
 * Cost:     O(P·n)
 * Numerics: the greatest score is subtracted first, so nothing overflows; exactly 0 where masked
 * Laws:     modern_eq_reference, modern_masked
 * Source:   Ramsauer et al. (2020), eq. 3
 */
export const weights =
  (memory: Modern) =>
  (query: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      query,
      Attend.fit('Modern.weights', memory),
      E.map((y) => Attend.weights(memory, Attend.scores(memory, y))),
    )

/**
 * What the memory answers when it is asked once.
 *
 * Formula:  Vᵀ softmax(β X y); f(y) = Xᵀ softmax(β X y) where the values are the patterns
 * Shapes:   y [n] → [m]
 * Errors:   SizeMismatch, OutOfRange (a query that is not finite or overflows)
 * Cost:     O(P·n) for the scores; then O(P·m), or O(m) for each pattern that counts where these are few
 * Numerics: as `SoftmaxMean.softmaxMean` of linalg: weights below 2⁻⁸⁰ of the greatest are left out, which moves the
 *           answer by less than P·2⁻⁸⁰ of the largest value; the same bits on every platform
 * Laws:     modern_eq_reference, modern_hull, modern_mean, modern_single, modern_perm
 * Source:   Ramsauer et al. (2020), eq. 3
 */
export const retrieve =
  (memory: Modern) =>
  (query: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      query,
      Attend.fit('Modern.retrieve', memory),
      E.map((y) => Attend.mean(memory, memory.values, y)),
    )

/**
 * The next state: the patterns weighed by how well they fit, whatever the memory answers with.
 *
 * Formula: f(y) = Xᵀ softmax(β X y)
 * Errors:  as `retrieve`
 * Cost:    as `retrieve`
 * Laws:    modern_energy_le, modern_hull
 * Source:  Ramsauer et al. (2020), eq. 3
 */
export const update =
  (memory: Modern) =>
  (state: Vector.Vector): E.Either<HopfieldError, Vector.Vector> =>
    F.pipe(
      state,
      Attend.fit('Modern.update', memory),
      E.map((y) => Attend.mean(memory, memory.keys, y)),
    )

/**
 * The energy of a state, with all of its constants: at least 0, and at most 2M² among the patterns.
 *
 * Formula:  E(y) = −lse(β, X y) + ½ yᵀy + β⁻¹ log P + ½ M², P and M those of the patterns that are not masked; for β = 0
 *           the limit ½ yᵀy + ½ M² less the mean score, for β = ∞ less the greatest
 * Errors:   SizeMismatch, OutOfRange (a state that is not finite or overflows)
 * Cost:     O(P·n)
 * Numerics: within (n + 2P + 32) u (M² + yᵀy) for u = 2⁻⁵³; what rounding puts below 0 is 0. log P and lse are never
 *           subtracted from each other: log of a mean of exponentials, which keeps small β right
 * Laws:     modern_energy_le, modern_energy_bounds
 * Source:   Ramsauer et al. (2020), eq. 2; lecture V prints ½ M for ½ M²
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Modern } from '@engram/hopfield'
 *
 * const energy = (y: ReadonlyArray<number>) =>
 *   F.pipe(
 *     Matrix.fromRows([[4, 0], [0, 4]]),
 *     E.chainW(Modern.make({ beta: Infinity })),
 *     E.bindTo('memory'),
 *     E.bindW('state', () => Vector.fromArray(y)),
 *     E.chainW(({ memory, state }) => Modern.energy(memory)(state)),
 *   )
 * energy([4, 0]) // => E.right(0)
 * energy([3, 1]) // => E.right(1)
 * ```
 */
export const energy =
  (memory: Modern) =>
  (state: Vector.Vector): E.Either<HopfieldError, number> =>
    F.pipe(
      state,
      Attend.fit('Modern.energy', memory),
      E.map((y) => Attend.energy(memory, y, Attend.scores(memory, y), Attend.halfSquare(memory))),
    )

export interface BatchOptions {
  /** A row for each query: which patterns are masked for it, besides those of the memory. */
  readonly masked?: ReadonlyArray<ReadonlyArray<boolean>>
  /** So often the queries are updated before they are answered; 0 by default. */
  readonly updates?: number
}

const checked = (
  operation: string,
  { masked, updates = 0 }: BatchOptions,
  { keys, size }: Modern,
  queries: Matrix.Matrix,
): E.Either<HopfieldError, Matrix.Matrix> => {
  if (queries.cols !== size) return E.left(sizeMismatch(operation, size, queries.cols))
  if (!Number.isInteger(updates) || updates < 0)
    return E.left(outOfRange(`${operation} (updates)`, 'a natural number', updates))
  if (masked !== undefined && masked.length !== queries.rows)
    return E.left(outOfRange(`${operation} (masked)`, `a row for each of ${queries.rows} queries`, masked.length))
  const odd = masked?.find((each) => each.length !== keys.rows)
  return odd === undefined
    ? Attend.bounded(operation)(queries)
    : E.left(outOfRange(`${operation} (masked)`, `an entry for each of ${keys.rows} patterns`, odd.length))
}

/** What is asked of a memory at once: all queries, or each by itself where it has masks of its own. */
const parts = (
  memory: Modern,
  queries: Matrix.Matrix,
  { masked }: BatchOptions,
): ReadonlyArray<readonly [Modern, Matrix.Matrix]> => {
  const { cols, data } = queries
  return masked === undefined
    ? [[memory, queries]]
    : masked.map((each, k) => [
        { ...memory, masked: each.map((own, p) => own || memory.masked?.[p] === true) },
        Matrix.unsafeFromFloat64(1, cols)(Float64Array.from({ length: cols }, (_, i) => data[k * cols + i] ?? 0)),
      ])
}

/** What is made of the queries after their updates, in rows of so many numbers. */
const afterUpdates = (
  options: BatchOptions,
  memory: Modern,
  queries: Matrix.Matrix,
  width: number,
  finish: (memory: Modern, states: Matrix.Matrix) => Matrix.Matrix,
): Matrix.Matrix => {
  const out = new Float64Array(queries.rows * width)
  stack(
    out,
    parts(memory, queries, options).map(([asked, begin]) => {
      const states = Array.from({ length: options.updates ?? 0 }).reduce<Matrix.Matrix>(
        (each) => Attend.meansOf(asked, asked.keys, each),
        begin,
      )
      return finish(asked, states).data
    }),
  )
  return Matrix.unsafeFromFloat64(queries.rows, width)(out)
}

/**
 * What the memory answers to many queries, by products of matrices.
 *
 * Formula:  softmax(β Q Xᵀ) V, row by row; after k updates Q ← softmax(β Q Xᵀ) X
 * Shapes:   queries [q, n] → [q, m]
 * Errors:   SizeMismatch, OutOfRange (masks of another shape, a number of updates, queries that overflow)
 * Cost:     O(q·P·(n + m)), a few times as long with masks for each query; memory for the answers
 * Numerics: the same bits as `retrieve`, query by query
 * Laws:     modern_batch, modern_masked
 * Source:   Ramsauer et al. (2020), eq. 10
 */
export const retrieveAll =
  (options: BatchOptions) =>
  (memory: Modern) =>
  (queries: Matrix.Matrix): E.Either<HopfieldError, Matrix.Matrix> =>
    F.pipe(
      checked('Modern.retrieveAll', options, memory, queries),
      E.map(() =>
        afterUpdates(options, memory, queries, memory.values.cols, (asked, states) =>
          Attend.meansOf(asked, asked.values, states),
        ),
      ),
    )

/**
 * How much each pattern counts for each of many queries.
 *
 * Shapes: queries [q, n] → [q, P]
 * Errors: as `retrieveAll`
 * Cost:   O(q·P·n)
 * Laws:   modern_batch, modern_masked
 */
export const weightsAll =
  (options: BatchOptions) =>
  (memory: Modern) =>
  (queries: Matrix.Matrix): E.Either<HopfieldError, Matrix.Matrix> =>
    F.pipe(
      checked('Modern.weightsAll', options, memory, queries),
      E.map(() =>
        afterUpdates(options, memory, queries, memory.keys.rows, (asked, states) =>
          Attend.weightsOf(asked, Attend.scoresOf(asked, states)),
        ),
      ),
    )
