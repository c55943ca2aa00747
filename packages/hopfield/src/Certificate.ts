/**
 * What a run of recall can vouch for.
 *
 * Definitions: a certificate says where the run ended (`verdict`), how much the end overlaps each stored pattern, by
 *              how much its least settled unit is on its side (`margin`), how far around it recall is guaranteed
 *              (`radius`), and whether the start was that near. Then the end did not depend on the schedule.
 * Convention:  margin and radius are of the end state, stored or not, and nothing where the run did not come to rest.
 * Laws:        certificate_spec, radius_recall
 * References:  Hopfield (1982) for recall; Komlós and Paturi (1988) for guaranteed radii.
 */
import { either as E, function as F, option as O } from 'fp-ts'
import { Overlap, Pattern, Verdict } from '@engram/associative-memory'
import type { Vector } from '@engram/linalg'
import type { HopfieldError } from './HopfieldError.js'
import type { Network, State } from './Network.js'
import { margins, radius } from './Radius.js'
import * as Recall from './Recall.js'

export interface Certificate {
  readonly verdict: Verdict.Verdict
  /** m of the end state with each pattern. */
  readonly overlaps: ReadonlyArray<number>
  /** The least σᵢhᵢ of the end state: at least 0 in a fixed point. */
  readonly margin: O.Option<number>
  /** The Hamming distance from the end state within which every start is led to it. */
  readonly radius: O.Option<number>
  /** The Hamming distance from the start to the end. */
  readonly distance: number
  /** Whether the start was within the radius: then every fair schedule would have ended here. */
  readonly guaranteed: boolean
  readonly sweeps: number
  readonly flips: number
  /** E of the start, then after each sweep. */
  readonly energies: ReadonlyArray<number>
}

/** A run together with its certificate. */
export interface Certified {
  readonly recall: Recall.Recall
  readonly certificate: Certificate
}

const least = ({ data }: Vector.Vector): number => Array.from(data).reduce((a, b) => Math.min(a, b), Infinity)

/**
 * The certificate of a run of the network.
 *
 * Requires: the run, and the input it was held under, are the network's
 * Errors:   SizeMismatch (patterns, input), EncodingMismatch
 * Cost:     that of the radius, and O(P·n)
 * Numerics: as those of the radius
 * Laws:     certificate_spec
 */
export const ofRecall =
  (patterns: ReadonlyArray<State>) =>
  (network: Network, input?: Vector.Vector) =>
  (run: Recall.Recall): E.Either<HopfieldError, Certificate> =>
    F.pipe(
      E.Do,
      E.apSW(
        'overlaps',
        E.traverseArray((pattern: State) => Overlap.overlap(Pattern.toBipolar(pattern))(Pattern.toBipolar(run.state)))(
          patterns,
        ),
      ),
      E.apSW('distance', Overlap.hamming(run.start)(run.state)),
      E.apSW('margins', margins(network, input)(run.state)),
      E.apSW('within', run.outcome._tag === 'FixedPoint' ? radius(network, input)(run.state) : E.right(O.none)),
      E.map(({ overlaps, distance, margins, within }) => ({
        verdict: Verdict.ofRecall(patterns)(run),
        overlaps,
        margin: run.outcome._tag === 'FixedPoint' ? O.some(least(margins)) : O.none,
        radius: within,
        distance,
        guaranteed: O.exists((d: number) => distance <= d)(within),
        sweeps: run.sweeps,
        flips: run.flips,
        energies: run.energies,
      })),
    )

/**
 * Recall with a certificate.
 *
 * Errors: as `Recall.recall`; SizeMismatch (patterns)
 * Cost:   that of recall and of the certificate
 * Laws:   certificate_spec, radius_recall
 *
 * ```ts runnable
 * import { either as E, function as F, option as O } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Certificate, Network, Schedule } from '@engram/hopfield'
 *
 * const certified = F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('probe', Pattern.bipolar([1, -1, 1, -1])),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, probe, stored }) =>
 *     Certificate.recall({ schedule: Schedule.shuffled(1) })([stored])(network)(probe),
 *   ),
 *   E.map(({ certificate }) => certificate),
 * )
 * E.map(({ verdict, overlaps }: Certificate.Certificate) => [verdict._tag, overlaps])(certified) // => E.right(['Stored', [1]])
 * E.map(({ margin, radius }: Certificate.Certificate) => [margin, radius])(certified) // => E.right([O.some(3), O.some(1)])
 * E.map(({ distance, guaranteed }: Certificate.Certificate) => [distance, guaranteed])(certified) // => E.right([1, true])
 * ```
 */
export const recall =
  (options: Recall.Options) =>
  (patterns: ReadonlyArray<State>) =>
  (network: Network) =>
  (start: State): E.Either<HopfieldError, Certified> =>
    F.pipe(
      start,
      Recall.recall(options)(network),
      E.chain((run) =>
        F.pipe(
          ofRecall(patterns)(network, options.input)(run),
          E.map((certificate) => ({ recall: run, certificate })),
        ),
      ),
    )
