/**
 * @stdlib: the reference BLAS in JavaScript.
 */
import type { NodeContender } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import { prepared } from '../Task.js'
import { clearDiagonal, transposed } from './rows.js'

type Transpose = 'no-transpose' | 'transpose'

type Gemm<A> = (
  order: 'row-major',
  transA: Transpose,
  transB: Transpose,
  m: number,
  n: number,
  k: number,
  alpha: number,
  a: A,
  lda: number,
  b: A,
  ldb: number,
  beta: number,
  c: A,
  ldc: number,
) => A

type Gemv = (
  order: 'row-major',
  trans: Transpose,
  m: number,
  n: number,
  alpha: number,
  a: Float64Array,
  lda: number,
  x: Float64Array,
  strideX: number,
  beta: number,
  y: Float64Array,
  strideY: number,
) => Float64Array

const same = <A>(result: A): A => result

export const stdlib: NodeContender = {
  runtime: 'node',
  name: '@stdlib/blas',
  version: () => peerVersion('@stdlib/blas-base-dgemm'),
  ways: {
    gemm64: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, b }) => {
          const dgemm = peer('@stdlib/blas-base-dgemm') as Gemm<Float64Array>
          const plain = 'no-transpose'
          return prepared(
            () => dgemm('row-major', plain, plain, n, n, n, 1, a, n, b, n, 0, new Float64Array(n * n), n),
            same,
          )
        },
      },
    ],
    gemm32: [
      {
        label: '',
        precision: 'float32',
        prepare: ({ n, a, b }) => {
          const sgemm = peer('@stdlib/blas-base-sgemm') as Gemm<Float32Array>
          const plain = 'no-transpose'
          return prepared(
            () => sgemm('row-major', plain, plain, n, n, n, 1, a, n, b, n, 0, new Float32Array(n * n), n),
            same,
          )
        },
      },
    ],
    gemv: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, x }) => {
          const dgemv = peer('@stdlib/blas-base-dgemv') as Gemv
          return prepared(
            () => dgemv('row-major', 'no-transpose', n, n, 1, a, n, x, 1, 0, new Float64Array(n), 1),
            same,
          )
        },
      },
    ],
    hebbian: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, count, patterns }) => {
          const dgemm = peer('@stdlib/blas-base-dgemm') as Gemm<Float64Array>
          // Rows beside rows is the fastest of its loops.
          const x = Float64Array.from(transposed(patterns, count, n))
          const out = () => new Float64Array(n * n)
          const multiply = () =>
            dgemm('row-major', 'no-transpose', 'transpose', n, n, count, 1, x, count, x, count, 0, out(), n)
          return prepared(() => clearDiagonal(multiply(), n), same)
        },
      },
    ],
  },
}
