/**
 * Laws of stronger training: what each kind guarantees (row B6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import { equalNumbers, equalPairs } from './adapters.js'
import { pair, type Numbers, type Pairs, type Rows } from './arbitraries.js'
import { instance, isHeld, pairs } from './held.js'
import * as Trainers from './trainers.js'
import type { Augment, Multiply, Repeat, Train } from './trainers.js'

const { weights } = Reference

const times = (stored: Pairs, multiplicities: Numbers): Rows =>
  weights(
    'bipolar',
    stored.flatMap((each, p) => Array.from({ length: multiplicities[p] ?? 0 }, () => each)),
  )

export const bamStoredOfMultiplicity = Law.law<Multiply>({
  id: 'bam_stored_of_multiplicity',
  statement: 'a pair that is learnt often enough is held, whatever the others are, each learnt once',
  source: 'Wang, Cruz and Mulligan (1990)',
  rows: ['B6'],
  hypotheses: [],
  property: ({ enough, learn }) =>
    fc.property(
      pairs(6, 6).chain((stored) => fc.tuple(fc.constant(stored), fc.nat(stored.length - 1))),
      ([stored, index]) => {
        const multiplicities = stored.map((_, p) => (p === index ? enough(stored, index) : 1))
        const learnt = learn(stored, multiplicities)
        return (
          learnt.every((row, i) => equalNumbers(row, times(stored, multiplicities)[i] ?? [])) &&
          isHeld(instance(learnt), stored[index] ?? { x: [], y: [] })
        )
      },
    ),
  countermodels: [
    {
      id: 'once',
      description: 'learns every pair once',
      implementation: { ...Trainers.multiply, enough: () => 1 },
    },
    {
      id: 'forth_only',
      description: 'outweighs the others in the recall of y from x alone',
      implementation: {
        ...Trainers.multiply,
        enough: (stored, index) => {
          const own = stored[index]?.x ?? []
          const noise = stored.reduce(
            (sum, { x }, p) =>
              p === index ? sum : sum + Math.abs(x.reduce((dot, v, i) => dot + v * (own[i] ?? 0), 0)),
            0,
          )
          return 1 + Math.floor(noise / own.length)
        },
      },
    },
    {
      id: 'just_as_much',
      description: 'takes a multiplicity that only makes up for the others, one too few',
      implementation: {
        ...Trainers.multiply,
        enough: (stored, index) => Math.max(1, Trainers.multiply.enough(stored, index) - 1),
      },
    },
  ],
})

export const bamTrainOutcome = Law.law<Repeat>({
  id: 'bam_train_outcome',
  statement:
    'multiple training says which pairs are not equilibria in the end, stops early only if there are none, and raises multiplicities by one a round at most',
  source: 'definition of multiple training',
  rows: ['B6'],
  hypotheses: [],
  property: (repeat) =>
    fc.property(pairs(5, 5), fc.integer({ min: 0, max: 8 }), (stored, most) => {
      const { failing, multiplicities, rounds } = repeat(stored, most)
      const memory = instance(times(stored, multiplicities))
      const unheld = stored.flatMap((each, p) => (Reference.isEquilibrium(memory, each) ? [] : [p]))
      return (
        equalNumbers(failing, unheld) &&
        (failing.length === 0 || rounds === most) &&
        rounds <= most &&
        multiplicities.every((each) => each >= 1 && each <= 1 + rounds) &&
        (rounds === 0 || multiplicities.some((each) => each > 1))
      )
    }),
  countermodels: [
    {
      id: 'always_all',
      description: 'says that all pairs are held',
      implementation: (stored, most) => ({ ...Trainers.repeat(stored, most), failing: [] }),
    },
    {
      id: 'all_again',
      description: 'learns every pair again where one fails, which changes nothing',
      implementation: (stored, most) => {
        const told = Trainers.repeat(stored, most)
        return { ...told, multiplicities: stored.map(() => 1 + told.rounds) }
      },
    },
  ],
})

export const bamStoredOfAugmentation = Law.law<Augment>({
  id: 'bam_stored_of_augmentation',
  statement:
    'augmented pairs are all held by their Hebbian memory, whatever the pairs were; their first units are the old ones',
  source: 'Wang, Cruz and Mulligan (1990, 1991)',
  rows: ['B6'],
  hypotheses: [],
  property: (augment) =>
    fc.property(pairs(6, 7), (stored) => {
      const longer = augment(stored)
      const memory = instance(weights('bipolar', longer))
      return (
        longer.length === stored.length &&
        longer.every(
          ({ x, y }, p) =>
            equalPairs(stored[p] ?? { x: [], y: [] }, {
              x: x.slice(0, stored[p]?.x.length),
              y: y.slice(0, stored[p]?.y.length),
            }) && isHeld(memory, { x, y }),
        )
      )
    }),
  countermodels: [
    { id: 'as_they_are', description: 'adds nothing', implementation: (stored) => stored },
    {
      id: 'same_dummies',
      description: 'appends the same units to every pair',
      implementation: (stored) =>
        Trainers.augment(stored).map(({ x, y }, p) => ({
          x: x.map((v, i) => (i < (stored[p]?.x.length ?? 0) ? v : 1)),
          y: y.map((v, j) => (j < (stored[p]?.y.length ?? 0) ? v : 1)),
        })),
    },
    {
      id: 'x_only',
      description: 'lengthens x, not y',
      implementation: (stored) => Trainers.augment(stored).map(({ x }, p) => ({ x, y: stored[p]?.y ?? [] })),
    },
  ],
})

/** Pairs that some memory holds: those of a few that a teacher holds, else a single one. */
const separable = fc
  .tuple(Arbitraries.size(4), Arbitraries.size(4))
  .chain(([n, m]) =>
    fc.tuple(
      fc.array(pair('bipolar', n, m, true), { minLength: 1, maxLength: 5 }),
      fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n + m, maxLength: n + m }),
    ),
  )
  .map(([candidates, theta]) => {
    const [first] = candidates
    const n = first?.x.length ?? 0
    const teacher = instance(weights('bipolar', candidates), { x: theta.slice(0, n), y: theta.slice(n) })
    const held = candidates.filter((each) => isHeld(teacher, each))
    return held.length > 0 ? held : candidates.slice(0, 1)
  })

const holds = (given: fc.Arbitrary<Pairs>) => (train: Train) =>
  fc.property(given, fc.integer({ min: 0, max: 3 }), (stored, margin) => {
    const { memory, separated } = train(stored, margin, 5000)
    return separated && stored.every((each) => isHeld(memory, each, margin))
  })

export const bamPerceptronOfSeparable = Law.law<Train>({
  id: 'bam_perceptron_of_separable',
  statement:
    'pairs that any memory with one matrix holds are all held after perceptron training, by the margin asked for',
  source: 'Novikoff (1962), for the conditions of both layers at once; Oh and Kothari (1994)',
  rows: ['B6'],
  hypotheses: [{ id: 'separable', statement: 'some W, θ hold all pairs', dropped: holds(pairs(3, 5)) }],
  property: holds(separable),
  countermodels: [
    {
      id: 'forth_only',
      description: 'corrects the units of Y, not those of X',
      implementation: Trainers.trainForth,
    },
    {
      id: 'one_epoch',
      description: 'goes through the pairs once',
      implementation: (stored, margin) => ({ ...Trainers.train(stored, margin, 1), separated: true }),
    },
    {
      id: 'without_thresholds',
      description: 'learns weights alone',
      implementation: Trainers.trainWithoutThresholds,
    },
  ],
})

export const bamPerceptronOutcome = Law.law<Train>({
  id: 'bam_perceptron_outcome',
  statement:
    'training says that it has separated the pairs exactly if all are held by the margin asked for; weights are whole',
  source: 'definition of perceptron training',
  rows: ['B6'],
  hypotheses: [],
  property: (train) =>
    fc.property(
      pairs(3, 5),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 30 }),
      (stored, margin, most) => {
        const { memory, separated } = train(stored, margin, most)
        const all = stored.every((each) => isHeld(memory, each, margin))
        // A last epoch may have put everything right, which only one more would have shown.
        return (
          (separated ? all : true) &&
          memory.weights.flat().every(Number.isInteger) &&
          (!all || separated || train(stored, margin, most + 1).separated)
        )
      },
    ),
  countermodels: [
    {
      id: 'always_separated',
      description: 'says so when the epochs are used up',
      implementation: (...given) => ({ ...Trainers.train(...given), separated: true }),
    },
    {
      id: 'never_separated',
      description: 'never says so',
      implementation: (...given) => ({ ...Trainers.train(...given), separated: false }),
    },
    {
      id: 'margin_ignored',
      description: 'is content with fields on the right side of 0',
      implementation: (stored, _, most) => Trainers.train(stored, 0, most),
    },
  ],
})
