import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { exponentOf } from './power.js'

/** The length of n entries from `start` on in steps of `stride`, without the one at `skip`; no square leaves the range. */
const length = (a: Float64Array, start: number, stride: number, skip: number, n: number): number => {
  let most = 0
  for (let k = 0; k < n; k++) if (k !== skip) most = Math.max(most, Math.abs(a[start + k * stride]!))
  let sum = 0
  for (let k = 0; k < n; k++) {
    if (k === skip || most === 0) continue
    const ratio = a[start + k * stride]! / most
    sum += ratio * ratio
  }
  return most * Math.sqrt(sum)
}

/**
 * A ← D⁻¹ A D with D = diag(2^exponents) such that row i and column i have about the same length for each i.
 *
 * Powers of two only, so nothing is rounded (Parlett and Reinsch 1969); by 2-norms, and only where a row and a column
 * become shorter together, else balancing can spoil the backward error (James, Langou and Lowery 2014).
 */
export const balance = (a: Float64Array, exponents: Int32Array, n: number): void => {
  for (let changed = true; changed;) {
    changed = false
    for (let i = 0; i < n; i++) {
      const column = length(a, i, n, i, n)
      const row = length(a, i * n, 1, i, n)
      if (column === 0 || row === 0) continue
      const e = Math.round((exponentOf(row) - exponentOf(column)) / 2)
      const factor = 2 ** e
      if (!(column * factor + row / factor < 0.95 * (column + row))) continue
      changed = true
      exponents[i]! += e
      for (let k = 0; k < n; k++) {
        if (k === i) continue
        a[k * n + i]! *= factor
        a[i * n + k]! /= factor
      }
    }
  }
}

/**
 * Moves to the end of `order`, which starts as 0 … n−1, what has no entry beside the diagonal in its row or in its column,
 * again and again among those that are left; returns how many are. The diagonal entries of the others are eigenvalues
 * as they stand: all of them, if the matrix is triangular in some order.
 */
export const isolate = (order: Int32Array, a: ReadonlyFloat64, n: number): number => {
  let left = n
  for (let at = 0; at < left; at++) {
    const i = order[at]!
    let inRow = false
    let inColumn = false
    for (let other = 0; other < left; other++) {
      const j = order[other]!
      if (j === i) continue
      inRow ||= a[i * n + j] !== 0
      inColumn ||= a[j * n + i] !== 0
    }
    if (inRow && inColumn) continue
    left--
    order[at] = order[left]!
    order[left] = i
    at = -1
  }
  return left
}
