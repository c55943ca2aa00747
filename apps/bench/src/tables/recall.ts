import { corrupted, order, spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { hebbian, rest, restByOverlaps, restTogether } from './textbook.js'

const sizes = [
  { n: 256, count: 18, probes: 16, quick: false },
  { n: 1024, count: 70, probes: 8, quick: true },
  { n: 4096, count: 200, probes: 2, quick: false },
]

export const recall: Table<'recall'> = {
  id: 'recall',
  title: 'Hopfield recall, one unit at a time',
  task: 'recall',
  text:
    'A network of n units stores P random patterns; probes are stored patterns with 20 % of their spins turned over. ' +
    'Units are asked in a fixed random order, sweep after sweep, until a sweep changes none. Everyone starts from the ' +
    'weights (or the patterns) in a form of their own choice, and all must come to rest in the very same state.',
  unit: 'probe',
  cases: sizes.map(({ n, count, probes, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: probes,
    problem: () => {
      const patterns = spins(n * count, n)
      const starts = corrupted(patterns, n, probes, 0.2, n)
      const asked = order(n, n)
      const weights = hebbian(n, count, patterns)
      const expected = new Int8Array(n * probes)
      for (let k = 0; k < probes; k++) expected.set(rest(n, weights, starts.subarray(k * n, (k + 1) * n), asked), k * n)
      return { inputs: { n, count, patterns, probes, starts, order: asked }, expected, bound: exactly }
    },
  })),
}

export const synchronous: Table<'synchronous'> = {
  id: 'synchronous',
  title: 'Hopfield recall, all units at once, 100 probes',
  task: 'synchronous',
  text:
    'The same networks and probes, but all units move at the same moment, and all probes are given together. Everyone ' +
    'starts from the weights (or the patterns) in a form of their own choice, and all must come to rest in the very same ' +
    'states.',
  unit: 'batch',
  cases: [
    { n: 256, count: 16, quick: false },
    { n: 1024, count: 70, quick: true },
  ].map(({ n, count, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: 1,
    problem: () => {
      const probes = 100
      const patterns = spins(n * count, n)
      const starts = corrupted(
        Int8Array.from({ length: n * probes }, (_, k) => patterns[k % patterns.length] as number),
        n,
        probes,
        0.2,
        n,
      )
      const weights = hebbian(n, count, patterns)
      const expected = new Int8Array(n * probes)
      for (let k = 0; k < probes; k++)
        expected.set(restTogether(n, weights, starts.subarray(k * n, (k + 1) * n)), k * n)
      return { inputs: { n, count, patterns, probes, starts }, expected, bound: exactly }
    },
  })),
}

export const largeRecall: Table<'largeRecall'> = {
  id: 'recall-large',
  title: 'Hopfield recall without weights',
  task: 'largeRecall',
  text:
    'As above, one unit at a time, with so many units that their weights, 800 MB for 10 000 of them, are better not ' +
    'written down: the field of a unit is a sum over the patterns.',
  unit: 'probe',
  cases: [
    { n: 2048, count: 100, probes: 4, quick: true },
    { n: 10_000, count: 500, probes: 2, quick: false },
  ].map(({ n, count, probes, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: probes,
    problem: () => {
      const patterns = spins(n * count, n)
      const starts = corrupted(patterns, n, probes, 0.2, n)
      const asked = order(n, n)
      const expected = new Int8Array(n * probes)
      for (let k = 0; k < probes; k++)
        expected.set(restByOverlaps(n, count, patterns, starts.subarray(k * n, (k + 1) * n), asked), k * n)
      return { inputs: { n, count, patterns, probes, starts, order: asked }, expected, bound: exactly }
    },
  })),
}
