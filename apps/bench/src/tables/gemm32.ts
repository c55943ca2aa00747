import { dyadics } from '../seeded.js'
import { exactly, type Table } from '../Table.js'
import { product } from './textbook.js'

export const gemm32: Table<'gemm32'> = {
  id: 'gemm-f32',
  title: 'Matrix product, float32',
  task: 'gemm32',
  text:
    'A B of two n×n matrices. Multiples of 1/64 need so few bits that float32 sums are exact too, so all must agree ' +
    'exactly. Whoever has no float32 takes part in float64 and says so.',
  cases: [64, 128, 256, 512, 1024].map((n) => ({
    label: `n = ${n}`,
    quick: n === 256,
    units: 1,
    problem: () => {
      const [a, b] = [Float32Array.from(dyadics(n * n, n)), Float32Array.from(dyadics(n * n, n + 1))]
      return { inputs: { n, a, b }, expected: product(n, a, b), bound: exactly }
    },
  })),
}
