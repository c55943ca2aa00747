/**
 * ml-matrix: matrices as arrays of Float64Array rows.
 */
import type { NodeContender } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import type { Numbers } from '../Protocol.js'
import { prepared } from '../Task.js'
import { clearDiagonal } from './rows.js'

interface Matrix {
  readonly mmul: (other: Matrix) => Matrix
  readonly transpose: () => Matrix
  readonly getRow: (i: number) => ReadonlyArray<number>
  readonly getRowVector: (i: number) => Matrix
  readonly get: (i: number, j: number) => number
  readonly set: (i: number, j: number, value: number) => Matrix
  readonly to1DArray: () => ReadonlyArray<number>
}

interface MlMatrix {
  readonly Matrix: { readonly from1DArray: (rows: number, cols: number, data: ArrayLike<number>) => Matrix }
}

const matrix = (rows: number, cols: number, data: Numbers): Matrix =>
  (peer('ml-matrix') as MlMatrix).Matrix.from1DArray(rows, cols, data)

const read = (result: Matrix): Float64Array => Float64Array.from(result.to1DArray())

/** Layers that answer each other until neither changes: each a product of a matrix with a column. */
const answer = (n: number, forth: Matrix, back: Matrix, start: Int8Array): ReadonlyArray<number> => {
  const layer = (weights: Matrix, from: ReadonlyArray<number>, own: ReadonlyArray<number>): ReadonlyArray<number> =>
    weights
      .mmul(matrix(n, 1, Float64Array.from(from)))
      .to1DArray()
      .map((field, unit) => Math.sign(field) || (own[unit] ?? 0))
  const settle = (x: ReadonlyArray<number>, y: ReadonlyArray<number>): ReadonlyArray<number> => {
    const nextY = layer(forth, x, y)
    const nextX = layer(back, nextY, x)
    return nextX.every((spin, i) => spin === x[i]) && nextY.every((spin, j) => spin === y[j])
      ? [...x, ...y]
      : settle(nextX, nextY)
  }
  return settle(
    [...start],
    Array.from({ length: n }, () => 0),
  )
}

/** A unit's field as the product of its row with the state, a column. */
const rest = (rows: ReadonlyArray<Matrix>, start: Int8Array, order: Int32Array): Int8Array => {
  const state = matrix(start.length, 1, start)
  let moving = true
  while (moving) {
    moving = false
    for (const i of order) {
      const field = (rows[i] as Matrix).mmul(state).get(0, 0)
      const next = field === 0 ? state.get(i, 0) : Math.sign(field)
      if (next === state.get(i, 0)) continue
      moving = true
      state.set(i, 0, next)
    }
  }
  return Int8Array.from(state.to1DArray())
}

export const mlMatrix: NodeContender = {
  runtime: 'node',
  name: 'ml-matrix',
  version: () => peerVersion('ml-matrix'),
  ways: {
    gemm64: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, b }) => {
          const [first, second] = [matrix(n, n, a), matrix(n, n, b)]
          return prepared(() => first.mmul(second), read)
        },
      },
    ],
    gemv: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, x }) => {
          const [first, second] = [matrix(n, n, a), matrix(n, 1, x)]
          return prepared(() => first.mmul(second), read)
        },
      },
    ],
    hebbian: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, count, patterns }) => {
          const rows = matrix(count, n, patterns)
          return prepared(() => {
            const w = rows.transpose().mmul(rows)
            for (let i = 0; i < n; i++) w.set(i, i, 0)
            return w
          }, read)
        },
      },
    ],
    bidirectional: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, count, x, y, starts }) => {
          const forth = matrix(count, n, y)
            .transpose()
            .mmul(matrix(count, n, x))
          const back = forth.transpose()
          return prepared(
            () =>
              Array.from({ length: starts.length / n }, (_, k) =>
                answer(n, forth, back, starts.subarray(k * n, (k + 1) * n)),
              ),
            (ends) => Int8Array.from(ends.flatMap((end) => [...end])),
          )
        },
      },
    ],
    recall: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts, order }) => {
          const stored = matrix(count, n, patterns)
          const w = clearDiagonal(read(stored.transpose().mmul(stored)), n)
          const all = matrix(n, n, w)
          const rows = Array.from({ length: n }, (_, i) => all.getRowVector(i))
          return prepared(
            () =>
              Array.from({ length: starts.length / n }, (_, k) =>
                rest(rows, starts.subarray(k * n, (k + 1) * n), order),
              ),
            (states) => Int8Array.from(states.flatMap((state) => [...state])),
          )
        },
      },
    ],
  },
}
