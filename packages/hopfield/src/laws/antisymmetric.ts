/**
 * The law of networks whose units answer each other with the opposite sign (row H5).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Law } from '@engram/law'
import type { Encoding, Tie } from '../Network.js'
import * as Reference from '../reference.js'
import { equalNumbers, run, type RunFrom } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'

interface Freedom {
  readonly symmetric?: boolean
  readonly evenRows?: boolean
  readonly biased?: boolean
  readonly encodings?: ReadonlyArray<Encoding>
}

/** wⱼᵢ = −wᵢⱼ, from one whole number a pair. */
const mirrored = (upper: Rows, sign: 1 | -1): Rows =>
  upper.map((row, i) => row.map((w, j) => (i < j ? w : i > j ? sign * (upper[j]?.[i] ?? 0) : 0)))

const isOdd = (row: Numbers): boolean => row.reduce((total, w) => total + w, 0) % 2 !== 0

/** One more between the first unit and each whose row is even: then so is the row of the first, for an even number of rows. */
const oddRows = (upper: Rows): Rows => {
  const odd = mirrored(upper, 1).map(isOdd)
  return upper.map((row, i) => row.map((w, j) => (i === 0 && j > 0 && odd[j] === false ? w + 1 : w)))
}

const networks = ({ symmetric, evenRows, biased, encodings = ['bipolar'] }: Freedom) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 4 }).map((half) => 2 * half),
      fc.constantFrom<Encoding>(...encodings),
      fc.constantFrom<Tie>('keep', 'up', 'down', 'flip'),
    )
    .chain(([n, encoding, tie]) => {
      const numbers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: n, maxLength: n })
      return fc.tuple(
        fc
          .array(numbers, { minLength: n, maxLength: n })
          .map((upper): Rows => mirrored(evenRows === true ? upper : oddRows(upper), symmetric === true ? 1 : -1)),
        numbers.map((thresholds) => thresholds.map((threshold) => (biased === true ? 2 * threshold : 0))),
        Arbitraries.values(encoding)(n),
        fc.constant({ encoding, tie }),
      )
    })
    .map(([weights, thresholds, y, rest]): readonly [Reference.Instance, Numbers] => [
      { ...rest, weights, thresholds, input: y.map(() => 0) },
      y,
    ])

const turnsRound =
  (freedom: Freedom, schedule: (n: number) => Schedule.Schedule = () => Schedule.synchronous) =>
  (runFrom: RunFrom): fc.IProperty<unknown> =>
    fc.property(networks(freedom), ([instance, y]) => {
      const { outcome, period, state } = runFrom(instance, schedule(y.length), y)
      const twice = Reference.updateAll(instance, Reference.updateAll(instance, state))
      return (
        outcome === 'Cycle' &&
        period === 4 &&
        equalNumbers(
          twice,
          state.map((value) => -value),
        )
      )
    })

export const synchronousPeriodEqFour = Law.law<RunFrom>({
  id: 'synchronous_period_eq_four',
  statement:
    'if W is antisymmetric and no bipolar unit is ever in zero field, without thresholds and input, synchronous updating ends in a cycle of exactly four states: y(t + 2) = −y(t)',
  source: 'Bruck (1990), theorem 2 (3); Goles (1986)',
  rows: ['H5'],
  hypotheses: [
    { id: 'antisymmetric', statement: 'wⱼᵢ = −wᵢⱼ', dropped: turnsRound({ symmetric: true }) },
    {
      id: 'no_zero_field',
      statement: 'no field is 0: the weights to each unit are whole numbers with an odd sum',
      dropped: turnsRound({ evenRows: true }),
    },
    { id: 'no_bias', statement: 'thresholds and input are 0', dropped: turnsRound({ biased: true }) },
    { id: 'bipolar', statement: 'the units are −1 and +1', dropped: turnsRound({ encodings: ['binary'] }) },
    {
      id: 'all_at_once',
      statement: 'all units are updated at once',
      dropped: turnsRound({}, (n) => Schedule.ordered(Array.from({ length: n }, (_, unit) => unit))),
    },
  ],
  property: turnsRound({}),
  countermodels: [
    {
      id: 'one_by_one',
      description: 'updates one unit after another and calls it synchronous',
      implementation: (instance, _, y) => run(instance, Schedule.ordered(y.map((__, unit) => unit)), y),
    },
    {
      id: 'mirror_is_the_same',
      description: 'takes a state and its reverse for the same, and so sees half of the cycle',
      implementation: (instance, schedule, y) => {
        const told = run(instance, schedule, y)
        return { ...told, period: told.period / 2 }
      },
    },
    {
      id: 'symmetrised',
      description: 'reads one weight for both directions of a pair',
      implementation: (instance, schedule, y) =>
        run(
          {
            ...instance,
            weights: instance.weights.map((row, i) => row.map((w, j) => (i > j ? (instance.weights[j]?.[i] ?? 0) : w))),
          },
          schedule,
          y,
        ),
    },
  ],
})
