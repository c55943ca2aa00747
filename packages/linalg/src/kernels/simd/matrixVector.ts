import type { Gemv, Ger } from '../types.js'
import { float64, put, take, upTo } from './block.js'
import { LEFT, REGION, RESULT, STAGE, type Machine } from './machine.js'

const SIZE = 8
const stage = STAGE / SIZE
const left = LEFT / SIZE
const result = RESULT / SIZE

/** Entries of a vector that are held at a time. */
const LENGTH = REGION / SIZE

/** Columns of a block at most: four rows of them fill a region. */
const COLUMNS = LENGTH / 4

/** Entries of a block: few enough to stay in a near cache from being copied to being used. */
const NEAR = 2 ** 14

/** Rows of a block of n columns: a multiple of four. */
const height = (n: number): number => Math.max(4, (NEAR / n) & -4)

/** The vectors are held, and the matrix passes through, some rows at a time; lanes are rows. */
export const gemv =
  ({ f64, run }: Machine): Gemv =>
  (y, a, x, m, n) => {
    const [matrix, vector] = [float64(a), float64(x)]
    for (let first = 0; first < m; first += LENGTH) {
      const last = Math.min(first + LENGTH, m)
      f64.fill(0, result, result + last - first)
      for (let j = 0; j < n; j += COLUMNS) {
        const cols = Math.min(COLUMNS, n - j)
        f64.set(vector.subarray(j, j + cols), left)
        for (let i = first, step = height(cols); i < last; i += step) {
          const rows = Math.min(step, last - i)
          put(f64, stage, matrix, i * n + j, n, rows, cols)
          run.rows64(RESULT + SIZE * (i - first), STAGE, LEFT, upTo(rows, 4), cols)
        }
      }
      y.set(f64.subarray(result, result + last - first), first)
    }
  }

/** As `gemv`; lanes are columns. */
export const gevm =
  ({ f64, run }: Machine): Gemv =>
  (y, a, x, m, n) => {
    const [matrix, vector] = [float64(a), float64(x)]
    for (let j = 0; j < n; j += COLUMNS) {
      const cols = Math.min(COLUMNS, n - j)
      f64.fill(0, result, result + cols)
      for (let first = 0; first < m; first += LENGTH) {
        const last = Math.min(first + LENGTH, m)
        f64.set(vector.subarray(first, last), left)
        for (let i = first, step = height(cols); i < last; i += step) {
          const rows = Math.min(step, last - i)
          put(f64, stage, matrix, i * n + j, n, rows, cols)
          run.columns64(RESULT, STAGE, LEFT + SIZE * (i - first), rows, cols)
        }
      }
      y.set(f64.subarray(result, result + cols), j)
    }
  }

/** The vectors are held; rows of the matrix are made some at a time. */
export const ger =
  ({ f64, run }: Machine): Ger =>
  (a, x, y, m, n) => {
    const [column, row] = [float64(x), float64(y)]
    for (let first = 0; first < m; first += LENGTH) {
      const last = Math.min(first + LENGTH, m)
      f64.set(column.subarray(first, last), left)
      for (let j = 0; j < n; j += COLUMNS) {
        const cols = Math.min(COLUMNS, n - j)
        f64.set(row.subarray(j, j + cols), stage)
        for (let i = first, step = height(cols); i < last; i += step) {
          const rows = Math.min(step, last - i)
          run.outer64(RESULT, LEFT + SIZE * (i - first), STAGE, rows, cols)
          take(a, i * n + j, n, f64, result, cols, rows, cols)
        }
      }
    }
  }
