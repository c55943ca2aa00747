/**
 * Dense associative memories as data: networks whose energy is steeper than a square in the overlaps.
 *
 * Definitions: E(y) = −scale Σₖ F(s(k)·y) over the stored patterns s(k), with F of `Interaction`. A unit takes the value
 *              at which the energy is lower, the others being as they are; at equal energies its tie policy decides.
 * Convention:  lecture V's factor 1/P is `scale`; it is immaterial, and 1 by default so that energies of powers are whole
 *              numbers. For F(z) = exp βz, whose values overflow above 709 units, energy means −log(−E) = −log scale −
 *              log Σₖ exp(β s(k)·y): it rises and falls with E. The field of a bipolar unit is half the difference, ½ (E(−1) −
 *              E(+1)); that of a binary one, which moves by 1, is E(0) − E(1). Binary units are bipolar ones written
 *              differently: the overlap is that of 2s − 1 with 2y − 1.
 * Laws:        dense_eq_reference, dense_energy_update_le, dense_exponential_scale, dense_degree_two,
 *              dense_binary_eq_bipolar
 * References:  Krotov and Hopfield (2016); Demircigil et al. (2017); Vitay, *Hopfield networks*, "Modern Hopfield networks".
 */
import { either as E, function as F } from 'fp-ts'
import { Retrieval, UnitMemory, type Run } from '@engram/associative-memory'
import { Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { alike, fit, positive, ready, type Ready } from './denseDoor.js'
import { machineOf } from './denseMachine.js'
import type { HopfieldError } from './HopfieldError.js'
import type { Interaction } from './Interaction.js'
import { overlapsOf } from './kernels/stored.js'
import type { Encoding, State, Tie } from './Network.js'

export type { Ready } from './denseDoor.js'

export interface DenseMemory {
  readonly _tag: 'DenseMemory'
  readonly size: number
  readonly encoding: Encoding
  readonly tie: Tie
  readonly interaction: Interaction
  /** Factor of the energy; positive. */
  readonly scale: number
  readonly patterns: ReadonlyArray<State>
  /** Patterns and interaction once more, in the form that runs read. */
  readonly ready: Ready
}

/** How a memory is made from patterns. */
export interface Storage {
  readonly interaction: Interaction
  /** `keep` by default. */
  readonly tie?: Tie
  /** 1 by default. */
  readonly scale?: number
}

/**
 * A memory that stores patterns.
 *
 * Shapes:  P patterns [n] → n units of the encoding of the first pattern
 * Errors:  Empty (no patterns), SizeMismatch, EncodingMismatch (binary beside bipolar), OutOfRange (degree: a whole number
 *          of at least 2 with P nᵃ below 2¹⁰⁰⁰; inverse temperature; scale)
 * Cost:    O(P·n): the patterns are laid out for runs; weights there are none
 * Source:  Krotov and Hopfield (2016), eq. 1; Demircigil et al. (2017), eq. 3
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { DenseMemory, Interaction, Schedule } from '@engram/hopfield'
 *
 * const recalled = F.pipe(
 *   E.Do,
 *   E.apS('first', Pattern.bipolar([1, 1, 1, -1, -1])),
 *   E.apS('second', Pattern.bipolar([1, -1, 1, 1, 1])),
 *   E.apS('probe', Pattern.bipolar([1, 1, -1, -1, -1])),
 *   E.bindW('memory', ({ first, second }) =>
 *     DenseMemory.fromPatterns({ interaction: Interaction.polynomial(3) })([first, second]),
 *   ),
 *   E.chainW(({ memory, probe }) =>
 *     DenseMemory.recall({ schedule: Schedule.ordered([0, 1, 2, 3, 4]) })(memory)(probe),
 *   ),
 * )
 * E.map((run: DenseMemory.Recall) => Pattern.toArray(run.state))(recalled) // => E.right([1, 1, 1, -1, -1])
 * E.map((run: DenseMemory.Recall) => run.energies)(recalled) // => E.right([0, -124, -124])
 * ```
 */
export const fromPatterns =
  ({ interaction, tie = 'keep', scale = 1 }: Storage) =>
  (patterns: ReadonlyArray<State>): E.Either<HopfieldError, DenseMemory> => {
    const operation = 'DenseMemory.fromPatterns'
    return F.pipe(
      alike(operation)(patterns),
      E.bindTo('common'),
      E.apS('scale', positive(operation, scale)),
      E.bind('ready', ({ common }) => ready(operation, interaction, common.size, patterns)),
      E.map(({ common, ...checked }) => ({ _tag: 'DenseMemory', ...common, tie, interaction, patterns, ...checked })),
    )
  }

const none = (count: number): ReadonlyFloat64 => new Float64Array(count)

/**
 * Dense memories as an instance of the algebra of memories: runs, censuses and transition graphs come from there.
 *
 * Cost: of a machine, O(P·n / 32); of a field, P / 4 look-ups, and P products while fewer than seven units are asked of a
 *       state; of a flip, O(P)
 */
export const units: UnitMemory.UnitMemory<DenseMemory> = {
  size: ({ size }) => size,
  encoding: ({ encoding }) => encoding,
  machine: ({ ready: { stored, steep }, ...memory }) =>
    machineOf({ ...memory, stored, steep, base: none(stored.count) }),
}

const ask =
  <A>(operation: string, question: (machine: UnitMemory.Machine) => A) =>
  (memory: DenseMemory) =>
  (state: State): E.Either<HopfieldError, A> =>
    F.pipe(
      state,
      fit(operation, memory),
      E.map(({ data }) => question(units.machine(memory)(Int8Array.from(data)))),
    )

/**
 * The overlaps s(k)·y of a state with the stored patterns, as sums: n for the pattern itself.
 *
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(P·n / 32)
 * Numerics: exact
 */
export const overlaps =
  (memory: DenseMemory) =>
  (state: State): E.Either<HopfieldError, ReadonlyArray<number>> =>
    F.pipe(
      state,
      fit('DenseMemory.overlaps', memory),
      E.map(({ data }) => {
        const { stored } = memory.ready
        const m = new Int32Array(stored.count)
        overlapsOf(m, none(stored.count), stored, Int8Array.from(data))
        return Array.from(m)
      }),
    )

/**
 * The energy of a state; −log(−E) where the interaction is exponential.
 *
 * Formula:  E(y) = −scale Σₖ F(s(k)·y); −log scale − log Σₖ exp(β s(k)·y)
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(P·n / 32)
 * Numerics: exact for powers with 8 P (n + 2)ᵃ ≤ 2⁵³ and scale 1; the logarithm is taken relative to the greatest overlap
 * Laws:     dense_energy_update_le, dense_degree_two, dense_exponential_energy, dense_exponential_scale
 * Source:   Krotov and Hopfield (2016), eq. 1; lecture V, "Modern Hopfield networks"
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { DenseMemory, Interaction } from '@engram/hopfield'
 *
 * const energyOf = (interaction: Interaction.Interaction) =>
 *   F.pipe(
 *     Pattern.bipolar([1, 1, 1, -1]),
 *     E.bindTo('stored'),
 *     E.bindW('memory', ({ stored }) => DenseMemory.fromPatterns({ interaction })([stored])),
 *     E.chainW(({ memory, stored }) => DenseMemory.energy(memory)(stored)),
 *   )
 * energyOf(Interaction.polynomial(3)) // => E.right(-64)
 * energyOf(Interaction.exponential) // => E.right(-4)
 * ```
 */
export const energy: (memory: DenseMemory) => (state: State) => E.Either<HopfieldError, number> = ask(
  'DenseMemory.energy',
  (machine) => machine.energy(),
)

/**
 * The local fields of all units: where each wants to go.
 *
 * Formula:  ½ (E(yᵢ = −1) − E(yᵢ = +1)); for F(z) = exp βz, artanh(T (D − yᵢT) / (1 − yᵢDT)) with T = tanh β
 *           and D = Σₖ sᵢ(k) softmax(β s·y)ₖ
 * Errors:   SizeMismatch, EncodingMismatch
 * Cost:     O(P·n)
 * Numerics: signs and zeros are those of exact arithmetic; values exact for powers with 8 P (n + 2)ᵃ ≤ 2⁵³ and scale 1
 * Laws:     dense_eq_reference, dense_power_sign, dense_exponential_sign
 * Source:   Krotov and Hopfield (2016), eq. 2
 */
export const localFields: (memory: DenseMemory) => (state: State) => E.Either<HopfieldError, Vector.Vector> = ask(
  'DenseMemory.localFields',
  (machine) => Vector.unsafeFromFloat64(Float64Array.from({ length: machine.size }, (_, unit) => machine.field(unit))),
)

/** Whether no unit would change if asked. Errors: SizeMismatch, EncodingMismatch. Cost: O(P·n) */
export const isFixedPoint: (memory: DenseMemory) => (state: State) => E.Either<HopfieldError, boolean> = ask(
  'DenseMemory.isFixedPoint',
  UnitMemory.rests,
)

export type Outcome = Run.Outcome<State>

/** A run and everything that happened in it. */
export type Recall = Retrieval.Retrieval<State>

/**
 * Runs a memory from a start state until it rests, repeats itself, or runs out of sweeps.
 *
 * Shapes:   start [n] → end state [n], trace of sweeps·n entries
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, OutOfRange (maxSweeps)
 * Cost:     O(P·n / 4) a sweep and O(P) a flip
 * Numerics: every decision is that of exact arithmetic; energies in the trace are carried along and never rise
 * Laws:     dense_trace_eq, dense_recall_fixedPoint, dense_exponential_recalls, dense_degree_two
 * Source:   Krotov and Hopfield (2016), eq. 2; Demircigil et al. (2017)
 */
export const recall =
  (options: Retrieval.Options) =>
  (memory: DenseMemory) =>
  (start: State): E.Either<HopfieldError, Recall> =>
    F.pipe(start, fit('DenseMemory.recall', memory), E.chainW(Retrieval.retrieve(options)(units)(memory)))
