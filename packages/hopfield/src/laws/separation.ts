/**
 * Laws of the separation of patterns in continuous memories, and of what it promises (row D4).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import type { Modern } from '../Modern.js'
import * as Textbook from '../reference/modern.js'
import * as Separation from '../Separation.js'
import type { Numbers, Rows } from './arbitraries.js'
import {
  answerError,
  memoryAndState,
  memoryOf,
  minus,
  norm,
  recall,
  u,
  update,
  type Recall,
  type Update,
} from './memories.js'

export type SeparationOf = (beta: number, patterns: Rows, index: number) => number

const asked =
  <A>(question: (memory: Modern) => E.Either<unknown, A>, refused: A) =>
  (beta: number, patterns: Rows): A =>
    F.pipe(
      memoryOf({ beta, patterns, values: patterns }),
      E.chainW(question),
      E.getOrElse(() => refused),
    )

export const separation: SeparationOf = (beta, patterns, index) =>
  asked((memory) => Separation.separation(memory)(index), NaN)(beta, patterns)

const onePattern = memoryAndState().chain(([beta, patterns, y]) =>
  fc.tuple(fc.constant(beta), fc.constant(patterns), fc.nat(patterns.length - 1), fc.constant(y)),
)

export const separationEq = Law.law<SeparationOf>({
  id: 'separation_eq',
  statement:
    'Δᵢ is the least of xᵢᵀxᵢ − xᵢᵀxⱼ over all other patterns j, exactly for exact products; ∞ for a pattern alone',
  source: 'Ramsauer et al. (2020), definition 1',
  rows: ['D4'],
  hypotheses: [],
  property: (separationOf) =>
    fc.property(
      onePattern,
      ([beta, patterns, index]) => separationOf(beta, patterns, index) === Textbook.separation(patterns, index),
    ),
  countermodels: [
    {
      id: 'with_itself',
      description: 'takes the least over all patterns, the pattern itself included',
      implementation: (beta, patterns, index) => Math.min(0, separation(beta, patterns, index)),
    },
    {
      id: 'half_distance',
      description: 'takes half the squared distance, which is the same for equal norms only',
      implementation: (_, patterns, index) =>
        Math.min(
          ...patterns.map((x, j) => (j === index ? Infinity : 0.5 * norm(minus(patterns[index] ?? [], x)) ** 2)),
        ),
    },
  ],
})

/** An update, and a bound of how far it leads from a pattern, for a query at a distance from it. */
export interface RetrievalError {
  readonly update: Update
  readonly bound: (beta: number, patterns: Rows, index: number, distance: number) => number
}

export const retrievalError: RetrievalError = {
  update,
  bound: (beta, patterns, index, distance) =>
    asked((memory) => Separation.retrievalError(memory)(index)(distance), NaN)(beta, patterns),
}

/** A pattern and a query near it: where the bound has something to say. */
const nearPattern = onePattern.chain(([beta, patterns, index, y]) =>
  fc
    .constantFrom(0, 2 ** -8, 2 ** -6, 2 ** -4, 1 / 4, 1)
    .map(
      (step) => [beta, patterns, index, (patterns[index] ?? []).map((value, i) => value + step * (y[i] ?? 0))] as const,
    ),
)

const exponentWith =
  (exponent: (beta: number, separation: number, most: number, distance: number) => number): RetrievalError['bound'] =>
  (beta, patterns, index, distance) => {
    const most = Math.sqrt(Textbook.squaredNorm(patterns))
    return patterns.length === 1
      ? 0
      : 2 *
          (patterns.length - 1) *
          most *
          Math.exp(exponent(beta, Textbook.separation(patterns, index), most, distance))
  }

export const retrievalErrorLe = Law.law<RetrievalError>({
  id: 'retrieval_error_le',
  statement: 'one update from y leads to within 2 (P − 1) M exp(−β (Δᵢ − 2 M ‖y − xᵢ‖)) of pattern i, wherever y is',
  source: 'Ramsauer et al. (2020), theorem 5',
  rows: ['D4', 'D5', 'H16'],
  hypotheses: [],
  property: ({ bound, update: updates }) =>
    fc.property(nearPattern, ([beta, patterns, index, y]) => {
      const x = patterns[index] ?? []
      const limit = bound(beta, patterns, index, norm(minus(y, x)))
      // The exponent is rounded: a relative error of a few u |exponent| in the bound, which matters where it is small.
      const slack = 1 + u * 64 * (1 + Math.abs(Math.log(Math.max(limit, 1e-300))))
      return (
        norm(minus(updates(beta, patterns, y), x)) <=
        limit * slack + answerError({ patterns, values: patterns }) * x.length
      )
    }),
  countermodels: [
    {
      id: 'distance_forgotten',
      description: 'promises for every query what holds for the pattern itself',
      implementation: { update, bound: exponentWith((beta, separation) => -beta * separation) },
    },
    {
      id: 'one_of_the_others',
      description: 'counts one other pattern only',
      implementation: {
        update,
        bound: (beta, patterns, index, distance) =>
          Textbook.retrievalError(beta, patterns, index, distance) / (4 * Math.max(1, patterns.length - 1)),
      },
    },
    {
      id: 'half_distance',
      description: 'allows for M r in place of 2 M r',
      implementation: {
        update,
        bound: exponentWith((beta, separation, most, distance) => -beta * (separation - most * distance)),
      },
    },
  ],
})

/** Whether patterns are well separated, and where they are, the radius of the ball. */
export interface WellSeparated {
  readonly update: Update
  readonly recall: Recall
  readonly isWellSeparated: (beta: number, patterns: Rows, index: number) => boolean
  readonly radius: (beta: number, patterns: Rows) => number
}

export const wellSeparation: WellSeparated = {
  update,
  recall,
  isWellSeparated: (beta, patterns, index) =>
    asked((memory) => Separation.isWellSeparated(memory)(index), false)(beta, patterns),
  radius: asked((memory) => E.right(Separation.radius(memory)), NaN),
}

const sharp = fc.constantFrom(1, 2, 4, 8)

/** A direction of length at most 1, in sixteenths. */
const inBall = (n: number): fc.Arbitrary<Numbers> =>
  fc
    .array(fc.integer({ min: -16, max: 16 }), { minLength: n, maxLength: n })
    .map((way) => way.map((each) => each / (16 * Math.sqrt(n))))

const staysInBall =
  (all: boolean) =>
  ({ isWellSeparated, radius, recall: recalls, update: updates }: WellSeparated): fc.IProperty<unknown> =>
    fc.property(
      memoryAndState(sharp, 2).chain(([beta, patterns, y]) =>
        fc.tuple(fc.constant(beta), fc.constant(patterns), inBall(y.length)),
      ),
      ([beta, patterns, way]) =>
        patterns.every((x, index) => {
          if (!all && !isWellSeparated(beta, patterns, index)) return true
          const reach = Math.min(radius(beta, patterns), 1)
          const start = x.map((value, i) => value + (way[i] ?? 0) * reach)
          const slack = answerError({ patterns, values: patterns }) * x.length
          const inside = (y: Numbers): boolean => norm(minus(y, x)) <= reach * (1 + 16 * u) + slack
          const run = recalls({ tolerance: 2 ** -40, maxSweeps: 200 }, beta, patterns, x)
          return inside(updates(beta, patterns, start)) && run.rests && inside(run.state)
        }),
    )

export const wellSeparated = Law.law<WellSeparated>({
  id: 'well_separated',
  statement:
    'around a well separated pattern the update maps the ball of radius 1/(β P M) into itself, and a run from the pattern comes to rest in it',
  source: 'Ramsauer et al. (2020), lemma A5 and equation 4',
  rows: ['D4'],
  hypotheses: [{ id: 'separated', statement: 'Δᵢ ≥ 2/(β P) + β⁻¹ log(2 (P − 1) P β M²)', dropped: staysInBall(true) }],
  property: staysInBall(false),
  countermodels: [
    {
      id: 'separation_positive',
      description: 'takes every pattern that fits itself best for well separated',
      implementation: {
        ...wellSeparation,
        isWellSeparated: (_, patterns, index) => Textbook.separation(patterns, index) > 0,
      },
    },
    {
      id: 'larger_ball',
      description: 'takes a ball of radius 1/β',
      implementation: { ...wellSeparation, radius: (beta) => 1 / beta },
    },
  ],
})
