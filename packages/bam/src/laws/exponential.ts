/**
 * Laws of exponential memories (row B6).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern, type Tie } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Exponential from '../Exponential.js'
import type { Order } from '../machine.js'
import * as Recall from '../Recall.js'
import type { PlainPair } from '../reference.js'
import * as Reference from '../reference.js'
import { equalNumbers, pairOf, storedOf, type HalfStep } from './adapters.js'
import { allTies, order, pair, type Numbers, type Pairs } from './arbitraries.js'

interface Memory {
  readonly exponent: Exponential.Exponent
  readonly tie: Tie.Tie
  readonly pairs: Pairs
}

/** The half steps of a run of a memory with base 2, and whether the pairs are far enough apart to be held. */
export interface Exponentials {
  readonly run: (memory: Memory, order: Order, start: PlainPair) => ReadonlyArray<HalfStep>
  readonly areApart: (memory: Memory) => boolean
}

const memoryOf = ({ exponent, tie, pairs }: Memory) =>
  Exponential.fromPairs({ exponent, tie })(pairs.map((each) => storedOf('bipolar', each)))

/** This package's own. */
export const exponentials: Exponentials = {
  run: (memory, order, start) =>
    F.pipe(
      memoryOf(memory),
      E.chain((built) => Exponential.recall({ order, maxSweeps: 50 })(built)(pairOf('bipolar', start))),
      E.match(
        () => [],
        (recall) =>
          Recall.halfSteps(recall).map(({ layer, fields, state, energy }) => ({
            layer,
            fields: Array.from(fields),
            state: Pattern.toArray(state),
            energy,
          })),
      ),
    ),
  areApart: F.flow(
    memoryOf,
    E.match(() => false, Exponential.areApart),
  ),
}

const dot = (a: Numbers, b: Numbers): number => a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)

/** kₚ as layer `layer` reckons it. */
const exponentsOf = ({ exponent, pairs }: Memory, { x, y }: PlainPair, layer: 'x' | 'y'): Numbers =>
  pairs.map((each) => {
    const [a, b] = [dot(each.x, x), dot(each.y, y)]
    return exponent === 'both' ? a + b : layer === 'x' ? b : a
  })

/** Σₚ 2^kₚ sᵢ(p): whole numbers over a power of two, so that all of this is exact. */
const fieldsOf = (memory: Memory, state: PlainPair, layer: 'x' | 'y'): Numbers => {
  const exponents = exponentsOf(memory, state, layer)
  return state[layer].map((_, i) =>
    memory.pairs.reduce((sum, each, p) => sum + 2 ** (exponents[p] ?? 0) * (each[layer][i] ?? 0), 0),
  )
}

/** Σₚ 2^(s(p)·x + t(p)·y), which is 2^−E. */
const potential = ({ pairs }: Memory, { x, y }: PlainPair): number =>
  pairs.reduce((sum, each) => sum + 2 ** (dot(each.x, x) + dot(each.y, y)), 0)

const memories = (exponents: ReadonlyArray<Exponential.Exponent>, ties = allTies) =>
  fc
    .tuple(Arbitraries.size(4), Arbitraries.size(4), fc.constantFrom(...exponents), fc.constantFrom(...ties))
    .chain(([n, m, exponent, tie]) =>
      fc.tuple(
        fc
          .array(pair('bipolar', n, m, true), { minLength: 1, maxLength: 6 })
          .map((pairs): Memory => ({ exponent, tie, pairs })),
        order,
        pair('bipolar', n, m),
      ),
    )

interface Walk {
  readonly at: PlainPair
  readonly holds: boolean
}

/** Whether something holds of each half step, given the pair before and after it. */
const along = (
  steps: ReadonlyArray<HalfStep>,
  start: PlainPair,
  holds: (before: PlainPair, step: HalfStep, after: PlainPair) => boolean,
): boolean =>
  steps.length > 0 &&
  steps.reduce<Walk>(
    ({ at, holds: before }, step) => {
      const after = { ...at, [step.layer]: step.state }
      return { at: after, holds: before && holds(at, step, after) }
    },
    { at: start, holds: true },
  ).holds

export const exponentialEqReference = Law.law<Exponentials>({
  id: 'exponential_eq_reference',
  statement:
    'a layer follows Σₚ b^kₚ s(p), of which the reported fields are the part that is left when the largest power is taken out',
  source: 'Jeng, Yeh and Chiueh (1990), eq. 3; Wang and Lee (1995)',
  rows: ['B6'],
  hypotheses: [],
  property: ({ run }) =>
    fc.property(memories(['both', 'other']), ([memory, first, start]) =>
      along(run(memory, first, start), start, (before, { layer, fields, state, energy }, after) => {
        const expected = fieldsOf(memory, before, layer)
        const next = Reference.activation({ encoding: 'bipolar', tie: memory.tie })
        const scale = 2 ** Math.max(...exponentsOf(memory, before, layer))
        // The logarithm is the only thing that rounds: some units in the last place of a number of at most 12.
        return (
          equalNumbers(
            fields.map((field) => field * scale),
            expected,
          ) &&
          equalNumbers(
            state,
            before[layer].map((value, i) => next(expected[i] ?? 0, value)),
          ) &&
          Math.abs(energy + Math.log2(potential(memory, after))) <= 2 ** -47
        )
      }),
    ),
  countermodels: [
    {
      id: 'hebb',
      description: 'weighs pairs by their overlap instead of its power',
      implementation: {
        ...exponentials,
        run: (memory, first, start) =>
          exponentials.run(memory, first, start).map((step) => ({
            ...step,
            fields: start[step.layer].map((_, i) =>
              memory.pairs.reduce(
                (sum, each, p) => sum + (exponentsOf(memory, start, step.layer)[p] ?? 0) * (each[step.layer][i] ?? 0),
                0,
              ),
            ),
          })),
      },
    },
    {
      id: 'other_exponent',
      description: 'reckons with both layers where one is meant, and the other way round',
      implementation: {
        ...exponentials,
        run: (memory, ...rest) =>
          exponentials.run({ ...memory, exponent: memory.exponent === 'both' ? 'other' : 'both' }, ...rest),
      },
    },
  ],
})

const rises =
  (exponents: ReadonlyArray<Exponential.Exponent>) =>
  ({ run }: Exponentials) =>
    fc.property(memories(exponents), ([memory, first, start]) =>
      along(
        run(memory, first, start),
        start,
        (before, _, after) => potential(memory, after) >= potential(memory, before),
      ),
    )

export const exponentialEnergyLe = Law.law<Exponentials>({
  id: 'exponential_energy_le',
  statement:
    'with both layers in the exponent no half step raises E = −log Σₚ b^(s(p)·x + t(p)·y), whatever the ties do',
  source: 'Wang and Lee (1995); the sum is convex, and a layer moves along its gradient',
  rows: ['B6'],
  hypotheses: [{ id: 'both_layers', statement: 'both layers stand in the exponent', dropped: rises(['other']) }],
  property: rises(['both']),
  countermodels: [
    {
      id: 'other_layer_alone',
      description: 'leaves its own layer out of the exponent',
      implementation: {
        ...exponentials,
        run: (memory, ...rest) => exponentials.run({ ...memory, exponent: 'other' }, ...rest),
      },
    },
    {
      id: 'away',
      description: 'pushes away from like pairs',
      implementation: {
        ...exponentials,
        run: (memory, ...rest) =>
          exponentials.run(memory, ...rest).map((step) => ({ ...step, state: step.state.map((value) => -value) })),
      },
    },
  ],
})

const held = (memory: Memory, each: PlainPair): boolean =>
  (['x', 'y'] as const).every((layer) =>
    fieldsOf(memory, each, layer).every((field, i) => field * (each[layer][i] ?? 0) > 0),
  )

const stays = (each: PlainPair, steps: ReadonlyArray<HalfStep>): boolean =>
  along(steps, each, (before, { layer, state }) => equalNumbers(before[layer], state))

export const exponentialStoredOfDistance = Law.law<Exponentials>({
  id: 'exponential_stored_of_distance',
  statement:
    'pairs with Σ_{q≠p} b^(−2H(p, q)) < 1 for every p are all held: P − 1 < b^(2H) suffices at least distance H',
  source: 'the sum of the others is less than the pair itself; Jeng, Yeh and Chiueh (1990) for the capacity',
  rows: ['B6'],
  hypotheses: [
    {
      id: 'apart',
      statement: 'Σ_{q≠p} b^(−2H(p, q)) < 1',
      dropped: () =>
        fc.property(memories(['both', 'other'], ['keep']), ([memory]) =>
          memory.pairs.every((each) => held(memory, each)),
        ),
    },
  ],
  property: ({ areApart, run }) =>
    fc.property(memories(['both', 'other'], ['keep']), ([memory, first]) =>
      areApart(memory)
        ? memory.pairs.every((each) => held(memory, each) && stays(each, run(memory, first, each)))
        : memory.pairs.length > 1,
    ),
  countermodels: [
    {
      id: 'always_apart',
      description: 'calls all pairs far enough apart',
      implementation: { ...exponentials, areApart: () => true },
    },
    {
      id: 'never_apart',
      description: 'gives no guarantee, not even to a single pair',
      implementation: { ...exponentials, areApart: () => false },
    },
  ],
})
