import { spins } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { hebbian as textbook } from './textbook.js'

const sizes = [
  { n: 256, count: 25, quick: false },
  { n: 1024, count: 100, quick: true },
  { n: 4096, count: 400, quick: false },
]

export const hebbian: Table<'hebbian'> = {
  id: 'hebbian',
  title: 'Hebbian weights',
  task: 'hebbian',
  text:
    'W = Σₚ s(p) s(p)ᵀ without its diagonal, from P patterns of n spins. Weights are whole numbers, so all must agree ' +
    'exactly. Libraries of matrices take the product Xᵀ X.',
  cases: sizes.map(({ n, count, quick }) => ({
    label: `n = ${n}, P = ${count}`,
    quick,
    units: 1,
    problem: () => {
      const patterns = spins(n * count, n)
      return { inputs: { n, count, patterns }, expected: textbook(n, count, patterns), bound: exactly }
    },
  })),
}
