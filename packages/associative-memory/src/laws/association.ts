/**
 * Laws of associations with structure: compatible inputs, eigenvectors, capacity (rows A4, A8, A9).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalNumbers, equalRows, transpose, type Learn, type LearnAuto } from './adapters.js'
import { bipolar, integers, orthogonal, patterns, size, type Numbers, type Rows } from './arbitraries.js'

type Pairs = ReadonlyArray<readonly [Numbers, Numbers]>

const signs = (values: Numbers): Numbers => values.map(Math.sign)

const net = (weights: Rows, x: Numbers): Numbers => transpose(weights).map((column) => Reference.dot(column, x))

const perfect =
  (learn: Learn) =>
  (pairs: Pairs): boolean => {
    const weights = learn(pairs)
    return pairs.every(([s, t]) => equalNumbers(signs(net(weights, s)), t))
  }

/**
 * Inputs in groups: each group lives on components of its own, so that groups are orthogonal; within a group the
 * components have the signs of one pattern or are 0, so that no two inputs of a group point away from each other.
 */
const compatible: fc.Arbitrary<Pairs> = fc.tuple(size(3), size(3), size(3)).chain(([groups, width, m]) =>
  fc
    .array(
      fc.tuple(
        bipolar(width),
        bipolar(m),
        fc.array(fc.array(fc.constantFrom(0, 1), { minLength: width, maxLength: width }), {
          minLength: 1,
          maxLength: 3,
        }),
      ),
      { minLength: groups, maxLength: groups },
    )
    .map((all) =>
      all.flatMap(([base, target, masks], g): Pairs =>
        masks.map((mask, k) => {
          const own = base.map((sign, i) => sign * (k === 0 || i === 0 ? 1 : (mask[i] ?? 0)))
          return [
            Array.from({ length: groups * width }, (_, i) => (Math.floor(i / width) === g ? (own[i % width] ?? 0) : 0)),
            target,
          ]
        }),
      ),
    ),
)

/** As above, but targets are handed out without regard to the groups. */
const anyTargets: fc.Arbitrary<Pairs> = compatible.chain((pairs) =>
  fc
    .array(bipolar(pairs[0]?.[1].length ?? 1), { minLength: pairs.length, maxLength: pairs.length })
    .map((targets) => pairs.map(([s], p): readonly [Numbers, Numbers] => [s, targets[p] ?? []])),
)

export const recallOfCompatible = Law.law<Learn>({
  id: 'recall_of_compatible',
  statement:
    'if inputs with different targets are orthogonal, and inputs with the same target have s·s′ ≥ 0, each calls up its target',
  source: 'lecture M, "Sufficient conditions for pattern association", 2',
  rows: ['A4'],
  hypotheses: [
    {
      id: 'different_orthogonal',
      statement: 's·s′ = 0 where the targets differ',
      dropped: (learn) => fc.property(anyTargets, perfect(learn)),
    },
    {
      id: 'same_nonneg',
      statement: 's·s′ ≥ 0 where the targets are the same',
      dropped: (learn) =>
        fc.property(
          fc
            .tuple(size(4), size(3))
            .chain(([n, m]) => fc.tuple(patterns('bipolar')(n, 4), bipolar(m)))
            .map(([inputs, target]): Pairs => inputs.map((s) => [s, target])),
          perfect(learn),
        ),
    },
  ],
  property: (learn) => fc.property(compatible, perfect(learn)),
  countermodels: [
    {
      id: 'forgetful',
      description: 'remembers the last association only',
      implementation: (pairs) => Reference.hebbian(pairs.slice(-1)),
    },
    {
      id: 'unsigned',
      description: 'strengthens a weight whatever the signs at its ends',
      implementation: (pairs) => Reference.hebbian(pairs).map((row) => row.map(Math.abs)),
    },
  ],
})

const eigenvalueOf = (weights: Rows, s: Numbers): number | undefined => {
  const image = net(weights, s)
  const value = (image[0] ?? 0) * (s[0] ?? 0)
  return equalNumbers(
    image,
    s.map((component) => value * component + 0),
  )
    ? value
    : undefined
}

const eigenvectors =
  (learn: LearnAuto, eigenvalue: (n: number, count: number) => number) =>
  (stored: Rows): boolean => {
    const weights = learn(stored)
    return stored.every((s) => eigenvalueOf(weights, s) === eigenvalue(s.length, stored.length))
  }

const someStored = size(6).chain((n) => patterns('bipolar')(n, 4))

export const eigenvectorOfOrthogonal = Law.law<LearnAuto>({
  id: 'eigenvector_of_orthogonal',
  statement: 'orthogonal stored patterns are eigenvectors of W with eigenvalue n',
  source: 'lecture M, "Two important notes", 1',
  rows: ['A8'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (learn) =>
        fc.property(
          someStored,
          eigenvectors(learn, (n) => n),
        ),
    },
  ],
  property: (learn) =>
    fc.property(
      orthogonal(),
      eigenvectors(learn, (n) => n),
    ),
  countermodels: [
    {
      id: 'without_diagonal',
      description: 'takes the self-connections away: the eigenvalue becomes n − P',
      implementation: (stored) =>
        Reference.hebbian(stored.map((s) => [s, s])).map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
    },
  ],
})

export const eigenvectorOfModified = Law.law<LearnAuto>({
  id: 'eigenvector_of_modified',
  statement: 'by the modified rule the eigenvalue is n − P; at P = n orthogonal patterns nothing is left: W = 0',
  source: 'lecture M, "Capacity of one layer MNN": n − 1; errata 14 and 15',
  rows: ['A8', 'A9'],
  hypotheses: [
    {
      id: 'orthogonal',
      statement: 's(p)·s(q) = 0 for p ≠ q',
      dropped: (learn) =>
        fc.property(
          someStored,
          eigenvectors(learn, (n, count) => n - count),
        ),
    },
  ],
  property: (learn) =>
    fc.property(orthogonal(), (stored) => {
      const n = stored[0]?.length ?? 0
      const zero = stored.length === n
      return (
        eigenvectors(learn, (size, count) => size - count)(stored) &&
        learn(stored)
          .flat()
          .every((w) => w === 0) === zero
      )
    }),
  countermodels: [
    {
      id: 'plain',
      description: 'keeps the self-connections',
      implementation: (stored) => Reference.hebbian(stored.map((s) => [s, s])),
    },
    {
      id: 'minus_identity',
      description: 'subtracts I, whatever the number of patterns',
      implementation: (stored) =>
        Reference.hebbian(stored.map((s) => [s, s])).map((row, i) => row.map((w, j) => (i === j ? w - 1 : w))),
    },
  ],
})

/** x less its parts along the patterns, times n: whole numbers, orthogonal to all of them. */
const outside = (stored: Rows, x: Numbers): Numbers =>
  x.map((xi, i) => x.length * xi - stored.reduce((total, s) => total + Reference.dot(s, x) * (s[i] ?? 0), 0))

export const nullSpaceAnnihilated = Law.law<LearnAuto>({
  id: 'null_space_annihilated',
  statement: 'for orthogonal patterns, noise orthogonal to all of them does not reach the net input, at any size',
  source: 'lecture M, "Two important notes", 2',
  rows: ['A8'],
  hypotheses: [
    {
      id: 'orthogonal_noise',
      statement: 'the noise is orthogonal to the patterns',
      dropped: (learn) => fc.property(withNoise, ([stored, x]) => unmoved(learn, stored, x)),
    },
  ],
  property: (learn) => fc.property(withNoise, ([stored, x]) => unmoved(learn, stored, outside(stored, x))),
  countermodels: [
    {
      id: 'without_diagonal',
      description: 'takes the self-connections away: noise comes through with factor −P',
      implementation: (stored) =>
        Reference.hebbian(stored.map((s) => [s, s])).map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
    },
  ],
})

const withNoise = orthogonal().chain((stored) => fc.tuple(fc.constant(stored), integers(stored[0]?.length ?? 1)))

const unmoved = (learn: LearnAuto, stored: Rows, noise: Numbers): boolean => {
  const weights = learn(stored)
  return stored.every((s) =>
    equalRows(
      [net(weights, s)],
      [
        net(
          weights,
          s.map((component, i) => component + (noise[i] ?? 0)),
        ),
      ],
    ),
  )
}
