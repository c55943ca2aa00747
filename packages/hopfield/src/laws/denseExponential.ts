/**
 * Laws of the exponential interaction: decided right at any size, and few errors for many patterns (row D2).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { exponential } from '../Interaction.js'
import * as Reference from '../reference/dense.js'
import type { DenseInstance } from '../reference/dense.js'
import type { Numbers } from './arbitraries.js'
import { signs } from './dense.js'
import { instanceAndUnit, type DenseField } from './denseArbitraries.js'

const { localField, overlaps } = Reference

/** Memories whose overlaps go far beyond what an exponential can hold: a few units, and blocks of equal ones. */
const long = fc
  .tuple(fc.constantFrom(1, 90, 180, 300), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([times, blocks, singles]) => {
    const one = fc.constantFrom(1, -1)
    const vector = fc
      .tuple(
        fc.array(one, { minLength: singles, maxLength: singles }),
        fc.array(one, { minLength: blocks, maxLength: blocks }),
      )
      .map(([head, tail]): Numbers => [...head, ...tail.flatMap((value) => Array.from({ length: times }, () => value))])
    return fc.tuple(
      fc
        .array(vector, { minLength: 1, maxLength: 7 })
        .map((patterns): DenseInstance => ({ interaction: exponential, encoding: 'bipolar', tie: 'keep', patterns })),
      vector,
      fc.integer({ min: 0, max: singles - 1 }),
    )
  })

export const denseExponentialSign = Law.law<DenseField>({
  id: 'dense_exponential_sign',
  statement:
    'for F = exp, a field has the sign of Σₖ exp(cₖ + sᵢ) − exp(cₖ − sᵢ) in exact arithmetic, 0 included, beyond 709 units too',
  source: 'Demircigil et al. (2017), eq. 4; errata 45: exp overflows above 709',
  rows: ['D2'],
  hypotheses: [],
  property: (field) =>
    fc.property(
      fc.oneof(instanceAndUnit({ interactions: [exponential], encodings: ['bipolar'] }), long),
      ([dense, y, unit]) => Math.sign(field(dense, y, unit)) === localField(dense, y, unit),
    ),
  countermodels: [
    {
      id: 'no_logarithm',
      description: 'adds exponentials as they come: ∞ − ∞ beyond 709 units',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        return signs(dense, unit).reduce((sum, s, k) => sum + s * Math.exp((m[k] ?? 0) - s * (y[unit] ?? 0)), 0)
      },
    },
    {
      id: 'own_part',
      description: 'leaves the unit itself in the overlaps',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        const greatest = Math.max(...m)
        return signs(dense, unit).reduce((sum, s, k) => sum + s * Math.exp((m[k] ?? 0) - greatest), 0)
      },
    },
    {
      id: 'greatest_only',
      description: 'follows the nearest pattern and forgets how many are how near',
      implementation: (dense, y, unit) => {
        const c = overlaps(dense, y).map((m, k) => m - (signs(dense, unit)[k] ?? 0) * (y[unit] ?? 0))
        return signs(dense, unit)[c.indexOf(Math.max(...c))] ?? 0
      },
    },
    {
      id: 'shifted_by_size',
      description:
        'takes weights relative to n, the greatest overlap that could be: all of them vanish far from a pattern',
      implementation: (dense, y, unit) => {
        const m = overlaps(dense, y)
        return signs(dense, unit).reduce(
          (sum, s, k) => sum + s * Math.exp((m[k] ?? 0) - s * (y[unit] ?? 0) - y.length),
          0,
        )
      },
    },
  ],
})
