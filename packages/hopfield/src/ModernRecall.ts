/**
 * Letting a modern Hopfield network run until it rests.
 *
 * Definitions: a sweep is one update y ← f(y); the state rests when it moves by no more than a tolerance. Continuous
 *              memories are energy memories, so that runs and censuses apply to them.
 * Convention:  distances are Euclidean, in the units of the patterns. Nothing ever cycles, because the energy falls:
 *              two states count as the same in a census when they are closer than `closeness`, not bit by bit.
 * Laws:        modern_recall
 * References:  Ramsauer et al. (2020), theorems 1 and 2: the energy converges, and so do the states.
 */
import { either as E, function as F } from 'fp-ts'
import { Run, type EnergyMemory } from '@engram/associative-memory'
import { Random, Vector } from '@engram/linalg'
import * as Attend from './attend.js'
import { outOfRange, type HopfieldError } from './HopfieldError.js'
import { distance } from './kernels/distance.js'
import type { Modern } from './Modern.js'

/** What one update did. */
export interface Step {
  /** How far the state moved. */
  readonly change: number
  /** How much each pattern counted in it. */
  readonly weights: Vector.Vector
}

export interface Precision {
  /** A state that moves no further than this rests. */
  readonly tolerance: number
  /** States closer to each other than this are the same in a census; 2⁻²⁰ by default. */
  readonly closeness?: number
}

/** Modern Hopfield networks as an instance of the algebra of memories: a sweep is one update. Cost: O(P·n) a sweep */
export const walk = ({
  closeness = 2 ** -20,
  tolerance,
}: Precision): EnergyMemory.EnergyMemory<Modern, Vector.Vector, Step> => ({
  deterministic: false,
  random: Random.fromSeed(0),
  equals: (a, b) => a.length === b.length && distance(a.data, b.data, a.length) <= closeness,
  open: (memory) => (start) => {
    const halfSquare = Attend.halfSquare(memory)
    const at = (y: Vector.Vector): EnergyMemory.Session<Vector.Vector, Step> => {
      const scores = Attend.scores(memory, y)
      return {
        energy: Attend.energy(memory, y, scores, halfSquare),
        state: () => Vector.unsafeFromFloat64(new Float64Array(y.data)),
        sweep: (random) => {
          const weights = Attend.weights(memory, scores)
          const next = Attend.mean(memory, memory.keys, y)
          const change = distance(next.data, y.data, y.length)
          return {
            session: at(next),
            random,
            rests: change <= tolerance,
            moved: change > 0,
            record: { change, weights },
          }
        },
      }
    }
    return at(start)
  },
})

export interface Options {
  /** A state that moves no further than this rests; 2⁻⁴⁰ of the largest norm of a pattern by default. */
  readonly tolerance?: number
  /** 1000 by default. */
  readonly maxSweeps?: number
}

export interface Recall extends Run.Run<Vector.Vector, Step> {
  /** How much each pattern counts for the state in the end. */
  readonly weights: Vector.Vector
  /** What these weights make of the values. */
  readonly answer: Vector.Vector
}

const allowed = ({ maxSweeps = 1000, tolerance = 0 }: Options): E.Either<HopfieldError, number> => {
  if (!(tolerance >= 0))
    return E.left(outOfRange('ModernRecall.recall (tolerance)', 'a distance of 0 or more', tolerance))
  return Number.isInteger(maxSweeps) && maxSweeps >= 0
    ? E.right(maxSweeps)
    : E.left(outOfRange('ModernRecall.recall (maxSweeps)', 'a natural number', maxSweeps))
}

/**
 * Runs a state until it rests or runs out of sweeps, and reads the answer there.
 *
 * Formula:  y ← f(y); then Vᵀ softmax(β X y)
 * Shapes:   start [n] → state [n], weights [P], answer [m]
 * Errors:   SizeMismatch, OutOfRange (tolerance, maxSweeps, a start that is not finite or overflows)
 * Cost:     O(P·n) a sweep
 * Numerics: the energies never rise by more than they are rounded
 * Laws:     modern_recall
 * Source:   Ramsauer et al. (2020), theorem 1; the states in between are always made of the patterns, as in theirs
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Matrix, Vector } from '@engram/linalg'
 * import { Modern, ModernRecall } from '@engram/hopfield'
 *
 * F.pipe(
 *   E.Do,
 *   E.apS('patterns', Matrix.fromRows([[4, 0], [0, 4], [-4, 0]])),
 *   E.apS('query', Vector.fromArray([3, 1])),
 *   E.bindW('memory', ({ patterns }) => Modern.make({ beta: 8 })(patterns)),
 *   E.chainW(({ memory, query }) => ModernRecall.recall({})(memory)(query)),
 *   E.map(({ outcome, sweeps, weights }) => [outcome._tag, sweeps, Vector.toArray(weights).map(Math.round)]),
 * ) // => E.right(['FixedPoint', 2, [1, 0, 0]])
 * ```
 */
export const recall =
  (options: Options) =>
  (memory: Modern) =>
  (start: Vector.Vector): E.Either<HopfieldError, Recall> =>
    F.pipe(
      start,
      Attend.fit('ModernRecall.recall', memory),
      E.chain(() => allowed(options)),
      E.map((maxSweeps) => {
        const { tolerance = 2 ** -40 * Math.sqrt(2 * (Attend.halfSquare(memory) ?? 0)) } = options
        const told = Run.run(maxSweeps)(walk({ tolerance }))(memory)(start)
        const weights = Attend.weights(memory, Attend.scores(memory, told.state))
        return { ...told, weights, answer: Attend.mean(memory, memory.values, told.state) }
      }),
    )
