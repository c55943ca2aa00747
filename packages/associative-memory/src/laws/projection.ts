/**
 * Laws of the projection rule (row A12).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix, SingularValues, Vector } from '@engram/linalg'
import type { Association } from '../Hebbian.js'
import * as Projection from '../Projection.js'
import * as Reference from '../reference.js'
import { rowsOf, scaleRows, transpose, type Learn } from './adapters.js'
import { bipolar, patterns, size, targets, type Numbers, type Rows } from './arbitraries.js'

type Pairs = ReadonlyArray<readonly [Numbers, Numbers]>

const associations = (pairs: Pairs): ReadonlyArray<Association> =>
  pairs.map(([input, target]) => ({
    input: Vector.unsafeFromFloat64(Float64Array.from(input)),
    target: Vector.unsafeFromFloat64(Float64Array.from(target)),
  }))

export const projection: Learn = (pairs) => rowsOf(Projection.learn(associations(pairs)))

/** The same, one association after another. */
export const projectionOnline: Learn = (pairs) => {
  const [inputs, outputs] = pairs[0] ?? [[], []]
  const begin: E.Either<unknown, Projection.Online> = E.right(Projection.begin(inputs.length, outputs.length))
  const learnt = associations(pairs).reduce(
    (online, association) => E.chainW(Projection.imprint(association))(online),
    begin,
  )
  return rowsOf(E.map(({ memory }: Projection.Online) => memory)(learnt))
}

/**
 * Linearly independent bipolar patterns: all ones, with the first component turned over, with the first two, and so on
 * (each differs from the next in one component), the components permuted and turned over at will.
 */
const staircase: fc.Arbitrary<Rows> = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: n }),
      fc.shuffledSubarray(
        Array.from({ length: n }, (_, i) => i),
        { minLength: n, maxLength: n },
      ),
      bipolar(n),
    )
    .map(([count, order, signs]) =>
      Array.from({ length: count }, (_, p) => order.map((j, i) => (j < p ? -1 : 1) * (signs[i] ?? 1))),
    ),
)

const withTargets = (inputs: fc.Arbitrary<Rows>): fc.Arbitrary<Pairs> =>
  fc
    .tuple(inputs, size(3))
    .chain(([s, m]) =>
      targets('bipolar')(s.length, m).map((t) => s.map((each, p): readonly [Numbers, Numbers] => [each, t[p] ?? []])),
    )

const any = withTargets(size(5).chain((n) => patterns('bipolar')(n, 5)))

const condition = (inputs: Rows): number =>
  F.pipe(
    Matrix.fromRows(inputs),
    E.chain(SingularValues.conditionNumber),
    E.getOrElse(() => Infinity),
  )

/**
 * A pseudo-inverse from a backward stable decomposition is off by some n·κ·u of its norm; multiplying by the inputs
 * brings in κ once more (Higham, 2002, §20). 64 stands for the constants of a handful of products.
 */
const tolerance = (inputs: Rows, power: number): number =>
  64 * (inputs[0]?.length ?? 1) * inputs.length * condition(inputs) ** power * 2 ** -53

const close = (bound: number, a: Rows, b: Rows): boolean =>
  a.length === b.length && a.every((row, i) => row.every((value, j) => Math.abs(value - (b[i]?.[j] ?? NaN)) <= bound))

const times = (a: Rows, b: Rows): Rows => a.map((row) => transpose(b).map((column) => Reference.dot(row, column)))

const recalls =
  (learn: Learn) =>
  (pairs: Pairs): boolean => {
    const inputs = pairs.map(([s]) => s)
    const bound = Math.min(tolerance(inputs, 2), 2 ** -10)
    return close(
      bound,
      times(inputs, learn(pairs)),
      pairs.map(([, t]) => t),
    )
  }

export const projectionRecalls = Law.law<Learn>({
  id: 'projection_recalls',
  statement: 'linearly independent inputs call up their targets exactly, SW = T, however much they overlap',
  source: 'Personnaz, Guyon and Dreyfus (1985); lecture M, "How to utilize … non-orthogonal"',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'independent',
      statement: 'the inputs are linearly independent',
      dropped: (learn) => fc.property(any, recalls(learn)),
    },
  ],
  property: (learn) => fc.property(withTargets(staircase), recalls(learn)),
  countermodels: [
    {
      id: 'hebbian',
      description: 'is Hebb’s rule divided by n, which only orthogonal inputs survive',
      implementation: (pairs) => scaleRows(1 / (pairs[0]?.[0].length ?? 1), Reference.hebbian(pairs)),
    },
  ],
})

export const projectionEqReference = Law.law<Learn>({
  id: 'projection_eq_reference',
  statement: 'for linearly independent inputs W = Sᵀ(SSᵀ)⁻¹T, as the whole numbers of Cramer’s rule have it',
  source: 'Kohonen (1972); Personnaz, Guyon and Dreyfus (1985)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    // Cofactors of so few small whole numbers are exact, so the reference rounds once, in its quotient.
    fc.property(withTargets(staircase), (pairs) =>
      close(
        tolerance(
          pairs.map(([s]) => s),
          2,
        ),
        learn(pairs),
        Reference.projection(pairs),
      ),
    ),
  countermodels: [
    {
      id: 'hebbian',
      description: 'is Hebb’s rule divided by n',
      implementation: (pairs) => scaleRows(1 / (pairs[0]?.[0].length ?? 1), Reference.hebbian(pairs)),
    },
    {
      id: 'not_inverted',
      description: 'multiplies by the correlations instead of their inverse',
      implementation: (pairs) => {
        const inputs = pairs.map(([s]) => s)
        const gram = inputs.map((s) => inputs.map((other) => Reference.dot(s, other)))
        const targets = pairs.map(([, t]) => t)
        return times(transpose(inputs), times(gram, targets))
      },
    },
  ],
})

export const projectionIdempotent = Law.law<Learn>({
  id: 'projection_idempotent',
  statement:
    'auto-associative, W is the projection onto the span of the patterns: W² = W = Wᵀ, of trace P if they are independent',
  source: 'Kohonen (1972); Personnaz, Guyon and Dreyfus (1985)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(staircase, (stored) => {
      const weights = learn(stored.map((s) => [s, s]))
      const bound = tolerance(stored, 2)
      const trace = weights.reduce((total, row, i) => total + (row[i] ?? 0), 0)
      return (
        close(bound, times(weights, weights), weights) &&
        close(bound, transpose(weights), weights) &&
        Math.abs(trace - stored.length) <= bound * stored.length
      )
    }),
  countermodels: [
    {
      id: 'hebbian',
      description: 'is Hebb’s rule divided by n',
      implementation: (pairs) => scaleRows(1 / (pairs[0]?.[0].length ?? 1), Reference.hebbian(pairs)),
    },
    {
      id: 'without_diagonal',
      description: 'takes the self-connections away',
      implementation: (pairs) => projection(pairs).map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
    },
  ],
})

/** Independent inputs, then some of them again with targets of their own. */
const repeated: fc.Arbitrary<Pairs> = withTargets(staircase).chain((pairs) =>
  fc
    .array(fc.tuple(fc.nat(pairs.length - 1), bipolar(pairs[0]?.[1].length ?? 1)), { maxLength: 3 })
    .map((again) => [
      ...pairs,
      ...again.map(([p, target]): readonly [Numbers, Numbers] => [pairs[p]?.[0] ?? [], target]),
    ]),
)

export const projectionOnlineEqBatch = Law.law<Learn>({
  id: 'projection_online',
  statement:
    'learning one association after another gives the weights of learning all at once, also where inputs come again',
  source: 'Greville (1960); Albert and Sittler (1965)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(repeated, (pairs) => {
      // (SᵀS)⁺ is carried along, which squares the condition of what is known; each input may double it again.
      const known = [...new Map(pairs.map(([s]) => [s.join(), s])).values()]
      return close(tolerance(known, 4) * pairs.length, learn(pairs), projection(pairs))
    }),
  countermodels: [
    {
      id: 'hebbian',
      description: 'adds s tᵀ / n for each association',
      implementation: (pairs) => scaleRows(1 / (pairs[0]?.[0].length ?? 1), Reference.hebbian(pairs)),
    },
    {
      id: 'first_wins',
      description: 'learns nothing from an input that it knows',
      implementation: (pairs) =>
        projectionOnline(pairs.filter(([s], p) => pairs.findIndex(([other]) => other.join() === s.join()) === p)),
    },
  ],
})
