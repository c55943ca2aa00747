/**
 * Laws of transition graphs (row H4).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalNumbers, equalRows, graph, type Graph, type GraphOf } from './adapters.js'
import { instanceAndState, type Freedom, type Numbers } from './arbitraries.js'

/** Above five units a set of states takes more than one word. */
const small: Freedom = { maxUnits: 6 }

const instance = (freedom: Freedom) => instanceAndState({ ...small, ...freedom }).map(([net]) => net)

const wild = instance({ asymmetric: true, anyDiagonal: true })

/** The state with a given number: the first unit is the most significant bit. */
const stateOf = ({ encoding, thresholds }: Reference.Instance, index: number): Numbers =>
  thresholds.map((_, unit) =>
    (index >> (thresholds.length - 1 - unit)) % 2 === 1 ? 1 : encoding === 'bipolar' ? -1 : 0,
  )

const indexOf = (y: Numbers): number => y.reduce((index, value) => 2 * index + (value === 1 ? 1 : 0), 0)

const all = ({ thresholds }: Reference.Instance): Numbers => Array.from({ length: 2 ** thresholds.length }, (_, s) => s)

const backwards = (net: Reference.Instance): Reference.Instance => ({
  ...net,
  weights: net.weights.toReversed().map((row) => row.toReversed()),
  thresholds: net.thresholds.toReversed(),
  input: net.input.toReversed(),
})

export const graphSuccessor = Law.law<GraphOf>({
  id: 'graph_successor',
  statement: 'the graph has the energy of every state, the end of every update, and no other fixed points than theirs',
  source: 'lecture K, the sixteen states of the net that stores (1, 1, 1, −1)',
  rows: ['H4'],
  hypotheses: [],
  property: (graphOf) =>
    fc.property(wild, (net) => {
      const { energies, successors, fixedPoints } = graphOf(net)
      return (
        all(net).every((s) => {
          const y = stateOf(net, s)
          return (
            energies[s] === Reference.energy(net, y) &&
            y.every((_, unit) => successors[s]?.[unit] === indexOf(Reference.updateUnit(net, y, unit)))
          )
        }) &&
        equalNumbers(
          fixedPoints,
          all(net).filter((s) => Reference.isFixedPoint(net, stateOf(net, s))),
        )
      )
    }),
  countermodels: [
    {
      id: 'last_unit_first',
      description: 'numbers the units from the other end',
      implementation: (net) => graph(backwards(net)),
    },
    {
      id: 'without_self_coupling',
      description: 'leaves the diagonal out',
      implementation: (net) =>
        graph({ ...net, weights: net.weights.map((row, i) => row.map((w, j) => (i === j ? 0 : w))) }),
    },
  ],
})

const downhill = (freedom: Freedom) => (graphOf: GraphOf) =>
  fc.property(instance(freedom), (net) => {
    const { energies, successors, fixedPoints, attractors } = graphOf(net)
    return (
      successors.every((targets, from) =>
        targets.every((to) => to === from || (energies[to] ?? NaN) < (energies[from] ?? NaN)),
      ) &&
      equalRows(
        attractors,
        fixedPoints.map((s) => [s]),
      )
    )
  })

export const graphAcyclicOfSymmetric = Law.law<GraphOf>({
  id: 'graph_acyclic_of_symmetric',
  statement: 'if W is symmetric, wᵢᵢ ≥ 0 and ties keep, every edge leads downhill and every attractor is a fixed point',
  source: 'lecture K, transition J → G → B; Hopfield (1982)',
  rows: ['H3', 'H4'],
  hypotheses: [
    { id: 'symmetric', statement: 'wᵢⱼ = wⱼᵢ', dropped: downhill({ ties: ['keep'], asymmetric: true }) },
    { id: 'diagonal_nonneg', statement: 'wᵢᵢ ≥ 0', dropped: downhill({ ties: ['keep'], anyDiagonal: true }) },
    { id: 'tie_keep', statement: 'a unit in zero field keeps its state', dropped: downhill({ ties: ['flip'] }) },
  ],
  property: downhill({ ties: ['keep'] }),
  countermodels: [
    {
      id: 'uphill',
      description: 'draws the arrows against the field',
      implementation: (net) => ({ ...graph(net), energies: graph(net).energies.map((energy) => -energy) }),
    },
    {
      id: 'restless',
      description: 'turns units in zero field over',
      implementation: (net) => graph({ ...net, tie: 'flip' }),
    },
  ],
})

/** All states from which a target is reached, by trying until nothing is added. */
const closure = (successors: Graph['successors'], reached: ReadonlySet<number>): ReadonlySet<number> => {
  const next = new Set(
    successors.flatMap((targets, s) => (reached.has(s) || targets.some((to) => reached.has(to)) ? [s] : [])),
  )
  return next.size === reached.size ? reached : closure(successors, next)
}

const ascending = (states: ReadonlySet<number>): Numbers => [...states].toSorted((a, b) => a - b)

/** The smallest state that is reached from s however the units are chosen, with all that can be reached from there. */
const reachable = (successors: Graph['successors'], from: ReadonlySet<number>): ReadonlySet<number> => {
  const next = new Set([...from].flatMap((s) => [s, ...(successors[s] ?? [])]))
  return next.size === from.size ? from : reachable(successors, next)
}

const terminal = (successors: Graph['successors']): ReadonlyArray<Numbers> => {
  const sets = successors.map((_, s) => ascending(reachable(successors, new Set([s]))))
  return sets.filter((set, s) => set[0] === s && set.every((t) => equalNumbers(sets[t] ?? [], set)))
}

export const graphBasin = Law.law<GraphOf>({
  id: 'graph_basin',
  statement:
    'a basin holds exactly the states with a path to its fixed point; an attractor is a set closed under updates, each of its states within reach of each other',
  source: 'lecture V, "attraction basin"; errata 27: a state may belong to several',
  rows: ['H4'],
  hypotheses: [],
  property: (graphOf) =>
    fc.property(wild, (net) => {
      const { successors, fixedPoints, basins, attractors } = graphOf(net)
      return (
        fixedPoints.every((s, k) => equalNumbers(basins[k] ?? [], ascending(closure(successors, new Set([s]))))) &&
        equalRows(attractors, terminal(successors))
      )
    }),
  countermodels: [
    {
      id: 'neighbours_only',
      description: 'takes the states one update away for the whole basin',
      implementation: (net) => {
        const told = graph(net)
        const near = (target: number): Numbers =>
          told.successors.flatMap((targets, s) => (s === target || targets.includes(target) ? [s] : []))
        return { ...told, basins: told.fixedPoints.map(near) }
      },
    },
    {
      id: 'fixed_points_only',
      description: 'does not see the sets in which a net wanders for ever',
      implementation: (net) => {
        const told = graph(net)
        return { ...told, attractors: told.fixedPoints.map((s) => [s]) }
      },
    },
  ],
})
