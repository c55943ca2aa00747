/**
 * The law of many recalls at once (row B2).
 */
import fc from 'fast-check'
import { either as E, function as F } from 'fp-ts'
import { Law } from '@engram/law'
import * as Pair from '../Pair.js'
import * as Recall from '../Recall.js'
import type { Instance, PlainPair } from '../reference.js'
import { bamOf, plain, plenty } from './adapters.js'
import { instanceAndPair, type Numbers } from './arbitraries.js'

/** What is known of a pair. */
export interface PlainProbe {
  readonly x?: Numbers
  readonly y?: Numbers
}

/** Where a run ended, in plain data. */
export interface End {
  readonly pair: PlainPair
  readonly outcome: string
  readonly sweeps: number
  readonly flips: number
  readonly energies: Numbers
}

export type RunAll = (instance: Instance, probes: ReadonlyArray<PlainProbe>) => ReadonlyArray<End>

const probeOf =
  ({ encoding }: Instance) =>
  (known: PlainProbe): Recall.Probe => ({
    ...(known.x === undefined ? {} : { x: Pair.unsafeState(encoding, Int8Array.from(known.x)) }),
    ...(known.y === undefined ? {} : { y: Pair.unsafeState(encoding, Int8Array.from(known.y)) }),
  })

const toEnd = ({ energies, flips, outcome, pair, sweeps }: Recall.End): End => ({
  pair: plain(pair),
  outcome: outcome._tag,
  sweeps,
  flips,
  energies,
})

export const runAll: RunAll = (instance, probes) =>
  F.pipe(
    Recall.recallAll({ maxSweeps: plenty })(bamOf(instance))(probes.map(probeOf(instance))),
    E.match(
      () => [],
      (ends) => ends.map(toEnd),
    ),
  )

/** One by one, each with its trace. */
export const runEach: RunAll = (instance, probes) =>
  F.pipe(
    probes.map(probeOf(instance)),
    E.traverseArray(Recall.recall({ maxSweeps: plenty })(bamOf(instance))),
    E.match(
      () => [],
      (ends) => ends.map(toEnd),
    ),
  )

/** Halves of a pair, the whole of it, and its complement. */
const probes: fc.Arbitrary<readonly [Instance, ReadonlyArray<PlainProbe>]> = fc
  .tuple(instanceAndPair({}), fc.shuffledSubarray([0, 1, 2, 3]))
  .map(([[instance, { x, y }], chosen]) => {
    const turned = (values: ReadonlyArray<number>) =>
      values.map((value) => (instance.encoding === 'binary' ? 1 - value : 0 - value))
    const all: ReadonlyArray<PlainProbe> = [{ x }, { y }, { x, y }, { x: turned(x), y: turned(y) }]
    return [instance, chosen.flatMap((k) => all.slice(k, k + 1))]
  })

const same = (a: ReadonlyArray<End>, b: ReadonlyArray<End>): boolean => JSON.stringify(a) === JSON.stringify(b)

export const bamRecallAllEqRecall = Law.law<RunAll>({
  id: 'bam_recall_all_eq_recall',
  statement: 'recalls from many probes end as they do one by one: pair, outcome, sweeps, flips and energies',
  source: 'definition of a batch',
  rows: ['B2'],
  hypotheses: [],
  property: (runAll) =>
    fc.property(probes, ([instance, given]) => same(runAll(instance, given), runEach(instance, given))),
  countermodels: [
    {
      id: 'one_after_another',
      description: 'goes on from the end of the run before',
      implementation: (instance, given) =>
        given.reduce<ReadonlyArray<End>>(
          (ends, probe) => [...ends, ...runEach(instance, [{ ...ends.at(-1)?.pair, ...probe }])],
          [],
        ),
    },
    {
      id: 'one_order',
      description: 'lets Y go first, whatever is known',
      implementation: (instance, given) =>
        runEach(
          instance,
          given.map(({ x, y }) => ({
            x: x ?? instance.thresholds.x.map(() => 0),
            y: y ?? instance.thresholds.y.map(() => 0),
          })),
        ),
    },
    {
      id: 'until_all_rest',
      description: 'sweeps all of them until the last one rests',
      implementation: (instance, given) => {
        const ends = runEach(instance, given)
        return ends.map((end) => ({ ...end, sweeps: Math.max(...ends.map(({ sweeps }) => sweeps)) }))
      },
    },
  ],
})
