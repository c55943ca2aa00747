import { corrupted, spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { answers, outer } from './textbook.js'

const sizes = [
  { n: 256, count: 16, probes: 8, quick: true },
  { n: 2048, count: 128, probes: 4, quick: false },
]

export const bidirectional: Table<'bidirectional'> = {
  id: 'bidirectional',
  title: 'Bidirectional recall',
  task: 'bidirectional',
  text:
    'A bidirectional memory of two layers of n units stores P random pairs; probes are the x of stored pairs with 20 % of ' +
    'their spins turned over, and nothing is known of y. Layers answer each other, all units of one at once, until ' +
    'neither changes; all must come to rest in the very same pair.',
  unit: 'probe',
  cases: sizes.map(({ n, count, probes, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: probes,
    problem: () => {
      const [x, y] = [spins(n * count, n), spins(n * count, n + 1)]
      const starts = corrupted(x, n, probes, 0.2, n)
      const weights = outer(n, count, x, y)
      const expected = new Int8Array(2 * n * probes)
      for (let k = 0; k < probes; k++) expected.set(answers(n, weights, starts.subarray(k * n, (k + 1) * n)), 2 * k * n)
      return { inputs: { n, count, x, y, probes, starts }, expected, bound: exactly }
    },
  })),
}
