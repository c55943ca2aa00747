/**
 * Laws of the look-up table (row A11).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import * as NearestNeighbour from '../NearestNeighbour.js'
import { unsafePattern } from '../Pattern.js'
import * as Reference from '../reference.js'
import { equalNumbers, transpose, type Learn } from './adapters.js'
import { bipolar, patterns, size, values, type Numbers, type Rows } from './arbitraries.js'

export type LookUp = (
  metric: NearestNeighbour.Metric,
  stored: Rows,
  probe: Numbers,
) => { readonly distance: number; readonly indices: Numbers }

const pattern = (components: Numbers) => unsafePattern('Bipolar', Int8Array.from(components))

export const lookUp: LookUp = (metric, stored, probe) =>
  E.getOrElse((): ReturnType<LookUp> => ({ distance: NaN, indices: [] }))(
    NearestNeighbour.nearest(metric)(stored.map(pattern))(pattern(probe)),
  )

const distance = (metric: NearestNeighbour.Metric, a: Numbers, b: Numbers): number =>
  a.reduce(
    (total, component, i) =>
      total + (component === b[i] ? 0 : metric === 'hamming' ? 1 : (component - (b[i] ?? 0)) ** 2),
    0,
  )

const instance = fc.tuple(
  fc.constantFrom<NearestNeighbour.Metric>('hamming', 'euclid'),
  size(5).chain((n) => fc.tuple(patterns('bipolar')(n, 6), bipolar(n))),
)

export const nearestIsLeast = Law.law<LookUp>({
  id: 'nearest_is_least',
  statement: 'no stored pattern is nearer than those reported, and all that are as near are reported',
  source: 'lecture V, nearest neighbour algorithm',
  rows: ['A11'],
  hypotheses: [],
  property: (lookUp) =>
    fc.property(instance, ([metric, [stored, probe]]) => {
      const distances = stored.map((s) => distance(metric, s, probe))
      const found = lookUp(metric, stored, probe)
      return (
        found.distance === Math.min(...distances) &&
        equalNumbers(
          found.indices,
          distances.flatMap((each, index) => (each === found.distance ? [index] : [])),
        )
      )
    }),
  countermodels: [
    {
      id: 'first_only',
      description: 'hides ties',
      implementation: (...given) => {
        const found = lookUp(...given)
        return { ...found, indices: found.indices.slice(0, 1) }
      },
    },
    {
      id: 'by_overlap_alone',
      description: 'takes a reversed pattern for near',
      implementation: (metric, stored, probe) => {
        const folded = stored.map((s) => {
          const far = distance('hamming', s, probe) * 2 > s.length
          return far ? s.map((component) => -component) : s
        })
        return lookUp(metric, folded, probe)
      },
    },
  ],
})

export const nearestStored = Law.law<LookUp>({
  id: 'nearest_stored',
  statement: 'a stored pattern is its own nearest neighbour, at distance 0',
  source: 'lecture V: content-addressable memory',
  rows: ['A11'],
  hypotheses: [
    {
      id: 'stored',
      statement: 'the probe is stored',
      dropped: (lookUp) =>
        fc.property(instance, ([metric, [stored, probe]]) => lookUp(metric, stored, probe).distance === 0),
    },
  ],
  property: (lookUp) =>
    fc.property(instance, fc.nat(), ([metric, [stored]], pick) => {
      const index = pick % stored.length
      const found = lookUp(metric, stored, stored[index] ?? [])
      return found.distance === 0 && found.indices.includes(index)
    }),
  countermodels: [
    {
      id: 'farthest',
      description: 'reports the pattern that differs most',
      implementation: (metric, stored, probe) =>
        lookUp(
          metric,
          stored,
          probe.map((component) => -component),
        ),
    },
  ],
})

const oneEach = (count: number): Rows =>
  Array.from({ length: count }, (_, p) => Array.from({ length: count }, (__, q) => (p === q ? 1 : 0)))

const identified =
  (learn: Learn) =>
  ([stored, probe]: readonly [Rows, Numbers]): boolean => {
    const names = oneEach(stored.length)
    const nets = transpose(learn(stored.map((s, p): readonly [Numbers, Numbers] => [s, names[p] ?? []]))).map((w) =>
      Reference.dot(w, probe),
    )
    const distances = stored.map((s) => distance('hamming', s, probe))
    const [most, least] = [Math.max(...nets), Math.min(...distances)]
    return nets.every((net, p) => (net === most) === (distances[p] === least))
  }

export const nearestEqGreatestNet = Law.law<Learn>({
  id: 'nearest_eq_greatest_net',
  statement:
    'with one output for each identity, the outputs of greatest net input are those of the nearest identities: s·x = n − 2·distance',
  source: 'lecture M, "Applications": identification; Hebb’s rule with unit vectors as targets',
  rows: ['A11', 'A15'],
  hypotheses: [
    {
      id: 'equal_norms',
      statement: 'all identities have the same norm, as bipolar ones have',
      dropped: (learn) =>
        fc.property(
          size(5).chain((n) => fc.tuple(patterns('binary')(n, 6), values('binary')(n))),
          identified(learn),
        ),
    },
  ],
  property: (learn) =>
    fc.property(
      size(5).chain((n) => fc.tuple(patterns('bipolar')(n, 6), bipolar(n))),
      identified(learn),
    ),
  countermodels: [
    {
      id: 'forgetful',
      description: 'remembers the last identity only',
      implementation: (pairs) => Reference.hebbian(pairs.slice(-1)),
    },
    {
      id: 'unsigned',
      description: 'strengthens a weight whatever the sign of the input',
      implementation: (pairs) => Reference.hebbian(pairs).map((row) => row.map(Math.abs)),
    },
  ],
})
