/**
 * Laws of where runs end: asynchronous ones come to rest, synchronous ones at worst swing (rows H3, H5).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { Schedule } from '@engram/associative-memory'
import { run, type Run, type RunFrom } from './adapters.js'
import { instanceAndState, type Freedom } from './arbitraries.js'
import { asynchronous, replay, scheduled, settling } from './running.js'

const rests =
  (freedom: Freedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule> = asynchronous) =>
  (runFrom: RunFrom) =>
    fc.property(scheduled({ maxUnits: 4, ...freedom }, schedule), ([instance, chosen, y]) => {
      const told = runFrom(instance, chosen, y)
      return told.outcome === 'FixedPoint' && Reference.isFixedPoint(instance, told.state)
    })

/** Cuts a run short where a stopping rule says so, and calls that rest. */
const stopped =
  (tooEarly: (told: Run, k: number) => boolean): RunFrom =>
  (instance, schedule, y) => {
    const told = run(instance, schedule, y)
    const at = told.updates.findIndex((_, k) => tooEarly(told, k))
    const states = replay(instance, y, told)
    return at < 0 ? told : { ...told, outcome: 'FixedPoint', state: states[at + 1] ?? told.state }
  }

export const recallFixedPoint = Law.law<RunFrom>({
  id: 'recall_fixedPoint',
  statement: 'if W is symmetric with wᵢᵢ ≥ 0, asynchronous updating comes to rest in a fixed point, in any fair order',
  source: 'Hopfield (1982); lectures M and V, proof by the energy',
  rows: ['H3'],
  formal: 'https://github.com/mkaratarakis/HopfieldNet',
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: rests({ ties: settling, asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: rests({ ties: settling, anyDiagonal: true }) },
    {
      id: 'one_at_a_time',
      statement: 'one unit is updated at a time',
      dropped: rests({ ties: settling }, () => fc.constant(Schedule.synchronous)),
    },
    { id: 'ties_settle', statement: 'a unit in zero field does not turn over for ever', dropped: rests({}) },
  ],
  property: rests({ ties: settling }),
  countermodels: [
    {
      id: 'energy_repeats',
      description: 'stops as soon as an update leaves the energy as it was',
      implementation: stopped(({ updates }, k) => k > 0 && updates[k]?.energy === updates[k - 1]?.energy),
    },
    {
      id: 'quiet_spell',
      description: 'stops when three updates in a row changed nothing, whichever units they asked',
      implementation: stopped(
        ({ updates }, k) => k > 1 && [k, k - 1, k - 2].every((t) => updates[t]?.flipped === false),
      ),
    },
    {
      id: 'one_sweep',
      description: 'stops after one sweep',
      implementation: stopped(({ state }, k) => k === state.length - 1),
    },
  ],
})

const swings = (freedom: Freedom) => (runFrom: RunFrom) =>
  fc.property(instanceAndState({ anyDiagonal: true, ...freedom }), ([instance, y]) => {
    const { outcome, period } = runFrom(instance, Schedule.synchronous, y)
    return outcome !== 'Exhausted' && period <= 2
  })

export const synchronousPeriodLeTwo = Law.law<RunFrom>({
  id: 'synchronous_period_le_two',
  statement: 'if W is symmetric, synchronous updating ends in a fixed point or in a cycle of two states',
  source: 'Goles, Fogelman and Pellegrin (1985); lecture V, the two neurons that flip for ever',
  rows: ['H5'],
  hypotheses: [{ id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: swings({ asymmetric: true }) }],
  property: swings({}),
  countermodels: [
    {
      id: 'lower_triangle_negated',
      description: 'reads the weights below the diagonal with the wrong sign',
      implementation: (instance, schedule, y) =>
        run(
          { ...instance, weights: instance.weights.map((row, i) => row.map((w, j) => (i > j ? -w : w))) },
          schedule,
          y,
        ),
    },
  ],
})
