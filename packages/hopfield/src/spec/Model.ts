/**
 * From a document to a network, and back.
 *
 * Definitions: `Model` (what a document means), `fromDocument`, `toDocument`.
 * Convention:  a document that leaves something out and one that writes down its default mean the same model;
 *              `toDocument` leaves defaults out. Hebbian couplings stay implicit: `Network.toDense` writes them down.
 * Laws:        fromDocument_toDocument, toDocument_fromDocument
 */
import { apply, either as E, function as F, readonlyNonEmptyArray as RNEA } from 'fp-ts'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Vector } from '@engram/linalg'
import type { DecodeError } from '@engram/spec'
import * as Network from '../Network.js'
import * as Schedule from '../Schedule.js'
import type { NetworkDocument } from './NetworkDocument.js'

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

type Checked<A> = E.Either<DecodeError.DecodeErrors, A>
type Path = DecodeError.Path

const refuse = (path: Path, expected: string, actual: unknown): DecodeError.DecodeErrors => [
  { _tag: 'Mismatch', path, expected, actual },
]

const all = E.getApplicativeValidation(RNEA.getSemigroup<DecodeError.DecodeError>())
const both = apply.sequenceS(all)
const each = RNEA // eslint-disable-line
