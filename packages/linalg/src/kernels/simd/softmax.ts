import type { Softmax } from '../types.js'
import { float64 } from './block.js'
import { LEFT, REGION, STAGE, type Machine } from './machine.js'
import { softmax as scalar } from '../scalar/softmax.js'

/** Whole rows at a time, as many as fit the nearest cache; a row that fits no region is left to the scalar kernel. */
const NEAR = 2 ** 12

/** Two entries at a time; their masses are added in their order. */
export const softmax =
  ({ f64, run }: Machine): Softmax =>
  (w, beta, x, maxima, m, n) => {
    if (n > REGION / 8) return scalar(w, beta, x, maxima, m, n)
    const [scores, top] = [float64(x), float64(maxima)]
    const height = Math.max(1, Math.floor(NEAR / n))
    for (let i = 0; i < m; i += height) {
      const rows = Math.min(height, m - i)
      f64.set(scores.subarray(i * n, (i + rows) * n), STAGE / 8)
      f64.set(top.subarray(i, i + rows), LEFT / 8)
      run.softmax64(STAGE, LEFT, rows, n, beta)
      w.set(f64.subarray(STAGE / 8, STAGE / 8 + rows * n), i * n)
    }
    return undefined
  }
