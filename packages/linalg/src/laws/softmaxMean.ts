/**
 * Means weighed by softmax.
 */
import { Check, Law } from '@engram/law'
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { exp } from '../kernels/exp.js'
import { CHUNK } from '../kernels/scalar/softmaxMean.js'
import { exponent } from '../kernels/scalar/softmax.js'
import * as Matrix from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { softmaxMean } from '../SoftmaxMean.js'
import { any, askedOf, dot, scoresOf, type Asked, type Mean, type Row } from './asked.js'
import { indices } from './draw.js'
import { identical } from './identical.js'
import { unit } from './rounding.js'
import { inOrder, rowsOf } from './textbook.js'

type M = Matrix.Matrix

const source = 'Ramsauer et al. (2020), eq. 3; Milakov and Gimelshein (2018) for one pass'

const shared = (masses: Row): Row => {
  const total = inOrder(masses)
  return masses.map((mass) => mass / total)
}

const weigh = (beta: number, scores: Row): Row => {
  const max = Math.max(...scores)
  return shared(scores.map((x) => (x === max ? 1 : Math.exp(beta * (x - max)))))
}

/** The mean of the values by the given weights. */
const means = ({ values }: Asked): ((weights: Row) => Row) => {
  const columns = rowsOf(Matrix.transpose(values))
  return (weights) => columns.map((column) => dot(weights, column))
}

/** The mean by the weights of one query after the other. */
const weighed =
  (weights: (beta: number, scores: Row) => Row): Mean =>
  (asked) =>
    scoresOf(asked)
      .map((scores) => weights(asked.beta, scores))
      .flatMap(means(asked))

const largest = ({ values }: Asked): number => Math.max(0, ...Array.from(values.data, Math.abs))

/**
 * Scores and exponents are exact. A mass is off by 2u, in numerator and denominator; both gain up to p terms and are
 * rescaled up to once a chunk, by a factor that is off by 2u; products, the quotient and what is left out fit the rest:
 * (2p + 8c + 16) u. The weights by Math.exp, their sum and the mean are off by (2p + 8) u.
 */
const tolerance = (asked: Asked): number =>
  unit * (4 * asked.keys.rows + 8 * Math.ceil(asked.keys.rows / CHUNK) + 24) * largest(asked)

const close = (x: ReadonlyFloat64, y: ReadonlyFloat64, bound: number): boolean =>
  x.length === y.length && Array.from(x).every((each, i) => Math.abs(each - (y[i] ?? NaN)) <= bound)

/** Quarters, and powers of two for β: scores and exponents are exact. */
const exact = askedOf(
  fc.constantFrom(0, 2 ** -10, 0.25, 1, 8, 2 ** 10, Infinity),
  (u) => Math.floor(24 * u - 12) / 4,
  () => 0,
)

export const softmaxMeanEqWeighted = Law.law<Mean>({
  id: 'softmaxMean_eq_weighted',
  statement: 'the mean of the values by the weights softmax(β Q Kᵀ), up to rounding',
  source,
  hypotheses: [],
  property: (mean) => fc.property(exact, (asked) => close(mean(asked), weighed(weigh)(asked), tolerance(asked))),
  countermodels: [
    {
      id: 'unshifted',
      description: 'exponentiates the scores as they are',
      implementation: weighed((beta, scores) => shared(scores.map((x) => Math.exp(beta * x)))),
    },
    {
      id: 'temperature',
      description: 'takes β for a temperature',
      implementation: weighed((beta, scores) => weigh(1 / beta, scores)),
    },
    {
      id: 'twice',
      description: 'scales by β in the scores and again in the softmax',
      implementation: weighed((beta, scores) => weigh(beta * beta, scores)),
    },
    {
      id: 'notDivided',
      description: 'does not divide by the sum of the exponentials',
      implementation: weighed((beta, scores) => {
        const max = Math.max(...scores)
        return scores.map((x) => (x === max ? 1 : Math.exp(beta * (x - max))))
      }),
    },
  ],
})

const lines = ({ cols, data, rows }: M): ReadonlyArray<M> =>
  indices(rows).map((i) => Matrix.unsafeFromFloat64(1, cols)(Float64Array.from(data).slice(i * cols, (i + 1) * cols)))

/** Each query by itself. */
const oneByOne =
  (mean: Mean): Mean =>
  (asked) => {
    const open = lines(asked.blocked)
    return lines(asked.queries).flatMap((queries, i) =>
      open.slice(i, i + 1).flatMap((blocked) => Array.from(mean({ ...asked, queries, blocked }))),
    )
  }

export const softmaxMeanRows = Law.law<Mean>({
  id: 'softmaxMean_rows',
  statement: 'a query is answered by the same numbers, to the last bit, whatever else is asked',
  source: 'the definition',
  hypotheses: [],
  property: (mean) => fc.property(any, (asked) => identical(mean(asked), oneByOne(mean)(asked))),
  countermodels: [
    {
      id: 'oneMaximum',
      description: 'subtracts the greatest score of all queries from each',
      implementation: (asked) => {
        const scores = scoresOf(asked)
        const max = Math.max(...scores.flat())
        return scores.map((row) => shared(row.map((x) => exp(exponent(asked.beta, x, max))))).flatMap(means(asked))
      },
    },
    {
      id: 'columns',
      description: 'shares the mass of each key among the queries',
      implementation: (asked) => {
        const scores = scoresOf(asked)
        const weights = indices(asked.keys.rows).map((k) =>
          weigh(
            asked.beta,
            scores.map((row) => row[k] ?? NaN),
          ),
        )
        return scores.map((_, i) => weights.map((each) => each[i] ?? NaN)).flatMap(means(asked))
      },
    },
  ],
})

/** The rows of keys and values that are blocked for the first query, replaced by the given number. */
const overwritten = (rows: M, blocked: M, by: number): M =>
  Matrix.unsafeFromFloat64(
    rows.rows,
    rows.cols,
  )(Float64Array.from(rows.data, (entry, k) => (blocked.data[Math.floor(k / rows.cols)] === 1 ? by : entry)))

/** All queries are asked with the pairs that are blocked for one of them. */
const alike = any.chain((asked) =>
  fc.nat(asked.queries.rows - 1).map((i) => {
    const { cols, data, rows } = asked.blocked
    const blocked = Matrix.unsafeFromFloat64(
      rows,
      cols,
    )(Float64Array.from({ length: rows * cols }, (_, k) => data[i * cols + (k % cols)] ?? NaN))
    return { ...asked, blocked }
  }),
)

export const softmaxMeanBlocked = Law.law<Mean>({
  id: 'softmaxMean_blocked',
  statement: 'what is blocked has no influence, whatever it is; where all is blocked the answer is zero',
  source: 'the definition',
  hypotheses: [],
  property: (mean) =>
    fc.property(alike, fc.constantFrom(-1e6, 0, 1e6), (asked, by) => {
      const { blocked, keys, values } = asked
      const answer = mean(asked)
      const other = { ...asked, keys: overwritten(keys, blocked, by), values: overwritten(values, blocked, by) }
      return (
        identical(answer, mean(other)) &&
        (!Array.from(blocked.data).every((each) => each === 1) || Array.from(answer).every((each) => each === 0))
      )
    }),
  countermodels: [
    {
      id: 'finiteMask',
      description: 'gives what is blocked a score of −10⁹',
      implementation: weighed((beta, scores) =>
        weigh(
          beta,
          scores.map((x) => (x === -Infinity ? -1e9 : x)),
        ),
      ),
    },
    {
      id: 'maskedLate',
      description: 'clears weights after the softmax, which then no longer add up to one',
      implementation: (asked) => {
        const open = rowsOf(asked.blocked)
        const none = Matrix.zeros(asked.blocked.rows, asked.blocked.cols)
        return scoresOf({ ...asked, blocked: none })
          .map((scores, i) => weigh(asked.beta, scores).map((each, k) => (open[i]?.[k] === 0 ? each : 0)))
          .flatMap(means(asked))
      },
    },
  ],
})

const ours: Mean = ({ beta, blocked, keys, queries, values }) =>
  E.match(
    (): ReadonlyFloat64 => [],
    ({ data }: M) => data,
  )(softmaxMean({ beta, blocked })(keys)(values)(queries))

export const softmaxMeanClaims: ReadonlyArray<Check.Claim> = [
  Check.claim(softmaxMeanEqWeighted, ours),
  Check.claim(softmaxMeanRows, ours),
  Check.claim(softmaxMeanBlocked, ours),
]
