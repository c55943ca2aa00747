/**
 * Asking memories of several kinds for the same picture: from pictures and a plan to what each of them answered.
 *
 * Convention: classical and dense networks see pictures in black and white, modern ones in shades from −1 (paper) to 1
 *             (ink). The inverse temperature of a modern memory is that of scores divided by √n, as in attention.
 */
import { either as E, function as F } from 'fp-ts'
import type { Pattern, Retrieval } from '@engram/associative-memory'
import {
  DenseMemory,
  Interaction,
  Modern,
  ModernRecall,
  ModernVerdict,
  Network,
  Recall,
  Verdict,
  type Schedule,
  type HopfieldError,
} from '@engram/hopfield'
import { Model } from '@engram/hopfield/spec'
import { Matrix, Vector } from '@engram/linalg'
import { badOption, refused, type Failure } from '../Failure.js'
import { difference, fromPattern, fromValues, toValues, type Gray } from '../pictures/Gray.js'
import { damaged, damagedGray } from '../recall/Damage.js'
import type { Memory, Plan } from '../recall/Plan.js'
import { scheduleKindOf, type Start, type Stored } from '../recall/Run.js'

/** What is the same whatever the memory. */
interface Common {
  /** The picture that it was shown, as it sees it. */
  readonly probe: Gray
  readonly result: Gray
  /** The pattern that the result is held against: the one that was damaged, else the one most like the result. */
  readonly target: number
  /** That pattern, as the memory sees it. */
  readonly wanted: Gray
  /** Whether the run ended in a stored pattern; in the target, if that is what was damaged. */
  readonly recalled: boolean
  /** How far the result is from what was wanted: the mean difference of shades, from 0 to 1. */
  readonly error: number
  readonly sweeps: number
  readonly energies: ReadonlyArray<number>
}

/** A network of units answered. */
export interface OfUnits extends Common {
  readonly memory: Extract<Memory, { readonly kind: 'classical' | 'dense' }>
  readonly verdict: Verdict.Verdict
  readonly flips: number
  readonly schedule: Schedule.Schedule
  /** With each pattern, of the probe and of the result. */
  readonly overlaps: { readonly probe: ReadonlyArray<number>; readonly result: ReadonlyArray<number> }
}

/** A continuous memory answered. */
export interface OfShades extends Common {
  readonly memory: Extract<Memory, { readonly kind: 'modern' }>
  readonly verdict: ModernVerdict.Verdict
  /** Of each pattern, for the probe and for the result. */
  readonly weights: { readonly probe: ReadonlyArray<number>; readonly result: ReadonlyArray<number> }
}

export type Told = OfUnits | OfShades

type Result<A> = E.Either<Failure, A>

const greatest = (values: ReadonlyArray<number>): number => values.indexOf(Math.max(...values))

const overlapsWith = (stored: Stored, state: Pattern.Pattern): ReadonlyArray<number> =>
  stored.map(({ pattern }) =>
    F.pipe(
      Array.from(pattern.data).reduce((sum, value, k) => sum + value * (state.data[k] ?? 0), 0),
      (sum) => sum / pattern.length,
    ),
  )

const unitRun = (
  memory: OfUnits['memory'],
  plan: Plan,
  stored: Stored,
  options: Retrieval.Options,
): ((probe: Pattern.Bipolar) => E.Either<HopfieldError.HopfieldError, Recall.Recall>) => {
  const patterns = stored.map(({ pattern }) => pattern)
  const { tie } = plan
  if (memory.kind === 'classical')
    return (probe) =>
      F.pipe(
        Network.fromPatterns({ couplings: 'patterns', tie })(patterns),
        E.chain((network) => Recall.recall(options)(network)(probe)),
      )
  const interaction = memory.degree === 'exp' ? Interaction.exponential : Interaction.polynomial(memory.degree)
  return (probe) =>
    F.pipe(
      DenseMemory.fromPatterns({ interaction, tie })(patterns),
      E.chain((dense) => DenseMemory.recall(options)(dense)(probe)),
    )
}

const byUnits = (memory: OfUnits['memory'], plan: Plan, stored: Stored, start: Start): Result<OfUnits> => {
  const { maxSweeps, seed } = plan
  const [grid] = stored
  const probe =
    start._tag === 'Given'
      ? start.picture.pattern
      : damaged(start, seed, grid)(stored[start.pattern]?.pattern ?? grid.pattern)
  const schedule = Model.scheduleOf({ seed, schedule: scheduleKindOf(plan, probe.length) })
  return F.pipe(
    unitRun(memory, plan, stored, { maxSweeps, schedule })(probe),
    E.mapLeft((error) =>
      error._tag === 'NotAPermutation'
        ? badOption(
            '--order',
            `each unit from 1 to ${probe.length} exactly once`,
            error.actual.map((unit) => unit + 1).join(','),
          )
        : refused(error),
    ),
    E.map((run) => {
      const verdict = Verdict.ofRecall(stored.map(({ pattern }) => pattern))(run)
      const overlaps = { probe: overlapsWith(stored, probe), result: overlapsWith(stored, run.state) }
      const target = start._tag === 'Given' ? greatest(overlaps.result) : start.pattern
      const [result, wanted] = [
        fromPattern(grid, run.state),
        fromPattern(grid, stored[target]?.pattern ?? grid.pattern),
      ]
      return {
        memory,
        verdict,
        overlaps,
        target,
        wanted,
        result,
        probe: fromPattern(grid, probe),
        recalled: verdict._tag === 'Stored' && overlaps.result[target] === 1,
        error: difference(result, wanted),
        sweeps: run.sweeps,
        flips: run.flips,
        schedule,
        energies: run.energies,
      }
    }),
  )
}

const byShades = (memory: OfShades['memory'], plan: Plan, stored: Stored, start: Start): Result<OfShades> => {
  const [{ gray: grid }] = stored
  const probe =
    start._tag === 'Given' ? start.picture.gray : damagedGray(start, plan.seed)(stored[start.pattern]?.gray ?? grid)
  const size = grid.width * grid.height
  const values = Vector.unsafeFromFloat64(toValues(probe))
  const rows = Float64Array.from(stored.flatMap(({ gray }) => Array.from(toValues(gray))))
  return F.pipe(
    Modern.make({ beta: memory.beta / Math.sqrt(size) })(Matrix.unsafeFromFloat64(stored.length, size)(rows)),
    E.bindTo('store'),
    E.bind('before', ({ store }) => Modern.weights(store)(values)),
    E.bind('run', ({ store }) => ModernRecall.recall({ maxSweeps: plan.maxSweeps })(store)(values)),
    E.bimap(refused, ({ before, run, store }) => {
      const verdict = ModernVerdict.ofRecall({})(store)(run)
      const weights = { probe: Vector.toArray(before), result: Vector.toArray(run.weights) }
      const target = start._tag === 'Given' ? greatest(weights.result) : start.pattern
      const result = fromValues(grid, Vector.toArray(run.state))
      const wanted = stored[target]?.gray ?? grid
      return {
        memory,
        verdict,
        weights,
        target,
        wanted,
        result,
        probe,
        recalled: verdict._tag === 'Single' && verdict.index === target,
        error: difference(result, wanted),
        sweeps: run.sweeps,
        energies: run.energies,
      }
    }),
  )
}

/**
 * Stores the pictures in each memory of the plan, and lets it run from the start.
 *
 * Errors: BadOption (no such pattern), Refused (an order that is not one of all units, a degree at which energies overflow)
 */
export const told =
  (plan: Plan) =>
  (stored: Stored, start: Start): Result<ReadonlyArray<Told>> =>
    start._tag !== 'Given' && start.pattern >= stored.length
      ? E.left(badOption('--pattern', `a pattern from 1 to ${stored.length}`, `${start.pattern + 1}`))
      : F.pipe(
          plan.memories,
          E.traverseArray((memory): Result<Told> =>
            memory.kind === 'modern' ? byShades(memory, plan, stored, start) : byUnits(memory, plan, stored, start),
          ),
        )
