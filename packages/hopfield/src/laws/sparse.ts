/**
 * Laws of couplings between few units (row H11).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import type * as Reference from '../reference.js'
import type * as Sparse from '../Sparse.js'
import { run, runSparse, type RunSparse } from './adapters.js'
import { asynchronous, sameRun, scheduled } from './running.js'

/** A network in which many units do not act on each other, a schedule for it, and a state. */
export const sparse = scheduled({ asymmetric: true, anyDiagonal: true, maxUnits: 7 }, (n) =>
  fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
).chain(([instance, schedule, y]) =>
  fc
    .tuple(fc.array(fc.boolean(), { minLength: y.length ** 2, maxLength: y.length ** 2 }), fc.boolean())
    .map(([there, thirds]) => ({
      schedule,
      y,
      instance: {
        ...instance,
        // A third is no dyadic number: its sums round.
        weights: instance.weights.map((row, i) =>
          row.map((w, j) => (there[i * y.length + j] === true ? w / (thirds ? 3 : 1) : 0)),
        ),
      },
    })),
)

/** The weights that are not 0. */
export const triplesOf = ({ weights }: Reference.Instance): ReadonlyArray<Sparse.Coupling> =>
  weights.flatMap((row, i) => row.flatMap((w, j): ReadonlyArray<Sparse.Coupling> => (w === 0 ? [] : [[i, j, w]])))

export const sparseEqDense = Law.law<RunSparse>({
  id: 'sparse_eq_dense',
  statement:
    'couplings given one by one, in any order, run exactly as the matrix that has 0 everywhere else, symmetric or not, exact or rounding',
  source: 'lecture V, sparse connectivity',
  rows: ['H11'],
  hypotheses: [],
  property: (runFrom) =>
    fc.property(
      sparse.chain((drawn) => {
        const triples = triplesOf(drawn.instance)
        return fc.tuple(
          fc.constant(drawn),
          fc.shuffledSubarray([...triples], { minLength: triples.length, maxLength: triples.length }),
        )
      }),
      ([{ instance, schedule, y }, triples]) =>
        sameRun(runFrom(instance, triples, schedule, y), run(instance, schedule, y)),
    ),
  countermodels: [
    {
      id: 'turned_round',
      description: 'takes the weight to a unit for the one from it',
      implementation: (instance, triples, ...rest) =>
        runSparse(
          instance,
          triples.map(([i, j, w]) => [j, i, w]),
          ...rest,
        ),
    },
    {
      id: 'row_lost',
      description: 'forgets the couplings of the last unit',
      implementation: (instance, triples, schedule, y) =>
        runSparse(
          instance,
          triples.filter(([i]) => i < y.length - 1),
          schedule,
          y,
        ),
    },
    {
      id: 'both_ways',
      description: 'makes every coupling act in both directions',
      implementation: (instance, triples, ...rest) =>
        runSparse(
          instance,
          triples.flatMap(([i, j, w]): ReadonlyArray<Sparse.Coupling> =>
            i === j || triples.some(([to, from]) => to === j && from === i)
              ? [[i, j, w]]
              : [
                  [i, j, w],
                  [j, i, w],
                ],
          ),
          ...rest,
        ),
    },
  ],
})
