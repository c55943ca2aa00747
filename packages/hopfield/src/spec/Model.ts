/**
 * From a document to a network, and back.
 *
 * Definitions: `Model` (what a document means), `fromDocument`, `toDocument`.
 * Convention:  a document that leaves something out and one that writes down its default mean the same model;
 *              `toDocument` leaves defaults out. Hebbian couplings stay implicit: `Network.toDense` writes them down.
 * Laws:        fromDocument_toDocument, fromDocument_defaults
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import type { DecodeError } from '@engram/spec'
import * as Couplings from '../Couplings.js'
import type { HopfieldError } from '../HopfieldError.js'
import * as Network from '../Network.js'
import { Schedule } from '@engram/associative-memory'
import type { NetworkDocument } from './NetworkDocument.js'
import {
  expectationMisfits,
  gridMisfits,
  isZero,
  matrix,
  mismatch,
  ofLength,
  scheduleMisfits,
  vector,
} from './parts.js'

/** The picture that a state is drawn as. */
export type Grid = NonNullable<NetworkDocument['grid']>

/** A schedule but for its seed, which is the document's. */
export type ScheduleKind = NonNullable<NetworkDocument['schedule']>

export interface ExpectedEnergy {
  readonly state: Network.State
  readonly energy: number
}

export interface ExpectedRecall {
  readonly from: Network.State
  readonly to: Network.State
}

/** What a network is believed to do. */
export interface Expectations {
  readonly fixedPoints: ReadonlyArray<Network.State>
  readonly energies: ReadonlyArray<ExpectedEnergy>
  readonly recalls: ReadonlyArray<ExpectedRecall>
}

/** A network with its stored patterns and the circumstances of its runs. */
export interface Model {
  readonly network: Network.Network
  readonly patterns: ReadonlyArray<Network.State>
  readonly seed: number
  readonly schedule: ScheduleKind
  readonly expect: Expectations
  readonly title?: string
  readonly grid?: Grid
  /** External input, held. */
  readonly input?: Vector.Vector
}

/** The kind of schedule of a model, with its seed. */
export const scheduleOf = ({ schedule, seed }: Pick<Model, 'schedule' | 'seed'>): Schedule.Schedule => {
  switch (schedule.kind) {
    case 'ordered':
      return Schedule.ordered(schedule.order)
    case 'shuffled':
      return Schedule.shuffled(seed)
    case 'random-unit':
      return Schedule.randomUnit(seed)
    case 'synchronous':
      return Schedule.synchronous
    case 'blocks':
      return Schedule.blocks(schedule.blocks)
  }
}

/** As many as there are patterns to take it from, or weights; 0 where there is neither. */
const sizeOf = ({ couplings, patterns }: NetworkDocument): number =>
  couplings.kind === 'weights' ? couplings.weights.length : (patterns[0]?.length ?? 0)

/** Everything in a document that does not fit its number of units. */
const misfits = (document: NetworkDocument, size: number): ReadonlyArray<DecodeError.Mismatch> => {
  const { couplings, input, patterns, thresholds } = document
  const fits = ofLength(size)
  return [
    // The rows of a table are of one length, so the first speaks for all.
    ...(couplings.kind === 'weights' ? fits(['couplings', 'weights', 0], couplings.weights[0]) : []),
    ...fits(['patterns', 0], patterns[0]),
    ...gridMisfits(size)(document),
    ...scheduleMisfits(size)(document),
    ...fits(['thresholds'], thresholds),
    ...fits(['input'], input),
    ...expectationMisfits(size)(document),
  ]
}

/** The decoder has proved that the values are in the alphabet that the encoding names. */
const stateIn =
  (encoding: Network.Encoding) =>
  (values: ReadonlyArray<number>): Network.State =>
    Pattern.unsafePattern(encoding === 'bipolar' ? 'Bipolar' : 'Binary', Int8Array.from(values))

const networkOf = (
  { couplings, encoding, scale = 1, thresholds, tie }: NetworkDocument,
  patterns: Model['patterns'],
): E.Either<HopfieldError, Network.Network> => {
  const common = { tie, scale, ...(thresholds === undefined ? {} : { thresholds: vector(thresholds) }) }
  if (couplings.kind === 'hebbian')
    return Network.fromPatterns({ ...common, couplings: 'patterns', diagonal: couplings.diagonal })(patterns)
  return Network.fromWeights({ ...common, encoding })(matrix(couplings.weights))
}

/**
 * What a document means, or where its parts do not fit each other.
 *
 * Errors: Mismatch, with the path in the document: no pattern to take Hebbian weights from, weights that are not square,
 *         patterns, thresholds, input or expected states of another length, a grid of another size, an order that is
 *         not one of all units, a scale of 0
 * Cost:   proportional to the document
 * Laws:   fromDocument_toDocument, fromDocument_defaults
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Recall } from '@engram/hopfield'
 * import { Model, NetworkDocument } from '@engram/hopfield/spec'
 *
 * const text = `{
 *   "kind": "hopfield", "version": 1, "encoding": "bipolar", "tie": "keep",
 *   "couplings": { "kind": "hebbian", "diagonal": "zero" },
 *   "patterns": [[1, 1, 1, -1]],
 *   "seed": 7
 * }`
 * F.pipe(
 *   NetworkDocument.parse(text),
 *   E.chain(Model.fromDocument),
 *   E.bindTo('model'),
 *   E.bindW('probe', () => Pattern.bipolar([-1, 1, 1, -1])),
 *   E.chainW(({ model, probe }) => Recall.recall({ schedule: Model.scheduleOf(model) })(model.network)(probe)),
 *   E.map(({ state }) => Pattern.toArray(state)),
 * ) // => E.right([1, 1, 1, -1])
 * ```
 */
export const fromDocument = (document: NetworkDocument): E.Either<DecodeError.DecodeErrors, Model> => {
  const { encoding, expect, grid, input, schedule = { kind: 'shuffled' }, seed, title } = document
  const size = sizeOf(document)
  const [first, ...others] =
    size === 0
      ? [mismatch(['patterns'], 'at least one pattern, for the weights come from them', document.patterns)]
      : misfits(document, size)
  if (first !== undefined) return E.left([first, ...others])
  const state = stateIn(encoding)
  const patterns = document.patterns.map(state)
  return F.pipe(
    networkOf(document, patterns),
    E.bimap(
      // Of all that a network checks, only the scale has not been checked yet.
      ({ expected, actual }) => [mismatch(['scale'], String(expected), actual)],
      (network): Model => ({
        network,
        patterns,
        seed,
        schedule,
        expect: {
          fixedPoints: (expect?.fixedPoints ?? []).map(state),
          energies: (expect?.energies ?? []).map((item) => ({ ...item, state: state(item.state) })),
          recalls: (expect?.recalls ?? []).map(({ from, to }) => ({ from: state(from), to: state(to) })),
        },
        ...(title === undefined ? {} : { title }),
        ...(grid === undefined ? {} : { grid }),
        ...(input === undefined ? {} : { input: vector(input) }),
      }),
    ),
  )
}

const couplingsOf = ({ couplings }: Network.Network): NetworkDocument['couplings'] =>
  Couplings.areHebbian(couplings)
    ? { kind: 'hebbian', diagonal: couplings.diagonal }
    : { kind: 'weights', weights: Matrix.toRows(Couplings.toMatrix(couplings)) }

/**
 * A document that means the model, with the defaults left out.
 *
 * Requires: patterns of a Hebbian model that are those of its couplings, as `fromDocument` makes them
 * Cost:     proportional to the document
 * Laws:     fromDocument_toDocument, fromDocument_defaults
 */
export const toDocument = ({
  expect,
  grid,
  input,
  network,
  patterns,
  schedule,
  seed,
  title,
}: Model): NetworkDocument => {
  const expectations = Object.entries({
    fixedPoints: expect.fixedPoints.map(Pattern.toArray),
    energies: expect.energies.map((item) => ({ ...item, state: Pattern.toArray(item.state) })),
    recalls: expect.recalls.map(({ from, to }) => ({ from: Pattern.toArray(from), to: Pattern.toArray(to) })),
  }).filter(([, items]) => items.length > 0)
  // The states of a network are in its encoding, which is the one that names the member of the union.
  return {
    kind: 'hopfield',
    version: 1,
    ...(title === undefined ? {} : { title }),
    encoding: network.encoding,
    tie: network.tie,
    ...(network.scale === 1 ? {} : { scale: network.scale }),
    couplings: couplingsOf(network),
    ...(isZero(network.thresholds) ? {} : { thresholds: Vector.toArray(network.thresholds) }),
    ...(input === undefined ? {} : { input: Vector.toArray(input) }),
    patterns: patterns.map(Pattern.toArray),
    ...(grid === undefined ? {} : { grid }),
    ...(schedule.kind === 'shuffled' ? {} : { schedule }),
    seed,
    ...(expectations.length === 0 ? {} : { expect: Object.fromEntries(expectations) }),
  } as NetworkDocument
}
