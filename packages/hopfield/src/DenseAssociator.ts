/**
 * Dense memories that answer an input with a pattern of another kind: labels, names, values.
 *
 * Definitions: E(x, y) = −scale Σₖ F(s(k)·x + t(k)·y) over the stored associations s(k) → t(k). The inputs x are held;
 *              only the outputs y are updated, each to the value of lower energy. It is the dense memory of the joined
 *              patterns (s, t) in which only the units of t are asked.
 * Convention:  outputs begin at their lower value unless told otherwise, as in the source. Energies and fields are those
 *              of `DenseMemory`.
 * Laws:        denseAssociator_eq_joined, denseAssociator_of_separated
 * References:  Krotov and Hopfield (2016), eq. 8 and §"An example of a pattern recognition problem": classification units
 *              beside visible ones that are clamped; the XOR problem of its §2.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Retrieval, Tie as TieModule, type UnitMemory } from '@engram/associative-memory'
import { Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { alike, fit, positive, ready, type Ready } from './denseDoor.js'
import { machineOf } from './denseMachine.js'
import type { Recall, Storage } from './DenseMemory.js'
import type { HopfieldError } from './HopfieldError.js'
import type { Interaction } from './Interaction.js'
import { lay, overlapsOf, type Stored } from './kernels/stored.js'
import type { Encoding, State, Tie } from './Network.js'

/** What is shown, and what it is to be answered with. */
export interface Association {
  readonly input: State
  readonly target: State
}

/** Size and alphabet of one of the two sides. */
export interface Side {
  readonly size: number
  readonly encoding: Encoding
}

export interface DenseAssociator {
  readonly _tag: 'DenseAssociator'
  readonly input: Side
  readonly output: Side
  readonly tie: Tie
  readonly interaction: Interaction
  /** Factor of the energy; positive. */
  readonly scale: number
  readonly associations: ReadonlyArray<Association>
  /** The targets and the interaction, and the inputs, in the form that runs read. */
  readonly ready: Ready & { readonly inputs: Stored }
}

/**
 * A memory of associations.
 *
 * Shapes:  P inputs [n], P targets [m] → n held units, m that answer
 * Errors:  Empty, SizeMismatch, EncodingMismatch (binary beside bipolar, on one side), OutOfRange (degree, scale)
 * Cost:    O(P (n + m))
 * Source:  Krotov and Hopfield (2016), eq. 8
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { DenseAssociator, Interaction } from '@engram/hopfield'
 *
 * // Exclusive or: beyond the square, which ties, and within the cube.
 * const rows = [[-1, -1, -1], [-1, 1, 1], [1, -1, 1], [1, 1, -1]]
 * const answers = (degree: number) =>
 *   F.pipe(
 *     rows,
 *     E.traverseArray((row) =>
 *       F.pipe(
 *         E.Do,
 *         E.apS('input', Pattern.bipolar(row.slice(0, 2))),
 *         E.apS('target', Pattern.bipolar(row.slice(2))),
 *       ),
 *     ),
 *     E.bindTo('table'),
 *     E.bindW('memory', ({ table }) => DenseAssociator.learn({ interaction: Interaction.polynomial(degree) })(table)),
 *     E.chainW(({ table, memory }) =>
 *       E.traverseArray((each: DenseAssociator.Association) => DenseAssociator.votes(memory)(each.input))(table),
 *     ),
 *     E.map((votes) => votes.map(({ data }) => data[0])),
 *   )
 * answers(2) // => E.right([0, 0, 0, 0])
 * answers(3) // => E.right([-24, 24, 24, -24])
 * ```
 */
export const learn =
  ({ interaction, tie = 'keep', scale = 1 }: Storage) =>
  (associations: ReadonlyArray<Association>): E.Either<HopfieldError, DenseAssociator> => {
    const operation = 'DenseAssociator.learn'
    const targets = associations.map(({ target }) => target)
    const inputs = associations.map(({ input }) => input)
    return F.pipe(
      E.Do,
      E.apS('input', alike(`${operation} (input)`)(inputs)),
      E.apS('output', alike(`${operation} (target)`)(targets)),
      E.apS('scale', positive(operation, scale)),
      E.bind('ready', ({ input, output }) => ready(operation, interaction, input.size + output.size, targets)),
      E.map((checked) => ({
        _tag: 'DenseAssociator',
        tie,
        interaction,
        associations,
        ...checked,
        ready: { ...checked.ready, inputs: lay(inputs.map(Pattern.toBipolar), checked.input.size) },
      })),
    )
  }

/** A memory under an input that is held. */
export interface Held {
  readonly memory: DenseAssociator
  /** s(k)·x */
  readonly overlaps: ReadonlyFloat64
}

/**
 * The memory with an input in front of it.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(P·n / 32)
 */
export const hold =
  (memory: DenseAssociator) =>
  (input: State): E.Either<HopfieldError, Held> =>
    F.pipe(
      input,
      fit('DenseAssociator.hold', memory.input),
      E.map(({ data }) => {
        const { inputs } = memory.ready
        const overlaps = new Int32Array(inputs.count)
        overlapsOf(overlaps, new Float64Array(inputs.count), inputs, Int8Array.from(data))
        return { memory, overlaps }
      }),
    )

/** The outputs under a held input as an instance of the algebra of memories. */
export const units: UnitMemory.UnitMemory<Held> = {
  size: ({ memory }) => memory.output.size,
  encoding: ({ memory }) => memory.output.encoding,
  machine: ({ memory: { output, tie, scale, ready: form }, overlaps }) =>
    machineOf({ stored: form.stored, steep: form.steep, encoding: output.encoding, tie, scale, base: overlaps }),
}

const lowest = ({ size, encoding }: Side): State =>
  Pattern.unsafePattern(
    encoding === 'bipolar' ? 'Bipolar' : 'Binary',
    new Int8Array(size).fill(TieModule.lowerOf(encoding)),
  )

const ask =
  <A>(operation: string, question: (machine: UnitMemory.Machine) => A) =>
  (memory: DenseAssociator) =>
  (input: State, output: State = lowest(memory.output)): E.Either<HopfieldError, A> =>
    F.pipe(
      hold(memory)(input),
      E.bindTo('held'),
      E.apS('start', fit(operation, memory.output)(output)),
      E.map(({ held, start }) => question(units.machine(held)(Int8Array.from(start.data)))),
    )

/**
 * The energy of an input and an output together.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(P (n + m) / 32)
 * Laws:   denseAssociator_eq_joined
 */
export const energy: (memory: DenseAssociator) => (input: State, output?: State) => E.Either<HopfieldError, number> =
  ask('DenseAssociator.energy', (machine) => machine.energy())

/**
 * The fields of the outputs under an input: how strongly each wants up, the others being as they are.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   O(P (n / 32 + m))
 * Laws:   denseAssociator_eq_joined
 */
export const votes: (
  memory: DenseAssociator,
) => (input: State, output?: State) => E.Either<HopfieldError, Vector.Vector> = ask(
  'DenseAssociator.votes',
  (machine) => Vector.unsafeFromFloat64(Float64Array.from({ length: machine.size }, (_, unit) => machine.field(unit))),
)

/**
 * The output unit that wants up most: the class of an input, where each target has one unit up. The first of equals.
 *
 * Errors: SizeMismatch, EncodingMismatch
 * Cost:   as `votes`
 * Source: Krotov and Hopfield (2016), eq. 8
 */
export const classify =
  (memory: DenseAssociator) =>
  (input: State): E.Either<HopfieldError, number> =>
    F.pipe(
      votes(memory)(input),
      E.map(Vector.toArray),
      E.map((fields) => fields.indexOf(fields.reduce((most, vote) => Math.max(most, vote), -Infinity))),
    )

/**
 * Lets the outputs run under a held input until they rest, repeat themselves, or run out of sweeps.
 *
 * Errors: SizeMismatch, EncodingMismatch, NotAPermutation, OutOfRange (maxSweeps)
 * Cost:   O(P (n + m) / 32) to begin, then O(P·m / 4) a sweep and O(P) a flip
 * Laws:   denseAssociator_eq_joined, denseAssociator_of_separated
 * Source: Krotov and Hopfield (2016), eq. 8
 */
export const recall =
  (options: Retrieval.Options) =>
  (memory: DenseAssociator) =>
  (input: State, start: State = lowest(memory.output)): E.Either<HopfieldError, Recall> =>
    F.pipe(
      hold(memory)(input),
      E.bindTo('held'),
      E.apS('from', fit('DenseAssociator.recall', memory.output)(start)),
      E.chainW(({ held, from }) => Retrieval.retrieve(options)(units)(held)(from)),
    )
