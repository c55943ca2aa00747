import { corrupted, order, spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { cube, denseSweep } from './textbook.js'

const sizes = [
  { n: 64, count: 200, probes: 16, quick: false },
  { n: 256, count: 2000, probes: 4, quick: true },
]

type Dense = 'denseCubic' | 'denseExponential'

const table = <K extends Dense>(
  task: K,
  f: (z: number) => number,
  { id, title, formula }: { readonly id: string; readonly title: string; readonly formula: string },
): Table<K> => ({
  id,
  title,
  task,
  text:
    `A memory with the energy ${formula} stores P random patterns of n spins; probes are stored patterns with 2 % of ` +
    'their spins turned over. One sweep: each unit in turn takes the value of lower energy. All must come to the very ' +
    'same state. Everyone starts from the patterns in a form of their own choice.',
  unit: 'sweep',
  cases: sizes.map(({ n, count, probes, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: probes,
    problem: () => {
      const patterns = spins(n * count, n)
      const starts = corrupted(patterns, n, probes, 0.02, n)
      const asked = order(n, n)
      const expected = new Int8Array(n * probes)
      for (let k = 0; k < probes; k++) {
        const start = starts.subarray(k * n, (k + 1) * n)
        expected.set(denseSweep(f, n, count, patterns, start, asked), k * n)
      }
      return { inputs: { n, count, patterns, probes, starts, order: asked }, expected, bound: exactly }
    },
  })),
})

export const denseCubic = table('denseCubic', cube, {
  id: 'dense-cubic',
  title: 'Dense memory, cubic: one sweep',
  formula: '−Σ (s(k)·y)³',
})

export const denseExponential = table('denseExponential', Math.exp, {
  id: 'dense-exponential',
  title: 'Dense memory, exponential: one sweep',
  formula: '−Σ exp(s(k)·y)',
})
