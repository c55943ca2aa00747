/**
 * What goes by chance in this package, in plain arrays.
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Schedule, type UnitMemory } from '@engram/associative-memory'
import { Matrix, Vector, type Random } from '@engram/linalg'
import * as Annealing from '../Annealing.js'
import * as Boltzmann from '../Boltzmann.js'
import * as Glauber from '../Glauber.js'
import * as GlauberChain from '../GlauberChain.js'
import type { Instance } from '../reference.js'
import * as Temperature from '../Temperature.js'
import { networkOf, stateOf } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'

/** What there is to know of a network in equilibrium. */
export interface Equilibrium {
  readonly probabilities: Numbers
  readonly freeEnergy: number
  readonly meanEnergy: number
  readonly entropy: number
  readonly heatCapacity: number
  readonly means: Numbers
  readonly pairs: Rows
}

export type EquilibriumOf = (instance: Instance, temperature: number) => Equilibrium

const vector = (values: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(values))

const nothing: Equilibrium = {
  probabilities: [],
  freeEnergy: NaN,
  meanEnergy: NaN,
  entropy: NaN,
  heatCapacity: NaN,
  means: [],
  pairs: [],
}

export const equilibrium: EquilibriumOf = (instance, temperature) =>
  F.pipe(
    networkOf(instance),
    Boltzmann.make(temperature, vector(instance.input)),
    E.match(
      () => nothing,
      (boltzmann) => {
        const { means, pairs } = Boltzmann.expectations(boltzmann)
        return {
          probabilities: Vector.toArray(boltzmann.probabilities),
          freeEnergy: boltzmann.freeEnergy,
          meanEnergy: Boltzmann.meanEnergy(boltzmann),
          entropy: Boltzmann.entropy(boltzmann),
          heatCapacity: Boltzmann.heatCapacity(boltzmann),
          means: Vector.toArray(means),
          pairs: Matrix.toRows(pairs),
        }
      },
    ),
  )

/** P(s → t) of a step. */
export type ChainOf = (instance: Instance, temperature: number, rule: Glauber.Rule, step: GlauberChain.Step) => Rows

export const chain: ChainOf = (instance, temperature, rule, step) =>
  F.pipe(
    networkOf(instance),
    GlauberChain.transitions({ temperature, rule, step }, vector(instance.input)),
    E.match(() => [], Matrix.toRows),
  )

/** How a walk is taken. */
export interface WalkOptions {
  readonly temperature: number
  readonly rule: Glauber.Rule
  readonly order: Numbers
  readonly sweeps: number
}

/** The states after each sweep of the walk with this seed. */
export type WalkFrom = (instance: Instance, options: WalkOptions, y: Numbers) => (seed: number) => Rows

const after = (y: Numbers, { units, values }: UnitMemory.Columns): Numbers => {
  const changed = new Map(Array.from(units, (unit, k) => [unit, values[k] ?? 0] as const))
  return y.map((value, i) => changed.get(i) ?? value)
}

export const walk: WalkFrom = (instance, { temperature, rule, order, sweeps }, y) => {
  const network = networkOf(instance)
  const input = vector(instance.input)
  const start = stateOf(instance.encoding, y)
  const schedule = Schedule.ordered(order)
  return (seed) =>
    F.pipe(
      Temperature.constant(temperature),
      E.chain((constant) =>
        Glauber.walk({ temperature: constant, rule, seed, sweeps, schedule, input })(network)(start),
      ),
      E.match(
        () => [],
        ({ records }) =>
          records.reduce<Rows>((states, record) => [...states, after(states[states.length - 1] ?? y, record)], []),
      ),
    )
}

/** The temperature of sweep k. */
export type TemperatureAt = (schedule: Temperature.Temperature, k: number) => number

export const temperatureAt: TemperatureAt = (schedule, k) => Temperature.at(schedule)(k)

export interface AnnealOptions {
  readonly temperature: Temperature.Temperature
  readonly schedule: Schedule.Schedule
  readonly seed: number
  readonly sweeps: number
}

/** An annealing in plain data. */
export interface AnnealedPlain {
  readonly state: Numbers
  readonly energy: number
  readonly best: Numbers
  readonly bestEnergy: number
  readonly sweeps: number
  readonly random: Random.Random
  readonly energies: Numbers
}

/** Anneals from a state, or takes an annealing up again. */
export type Anneal = (instance: Instance, options: AnnealOptions, y: Numbers, from?: AnnealedPlain) => AnnealedPlain

const unstarted: AnnealedPlain = {
  state: [],
  energy: NaN,
  best: [],
  bestEnergy: NaN,
  sweeps: NaN,
  random: [0, 0, 0, 0],
  energies: [],
}

export const anneal: Anneal = (instance, { sweeps, ...rest }, y, from) => {
  const network = networkOf(instance)
  const options = { ...rest, input: vector(instance.input) }
  const state = (values: Numbers): ReturnType<typeof stateOf> => stateOf(instance.encoding, values)
  return F.pipe(
    from === undefined
      ? Annealing.begin(options)(network)(state(y))
      : E.right({ ...from, state: state(from.state), best: state(from.best) }),
    E.chain(Annealing.resume({ ...options, sweeps })(network)),
    E.match(
      () => unstarted,
      ({ annealing, energies }) => ({
        ...annealing,
        state: Pattern.toArray(annealing.state),
        best: Pattern.toArray(annealing.best),
        energies: Array.from(energies),
      }),
    ),
  )
}
