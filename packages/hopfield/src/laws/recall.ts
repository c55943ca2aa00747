/**
 * Laws of runs: asynchronous ones come to rest, synchronous ones at worst swing (rows H2, H3, H5).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import type { Tie } from '../Network.js'
import * as Reference from '../reference.js'
import * as Schedule from '../Schedule.js'
import { equalNumbers, run, runStored, type Run, type RunFrom, type RunStored } from './adapters.js'
import { instanceAndState, order, type Freedom, type Numbers } from './arbitraries.js'

const asynchronous = (n: number): fc.Arbitrary<Schedule.Schedule> =>
  fc.oneof(order(n).map(Schedule.ordered), fc.integer().map(Schedule.shuffled), fc.integer().map(Schedule.randomUnit))

const scheduled = (freedom: Freedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule>) =>
  instanceAndState(freedom).chain(([instance, y]) =>
    fc.tuple(fc.constant(instance), schedule(y.length), fc.constant(y)),
  )

/** The states after each update that a run tells of. */
const replay = (instance: Reference.Instance, y: Numbers, { updates }: Run): ReadonlyArray<Numbers> => {
  const low = instance.encoding === 'bipolar' ? -1 : 0
  return updates.reduce<ReadonlyArray<Numbers>>(
    (states, { unit, flipped }) => {
      const last = states[states.length - 1] ?? y
      return [...states, flipped ? last.map((value, i) => (i === unit ? low + 1 - value : value)) : last]
    },
    [y],
  )
}

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

const rests =
  (freedom: Freedom, schedule: (n: number) => fc.Arbitrary<Schedule.Schedule> = asynchronous) =>
  (runFrom: RunFrom) =>
    fc.property(scheduled({ maxUnits: 4, ...freedom }, schedule), ([instance, chosen, y]) => {
      const told = runFrom(instance, chosen, y)
      return told.outcome === 'FixedPoint' && Reference.isFixedPoint(instance, told.state)
    })

const settling: ReadonlyArray<Tie> = ['keep', 'up', 'down']

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

const falling = (energies: Numbers): boolean =>
  energies.every((energy, k) => k === 0 || energy <= (energies[k - 1] ?? 0))

const visited = (instance: Reference.Instance, y: Numbers, told: Run): Numbers =>
  replay(instance, y, told)
    .slice(1, 200)
    .map((state) => Reference.energy(instance, state))

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

const stored = fc
  .tuple(Arbitraries.encoding, Arbitraries.size(9), fc.constantFrom('zero', 'kept'), fc.constantFrom<Tie>(...settling))
  .chain(([encoding, n, diagonal, tie]) =>
    fc.tuple(
      fc.constant({ diagonal, tie } as const),
      fc.constant(encoding),
      Arbitraries.patterns(encoding)(n, 5),
      fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
      Arbitraries.values(encoding)(n),
    ),
  )

const sameRun = (a: Run, b: Run): boolean => JSON.stringify(a) === JSON.stringify(b)

export const couplingsEq = Law.law<RunStored>({
  id: 'couplings_eq',
  statement:
    'a network that keeps its patterns instead of their weights runs exactly alike: W y = Σₚ s(p) (s(p)·y) − P y',
  source: 'lecture V, the energy as a function of the overlaps (errata 4)',
  rows: ['H1'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(stored, ([storage, ...rest]) =>
      sameRun(
        runFrom({ ...storage, couplings: 'patterns' }, ...rest),
        runStored({ ...storage, couplings: 'dense' }, ...rest),
      ),
    ),
  countermodels: [
    {
      id: 'self_coupled',
      description: 'leaves the self-couplings in the overlaps',
      implementation: (storage, ...rest) => runStored({ ...storage, diagonal: 'kept' }, ...rest),
    },
    {
      id: 'one_pattern_lost',
      description: 'forgets the last pattern',
      implementation: (storage, encoding, patterns, ...rest) =>
        runStored(storage, encoding, patterns.slice(0, Math.max(1, patterns.length - 1)), ...rest),
    },
  ],
})

export const recallScaleInvariant = Law.law<RunStored>({
  id: 'recall_scale_invariant',
  statement: 'without thresholds, a network scaled by 1/n or 1/P runs through the same states: ties stay ties',
  source: 'lecture V, W = (1/P) Σ yyᵀ − I; neurodynex, 1/N',
  rows: ['H1'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(stored, fc.integer({ min: 1, max: 50 }), ([storage, ...rest], divisor) => {
      const [scaled, whole] = [runFrom({ ...storage, scale: 1 / divisor }, ...rest), runStored(storage, ...rest)]
      return (
        equalNumbers(scaled.state, whole.state) &&
        scaled.updates.every(({ flipped }, k) => flipped === whole.updates[k]?.flipped)
      )
    }),
  countermodels: [
    {
      id: 'divided_weights',
      description: 'divides every weight before summing, so that zero fields become ±10⁻¹⁷',
      implementation: (storage, encoding, patterns, schedule, y) => {
        const zeros = y.map(() => 0)
        const weights = Reference.weights(encoding, patterns).map((row) => row.map((w) => w * (storage.scale ?? 1) + 0))
        return run({ encoding, tie: storage.tie ?? 'keep', weights, thresholds: zeros, input: zeros }, schedule, y)
      },
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
        Object.assign(y, told.state)
        return told
      },
    },
  ],
})
