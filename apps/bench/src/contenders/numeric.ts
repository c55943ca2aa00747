/**
 * numeric: matrices as arrays of arrays, products unrolled.
 */
import type { NodeContender } from '../Contender.js'
import { peer, peerVersion } from '../peer.js'
import { prepared } from '../Task.js'
import { fromRows, toRows } from './rows.js'

type Row = ReadonlyArray<number>
type Rows = ReadonlyArray<Row>

interface Numeric {
  readonly dotMMbig: (a: Rows, b: Rows) => Rows
  readonly dotMV: (a: Rows, x: Row) => Row
  readonly dotVV: (x: Row, y: Row) => number
  readonly transpose: (a: Rows) => Rows
}

const numericJs = (): Numeric => peer('numeric') as Numeric

const weights = ({ dotMMbig, transpose }: Numeric, stored: Rows): Rows => {
  const w = dotMMbig(transpose(stored), stored).map((row) => [...row])
  w.forEach((row, i) => {
    row[i] = 0
  })
  return w
}

/** A unit's field as the product of its row with the state. */
const rest = ({ dotVV }: Numeric, w: Rows, start: Int8Array, order: Int32Array): Int8Array => {
  const state = [...start]
  let moving = true
  while (moving) {
    moving = false
    for (const i of order) {
      const field = dotVV(w[i] as Row, state)
      const next = field === 0 ? (state[i] as number) : Math.sign(field)
      if (next !== state[i]) moving = true
      state[i] = next
    }
  }
  return Int8Array.from(state)
}

export const numeric: NodeContender = {
  runtime: 'node',
  name: 'numeric',
  version: () => peerVersion('numeric'),
  ways: {
    gemm64: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, b }) => {
          const [first, second, { dotMMbig }] = [toRows(a, n), toRows(b, n), numericJs()]
          return prepared(() => dotMMbig(first, second), fromRows)
        },
      },
    ],
    gemv: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, a, x }) => {
          const [first, second, { dotMV }] = [toRows(a, n), [...x], numericJs()]
          return prepared(
            () => dotMV(first, second),
            (y) => Float64Array.from(y),
          )
        },
      },
    ],
    hebbian: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, patterns }) => {
          const [stored, library] = [toRows(patterns, n), numericJs()]
          return prepared(() => weights(library, stored), fromRows)
        },
      },
    ],
    recall: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, patterns, starts, order }) => {
          const library = numericJs()
          const w = weights(library, toRows(patterns, n))
          return prepared(
            () =>
              Array.from({ length: starts.length / n }, (_, k) =>
                rest(library, w, starts.subarray(k * n, (k + 1) * n), order),
              ),
            (states) => Int8Array.from(states.flatMap((state) => [...state])),
          )
        },
      },
    ],
  },
}
