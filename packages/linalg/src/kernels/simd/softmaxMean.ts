import type { SoftmaxMean } from '../types.js'
import { CHUNK, LEAST, softmaxMean as scalar } from '../scalar/softmaxMean.js'
import { float64, put, upTo } from './block.js'
import { LEFT, PANELS, REGION, RESULT, RIGHT, STAGE, SUMS, type Machine } from './machine.js'

const SIZE = 8
const stage = STAGE / SIZE
const left = LEFT / SIZE
const result = RESULT / SIZE
const sums = SUMS / SIZE

/** Queries of a block at most, and components of a query or a value that pass through at a time. */
const HEIGHT = 256
const DEPTH = 256

/** Components of a query or a value at most: four rows of them fill a region. */
const MOST = REGION / SIZE / 4

/** What is kept of each query from chunk to chunk, four numbers; panels leave that room. */
const ROWS = PANELS + REGION / 2
const rowsOf = ROWS / SIZE

/** In so small a part of all weights it pays to look for those that are not 0. */
const FEW = 1 / 8

/** Parts of a width, as they pass through. */
const parts = (width: number): ReadonlyArray<readonly [from: number, count: number]> =>
  Array.from({ length: Math.ceil(width / DEPTH) }, (_, k) => [k * DEPTH, Math.min(DEPTH, width - k * DEPTH)])

/**
 * Blocks of queries lie in panels while all keys and values pass by; a single query, for which panels of four would be
 * wasted, goes as a vector.
 */
export const softmaxMean =
  ({ f64, run }: Machine): SoftmaxMean =>
  (out, beta, queries, keys, values, blocked, q, p, d, m) => {
    if (d > MOST || m > MOST) return scalar(out, beta, queries, keys, values, blocked, q, p, d, m)
    const [asked, known, answers] = [float64(queries), float64(keys), float64(values)]
    const [depths, columns] = [parts(d), parts(m)]
    const most = Math.min(HEIGHT, Math.floor(REGION / SIZE / Math.max(d, upTo(m, 4), 1)) & -4)
    const shared = keys === values && d <= DEPTH

    const take = (first: number, rows: number, height: number): boolean => {
      const alone = rows === 1
      f64.fill(0, sums, sums + height * upTo(m, 4))
      for (let i = 0; i < rows; i++) f64.set([-Infinity, 1, 0, 0], rowsOf + 4 * i)
      for (const [l, depth] of depths) {
        put(f64, alone ? left + l : stage, asked, first * d + l, d, rows, depth)
        if (!alone) run.gather64(LEFT + SIZE * height * l, STAGE, height, depth, depth)
      }
      for (let k = 0; k < p; k += CHUNK) {
        const n = Math.min(CHUNK, p - k)
        const width = upTo(n, 4)
        f64.fill(0, result, result + height * width)
        for (const [l, depth] of depths) {
          put(f64, stage, known, k * d + l, d, n, depth)
          if (alone) run.rows64(RESULT, STAGE, LEFT + SIZE * l, width, depth)
          else {
            run.gather64(RIGHT, STAGE, width, depth, depth)
            run.multiply64(RESULT, LEFT + SIZE * height * l, RIGHT, height, width, depth)
          }
        }
        if (blocked !== undefined)
          for (let i = 0; i < rows; i++)
            for (let j = 0; j < n; j++)
              if (blocked[(first + i) * p + k + j] !== 0) f64[result + i * width + j] = -Infinity
        const kept = run.weigh64(RESULT, ROWS, rows, n, width, beta, LEAST)
        if (kept < 0) return false
        const few = kept < FEW * rows * n
        if (!few && !alone) run.gather64(PANELS, RESULT, height, n, width)
        for (const [c, cols] of columns) {
          const stride = upTo(cols, 4)
          const area = SUMS + SIZE * height * c
          run.rescale64(area, ROWS, rows, stride)
          if (kept === 0) continue
          if (!shared) put(f64, stage, answers, k * m + c, m, n, cols)
          if (few) run.pick64(area, STAGE, RESULT, rows, n, width, cols, stride)
          else if (alone) run.columns64(area, STAGE, RESULT, n, cols)
          else {
            run.copy64(RIGHT, STAGE, stride, n, cols)
            run.multiply64(area, PANELS, RIGHT, height, stride, n)
          }
        }
      }
      for (let i = 0; i < rows; i++) {
        const total = f64[rowsOf + 4 * i + 2]! + f64[rowsOf + 4 * i + 3]!
        if (total > 0)
          for (const [c, cols] of columns)
            for (let j = 0, at = sums + height * c + i * upTo(cols, 4); j < cols; j++)
              out[(first + i) * m + c + j] = f64[at + j]! / total
      }
      return true
    }

    for (let first = 0; first < q;) {
      const rows = q - first < 4 ? 1 : Math.min(most, q - first)
      if (!take(first, rows, rows === 1 ? 1 : upTo(rows, 4))) return false
      first += rows
    }
    return true
  }
