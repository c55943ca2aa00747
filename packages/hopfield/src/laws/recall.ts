/**
 * Laws of what a run does: it is the textbook's, and it is pure (row H2).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalNumbers, run, runEach, type End, type Run, type RunAll, type RunFrom } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { asynchronous, replay, sameRun, scheduled } from './running.js'

const followsReference = (runFrom: RunFrom) =>
  fc.property(
    fc.boolean().chain((rounding) => scheduled({ asymmetric: true, anyDiagonal: true, rounding }, asynchronous)),
    ([instance, schedule, y]) => {
      const told = runFrom(instance, schedule, y)
      const states = replay(instance, y, told)
      return (
        equalNumbers(told.state, states[states.length - 1] ?? []) &&
        told.updates.every(({ unit, field }, k) => {
          const before = states[k] ?? []
          return (
            field === Reference.localField(instance, before, unit) &&
            equalNumbers(states[k + 1] ?? [], Reference.updateUnit(instance, before, unit))
          )
        }) &&
        (schedule._tag !== 'Ordered' ||
          told.updates.every(({ unit }, k) => unit === schedule.order[k % schedule.order.length]))
      )
    },
  )

/** A run whose decisions are those of the textbook, but for one alteration of its updates. */
const altered =
  (update: (instance: Reference.Instance, y: Numbers, unit: number) => Numbers): RunFrom =>
  (instance, schedule, y) => {
    const units = schedule._tag === 'Ordered' ? schedule.order : y.map((_, unit) => unit)
    const steps = units.reduce<{ readonly y: Numbers; readonly updates: Run['updates'] }>(
      (state, unit) => {
        const next = update(instance, state.y, unit)
        const entry = {
          unit,
          field: Reference.localField(instance, state.y, unit),
          flipped: next[unit] !== state.y[unit],
          energy: Reference.energy(instance, next),
        }
        return { y: next, updates: [...state.updates, entry] }
      },
      { y, updates: [] },
    )
    return { state: steps.y, outcome: 'FixedPoint', period: 1, updates: steps.updates, energies: [] }
  }

export const recallEqReference = Law.law<RunFrom>({
  id: 'recall_eq_reference',
  statement: 'every field and every decision of a run is that of the textbook sum, bit for bit, for any W at all',
  source: 'Hopfield (1982); Fausett (1994) §3.4.4, application algorithm',
  rows: ['H2'],
  hypotheses: [],
  property: followsReference,
  countermodels: [
    {
      id: 'parallel',
      description: 'updates all units at once and calls it asynchronous',
      implementation: altered(Reference.updateAll),
    },
    {
      id: 'sign_of_zero',
      description: 'writes sign(0) = 0 into the state',
      implementation: altered((instance, y, unit) =>
        y.map((value, i) => (i === unit ? Math.sign(Reference.localField(instance, y, unit)) : value)),
      ),
    },
    {
      id: 'input_at_start_only',
      description: 'shows the input to the first unit asked and takes it away',
      implementation: altered((instance, y, unit) =>
        Reference.updateUnit({ ...instance, input: instance.input.map((x, i) => (i === 0 ? x : 0)) }, y, unit),
      ),
    },
  ],
})

export const recallPure = Law.law<RunFrom>({
  id: 'recall_pure',
  statement: 'the same network, schedule and start give the same run, and none of them is touched',
  source: 'purity',
  hypotheses: [],
  property: (runFrom) =>
    fc.property(scheduled({ asymmetric: true, anyDiagonal: true }, asynchronous), ([instance, schedule, y]) => {
      const before = JSON.stringify([instance, schedule, y])
      const first = runFrom(instance, schedule, y)
      return sameRun(first, runFrom(instance, schedule, y)) && JSON.stringify([instance, schedule, y]) === before
    }),
  countermodels: [
    {
      id: 'in_place',
      description: 'writes the end state over the start',
      implementation: (instance, schedule, y) => {
        const told = run(instance, schedule, y)
        told.state.forEach((value, i) => Reflect.set(y, i, value))
        return told
      },
    },
  ],
})

const manyStarts = scheduled({ asymmetric: true, anyDiagonal: true }, (n) =>
  fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
).chain(([instance, schedule, y]) =>
  fc.tuple(
    fc.constant(instance),
    fc.constant(schedule),
    fc.array(Arbitraries.values(instance.encoding)(y.length), { minLength: 1, maxLength: 5 }),
  ),
)

export const recallAllEqRecall = Law.law<RunAll>({
  id: 'recall_all_eq_recall',
  statement: 'runs from many starts end as they do one by one: state, outcome, sweeps, flips and energies',
  source: 'definition of a batch',
  rows: ['H2', 'H5'],
  hypotheses: [],
  property: (runFromAll) =>
    fc.property(
      manyStarts,
      ([instance, schedule, starts]) =>
        JSON.stringify(runFromAll(instance, schedule, starts)) === JSON.stringify(runEach(instance, schedule, starts)),
    ),
  countermodels: [
    {
      id: 'one_after_another',
      description: 'goes on from the end of the run before',
      implementation: (instance, schedule, starts) =>
        starts.reduce<ReadonlyArray<End>>(
          (ends, y) => [...ends, ...runEach(instance, schedule, [ends.at(-1)?.state ?? y])],
          [],
        ),
    },
    {
      id: 'flips_of_the_net',
      description: 'counts the units that differ at the end, not those that flipped on the way',
      implementation: (instance, schedule, starts) =>
        runEach(instance, schedule, starts).map((end, k) => ({
          ...end,
          flips: end.state.filter((value, i) => value !== starts[k]?.[i]).length,
        })),
    },
    {
      id: 'until_all_rest',
      description: 'sweeps all of them until the last one rests',
      implementation: (instance, schedule, starts) => {
        const ends = runEach(instance, schedule, starts)
        return ends.map((end) => ({ ...end, sweeps: Math.max(...ends.map(({ sweeps }) => sweeps)) }))
      },
    },
  ],
})
