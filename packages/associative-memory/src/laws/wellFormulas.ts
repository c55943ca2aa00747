/**
 * The law that energy wells have the shapes that they are named after (row A13).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { landscape, wellsAndPlace, type Landscape, type Wells } from './landscapes.js'

/**
 * Places and patterns are dyadic, so that distances are exact. Exponentials, quotients and a sum of P terms are each good
 * to a few u of themselves; a level and what a shape adds to it, at most 3 and 400 here, bound what they are taken of.
 */
const roundoff = ({ patterns, shape }: Wells, value: number): number =>
  16 * (patterns.length + 8) * 2 ** -53 * (Math.abs(value) + (shape._tag === 'gaussian' ? 18 : 400))

export const wellEqReference = Law.law<Landscape>({
  id: 'well_eq_reference',
  statement: 'f is the formula of its shape, up to the rounding of its sums',
  source: 'lecture M, "Restoring arbitrary number of patterns"; Shepard (1968)',
  rows: ['A13'],
  hypotheses: [],
  property: ({ energy }) =>
    fc.property(wellsAndPlace, (given) => {
      const [wells, x] = given
      const textbook = Reference.well(wells.shape, wells.patterns, wells.levels, x)
      return Math.abs(energy(wells, x) - textbook) <= roundoff(wells, textbook)
    }),
  countermodels: [
    {
      id: 'distance_not_squared',
      description: 'takes the distance for its square',
      implementation: {
        ...landscape,
        energy: ({ shape, patterns, levels }, x) => {
          const nearest = patterns.map((s) => Math.sqrt(s.reduce((sum, si, i) => sum + (si - (x[i] ?? 0)) ** 2, 0)))
          return Reference.well(
            shape,
            nearest.map((d) => [Math.sqrt(d)]),
            levels,
            [0],
          )
        },
      },
    },
    {
      id: 'sum_not_mean',
      description: 'forgets to divide by the sum of the weights',
      implementation: {
        ...landscape,
        energy: (wells, x) => landscape.energy(wells, x) * wells.patterns.length,
      },
    },
  ],
})
