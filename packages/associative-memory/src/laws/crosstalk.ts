/**
 * Laws of crosstalk (row A14).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix, Random } from '@engram/linalg'
import * as Crosstalk from '../Crosstalk.js'
import { unsafePattern } from '../Pattern.js'
import * as Reference from '../reference.js'
import { equalRows } from './adapters.js'
import { patterns, size, type Rows } from './arbitraries.js'

/** From patterns to the crosstalk at each component of each. */
export type CrosstalkOf = (patterns: Rows) => Rows

export const crosstalk: CrosstalkOf = (stored) =>
  E.match(
    () => [],
    (matrix: Matrix.Matrix) => Matrix.toRows(matrix),
  )(Crosstalk.crosstalk(stored.map((s) => unsafePattern('Bipolar', Int8Array.from(s)))))

/** sᵢ hᵢ of every component by plain Hebb. */
const alignments = (stored: Rows): Rows => {
  const weights = Reference.hebbian(stored.map((s) => [s, s]))
  return stored.map((s) => s.map((si, i) => si * Reference.dot(weights[i] ?? [], s)))
}

export const crosstalkIffAligned = Law.law<CrosstalkOf>({
  id: 'crosstalk_iff_aligned',
  statement: 'a component is aligned with its field exactly when its crosstalk is at most 1: sᵢhᵢ = n(1 − Cᵢ)',
  source: 'Hertz, Krogh and Palmer (1991), eq. 2.13',
  rows: ['A14', 'H6'],
  hypotheses: [],
  property: (crosstalkOf) =>
    fc.property(
      size(8).chain((n) => patterns('bipolar')(n, 6)),
      (stored) => {
        const terms = crosstalkOf(stored)
        return alignments(stored).every((row, p) =>
          row.every((alignment, i) => {
            const term = terms[p]?.[i] ?? NaN
            const n = row.length
            // n·C is a whole number; dividing by n and multiplying again rounds twice, far from the next whole number.
            return alignment >= 0 === term <= 1 && Math.round(n * (1 - term)) === alignment
          }),
        )
      },
    ),
  countermodels: [
    {
      id: 'own_term_kept',
      description: 'counts the pattern itself among the others',
      implementation: (stored) => crosstalk(stored).map((row) => row.map((term) => term - 1)),
    },
    {
      id: 'unsigned',
      description: 'does not look at the sign of the component',
      implementation: (stored) => crosstalk(stored).map((row, p) => row.map((term, i) => term * (stored[p]?.[i] ?? 1))),
    },
  ],
})

export const crosstalkEqReference = Law.law<CrosstalkOf>({
  id: 'crosstalk_eq_reference',
  statement: 'Cᵢ(p) = −sᵢ(p) Σ_{q≠p} sᵢ(q) (s(q)·s(p)) / n, to the bit',
  source: 'Hertz, Krogh and Palmer (1991) §2.2',
  rows: ['A14'],
  hypotheses: [],
  property: (crosstalkOf) =>
    fc.property(
      size(8).chain((n) => patterns('bipolar')(n, 6)),
      (stored) => equalRows(crosstalkOf(stored), Reference.crosstalk(stored)),
    ),
  countermodels: [
    {
      id: 'undivided',
      description: 'does not divide by the number of units',
      implementation: (stored) => Reference.crosstalk(stored).map((row) => row.map((term) => term * row.length)),
    },
  ],
})

/** From a load to the share of wrong components after one step. */
export type BitError = (load: number) => number

export const bitError: BitError = (load) => E.getOrElse(() => NaN)(Crosstalk.bitErrorProbability(load))

const units = 30
const trials = 400

/** How often one step of plain Hebb without self-coupling gets the first component of a random pattern wrong. */
const measured = (count: number, seed: number): number => {
  const [signs] = Random.signs(units * count * trials)(Random.fromSeed(seed))
  const wrong = Array.from({ length: trials }, (_, trial) => trial * units * count).filter((start) => {
    const component = (p: number, i: number): number => signs[start + p * units + i] ?? 0
    const others = Array.from({ length: count - 1 }, (__, q) => q + 1)
    const own = Array.from({ length: units - 1 }, (__, i) => i + 1)
    const noise = others.reduce(
      (total, q) => total + component(q, 0) * own.reduce((sum, i) => sum + component(q, i) * component(0, i), 0),
      0,
    )
    return component(0, 0) * noise + units - 1 < 0
  })
  return wrong.length / trials
}

/**
 * Trials are independent: six standard deviations of their mean; and what the normal law differs from that of a sum of
 * n·P signs, by Berry and Esseen at most 0.5 / √(n·P).
 */
const band = (p: number, count: number): number =>
  6 * Math.sqrt((p * (1 - p)) / trials) + 0.5 / Math.sqrt((units - 1) * (count - 1))

export const bitErrorMeasured = Law.law<BitError>({
  id: 'bitError_measured',
  statement: 'random patterns at load α lose the predicted share ½ erfc(1/√(2α)) of their components in one step',
  source: 'Hertz, Krogh and Palmer (1991), table 2.1; McEliece et al. (1987)',
  rows: ['A14'],
  hypotheses: [],
  property: (predicted) =>
    fc.property(fc.constantFrom(15, 30, 60), fc.integer(), (count, seed) => {
      // Without self-coupling, n − 1 units and P − 1 other patterns are at work.
      const p = predicted((count - 1) / (units - 1))
      return Math.abs(measured(count, seed) - p) <= band(p, count)
    }),
  countermodels: [
    {
      id: 'half_forgotten',
      description: 'leaves the factor ½ out: both tails of the noise',
      implementation: (load) => 2 * bitError(load),
    },
    {
      id: 'signal_alone',
      description: 'expects no errors below full load',
      implementation: (load) => (load < 1 ? 0 : 0.5),
    },
  ],
})
