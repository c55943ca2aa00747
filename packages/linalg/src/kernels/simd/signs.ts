import type { SignProducts } from '../types.js'
import { put, take, uint32, upTo } from './block.js'
import { LEFT, REGION, RESULT, RIGHT, STAGE, type Machine } from './machine.js'

/** Rows and columns of a block of the result, which together fill a region, and words of both operands in it. */
const ROWS = 2 ** 7
const COLUMNS = REGION / (8 * ROWS)
const WORDS = REGION / (4 * COLUMNS)

/** Sixteen columns at a time, whose words lie side by side. */
export const signProducts =
  ({ f64, u32, run }: Machine): SignProducts =>
  (c, a, b, m, n, words, length) => {
    const [left, right] = [uint32(a), uint32(b)]
    for (let j = 0; j < n; j += COLUMNS) {
      const cols = Math.min(COLUMNS, n - j)
      const width = upTo(cols, 16)
      for (let i = 0; i < m; i += ROWS) {
        const rows = Math.min(ROWS, m - i)
        f64.fill(length, RESULT / 8, RESULT / 8 + rows * width)
        for (let w = 0; w < words; w += WORDS) {
          const depth = Math.min(WORDS, words - w)
          put(u32, STAGE / 4, right, j * words + w, words, cols, depth)
          run.planes32(RIGHT, STAGE, cols, depth, width)
          put(u32, LEFT / 4, left, i * words + w, words, rows, depth)
          run.differences32(RESULT, LEFT, RIGHT, rows, width, depth)
        }
        take(c, i * n + j, n, f64, RESULT / 8, width, rows, cols)
      }
    }
  }
