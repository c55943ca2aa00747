/**
 * Laws of the rules that correct errors: delta and perceptron (row A12).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import * as Delta from '../Delta.js'
import * as Perceptron from '../Perceptron.js'
import { unsafePattern } from '../Pattern.js'
import * as Reference from '../reference.js'
import { equalRows } from './adapters.js'
import { bipolar, patterns, size, type Numbers, type Rows } from './arbitraries.js'

type Pairs = ReadonlyArray<readonly [Numbers, Numbers]>

/** Weights and the squared errors of the epochs. */
export interface Corrected {
  readonly weights: Rows
  readonly errors: Numbers
}

export type LearnDelta = (rate: number, epochs: number, pairs: Pairs) => Corrected

export const delta: LearnDelta = (rate, epochs, pairs) =>
  F.pipe(
    Delta.learn({ rate, epochs })(
      pairs.map(([input, target]) => ({
        input: Vector.unsafeFromFloat64(Float64Array.from(input)),
        target: Vector.unsafeFromFloat64(Float64Array.from(target)),
      })),
    ),
    E.match(
      () => ({ weights: [], errors: [] }),
      ({ memory, errors }) => ({ weights: Matrix.toRows(memory.weights), errors }),
    ),
  )

const pairsOf = (count: number) =>
  fc
    .tuple(size(4), size(3))
    .chain(([n, m]) => fc.array(fc.tuple(bipolar(n), bipolar(m)), { minLength: 1, maxLength: count }))

const batch: LearnDelta = (rate, epochs, pairs) => {
  const told = delta(rate, epochs, pairs)
  const [inputs, targets] = pairs[0] ?? [[], []]
  const zero: Rows = inputs.map(() => targets.map(() => 0))
  const weights = Array.from({ length: epochs }).reduce<Rows>(
    (w) =>
      pairs.reduce<Rows>((next, [s, t]) => {
        const errors = t.map(
          (target, j) =>
            target -
            Reference.dot(
              s,
              w.map((row) => row[j] ?? 0),
            ),
        )
        return next.map((row, i) => row.map((weight, j) => weight + rate * (errors[j] ?? 0) * (s[i] ?? 0)))
      }, w),
    zero,
  )
  return { ...told, weights }
}

export const deltaEqReference = Law.law<LearnDelta>({
  id: 'delta_eq_reference',
  statement: 'W ← W + η s (t − sᵀW)ᵀ, association after association',
  source: 'Widrow and Hoff (1960); Fausett (1994) §3.1.2',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(fc.constantFrom(0.125, 0.25, 0.5, 1), fc.nat(3), pairsOf(3), (rate, epochs, pairs) =>
      equalRows(learn(rate, epochs, pairs).weights, Reference.delta(rate, epochs, pairs)),
    ),
  countermodels: [
    {
      id: 'hebbian',
      description: 'adds the target instead of the error',
      implementation: (rate, epochs, pairs) => ({
        ...delta(rate, epochs, pairs),
        weights: Reference.hebbian(pairs).map((row) => row.map((w) => rate * epochs * w)),
      }),
    },
    { id: 'batch', description: 'takes all errors of an epoch before its corrections', implementation: batch },
  ],
})

const shrinking =
  (learn: LearnDelta) =>
  ([rate, pair]: readonly [number, readonly [Numbers, Numbers]]): boolean => {
    const { errors } = learn(rate, 5, [pair])
    return errors.length === 5 && errors.every((error, k) => k === 0 || error <= (errors[k - 1] ?? 0))
  }

const onePair = fc.tuple(size(4), size(3)).chain(([n, m]) => fc.tuple(bipolar(n), bipolar(m)))

/** k/16 of the largest rate, 2 / ‖s‖². */
const rated = (most: number) =>
  onePair.chain((pair) =>
    fc.tuple(
      fc.integer({ min: 1, max: most }).map((k) => (k / 16) * (2 / 2 ** Math.ceil(Math.log2(pair[0].length)))),
      fc.constant(pair),
    ),
  )

export const deltaStepLe = Law.law<LearnDelta>({
  id: 'delta_step_le',
  statement: 'if η < 2 / ‖s‖², showing one association again and again never makes its error larger',
  source: 'Widrow and Hoff (1960): the error is multiplied by 1 − η‖s‖²',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'rate_small',
      statement: 'η < 2 / ‖s‖²',
      dropped: (learn) => fc.property(rated(64), shrinking(learn)),
    },
  ],
  property: (learn) => fc.property(rated(15), shrinking(learn)),
  countermodels: [
    {
      id: 'wrong_sign',
      description: 'walks away from the target',
      implementation: (rate, epochs, pairs) => ({
        ...delta(rate, epochs, pairs),
        errors: delta(rate, epochs, pairs).errors.toReversed(),
      }),
    },
  ],
})

/** Weights, and whether all associations were learnt. */
export interface Separated {
  readonly weights: Rows
  readonly separated: boolean
}

export type LearnPerceptron = (correct: 'unsatisfied' | 'least-stable', stability: number, pairs: Pairs) => Separated

export const perceptron: LearnPerceptron = (correct, stability, pairs) =>
  F.pipe(
    Perceptron.learn({ correct, stability, maxEpochs: 2000 })(
      pairs.map(([input, target]) => ({
        input: unsafePattern('Bipolar', Int8Array.from(input)),
        target: unsafePattern('Bipolar', Int8Array.from(target)),
      })),
    ),
    E.match(
      () => ({ weights: [], separated: false }),
      ({ memory, outcome }) => ({ weights: Matrix.toRows(memory.weights), separated: outcome === 'Separated' }),
    ),
  )

const column = (weights: Rows, j: number): Numbers => weights.map((row) => row[j] ?? 0)

const satisfied = (weights: Rows, stability: number, pairs: Pairs): boolean =>
  pairs.every(([s, t]) =>
    t.every((target, j) => {
      const w = column(weights, j)
      return (target * Reference.dot(w, s)) / Math.sqrt(Reference.dot(w, w)) > stability
    }),
  )

const corrections = fc.constantFrom<'unsatisfied' | 'least-stable'>('unsatisfied', 'least-stable')

/** Inputs, and as their targets the sides of a plane on which they lie; none on the plane itself. */
const separable: fc.Arbitrary<Pairs> = size(5)
  .chain((n) =>
    fc.tuple(patterns('bipolar')(n, 5), fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n })),
  )
  .map(([inputs, plane]) =>
    inputs.flatMap((s): Pairs => {
      const side = Math.sign(Reference.dot(plane, s))
      return side === 0 ? [] : [[s, [side]]]
    }),
  )
  .filter((pairs) => pairs.length > 0)

/** Inputs with any targets: the four corners of a square with equal targets across are among them. */
const anything: fc.Arbitrary<Pairs> = fc.array(fc.tuple(bipolar(2), bipolar(1)), { minLength: 1, maxLength: 5 })

export const perceptronOfSeparable = Law.law<LearnPerceptron>({
  id: 'perceptron_of_separable',
  statement: 'if a plane separates the associations, corrections come to an end, and every target is then met',
  source: 'Novikoff (1962): at most ‖w*‖² max‖s‖² / min (t w*·s)² corrections',
  rows: ['A12'],
  hypotheses: [
    {
      id: 'separable',
      statement: 'some plane separates the inputs by their targets',
      dropped: (learn) => fc.property(corrections, anything, (correct, pairs) => learn(correct, 0, pairs).separated),
    },
  ],
  property: (learn) =>
    fc.property(corrections, separable, (correct, pairs) => {
      const { separated, weights } = learn(correct, 0, pairs)
      return separated && satisfied(weights, 0, pairs)
    }),
  countermodels: [
    {
      id: 'hebbian',
      description: 'shows every association once',
      implementation: (_correct, _stability, pairs) => ({ weights: Reference.hebbian(pairs), separated: true }),
    },
  ],
})

export const perceptronOutcome = Law.law<LearnPerceptron>({
  id: 'perceptron_outcome',
  statement: 'it claims to have learnt exactly when every stability tⱼ (sᵀW)ⱼ / ‖wⱼ‖ exceeds κ',
  source: 'Krauth and Mézard (1987)',
  rows: ['A12'],
  hypotheses: [],
  property: (learn) =>
    fc.property(
      corrections,
      fc.integer({ min: 0, max: 8 }).map((k) => k / 4),
      fc.oneof(separable, anything),
      (correct, stability, pairs) => {
        const { separated, weights } = learn(correct, stability, pairs)
        return separated === satisfied(weights, stability, pairs)
      },
    ),
  countermodels: [
    {
      id: 'optimist',
      description: 'always claims to have learnt',
      implementation: (...given) => ({ ...perceptron(...given), separated: true }),
    },
    {
      id: 'without_norm',
      description: 'measures the margin without dividing by ‖w‖',
      implementation: (correct, _stability, pairs) => perceptron(correct, 0, pairs),
    },
  ],
})
