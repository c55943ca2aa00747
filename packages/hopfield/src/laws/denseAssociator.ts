/**
 * Laws of dense memories that answer inputs with targets (row D1).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Pattern, Schedule } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Law } from '@engram/law'
import { Vector } from '@engram/linalg'
import * as DenseAssociator from '../DenseAssociator.js'
import { exponential, polynomial, type Interaction } from '../Interaction.js'
import type { Encoding } from '../Network.js'
import type { DenseInstance } from '../reference/dense.js'
import { equalNumbers, stateOf } from './adapters.js'
import { order, type Numbers, type Rows } from './arbitraries.js'
import { risen } from './dense.js'
import { denseEnergy, denseField, denseRun, every, powers } from './denseArbitraries.js'

/** Inputs and targets row by row. */
export interface Table {
  readonly interaction: Interaction
  readonly encoding: Encoding
  readonly inputs: Rows
  readonly targets: Rows
}

/** What an associator answers to an input and a state of its outputs, and where they come to rest. */
export interface Associator {
  readonly energy: (table: Table, x: Numbers, y: Numbers) => number
  readonly votes: (table: Table, x: Numbers, y: Numbers) => Numbers
  readonly answer: (table: Table, units: Numbers, x: Numbers, y: Numbers) => Numbers
}

const learned = ({ interaction, encoding, inputs, targets }: Table) =>
  DenseAssociator.learn({ interaction })(
    inputs.map((input, k) => ({ input: stateOf(encoding, input), target: stateOf(encoding, targets[k] ?? []) })),
  )

export const associator: Associator = {
  energy: (table, x, y) =>
    F.pipe(
      learned(table),
      E.chain((memory) => DenseAssociator.energy(memory)(stateOf(table.encoding, x), stateOf(table.encoding, y))),
      E.getOrElse(() => NaN),
    ),
  votes: (table, x, y) =>
    F.pipe(
      learned(table),
      E.chain((memory) => DenseAssociator.votes(memory)(stateOf(table.encoding, x), stateOf(table.encoding, y))),
      E.match(() => [], Vector.toArray),
    ),
  answer: (table, units, x, y) =>
    F.pipe(
      learned(table),
      E.chain((memory) =>
        DenseAssociator.recall({ schedule: Schedule.ordered(units) })(memory)(
          stateOf(table.encoding, x),
          stateOf(table.encoding, y),
        ),
      ),
      E.match(
        () => [],
        ({ state }) => Pattern.toArray(state),
      ),
    ),
}

/** The memory of the joined patterns. */
const joined = ({ interaction, encoding, inputs, targets }: Table): DenseInstance => ({
  interaction,
  encoding,
  tie: 'keep',
  patterns: inputs.map((input, k) => [...input, ...(targets[k] ?? [])]),
})

const tables = (interactions: ReadonlyArray<Interaction>) =>
  fc
    .tuple(Arbitraries.size(5), Arbitraries.size(4), Arbitraries.encoding, fc.constantFrom(...interactions))
    .chain(([n, m, encoding, interaction]) =>
      fc.tuple(
        fc
          .array(fc.tuple(Arbitraries.values(encoding)(n), Arbitraries.values(encoding)(m)), {
            minLength: 1,
            maxLength: 7,
          })
          .map((rows): Table => ({
            interaction,
            encoding,
            inputs: rows.map(([input]) => input),
            targets: rows.map(([, target]) => target),
          })),
        order(m),
        Arbitraries.values(encoding)(n),
        Arbitraries.values(encoding)(m),
      ),
    )

export const denseAssociatorEqJoined = Law.law<Associator>({
  id: 'denseAssociator_eq_joined',
  statement:
    'energies and fields of outputs are those of the memory of joined patterns, and the outputs come to rest as its last units do while the others are held',
  source: 'Krotov and Hopfield (2016), eq. 8: visible units clamped, classification units updated',
  rows: ['D1'],
  hypotheses: [
    {
      id: 'held',
      statement: 'the inputs are held',
      dropped: ({ answer }) =>
        fc.property(tables(every), ([table, units, x, y]) => {
          const all = [...x.keys(), ...units.map((unit) => x.length + unit)]
          const free = denseRun(joined(table), Schedule.ordered(all), [...x, ...y]).state
          return equalNumbers(answer(table, units, x, y), free.slice(x.length))
        }),
    },
  ],
  property: ({ energy, votes, answer }) =>
    fc.property(tables(every), ([table, units, x, y]) => {
      const whole = joined(table)
      const at = (outputs: Numbers): Numbers => [...x, ...outputs]
      const fields = y.map((_, unit) => denseField(whole, at(y), x.length + unit))
      const rest = answer(table, units, x, y)
      return (
        energy(table, x, y) === denseEnergy(whole, at(y)) &&
        equalNumbers(votes(table, x, y), fields) &&
        rest.length === y.length &&
        rest.every((value, unit) => {
          const field = denseField(whole, at(rest), x.length + unit)
          return field === 0 || field > 0 === (value === 1)
        }) &&
        !risen(whole, energy(table, x, y), energy(table, x, rest))
      )
    }),
  countermodels: [
    {
      id: 'inputs_forgotten',
      description: 'lets the outputs run as a memory of their own',
      implementation: {
        ...associator,
        votes: (table, _, y) =>
          y.map((__, unit) => denseField({ ...table, tie: 'keep', patterns: table.targets }, y, unit)),
      },
    },
    {
      id: 'sum_of_energies',
      description: 'adds the energies of inputs and outputs instead of their overlaps',
      implementation: {
        ...associator,
        energy: (table, x, y) =>
          denseEnergy({ ...table, tie: 'keep', patterns: table.inputs }, x) +
          denseEnergy({ ...table, tie: 'keep', patterns: table.targets }, y),
      },
    },
    {
      id: 'one_step',
      description: 'answers with the first votes of all outputs at once',
      implementation: {
        ...associator,
        answer: (table, _, x, y) =>
          associator
            .votes(table, x, y)
            .map((field, unit) =>
              field > 0 ? 1 : field < 0 ? (table.encoding === 'bipolar' ? -1 : 0) : (y[unit] ?? 0),
            ),
      },
    },
  ],
})

/** Bits of distinct numbers below 8, each repeated, with columns turned over: so many places apart at least. */
const separated = (repeated: (outputs: number) => number, distinct: boolean) =>
  fc
    .tuple(Arbitraries.size(4), fc.uniqueArray(fc.nat(7), { minLength: 1, maxLength: 8 }))
    .chain(([m, numbers]) => {
      const n = 3 * repeated(m)
      const row = (number: number): Numbers => Array.from({ length: n }, (_, i) => ((number >> (i % 3)) & 1 ? 1 : -1))
      return fc.tuple(
        Arbitraries.bipolar(n),
        Arbitraries.targets('bipolar')(numbers.length, m),
        order(m),
        Arbitraries.bipolar(m),
        fc.constant(numbers.map((number) => row(distinct ? number : 0))),
      )
    })
    .map(([columns, targets, units, y, rows]) => ({
      inputs: rows.map((row) => row.map((value, i) => value * (columns[i] ?? 1))),
      targets,
      units,
      y,
    }))

const answersAll =
  (interactions: ReadonlyArray<Interaction>, repeated: (outputs: number) => number, distinct = true) =>
  ({ answer }: Associator) =>
    fc.property(
      separated(repeated, distinct),
      fc.constantFrom(...interactions),
      ({ inputs, targets, units, y }, interaction) => {
        const table: Table = { interaction, encoding: 'bipolar', inputs, targets }
        return inputs.every((input, k) => equalNumbers(answer(table, units, input, y), targets[k] ?? []))
      },
    )

export const denseAssociatorOfSeparated = Law.law<Associator>({
  id: 'denseAssociator_of_separated',
  statement:
    'for F = exp, if P inputs differ pairwise in d places with 2d > 2(m − 1) + ln(P − 1), each is answered with its target, from any state of the m outputs and whatever the targets',
  source:
    'the vote of the input’s own pattern, exp(n − m + 1) at least, against P − 1 votes of exp(n − 2d + m − 1) at most',
  rows: ['D1', 'D2'],
  hypotheses: [
    {
      id: 'separated',
      statement: 'the inputs differ in so many places',
      dropped: answersAll([exponential], (m) => m, false),
    },
    {
      id: 'exponential',
      statement: 'F = exp: votes of a square cannot tell a parity',
      dropped: answersAll([polynomial(2), ...powers], (m) => m),
    },
  ],
  property: answersAll([exponential], (m) => m),
  countermodels: [
    {
      id: 'classical',
      description: 'takes the square for every interaction: Hebb’s rule from inputs to outputs',
      implementation: {
        ...associator,
        answer: (table, ...rest) => associator.answer({ ...table, interaction: polynomial(2) }, ...rest),
      },
    },
    {
      id: 'first_target',
      description: 'answers every input with the first target',
      implementation: { ...associator, answer: ({ targets }) => targets[0] ?? [] },
    },
  ],
})
