/**
 * Laws of recall as a search for the nearest stored pattern: what of it is true (row H8).
 */
import fc from 'fast-check'
import { Schedule } from '@engram/associative-memory'
import { Law } from '@engram/law'
import * as Reference from '../reference.js'
import { equalNumbers, type RunStored } from './adapters.js'
import type { Numbers, Rows } from './arbitraries.js'
import { asynchronous } from './running.js'

const differences = (a: Numbers, b: Numbers): number => a.filter((value, i) => value !== b[i]).length

const least = (patterns: Rows, y: Numbers): number =>
  patterns.reduce((distance, pattern) => Math.min(distance, differences(pattern, y)), Infinity)

/** Whether no negative of a pattern is as near as the nearest pattern. */
const isNearer = (patterns: Rows, y: Numbers): boolean =>
  patterns.every((pattern) => y.length - differences(pattern, y) > least(patterns, y))

const isNearest = (patterns: Rows, y: Numbers, state: Numbers): boolean =>
  patterns.some((pattern) => equalNumbers(pattern, state) && differences(pattern, y) === least(patterns, y))

/** Patterns, a schedule of any kind, and a probe: the first pattern with at most some of its units turned over. */
const probed = (maxPatterns: number, maxTurned: (n: number) => number) =>
  fc.integer({ min: 1, max: 9 }).chain((n) => {
    const units = Array.from({ length: n }, (_, unit) => unit)
    const spins = fc.array(fc.constantFrom(1, -1), { minLength: n, maxLength: n })
    return fc
      .tuple(
        fc.array(spins, { minLength: 1, maxLength: maxPatterns }),
        fc.oneof(asynchronous(n), fc.constant(Schedule.synchronous)),
        fc.subarray(units, { maxLength: maxTurned(n) }),
      )
      .map(([patterns, schedule, turned]) => {
        const probe = units.map((unit) => (patterns[0]?.[unit] ?? 1) * (turned.includes(unit) ? -1 : 1))
        return [patterns, schedule, probe] as const
      })
  })

const fewerThanHalf = (n: number): number => Math.ceil(n / 2) - 1

const recalled = (runFrom: RunStored, patterns: Rows, schedule: Schedule.Schedule, probe: Numbers): boolean =>
  isNearest(patterns, probe, runFrom({}, 'bipolar', patterns, schedule, probe, 'Dense').state)

/** One sweep over a network that stores the patterns, but for how its units answer a field. */
const answering =
  (answer: (field: number) => number): RunStored =>
  (_, encoding, patterns, __, y) => {
    const zeros = y.map(() => 0)
    const weights = Reference.weights(encoding, patterns)
    const instance: Reference.Instance = { encoding, tie: 'keep', weights, thresholds: zeros, input: zeros }
    const state = y.reduce<Numbers>(
      (now, ___, unit) =>
        now.map((value, i) => (i === unit ? answer(Reference.localField(instance, now, unit)) : value)),
      y,
    )
    return { state, outcome: 'FixedPoint', period: 1, updates: [], energies: [] }
  }

export const recallNearestOfSingle = Law.law<RunStored>({
  id: 'recall_nearest_of_single',
  statement:
    'a network that stores one pattern, and keeps its state on ties, recalls it from every probe that is nearer to it than to its negative, in whatever order units are asked',
  source: 'lectures V and L, "the closest stored pattern is recalled": false as stated',
  rows: ['H8'],
  hypotheses: [
    {
      id: 'single',
      statement: 'no other pattern is stored',
      dropped: (runFrom) =>
        fc.property(
          probed(4, fewerThanHalf),
          ([patterns, schedule, probe]) => !isNearer(patterns, probe) || recalled(runFrom, patterns, schedule, probe),
        ),
    },
    {
      id: 'nearer',
      statement: 'the probe is nearer to the pattern than to its negative',
      dropped: (runFrom) =>
        fc.property(
          probed(1, (n) => n),
          ([patterns, schedule, probe]) => recalled(runFrom, patterns, schedule, probe),
        ),
    },
  ],
  property: (runFrom) =>
    fc.property(probed(1, fewerThanHalf), ([patterns, schedule, probe]) =>
      recalled(runFrom, patterns, schedule, probe),
    ),
  countermodels: [
    {
      id: 'sign_of_zero',
      description: 'writes sign(0) = 0 into the state',
      implementation: answering((field) => Math.sign(field)),
    },
    {
      id: 'zero_is_negative',
      description: 'answers −1 in zero field',
      implementation: answering((field) => (field > 0 ? 1 : -1)),
    },
  ],
})
