/**
 * Laws of margins and certificates (rows H6, H8).
 */
import fc from 'fast-check'
import { either as E, function as F, option as O } from 'fp-ts'
import { Crosstalk, Pattern, Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Matrix, Vector } from '@engram/linalg'
import * as Certificate from '../Certificate.js'
import * as Network from '../Network.js'
import * as Radius from '../Radius.js'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import { equalNumbers, networkOf, stateOf } from './adapters.js'
import { order, type Numbers, type Rows } from './arbitraries.js'
import { margins, promised, radius, subjects, sum, tried, vector } from './margin.js'

/** From stored patterns to the margins of each of them. */
export type MarginsOf = (diagonal: Network.Diagonal, patterns: Rows) => Rows

export const marginsOf: MarginsOf = (diagonal, patterns) =>
  patterns.map((pattern) =>
    F.pipe(
      Network.fromPatterns({ diagonal })(patterns.map((each) => stateOf('bipolar', each))),
      E.chain((network) => Radius.margins(network)(stateOf('bipolar', pattern))),
      E.match(
        () => [],
        (told) => Vector.toArray(told),
      ),
    ),
  )

const crosstalkOf = (patterns: Rows): Rows =>
  E.match(
    () => [],
    (terms: Matrix.Matrix) => Matrix.toRows(terms),
  )(Crosstalk.crosstalk(patterns.map((each) => Pattern.unsafePattern('Bipolar', Int8Array.from(each)))))

export const marginsEqCrosstalk = Law.law<MarginsOf>({
  id: 'margins_eq_crosstalk',
  statement:
    'of a stored pattern, σᵢhᵢ = n(1 − Cᵢ) with self-couplings and n(1 − Cᵢ) − P without; so it is a fixed point exactly if every Cᵢ ≤ 1, or Cᵢ ≤ 1 − P/n',
  source: 'Hertz, Krogh and Palmer (1991), eq. 2.13, and the modified rule of lecture M',
  rows: ['H6'],
  hypotheses: [],
  property: (margins) =>
    fc.property(
      Arbitraries.size(9).chain((n) => Arbitraries.patterns('bipolar')(n, 6)),
      fc.constantFrom('zero', 'kept'),
      (patterns, diagonal) => {
        const terms = crosstalkOf(patterns)
        const told = margins(diagonal, patterns)
        return patterns.every((pattern, p) =>
          pattern.every((_, i) => {
            // n·C is a whole number; dividing by n and multiplying again rounds twice, far from the next whole number.
            const aligned = Math.round(pattern.length * (1 - (terms[p]?.[i] ?? NaN)))
            return told[p]?.[i] === aligned - (diagonal === 'zero' ? patterns.length : 0)
          }),
        )
      },
    ),
  countermodels: [
    {
      id: 'same_for_both',
      description: 'takes C ≤ 1 for the condition without self-couplings too',
      implementation: (_, patterns) => marginsOf('kept', patterns),
    },
    {
      id: 'minus_one',
      description: 'takes 1 from the diagonal instead of P',
      implementation: (diagonal, patterns) =>
        marginsOf('kept', patterns).map((row) => row.map((margin) => margin - (diagonal === 'zero' ? 1 : 0))),
    },
  ],
})

/** A certificate in plain data. */
export interface Certified {
  readonly end: Numbers
  readonly overlaps: Numbers
  readonly margin: number | undefined
  readonly radius: number
  readonly distance: number
  readonly guaranteed: boolean
}

export type Certify = (instance: Instance, patterns: Rows, schedule: Schedule.Schedule, y: Numbers) => Certified

export const certify: Certify = (instance, patterns, schedule, y) =>
  F.pipe(
    Certificate.recall({ schedule, input: vector(instance.input), maxSweeps: 50 })(
      patterns.map((pattern) => stateOf(instance.encoding, pattern)),
    )(networkOf(instance))(stateOf(instance.encoding, y)),
    E.match(
      (): Certified => ({
        end: [],
        overlaps: [],
        margin: undefined,
        radius: NaN,
        distance: NaN,
        guaranteed: false,
      }),
      ({ recall, certificate }) => ({
        end: Pattern.toArray(recall.state),
        overlaps: certificate.overlaps,
        margin: O.toUndefined(certificate.margin),
        radius: promised(E.right(certificate.radius)),
        distance: certificate.distance,
        guaranteed: certificate.guaranteed,
      }),
    ),
  )

const runs = fc
  .tuple(subjects({ maxUnits: 4 }), fc.array(fc.nat()))
  .chain(([[instance, xi], turned]) =>
    fc.tuple(
      fc.constant(instance),
      Arbitraries.patterns(instance.encoding)(xi.length, 3),
      order(xi.length).map(Schedule.ordered),
      fc.constant(
        turned.reduce<Numbers>(
          (y, k) =>
            y.map((value, i) => (i === k % y.length ? (instance.encoding === 'bipolar' ? -value : 1 - value) : value)),
          xi,
        ),
      ),
    ),
  )

export const certificateSpec = Law.law<Certify>({
  id: 'certificate_spec',
  statement:
    'a certificate tells the overlaps with each pattern, the least σᵢhᵢ of a fixed point, its radius, how far the start was, and a guarantee that every other order of units keeps',
  source: 'definition',
  rows: ['H6', 'H8'],
  hypotheses: [],
  property: (certifyOf) =>
    fc.property(runs, ([instance, patterns, schedule, y]) => {
      const told = certifyOf(instance, patterns, schedule, y)
      const bipolar = (values: Numbers): Numbers => values.map((value) => (value === 1 ? 1 : -1))
      const end = bipolar(told.end)
      const distance = y.filter((value, i) => value !== told.end[i]).length
      const rests = Reference.isFixedPoint(instance, told.end)
      const units = y.map((_, unit) => unit).toReversed()
      return (
        told.overlaps.length === patterns.length &&
        patterns.every(
          (pattern, p) => told.overlaps[p] === sum(bipolar(pattern).map((s, i) => s * (end[i] ?? 0))) / y.length,
        ) &&
        told.distance === distance &&
        (told.margin === undefined) === !rests &&
        (!rests || told.margin === Math.min(...margins(instance, told.end).map(({ margin }) => margin))) &&
        told.radius === tried(instance, told.end) &&
        told.guaranteed === distance <= told.radius &&
        (!told.guaranteed || equalNumbers(Reference.sweep(instance, y, units), told.end))
      )
    }),
  countermodels: [
    {
      id: 'of_the_start',
      description: 'certifies the start',
      implementation: (instance, patterns, schedule, y) => ({
        ...certify(instance, patterns, schedule, y),
        radius: radius(instance, y),
      }),
    },
    {
      id: 'always',
      description: 'takes every run that comes to rest for a guaranteed one',
      implementation: (...given) => {
        const told = certify(...given)
        return { ...told, guaranteed: told.margin !== undefined }
      },
    },
  ],
})
