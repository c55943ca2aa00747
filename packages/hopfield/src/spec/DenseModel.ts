/**
 * From a document of a dense memory to the memory, and back.
 *
 * Definitions: `DenseModel` (what a document means), `fromDocument`, `toDocument`.
 * Convention:  a document that leaves something out and one that writes down its default mean the same model;
 *              `toDocument` leaves defaults out. `Model.scheduleOf` gives a schedule its seed.
 * Laws:        dense_fromDocument_toDocument, dense_fromDocument_defaults
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import type { DecodeError } from '@engram/spec'
import * as DenseMemory from '../DenseMemory.js'
import { exponentialAt, polynomial, rectified, type Interaction } from '../Interaction.js'
import type { State } from '../Network.js'
import type { DenseDocument } from './DenseDocument.js'
import type { Expectations, Grid, ScheduleKind } from './Model.js'
import { expectationMisfits, gridMisfits, mismatch, scheduleMisfits } from './parts.js'

/** A dense memory with the circumstances of its runs. */
export interface DenseModel {
  readonly memory: DenseMemory.DenseMemory
  readonly seed: number
  readonly schedule: ScheduleKind
  readonly expect: Expectations
  readonly title?: string
  readonly grid?: Grid
}

/** Everything in a document that does not fit its number of units. */
const misfits = (document: DenseDocument, size: number): ReadonlyArray<DecodeError.Mismatch> => [
  ...gridMisfits(size)(document),
  ...scheduleMisfits(size)(document),
  ...expectationMisfits(size)(document),
]

const interactionOf = ({ interaction }: DenseDocument): Interaction => {
  switch (interaction.kind) {
    case 'polynomial':
      return polynomial(interaction.degree)
    case 'rectified':
      return rectified(interaction.degree)
    case 'exponential':
      return exponentialAt(interaction.inverseTemperature ?? 1)
  }
}

/** Where a document says how steep its interaction is. */
const steepnessOf = ({ interaction }: DenseDocument): ReadonlyArray<string> => [
  'interaction',
  interaction.kind === 'exponential' ? 'inverseTemperature' : 'degree',
]

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: expected states of another length than the patterns, a grid of another
 *         size, an order that is not one of all units, a scale or β of 0, a degree at which energies overflow
 * Cost:   proportional to the document
 * Laws:   dense_fromDocument_toDocument, dense_fromDocument_defaults
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { DenseMemory } from '@engram/hopfield'
 * import { DenseDocument, DenseModel, Model } from '@engram/hopfield/spec'
 *
 * const text = `{
 *   "kind": "dense-memory", "version": 1, "encoding": "bipolar", "tie": "keep",
 *   "interaction": { "kind": "polynomial", "degree": 3 },
 *   "patterns": [[1, 1, 1, -1]],
 *   "seed": 7
 * }`
 * F.pipe(
 *   DenseDocument.parse(text),
 *   E.chain(DenseModel.fromDocument),
 *   E.bindTo('model'),
 *   E.bindW('probe', () => Pattern.bipolar([-1, -1, -1, 1])),
 *   E.chainW(({ model, probe }) => DenseMemory.recall({ schedule: Model.scheduleOf(model) })(model.memory)(probe)),
 *   E.map(({ state }) => Pattern.toArray(state)),
 * ) // => E.right([1, 1, 1, -1])
 * ```
 */
export const fromDocument = (document: DenseDocument): E.Either<DecodeError.DecodeErrors, DenseModel> => {
  const { encoding, expect, grid, patterns, scale = 1, schedule = { kind: 'shuffled' }, seed, tie, title } = document
  const [first, ...others] = misfits(document, patterns[0]?.length ?? 0)
  if (first !== undefined) return E.left([first, ...others])
  // The decoder has proved that the values are in the alphabet that the encoding names.
  const state = (values: ReadonlyArray<number>): State =>
    Pattern.unsafePattern(encoding === 'bipolar' ? 'Bipolar' : 'Binary', Int8Array.from(values))
  return F.pipe(
    DenseMemory.fromPatterns({ interaction: interactionOf(document), tie, scale })(patterns.map(state)),
    E.bimap(
      // Of all that a memory checks, only its scale and the size of its degree or β have not been checked yet.
      ({ expected, actual }) => [mismatch(scale > 0 ? steepnessOf(document) : ['scale'], String(expected), actual)],
      (memory): DenseModel => ({
        memory,
        seed,
        schedule,
        expect: {
          fixedPoints: (expect?.fixedPoints ?? []).map(state),
          energies: (expect?.energies ?? []).map((item) => ({ ...item, state: state(item.state) })),
          recalls: (expect?.recalls ?? []).map(({ from, to }) => ({ from: state(from), to: state(to) })),
        },
        ...(title === undefined ? {} : { title }),
        ...(grid === undefined ? {} : { grid }),
      }),
    ),
  )
}

const written = (interaction: Interaction): DenseDocument['interaction'] => {
  switch (interaction._tag) {
    case 'Polynomial':
      return { kind: 'polynomial', degree: interaction.degree }
    case 'Rectified':
      return { kind: 'rectified', degree: interaction.degree }
    case 'Exponential':
      return interaction.inverseTemperature === 1
        ? { kind: 'exponential' }
        : { kind: 'exponential', inverseTemperature: interaction.inverseTemperature }
  }
}

/**
 * A document that means the model, with the defaults left out.
 *
 * Cost: proportional to the document
 * Laws: dense_fromDocument_toDocument, dense_fromDocument_defaults
 */
export const toDocument = ({ expect, grid, memory, schedule, seed, title }: DenseModel): DenseDocument => {
  const expectations = Object.entries({
    fixedPoints: expect.fixedPoints.map(Pattern.toArray),
    energies: expect.energies.map((item) => ({ ...item, state: Pattern.toArray(item.state) })),
    recalls: expect.recalls.map(({ from, to }) => ({ from: Pattern.toArray(from), to: Pattern.toArray(to) })),
  }).filter(([, items]) => items.length > 0)
  // The states of a memory are in its encoding, which is the one that names the member of the union.
  return {
    kind: 'dense-memory',
    version: 1,
    ...(title === undefined ? {} : { title }),
    encoding: memory.encoding,
    tie: memory.tie,
    interaction: written(memory.interaction),
    ...(memory.scale === 1 ? {} : { scale: memory.scale }),
    patterns: memory.patterns.map(Pattern.toArray),
    ...(grid === undefined ? {} : { grid }),
    ...(schedule.kind === 'shuffled' ? {} : { schedule }),
    seed,
    ...(expectations.length === 0 ? {} : { expect: Object.fromEntries(expectations) }),
  } as DenseDocument
}
