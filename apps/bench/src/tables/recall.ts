import { corrupted, order, spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { hebbian, rest } from './textbook.js'

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
