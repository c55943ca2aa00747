/**
 * The dynamics of `Glauber` as a Markov chain over all states: with which probability each state follows each other one.
 *
 * Definitions: P(s → t), rows s and columns t, for one of four steps: `OneUnit` asks a given unit, `AnyUnit` one that is
 *              drawn, `Sweep` all units in a given order, `AllAtOnce` all in the same state. A distribution π is stationary if
 *              πP = π; detailed balance, π(s) P(s → t) = π(t) P(t → s), is more than that.
 * Convention:  a state is numbered by its bits, up = 1, the first unit most significant.
 * Laws:        glauber_detailed_balance, glauber_stationary, little_stationary, glauber_sample
 * References:  Glauber (1963); Little (1974); Peretto (1984) for the distribution of `AllAtOnce`.
 */
import { either as E, function as F } from 'fp-ts'
import { Schedule, Tie } from '@engram/associative-memory'
import { Matrix, type Vector } from '@engram/linalg'
import { chance, chanceToStay, type Rule } from './Glauber.js'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { addUnit, allUnits, thenUnit } from './kernels/chain.js'
import { tabulateRises } from './kernels/chance.js'
import { units } from './machine.js'
import type { Network } from './Network.js'

export interface OneUnit {
  readonly _tag: 'OneUnit'
  readonly unit: number
}

export interface AnyUnit {
  readonly _tag: 'AnyUnit'
}

export interface Sweep {
  readonly _tag: 'Sweep'
  readonly order: ReadonlyArray<number>
}

export interface AllAtOnce {
  readonly _tag: 'AllAtOnce'
}

export type Step = OneUnit | AnyUnit | Sweep | AllAtOnce

/** Asks this unit. */
export const oneUnit = (unit: number): Step => ({ _tag: 'OneUnit', unit })

/** Asks a unit that is drawn from all: Glauber's dynamics. */
export const anyUnit: Step = { _tag: 'AnyUnit' }

/** Asks every unit once, in this order: Gibbs sampling. */
export const sweep = (order: ReadonlyArray<number>): Step => ({ _tag: 'Sweep', order })

/** Asks all units in the same state: Little's dynamics. */
export const allAtOnce: Step = { _tag: 'AllAtOnce' }

export interface Options {
  readonly temperature: number
  readonly step: Step
  /** `heat-bath` by default. */
  readonly rule?: Rule
}

/** The largest network whose chain is written down: 2¹⁰ states, 2²⁰ probabilities. */
export const maxUnits = 10

const range = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

const stepOf =
  (operation: string, size: number) =>
  (step: Step): E.Either<HopfieldError, Step> =>
    step._tag === 'Sweep'
      ? F.pipe(
          Schedule.fitting(size)(Schedule.ordered(step.order)),
          E.map(() => step),
        )
      : step._tag === 'OneUnit' && !range(size).includes(step.unit)
        ? E.left(outOfRange(`${operation} (unit)`, `a unit from 0 to ${size - 1}`, step.unit))
        : E.right(step)

/**
 * The probabilities P(s → t) of one step.
 *
 * Shapes: [2ⁿ, 2ⁿ], each row a distribution
 * Errors: OutOfRange (more than 10 units, a negative temperature, no such unit), NotAPermutation, SizeMismatch (input)
 * Cost:   O(2ⁿ·n) numbers other than 0 for `OneUnit` and `AnyUnit`, O(4ⁿ·n) for the others
 * Laws:   glauber_detailed_balance, glauber_stationary, little_stationary
 * Source: Glauber (1963), eq. 5
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix } from '@engram/linalg'
 * import { GlauberChain, Network } from '@engram/hopfield'
 *
 * F.pipe(
 *   Matrix.fromRows([[0, 0], [0, 0]]),
 *   E.chainW(Network.fromWeights({ encoding: 'bipolar' })),
 *   E.chainW(GlauberChain.transitions({ temperature: 1, step: GlauberChain.anyUnit })),
 *   E.map((chain) => Matrix.toRows(chain)[0]),
 * ) // => E.right([0.5, 0.25, 0.25, 0])
 * ```
 */
export const transitions =
  ({ temperature, step, rule = 'heat-bath' }: Options, input?: Vector.Vector) =>
  (network: Network): E.Either<HopfieldError, Matrix.Matrix> => {
    const operation = 'GlauberChain.transitions'
    const { size } = network
    if (size > maxUnits) return E.left(outOfRange(operation, `at most ${maxUnits} units`, size))
    if (!(temperature >= 0))
      return E.left(outOfRange(`${operation} (temperature)`, 'a temperature of 0 or more', temperature))
    if (input !== undefined && input.length !== size)
      return E.left(sizeMismatch(`${operation} (input)`, size, input.length))
    return F.pipe(
      step,
      stepOf(operation, size),
      E.map((checked) => {
        const states = 2 ** size
        const lower = Tie.lowerOf(network.encoding)
        const rises = new Float64Array(states * size)
        tabulateRises(rises, units.machine({ network, input })(new Int8Array(size).fill(lower)), lower)
        return Matrix.unsafeFromFloat64(states, states)(chainOf(checked, rises, size, rule, temperature))
      }),
    )
  }

const chainOf = (step: Step, rises: Float64Array, n: number, rule: Rule, temperature: number): Float64Array => {
  const odds = { turns: chance(rule, temperature), stays: chanceToStay(rule, temperature) }
  const states = 2 ** n
  const p = new Float64Array(states * states)
  switch (step._tag) {
    case 'OneUnit':
      addUnit(p, rises, n, step.unit, odds, 1)
      return p
    case 'AnyUnit':
      range(n).forEach((unit) => addUnit(p, rises, n, unit, odds, 1 / n))
      return p
    case 'Sweep': {
      const identity = Float64Array.from(Matrix.identity(states).data)
      step.order.forEach((unit) => thenUnit(identity, identity, rises, n, unit, odds))
      return identity
    }
    case 'AllAtOnce':
      allUnits(p, rises, n, odds)
      return p
  }
}

/**
 * A distribution over the states after a number of steps.
 *
 * Formula: pPᵏ
 * Errors:  SizeMismatch, OutOfRange (steps)
 * Cost:    O(4ⁿ) a step
 */
export const after =
  (steps: number) =>
  (chain: Matrix.Matrix) =>
  (distribution: Vector.Vector): E.Either<HopfieldError, Vector.Vector> => {
    const operation = 'GlauberChain.after'
    const { rows } = chain
    if (rows !== distribution.length) return E.left(sizeMismatch(operation, rows, distribution.length))
    if (!(Number.isSafeInteger(steps) && steps >= 0))
      return E.left(outOfRange(`${operation} (steps)`, 'a natural number', steps))
    const once = E.chain(Matrix.vecMat(chain))
    return F.pipe(
      Array.from({ length: steps }).reduce<ReturnType<typeof once>>((p) => once(p), E.right(distribution)),
      E.mapLeft(() => sizeMismatch(operation, rows, chain.cols)),
    )
  }
