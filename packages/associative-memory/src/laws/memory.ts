/**
 * Laws of memories as a monoid (row A1).
 */
import fc from 'fast-check'
import type { monoid } from 'fp-ts'
import { Law } from '@engram/law'
import { Matrix } from '@engram/linalg'
import { Eq, Monoid, type Memory } from '../Memory.js'

/** Memories of any size, the empty ones included. */
const memory: fc.Arbitrary<Memory> = fc
  .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
  .chain(([rows, cols]) =>
    fc.tuple(
      fc.constant([rows, cols] as const),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: rows * cols, maxLength: rows * cols }),
      fc.nat(9),
    ),
  )
  .map(([[rows, cols], entries, count]) => ({
    _tag: 'Memory',
    weights: Matrix.unsafeFromFloat64(rows, cols)(Float64Array.from(entries)),
    count,
  }))

const cropped = (a: Memory, b: Memory): Memory => {
  const rows = Math.min(a.weights.rows, b.weights.rows)
  const cols = Math.min(a.weights.cols, b.weights.cols)
  const sum = Array.from({ length: rows * cols }, (_, k) => {
    const [i, j] = [Math.floor(k / cols), k % cols]
    return (a.weights.data[i * a.weights.cols + j] ?? 0) + (b.weights.data[i * b.weights.cols + j] ?? 0)
  })
  return {
    _tag: 'Memory',
    weights: Matrix.unsafeFromFloat64(rows, cols)(Float64Array.from(sum)),
    count: a.count + b.count,
  }
}

export const memoryMonoid = Law.law<monoid.Monoid<Memory>>({
  id: 'memory_monoid',
  statement: 'memories form a commutative monoid: (a + b) + c = a + (b + c), a + b = b + a, a + empty = a',
  source: 'lecture M, W = Σₚ s(p) t(p)ᵀ; lecture V, online learning',
  rows: ['A1'],
  hypotheses: [],
  property: ({ concat, empty }) =>
    fc.property(
      memory,
      memory,
      memory,
      (a, b, c) =>
        Eq.equals(concat(concat(a, b), c), concat(a, concat(b, c))) &&
        Eq.equals(concat(a, b), concat(b, a)) &&
        Eq.equals(concat(a, empty), a) &&
        Eq.equals(concat(empty, a), a),
    ),
  countermodels: [
    {
      id: 'averaging',
      description: 'keeps the mean of the two counts',
      implementation: { ...Monoid, concat: (a, b) => ({ ...Monoid.concat(a, b), count: (a.count + b.count) / 2 }) },
    },
    {
      id: 'cropped',
      description: 'keeps only the units that both memories have',
      implementation: { ...Monoid, concat: cropped },
    },
  ],
})
