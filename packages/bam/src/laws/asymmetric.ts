/**
 * Law of memories with other weights back than forth (row B6).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import type { Rows } from './arbitraries.js'
import { instance } from './held.js'
import * as Trainers from './trainers.js'
import type { Learn } from './trainers.js'

/** Linearly independent patterns, by elimination over whole numbers. */
const isIndependent = (rows: Rows): boolean => {
  const [first, ...others] = rows
  if (first === undefined) return true
  const at = first.findIndex((value) => value !== 0)
  if (at < 0) return false
  return isIndependent(
    others.map((row) => row.map((value, j) => value * (first[at] ?? 0) - (first[j] ?? 0) * (row[at] ?? 0))),
  )
}

const independent: fc.Arbitrary<Rows> = Arbitraries.size(6)
  .chain((n) => fc.array(Arbitraries.bipolar(n), { minLength: 1, maxLength: n }))
  .map((rows) => rows.reduce<Rows>((kept, row) => (isIndependent([...kept, row]) ? [...kept, row] : kept), []))

const anyRows: fc.Arbitrary<Rows> = Arbitraries.size(3).chain((n) =>
  fc.array(Arbitraries.bipolar(n), { minLength: 1, maxLength: 4 }),
)

const recalls = (xs: fc.Arbitrary<Rows>, ys: fc.Arbitrary<Rows>) => (learn: Learn) =>
  fc.property(xs, ys, (x, y) => {
    const stored = x.slice(0, y.length).map((each, p) => ({ x: each, y: y[p] ?? [] }))
    const { forward, backward } = learn(stored)
    const memory: Instance = { ...instance(forward), backward }
    // Up to six independent signs have κ₂ ≤ 30, for their Gram determinant is at least 4ᴾ⁻¹: errors stay below
    // 10·n·κ₂·2⁻⁵³ < 2⁻⁴⁰.
    const near = (field: number, value: number): boolean => Math.abs(field - value) < 2 ** -40
    return stored.every(
      (each) =>
        Reference.fieldsOfX(memory, each).every((field, i) => near(field, each.x[i] ?? 0)) &&
        Reference.fieldsOfY(memory, each).every((field, j) => near(field, each.y[j] ?? 0)),
    )
  })

export const bamAsymmetricRecalls = Law.law<Learn>({
  id: 'bam_asymmetric_recalls',
  statement:
    'with the projection rule in each direction, pairs of independent x and independent y are held: fields are ±1',
  source: 'Xu, Leung and He (1994)',
  rows: ['B6'],
  hypotheses: [
    { id: 'independent_x', statement: 'the x are linearly independent', dropped: recalls(anyRows, independent) },
    { id: 'independent_y', statement: 'the y are linearly independent', dropped: recalls(independent, anyRows) },
  ],
  property: recalls(independent, independent),
  countermodels: [
    {
      id: 'one_matrix',
      description: 'uses the weights forth for the way back too',
      implementation: (stored) => {
        const { forward } = Trainers.learnAsymmetric(stored)
        return { forward, backward: forward }
      },
    },
    {
      id: 'hebb',
      description: 'divides Hebbian sums by the sizes of the layers, which only suits orthogonal halves',
      implementation: (stored) => {
        const w = Reference.weights('bipolar', stored)
        return {
          forward: w.map((row) => row.map((each) => each / w.length)),
          backward: w.map((row) => row.map((each) => each / row.length)),
        }
      },
    },
  ],
})
