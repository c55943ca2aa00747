/**
 * Dense memories in plain arrays: generators, and this package's own answers.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Schedule } from '@engram/associative-memory'
import { Arbitraries } from '@engram/associative-memory/laws'
import { Vector } from '@engram/linalg'
import * as DenseMemory from '../DenseMemory.js'
import { exponential, exponentialAt, polynomial, rectified, type Interaction } from '../Interaction.js'
import type { Encoding, Tie } from '../Network.js'
import type { DenseInstance } from '../reference/dense.js'
import { refusedRun, stateOf, toRun, type Run } from './adapters.js'
import type { Numbers } from './arbitraries.js'
import { asynchronous } from './running.js'

export type DenseEnergy = (instance: DenseInstance, y: Numbers) => number
export type DenseField = (instance: DenseInstance, y: Numbers, unit: number) => number
export type DenseUpdate = (instance: DenseInstance, y: Numbers, unit: number) => Numbers
export type DenseRun = (instance: DenseInstance, schedule: Schedule.Schedule, y: Numbers) => Run

/** Which memories to generate. */
export interface DenseFreedom {
  readonly interactions?: ReadonlyArray<Interaction>
  readonly encodings?: ReadonlyArray<Encoding>
  readonly ties?: ReadonlyArray<Tie>
  readonly minUnits?: number
  readonly maxUnits?: number
  readonly maxPatterns?: number
}

export const powers: ReadonlyArray<Interaction> = [2, 3, 4, 5, 6].flatMap((a) => [polynomial(a), rectified(a)])

/** Inverse temperatures below 1, of 1, and above. */
export const exponentials: ReadonlyArray<Interaction> = [exponentialAt(0.25), exponential, exponentialAt(2)]

export const every: ReadonlyArray<Interaction> = [...powers, ...exponentials]

export const instance = (freedom: DenseFreedom = {}): fc.Arbitrary<readonly [DenseInstance, Numbers]> =>
  fc
    .tuple(
      fc.integer({ min: freedom.minUnits ?? 1, max: freedom.maxUnits ?? 6 }),
      fc.constantFrom(...(freedom.interactions ?? every)),
      fc.constantFrom<Encoding>(...(freedom.encodings ?? ['bipolar', 'binary'])),
      fc.constantFrom<Tie>(...(freedom.ties ?? ['keep', 'up', 'down', 'flip'])),
    )
    .chain(([n, interaction, encoding, tie]) =>
      fc.tuple(
        Arbitraries.patterns(encoding)(n, freedom.maxPatterns ?? 9).map((patterns): DenseInstance => ({
          interaction,
          encoding,
          tie,
          patterns,
        })),
        Arbitraries.values(encoding)(n),
      ),
    )

export const instanceAndUnit = (freedom: DenseFreedom = {}): fc.Arbitrary<readonly [DenseInstance, Numbers, number]> =>
  instance(freedom).chain(([dense, y]) =>
    fc.tuple(fc.constant(dense), fc.constant(y), fc.integer({ min: 0, max: y.length - 1 })),
  )

/** A memory, any schedule for it, and a state. */
export const scheduled = (freedom: DenseFreedom) =>
  instance(freedom).chain(([dense, y]) =>
    fc.tuple(fc.constant(dense), fc.oneof(asynchronous(y.length), fc.constant(Schedule.synchronous)), fc.constant(y)),
  )

/** Far more than a handful of units needs to rest, and few enough for those that never do. */
export const maxSweeps = 100

/** The memory of this package. */
export const memoryOf = ({ interaction, encoding, tie, patterns }: DenseInstance) =>
  DenseMemory.fromPatterns({ interaction, tie })(patterns.map((pattern) => stateOf(encoding, pattern)))

export const denseEnergy: DenseEnergy = (dense, y) =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseMemory.energy(memory)(stateOf(dense.encoding, y))),
    E.getOrElse(() => NaN),
  )

export const denseField: DenseField = (dense, y, unit) =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseMemory.localFields(memory)(stateOf(dense.encoding, y))),
    E.match(
      () => NaN,
      (fields) => Vector.toArray(fields)[unit] ?? NaN,
    ),
  )

export const denseRun: DenseRun = (dense, schedule, y) =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseMemory.recall({ schedule, maxSweeps })(memory)(stateOf(dense.encoding, y))),
    E.match(() => refusedRun, toRun),
  )

export const denseUpdate: DenseUpdate = (dense, y, unit) => {
  const others = Array.from(y.keys()).filter((i) => i !== unit)
  const { updates } = denseRun(dense, { _tag: 'Ordered', order: [unit, ...others] }, y)
  const low = dense.encoding === 'bipolar' ? -1 : 0
  return y.map((value, i) => (i === unit && updates[0]?.flipped === true ? low + 1 - value : value))
}

export const denseIsFixedPoint = (dense: DenseInstance, y: Numbers): boolean =>
  F.pipe(
    memoryOf(dense),
    E.chain((memory) => DenseMemory.isFixedPoint(memory)(stateOf(dense.encoding, y))),
    E.getOrElse(() => false),
  )
