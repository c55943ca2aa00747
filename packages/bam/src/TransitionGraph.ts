/**
 * All pairs of a small memory, and where each update leads.
 *
 * Definitions: the transition graph of n + m ≤ 16 units (see `@engram/associative-memory`): energies, updates of single
 *              units, and with `survey` where runs from every pair end in which the layers take turns.
 * Convention:  a pair is numbered by its bits, up = 1, the first unit of X most significant.
 * Laws:        bam_graph_fixedPoints, bam_survey
 */
import { either as E, function as F } from 'fp-ts'
import { Census, TransitionGraph as Graph, UnitMemory } from '@engram/associative-memory'
import type { Bam } from './Bam.js'
import type { BamError } from './BamError.js'
import { alternating, units, type Order } from './machine.js'
import { split, type Pair, type State } from './Pair.js'

/** The largest memory that is enumerated: n + m units. */
export const { maxUnits, edges, basin } = Graph

/**
 * The transition graph of a memory; its fixed points are the equilibria.
 *
 * Requires: a memory that never leaves its two values: any tie policy but `zero`
 * Errors:   OutOfRange (more than 16 units)
 * Cost:     2ⁿ⁺ᵐ energies and fields
 * Laws:     bam_graph_fixedPoints
 */
export const make: (bam: Bam) => E.Either<BamError, Graph.TransitionGraph> = Graph.make(units)

/** The pair with a given number. Requires: a whole number below 2ⁿ⁺ᵐ */
export const pairAt =
  (bam: Bam) =>
  (index: number): Pair =>
    split(bam.sizes)(Graph.stateAt({ size: bam.sizes.x + bam.sizes.y, encoding: bam.encoding })(index))

/** An equilibrium, and from how many of all pairs it is reached. */
export interface Ending {
  readonly pair: Pair
  readonly count: number
}

export interface Survey {
  /** The most frequent first. */
  readonly equilibria: ReadonlyArray<Ending>
  readonly cycles: number
  readonly exhausted: number
}

/**
 * Where recall ends from each of the 2ⁿ⁺ᵐ pairs.
 *
 * Errors: OutOfRange (more than 16 units)
 * Cost:   2ⁿ⁺ᵐ runs
 * Laws:   bam_survey
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, TransitionGraph } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.chainW((pair) => Bam.fromPairs({})([pair])),
 *   E.chainW(TransitionGraph.survey('y-first')),
 *   E.map(({ equilibria }) => equilibria.map(({ pair, count }) => [Pattern.toArray(pair.x), count])),
 * ) // => E.right([[[-1, 1, -1], 16], [[1, -1, 1], 16]])
 * ```
 */
export const survey =
  (order: Order) =>
  (bam: Bam): E.Either<BamError, Survey> =>
    F.pipe(
      make(bam),
      E.map(({ energies, size, encoding }) => {
        const starts = Array.from(energies, (_, index): State => Graph.stateAt({ size, encoding })(index))
        const walk = UnitMemory.under(alternating(order)(bam))<Bam, State>(units)
        const { attractors, cycles, exhausted } = Census.census(1000)(walk)(bam)(starts)
        return {
          equilibria: attractors.map(({ state, count }) => ({ pair: split(bam.sizes)(state), count })),
          cycles,
          exhausted,
        }
      }),
    )
