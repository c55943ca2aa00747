/**
 * JavaScript as one writes it without a library.
 */
import type { NodeContender } from '../Contender.js'
import { prepared, type DenseInputs } from '../Task.js'
import * as textbook from '../tables/textbook.js'
import { toRows, transposed } from './rows.js'

const softmaxRow = (out: Float64Array, scores: Float64Array, start: number, n: number): void => {
  let most = -Infinity
  for (let j = 0; j < n; j++) most = Math.max(most, scores[start + j] as number)
  let total = 0
  for (let j = 0; j < n; j++) {
    const mass = Math.exp((scores[start + j] as number) - most)
    out[start + j] = mass
    total += mass
  }
  for (let j = 0; j < n; j++) out[start + j] = (out[start + j] as number) / total
}

const logSumExp = (xs: Float64Array, shift: number): number => {
  let total = 0
  for (let i = 0; i < xs.length; i++) total += Math.exp((xs[i] as number) - shift)
  return shift + Math.log(total)
}

const greatest = (xs: Float64Array): number => {
  let most = -Infinity
  for (let i = 0; i < xs.length; i++) most = Math.max(most, xs[i] as number)
  return most
}

const product32 = (n: number, a: Float32Array, b: Float32Array): Float32Array => {
  const c = new Float32Array(n * n)
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const aik = a[i * n + k] as number
      for (let j = 0; j < n; j++) c[i * n + j] = (c[i * n + j] as number) + aik * (b[k * n + j] as number)
    }
  return c
}

/** As `textbook.rest`, but the fields are kept: a unit that stays costs nothing more, one that moves costs a row. */
const restByFields = (n: number, w: Float64Array, start: Int8Array, order: Int32Array): Int8Array => {
  const y = start.slice()
  const fields = textbook.image(n, w, Float64Array.from(y))
  let moving = true
  while (moving) {
    moving = false
    for (const i of order) {
      const field = fields[i] as number
      const next = field === 0 ? (y[i] as number) : Math.sign(field)
      const delta = next - (y[i] as number)
      if (delta === 0) continue
      moving = true
      y[i] = next
      for (let j = 0; j < n; j++) fields[j] = (fields[j] as number) + (w[i * n + j] as number) * delta
    }
  }
  return y
}

/**
 * In the manner of teaching code such as neurodynex: weights as rows, a column taken out for each field, a field of
 * zero turns a unit up.
 */
const restByColumns = (w: ReadonlyArray<ReadonlyArray<number>>, start: Int8Array, order: Int32Array): Int8Array => {
  const sweep = (state: ReadonlyArray<number>): ReadonlyArray<number> => {
    const next = [...state]
    for (const i of order) {
      const field = w.map((row) => row[i] as number).reduce((sum, weight, j) => sum + weight * (next[j] as number), 0)
      next[i] = field >= 0 ? 1 : -1
    }
    return next
  }
  const settle = (state: ReadonlyArray<number>): ReadonlyArray<number> => {
    const next = sweep(state)
    return next.every((spin, i) => spin === state[i]) ? next : settle(next)
  }
  return Int8Array.from(settle([...start]))
}

/** As `textbook.denseSweep`, but the overlaps are kept: a unit that moves costs one pass over them more. */
const sweepByOverlaps = (
  f: (z: number) => number,
  n: number,
  columns: Int8Array,
  start: Int8Array,
  order: Int32Array,
): Int8Array => {
  const y = start.slice()
  const count = columns.length / n
  const overlaps = new Float64Array(count)
  const add = (i: number, delta: number): void => {
    for (let k = 0; k < count; k++) overlaps[k] = (overlaps[k] as number) + (columns[i * count + k] as number) * delta
  }
  for (let i = 0; i < n; i++) add(i, y[i] as number)
  for (const i of order) {
    const previous = y[i] as number
    let difference = 0
    for (let k = 0; k < count; k++) {
      const own = columns[i * count + k] as number
      const others = (overlaps[k] as number) - own * previous
      difference += f(others + own) - f(others - own)
    }
    const next = difference === 0 ? previous : Math.sign(difference)
    if (next === previous) continue
    y[i] = next
    add(i, next - previous)
  }
  return y
}

/** The values of a function of whole numbers from −n − 1 to n + 1, to be looked up. */
const tabulated = (f: (z: number) => number, n: number): ((z: number) => number) => {
  const values = Float64Array.from({ length: 2 * n + 3 }, (_, k) => f(k - n - 1))
  return (z) => values[z + n + 1] as number
}

const eachProbe = (starts: Int8Array, n: number, rest: (start: Int8Array) => Int8Array): Int8Array => {
  const out = new Int8Array(starts.length)
  for (let k = 0; k < starts.length; k += n) out.set(rest(starts.subarray(k, k + n)), k)
  return out
}

/** All units at once, each field from the overlaps of the state with the patterns. */
const restTogetherByOverlaps = (n: number, count: number, patterns: Int8Array, start: Int8Array): Int8Array => {
  const y = start.slice()
  const fields = new Float64Array(n)
  let moving = true
  while (moving) {
    moving = false
    for (let i = 0; i < n; i++) fields[i] = -count * (y[i] as number)
    for (let p = 0; p < count; p++) {
      let overlap = 0
      for (let i = 0; i < n; i++) overlap += (patterns[p * n + i] as number) * (y[i] as number)
      for (let i = 0; i < n; i++) fields[i] = (fields[i] as number) + overlap * (patterns[p * n + i] as number)
    }
    for (let i = 0; i < n; i++) {
      if ((fields[i] as number) * (y[i] as number) >= 0) continue
      y[i] = -(y[i] as number)
      moving = true
    }
  }
  return y
}

const same = <A>(result: A): A => result

const dense = (f: (z: number) => number) => [
  {
    label: 'every overlap anew',
    precision: 'float64' as const,
    prepare: ({ n, count, patterns, starts, order }: DenseInputs) =>
      prepared(() => eachProbe(starts, n, (start) => textbook.denseSweep(f, n, count, patterns, start, order)), same),
  },
  {
    label: 'overlaps kept',
    precision: 'float64' as const,
    prepare: ({ n, count, patterns, starts, order }: DenseInputs) => {
      const lookUp = tabulated(f, n)
      const columns = transposed(patterns, count, n)
      return prepared(() => eachProbe(starts, n, (start) => sweepByOverlaps(lookUp, n, columns, start, order)), same)
    },
  },
]

export const plain: NodeContender = {
  runtime: 'node',
  name: 'plain JavaScript',
  version: () => process.versions.node,
  ways: {
    gemm64: [
      { label: '', precision: 'float64', prepare: ({ n, a, b }) => prepared(() => textbook.product(n, a, b), same) },
    ],
    gemm32: [{ label: '', precision: 'float32', prepare: ({ n, a, b }) => prepared(() => product32(n, a, b), same) }],
    gemv: [
      { label: '', precision: 'float64', prepare: ({ n, a, x }) => prepared(() => textbook.image(n, a, x), same) },
    ],
    softmax: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ rows, cols, scores }) =>
          prepared(() => {
            const out = new Float64Array(rows * cols)
            for (let i = 0; i < rows; i++) softmaxRow(out, scores, i * cols, cols)
            return out
          }, same),
      },
    ],
    logSumExp: [
      {
        label: 'greatest first',
        precision: 'float64',
        prepare: ({ scores }) =>
          prepared(
            () => logSumExp(scores, greatest(scores)),
            (y) => Float64Array.of(y),
          ),
      },
      {
        label: 'the formula as written',
        precision: 'float64',
        prepare: ({ scores }) =>
          prepared(
            () => logSumExp(scores, 0),
            (y) => Float64Array.of(y),
          ),
      },
    ],
    hebbian: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, count, patterns }) => prepared(() => textbook.hebbian(n, count, patterns), same),
      },
    ],
    bidirectional: [
      {
        label: 'loops',
        precision: 'float64',
        prepare: ({ n, count, x, y, starts }) => {
          const w = textbook.outer(n, count, x, y)
          return prepared(
            () =>
              Array.from({ length: starts.length / n }, (_, k) =>
                textbook.answers(n, w, starts.subarray(k * n, (k + 1) * n)),
              ),
            (ends) => Int8Array.from(ends.flatMap((end) => [...end])),
          )
        },
      },
    ],
    recall: [
      {
        label: 'every field anew',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts, order }) => {
          const w = textbook.hebbian(n, count, patterns)
          return prepared(() => eachProbe(starts, n, (start) => textbook.rest(n, w, start, order)), same)
        },
      },
      {
        label: 'fields kept',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts, order }) => {
          const w = textbook.hebbian(n, count, patterns)
          return prepared(() => eachProbe(starts, n, (start) => restByFields(n, w, start, order)), same)
        },
      },
      {
        label: 'in the manner of neurodynex',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts, order }) => {
          const w = toRows(textbook.hebbian(n, count, patterns), n)
          return prepared(() => eachProbe(starts, n, (start) => restByColumns(w, start, order)), same)
        },
      },
    ],
    denseCubic: dense(textbook.cube),
    denseExponential: dense(Math.exp),
    synchronous: [
      {
        label: 'products with the weights',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts }) => {
          const w = textbook.hebbian(n, count, patterns)
          return prepared(() => eachProbe(starts, n, (start) => textbook.restTogether(n, w, start)), same)
        },
      },
      {
        label: 'overlaps',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts }) =>
          prepared(() => eachProbe(starts, n, (start) => restTogetherByOverlaps(n, count, patterns, start)), same),
      },
    ],
    largeRecall: [
      {
        label: 'overlaps kept',
        precision: 'float64',
        prepare: ({ n, count, patterns, starts, order }) => {
          const columns = transposed(patterns, count, n)
          return prepared(
            () => eachProbe(starts, n, (start) => textbook.settleByOverlaps(n, count, columns, start.slice(), order)),
            same,
          )
        },
      },
    ],
    retrieval: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ d, count, patterns, queries, states, beta }) =>
          prepared(() => {
            const out = new Float64Array(queries * d)
            const weights = new Float64Array(count)
            const scores = new Float64Array(count)
            for (let q = 0; q < queries * d; q += d) {
              for (let p = 0; p < count; p++) {
                let score = 0
                for (let i = 0; i < d; i++) score += (patterns[p * d + i] as number) * (states[q + i] as number)
                scores[p] = beta * score
              }
              softmaxRow(weights, scores, 0, count)
              for (let p = 0; p < count; p++)
                for (let i = 0; i < d; i++)
                  out[q + i] = (out[q + i] as number) + (weights[p] as number) * (patterns[p * d + i] as number)
            }
            return out
          }, same),
      },
    ],
    transitions: [
      {
        label: '',
        precision: 'float64',
        prepare: ({ n, weights }) => prepared(() => textbook.transitions(n, weights), same),
      },
    ],
  },
}
