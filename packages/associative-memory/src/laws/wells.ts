/**
 * Laws of energy wells (row A13).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import type { Shape } from '../EnergyWell.js'
import { equalNumbers } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import {
  descend,
  exactly,
  landscape,
  shapes,
  somewhere,
  wellsAndPlace,
  wellsOf,
  type Descend,
  type Landscape,
  type Wells,
} from './landscapes.js'

/**
 * Central differences with h = 2⁻¹⁷: truncation is h²/6 times a third derivative, rounding 2⁻⁵³ |f| / h. The shapes have
 * third derivatives up to about 10⁵ (β = 16, and inverse distances 1/128 from a pattern), and |f| stays below 200.
 */
const h = 2 ** -17
const bound = (h ** 2 / 6) * 1e5 + (2 ** -53 * 200 * 8) / h

export const wellGradient = Law.law<Landscape>({
  id: 'well_gradient',
  statement: 'the analytic gradient is that of f: it equals central differences up to their error',
  source: 'lecture M, "Restoring arbitrary number of patterns": gradient descent of the defined function',
  rows: ['A13'],
  hypotheses: [],
  property: ({ energy, gradient }) =>
    fc.property(wellsAndPlace, ([wells, x]) =>
      gradient(wells, x).every((slope, i) => {
        const moved = (by: number): Numbers => x.map((xi, k) => (k === i ? xi + by : xi))
        const difference = (energy(wells, moved(h)) - energy(wells, moved(-h))) / (2 * h)
        return Math.abs(slope - difference) <= bound * Math.max(1, Math.abs(slope))
      }),
    ),
  countermodels: [
    {
      id: 'uphill',
      description: 'has the wrong sign',
      implementation: { ...landscape, gradient: (wells, x) => landscape.gradient(wells, x).map((slope) => -slope) },
    },
    {
      id: 'factor_lost',
      description: 'forgets the width or the curvature in the gradient',
      implementation: { ...landscape, gradient: (wells, x) => landscape.gradient(wells, x).map((slope) => slope / 2) },
    },
  ],
})

const smooth = fc.constantFrom<Shape>(
  { _tag: 'inverse-distance', curvature: 1 },
  { _tag: 'inverse-distance', curvature: 8 },
)

export const wellMinimum = Law.law<Landscape>({
  id: 'well_minimum',
  statement:
    'inverse distances put a minimum exactly at every pattern, exactly at its level, however many and however near',
  source: 'lecture M, "at least P local minimum points"; Shepard (1968) for the interpolation',
  rows: ['A13'],
  hypotheses: [
    {
      id: 'inverse_distance',
      statement: 'the wells are of the inverse-distance shape: overlapping gaussians shift each other’s minima',
      dropped: (land) => fc.property(wellsOf(shapes), atPatterns(land)),
    },
  ],
  property: (land) => fc.property(wellsOf(smooth), atPatterns(land)),
  countermodels: [
    {
      id: 'without_bowl',
      description: 'leaves the parabola out: equal levels then make a plain without minima',
      implementation: {
        ...landscape,
        energy: (wells, x) => landscape.energy({ ...wells, shape: { _tag: 'inverse-distance', curvature: 1e-300 } }, x),
      },
    },
    {
      id: 'shepard_one',
      description: 'uses vₚ = 1/dₚ, which tilts every well towards the others',
      implementation: {
        ...landscape,
        energy: ({ patterns, levels }, x) => {
          const d = patterns.map((s) => s.reduce((total, si, i) => total + (si - (x[i] ?? 0)) ** 2, 0))
          const hit = d.indexOf(0)
          const weights = d.map((each) => 1 / each)
          const total = weights.reduce((a, b) => a + b, 0)
          const mixed = weights.reduce((a, w, p) => a + w * ((levels[p] ?? 0) + (d[p] ?? 0) / 1024), 0) / total
          return hit >= 0 ? (levels[hit] ?? 0) : mixed
        },
      },
    },
  ],
})

/** f at the pattern is its level, its slope 0, and every place 2⁻¹⁰ away along an axis lies higher. */
const atPatterns =
  ({ energy, gradient }: Landscape) =>
  (wells: Wells): boolean =>
    wells.patterns.every(
      (pattern, p) =>
        energy(wells, pattern) === wells.levels[p] &&
        gradient(wells, pattern).every((slope) => slope === 0) &&
        pattern.every((_, i) =>
          [-1, 1].every((side) => {
            const beside = pattern.map((value, k) => (k === i ? value + side * 2 ** -10 : value))
            return energy(wells, beside) > (wells.levels[p] ?? 0)
          }),
        ),
    )

const falling = (energies: Numbers): boolean =>
  energies.length > 0 && energies.every((energy, k) => k === 0 || energy <= (energies[k - 1] ?? 0))

export const wellDescent = Law.law<Descend>({
  id: 'well_descent',
  statement: 'f never rises along a descent, whatever the shape and wherever it starts',
  source: 'lecture M, "Restoring arbitrary number of patterns", 4',
  rows: ['A13'],
  hypotheses: [],
  property: (descends) => fc.property(wellsAndPlace, ([wells, x]) => falling(descends(wells, x).energies)),
  countermodels: [
    {
      id: 'fixed_step',
      description: 'takes steps of one length, and jumps across narrow wells',
      implementation: (wells, probe) => {
        const steps = Array.from({ length: 20 }).reduce<Rows>(
          (path) => {
            const x = path[path.length - 1] ?? probe
            const slope = landscape.gradient(wells, x)
            return [...path, x.map((xi, i) => xi - 0.5 * (slope[i] ?? 0))]
          },
          [probe],
        )
        return {
          energies: steps.map((x) => landscape.energy(wells, x)),
          state: steps[steps.length - 1] ?? probe,
          patterns: [],
        }
      },
    },
  ],
})

const near = wellsOf(smooth).chain((wells) =>
  fc.tuple(
    fc.constant(wells),
    fc.nat(wells.patterns.length - 1),
    exactly(
      fc.integer({ min: -1, max: 1 }).map((k) => k / 1024),
      wells.patterns[0]?.length ?? 1,
    ),
  ),
)

const far = wellsOf(smooth).chain((wells) =>
  fc.tuple(fc.constant(wells), fc.nat(wells.patterns.length - 1), somewhere(wells)),
)

/** The square root of what rounding leaves undecided of f: 2⁻⁵³ times a level of 3, over a curvature of 1. */
const resolution = 2 ** -20

const restored =
  (descends: Descend) =>
  ([wells, p, shift]: readonly [Wells, number, Numbers]): boolean => {
    const pattern = wells.patterns[p] ?? []
    const { state, patterns } = descends(
      wells,
      pattern.map((value, i) => value + (shift[i] ?? 0)),
    )
    return (
      state.every((value, i) => Math.abs(value - (pattern[i] ?? NaN)) <= resolution) &&
      equalNumbers(
        patterns,
        wells.levels.flatMap((level, q) => (level === wells.levels[p] ? [q] : [])),
      )
    )
  }

export const wellLabel = Law.law<Descend>({
  id: 'well_label',
  statement:
    'a probe in the well of a pattern restores the pattern, and its level tells all patterns of the same label apart',
  source: 'lecture M, "Restoring arbitrary number of patterns", 3 and 5',
  rows: ['A13'],
  hypotheses: [
    {
      id: 'in_the_well',
      statement: 'the probe starts near the pattern',
      dropped: (descends) => fc.property(far, restored(descends)),
    },
  ],
  property: (descends) => fc.property(near, restored(descends)),
  countermodels: [
    {
      id: 'stays',
      description: 'does not descend',
      implementation: (wells, probe) => ({ ...descend(wells, probe), state: probe }),
    },
    {
      id: 'first_of_level',
      description: 'names one pattern only where several share the level',
      implementation: (wells, probe) => {
        const told = descend(wells, probe)
        return { ...told, patterns: told.patterns.slice(0, 1) }
      },
    },
  ],
})

/** How far one can go from a pattern and still be led back. */
export type Radius = (wells: Wells, pattern: number) => number

const several = wellsOf(smooth)
  .filter(({ patterns }) => patterns.length > 1)
  .chain((wells) => fc.tuple(fc.constant(wells), fc.nat(wells.patterns.length - 1)))

const gap = ({ patterns }: Wells, p: number): number => {
  const squared = (q: number): number =>
    (patterns[p] ?? []).reduce((total, value, i) => total + (value - (patterns[q]?.[i] ?? 0)) ** 2, 0)
  return Math.sqrt(Math.min(...patterns.flatMap((_, q) => (q === p ? [] : [squared(q)]))))
}

/** Whether a probe comes back from so far away, whichever axis it went along and whichever way. */
const back = (wells: Wells, p: number, radius: number): boolean => {
  const home = wells.patterns[p] ?? []
  return home.every((_, axis) =>
    [-1, 1].every((side) => {
      const { state } = descend(
        wells,
        home.map((value, i) => (i === axis ? value + side * radius : value)),
      )
      return state.every((value, i) => Math.abs(value - (home[i] ?? NaN)) <= gap(wells, p) / 2 ** 10)
    }),
  )
}

export const wellBasinRadius = Law.law<Radius>({
  id: 'well_basinRadius',
  statement:
    'from every shell up to the radius a probe comes back along every axis, and from the next one, short of the next pattern, some probe does not',
  source: 'lecture M, "Restoring arbitrary number of patterns", the well of each minimum',
  rows: ['A13'],
  hypotheses: [],
  property: (radius) =>
    fc.property(several, fc.nat(31), ([wells, p], pick) => {
      const shell = gap(wells, p) / 32
      const reached = Math.round(radius(wells, p) / shell)
      const within = reached === 0 ? 0 : 1 + (pick % reached)
      return (
        reached >= 1 &&
        radius(wells, p) === (reached / 32) * gap(wells, p) &&
        back(wells, p, (within / 32) * gap(wells, p)) &&
        (reached === 32 || !back(wells, p, ((reached + 1) / 32) * gap(wells, p)))
      )
    }),
  countermodels: [
    {
      id: 'half_way',
      description: 'takes half the distance to the next pattern, wherever the ridge lies',
      implementation: (wells, p) => gap(wells, p) / 2,
    },
    { id: 'all_the_way', description: 'takes the whole distance', implementation: gap },
  ],
})
