/**
 * Counterexamples of the laws of energy and rest, as the hunt's worker posts them: plain data, not yet trusted.
 */
import { Schema } from '@engram/spec'
import { repair } from '../repair.js'

const maxUnits = 12

const instanceSchema = Schema.make((S) =>
  S.struct({
    encoding: S.literal('bipolar', 'binary'),
    tie: S.literal('keep', 'up', 'down', 'flip'),
    weights: S.matrix({ rows: { min: 1, max: maxUnits }, columns: { min: 1, max: maxUnits } }),
    thresholds: S.vector({ min: 1, max: maxUnits }),
    input: S.vector({ min: 1, max: maxUnits }),
  }),
)

type Instance = Schema.TypeOf<typeof instanceSchema>

/** Which units were updated, and when. */
export type Timing =
  | { readonly _tag: 'Unit'; readonly unit: number }
  | { readonly _tag: 'Ordered'; readonly order: ReadonlyArray<number> }
  | { readonly _tag: 'Shuffled' | 'RandomUnit'; readonly seed: number }
  | { readonly _tag: 'Synchronous' }

export interface Witness {
  readonly encoding: Instance['encoding']
  readonly tie: Instance['tie']
  readonly weights: ReadonlyArray<ReadonlyArray<number>>
  readonly thresholds: ReadonlyArray<number>
  readonly input: ReadonlyArray<number>
  readonly state: ReadonlyArray<number>
  readonly timing: Timing
}

const nothing: Instance = { encoding: 'bipolar', tie: 'keep', weights: [], thresholds: [], input: [] }

const isNumbers = (value: unknown): value is ReadonlyArray<number> =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'number')

/** An order in which every unit comes once. */
const isOrder = (value: unknown, units: number): value is ReadonlyArray<number> =>
  isNumbers(value) && value.length === units && new Set(value).size === units && value.every((u) => u >= 0 && u < units)

const own = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined

/** A unit, or a schedule as a law draws it. */
export const timingOf = (source: unknown, units: number): Timing => {
  const [tag, order, seed] = [own(source, '_tag'), own(source, 'order'), own(source, 'seed')]
  if (typeof source === 'number') return { _tag: 'Unit', unit: source }
  if (tag === 'Ordered' && isOrder(order, units)) return { _tag: 'Ordered', order }
  if ((tag === 'Shuffled' || tag === 'RandomUnit') && typeof seed === 'number') return { _tag: tag, seed }
  return { _tag: 'Synchronous' }
}

/**
 * Reads what fast-check found: the arguments of the property, of which the laws have one, a tuple of network, state
 * and perhaps a unit, or of network, schedule and state.
 */
export const readCounterexample = (found: unknown): Witness | undefined => {
  const [tuple] = Array.isArray(found) ? (found as ReadonlyArray<unknown>) : []
  if (!Array.isArray(tuple)) return undefined
  const [source, second, third] = tuple as ReadonlyArray<unknown>
  const [state, timing] = isNumbers(second) ? [second, third] : [third, second]
  const { encoding, tie, weights, thresholds, input } = repair(instanceSchema, nothing)(source)
  const units = weights.length
  const fits = [weights[0], thresholds, input, state].every((each) => isNumbers(each) && each.length === units)
  return units === 0 || !fits || !isNumbers(state)
    ? undefined
    : {
        encoding,
        tie,
        weights,
        thresholds,
        input,
        state,
        timing: timingOf(timing, units),
      }
}

/** θ − x: energy and field know no more of either. */
export const thresholdsOf = ({ thresholds, input }: Witness): ReadonlyArray<number> =>
  thresholds.map((threshold, i) => threshold - (input[i] ?? 0))

const names = {
  Unit: 'ordered',
  Ordered: 'ordered',
  Shuffled: 'shuffled',
  RandomUnit: 'random',
  Synchronous: 'synchronous',
} as const

/** The schedule as documents name it; a unit that was asked alone comes first. */
export const settingsOf = (timing: Timing, units: number) => {
  const others = Array.from({ length: units }, (_, unit) => unit)
  return {
    schedule: names[timing._tag],
    order:
      timing._tag === 'Ordered'
        ? timing.order
        : timing._tag === 'Unit'
          ? [timing.unit, ...others.filter((unit) => unit !== timing.unit)]
          : others,
    seed: 'seed' in timing ? timing.seed : 1,
  }
}
