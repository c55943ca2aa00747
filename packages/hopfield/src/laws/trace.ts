/**
 * Laws of the energies that a run records (row H3).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { Schedule } from '@engram/associative-memory'
import { run, type Run, type RunFrom } from './adapters.js'
import { order, type Numbers } from './arbitraries.js'
import { asynchronous, replay, scheduled } from './running.js'

const falling = (energies: Numbers): boolean =>
  energies.every((energy, k) => k === 0 || energy <= (energies[k - 1] ?? 0))

const visited = (instance: Reference.Instance, y: Numbers, told: Run): Numbers =>
  replay(instance, y, told)
    .slice(1, 200)
    .map((state) => Reference.energy(instance, state))

const carried =
  (runFrom: RunFrom) =>
  ([instance, schedule, y]: readonly [Reference.Instance, Schedule.Schedule, Numbers]): boolean => {
    const told = runFrom(instance, schedule, y)
    const energies = visited(instance, y, told)
    return (
      told.energies[0] === Reference.energy(instance, y) &&
      energies.every((energy, k) => told.updates[k]?.energy === energy)
    )
  }

export const energyTraceLe = Law.law<RunFrom>({
  id: 'energy_trace_le',
  statement: 'the energies that an asynchronous run records never rise, even where weights round',
  source: 'lecture K, "a Hopfield network constantly decreases its energy"',
  rows: ['H3'],
  hypotheses: [
    {
      id: 'symmetric',
      statement: 'wᵢⱼ = wⱼᵢ and wᵢᵢ ≥ 0; otherwise the recorded steps are not those of the energy',
      dropped: (runFrom) =>
        fc.property(
          scheduled({ asymmetric: true, anyDiagonal: true }, (n) => order(n).map(Schedule.ordered)),
          ([instance, schedule, y]) =>
            falling([Reference.energy(instance, y), ...visited(instance, y, runFrom(instance, schedule, y))]),
        ),
    },
  ],
  property: (runFrom) =>
    fc.property(scheduled({ rounding: true }, asynchronous), ([instance, schedule, y]) => {
      const { energies, updates } = runFrom(instance, schedule, y)
      return falling(energies) && falling([energies[0] ?? 0, ...updates.map(({ energy }) => energy)])
    }),
  countermodels: [
    {
      id: 'field_term_added',
      description: 'counts a flip with the field as a rise',
      implementation: (instance, schedule, y) => {
        const told = run(instance, schedule, y)
        return { ...told, updates: told.updates.map((entry) => ({ ...entry, energy: -entry.energy })) }
      },
    },
    {
      id: 'synchronous',
      description: 'updates all units at once',
      implementation: (instance, _schedule, y) => run(instance, Schedule.synchronous, y),
    },
  ],
})

export const energyTraceEq = Law.law<RunFrom>({
  id: 'energy_trace_eq',
  statement: 'the energies that a run carries along are those of the states it passes, exactly',
  source: 'lecture M, ΔE of one flip',
  rows: ['H3'],
  hypotheses: [
    {
      id: 'exact',
      statement: 'sums of weights are exact',
      dropped: (runFrom) => fc.property(scheduled({ rounding: true }, asynchronous), carried(runFrom)),
    },
    {
      id: 'symmetric',
      statement: 'wᵢⱼ = wⱼᵢ',
      dropped: (runFrom) =>
        fc.property(
          scheduled({ asymmetric: true }, (n) => order(n).map(Schedule.ordered)),
          carried(runFrom),
        ),
    },
  ],
  property: (runFrom) =>
    fc.property(
      scheduled({ anyDiagonal: true, ties: ['keep'], maxUnits: 4 }, (n) => order(n).map(Schedule.ordered)),
      carried(runFrom),
    ),
  countermodels: [
    {
      id: 'late',
      description: 'records the energy before the flip',
      implementation: (instance, schedule, y) => {
        const told = run(instance, schedule, y)
        return {
          ...told,
          updates: told.updates.map((entry, k) => ({
            ...entry,
            energy: told.updates[k - 1]?.energy ?? told.energies[0] ?? 0,
          })),
        }
      },
    },
  ],
})
