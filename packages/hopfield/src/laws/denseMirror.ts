/**
 * Laws of mirrors and single patterns in dense memories, and of their two alphabets (rows D1, D2).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Schedule } from '@engram/associative-memory'
import { exponential, polynomial, rectified, type Interaction } from '../Interaction.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers } from './adapters.js'
import { order, type Numbers } from './arbitraries.js'
import {
  denseIsFixedPoint,
  denseRun,
  every,
  instance,
  scheduled,
  type DenseFreedom,
  type DenseRun,
} from './denseArbitraries.js'

const minus = (y: Numbers): Numbers => y.map((value) => 0 - value)

const even: ReadonlyArray<Interaction> = [2, 4, 6].map(polynomial)

const mirrored = (freedom: DenseFreedom) => (runFrom: DenseRun) =>
  fc.property(
    scheduled({ interactions: even, encodings: ['bipolar'], ties: ['keep', 'flip'], ...freedom }),
    ([dense, schedule, y]) => {
      const [one, other] = [runFrom(dense, schedule, y), runFrom(dense, schedule, minus(y))]
      return equalNumbers(minus(one.state), other.state) && equalNumbers(one.energies, other.energies)
    },
  )

export const denseMirrorOfEven = Law.law<DenseRun>({
  id: 'dense_mirror_of_even',
  statement:
    'for an even power, runs from a state and from its negative end in negatives of each other, at equal energies',
  source: 'F(−z) = F(z); errata 44: even powers have mirror states, odd ones do not',
  rows: ['D1'],
  hypotheses: [
    { id: 'even', statement: 'F(−z) = F(z)', dropped: mirrored({ interactions: every }) },
    {
      id: 'tie_symmetric',
      statement: 'a tie does not prefer one of the two values',
      dropped: mirrored({ ties: ['keep', 'up', 'down'] }),
    },
  ],
  property: mirrored({}),
  countermodels: [
    {
      id: 'rectified',
      description: 'cuts F off below 0',
      implementation: (dense, schedule, y) =>
        denseRun(
          dense.interaction._tag === 'Polynomial'
            ? { ...dense, interaction: rectified(dense.interaction.degree) }
            : dense,
          schedule,
          y,
        ),
    },
    {
      id: 'one_more',
      description: 'takes one more factor z into F',
      implementation: (dense, schedule, y) =>
        denseRun(
          dense.interaction._tag === 'Polynomial'
            ? { ...dense, interaction: polynomial(dense.interaction.degree + 1) }
            : dense,
          schedule,
          y,
        ),
    },
  ],
})

const increasing: ReadonlyArray<Interaction> = [...[3, 5, 7].map(polynomial), exponential]

const onePattern = (interactions: ReadonlyArray<Interaction>, maxPatterns = 1) =>
  instance({ interactions, encodings: ['bipolar'], maxPatterns, maxUnits: 9 }).chain(([dense, y]) =>
    fc.tuple(fc.constant(dense), order(y.length), fc.constant(y)),
  )

const calledUp =
  (interactions: ReadonlyArray<Interaction>, maxPatterns = 1) =>
  (runFrom: DenseRun) =>
    fc.property(onePattern(interactions, maxPatterns), ([dense, units, y]) => {
      const { state, updates } = runFrom(dense, Schedule.ordered(units), y)
      return (
        equalNumbers(state, dense.patterns[0] ?? []) && updates.every(({ flipped }, k) => k < units.length || !flipped)
      )
    })

export const denseRecallOfIncreasing = Law.law<DenseRun>({
  id: 'dense_recall_of_increasing',
  statement:
    'for an increasing F (odd powers, exp), a single stored pattern is called up in one sweep from every state, its negative too: there is no mirror state',
  source: 'F(c + 1) > F(c − 1); errata 44: odd powers have no mirror states',
  rows: ['D1', 'D2'],
  hypotheses: [
    { id: 'increasing', statement: 'F increases', dropped: calledUp(every) },
    { id: 'single', statement: 'one pattern is stored', dropped: calledUp(increasing, 5) },
  ],
  property: calledUp(increasing),
  countermodels: [
    {
      id: 'sign_lost',
      description: 'takes powers of the size of an overlap: the mirror is back',
      implementation: (dense, schedule, y) =>
        denseRun(
          {
            ...dense,
            interaction: polynomial(dense.interaction._tag === 'Exponential' ? 4 : dense.interaction.degree + 1),
          },
          schedule,
          y,
        ),
    },
    {
      id: 'one_flip',
      description: 'stops after the first unit that moves',
      implementation: (dense, schedule, y) => {
        const run = denseRun(dense, schedule, y)
        const moved = run.updates.find(({ flipped }) => flipped)
        return { ...run, state: y.map((value, unit) => (unit === moved?.unit ? -value : value)) }
      },
    },
  ],
})

/** Whether a state of a memory is a fixed point. */
export type DenseIsFixedPoint = (dense: DenseInstance, y: Numbers) => boolean

const rests = (freedom: DenseFreedom) => (isFixedPoint: DenseIsFixedPoint) =>
  fc.property(instance({ maxPatterns: 1, maxUnits: 9, ties: ['keep'], ...freedom }), ([dense]) =>
    dense.patterns.every((pattern) => isFixedPoint(dense, pattern)),
  )

export const denseIsFixedPointOfSingle = Law.law<DenseIsFixedPoint>({
  id: 'dense_isFixedPoint_of_single',
  statement: 'a single stored pattern is a fixed point, whatever F: F(n) ≥ F(n − 2)',
  source: 'lecture V, "Storing patterns", for the energies of "Modern Hopfield networks"',
  rows: ['D1', 'D2'],
  hypotheses: [
    { id: 'single', statement: 'one pattern is stored', dropped: rests({ maxPatterns: 5 }) },
    {
      id: 'tie_keep',
      statement: 'a unit in zero field keeps its state: a unit alone is in one where F is even',
      dropped: rests({ ties: ['keep', 'flip', 'up', 'down'] }),
    },
  ],
  property: rests({}),
  countermodels: [
    {
      id: 'energy_up',
      description: 'asks for a state that no flip raises',
      implementation: (dense, y) =>
        denseIsFixedPoint(
          dense,
          y.map((value) => (value > 0 ? (dense.encoding === 'bipolar' ? -1 : 0) : 1)),
        ),
    },
  ],
})

const recoded = (freedom: DenseFreedom) => (runFrom: DenseRun) =>
  fc.property(scheduled({ encodings: ['bipolar'], ...freedom }), ([dense, schedule, y]) => {
    const bits = (values: Numbers): Numbers => values.map((value) => (value > 0 ? 1 : 0))
    const one = runFrom(dense, schedule, y)
    const other = runFrom({ ...dense, encoding: 'binary', patterns: dense.patterns.map(bits) }, schedule, bits(y))
    return (
      equalNumbers(bits(one.state), other.state) &&
      equalNumbers(one.energies, other.energies) &&
      one.updates.every(({ field }, k) => 2 * field === other.updates[k]?.field)
    )
  })

export const denseBinaryEqBipolar = Law.law<DenseRun>({
  id: 'dense_binary_eq_bipolar',
  statement:
    'a memory of binary patterns runs as that of their bipolar forms, at the same energies, in twice the fields',
  source: 'overlaps are those of 2s − 1 with 2y − 1; a binary unit moves by 1, a bipolar one by 2',
  rows: ['D1', 'D2'],
  hypotheses: [],
  property: recoded({}),
  countermodels: [
    {
      id: 'bits_multiplied',
      description: 'counts the ones that pattern and state share',
      implementation: (dense, schedule, y) =>
        dense.encoding === 'bipolar'
          ? denseRun(dense, schedule, y)
          : {
              ...denseRun(dense, schedule, y),
              energies: denseRun(dense, schedule, y).energies.map(
                () => -dense.patterns.reduce((sum, s) => sum + s.reduce((m, si, i) => m + si * (y[i] ?? 0), 0) ** 2, 0),
              ),
            },
    },
  ],
})
