/**
 * Laws of one retrieval from a continuous memory (row D4).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Textbook from '../reference/modern.js'
import type { Numbers } from './arbitraries.js'
import {
  answerError,
  contentsAndState,
  largest,
  memoryAndState,
  retrieve,
  update,
  u,
  type Retrieve,
  type Update,
} from './memories.js'

const source = 'Ramsauer et al. (2020), eq. 3; lecture V, "Hopfield networks is all you need"'

const close = (a: Numbers, b: Numbers, bound: number): boolean =>
  a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] ?? NaN)) <= bound)

/** From scores by another formula, the rest as it should be. */
const by =
  (weigh: (beta: number, scores: Numbers) => Numbers): Retrieve =>
  ({ beta, patterns, values }, y) => {
    const weights = weigh(beta, Textbook.scores(patterns, y))
    return { weights, answer: Textbook.mix(values, weights) }
  }

const sum = (values: Numbers): number => values.reduce((a, b) => a + b, 0)

const unshifted = (beta: number, scores: Numbers): Numbers => {
  const masses = scores.map((z) => Math.exp(beta * z))
  return masses.map((mass) => mass / sum(masses))
}

export const modernEqReference = Law.law<Retrieve>({
  id: 'modern_eq_reference',
  statement: 'the weights are softmax(β X y), the answer is the mean of the values by these weights, up to rounding',
  source,
  rows: ['D4'],
  hypotheses: [],
  property: (retrieves) =>
    fc.property(contentsAndState(), ([contents, y]) => {
      const { answer, weights } = retrieves(contents, y)
      const expected = Textbook.softmax(contents.beta, Textbook.scores(contents.patterns, y))
      return (
        close(weights, expected, u * (4 * weights.length + 16)) &&
        close(answer, Textbook.mix(contents.values, expected), answerError(contents))
      )
    }),
  countermodels: [
    { id: 'no_max_shift', description: 'exponentiates the scores as they are', implementation: by(unshifted) },
    {
      id: 'beta_twice',
      description: 'scales by β in the scores and again in the softmax',
      implementation: by((beta, z) => Textbook.softmax(beta * beta, z)),
    },
    {
      id: 'temperature',
      description: 'takes β for a temperature, as lecture V calls it',
      implementation: by((beta, z) => Textbook.softmax(1 / beta, z)),
    },
    {
      id: 'not_divided',
      description: 'does not divide by the sum of the exponentials',
      implementation: by((beta, z) => {
        const most = Math.max(...z)
        return z.map((each) => Math.exp(beta * (each - most)))
      }),
    },
    {
      id: 'keys_for_values',
      description: 'answers with the patterns that it was asked by',
      implementation: ({ beta, patterns }, y) => retrieve({ beta, patterns, values: patterns }, y),
    },
  ],
})

const direction = (n: number): fc.Arbitrary<Numbers> =>
  fc.array(fc.integer({ min: -4, max: 4 }), { minLength: n, maxLength: n })

const along = (direction: Numbers, x: Numbers): number => sum(direction.map((each, i) => each * (x[i] ?? NaN)))

export const modernHull = Law.law<Update>({
  id: 'modern_hull',
  statement: 'an update leads into the convex hull of the patterns: in no direction is it beyond all of them',
  source: 'Ramsauer et al. (2020), the softmax is a convex combination',
  rows: ['D4'],
  hypotheses: [],
  property: (updates) =>
    fc.property(
      memoryAndState().chain((drawn) => fc.tuple(fc.constant(drawn), direction(drawn[2].length))),
      ([[beta, patterns, y], way]) => {
        const bound = answerError({ patterns, values: patterns }) * along(way.map(Math.sign), way)
        return along(way, updates(beta, patterns, y)) <= Math.max(...patterns.map((x) => along(way, x))) + bound
      },
    ),
  countermodels: [
    {
      id: 'added_to_the_state',
      description: 'adds what is retrieved to the state, as a residual connection does',
      implementation: (beta, patterns, y) => update(beta, patterns, y).map((each, i) => each + (y[i] ?? 0)),
    },
    {
      id: 'wrong_axis',
      description: 'takes the softmax over the units of each pattern in place of the patterns',
      implementation: (beta, patterns, y) => {
        const weights = patterns.map((x) =>
          Textbook.softmax(
            beta,
            x.map((each, i) => each * (y[i] ?? 0)),
          ),
        )
        return y.map((_, i) => sum(patterns.map((x, p) => (weights[p]?.[i] ?? 0) * (x[i] ?? 0))))
      },
    },
  ],
})

const small = fc.constantFrom(0, 2 ** -40, 2 ** -20, 2 ** -10, 2 ** -5)

export const modernMean = Law.law<Retrieve>({
  id: 'modern_mean',
  statement:
    'as β falls to 0 the answer becomes the mean of all values: it is off by at most (exp(β (z_max − z_min)) − 1) times the largest',
  source: 'Ramsauer et al. (2020), "global fixed point averaging over all patterns"',
  rows: ['D4'],
  hypotheses: [],
  property: (retrieves) =>
    fc.property(contentsAndState(small), ([contents, y]) => {
      const z = Textbook.scores(contents.patterns, y)
      const bound =
        Math.expm1(contents.beta * (Math.max(...z) - Math.min(...z))) * largest(contents.values) + answerError(contents)
      const mean = Textbook.mix(
        contents.values,
        z.map(() => 1 / z.length),
      )
      return close(retrieves(contents, y).answer, mean, bound)
    }),
  countermodels: [
    {
      id: 'temperature',
      description: 'takes β for a temperature: small β then picks one pattern',
      implementation: (contents, y) => retrieve({ ...contents, beta: 1 / contents.beta }, y),
    },
    {
      id: 'best_only',
      description: 'answers with the pattern that fits best, whatever β',
      implementation: (contents, y) => retrieve({ ...contents, beta: Infinity }, y),
    },
  ],
})

const great = fc.constantFrom(8, 64, 2 ** 20, Infinity)

/** The scores without ties for the first place; the gap to the second, ∞ if there is none. */
const single =
  (unique: boolean) =>
  (retrieves: Retrieve): fc.IProperty<unknown> =>
    fc.property(
      contentsAndState(great).filter(([{ patterns }, y]) => {
        const z = Textbook.scores(patterns, y)
        return !unique || z.filter((each) => each === Math.max(...z)).length === 1
      }),
      ([contents, y]) => {
        const z = Textbook.scores(contents.patterns, y)
        const most = Math.max(...z)
        const gap = most - Math.max(...z.filter((each) => each !== most))
        const bound =
          2 * (z.length - 1) * Math.exp(gap === Infinity ? -Infinity : -contents.beta * gap) * largest(contents.values)
        return close(
          retrieves(contents, y).answer,
          contents.values[z.indexOf(most)] ?? [],
          bound + answerError(contents),
        )
      },
    )

export const modernSingle = Law.law<Retrieve>({
  id: 'modern_single',
  statement:
    'as β grows the answer becomes the value of the pattern that fits best: it is off by at most 2 (P − 1) exp(−β gap) times the largest',
  source: 'Ramsauer et al. (2020), proof of theorem 5',
  rows: ['D4'],
  hypotheses: [{ id: 'one_best', statement: 'one pattern fits better than every other', dropped: single(false) }],
  property: single(true),
  countermodels: [
    {
      id: 'temperature',
      description: 'takes β for a temperature: great β then blurs',
      implementation: (contents, y) => retrieve({ ...contents, beta: 1 / contents.beta }, y),
    },
    {
      id: 'infinite_is_nan',
      description: 'multiplies an infinite β by a gap of 0',
      implementation: by((beta, z) => {
        const masses = z.map((each) => Math.exp(beta * (each - Math.max(...z))))
        return masses.map((mass) => mass / sum(masses))
      }),
    },
  ],
})

const permuted = contentsAndState().chain(([contents, y]) => {
  const all = contents.patterns.map((_, p) => p)
  return fc.tuple(
    fc.constant(contents),
    fc.constant(y),
    fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
  )
})

export const modernPerm = Law.law<Retrieve>({
  id: 'modern_perm',
  statement: 'the order in which patterns are stored changes nothing but the order of their weights, up to rounding',
  source,
  rows: ['D4'],
  hypotheses: [],
  property: (retrieves) =>
    fc.property(permuted, ([contents, y, order]) => {
      const pick = <A>(items: ReadonlyArray<A>): ReadonlyArray<A> => order.flatMap((p) => items.slice(p, p + 1))
      const { answer, weights } = retrieves(contents, y)
      const other = retrieves({ ...contents, patterns: pick(contents.patterns), values: pick(contents.values) }, y)
      return (
        close(other.weights, pick(weights), u * (4 * weights.length + 16)) &&
        close(other.answer, answer, 2 * answerError(contents))
      )
    }),
  countermodels: [
    {
      id: 'not_rescaled',
      description: 'streams over the patterns, but keeps what it has when a greater score comes',
      implementation: ({ beta, patterns, values }, y) => {
        const z = Textbook.scores(patterns, y)
        const masses = z.map((each, p) => Math.exp(Math.max(beta * (each - Math.max(...z.slice(0, p + 1))), -700)))
        const weights = masses.map((mass) => mass / sum(masses))
        return { weights, answer: Textbook.mix(values, weights) }
      },
    },
  ],
})
