/**
 * Energy wells in plain arrays, and generators of them.
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Vector } from '@engram/linalg'
import * as EnergyWell from '../EnergyWell.js'
import { toArray } from '../Pattern.js'
import * as WellBasin from '../WellBasin.js'
import type { Numbers, Rows } from './arbitraries.js'

/** A memory in plain arrays. */
export interface Wells {
  readonly shape: EnergyWell.Shape
  readonly patterns: Rows
  readonly levels: Numbers
}

export interface Landscape {
  readonly energy: (wells: Wells, x: Numbers) => number
  readonly gradient: (wells: Wells, x: Numbers) => Numbers
}

/** The energies along a descent, where it ended, and the patterns whose label was read. */
export interface Descended {
  readonly energies: Numbers
  readonly state: Numbers
  readonly patterns: Numbers
}

export type Descend = (wells: Wells, probe: Numbers) => Descended

const vector = (x: Numbers): Vector.Vector => Vector.unsafeFromFloat64(Float64Array.from(x))

const memoryOf = ({ shape, patterns, levels }: Wells) =>
  EnergyWell.make(shape)(patterns.map((pattern, p) => ({ pattern: vector(pattern), level: levels[p] ?? 0 })))

export const landscape: Landscape = {
  energy: (wells, x) =>
    F.pipe(
      memoryOf(wells),
      E.chain((memory) => EnergyWell.energy(memory)(vector(x))),
      E.getOrElse(() => NaN),
    ),
  gradient: (wells, x) =>
    F.pipe(
      memoryOf(wells),
      E.chain((memory) => EnergyWell.gradient(memory)(vector(x))),
      E.match(() => [], toArray),
    ),
}

export const descend: Descend = (wells, probe) =>
  F.pipe(
    memoryOf(wells),
    E.chain((memory) => EnergyWell.label(2000)(memory)(vector(probe))),
    E.match(
      () => ({ energies: [], state: [], patterns: [] }),
      ({ run, patterns }) => ({ energies: run.energies, state: toArray(run.state), patterns }),
    ),
  )

export const exactly = <A>(arbitrary: fc.Arbitrary<A>, length: number): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.array(arbitrary, { minLength: length, maxLength: length })

/** All three shapes, wide and narrow. */
export const shapes = fc.constantFrom<EnergyWell.Shape>(
  { _tag: 'inverse-distance', curvature: 1 },
  { _tag: 'inverse-distance', curvature: 8 },
  { _tag: 'gaussian', width: 1 },
  { _tag: 'gaussian', width: 0.25 },
  { _tag: 'log-sum-exp', beta: 1 },
  { _tag: 'log-sum-exp', beta: 16 },
)

/** Different patterns on a grid of spacing 1, more of them than components, with levels −1, −2 or −3. */
export const wellsOf = (shape: fc.Arbitrary<EnergyWell.Shape>): fc.Arbitrary<Wells> =>
  fc.tuple(shape, fc.integer({ min: 1, max: 3 })).chain(([chosen, n]) =>
    fc
      .uniqueArray(exactly(fc.integer({ min: -2, max: 2 }), n), {
        minLength: 1,
        maxLength: 6,
        selector: (pattern) => pattern.join(),
      })
      .chain((patterns) =>
        exactly(fc.constantFrom(-1, -2, -3), patterns.length).map((levels) => ({ shape: chosen, patterns, levels })),
      ),
  )

export const somewhere = (wells: Wells): fc.Arbitrary<Numbers> =>
  exactly(
    fc.integer({ min: -160, max: 160 }).map((k) => k / 64 + 1 / 128),
    wells.patterns[0]?.length ?? 1,
  )

export const wellsAndPlace = wellsOf(shapes).chain((wells) => fc.tuple(fc.constant(wells), somewhere(wells)))

/** How far one can go from a pattern and still be led back, along the axes. */
export const basinRadius = (wells: Wells, pattern: number): number =>
  F.pipe(
    memoryOf(wells),
    E.chain((memory) => WellBasin.radius({ maxSteps: 2000, directions: 0, seed: 1 })(memory)(pattern)),
    E.getOrElse(() => NaN),
  )
