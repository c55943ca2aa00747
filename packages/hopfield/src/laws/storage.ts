/**
 * The law of how many random patterns continuous memories store (row D4).
 */
import fc from 'fast-check'
import { either as E } from 'fp-ts'
import { Law } from '@engram/law'
import * as Storage from '../Storage.js'

export type StorageConstant = (sphere: Storage.Sphere) => number

export const storage: StorageConstant = (sphere) =>
  E.match(
    () => NaN,
    ({ constant }: Storage.Capacity) => constant,
  )(Storage.capacity(sphere))

const spheres = fc.record(
  {
    beta: fc.constantFrom(1 / 4, 1, 8),
    scale: fc.constantFrom(1 / 2, 1, 3, 10),
    dimension: fc.integer({ min: 2, max: 1000 }),
    failure: fc.constantFrom(1e-6, 1e-3, 0.01, 0.1),
  },
  { noNullPrototype: true },
)

const parts = ({ beta, dimension, failure, scale }: Storage.Sphere) => ({
  a: (2 / (dimension - 1)) * (1 + Math.log(2 * beta * scale ** 2 * failure * (dimension - 1))),
  b: (2 * scale ** 2 * beta) / 5,
})

export const storageConstant = Law.law<StorageConstant>({
  id: 'storage_constant',
  statement: 'c = b / W₀(exp(a + ln b)): it satisfies b/c − ln c = a, as the bound of theorem 3 needs it',
  source: 'Ramsauer et al. (2020), theorem 3 and its proof; Corless et al. (1996) for W',
  rows: ['D4'],
  hypotheses: [],
  property: (constant) =>
    fc.property(spheres, (sphere) => {
      const { a, b } = parts(sphere)
      const c = constant(sphere)
      // W₀ is within 1e-14 relative, and so are b/c and, absolutely, ln c.
      return Math.abs(b / c - Math.log(c) - a) <= 4e-14 * (1 + b / c + Math.abs(a))
    }),
  countermodels: [
    {
      id: 'dimension_itself',
      description: 'takes n for n − 1',
      implementation: (sphere) => storage({ ...sphere, dimension: sphere.dimension + 1 }),
    },
    {
      id: 'scale_not_squared',
      description: 'takes K for K²',
      implementation: (sphere) => storage({ ...sphere, scale: Math.sqrt(sphere.scale) }),
    },
  ],
})
