/**
 * Laws of recall in both directions (rows B2, B4).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { PlainPair } from '../reference.js'
import { equalNumbers, equalPairs, run, type HalfStep, type RunFrom } from './adapters.js'
import { settling, type Freedom } from './arbitraries.js'
import { cases, textbook } from './running.js'

export const bamRecallEqReference = Law.law<RunFrom>({
  id: 'bam_recall_eq_reference',
  statement:
    'recall is the loop of the lecture: x ← f(Wy − θx) and y ← f(Wᵀx − θy) in turn, in either order, until a sweep changes nothing',
  source: 'lecture M, "Algorithm", steps 2–6 (errata 34, 35)',
  rows: ['B2', 'B4'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(cases({ ties: settling }), ([instance, first, pair]) => {
      const told = runFrom(instance, first, pair)
      const expected = textbook(instance, first, pair, 100)
      return (
        told.outcome === expected.outcome &&
        equalPairs(told.pair, expected.pair) &&
        equalNumbers(told.energies, expected.energies) &&
        told.halfSteps.length === expected.halfSteps.length &&
        expected.halfSteps.every(
          ({ layer, fields, state, energy }, k) =>
            told.halfSteps[k]?.layer === layer &&
            told.halfSteps[k].energy === energy &&
            equalNumbers(told.halfSteps[k].fields, fields) &&
            equalNumbers(told.halfSteps[k].state, state),
        )
      )
    }),
  countermodels: [
    {
      id: 'other_order',
      description: 'lets the other layer go first',
      implementation: (instance, first, pair) => run(instance, first === 'x-first' ? 'y-first' : 'x-first', pair),
    },
    {
      id: 'thresholds_ignored',
      description: 'compares binary units with 0, as the slide has it',
      implementation: (instance, first, pair) =>
        run(
          {
            ...instance,
            thresholds: { x: instance.thresholds.x.map(() => 0), y: instance.thresholds.y.map(() => 0) },
          },
          first,
          pair,
        ),
    },
    {
      id: 'zero_is_positive',
      description: 'answers +1 in zero field, whatever the tie policy',
      implementation: (instance, first, pair) => run({ ...instance, tie: 'up' }, first, pair),
    },
    {
      id: 'half_energy',
      description: 'reports half of the energy, as neupy does',
      implementation: (instance, first, pair) => {
        const told = run(instance, first, pair)
        return { ...told, energies: told.energies.map((energy) => energy / 2) }
      },
    },
  ],
})

const rests =
  (freedom: Freedom, together = false) =>
  (runFrom: RunFrom) =>
    fc.property(cases({ ties: settling, ...freedom }), ([instance, first, pair]) => {
      const told = runFrom(instance, together ? 'together' : first, pair)
      return told.outcome === 'FixedPoint' && Reference.isEquilibrium(instance, told.pair)
    })

/** Cuts a run short after the half step that a stopping rule picks, and calls that rest. */
const stopped =
  (rule: (steps: ReadonlyArray<HalfStep>, start: PlainPair, k: number) => boolean): RunFrom =>
  (instance, first, pair) => {
    const told = run(instance, first, pair)
    const at = told.halfSteps.findIndex((_, k) => rule(told.halfSteps, pair, k))
    const end = told.halfSteps
      .slice(0, at + 1)
      .reduce<PlainPair>((state, { layer, state: values }) => ({ ...state, [layer]: values }), pair)
    return at < 0 ? told : { ...told, pair: end, outcome: 'FixedPoint' }
  }

export const bamRecallEquilibrium = Law.law<RunFrom>({
  id: 'bam_recall_equilibrium',
  statement:
    'layers that take turns come to rest in an equilibrium: for every real W, every thresholds, and every start, complete or not',
  source: 'Kosko (1988); lecture M, "Energy function"',
  rows: ['B2'],
  hypotheses: [
    { id: 'in_turns', statement: 'one layer moves at a time', dropped: rests({}, true) },
    { id: 'one_matrix', statement: 'the weights back are those forth', dropped: rests({ twoWay: true }) },
    {
      id: 'ties_settle',
      statement: 'a unit in zero field does not turn over for ever',
      dropped: rests({ ties: ['flip'] }),
    },
  ],
  property: rests({}),
  // Two units that inhibit each other, both up.
  examples: [
    [
      [
        { encoding: 'bipolar', tie: 'keep', weights: [[-1]], thresholds: { x: [0], y: [0] } },
        'x-first',
        { x: [1], y: [1] },
      ],
    ],
  ],
  countermodels: [
    {
      id: 'together',
      description: 'updates both layers at once: W = (−1) swings for ever',
      implementation: (instance, _, pair) => run(instance, 'together', pair),
    },
    {
      id: 'energy_repeats',
      description: 'stops when a half step leaves the energy as it was',
      implementation: stopped((steps, _, k) => k > 0 && steps[k]?.energy === steps[k - 1]?.energy),
    },
    {
      id: 'one_layer_unchanged',
      description: 'stops as soon as one layer stays as it was',
      implementation: stopped((steps, start, k) =>
        equalNumbers(steps[k]?.state ?? [], steps[k - 2]?.state ?? start[steps[k]?.layer ?? 'x']),
      ),
    },
    {
      id: 'forth_and_back',
      description: 'stops after one answer in each direction',
      implementation: stopped((_, __, k) => k === 1),
    },
  ],
})
