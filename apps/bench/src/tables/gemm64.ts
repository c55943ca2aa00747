import { dyadics } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { product } from './textbook.js'

export const gemm64: Table<'gemm64'> = {
  id: 'gemm-f64',
  title: 'Matrix product, float64',
  task: 'gemm64',
  text:
    'A B of two n×n matrices. Entries are multiples of 1/64, whose products and sums no rounding touches, so all must ' +
    'agree exactly.',
  cases: [64, 128, 256, 512, 1024].map((n) => ({
    label: `n = ${n}`,
    quick: n === 256,
    units: 1,
    problem: () => {
      const [a, b] = [dyadics(n * n, n), dyadics(n * n, n + 1)]
      return { inputs: { n, a, b }, expected: product(n, a, b), bound: exactly }
    },
  })),
}
