/**
 * Laws of many retrievals from a continuous memory at once, and of masks (row D4).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/modern.js'
import { equalNumbers } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import {
  contentsAndState,
  flags,
  masked,
  retrieve,
  type Answered,
  type Batch,
  type Contents,
  type Masked,
} from './memories.js'

const sum = (values: Numbers): number => values.reduce((a, b) => a + b, 0)

const queriesOf = (n: number): fc.Arbitrary<Rows> =>
  fc.array(
    fc.array(
      fc.integer({ min: -24, max: 24 }).map((k) => k / 4),
      { minLength: n, maxLength: n },
    ),
    { minLength: 1, maxLength: 5 },
  )

const batches = contentsAndState().chain(([contents, y]) =>
  queriesOf(y.length).chain((queries) =>
    fc.tuple(
      fc.constant(contents),
      fc.array(flags(contents.patterns.length), { minLength: queries.length, maxLength: queries.length }),
      fc.nat(2),
      fc.constant(queries),
    ),
  ),
)

/** One by one: so many updates of the state, then the answer. */
const oneByOne: Batch = (contents, hidden, updates, queries) =>
  queries.map((query, k) => {
    const state = Array.from({ length: updates }).reduce<Numbers>(
      (y) => masked({ ...contents, values: contents.patterns }, hidden[k] ?? [], y).answer,
      query,
    )
    return masked(contents, hidden[k] ?? [], state)
  })

const equalAnswers = (a: Answered, b: Answered): boolean =>
  equalNumbers(a.weights, b.weights) && equalNumbers(a.answer, b.answer)

export const modernBatch = Law.law<Batch>({
  id: 'modern_batch',
  statement:
    'many queries at once are answered exactly as one by one, each with its own masks, after any number of updates',
  source: 'Ramsauer et al. (2020), eq. 10: queries are the rows of a matrix',
  rows: ['D4'],
  hypotheses: [],
  property: (batches_) =>
    fc.property(batches, ([contents, hidden, updates, queries]) => {
      const all = batches_(contents, hidden, updates, queries)
      return (
        all.length === queries.length &&
        oneByOne(contents, hidden, updates, queries).every(
          (each, k) => equalAnswers(each, all[k] ?? each) && k < all.length,
        )
      )
    }),
  countermodels: [
    {
      id: 'over_queries',
      description: 'takes the softmax over the queries in place of the patterns',
      implementation: ({ beta, patterns, values }, _, __, queries) => {
        const columns = patterns.map((x) =>
          Textbook.softmax(
            beta,
            queries.map((query) => Textbook.scores([x], query)[0] ?? NaN),
          ),
        )
        return queries.map((___, k) => {
          const weights = columns.map((column) => column[k] ?? 0)
          return { weights, answer: Textbook.mix(values, weights) }
        })
      },
    },
    {
      id: 'one_maximum',
      description: 'subtracts one maximum from the scores of all queries',
      implementation: ({ beta, patterns, values }, _, __, queries) => {
        const z = queries.map((query) => Textbook.scores(patterns, query))
        const most = Math.max(...z.flat())
        return z.map((row) => {
          const masses = row.map((each) => Math.exp(beta * (each - most)))
          const weights = masses.map((mass) => mass / sum(masses))
          return { weights, answer: Textbook.mix(values, weights) }
        })
      },
    },
    {
      id: 'values_between',
      description: 'goes on from the answer, not from the state, where there is more than one update',
      implementation: (contents, hidden, updates, queries) =>
        oneByOne(
          contents,
          hidden,
          0,
          updates === 0 ? queries : oneByOne(contents, hidden, updates - 1, queries).map(({ answer }) => answer),
        ),
    },
  ],
})

const maskedMemories = contentsAndState().chain(([contents, y]) =>
  fc.tuple(fc.constant(contents), flags(contents.patterns.length), fc.constant(y)),
)

const without = ({ beta, patterns, values }: Contents, hidden: ReadonlyArray<boolean>): Contents => ({
  beta,
  patterns: patterns.filter((_, p) => hidden[p] !== true),
  values: values.filter((_, p) => hidden[p] !== true),
})

/** −∞ in place of a masked score, then the softmax that does not know about it. */
const maskedBy =
  (replaced: number): Masked =>
  ({ beta, patterns, values }, hidden, y) => {
    const z = Textbook.scores(patterns, y).map((each, p) => (hidden[p] === true ? replaced : each))
    const masses = z.map((each) => Math.exp(beta * (each - Math.max(...z))))
    const weights = masses.map((mass) => mass / sum(masses))
    return {
      weights,
      answer: Textbook.mix(values, weights),
      energy: masked({ beta, patterns, values }, hidden, y).energy,
    }
  }

const squared = (y: Numbers): number => sum(y.map((each) => each * each))

export const modernMasked = Law.law<Masked>({
  id: 'modern_masked',
  statement:
    'a masked pattern has weight 0, and weights, answer and energy are exactly those of the memory without it; where all are masked, all weights and the answer are 0 and the energy is ½ yᵀy',
  source: 'masks of attention; a row of nothing but masks must not become NaN',
  rows: ['D4'],
  hypotheses: [],
  property: (implementation) =>
    fc.property(maskedMemories, ([contents, hidden, y]) => {
      const told = implementation(contents, hidden, y)
      const rest = without(contents, hidden)
      const open = told.weights.filter((_, p) => hidden[p] !== true)
      if (told.weights.length !== hidden.length || told.weights.some((weight, p) => hidden[p] === true && weight !== 0))
        return false
      if (rest.patterns.length === 0)
        return (
          equalNumbers(
            told.answer,
            (contents.values[0] ?? []).map(() => 0),
          ) && told.energy === 0.5 * squared(y)
        )
      const plain = implementation(
        rest,
        rest.patterns.map(() => false),
        y,
      )
      return (
        equalNumbers(open, plain.weights) && equalNumbers(told.answer, plain.answer) && told.energy === plain.energy
      )
    }),
  countermodels: [
    { id: 'nan_row', description: 'takes the softmax of a row of −∞', implementation: maskedBy(-Infinity) },
    { id: 'score_zero', description: 'puts a score of 0 in place of a masked one', implementation: maskedBy(0) },
    {
      id: 'not_renormalised',
      description: 'drops masked weights after the softmax, so that the rest does not add up to 1',
      implementation: (contents, hidden, y) => {
        const weights = retrieve(contents, y).weights.map((weight, p) => (hidden[p] === true ? 0 : weight))
        return { weights, answer: Textbook.mix(contents.values, weights), energy: masked(contents, hidden, y).energy }
      },
    },
    {
      id: 'counted_in_the_energy',
      description: 'counts masked patterns among the P of the energy, and their norms in M',
      implementation: (contents, hidden, y) => ({
        ...masked(contents, hidden, y),
        energy: masked(
          contents,
          hidden.map(() => false),
          y,
        ).energy,
      }),
    },
  ],
})
