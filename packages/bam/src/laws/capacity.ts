/**
 * Law of counting what is held (row B6).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Random } from '@engram/linalg'
import * as Bam from '../Bam.js'
import * as Capacity from '../Capacity.js'
import * as Reference from '../reference.js'

/** How many pairs are held by Hebb's rule, and in how many trials all are. */
export type Measure = (plan: Capacity.Plan) => { readonly held: number; readonly complete: number }

/** This package's own. */
export const measure: Measure = (plan) =>
  E.getOrElse(() => ({ held: NaN, complete: NaN }))(
    E.map(({ held, complete }: Capacity.Measured) => ({ held, complete }))(Capacity.measure(Bam.fromPairs({}))(plan)),
  )

/** Trial by trial, how many pairs of the textbook's memory are equilibria. */
const counted = ({ sizes, pairs, trials, seed }: Capacity.Plan): ReadonlyArray<number> =>
  Array.from({ length: trials }).reduce<{ readonly random: Random.Random; readonly held: ReadonlyArray<number> }>(
    ({ random, held }) => {
      const [drawn, next] = Capacity.draw(pairs, sizes)(random)
      const stored = drawn.map(({ x, y }) => ({ x: Pattern.toArray(x), y: Pattern.toArray(y) }))
      const memory: Reference.Instance = {
        encoding: 'bipolar',
        tie: 'keep',
        weights: Reference.weights('bipolar', stored),
        thresholds: { x: Array.from({ length: sizes.x }, () => 0), y: Array.from({ length: sizes.y }, () => 0) },
      }
      return {
        random: next,
        held: [...held, stored.filter((each) => Reference.isEquilibrium(memory, each)).length],
      }
    },
    { random: Random.fromSeed(seed), held: [] },
  ).held

const size = fc.integer({ min: 1, max: 6 })

const plans: fc.Arbitrary<Capacity.Plan> = fc.record(
  {
    sizes: fc.record({ x: size, y: size }, { noNullPrototype: true }),
    pairs: size,
    trials: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(),
  },
  { noNullPrototype: true },
)

export const bamCapacityCounts = Law.law<Measure>({
  id: 'bam_capacity_counts',
  statement:
    'the capacity of Hebb’s rule is a count: of the drawn pairs, those that are equilibria of what was learnt from all',
  source: 'definition of capacity; Kosko (1988)',
  rows: ['B6'],
  hypotheses: [],
  property: (measured) =>
    fc.property(plans, (plan) => {
      const held = counted(plan)
      const { held: total, complete } = measured(plan)
      return (
        total === held.reduce((sum, each) => sum + each, 0) &&
        complete === held.filter((each) => each === plan.pairs).length
      )
    }),
  countermodels: [
    {
      id: 'koskos_bound',
      description: 'takes min(n, m) for what is held',
      implementation: (plan) => {
        const held = Math.min(plan.pairs, Capacity.bound(plan.sizes)) * plan.trials
        return { held, complete: plan.pairs <= Capacity.bound(plan.sizes) ? plan.trials : 0 }
      },
    },
    {
      id: 'same_draw',
      description: 'draws the same pairs in every trial',
      implementation: (plan) => {
        const { held, complete } = measure({ ...plan, trials: 1 })
        return { held: plan.trials * held, complete: plan.trials * complete }
      },
    },
  ],
})
