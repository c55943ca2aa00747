import { unsafeFromFloat64 as matrixFrom, type Matrix } from '../Matrix.js'
import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'
import { unsafeFromFloat64 as vectorFrom, type Vector } from '../Vector.js'

/** A vector of any numbers, NaN and infinite ones included, as laws and wrong implementations need it. */
export const vectorOfArray = (xs: ReadonlyFloat64): Vector => vectorFrom(new Float64Array(xs))

/** A matrix of any numbers, row by row. */
export const matrixOfArray = (rows: number, cols: number, xs: ReadonlyFloat64): Matrix =>
  matrixFrom(rows, cols)(new Float64Array(xs))

export const mapVector =
  (f: (entry: number, i: number) => number) =>
  (x: Vector): Vector =>
    vectorFrom(Float64Array.from(x.data, f))

export const mapMatrix =
  (f: (entry: number, k: number) => number) =>
  (a: Matrix): Matrix =>
    matrixFrom(a.rows, a.cols)(Float64Array.from(a.data, f))
