/**
 * Recalling: from pictures and a plan to everything that happened, as data.
 *
 * Convention: the schedule has the seed of the plan, and the corruption a generator split off from it, so that the units
 *             that were damaged are not the units that are asked first.
 */
import { either as E, function as F, type readonlyNonEmptyArray } from 'fp-ts'
import { Overlap, Pattern } from '@engram/associative-memory'
import { Certificate, Network, type Recall } from '@engram/hopfield'
import { Model } from '@engram/hopfield/spec'
import { Vector } from '@engram/linalg'
import { badOption, refused, type Failure } from '../Failure.js'
import type { Grid } from '../Options.js'
import type { Named } from '../pictures/Pictures.js'
import { damaged, type Damage } from './Damage.js'
import type { Plan } from './Plan.js'

/** The state in which the network begins: a damaged pattern, or a picture of its own. */
export type Start = Damage | { readonly _tag: 'Given'; readonly picture: Named }

/** What a run has to do with a stored pattern. */
export interface Likeness {
  readonly title: string
  readonly pattern: Pattern.Pattern
  /** The overlap m of the probe, and of the result. */
  readonly before: number
  readonly after: number
}

export interface Recalled {
  readonly grid: Grid
  readonly start: Start
  readonly model: Model.Model
  readonly run: Recall.Recall
  readonly certificate: Certificate.Certificate
  /** One for each stored pattern. */
  readonly likenesses: ReadonlyArray<Likeness>
  /** The pattern that the pictures are held against: the one that was damaged, else the one most like the result. */
  readonly target: number
  /** Whether the run ended in a stored pattern; in the target, if that is what was damaged. */
  readonly recalled: boolean
}

/** What is stored: pictures of one size. */
export type Stored = readonlyNonEmptyArray.ReadonlyNonEmptyArray<Named>

const probeOf = (start: Start, seed: number, stored: Stored): E.Either<Failure, Pattern.Bipolar> =>
  start._tag === 'Given'
    ? E.right(start.picture.pattern)
    : F.pipe(
        stored[start.pattern],
        E.fromNullable(badOption('--pattern', `a pattern from 1 to ${stored.length}`, `${start.pattern + 1}`)),
        E.map((picture) => damaged(start, seed, picture)(picture.pattern)),
      )

export const scheduleKindOf = ({ schedule }: Plan, size: number): Model.ScheduleKind =>
  schedule.kind === 'ordered'
    ? { kind: 'ordered', order: schedule.order ?? Array.from({ length: size }, (_, unit) => unit) }
    : { kind: schedule.kind }

/** Two states of one size always have an overlap. */
const overlap = (a: Pattern.Pattern, b: Pattern.Pattern): number =>
  F.pipe(
    Overlap.overlap(Pattern.toBipolar(a))(Pattern.toBipolar(b)),
    E.getOrElse(() => 0),
  )

const mostLike = (likenesses: ReadonlyArray<Likeness>): number =>
  likenesses.reduce((best, { after }, k) => (after > (likenesses[best]?.after ?? -1) ? k : best), 0)

/**
 * Stores the pictures and lets the network run from the start.
 *
 * Errors: BadOption (no such pattern), Refused (an order that is not one of all units)
 */
export const run =
  (plan: Plan) =>
  (stored: Stored, start: Start): E.Either<Failure, Recalled> => {
    const { diagonal, encoding, maxSweeps, seed, tie } = plan
    const encode = (pattern: Pattern.Bipolar): Network.State =>
      encoding === 'bipolar' ? pattern : Pattern.toBinary(pattern)
    const patterns = stored.map(({ pattern }) => encode(pattern))
    const { height, width } = stored[0]
    return F.pipe(
      E.Do,
      E.bind('probe', () => E.map(encode)(probeOf(start, seed, stored))),
      E.bind('network', () =>
        E.mapLeft(refused)(Network.fromPatterns({ couplings: 'patterns', diagonal, tie })(patterns)),
      ),
      E.let('model', ({ network, probe }): Model.Model => ({
        network,
        patterns,
        seed,
        schedule: scheduleKindOf(plan, network.size),
        grid: { width, height },
        expect: { fixedPoints: [], energies: [], recalls: [] },
        ...(plan.hold ? { input: Vector.unsafeFromFloat64(Float64Array.from(probe.data)) } : {}),
      })),
      E.bind('told', ({ model, network, probe }) =>
        F.pipe(
          probe,
          Certificate.recall({
            schedule: Model.scheduleOf(model),
            maxSweeps,
            ...(model.input === undefined ? {} : { input: model.input }),
          })(patterns)(network),
          E.mapLeft((error) =>
            error._tag === 'NotAPermutation'
              ? badOption(
                  '--order',
                  `each unit from 1 to ${network.size} exactly once`,
                  error.actual.map((unit) => unit + 1).join(','),
                )
              : refused(error),
          ),
        ),
      ),
      E.map(({ model, probe, told: { certificate, recall } }) => {
        const likenesses = patterns.map((pattern, k) => ({
          title: stored[k]?.title ?? '',
          pattern,
          before: overlap(pattern, probe),
          after: certificate.overlaps[k] ?? 0,
        }))
        const target = start._tag === 'Given' ? mostLike(likenesses) : start.pattern
        return {
          grid: { width, height },
          start,
          model,
          run: recall,
          certificate,
          likenesses,
          target,
          recalled: certificate.verdict._tag === 'Stored' && likenesses[target]?.after === 1,
        }
      }),
    )
  }

/** The model, expecting the recall that has just been seen. */
export const witnessed = ({ model, run: { outcome, start, state } }: Recalled): Model.Model =>
  outcome._tag === 'FixedPoint'
    ? { ...model, expect: { ...model.expect, recalls: [{ from: start, to: state }] } }
    : model
