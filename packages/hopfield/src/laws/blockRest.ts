/**
 * The law of when units that change at once still walk down (rows H3, H5).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { run, runStates, type RunFrom } from './adapters.js'
import { fairBlocks, instanceAndState, type Freedom, type Numbers, type Rows } from './arbitraries.js'
import { settling } from './running.js'

/** A network, blocks of its units, and a state; wᵢⱼ from Gram's matrix of some vectors where units share a block. */
const inBlocks = (freedom: Freedom & { readonly anyBlocks?: boolean }) =>
  instanceAndState({ maxUnits: 5, ...freedom }).chain(([instance, y]) =>
    fc
      .tuple(
        fairBlocks(y.length),
        fc.array(fc.array(fc.constantFrom(-1, 0, 1), { minLength: 3, maxLength: 3 }), {
          minLength: y.length,
          maxLength: y.length,
        }),
      )
      .map(([blocks, vectors]) => ({
        y,
        blocks,
        instance:
          freedom.anyBlocks === true ? instance : { ...instance, weights: gramWithin(instance, blocks, vectors) },
      })),
  )

const gramWithin = ({ weights }: Reference.Instance, blocks: Rows, vectors: Rows): Rows =>
  weights.map((row, i) =>
    row.map((w, j) =>
      blocks.some((block) => block.includes(i) && block.includes(j))
        ? (vectors[i] ?? []).reduce((total, value, k) => total + value * (vectors[j]?.[k] ?? 0), 0)
        : w,
    ),
  )

const falling = (energies: Numbers): boolean =>
  energies.every((energy, k) => k === 0 || energy <= (energies[k - 1] ?? 0))

const walksDown =
  (freedom: Freedom & { readonly anyBlocks?: boolean }) =>
  (runFrom: RunFrom): fc.IProperty<unknown> =>
    fc.property(inBlocks(freedom), ({ instance, blocks, y }) => {
      const { energies, outcome, state, updates } = runFrom(instance, Schedule.blocks(blocks), y)
      return (
        outcome === 'FixedPoint' &&
        Reference.isFixedPoint(instance, state) &&
        energies[0] === Reference.energy(instance, y) &&
        energies.at(-1) === Reference.energy(instance, state) &&
        falling([energies[0], ...updates.map(({ energy }) => energy)])
      )
    })

export const recallBlocksFixedPoint = Law.law<RunFrom>({
  id: 'recall_blocks_fixedPoint',
  statement:
    'if W is symmetric and positive semidefinite on each block, updating block after block never raises the energy and comes to rest in a fixed point, for any fair blocks: ΔE = −Σ hᵢΔᵢ − ½ ΔᵀWΔ. One unit at a time asks for wᵢᵢ ≥ 0, all at once for all of W',
  source: 'Goles and Martínez (1990), ch. 3; Goles, Fogelman and Pellegrin (1985)',
  rows: ['H3', 'H5'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: walksDown({ ties: settling, asymmetric: true }) },
    {
      id: 'blocks_semidefinite',
      statement: 'ΔᵀWΔ ≥ 0 for every Δ on one block',
      dropped: walksDown({ ties: settling, anyBlocks: true }),
    },
    { id: 'ties_settle', statement: 'a unit in zero field does not turn over for ever', dropped: walksDown({}) },
  ],
  property: walksDown({ ties: settling }),
  countermodels: [
    {
      id: 'all_at_once',
      description: 'takes the blocks of a sweep together',
      implementation: (instance, _, y) => run(instance, Schedule.synchronous, y),
    },
    {
      id: 'first_block_only',
      description: 'rests when the first block does',
      implementation: (instance, schedule, y) => {
        const blocks = schedule._tag === 'Blocks' ? schedule.blocks : []
        const state = runStates(instance, schedule, y)[blocks[0]?.length ?? 0] ?? y
        return { ...run(instance, schedule, y), state }
      },
    },
    {
      id: 'singly',
      description: 'adds up the energy as if the units of a block changed one by one',
      implementation: (instance, schedule, y) => {
        const told = run(instance, schedule, y)
        const steps = told.updates.map(({ field, flipped }) => (flipped ? Math.abs(field) : 0))
        return {
          ...told,
          energies: steps.reduce<Numbers>((all, step) => [...all, (all.at(-1) ?? 0) - step], told.energies.slice(0, 1)),
        }
      },
    },
  ],
})
