/**
 * What else a network has learnt: all of its fixed points, by kind.
 *
 * Definitions: a census names every fixed point as `Stored`, `Reversed`, `Mixture` or `Spurious` (`Verdict`): each is of
 *              one kind. Up to 20 units all 2ⁿ states are tried; of more units, runs from random states are sampled, and
 *              the shares of their ends come with Wilson's intervals of 95 %.
 * Convention:  states are numbered as in `TransitionGraph`.
 * Laws:        spurious_census_eq, spurious_census_kinds, spurious_sample, isFixedPoint_of_mixture3, isFixedPoint_neg
 * References:  Amit, Gutfreund and Sompolinsky (1985); Vitay, *Hopfield networks*, "Spurious patterns".
 */
import { either as E, function as F, option as O, state as S } from 'fp-ts'
import { Census, UnitMemory, Verdict } from '@engram/associative-memory'
import { Matrix, Random, type Vector } from '@engram/linalg'
import { outOfRange, sizeMismatch, type HopfieldError } from './HopfieldError.js'
import { restingStates } from './kernels/walk.js'
import { units, type Driven } from './machine.js'
import type { Network, State } from './Network.js'
import { biasesOf, quantumOf, scaledWeights, unscaled } from './quantum.js'
import { randomRun } from './randomRun.js'
import * as TransitionGraph from './TransitionGraph.js'

/** A fixed point. */
export interface Found {
  /** Its number. */
  readonly state: number
  readonly energy: number
  readonly kind: Verdict.Kind
}

/** How many fixed points there are of each kind. */
export type Counts = { readonly [Tag in Verdict.Kind['_tag']]: number }

export interface Spurious {
  /** How many states were tried: all 2ⁿ. */
  readonly states: number
  /** By the number of the state. */
  readonly found: ReadonlyArray<Found>
  readonly counts: Counts
}

/** A fixed point, and how many states it can be reached from by updates of single units. */
export interface Basin extends Found {
  readonly basin: number
}

/** The largest network of which all states are tried. */
export const maxUnits = 20

const fits = (operation: string, { network, input }: Driven, most: number): E.Either<HopfieldError, Driven> => {
  const { size } = network
  if (size > most) return E.left(outOfRange(operation, `at most ${most} units`, size))
  return input === undefined || input.length === size
    ? E.right({ network, input })
    : E.left(sizeMismatch(`${operation} (input)`, size, input.length))
}

/** States in which no field is against its unit, as far as rounding lets one see. */
const candidates = (network: Network, biases: Float64Array, exact: boolean): Uint32Array => {
  const { size, encoding } = network
  const rows = scaledWeights(network)
  const columns = Matrix.transpose(Matrix.unsafeFromFloat64(size, size)(rows)).data
  const rowOf = (unit: number): Float64Array => rows.subarray(unit * size, (unit + 1) * size)
  const lower = encoding === 'bipolar' ? -1 : 0
  // 2ⁿ additions at most, each of them rounded once.
  const roundings = exact ? 0 : 2 ** (size - 51)
  const states = new Uint32Array(2 ** size)
  const count = restingStates(states, {
    columns,
    fields: Float64Array.from(biases, (bias, unit) => rowOf(unit).reduce((sum, w) => sum + lower * w, 0) + bias),
    change: 1 - lower,
    slack: Float64Array.from(
      biases,
      (bias, unit) => roundings * rowOf(unit).reduce((sum, w) => sum + Math.abs(w), Math.abs(bias)),
    ),
  })
  return states.slice(0, count).toSorted()
}

const fixedPoints = ({ network, input }: Driven): ReadonlyArray<number> => {
  const plain = unscaled(network, input)
  const biases = biasesOf(network, input)
  const exact = O.isSome(quantumOf([...scaledWeights(plain), ...biases]))
  const states = Array.from(candidates(plain, biases, exact))
  const machine = units.machine({ network, input })
  const valuesOf = TransitionGraph.stateAt(network)
  return exact && network.tie === 'keep'
    ? states
    : states.filter((state) => UnitMemory.rests(machine(Int8Array.from(valuesOf(state).data))))
}

const countsOf = (found: ReadonlyArray<Found>): Counts => {
  const count = (tag: Verdict.Kind['_tag']): number => found.filter(({ kind }) => kind._tag === tag).length
  return {
    Stored: count('Stored'),
    Reversed: count('Reversed'),
    Mixture: count('Mixture'),
    Spurious: count('Spurious'),
  }
}

/**
 * Every fixed point of a network of up to 20 units, by kind.
 *
 * Errors:   OutOfRange (more than 20 units), SizeMismatch (input)
 * Cost:     O(2ⁿ·n) additions, one unit turned over between two states; a second for 20 units at most, and one
 *           classification a fixed point
 * Numerics: every fixed point is decided as recall decides it
 * Laws:     spurious_census_eq, spurious_census_kinds
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Spurious } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.traverseArray(Pattern.bipolar)([
 *     [1, 1, 1, 1, -1, -1, -1, -1],
 *     [1, 1, -1, -1, 1, 1, -1, -1],
 *     [1, -1, 1, -1, 1, -1, 1, -1],
 *   ]),
 *   E.bindTo('patterns'),
 *   E.bindW('network', ({ patterns }) => Network.fromPatterns({})(patterns)),
 *   E.chainW(({ patterns, network }) => Spurious.census(patterns)(network)),
 *   E.map(({ counts }) => counts),
 * ) // => E.right({ Stored: 3, Reversed: 3, Mixture: 8, Spurious: 0 })
 * ```
 */
export const census =
  (patterns: ReadonlyArray<State>) =>
  (network: Network, input?: Vector.Vector): E.Either<HopfieldError, Spurious> =>
    F.pipe(
      fits('Spurious.census', { network, input }, maxUnits),
      E.map((driven) => {
        const machine = units.machine(driven)
        const kindOf = Verdict.ofState(patterns)
        const found = fixedPoints(driven).map((state): Found => {
          const values = TransitionGraph.stateAt(network)(state)
          return { state, energy: machine(Int8Array.from(values.data)).energy(), kind: kindOf(values) }
        })
        return { states: 2 ** network.size, found, counts: countsOf(found) }
      }),
    )

/**
 * The same with the number of states from which each fixed point can be reached.
 *
 * Errors: OutOfRange (more than 16 units), SizeMismatch (input)
 * Cost:   that of the transition graph, and of one basin a fixed point
 * Laws:   spurious_census_eq
 */
export const basins =
  (patterns: ReadonlyArray<State>) =>
  (network: Network, input?: Vector.Vector): E.Either<HopfieldError, ReadonlyArray<Basin>> =>
    F.pipe(
      fits('Spurious.basins', { network, input }, TransitionGraph.maxUnits),
      E.chain(() => TransitionGraph.make(input)(network)),
      E.map((graph) => {
        const kindOf = Verdict.ofState(patterns)
        return graph.fixedPoints.map((state) => ({
          state,
          energy: graph.energies[state] ?? NaN,
          kind: kindOf(TransitionGraph.stateAt(network)(state)),
          basin: TransitionGraph.basin(graph)([state]).length,
        }))
      }),
    )

/** How many runs ended so, and what share of all. */
export interface Share {
  readonly count: number
  readonly share: number
  /** Wilson's, of 95 %. */
  readonly interval: readonly [number, number]
}

/** What became of runs from random states. */
export interface Sample {
  readonly runs: number
  readonly ends: { readonly [Tag in Verdict.Verdict['_tag']]: Share }
}

export interface Sampling {
  readonly seed: number
  readonly runs: number
  /** 1000 by default. */
  readonly maxSweeps?: number
}

const sharesOf = (verdicts: ReadonlyArray<Verdict.Verdict>): Sample['ends'] => {
  const runs = verdicts.length
  const share = (tag: Verdict.Verdict['_tag']): Share => {
    const count = verdicts.filter(({ _tag }) => _tag === tag).length
    return { count, share: runs === 0 ? 0 : count / runs, interval: Census.wilson(1.96)(count, runs) }
  }
  return {
    Stored: share('Stored'),
    Reversed: share('Reversed'),
    Mixture: share('Mixture'),
    Spurious: share('Spurious'),
    Cycle: share('Cycle'),
    Exhausted: share('Exhausted'),
  }
}

const natural = (operation: string, value: number): E.Either<HopfieldError, number> =>
  Number.isInteger(value) && value >= 0 ? E.right(value) : E.left(outOfRange(operation, 'a natural number', value))

/**
 * Where runs from random states end, one unit at a time in fresh random orders.
 *
 * Errors:   OutOfRange (runs, maxSweeps), SizeMismatch (input)
 * Cost:     one run a start
 * Numerics: the same seed gives the same sample on every platform
 * Laws:     spurious_sample
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Pattern } from '@engram/associative-memory'
 * import { Network, Spurious } from '@engram/hopfield'
 *
 * F.pipe(
 *   Pattern.bipolar([1, 1, 1, -1]),
 *   E.bindTo('stored'),
 *   E.bindW('network', ({ stored }) => Network.fromPatterns({})([stored])),
 *   E.chainW(({ stored, network }) => Spurious.sample({ seed: 1, runs: 100 })([stored])(network)),
 *   E.map(({ ends }) => ends.Stored.count + ends.Reversed.count),
 * ) // => E.right(100)
 * ```
 */
export const sample =
  ({ seed, runs, maxSweeps = 1000 }: Sampling) =>
  (patterns: ReadonlyArray<State>) =>
  (network: Network, input?: Vector.Vector): E.Either<HopfieldError, Sample> =>
    F.pipe(
      E.Do,
      E.apS('driven', fits('Spurious.sample', { network, input }, Infinity)),
      E.apS('count', natural('Spurious.sample (runs)', runs)),
      E.apS('sweeps', natural('Spurious.sample (maxSweeps)', maxSweeps)),
      E.map(({ driven, count, sweeps }) => {
        const end = S.map(Verdict.ofRecall(patterns))(randomRun(driven, sweeps))
        const [verdicts] = S.sequenceArray(Array.from({ length: count }, () => end))(Random.fromSeed(seed))
        return { runs: count, ends: sharesOf(verdicts) }
      }),
    )
