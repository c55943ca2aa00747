/**
 * Recall in both directions: the layers answer each other until neither changes.
 *
 * Definitions: a half step updates all units of one layer at once; a sweep is a half step of each. A run ends in a
 *              `FixedPoint` (an equilibrium), in a `Cycle`, or `Exhausted`; with one matrix for both directions, layers
 *              that take turns and a tie policy that settles it always is the first.
 * Convention:  the algorithm of the lecture updates Y first, its example X first: `order` says which. Left out, the layer
 *              of which nothing is known goes first, and Y where both are known. A layer of which nothing is known
 *              begins at 0.
 * Laws:        bam_recall_eq_reference, bam_recall_equilibrium, bam_recall_all_eq_recall, bam_eq_bipartite, lyapunov_trace_le, bam_transpose
 * References:  Kosko (1988); lecture M, "Algorithm" and example 3.24.
 */
import { either as E, function as F } from 'fp-ts'
import { Retrieval, type Run, type Schedule, type UnitMemory } from '@engram/associative-memory'
import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Bam } from './Bam.js'
import { empty, type BamError } from './BamError.js'
import { alternating, fit, units, type Layered, type Order } from './machine.js'
import * as Pair from './Pair.js'

/** What is known: of x, of y, or of both. */
export interface Probe {
  readonly x?: Pair.State
  readonly y?: Pair.State
}

export type Outcome = Run.Outcome<Pair.Pair>

/** Where a run ended. */
export interface End {
  readonly pair: Pair.Pair
  readonly outcome: Outcome
  /** The last one, in which nothing changed, is counted. */
  readonly sweeps: number
  readonly flips: number
  /** L of the start, then after each sweep. */
  readonly energies: ReadonlyArray<number>
}

/** A run and everything that happened in it. */
export interface Recall extends End {
  readonly sizes: Pair.Sizes
  readonly start: Pair.Pair
  /** The run of all units, with its trace. */
  readonly retrieval: Retrieval.Retrieval<Pair.State>
}

export interface Options {
  /** Which layer goes first. */
  readonly order?: Order
  /** Any other way of asking units: one by one, or all of both layers at once. Units of Y are numbered after those of X. */
  readonly schedule?: Schedule.Schedule
  /** 1000 by default. */
  readonly maxSweeps?: number
}

const nothing = (bam: Layered, layer: 'x' | 'y'): Pair.State =>
  Pair.unsafeState(bam.encoding, new Int8Array(bam.sizes[layer]))

const orderOf = ({ x, y }: Probe): Order => (x === undefined && y !== undefined ? 'x-first' : 'y-first')

const paired = (sizes: Pair.Sizes, outcome: Run.Outcome<Pair.State>): Outcome =>
  outcome._tag === 'Cycle' ? { ...outcome, states: outcome.states.map(Pair.split(sizes)) } : outcome

const toEnd =
  ({ sizes }: Layered) =>
  ({ energies, flips, outcome, state, sweeps }: Retrieval.End<Pair.State>): End => ({
    pair: Pair.split(sizes)(state),
    outcome: paired(sizes, outcome),
    sweeps,
    flips,
    energies,
  })

const toRecall =
  (memory: Layered) =>
  (retrieval: Retrieval.Retrieval<Pair.State>): Recall => ({
    ...toEnd(memory)(retrieval),
    sizes: memory.sizes,
    start: Pair.split(memory.sizes)(retrieval.start),
    retrieval,
  })

/** What is known, completed by layers of which nothing is, with the order in which they are asked. */
const begun =
  (operation: string, memory: Layered) =>
  (probe: Probe): E.Either<BamError, { readonly start: Pair.State; readonly order: Order }> =>
    probe.x === undefined && probe.y === undefined
      ? E.left(empty(operation, 'x, y or both'))
      : F.pipe(
          { x: probe.x ?? nothing(memory, 'x'), y: probe.y ?? nothing(memory, 'y') },
          fit(operation, memory),
          E.map((start) => ({ start, order: orderOf(probe) })),
        )

/** Runs that have been prepared, for either layer going first. */
const prepared =
  ({ order, schedule, maxSweeps }: Options) =>
  <A>(memory: Layered, runs: (options: Retrieval.Options) => A): { readonly [first in Order]: A } => {
    const from = (first: Order): A =>
      runs({
        schedule: schedule ?? alternating(order ?? first)(memory),
        ...(maxSweeps === undefined ? {} : { maxSweeps }),
      })
    return { 'x-first': from('x-first'), 'y-first': from('y-first') }
  }

/** Runs whatever has two layers, as `recall` does. For the memories of this package. */
export const recallWith =
  <M extends Layered>(operation: string, memories: UnitMemory.UnitMemory<M>) =>
  (options: Options) =>
  (memory: M): ((probe: Probe) => E.Either<BamError, Recall>) => {
    const from = prepared(options)(memory, (given) => Retrieval.retrieve(given)(memories)(memory))
    return F.flow(
      begun(operation, memory),
      E.chainW(({ start, order }) => from[order](start)),
      E.map(toRecall(memory)),
    )
  }

/**
 * Runs a memory from what is known of a pair until both layers rest.
 *
 * Errors:   Empty (nothing known), SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (maxSweeps)
 * Cost:     O(n·m) for the first sweep, then O(n + m) and O(n) or O(m) a flip for whole weights;
 *           O(P·(n + m) / 8) a sweep where the weights are not written down
 * Numerics: every decision is taken as by the textbook sum in the order of the units
 * Laws:     bam_recall_eq_reference, bam_recall_equilibrium
 * Source:   lecture M, "Algorithm" and example 3.24
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Recall } from '@engram/bam'
 *
 * const bam = F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.chainW((pair) => Bam.fromPairs({})([pair])),
 * )
 * const recalled = F.pipe(
 *   E.Do,
 *   E.apS('bam', bam),
 *   E.apSW('x', Pattern.cue([0, 0, 1, 1])),
 *   E.chainW(({ bam, x }) => Recall.recall({})(bam)({ x })),
 * )
 * E.map((recall: Recall.Recall) => [recall.pair.x, recall.pair.y].map(Pattern.toArray))(recalled) // => E.right([[1, -1, 1, 1], [-1, 1]])
 * E.map((recall: Recall.Recall) => recall.energies)(recalled) // => E.right([0, -8, -8])
 * ```
 */
export const recall: (options: Options) => (bam: Bam) => (probe: Probe) => E.Either<BamError, Recall> = recallWith(
  'Recall.recall',
  units,
)

/**
 * Runs a memory from each of many probes, and tells where the runs end without what happened in them.
 *
 * Errors:   as `recall`, for the first probe that does not fit
 * Cost:     as `recall` for each probe; the memory is prepared once, and no trace is written
 * Numerics: the same, to the last bit
 * Laws:     bam_recall_all_eq_recall
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Recall } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.bindW('bam', ({ x, y }) => Bam.fromPairs({})([{ x, y }])),
 *   E.chainW(({ bam, x, y }) => Recall.recallAll({})(bam)([{ x }, { y }])),
 *   E.map((ends) => ends.map(({ pair }) => Pattern.toArray(pair.y))),
 * ) // => E.right([[-1, 1], [-1, 1]])
 * ```
 */
export const recallAll =
  (options: Options) =>
  (bam: Bam): ((probes: ReadonlyArray<Probe>) => E.Either<BamError, ReadonlyArray<End>>) => {
    const from = prepared(options)(bam, (given) => Retrieval.retrieveAll(given)(units)(bam))
    return F.flow(
      E.traverseArray(
        F.flow(
          begun('Recall.recallAll', bam),
          E.chainW(({ start, order }) => from[order]([start])),
          E.map((ends) => ends.map(toEnd(bam))),
        ),
      ),
      E.map((ends) => ends.flat()),
    )
  }

/** One layer's turn. */
export interface HalfStep {
  readonly layer: 'x' | 'y'
  /** What its units went by. */
  readonly fields: ReadonlyFloat64
  /** What they were afterwards. */
  readonly state: Pair.State
  readonly flips: number
  /** L afterwards. */
  readonly energy: number
}

/**
 * The half steps of a run in which layers took turns; of any other run, nothing.
 *
 * Cost: O(length of the trace)
 * Laws: bam_recall_eq_reference
 */
export const halfSteps = ({ retrieval, sizes }: Recall): ReadonlyArray<HalfStep> => {
  const { schedule, trace, start } = retrieval
  if (schedule._tag !== 'Blocks' || schedule.blocks.length !== 2) return []
  const [first] = schedule.blocks
  const xFirst = first?.[0] === 0
  if (first?.length !== (xFirst ? sizes.x : sizes.y)) return []
  const encoding = start._tag === 'Binary' ? 'binary' : 'bipolar'
  return Array.from({ length: 2 * retrieval.sweeps }, (_, k) => {
    const layer = (k % 2 === 0) === xFirst ? 'x' : 'y'
    const from = Math.floor(k / 2) * (sizes.x + sizes.y) + (k % 2) * first.length
    const at = Array.from({ length: sizes[layer] }, (__, unit) => from + unit)
    return {
      layer,
      fields: Float64Array.from(at, (entry) => trace.fields[entry] ?? 0),
      state: Pair.unsafeState(
        encoding,
        Int8Array.from(at, (entry) => trace.values[entry] ?? 0),
      ),
      flips: at.reduce((total, entry) => total + (trace.flipped[entry] ?? 0), 0),
      energy: trace.energies[from + sizes[layer] - 1] ?? 0,
    }
  })
}

/** The pair after so many half steps of a run in which layers took turns. Cost: O(n + m + length of the trace) */
export const pairAt =
  (recalled: Recall) =>
  (count: number): Pair.Pair =>
    halfSteps(recalled)
      .slice(0, Math.max(0, count))
      .reduce<Pair.Pair>(
        ({ x, y }, { layer, state }) => (layer === 'x' ? { x: state, y } : { x, y: state }),
        recalled.start,
      )
