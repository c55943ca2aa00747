import { dyadics } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { image } from './textbook.js'

export const gemv: Table<'gemv'> = {
  id: 'gemv',
  title: 'Matrix times vector, float64',
  task: 'gemv',
  text: 'A x with A of n×n. Entries are multiples of 1/64, so all must agree exactly.',
  cases: [256, 1024, 2048].map((n) => ({
    label: `n = ${n}`,
    quick: n === 1024,
    units: 1,
    problem: () => {
      const [a, x] = [dyadics(n * n, n), dyadics(n, n + 1)]
      return { inputs: { n, a, x }, expected: image(n, a, x), bound: exactly }
    },
  })),
}
