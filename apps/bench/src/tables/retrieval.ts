import { dyadics } from '../seeded.js'
import { unitRoundoff, type Table } from '../Table.js'
import { retrieve } from './textbook.js'

const [d, count] = [64, 10_000]

const sizes = [
  { queries: 1, beta: 8, quick: true },
  { queries: 1, beta: 1 / 8, quick: false },
  { queries: 256, beta: 8, quick: false },
  { queries: 256, beta: 1 / 8, quick: false },
]

/** From 1 to 3, so that no sum cancels and errors are relative. */
const positive = (length: number, seed: number): Float64Array => dyadics(length, seed).map((x) => x + 2)

export const retrieval: Table<'retrieval'> = {
  id: 'retrieval',
  title: 'Retrieval from a continuous memory',
  task: 'retrieval',
  text:
    'The mean of P = 10 000 patterns of 64 numbers, weighed by the softmax of β times their products with the query: ' +
    'with β = 8 a few patterns have all the weight, with β = 1/8 thousands share it. Queries are half-way between two ' +
    'stored patterns. Scores are exact in every order of summation; two answers agree when no number is off by more ' +
    'than 2 (P + 8) u of itself, u the unit roundoff of the arithmetic: a weight is good to (P + 8) u, a sum of P ' +
    'positive terms to P u.',
  cases: sizes.map(({ queries, beta, quick }) => ({
    label: `${queries} ${queries === 1 ? 'query' : 'queries'}, β = ${beta === 8 ? '8' : '1/8'}`,
    quick,
    units: 1,
    problem: () => {
      const patterns = positive(count * d, d)
      const states = Float64Array.from(
        { length: queries * d },
        (_, k) => ((patterns[k] as number) + (patterns[k + queries * d] as number)) / 2,
      )
      return {
        inputs: { d, count, patterns, queries, states, beta },
        expected: retrieve(d, count, patterns, states, beta),
        bound: (precision) => 2 * (count + 8) * unitRoundoff(precision),
      }
    },
  })),
}
