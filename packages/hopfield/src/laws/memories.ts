/**
 * Continuous memories in plain arrays: this package in the shape in which a stranger's implementation is checked too,
 * and generators.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Matrix, Vector } from '@engram/linalg'
import * as Modern from '../Modern.js'
import * as ModernRecall from '../ModernRecall.js'
import * as Textbook from '../reference/modern.js'
import type { Numbers, Rows } from './arbitraries.js'

/** A memory in plain arrays: patterns are rows, each with the value that it answers. */
export interface Contents {
  readonly beta: number
  readonly patterns: Rows
  readonly values: Rows
}

export interface Answered {
  readonly weights: Numbers
  readonly answer: Numbers
}

export type Retrieve = (contents: Contents, y: Numbers) => Answered
export type EnergyOf = (beta: number, patterns: Rows, y: Numbers) => number
export type Update = (beta: number, patterns: Rows, y: Numbers) => Numbers

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

export const matrix = (rows: Rows): Matrix.Matrix =>
  Matrix.unsafeFromFloat64(rows.length, rows[0]?.length ?? 0)(Float64Array.from(rows.flat()))

export const memoryOf = ({ beta, patterns, values }: Contents) =>
  Modern.make({ beta, values: matrix(values) })(matrix(patterns))

const auto = (beta: number, patterns: Rows) => memoryOf({ beta, patterns, values: patterns })

const numbers = (answer: E.Either<unknown, Vector.Vector>): Numbers => E.match(() => [], Vector.toArray)(answer)

/** Weights and answer of a memory that may be masked. */
const answered =
  (y: Numbers) =>
  (memory: Modern.Modern): Answered => ({
    weights: numbers(Modern.weights(memory)(vector(y))),
    answer: numbers(Modern.retrieve(memory)(vector(y))),
  })

const refused: Answered = { weights: [], answer: [] }

export const retrieve: Retrieve = (contents, y) => E.match(() => refused, answered(y))(memoryOf(contents))

export const energy: EnergyOf = (beta, patterns, y) =>
  F.pipe(
    auto(beta, patterns),
    E.chain((memory) => Modern.energy(memory)(vector(y))),
    E.getOrElse(() => NaN),
  )

export const update: Update = (beta, patterns, y) =>
  F.pipe(
    auto(beta, patterns),
    E.chain((memory) => Modern.update(memory)(vector(y))),
    numbers,
  )

/** What a memory answers of which some patterns are masked, and the energy there. */
export type Masked = (
  contents: Contents,
  masked: ReadonlyArray<boolean>,
  y: Numbers,
) => Answered & { readonly energy: number }

export const masked: Masked = (contents, hidden, y) =>
  F.pipe(
    memoryOf(contents),
    E.chain(Modern.mask(hidden)),
    E.match(
      () => ({ ...refused, energy: NaN }),
      (memory) => ({
        ...answered(y)(memory),
        energy: E.getOrElse(() => NaN)(Modern.energy(memory)(vector(y))),
      }),
    ),
  )

/** Answers to many queries, each with masks of its own, after so many updates. */
export type Batch = (
  contents: Contents,
  masked: ReadonlyArray<ReadonlyArray<boolean>>,
  updates: number,
  queries: Rows,
) => ReadonlyArray<Answered>

export const batch: Batch = (contents, hidden, updates, queries) => {
  const options = { masked: hidden, updates }
  const all = matrix(queries)
  return F.pipe(
    E.Do,
    E.apS('memory', memoryOf(contents)),
    E.bind('weights', ({ memory }) => Modern.weightsAll(options)(memory)(all)),
    E.bind('answers', ({ memory }) => Modern.retrieveAll(options)(memory)(all)),
    E.match(
      () => [],
      ({ answers, weights }) => {
        const rows = Matrix.toRows(answers)
        return Matrix.toRows(weights).map((row, k) => ({ weights: row, answer: rows[k] ?? [] }))
      },
    ),
  )
}

/** A run in plain data. */
export interface Ran {
  readonly state: Numbers
  readonly rests: boolean
  readonly sweeps: number
  readonly energies: Numbers
}

export type Recall = (
  precision: { readonly tolerance: number; readonly maxSweeps: number },
  beta: number,
  patterns: Rows,
  y: Numbers,
) => Ran

export const recall: Recall = (precision, beta, patterns, y) =>
  F.pipe(
    auto(beta, patterns),
    E.chain((memory) => ModernRecall.recall(precision)(memory)(vector(y))),
    E.match(
      () => ({ state: [], rests: false, sweeps: NaN, energies: [] }),
      ({ energies, outcome, state, sweeps }) => ({
        state: Vector.toArray(state),
        rests: outcome._tag === 'FixedPoint',
        sweeps,
        energies,
      }),
    ),
  )

/** Unit roundoff. */
export const u = 2 ** -53

const sumOfSquares = (y: Numbers): number => y.reduce((total, each) => total + each * each, 0)

export const norm = (y: Numbers): number => Math.sqrt(sumOfSquares(y))

export const minus = (a: Numbers, b: Numbers): Numbers => a.map((each, i) => each - (b[i] ?? NaN))

/** The largest component of all. */
export const largest = (rows: Rows): number => Math.max(0, ...rows.flat().map(Math.abs))

/**
 * What rounding does to an energy: γₙ in each scalar product, of size M‖y‖, ½‖y‖² and ½M², and a relative error of
 * 2(P + 8)u in the mean of exponentials, whose logarithm over β is at most 2M‖y‖ away from the greatest score; with
 * M‖y‖ ≤ ½(M² + ‖y‖²).
 */
export const energyError = (patterns: Rows, y: Numbers): number =>
  u * (y.length + 2 * patterns.length + 32) * (Textbook.squaredNorm(patterns) + sumOfSquares(y))

/**
 * What rounding does to a component of an answer from exact scores: each weight w = e^t/Σ is off by 2|t|u w, at most
 * (2/e)u/Σ, for the exponent, by (P + 6)u w for exponential, sum and quotient; then γₚ for the sum of products, and the
 * weights below 2⁻⁸⁰ that are left out.
 */
export const answerError = ({ patterns, values }: Pick<Contents, 'patterns' | 'values'>): number =>
  u * (4 * patterns.length + 16) * largest(values)

const list = <A>(arbitrary: fc.Arbitrary<A>, length: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.array(arbitrary, { minLength: length, maxLength: length })

/** Quarters up to 3: scores and norms are exact. */
const quarter = fc.integer({ min: -12, max: 12 }).map((k) => k / 4)

/** Powers of two, so that β z is exact too; the largest overflow where no maximum is subtracted. */
export const betas = fc.constantFrom(2 ** -20, 1 / 4, 1 / 2, 1, 2, 8, 2 ** 10, 2 ** 20)

const rows = (count: number, n: number): fc.Arbitrary<Rows> => list(list(quarter, n), count)

/** Any patterns with values, an inverse temperature, and a state that may be far away from them. */
export const contentsAndState = (
  beta: fc.Arbitrary<number> = betas,
  minPatterns = 1,
): fc.Arbitrary<readonly [Contents, Numbers]> =>
  fc
    .tuple(fc.integer({ min: minPatterns, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }))
    .chain(([count, n, m]) =>
      fc.tuple(
        fc.record({ beta, patterns: rows(count, n), values: rows(count, m) }, { noNullPrototype: true }),
        list(
          quarter.map((value) => 2 * value),
          n,
        ),
      ),
    )

/** The same without values of their own. */
export const memoryAndState = (
  beta: fc.Arbitrary<number> = betas,
  minPatterns = 1,
): fc.Arbitrary<readonly [number, Rows, Numbers]> =>
  contentsAndState(beta, minPatterns).map(([contents, y]) => [contents.beta, contents.patterns, y])

/** A mean of the patterns with weights in sixteenths: exact. */
export const inHull = (patterns: Rows): fc.Arbitrary<Numbers> =>
  list(fc.nat(patterns.length - 1), 16).map((picks) =>
    (patterns[0] ?? []).map((_, i) => picks.reduce((total, p) => total + (patterns[p]?.[i] ?? 0), 0) / 16),
  )

export const flags = (n: number): fc.Arbitrary<ReadonlyArray<boolean>> => list(fc.boolean(), n)
