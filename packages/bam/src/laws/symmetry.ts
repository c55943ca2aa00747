/**
 * Laws of what a memory has in common with its mirror, its transpose, its binary form, and its other representation
 * (rows B1, B2, B6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import type { PlainPair } from '../reference.js'
import {
  equalNumbers,
  equalPairs,
  run,
  runStored,
  sameRun,
  type BinaryOf,
  type Run,
  type RunFrom,
  type RunStored,
} from './adapters.js'
import * as Adapters from './adapters.js'
import { allTies, order, pair as pairOf, type Freedom } from './arbitraries.js'
import { cases } from './running.js'

const negated = ({ x, y }: PlainPair): PlainPair => ({ x: x.map((v) => 0 - v), y: y.map((v) => 0 - v) })

const mirrors = (freedom: Freedom) => (runFrom: RunFrom) =>
  fc.property(cases({ ties: ['keep', 'zero'], bipolarOnly: true, noThresholds: true, ...freedom }), (given) => {
    const [instance, first, pair] = given
    const [told, mirrored] = [runFrom(instance, first, pair), runFrom(instance, first, negated(pair))]
    return (
      equalPairs(negated(told.pair), mirrored.pair) &&
      equalNumbers(told.energies, mirrored.energies) &&
      Reference.isEquilibrium(instance, told.pair) === Reference.isEquilibrium(instance, mirrored.pair)
    )
  })

export const bamComplement = Law.law<RunFrom>({
  id: 'bam_complement',
  statement:
    'from the complement of a pair recall goes through the complements: with every stored pair its complement is stored, as deep as itself',
  source: 'Kosko (1988); lecture V, mirror states',
  rows: ['B6'],
  hypotheses: [
    { id: 'no_thresholds', statement: 'θ = 0', dropped: mirrors({ noThresholds: false }) },
    { id: 'tie_symmetric', statement: 'zero field favours neither value', dropped: mirrors({ ties: ['up', 'down'] }) },
    { id: 'bipolar', statement: 'units are bipolar', dropped: mirrors({ bipolarOnly: false }) },
  ],
  property: mirrors({}),
  countermodels: [
    {
      id: 'zero_is_positive',
      description: 'answers +1 in zero field, whatever the tie policy',
      implementation: (instance, first, pair) => run({ ...instance, tie: 'up' }, first, pair),
    },
    {
      id: 'biased',
      description: 'adds a little to every field of Y',
      implementation: (instance, first, pair) =>
        run(
          { ...instance, thresholds: { ...instance.thresholds, y: instance.thresholds.y.map((t) => t - 0.25) } },
          first,
          pair,
        ),
    },
  ],
})

const swapped = ({ x, y }: PlainPair): PlainPair => ({ x: y, y: x })

const swappedRun = (told: Run): Run => ({
  ...told,
  pair: swapped(told.pair),
  halfSteps: told.halfSteps.map((step) => ({ ...step, layer: step.layer === 'x' ? 'y' : 'x' })),
})

export const bamTranspose = Law.law<{ readonly run: RunFrom; readonly transposed: RunFrom }>({
  id: 'bam_transpose',
  statement: 'with the layers exchanged and W transposed, recall in the other order is the same, layers exchanged',
  source: 'lecture M, "signals sent from the Y-layer to the X-layer: the transpose of W"',
  rows: ['B2'],
  hypotheses: [],
  property: (implementation) =>
    fc.property(cases({}), ([instance, first, pair]) =>
      sameRun(
        swappedRun(implementation.run(instance, first, pair)),
        implementation.transposed(instance, first === 'x-first' ? 'y-first' : 'x-first', swapped(pair)),
      ),
    ),
  countermodels: [
    {
      id: 'thresholds_stay',
      description: 'exchanges the layers but not their thresholds',
      implementation: {
        run,
        transposed: (instance, first, pair) =>
          Adapters.runTransposed(
            {
              ...instance,
              thresholds: {
                x: instance.thresholds.x.map((_, i) => instance.thresholds.y[i] ?? 0),
                y: instance.thresholds.y.map((_, j) => instance.thresholds.x[j] ?? 0),
              },
            },
            first,
            pair,
          ),
      },
    },
    {
      id: 'x_always_first',
      description: 'starts with X whatever the order says',
      implementation: {
        run: (instance, _, pair) => run(instance, 'x-first', pair),
        transposed: Adapters.runTransposed,
      },
    },
  ],
})

/** Layers and numbers of pairs on both sides of a word of bits, and of the point from which tables are made. */
const large = fc
  .tuple(
    Arbitraries.encoding,
    fc.constantFrom(1, 5, 31, 32, 33, 40, 70),
    fc.constantFrom(1, 5, 31, 32, 33, 40, 70),
    fc.constantFrom(1, 3, 8, 9, 31, 32, 33, 40),
    fc.constantFrom(...allTies),
  )
  .chain(([encoding, n, m, count, tie]) =>
    fc.tuple(
      fc.constant(tie),
      fc.constant(encoding),
      fc.array(pairOf(encoding, n, m, true), { minLength: count, maxLength: count }),
      order,
      pairOf(encoding, n, m),
    ),
  )

export const bamCouplingsEq = Law.law<RunStored>({
  id: 'bam_couplings_eq',
  statement:
    'a memory that keeps its pairs, packed in bits, runs exactly as one that has written down its weights: xᵀW = Σₚ (s(p)·x) t(p)ᵀ',
  source: 'definition of W',
  rows: ['B1', 'B2'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(large, ([tie, ...rest]) =>
      sameRun(runFrom({ couplings: 'patterns', tie }, ...rest), runStored({ couplings: 'dense', tie }, ...rest)),
    ),
  countermodels: [
    {
      id: 'one_word',
      description: 'sees the first 32 pairs only',
      implementation: (storage, encoding, pairs, ...rest) => runStored(storage, encoding, pairs.slice(0, 32), ...rest),
    },
    {
      id: 'missing_is_down',
      description: 'takes a missing component for −1, since it has but one bit for it',
      implementation: (storage, encoding, pairs, first, { x, y }) =>
        runStored(storage, encoding, pairs, first, {
          x: x.map((v) => (encoding === 'bipolar' && v === 0 ? -1 : v)),
          y: y.map((v) => (encoding === 'bipolar' && v === 0 ? -1 : v)),
        }),
    },
    {
      id: 'padding_counted',
      description: 'counts the bits after the last unit of X as one unit more that agrees',
      implementation: (storage, encoding, pairs, ...rest) => {
        const told = runStored(storage, encoding, pairs, ...rest)
        return {
          ...told,
          halfSteps: told.halfSteps.map((step) =>
            step.layer === 'y' ? { ...step, fields: step.fields.map((field) => field + pairs.length) } : step,
          ),
        }
      },
    },
  ],
})

const bits = ({ x, y }: PlainPair): PlainPair => ({ x: x.map((s) => (s + 1) / 2), y: y.map((t) => (t + 1) / 2) })

export const bamBinaryEqBipolar = Law.law<{ readonly run: RunFrom; readonly binary: BinaryOf }>({
  id: 'bam_binary_eq_bipolar',
  statement: 'binary units with thresholds ½(Σ w + θ) go through the states of the bipolar ones, 1 for +1 and 0 for −1',
  source: 'errata 19 and 35: with thresholds 0 they do not',
  rows: ['B1'],
  hypotheses: [
    {
      id: 'complete',
      statement: 'no unit is missing',
      dropped: ({ run, binary }) =>
        fc.property(cases({ bipolarOnly: true, ties: ['keep', 'up', 'down', 'flip'] }), ([instance, first, pair]) =>
          equalPairs(
            bits(run(instance, first, pair).pair),
            run(binary(instance), first, {
              x: pair.x.map((v) => (v > 0 ? 1 : 0)),
              y: pair.y.map((v) => (v > 0 ? 1 : 0)),
            }).pair,
          ),
        ),
    },
  ],
  property: ({ run, binary }) =>
    fc.property(
      cases({ bipolarOnly: true, complete: true, ties: ['keep', 'up', 'down', 'flip'] }),
      ([instance, first, pair]) => {
        const [spins, zeros] = [run(instance, first, pair), run(binary(instance), first, bits(pair))]
        return (
          equalPairs(bits(spins.pair), zeros.pair) &&
          spins.halfSteps.length === zeros.halfSteps.length &&
          spins.halfSteps.every(({ fields }, k) =>
            equalNumbers(
              fields,
              (zeros.halfSteps[k]?.fields ?? []).map((field) => 2 * field),
            ),
          )
        )
      },
    ),
  countermodels: [
    {
      id: 'same_thresholds',
      description: 'keeps the thresholds, as the slide does',
      implementation: { run, binary: (instance) => ({ ...instance, encoding: 'binary' }) },
    },
    {
      id: 'not_halved',
      description: 'takes Σ w + θ for the threshold',
      implementation: {
        run,
        binary: (instance) => {
          const { thresholds, ...rest } = Adapters.binary(instance)
          return { ...rest, thresholds: { x: thresholds.x.map((t) => 2 * t), y: thresholds.y.map((t) => 2 * t) } }
        },
      },
    },
  ],
})
