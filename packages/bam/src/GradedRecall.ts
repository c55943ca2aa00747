/**
 * Letting a graded bidirectional memory run until it rests.
 *
 * Definitions: a half step updates a layer as a whole; a sweep is a half step of each. A state rests when a sweep moves it
 *              by no more than a tolerance. Graded memories are energy memories, so that runs and censuses apply to them.
 * Convention:  distances are Euclidean, of both layers taken together. A layer of which nothing is known begins in the
 *              middle of its range, and goes first unless `order` says otherwise. A unit that lies in the middle is missing
 *              in the signs of a bipolar memory, and 0 in those of a binary one. Graded units have no ties to settle: in
 *              zero field a unit goes to the middle, where a two-valued one may keep what it was. Layers that take
 *              turns never cycle, because L falls; those that move at once may swing for ever, and are then `Exhausted`.
 * Laws:        graded_bam_eq_reference, graded_bam_lyapunov_le, graded_bam_high_gain, graded_bam_low_gain
 * References:  Kosko (1988), "Bidirectional associative memories".
 */
import { either as E, function as F } from 'fp-ts'
import { Run, type EnergyMemory } from '@engram/associative-memory'
import { Random, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import type { StoredPair } from './Bam.js'
import { empty, outOfRange, type BamError } from './BamError.js'
import * as Certificate from './Certificate.js'
import type { Activity, Graded } from './Graded.js'
import { activities, answer, energyOf, energyWith, fieldsOf, rangeOf, type Layer, type Start } from './gradedUnits.js'
import { each, squaredDistance } from './kernels/graded.js'
import type { Order } from './machine.js'
import * as Pair from './Pair.js'

/** One layer's turn. */
export interface HalfStep {
  readonly layer: Layer
  /** What its units went by: the gain is not in it. */
  readonly fields: Vector.Vector
  /** What they were afterwards. */
  readonly state: Vector.Vector
  /** L afterwards; where both layers moved at once, after both. */
  readonly energy: number
}

/** What one sweep did. */
export interface Sweep {
  /** How far the two layers together moved. */
  readonly change: number
  readonly halfSteps: readonly [HalfStep, HalfStep]
}

/** Which layer goes first, or that both go by what the other was before: not what a bidirectional memory does. */
export type Turns = Order | 'together'

export interface Walk {
  readonly order: Turns
  /** A state that moves no further than this rests. */
  readonly tolerance: number
  /** States closer to each other than this are the same in a census; 2⁻²⁰ by default. */
  readonly closeness?: number
}

const distance = (a: Activity, b: Activity): number =>
  Math.sqrt(squaredDistance(a.x.data, b.x.data) + squaredDistance(a.y.data, b.y.data))

const copy = ({ data }: Vector.Vector): Vector.Vector => Vector.unsafeFromFloat64(new Float64Array(data))

interface Moved {
  readonly state: Activity
  readonly halfStep: HalfStep
}

const vector = (data: ReadonlyFloat64): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(data))

/** A layer goes by what the other one is in `from`. */
const halfStep = (memory: Graded, layer: Layer, from: Activity, at: Activity): Moved => {
  const fields = fieldsOf(memory, layer, layer === 'y' ? from.x.data : from.y.data)
  const values = vector(answer(memory, fields))
  const state: Activity = layer === 'y' ? { x: at.x, y: values } : { x: values, y: at.y }
  const energy =
    from === at
      ? energyWith(memory, layer, fields, state.x.data, state.y.data)
      : energyOf(memory, state.x.data, state.y.data)
  return { state, halfStep: { layer, fields: vector(fields), state: values, energy } }
}

const sweepOf = (memory: Graded, order: Turns, before: Activity): readonly [Moved, Moved] => {
  const [one, other]: readonly [Layer, Layer] = order === 'x-first' ? ['x', 'y'] : ['y', 'x']
  const first = halfStep(memory, one, before, before)
  if (order !== 'together') return [first, halfStep(memory, other, first.state, first.state)]
  const second = halfStep(memory, other, before, first.state)
  return [{ ...first, halfStep: { ...first.halfStep, energy: second.halfStep.energy } }, second]
}

/** Graded bidirectional memories as an instance of the algebra of memories. Cost: O(n·m) a sweep */
export const walk = ({
  closeness = 2 ** -20,
  order,
  tolerance,
}: Walk): EnergyMemory.EnergyMemory<Graded, Activity, Sweep> => ({
  deterministic: false,
  random: Random.fromSeed(0),
  equals: (a, b) => a.x.length === b.x.length && a.y.length === b.y.length && distance(a, b) <= closeness,
  open: (memory) => (start) => {
    const at = (before: Activity, energy: number): EnergyMemory.Session<Activity, Sweep> => ({
      energy,
      state: () => ({ x: copy(before.x), y: copy(before.y) }),
      sweep: (random) => {
        const [first, second] = sweepOf(memory, order, before)
        const change = distance(second.state, before)
        return {
          session: at(second.state, second.halfStep.energy),
          random,
          rests: change <= tolerance,
          moved: change > 0,
          record: { change, halfSteps: [first.halfStep, second.halfStep] },
        }
      },
    })
    return at(start, energyOf(memory, start.x.data, start.y.data))
  },
})

/** What is known: of x, of y, or of both. */
export interface Probe {
  readonly x?: Start
  readonly y?: Start
}

export interface Options {
  /** Left out, the layer of which nothing is known goes first, and Y where both are known. */
  readonly order?: Turns
  /** A state that moves no further than this rests; 2⁻⁴⁰ by default. */
  readonly tolerance?: number
  /** 1000 by default. */
  readonly maxSweeps?: number
}

export interface Recall extends Run.Run<Activity, Sweep> {
  /** What the state is, taken for the nearer of the two values of each unit. */
  readonly signs: Pair.Pair
}

/**
 * Which of its two values each unit is nearer to.
 *
 * Cost: O(n + m)
 * Laws: graded_bam_high_gain
 */
export const signs =
  ({ encoding }: Pick<Graded, 'encoding'>) =>
  ({ x, y }: Activity): Pair.Pair => {
    const { least, middle } = rangeOf({ encoding })
    const sign = (value: number): number => (value > middle ? 1 : value < middle ? least : 0)
    const of = ({ data }: Vector.Vector): Pair.State => Pair.unsafeState(encoding, Int8Array.from(each(data, sign)))
    return { x: of(x), y: of(y) }
  }

const allowed = ({
  maxSweeps = 1000,
  tolerance = 2 ** -40,
}: Options): E.Either<BamError, Required<Omit<Options, 'order'>>> => {
  if (!(tolerance >= 0))
    return E.left(outOfRange('GradedRecall.recall (tolerance)', 'a distance of 0 or more', tolerance))
  return Number.isInteger(maxSweeps) && maxSweeps >= 0
    ? E.right({ maxSweeps, tolerance })
    : E.left(outOfRange('GradedRecall.recall (maxSweeps)', 'a natural number', maxSweeps))
}

/**
 * Runs a graded memory from what is known of a pair until it rests or runs out of sweeps.
 *
 * Shapes:   x [n], y [m] → the same
 * Errors:   Empty (nothing known), SizeMismatch, EncodingMismatch, OutOfRange (a value beyond the ends, tolerance,
 *           maxSweeps)
 * Cost:     O(n·m) a sweep
 * Numerics: the energies never rise by more than they are rounded. Near a fixed point a sweep brings the state nearer by a
 *           factor that is close to 1 where the gain is critical: what rests may then lie further from it than the tolerance
 * Laws:     graded_bam_eq_reference, graded_bam_lyapunov_le, graded_bam_low_gain
 * Source:   Kosko (1988)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Graded, GradedRecall } from '@engram/bam'
 *
 * // One unit in each layer: below a gain of ½ everything fades, above it two opposite states are left.
 * const recall = (gain: number) =>
 *   F.pipe(
 *     E.Do,
 *     E.apS('weights', Matrix.fromRows([[2]])),
 *     E.apS('x', Vector.fromArray([0.25])),
 *     E.bindW('graded', ({ weights }) => Graded.make({ encoding: 'bipolar', gain })(weights)),
 *     E.chainW(({ graded, x }) => GradedRecall.recall({})(graded)({ x })),
 *     E.map(({ outcome, state }) => [outcome._tag, ...Array.from(state.y.data, (y) => Math.round(1000 * y) / 1000)]),
 *   )
 * recall(0.25) // => E.right(['FixedPoint', 0])
 * recall(1) // => E.right(['FixedPoint', 0.958])
 * ```
 */
export const recall =
  (options: Options) =>
  (memory: Graded) =>
  ({ x, y }: Probe): E.Either<BamError, Recall> => {
    const operation = 'GradedRecall.recall'
    const idle = (layer: Layer): Vector.Vector =>
      vector(Array.from({ length: memory.sizes[layer] }, () => rangeOf(memory).middle))
    return x === undefined && y === undefined
      ? E.left(empty(operation, 'x, y or both'))
      : F.pipe(
          E.Do,
          E.apS('start', activities(operation, memory)({ x: x ?? idle('x'), y: y ?? idle('y') })),
          E.apS('allowed', allowed(options)),
          E.map(({ allowed: { maxSweeps, tolerance }, start }) => {
            const order = options.order ?? (x === undefined ? 'x-first' : 'y-first')
            const told = Run.run(maxSweeps)(walk({ order, tolerance }))(memory)(start)
            return { ...told, signs: signs(memory)(told.state) }
          }),
        )
  }

/**
 * The half steps of a run, in order.
 *
 * Cost: O(sweeps)
 * Laws: graded_bam_eq_reference
 */
export const halfSteps = ({ records }: Pick<Recall, 'records'>): ReadonlyArray<HalfStep> =>
  records.flatMap((sweep) => sweep.halfSteps)

/** What became of a run: its signs certified as those of a two-valued run, and how far the values lie from a pair. */
export interface Certified extends Certificate.Certificate {
  /** The stored pair that the state is nearest to, the first of several. */
  readonly nearest: {
    readonly index: number
    readonly distance: number
  }
}

/**
 * What became of a run, by the signs of its state and by its distance from the stored pairs.
 *
 * Errors: Empty, SizeMismatch, EncodingMismatch, of pairs that do not belong together or to the run
 * Cost:   O(P·(n + m)), and a few thousand comparisons with mixtures
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Bam, Graded, GradedRecall } from '@engram/bam'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('x', Pattern.bipolar([1, -1, 1, 1])),
 *   E.apS('y', Pattern.bipolar([-1, 1])),
 *   E.bindTo('pair'),
 *   E.bindW('bam', ({ pair }) => Bam.fromPairs({})([pair])),
 *   E.bindW('graded', ({ bam }) => Graded.fromBam({ gain: 1 })(bam)),
 *   E.bindW('recall', ({ graded, pair }) => GradedRecall.recall({})(graded)({ y: pair.y })),
 *   E.chainW(({ pair, recall }) => GradedRecall.certify([pair])(recall)),
 *   E.map(({ nearest, verdict }) => [verdict, nearest.index, nearest.distance < 0.1]),
 * ) // => E.right([{ _tag: 'Stored', index: 0 }, 0, true])
 * ```
 */
export const certify =
  (pairs: ReadonlyArray<StoredPair>) =>
  ({ energies, outcome, signs: pair, state }: Recall): E.Either<BamError, Certified> =>
    F.pipe(
      Certificate.certify(pairs)({
        sizes: { x: state.x.length, y: state.y.length },
        pair,
        outcome: outcome._tag === 'FixedPoint' ? outcome : { _tag: 'Exhausted' },
        energies,
      }),
      E.map((certificate) => {
        const distances = pairs.map(({ x, y }) => distance({ x: vector(x.data), y: vector(y.data) }, state))
        const least = Math.min(...distances)
        return { ...certificate, nearest: { index: distances.indexOf(least), distance: least } }
      }),
    )
