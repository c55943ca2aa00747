/**
 * Units that follow the energy by chance: the dynamics of a network at a temperature.
 *
 * Definitions: a unit that is asked turns over with a probability that depends on by how much the energy would rise, ΔE:
 *              `heat-bath`   1 / (1 + exp(ΔE/T)), whatever the unit was before;
 *              `metropolis`  min(1, exp(−ΔE/T)).
 *              One unit at a time, drawn at random, the heat bath is Glauber's dynamics; in sweeps it is Gibbs sampling; all
 *              at once it is Little's. For symmetric weights and one unit at a time, both rules lead to the
 *              distribution of `Boltzmann`.
 * Convention:  with wᵢᵢ = 0 the heat bath makes unit i up with probability σ(2hᵢ/T) if it is bipolar and σ(hᵢ/T) if it is
 *              binary, because turning over is a step of 2 for the one and of 1 for the other. At T = 0 a unit whose
 *              change would leave the energy as it is turns over with probability ½ (heat bath) or 1 (Metropolis); the
 *              tie policy of the network plays no part.
 *              A unit is up after it has been asked if the number that is drawn for it lies below its chance to be up: one
 *              draw a unit, in the order in which they are asked.
 * Laws:        glauber_detailed_balance, glauber_stationary, glauber_sample, glauber_zero_eq_recall
 * References:  Glauber (1963); Metropolis et al. (1953); Geman and Geman (1984); Little (1974); Hinton and Sejnowski (1983).
 */
import { either as E, function as F } from 'fp-ts'
import { Pattern, Run, Schedule, Tie, UnitMemory, type EnergyMemory } from '@engram/associative-memory'
import { Activation, Random, type Vector } from '@engram/linalg'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { askInTurns, isStill } from './kernels/chance.js'
import { ask, fit, units, type Driven } from './machine.js'
import type { Network, State } from './Network.js'
import * as Temperature from './Temperature.js'

export type Rule = 'heat-bath' | 'metropolis'

/** How units are asked: when, how warm, and by which rule. */
export interface Options {
  readonly temperature: Temperature.Temperature
  readonly schedule: Schedule.Schedule
  /** `heat-bath` by default. */
  readonly rule?: Rule
  /** Of the numbers that are drawn; by default that of the schedule, or 0 where it has none. */
  readonly seed?: number
}

/**
 * With which probability a unit turns over, if that raises the energy by a given amount.
 *
 * Formula:  heat bath σ(−ΔE/T); Metropolis min(1, exp(−ΔE/T)); at T = 0 the limits, and ½ or 1 where ΔE = 0
 * Requires: 0 ≤ T
 * Numerics: within a few units in the last place, the same bits on every platform
 * Source:   Glauber (1963), eq. 4; Metropolis et al. (1953)
 *
 * ```ts runnable
 * import { Glauber } from '@engram/hopfield'
 *
 * Glauber.chance('heat-bath', 1)(0) // => 0.5
 * Glauber.chance('metropolis', 1)(-3) // => 1
 * Glauber.chance('heat-bath', 0)(-3) // => 1
 * ```
 */
export const chance =
  (rule: Rule, temperature: number) =>
  (rise: number): number => {
    if (rule === 'heat-bath')
      return temperature === 0 ? 0.5 * (1 - Math.sign(rise)) : Activation.sigmoid.value(-rise / temperature)
    if (rise <= 0) return 1
    // exp(−x) = σ(−x) / σ(x), both from arithmetic that is alike everywhere.
    const x = rise / temperature
    return Activation.sigmoid.value(-x) / Activation.sigmoid.value(x)
  }

/** With which probability it stays. Numerics: for the heat bath as accurate as `chance`, however nearly it is certain to turn */
export const chanceToStay =
  (rule: Rule, temperature: number) =>
  (rise: number): number =>
    rule === 'heat-bath' ? chance(rule, temperature)(-rise) : 1 - chance(rule, temperature)(rise)

/**
 * With which probability a unit turns over when it is asked in a state.
 *
 * Formula:  ΔE = −hᵢ δ − ½ wᵢᵢ δ², δ being the change of the unit, put into `chance`
 * Errors:   SizeMismatch, EncodingMismatch, OutOfRange (no such unit, a negative temperature)
 * Cost:     O(n²) to set up
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Glauber, Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.bindTo('stored'),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, stored }) => Glauber.chanceOf({ rule: 'heat-bath', temperature: 3 })(network)(0)(stored)),
 * ) // => E.right(Glauber.chance('heat-bath', 3)(6))
 * ```
 */
export const chanceOf =
  ({ rule, temperature }: { readonly rule: Rule; readonly temperature: number }) =>
  (network: Network, input?: Vector.Vector) =>
  (unit: number) =>
  (state: State): E.Either<HopfieldError, number> => {
    const operation = 'Glauber.chanceOf'
    if (!(temperature >= 0)) return E.left(outOfRange(operation, 'a temperature of 0 or more', temperature))
    return Number.isInteger(unit) && unit >= 0 && unit < network.size
      ? ask(operation, (machine) => {
          const value = machine.state[unit] ?? 0
          const turned = 1 + Tie.lowerOf(network.encoding) - value
          return chance(rule, temperature)(machine.rise(unit, turned - value, machine.field(unit)))
        })(
          network,
          input,
        )(state)
      : E.left(outOfRange(operation, `a unit from 0 to ${network.size - 1}`, unit))
  }

/** The generator with which a walk begins. */
export const start = ({ schedule, seed }: Options): Random.Random =>
  seed === undefined ? Schedule.start(schedule) : Random.fromSeed(seed)

/**
 * Any memory of units as it walks at a temperature: an instance of the algebra of memories.
 *
 * Convention: a walk rests only at T = 0, once no unit has a chance to turn over. Energies are taken anew after each sweep.
 * Requires:   a schedule that fits the memory (`Schedule.fitting`)
 * Cost:       a sweep asks each unit for its field once, and draws as many numbers
 */
export const under =
  (options: Options, firstSweep = 0) =>
  <M, S extends UnitMemory.State>(
    memories: UnitMemory.UnitMemory<M>,
  ): EnergyMemory.EnergyMemory<M, S, UnitMemory.Columns> => ({
    deterministic: false,
    random: start(options),
    equals: Pattern.equalComponents,
    open: (memory) => {
      const { rule = 'heat-bath', schedule, temperature } = options
      const machineIn = memories.machine(memory)
      const lower = Tie.lowerOf(memories.encoding(memory))
      return (begin) => {
        const machine = machineIn(Int8Array.from(begin.data))
        const at = (k: number): EnergyMemory.Session<S, UnitMemory.Columns> => ({
          energy: machine.energy(),
          state: () => ({ ...begin, data: Int8Array.from(machine.state) }),
          sweep: (before) => {
            const [order, between] = Schedule.sweep(schedule, machine.size)(before)
            const [draws, random] = Random.uniforms(order.length)(between)
            const record = UnitMemory.columnsOf(order.length)
            const warmth = Temperature.at(temperature)(k)
            const turns = chance(rule, warmth)
            const coins = { draws, turns, stays: chanceToStay(rule, warmth), lower }
            const flips = askInTurns(record, machine, order, Schedule.turns(schedule, machine.size), coins)
            return {
              session: at(k + 1),
              random,
              record,
              moved: flips > 0,
              rests: warmth === 0 && flips === 0 && isStill(machine, turns, lower),
            }
          },
        })
        return at(firstSweep)
      }
    },
  })

/** A walk and what happened in each of its sweeps. */
export type Walk = Run.Run<State, UnitMemory.Columns>

/**
 * Lets a network walk for a number of sweeps.
 *
 * Shapes:   start [n], input [n] → end state [n], one record a sweep
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (sweeps)
 * Cost:     O(n²) to begin, then per sweep O(n) and O(n) a flip (integer weights)
 * Numerics: probabilities are multiples of 2⁻⁵³, as the numbers are that are drawn
 * Laws:     glauber_sample, glauber_zero_eq_recall
 * Source:   Glauber (1963); Geman and Geman (1984)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Glauber, Network, Schedule, Temperature } from '@engram/hopfield'
 *
 * const walk = F.pipe(
 *   E.Do,
 *   E.apS('stored', Pattern.bipolar([1, 1, 1, -1])),
 *   E.apS('probe', Pattern.bipolar([-1, -1, 1, -1])),
 *   E.bindW('temperature', () => Temperature.linear({ start: 2, end: 0, sweeps: 10 })),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ network, probe, temperature }) =>
 *     Glauber.walk({ temperature, schedule: Schedule.shuffled(1), sweeps: 100 })(network)(probe),
 *   ),
 * )
 * E.map(({ outcome }: Glauber.Walk) => outcome._tag)(walk) // => E.right('FixedPoint')
 * E.map(({ energies }: Glauber.Walk) => energies.at(-1))(walk) // => E.right(-6)
 * ```
 */
export const walk =
  ({ input, sweeps, ...options }: Options & { readonly sweeps: number; readonly input?: Vector.Vector }) =>
  (network: Network) =>
  (begin: State): E.Either<HopfieldError, Walk> =>
    F.pipe(
      begin,
      ready('Glauber.walk', options.schedule, sweeps, { network, input }),
      E.map((checked) => Run.run(sweeps)(under(options)<Driven, State>(units))({ network, input })(checked)),
    )

/** The state, if it, the schedule and the number of sweeps suit the network. */
export const ready =
  (operation: string, schedule: Schedule.Schedule, sweeps: number, driven: Driven) =>
  (begin: State): E.Either<HopfieldError, State> =>
    F.pipe(
      begin,
      fit(operation, driven),
      E.chainFirstW(() => Schedule.fitting(driven.network.size)(schedule)),
      E.filterOrElseW(
        () => Number.isSafeInteger(sweeps) && sweeps >= 0,
        () => outOfRange(`${operation} (sweeps)`, 'a natural number', sweeps),
      ),
    )
