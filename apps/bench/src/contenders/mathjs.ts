/**
 * mathjs: dense matrices of any kind of number.
 */
import type { NodeContender } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import type { Numbers } from '../Protocol.js'
import { prepared } from '../Task.js'
import { clearDiagonal, fromRows, toRows } from './rows.js'

type Rows = ReadonlyArray<ReadonlyArray<number>>

interface Matrix {
  readonly toArray: () => unknown
}

interface Mathjs {
  readonly matrix: (data: Rows | ReadonlyArray<number>) => Matrix
  readonly multiply: (a: Matrix, b: Matrix) => Matrix
  readonly transpose: (a: Matrix) => Matrix
}

const mathjsItself = (): Mathjs => peer('mathjs') as Mathjs

const matrix = (data: Numbers, cols: number): Matrix => mathjsItself().matrix(toRows(data, cols))

const read = (result: Matrix): Float64Array => fromRows(result.toArray() as Rows)

export const mathjs: NodeContender = {
  runtime: 'node',
  name: 'mathjs',
  version: () => peerVersion('mathjs'),
  ways: {
    gemm64: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, b }) => {
          const [first, second, { multiply }] = [matrix(a, n), matrix(b, n), mathjsItself()]
          return prepared(() => multiply(first, second), read)
        },
      },
    ],
    gemv: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, x }) => {
          const [first, second, { multiply }] = [matrix(a, n), mathjsItself().matrix([...x]), mathjsItself()]
          return prepared(
            () => multiply(first, second),
            (result) => Float64Array.from(result.toArray() as ReadonlyArray<number>),
          )
        },
      },
    ],
    hebbian: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, patterns }) => {
          const [stored, { multiply, transpose }] = [matrix(patterns, n), mathjsItself()]
          return prepared(
            () => multiply(transpose(stored), stored),
            (result) => clearDiagonal(read(result), n),
          )
        },
      },
    ],
  },
}
