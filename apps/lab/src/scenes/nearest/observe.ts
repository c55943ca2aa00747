/**
 * What there is to see of a state of the nearest scene: everything is asked of the packages.
 */
import { option as O } from 'fp-ts'
import { NearestNeighbour, Overlap, Pattern } from '@engram/associative-memory'
import { Network, Radius, Recall, TransitionGraph, Verdict } from '@engram/hopfield'
import { latest } from '../../latest.js'
import { must } from '../../must.js'
import { scheduleOf } from '../schedule.js'
import { unitsOf, type Document, type Rows } from './document.js'
import { mapOf, type Map as Layout } from './layout.js'

/** Where a run from a state ends, and how that compares with the nearest stored pattern. */
export interface Fate {
  readonly nearest: NearestNeighbour.Nearest
  readonly verdict: Verdict.Verdict
  /** The number of the state in which it ends, or goes round last. */
  readonly end: number
  readonly kind: 'nearest' | 'other' | 'reversed' | 'spurious' | 'cycle'
}

/** How the states at one distance from their nearest pattern fare. */
export interface Shell {
  readonly distance: number
  readonly states: number
  readonly counts: { readonly [kind in Fate['kind']]: number }
}

export interface Seen {
  readonly document: Document
  readonly units: number
  readonly layout: Layout
  readonly fates: ReadonlyArray<Fate>
  readonly shells: ReadonlyArray<Shell>
  /** How far around each stored pattern recall is guaranteed; nothing around one that is no fixed point. */
  readonly radii: ReadonlyArray<number | undefined>
  /** The same around the state in which the run ends. */
  readonly endRadius: number | undefined
  readonly probe: ReadonlyArray<number>
  readonly fate: Fate
  /** Whether the probe is nearer to a stored pattern than to every negative. */
  readonly isNearer: boolean
  readonly outcome: Recall.Outcome
  readonly end: number
  readonly current: ReadonlyArray<number>
  /** The numbers of the states passed through up to now, and of the whole run. */
  readonly path: ReadonlyArray<number>
  /** Unit asked last, −1 for none or all. */
  readonly unit: number
  /** Of the current state, to each stored pattern. */
  readonly distances: ReadonlyArray<number>
}

/** Far more than a handful of units needs to rest or to come round. */
const maxSweeps = 60

const storedOf = latest((rows: Rows) => rows.map((row) => must(Pattern.bipolar(row))))

const networkOf = latest((stored: ReadonlyArray<Pattern.Bipolar>) => must(Network.fromPatterns({})(stored)))

const kindOf = (verdict: Verdict.Verdict, { indices }: NearestNeighbour.Nearest): Fate['kind'] => {
  switch (verdict._tag) {
    case 'Stored':
      return indices.includes(verdict.index) ? 'nearest' : 'other'
    case 'Reversed':
      return 'reversed'
    case 'Mixture':
    case 'Spurious':
      return 'spurious'
    case 'Cycle':
    case 'Exhausted':
      return 'cycle'
  }
}

type Timing = Pick<Document, 'schedule' | 'order' | 'seed'>

const runFrom = (network: Network.Network, timing: Timing, state: number): Recall.Recall =>
  must(Recall.recall({ schedule: scheduleOf(timing), maxSweeps })(network)(TransitionGraph.stateAt(network)(state)))

const fatesOf = latest(
  (
    network: Network.Network,
    stored: ReadonlyArray<Pattern.Bipolar>,
    schedule: Document['schedule'],
    order: Document['order'],
    seed: number,
  ): ReadonlyArray<Fate> => {
    const known = new Map<number, Verdict.Verdict>()
    return Array.from({ length: 2 ** network.size }, (_, state) => {
      const run = runFrom(network, { schedule, order, seed }, state)
      const end = TransitionGraph.indexOf(run.state)
      const verdict = (run.outcome._tag === 'FixedPoint' ? known.get(end) : undefined) ?? Verdict.ofRecall(stored)(run)
      if (run.outcome._tag === 'FixedPoint') known.set(end, verdict)
      const nearest = must(NearestNeighbour.nearest('hamming')(stored)(TransitionGraph.stateAt(network)(state)))
      return { nearest, verdict, end, kind: kindOf(verdict, nearest) }
    })
  },
)

const none: Shell['counts'] = { nearest: 0, other: 0, reversed: 0, spurious: 0, cycle: 0 }

const shellsOf = latest((fates: ReadonlyArray<Fate>): ReadonlyArray<Shell> => {
  const shells = new Map<number, Shell>()
  fates.forEach(({ nearest: { distance }, kind }) => {
    const shell = shells.get(distance) ?? { distance, states: 0, counts: none }
    shells.set(distance, {
      distance,
      states: shell.states + 1,
      counts: { ...shell.counts, [kind]: shell.counts[kind] + 1 },
    })
  })
  return [...shells.values()].toSorted((a, b) => a.distance - b.distance)
})

const runOf = latest(
  (network: Network.Network, start: number, schedule: Document['schedule'], order: Document['order'], seed: number) => {
    const run = runFrom(network, { schedule, order, seed }, start)
    const stride = schedule === 'synchronous' ? network.size : 1
    const states = Array.from({ length: run.trace.units.length / stride + 1 }, (_, k) =>
      Recall.stateAt(run)(k * stride),
    )
    return { run, states, path: states.map(TransitionGraph.indexOf), stride }
  },
)

const radiusOf = (network: Network.Network, state: Network.State): number | undefined =>
  O.toUndefined(must(Radius.radius(network)(state)))

const radiiOf = latest((network: Network.Network, stored: ReadonlyArray<Pattern.Bipolar>) =>
  stored.map((pattern) => radiusOf(network, pattern)),
)

const endRadiusOf = latest((network: Network.Network, { outcome, state }: Recall.Recall) =>
  outcome._tag === 'FixedPoint' ? radiusOf(network, state) : undefined,
)

const layoutOf = latest(mapOf)

const isNearerOf = latest(
  (stored: ReadonlyArray<Pattern.Bipolar>, probe: Network.State, { distance }: NearestNeighbour.Nearest): boolean =>
    must(NearestNeighbour.nearest('hamming')(stored.map(Pattern.negate))(probe)).distance > distance,
)

export const observe = (document: Document): Seen => {
  const stored = storedOf(document.rows)
  const network = networkOf(stored)
  const { schedule, order, seed, start } = document
  const fates = fatesOf(network, stored, schedule, order, seed)
  const { run, states, path, stride } = runOf(network, start, schedule, order, seed)
  const end = states.length - 1
  const at = Math.min(document.at, end)
  const probe = TransitionGraph.stateAt(network)(start)
  const current = states[at] ?? probe
  const fate = fates[start] ?? {
    nearest: { distance: 0, indices: [0] },
    verdict: { _tag: 'Exhausted' },
    end: start,
    kind: 'cycle',
  }
  return {
    document: { ...document, at, reach: Math.min(document.reach, end) },
    units: unitsOf(document),
    layout: layoutOf(network.size),
    fates,
    shells: shellsOf(fates),
    radii: radiiOf(network, stored),
    endRadius: endRadiusOf(network, run),
    probe: Pattern.toArray(probe),
    fate,
    isNearer: isNearerOf(stored, probe, fate.nearest),
    outcome: run.outcome,
    end,
    current: Pattern.toArray(current),
    path: path.slice(0, at + 1),
    unit: stride === 1 && at > 0 ? (run.trace.units[at - 1] ?? -1) : -1,
    distances: stored.map((pattern) => must(Overlap.hamming(pattern)(current))),
  }
}

/** Where a cycle begins that the run ends in. */
export const loopOf = ({ outcome, end, document, units }: Seen): number | undefined =>
  outcome._tag === 'Cycle' ? end - outcome.period * (document.schedule === 'synchronous' ? 1 : units) : undefined
