/**
 * Simulated annealing: a walk that is cooled, and the lowest state that it has passed.
 *
 * Definitions: an `Annealing` is everything that its continuation needs, the generator included, so that it can be put
 *              aside and taken up again: the same bits come of it as of one that was never put aside.
 * Convention:  the best state is looked for after every update, not only at the ends of sweeps.
 * Laws:        annealing_resume, annealing_best, annealing_ground
 * References:  Kirkpatrick, Gelatt and Vecchi (1983); Černý (1985); Geman and Geman (1984).
 */
import { either as E, function as F } from 'fp-ts'
import { Tie, type EnergyMemory, type UnitMemory } from '@engram/associative-memory'
import type { Random, ReadonlyFloat64, Vector } from '@engram/linalg'
import * as Glauber from './Glauber.js'
import type { HopfieldError } from './HopfieldError.js'
import { least, rewind, takeSweeps, type Stand } from './kernels/anneal.js'
import { units, type Driven } from './machine.js'
import { unsafeState, type Network, type State } from './Network.js'

export interface Options extends Glauber.Options {
  /** External input, held; 0 by default. */
  readonly input?: Vector.Vector
}

/** An annealing between two sweeps. */
export interface Annealing {
  readonly state: State
  readonly energy: number
  /** The lowest state so far, the first of them if there are several. */
  readonly best: State
  readonly bestEnergy: number
  /** How many sweeps it has taken, which tells the temperature of the next. */
  readonly sweeps: number
  readonly random: Random.Random
}

/** What came of some sweeps. */
export interface Annealed {
  readonly annealing: Annealing
  /** E at the end of each of these sweeps. */
  readonly energies: ReadonlyFloat64
}

type Walk = EnergyMemory.EnergyMemory<Driven, State, UnitMemory.Columns>

const walkFrom = (options: Options, sweeps: number): Walk => Glauber.under(options, sweeps)<Driven, State>(units)

/**
 * An annealing that has not begun.
 *
 * Errors: SizeMismatch, EncodingMismatch, NotAPermutation, Unfair
 * Cost:   O(n²)
 */
export const begin =
  (options: Options) =>
  (network: Network) =>
  (state: State): E.Either<HopfieldError, Annealing> => {
    const driven = { network, input: options.input }
    return F.pipe(
      state,
      Glauber.ready('Annealing.begin', options.schedule, 0, driven),
      E.map((checked) => {
        const { energy } = walkFrom(options, 0).open(driven)(checked)
        return {
          state: checked,
          energy,
          best: checked,
          bestEnergy: energy,
          sweeps: 0,
          random: Glauber.start(options),
        }
      }),
    )
  }

/** The better one of the best state so far and the lowest that a sweep has passed. */
const better = (
  driven: Driven,
  walk: Walk,
  best: State,
  bestEnergy: number,
  { session }: Stand<State>,
  record: UnitMemory.Columns,
): Pick<Annealing, 'best' | 'bestEnergy'> => {
  const k = least(record.energies)
  if (!((record.energies[k] ?? Infinity) < bestEnergy)) return { best, bestEnergy }
  const values = Int8Array.from(session.state().data)
  rewind(values, record, k, Tie.lowerOf(driven.network.encoding))
  const state = unsafeState(driven.network)(values)
  const { energy } = walk.open(driven)(state)
  return energy < bestEnergy ? { best: state, bestEnergy: energy } : { best, bestEnergy }
}

/**
 * Some more sweeps of an annealing.
 *
 * Requires: the options and the network with which it began
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (sweeps)
 * Cost:     as `Glauber.walk`; O(n²) for each new best state
 * Laws:     annealing_resume, annealing_best
 */
export const resume =
  ({ sweeps, ...options }: Options & { readonly sweeps: number }) =>
  (network: Network) =>
  (annealing: Annealing): E.Either<HopfieldError, Annealed> => {
    const driven = { network, input: options.input }
    return F.pipe(
      annealing.state,
      Glauber.ready('Annealing.resume', options.schedule, sweeps, driven),
      E.map((state) => {
        const walk = walkFrom(options, annealing.sweeps)
        const energies = new Float64Array(sweeps)
        const opened = { session: walk.open(driven)(state), random: annealing.random }
        const { stand, found } = takeSweeps(
          energies,
          opened,
          { best: annealing.best, bestEnergy: annealing.bestEnergy },
          (known, after, record) => better(driven, walk, known.best, known.bestEnergy, after, record),
        )
        return {
          energies,
          annealing: {
            state: stand.session.state(),
            energy: stand.session.energy,
            ...found,
            sweeps: annealing.sweeps + sweeps,
            random: stand.random,
          },
        }
      }),
    )
  }

/**
 * Anneals a network from a state.
 *
 * Shapes:   start [n], input [n] → states [n], one energy a sweep
 * Errors:   SizeMismatch, EncodingMismatch, NotAPermutation, Unfair, OutOfRange (sweeps)
 * Cost:     as `Glauber.walk`
 * Laws:     annealing_resume, annealing_best, annealing_ground
 * Source:   Kirkpatrick, Gelatt and Vecchi (1983)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { Pattern } from '@engram/associative-memory'
 * import { Annealing, Network, Schedule, Temperature } from '@engram/hopfield'
 *
 * const frustrated = [[0, -1, -1], [-1, 0, -1], [-1, -1, 0]]
 * F.pipe(
 *   E.Do,
 *   E.apS('start', Pattern.bipolar([1, 1, 1])),
 *   E.bindW('temperature', () => Temperature.geometric({ start: 4, ratio: 0.5 })),
 *   E.bindW('network', () => F.pipe(Matrix.fromRows(frustrated), E.chainW(Network.fromWeights({ encoding: 'bipolar' })))),
 *   E.chainW(({ network, start, temperature }) =>
 *     Annealing.anneal({ temperature, schedule: Schedule.shuffled(1), sweeps: 10 })(network)(start),
 *   ),
 *   E.map(({ annealing }) => annealing.bestEnergy),
 * ) // => E.right(-1)
 * ```
 */
export const anneal =
  (options: Options & { readonly sweeps: number }) =>
  (network: Network) =>
  (start: State): E.Either<HopfieldError, Annealed> =>
    F.pipe(start, begin(options)(network), E.chain(resume(options)(network)))
