/**
 * Graded networks in time: running down the energy until they rest, or for a given time.
 *
 * Definitions: steps are those of `DormandPrince`, as long as the estimate of their error allows. `settle` takes no step
 *              that would raise the energy, and stops where nothing pulls any more; `trajectory` tells the state at given
 *              times.
 * Laws:        graded_settle, graded_energy_le, graded_high_gain, graded_low_gain
 * References:  Hopfield (1984); Dormand and Prince (1980); Gustafsson (1991) for the control of steps.
 */
import { chainRec, either as E, function as F } from 'fp-ts'
import { Pattern, Run, type EnergyMemory } from '@engram/associative-memory'
import { Random, Vector, type ReadonlyFloat64 } from '@engram/linalg'
import { fitting, symmetric, unsafeEnergy, type Graded } from './Graded.js'
import {
  attempts,
  controlled,
  isAtRest,
  placeAt,
  residualOf,
  roundingOf,
  take,
  tolerances,
  wayOf,
  type Control,
  type Place,
} from './gradedSteps.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'

export type { Control } from './gradedSteps.js'

/** What a step did. */
export interface Step {
  /** The time after it. */
  readonly time: number
  readonly length: number
  /** maxᵢ |−uᵢ + Σⱼ wᵢⱼVⱼ + Iᵢ| after it. */
  readonly residual: number
  /** How many longer steps were tried before. */
  readonly rejected: number
}

/**
 * Graded networks as an instance of the algebra of memories: a sweep is one step that does not raise the energy.
 *
 * Requires: symmetric weights
 * Numerics: the energy may seem to rise by what its own sum is rounded by: (4n + 16) 2⁻⁵³ times the size of its terms
 * Laws:     graded_settle
 */
export const descent = (control: Control): EnergyMemory.EnergyMemory<Graded, Vector.Vector, Step> => ({
  // The length of a step depends on the one before, so that a state does not determine the next.
  deterministic: false,
  random: Random.fromSeed(0),
  equals: Pattern.equalComponents,
  open: (graded) => {
    const way = wayOf(graded, tolerances(control))
    const rounding = roundingOf(graded)
    const slack = (4 * graded.size + 16) * 2 ** -53
    return (start) => {
      const at = (place: Place, energy: number): EnergyMemory.Session<Vector.Vector, Step> => ({
        energy,
        state: () => Vector.unsafeFromFloat64(Float64Array.from(place.u)),
        sweep: (random) => {
          const still = (residual: number, rejected: number) => ({
            session: at(place, energy),
            random,
            rests: true,
            moved: false,
            record: { time: place.time, length: 0, residual, rejected },
          })
          if (isAtRest(way, place, rounding)) return still(residualOf(way, place), 0)
          const taken = take(way, (u) => {
            const there = unsafeEnergy(graded, u)
            return there.energy <= energy + slack * there.magnitude ? there.energy : undefined
          })(place, Infinity)
          if (taken === undefined) return still(residualOf(way, place), attempts)
          const { place: next, found, length, rejected } = taken
          return {
            session: at(next, found),
            random,
            rests: isAtRest(way, next, rounding),
            moved: true,
            record: { time: next.time, length, residual: residualOf(way, next), rejected },
          }
        },
      })
      return at(placeAt(way, start.data), unsafeEnergy(graded, start.data).energy)
    }
  },
})

export type Settled = Run.Run<Vector.Vector, Step>

const countOf =
  (operation: string) =>
  (count: number): E.Either<HopfieldError, number> =>
    Number.isSafeInteger(count) && count >= 0
      ? E.right(count)
      : E.left(outOfRange(`${operation} (maxSteps)`, 'a natural number', count))

/**
 * Runs a network down its energy until it rests.
 *
 * Shapes:   u [n] → u [n], one record a step
 * Errors:   SizeMismatch, OutOfRange (weights that are not symmetric, tolerances, maxSteps)
 * Cost:     six evaluations of O(n²) a step, and one of the energy
 * Numerics: the residual |−u + WV + I| is at most `rest` · max(1, |u|), up to rounding
 * Laws:     graded_settle, graded_high_gain, graded_low_gain
 * Source:   Hopfield (1984)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Gain, Graded, GradedFlow } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.bindW('weights', () => Matrix.fromRows([[0, 1], [1, 0]])),
 *   E.bindW('gain', () => Gain.make('tanh')(1.4)),
 *   E.bindW('network', ({ weights, gain }) => Graded.make({ gain })(weights)),
 *   E.bindW('start', () => Vector.fromArray([0.3, -0.1])),
 *   E.chainW(({ network, start }) => GradedFlow.settle({})(network)(start)),
 *   E.map(({ outcome, state }) => [outcome._tag, Vector.toArray(state).map((u) => u.toFixed(6))]),
 * ) // => E.right(['FixedPoint', ['0.814529', '0.814529']])
 * ```
 */
export const settle =
  ({ control = {}, maxSteps = 10_000 }: { readonly control?: Control; readonly maxSteps?: number }) =>
  (graded: Graded) =>
  (start: Vector.Vector): E.Either<HopfieldError, Settled> => {
    const operation = 'GradedFlow.settle'
    return F.pipe(
      start,
      fitting(operation, graded),
      E.chainFirst(() => symmetric(operation)(graded)),
      E.chainFirst(() => controlled(operation)(control)),
      E.chainFirst(() => countOf(operation)(maxSteps)),
      E.map(Run.run(maxSteps)(descent(control))(graded)),
    )
  }

/** The states at given times. */
export interface Trajectory {
  /** `Exhausted` if the steps were used up: later times are missing. */
  readonly outcome: 'Reached' | 'Exhausted'
  readonly times: ReadonlyArray<number>
  readonly states: ReadonlyArray<Vector.Vector>
  readonly energies: ReadonlyArray<number>
  readonly steps: number
}

const rising = (times: ReadonlyArray<number>): E.Either<HopfieldError, ReadonlyArray<number>> => {
  const odd = times.find((time, k) => !(time >= (times[k - 1] ?? 0) && time < Infinity))
  return odd === undefined
    ? E.right(times)
    : E.left(outOfRange('GradedFlow.trajectory (times)', 'times that rise from 0', odd))
}

interface Progress {
  readonly place: Place
  readonly reached: ReadonlyArray<ReadonlyFloat64>
  readonly steps: number
}

/**
 * The states of a network at given times, the first of which may be 0.
 *
 * Shapes:   u [n], T times → T states [n]
 * Requires: nothing of the weights: without symmetry the energies that are told may rise
 * Errors:   SizeMismatch, OutOfRange (times, tolerances, maxSteps)
 * Cost:     six evaluations of O(n²) a step
 * Laws:     graded_energy_le
 * Source:   Hopfield (1984), eq. 5
 */
export const trajectory =
  ({ control = {}, maxSteps = 10_000 }: { readonly control?: Control; readonly maxSteps?: number }) =>
  (graded: Graded) =>
  (times: ReadonlyArray<number>) =>
  (start: Vector.Vector): E.Either<HopfieldError, Trajectory> => {
    const operation = 'GradedFlow.trajectory'
    return F.pipe(
      start,
      fitting(operation, graded),
      E.chainFirst(() => rising(times)),
      E.chainFirst(() => countOf(operation)(maxSteps)),
      E.chain(() => controlled(operation)(control)),
      E.map((checked) => {
        const way = wayOf(graded, checked)
        const onwards = take(way, () => true)
        const { reached, steps } = chainRec.tailRec<Progress, Progress>(
          { place: placeAt(way, start.data), reached: [], steps: 0 },
          (progress) => {
            const { place, reached, steps } = progress
            const due = times[reached.length]
            if (due === undefined) return E.right(progress)
            const left = due - place.time
            if (left <= 0) return E.left({ ...progress, reached: [...reached, place.u] })
            const taken = steps < maxSteps ? onwards(place, left) : undefined
            if (taken === undefined) return E.right(progress)
            const time = taken.length >= left ? due : taken.place.time
            const wish = taken.length >= left ? Math.max(place.wish, taken.place.wish) : taken.place.wish
            return E.left({ reached, steps: steps + 1, place: { ...taken.place, time, wish } })
          },
        )
        return {
          outcome: reached.length === times.length ? 'Reached' : 'Exhausted',
          times: times.slice(0, reached.length),
          states: reached.map((u) => Vector.unsafeFromFloat64(Float64Array.from(u))),
          energies: reached.map((u) => unsafeEnergy(graded, u).energy),
          steps,
        }
      }),
    )
  }
