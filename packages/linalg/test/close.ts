import { expect } from 'vitest'
import { Matrix } from '../src/index.js'
import { right } from './right.js'

export interface Tolerance {
  readonly abs: number
  readonly rel: number
}

export type Rows = ReadonlyArray<ReadonlyArray<number>>

/** |actual − expected| ≤ abs + rel |expected|, or the same infinity. */
export const expectClose = (actual: number, expected: number, { abs, rel }: Tolerance): void => {
  if (actual !== expected) expect(Math.abs(actual - expected)).toBeLessThanOrEqual(abs + rel * Math.abs(expected))
}

export const expectAllClose = (
  actual: ReadonlyArray<number>,
  expected: ReadonlyArray<number>,
  tolerance: Tolerance,
): void => {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((each, i) => expectClose(each, expected[i] ?? NaN, tolerance))
}

export const expectRowsClose = (actual: Rows, expected: Rows, tolerance: Tolerance): void => {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((row, i) => expectAllClose(row, expected[i] ?? [], tolerance))
}

export const matrixOf = (rows: Rows): Matrix.Matrix => right(Matrix.fromRows(rows))
