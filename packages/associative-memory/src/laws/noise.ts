/**
 * Laws of disturbed probes (row A5).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import * as Noise from '../Noise.js'
import type { Memory } from '../Memory.js'
import { unsafePattern } from '../Pattern.js'
import * as Reference from '../reference.js'
import { transpose } from './adapters.js'
import { integers, orthogonal, patterns, size, targets, type Numbers, type Rows } from './arbitraries.js'

export type Pairs = ReadonlyArray<readonly [Numbers, Numbers]>

/** A length of disturbance that is promised to be harmless. */
export type Bound = (pairs: Pairs) => number

const associations = (pairs: Pairs) =>
  pairs.map(([s, t]) => ({
    input: unsafePattern('Bipolar', Int8Array.from(s)),
    target: unsafePattern('Bipolar', Int8Array.from(t)),
  }))

const memoryOf = (pairs: Pairs): Memory => {
  const weights = Reference.hebbian(pairs)
  const [rows, cols] = [weights.length, weights[0]?.length ?? 0]
  return {
    _tag: 'Memory',
    weights: Matrix.unsafeFromFloat64(rows, cols)(Float64Array.from(weights.flat())),
    count: pairs.length,
  }
}

const told = (answer: E.Either<unknown, number>): number => E.getOrElse(() => NaN)(answer)

export const inputBound: Bound = (pairs) => told(Noise.inputBound(associations(pairs)))

export const radius: Bound = (pairs) => told(Noise.radius(memoryOf(pairs))(associations(pairs)))

export const outputBound: Bound = (pairs) => told(Noise.outputBound(associations(pairs)))

export const damage: Bound = (pairs) => told(Noise.damage(memoryOf(pairs))(associations(pairs)))

const pairsOf = (inputs: fc.Arbitrary<Rows>): fc.Arbitrary<Pairs> =>
  fc
    .tuple(inputs, size(3))
    .chain(([s, m]) =>
      targets('bipolar')(s.length, m).map((t) => s.map((each, p): readonly [Numbers, Numbers] => [each, t[p] ?? []])),
    )

export const orthogonalPairs = pairsOf(orthogonal((n) => Math.ceil(n / 2)))

export const anyPairs = pairsOf(size(6).chain((n) => patterns('bipolar')(n, 4)))

const length = (x: Numbers): number => Math.sqrt(Reference.dot(x, x))

export const recalled = (pairs: Pairs, disturb: (s: Numbers) => Numbers): boolean => {
  const columns = transpose(Reference.hebbian(pairs))
  return pairs.every(([s, t]) => columns.every((w, j) => Math.sign(Reference.dot(w, disturb(s))) === t[j]))
}

/** A direction, and how far along it as a share of the promised bound: below 1, so that rounding does no harm. */
const disturbed = (inputs: fc.Arbitrary<Pairs>) =>
  inputs.chain((pairs) =>
    fc.tuple(fc.constant(pairs), integers(pairs[0]?.[0].length ?? 1), fc.integer({ min: 0, max: 1023 })),
  )

const withstands = (bound: Bound) => (inputs: fc.Arbitrary<Pairs>) =>
  fc.property(disturbed(inputs), ([pairs, direction, share]) => {
    const norm = length(direction)
    const reach = norm === 0 ? 0 : ((share / 1024) * bound(pairs)) / norm
    return recalled(pairs, (s) => s.map((component, i) => component + reach * (direction[i] ?? 0)))
  })

export const recallOfDisturbanceLt = Law.law<Bound>({
  id: 'recall_of_disturbance_lt',
  statement:
    'for orthogonal inputs and bipolar targets, every disturbance shorter than minₚ‖s(p)‖² / ‖Σₚ|s(p)|‖ is corrected',
  source: 'lecture M, "Input pattern with disturbance"; errata 16',
  rows: ['A5'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (bound) => withstands(bound)(anyPairs),
    },
  ],
  property: (bound) => withstands(bound)(orthogonalPairs),
  countermodels: [
    {
      id: 'output_bound',
      description: 'takes the bound on the output for one on the input',
      implementation: (pairs) => Math.min(...pairs.map(([s]) => Reference.dot(s, s))),
    },
    {
      id: 'twice_the_radius',
      description: 'forgets that a disturbance has two sides',
      implementation: (pairs) => 2 * radius(pairs),
    },
  ],
})

/**
 * Towards the plane on which output j of association p turns, a little further than the radius. The factor is far above
 * the few roundings of unit 2⁻⁵³ in the products, and far below any other plane.
 */
const beyond = 1 + 2 ** -40

export const disturbanceRadiusTight = Law.law<Bound>({
  id: 'disturbance_radius_tight',
  statement: 'the exact radius is tight: some disturbance hardly longer changes an output, none shorter does',
  source: 'Krauth and Mézard (1987), stability; lecture M, "Input pattern with disturbance"',
  rows: ['A5'],
  hypotheses: [],
  property: (bound) =>
    fc.property(disturbed(orthogonalPairs), ([pairs, direction, share]) => {
      const reach = bound(pairs)
      const columns = transpose(Reference.hebbian(pairs))
      const norm = length(direction)
      const inside = norm === 0 ? 0 : ((share / 1024) * reach) / norm
      const worst = pairs.some(([s, t]) =>
        columns.some((w, j) => {
          const step = ((t[j] ?? 0) * reach * beyond) / length(w)
          return (
            Math.sign(
              Reference.dot(
                w,
                s.map((component, i) => component - step * (w[i] ?? 0)),
              ),
            ) !== t[j]
          )
        }),
      )
      return worst && recalled(pairs, (s) => s.map((component, i) => component + inside * (direction[i] ?? 0)))
    }),
  countermodels: [
    { id: 'loose', description: 'promises no more than the bound of the lecture', implementation: inputBound },
    {
      id: 'unnormalised',
      description: 'does not divide by the length of the weights',
      implementation: (pairs) => Math.min(...pairs.map(([s]) => Reference.dot(s, s))),
    },
  ],
})

export const inputBoundLeRadius = Law.law<readonly [Bound, Bound]>({
  id: 'inputBound_le_radius',
  statement: 'the bound of the lecture never exceeds the exact radius',
  source: 'lecture M: by the triangle inequality ‖wⱼ‖ ≤ ‖Σₚ|s(p)|‖',
  rows: ['A5'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: ([lower, upper]) => fc.property(anyPairs, (pairs) => lower(pairs) <= upper(pairs)),
    },
  ],
  property: ([lower, upper]) =>
    // Both quotients round a few times, each within 2⁻⁵³ of their value.
    fc.property(orthogonalPairs, (pairs) => lower(pairs) <= upper(pairs) * (1 + 8 * 2 ** -53)),
  countermodels: [
    {
      id: 'exchanged',
      description: 'takes the one for the other',
      implementation: [radius, inputBound],
    },
  ],
})

export const noiseEqReference = Law.law<{
  readonly outputBound: Bound
  readonly inputBound: Bound
  readonly radius: Bound
}>({
  id: 'noise_eq_reference',
  statement: 'bounds and radius are those of their formulas, to the bit: sums of whole numbers, one root, one quotient',
  source: 'lecture M, "Input pattern with disturbance"; Krauth and Mézard (1987)',
  rows: ['A5'],
  hypotheses: [],
  property: (noise) =>
    fc.property(
      orthogonalPairs,
      (pairs) =>
        noise.outputBound(pairs) === Reference.outputBound(pairs) &&
        noise.inputBound(pairs) === Reference.inputBound(pairs) &&
        noise.radius(pairs) === Reference.radius(Reference.hebbian(pairs), pairs),
    ),
  countermodels: [
    {
      id: 'signed_sum',
      description: 'adds the inputs up with their signs, so that they cancel',
      implementation: {
        outputBound,
        radius,
        inputBound: (pairs) => {
          const sums = (pairs[0]?.[0] ?? []).map((_, i) => pairs.reduce((total, [s]) => total + (s[i] ?? 0), 0))
          return Reference.outputBound(pairs) / length(sums)
        },
      },
    },
  ],
})
