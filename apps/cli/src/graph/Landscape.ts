/**
 * What a transition graph looks like from where its walks end.
 *
 * Definitions: from every state one walk starts; at each step one of the units that would change, chosen at random, does.
 *              A `Well` is an attractor with the share of these walks that end in it; the states that lead to it alone
 *              are its `certain` ones. `across` places a state from left to right among the wells that it is like.
 * Convention:  wells stand from left to right in the order of their likeness to the first stored pattern, each as wide
 *              as its share.
 */
import { Overlap, Pattern, Verdict } from '@engram/associative-memory'
import { either as E } from 'fp-ts'
import { TransitionGraph } from '@engram/hopfield'
import type { Model } from '@engram/hopfield/spec'
import { drain, onlyEnd } from './kernels/walk.js'

/** What an attractor is to the stored patterns; `resting` where there are none. */
export type Kind = 'stored' | 'reversed' | 'spurious' | 'resting' | 'wandering'

export interface Well {
  readonly kind: Kind
  /** Ascending. */
  readonly states: ReadonlyArray<number>
  /** The one with the lowest energy. */
  readonly deepest: number
  readonly energy: number
  /** Of all walks, how many end here. */
  readonly share: number
  /** How many states lead here and nowhere else, its own included. */
  readonly certain: number
  /** Its middle, from 0 to 1. */
  readonly across: number
}

export interface Landscape {
  readonly model: Model.Model
  readonly graph: TransitionGraph.TransitionGraph
  /** From left to right. */
  readonly wells: ReadonlyArray<Well>
  /** The number of the only well that each state leads to; negative where there are several. */
  readonly ends: Int32Array
  readonly across: Float64Array
  /** How many walks take each step; as `successors`. */
  readonly flow: Float64Array
}

/** The lowest and the highest. */
export const range = (energies: TransitionGraph.TransitionGraph['energies']): readonly [number, number] =>
  Array.from(energies).reduce<readonly [number, number]>(
    ([low, high], energy) => [Math.min(low, energy), Math.max(high, energy)],
    [Infinity, -Infinity],
  )

const lowest = (energies: TransitionGraph.TransitionGraph['energies'], states: ReadonlyArray<number>): number =>
  states.reduce((best, s) => ((energies[s] ?? 0) < (energies[best] ?? 0) ? s : best), states[0] ?? 0)

const likeness = (a: Pattern.Pattern, b: Pattern.Pattern): number =>
  E.getOrElse(() => 0)(Overlap.overlap(Pattern.toBipolar(a))(Pattern.toBipolar(b)))

const kindOf = ({ patterns }: Model.Model): ((states: ReadonlyArray<number>) => Kind) => {
  const stored = new Set(patterns.map(TransitionGraph.indexOf))
  const reversed = new Set(patterns.map((pattern) => TransitionGraph.indexOf(Pattern.negate(pattern))))
  return ([first = 0, ...others]) => {
    if (others.length > 0) return 'wandering'
    if (stored.has(first)) return 'stored'
    if (reversed.has(first)) return 'reversed'
    return patterns.length === 0 ? 'resting' : 'spurious'
  }
}

/** How much a state that is one well is drawn to it rather than to one that shares half of the units. */
const sharpness = 5

/** Wells that few walks end in pull nobody; of many alike, so many that stand apart do. */
const mostPulling = 16

const ones = (bits: number): number => (bits === 0 ? 0 : (bits & 1) + ones(bits >>> 1))

/** The mean place of the wells, each weighted by e to the power of its likeness. */
const leaning = (n: number, wells: ReadonlyArray<Well>): ((energy: number, state: number) => number) => {
  const least = wells.map(({ share }) => share).toSorted((a, b) => b - a)[mostPulling - 1] ?? 0
  const large = wells.filter(({ share }) => share >= least)
  const pulling = large.filter((_, k) => k % Math.ceil(large.length / mostPulling) === 0)
  return (_, state) => {
    const weights = pulling.map(({ deepest }) => Math.exp(sharpness * (1 - (2 * ones(deepest ^ state)) / n)))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return pulling.reduce((sum, { across }, k) => sum + across * ((weights[k] ?? 0) / total), 0)
  }
}

/** The graph of the model, its walks walked. Cost: O(2ⁿ·n) where energy falls; the number of passes more where it need not */
export const make =
  (model: Model.Model) =>
  (graph: TransitionGraph.TransitionGraph): Landscape => {
    const { attractors, energies, size: n, successors } = graph
    const stateAt = TransitionGraph.stateAt(graph.network)
    const guide = model.patterns[0] ?? stateAt(lowest(energies, attractors.flat()))
    const ordered = attractors
      .map((states) => ({ states, deepest: lowest(energies, states) }))
      .map((each) => ({ ...each, alike: likeness(guide, stateAt(each.deepest)) }))
      .toSorted((a, b) => b.alike - a.alike || a.deepest - b.deepest)
    const well = new Int32Array(energies.length).fill(-1)
    ordered.forEach(({ states }, k) => states.forEach((s) => well.fill(k, s, s + 1)))
    const order = Uint32Array.from(energies, (_, s) => s).toSorted((a, b) => (energies[b] ?? 0) - (energies[a] ?? 0))
    const steps = { order, successors, n }

    const mass = new Float64Array(energies.length).fill(1)
    const flow = new Float64Array(successors.length)
    drain(mass, flow, well, steps)

    const ends = Int32Array.from(well)
    onlyEnd(ends, steps)
    const certain = new Map<number, number>()
    ends.forEach((end) => certain.set(end, (certain.get(end) ?? 0) + 1))

    const shares = ordered.map(({ states }) => states.reduce((sum, s) => sum + (mass[s] ?? 0), 0) / energies.length)
    const kind = kindOf(model)
    const { wells } = ordered.reduce<{ readonly from: number; readonly wells: Array<Well> }>(
      ({ from, wells: sofar }, { deepest, states }, k) => {
        const share = shares[k] ?? 0
        sofar.push({
          kind: kind(states),
          states,
          deepest,
          energy: energies[deepest] ?? 0,
          share,
          certain: certain.get(k) ?? 0,
          across: from + share / 2,
        })
        return { from: from + share, wells: sofar }
      },
      { from: 0, wells: [] },
    )
    const across = Float64Array.from(energies, leaning(n, wells))
    return { model, graph, wells, ends, across, flow }
  }

/** Of the range of energies, what rounding may add. */
const roundoff = 1e-9

/** Whether a step, numbered as in `successors`, leads upwards. */
export const isRise = ({ graph: { energies, size, successors } }: Landscape): ((step: number) => boolean) => {
  const [low, high] = range(energies)
  return (step) =>
    (energies[successors[step] ?? 0] ?? 0) - (energies[Math.floor(step / size)] ?? 0) > roundoff * (high - low)
}

/** `1+2−3`, patterns counted from 1, those that are turned over last. */
const sum = ({ indices, signs }: Verdict.Mixture): string =>
  indices
    .map((index, k) => ({ index, sign: signs[k] ?? 1 }))
    .toSorted((a, b) => b.sign - a.sign)
    .map(({ index, sign }, k) => `${sign < 0 ? '−' : k > 0 ? '+' : ''}${index + 1}`)
    .join('')

/** What a well is called, patterns counted from 1. */
export const nameOf = ({ graph, model }: Landscape, { deepest, kind, states }: Well): string => {
  if (kind === 'wandering') return `wanders, ${states.length} states`
  if (kind === 'resting') return 'fixed point'
  const verdict = Verdict.ofState(model.patterns)(TransitionGraph.stateAt(graph.network)(deepest))
  switch (verdict._tag) {
    case 'Stored':
      return `pattern ${verdict.index + 1}`
    case 'Reversed':
      return `negative of ${verdict.index + 1}`
    case 'Mixture':
      return `mixture ${sum(verdict)}`
    case 'Spurious':
      return 'never stored'
  }
}

/** The values of the units of a state, as a reader writes them. */
export const spell = (
  { encoding, size }: Pick<TransitionGraph.TransitionGraph, 'encoding' | 'size'>,
  state: number,
): string => {
  const bits = state.toString(2).padStart(size, '0')
  return encoding === 'binary' ? bits : bits.replaceAll('1', '+').replaceAll('0', '−')
}
