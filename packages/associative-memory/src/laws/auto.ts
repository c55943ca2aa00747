/**
 * Laws of the recurrent auto-associator (row A10).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix, SymmetricMatrix, Vector } from '@engram/linalg'
import * as AutoAssociator from '../AutoAssociator.js'
import { toArray, unsafePattern } from '../Pattern.js'
import * as Reference from '../reference.js'
import { stateAt } from '../Retrieval.js'
import type { Tie } from '../Tie.js'
import { equalNumbers } from './adapters.js'
import { cue, patterns, size, type Numbers, type Rows } from './arbitraries.js'

/** The states that an auto-associator passes, the cue first, and how the run ended. */
export interface Passed {
  readonly states: Rows
  readonly period: number
}

export type RunAuto = (tie: Tie, weights: Rows, thresholds: Numbers, cue: Numbers) => Passed

export const runAuto: RunAuto = (tie, weights, thresholds, start) => {
  const n = weights.length
  const matrix = Matrix.unsafeFromFloat64(n, n)(Float64Array.from(weights.flat()))
  return F.pipe(
    AutoAssociator.recall(100)({
      memory: { _tag: 'Memory', weights: SymmetricMatrix.unsafeSymmetric(matrix), count: 0 },
      tie,
      thresholds: Vector.unsafeFromFloat64(Float64Array.from(thresholds)),
    })(unsafePattern('Cue', Int8Array.from(start))),
    E.match(
      () => ({ states: [], period: 0 }),
      (told) => ({
        states: Array.from({ length: told.sweeps + 1 }, (_, step) => toArray(stateAt(told)(step * n))),
        period: told.outcome._tag === 'Cycle' ? told.outcome.period : told.outcome._tag === 'FixedPoint' ? 1 : 0,
      }),
    ),
  )
}

const ties = fc.constantFrom<Tie>('zero', 'keep', 'up', 'down', 'flip')

const symmetric = (n: number): fc.Arbitrary<Rows> =>
  fc
    .array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })
    .map((rows) => rows.map((row, i) => row.map((w, j) => (i <= j ? w : (rows[j]?.[i] ?? 0)))))

const instances = fc.tuple(
  ties,
  size(5).chain((n) =>
    fc.tuple(symmetric(n), fc.array(fc.integer({ min: -1, max: 1 }), { minLength: n, maxLength: n }), cue(n)),
  ),
)

const step = (tie: Tie, weights: Rows, thresholds: Numbers, y: Numbers): Numbers =>
  Reference.recall('bipolar', tie, weights, thresholds, y, y)

export const autoEqReference = Law.law<RunAuto>({
  id: 'auto_eq_reference',
  statement: 'each answer is f(Wy − θ) of the one before, all units at once, beginning with the cue',
  source: 'Fausett (1994) §3.4.2; lecture M, Steps 2 to 4',
  rows: ['A10'],
  hypotheses: [],
  property: (run) =>
    fc.property(instances, ([tie, [weights, thresholds, start]]) => {
      const { states } = run(tie, weights, thresholds, start)
      return (
        equalNumbers(states[0] ?? [], start) &&
        states.length > 1 &&
        states.slice(1).every((state, k) => equalNumbers(state, step(tie, weights, thresholds, states[k] ?? [])))
      )
    }),
  countermodels: [
    {
      id: 'keeps_on_ties',
      description: 'keeps the old value in zero field, as Step 4 of the lecture says and its traces do not',
      implementation: (tie, ...rest) => runAuto(tie === 'zero' ? 'keep' : tie, ...rest),
    },
    {
      id: 'one_by_one',
      description: 'lets each unit see what those before it have become',
      implementation: (tie, weights, thresholds, start) => {
        const sweep = (y: Numbers): Numbers =>
          y.reduce<Numbers>(
            (state, _, unit) =>
              state.map((value, i) => (i === unit ? (step(tie, weights, thresholds, state)[i] ?? 0) : value)),
            y,
          )
        return { states: [start, sweep(start), sweep(sweep(start))], period: 1 }
      },
    },
  ],
})

const atMostTwo = (run: RunAuto, chosen: fc.Arbitrary<Tie>, weights: (n: number) => fc.Arbitrary<Rows>) =>
  fc.property(
    chosen,
    size(5).chain((n) => fc.tuple(weights(n), cue(n))),
    (tie, [w, start]) => {
      const { period } = run(
        tie,
        w,
        start.map(() => 0),
        start,
      )
      return period === 1 || period === 2
    },
  )

const settled = fc.constantFrom<Tie>('keep', 'up', 'down')

const square = (n: number): fc.Arbitrary<Rows> =>
  fc.array(fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n }), { minLength: n, maxLength: n })

export const autoPeriodLeTwo = Law.law<RunAuto>({
  id: 'auto_period_le_two',
  statement: 'with symmetric weights a run settles or swings between two states',
  source: 'Goles, Fogelman and Pellegrin (1985); lecture M, stopping condition',
  rows: ['A10'],
  hypotheses: [{ id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: (run) => atMostTwo(run, settled, square) }],
  property: (run) => atMostTwo(run, settled, symmetric),
  countermodels: [
    {
      id: 'upper_triangle',
      description: 'reads the weights above the diagonal only, and their negatives below',
      implementation: (tie, weights, ...rest) =>
        runAuto(
          tie,
          weights.map((row, i) => row.map((w, j) => (i > j ? -w : w))),
          ...rest,
        ),
    },
  ],
})

const settles = (run: RunAuto, chosen: fc.Arbitrary<Tie>, selfCoupled: boolean) =>
  fc.property(
    chosen,
    size(6).chain((n) => fc.tuple(patterns('bipolar')(n, 4), cue(n))),
    (tie, [stored, start]) => {
      const hebb = Reference.hebbian(stored.map((s) => [s, s]))
      const weights = selfCoupled ? hebb : hebb.map((row, i) => row.map((w, j) => (i === j ? 0 : w)))
      return (
        run(
          tie,
          weights,
          start.map(() => 0),
          start,
        ).period === 1
      )
    },
  )

export const autoFixedPointOfPsd = Law.law<RunAuto>({
  id: 'auto_fixedPoint_of_psd',
  statement: 'by plain Hebb, whose weights are positive semi-definite, a run always settles',
  source: 'lecture M, "p.s.d. and symmetric"; Goles, Fogelman and Pellegrin (1985)',
  rows: ['A10'],
  hypotheses: [
    {
      id: 'self_coupled',
      statement: 'the diagonal is kept: without it the weights have eigenvalue −P, and a run may swing',
      dropped: (run) => settles(run, settled, false),
    },
  ],
  property: (run) => settles(run, settled, true),
  countermodels: [
    {
      id: 'without_diagonal',
      description: 'takes the self-connections away',
      implementation: (tie, weights, ...rest) =>
        runAuto(
          tie,
          weights.map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
          ...rest,
        ),
    },
  ],
})
