/**
 * Bidirectional memories are Hopfield networks of two blocks (row B2).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import type { Instance } from '../reference.js'
import { equalNumbers, equalPairs, run, type RunFrom } from './adapters.js'
import { cases, layers, textbook } from './running.js'

const blockUpdate = (instance: Instance, state: ReadonlyArray<number>, block: ReadonlyArray<number>) => {
  const { x, y } = instance.thresholds
  const [theta, w] = [[...x, ...y], Reference.bipartite(instance)]
  const next = Reference.activation(instance)
  return state.map((value, i) =>
    block.includes(i)
      ? next(state.reduce((sum, sj, j) => sum + (w[i]?.[j] ?? 0) * sj, 0) - (theta[i] ?? 0), value)
      : value,
  )
}

const hopfieldEnergy = (instance: Instance, state: ReadonlyArray<number>): number => {
  const w = Reference.bipartite(instance)
  const theta = [...instance.thresholds.x, ...instance.thresholds.y]
  return (
    -0.5 * state.reduce((sum, si, i) => sum + si * state.reduce((row, sj, j) => row + (w[i]?.[j] ?? 0) * sj, 0), 0) +
    state.reduce((sum, si, i) => sum + si * (theta[i] ?? 0), 0)
  )
}

export const bamEqBipartite = Law.law<RunFrom>({
  id: 'bam_eq_bipartite',
  statement:
    'a bidirectional memory is the Hopfield network with weights [[0, W], [Wᵀ, 0]] whose units are asked in two blocks: the same states and the same energies',
  source: 'Kosko (1988); Hopfield (1982), eq. 7 for the energy',
  rows: ['B2'],
  hypotheses: [
    {
      id: 'in_turns',
      statement: 'all of X is asked at once, then all of Y, or the other way round',
      dropped: (runFrom) =>
        fc.property(cases({}), ([instance, first, pair]) => {
          const told = runFrom(instance, 'together', pair)
          return equalPairs(told.pair, textbook(instance, first, pair, 100).pair)
        }),
    },
  ],
  property: (runFrom) =>
    fc.property(cases({}), ([instance, first, pair]) => {
      const n = pair.x.length
      const units = [...pair.x, ...pair.y].map((_, i) => i)
      const told = runFrom(instance, first, pair)
      return (
        told.halfSteps.length > 0 &&
        told.halfSteps.reduce<{ readonly state: ReadonlyArray<number>; readonly same: boolean }>(
          ({ state, same }, step, k) => {
            const layer = layers(first)[k % 2]
            const block = units.filter((i) => (layer === 'x' ? i < n : i >= n))
            const next = blockUpdate(instance, state, block)
            return {
              state: next,
              same:
                same &&
                step.layer === layer &&
                step.energy === hopfieldEnergy(instance, next) &&
                equalNumbers(
                  step.state,
                  block.map((i) => next[i] ?? NaN),
                ),
            }
          },
          { state: [...pair.x, ...pair.y], same: true },
        ).same
      )
    }),
  countermodels: [
    {
      id: 'both_counted',
      description: 'adds the energies of the way forth and of the way back',
      implementation: (instance, first, pair) => {
        const told = run(instance, first, pair)
        return { ...told, halfSteps: told.halfSteps.map((step) => ({ ...step, energy: 2 * step.energy })) }
      },
    },
    {
      id: 'self_coupled',
      description: 'lets the first unit of X act on itself',
      implementation: (instance, first, pair) => {
        const [theta = 0, ...others] = instance.thresholds.x
        const pushed = { ...instance.thresholds, x: [theta - (pair.x[0] ?? 0), ...others] }
        return run({ ...instance, thresholds: pushed }, first, pair)
      },
    },
    {
      id: 'old_answer',
      description: 'answers the state that the other layer had a half step ago',
      implementation: (instance, first, pair) => {
        const told = run(instance, first, pair)
        return {
          ...told,
          halfSteps: told.halfSteps.map((step, k) => ({
            ...step,
            state: k < 2 ? pair[step.layer] : (told.halfSteps[k - 2]?.state ?? []),
          })),
        }
      },
    },
  ],
})
