/**
 * Residuals whose own rounding error is one unit, and bounds to hold them against.
 *
 * Definitions: each entry of A − B C is one exact sum, rounded once.
 */
import { function as F } from 'fp-ts'
import { exactDot } from '../kernels/summation.js'
import * as Matrix from '../Matrix.js'
import * as Norm from '../Norm.js'
import type { Vector } from '../Vector.js'
import { matrixOfArray, vectorOfArray } from './build.js'
import { indices } from './draw.js'
import { unit } from './rounding.js'

type M = Matrix.Matrix

export const at = (a: M, i: number, j: number): number => a.data[i * a.cols + j] ?? NaN

const table = (rows: number, cols: number, entry: (i: number, j: number) => number): M =>
  matrixOfArray(
    rows,
    cols,
    indices(rows).flatMap((i) => indices(cols).map((j) => entry(i, j))),
  )

/** A − B C */
export const residual = (a: M, b: M, c: M): M =>
  table(a.rows, a.cols, (i, j) => {
    const inner = indices(b.cols)
    return exactDot([at(a, i, j), ...inner.map((k) => -at(b, i, k))], [1, ...inner.map((k) => at(c, k, j))], b.cols + 1)
  })

/** |B| |C| */
export const absProduct = (b: M, c: M): M =>
  table(b.rows, c.cols, (i, j) => indices(b.cols).reduce((sum, k) => sum + Math.abs(at(b, i, k) * at(c, k, j)), 0))

/** Whether |rᵢⱼ| ≤ factor · bᵢⱼ everywhere; b has n positive terms, whose sum and product may be rounded down. */
export const within = (r: M, factor: number, b: M, n: number): boolean =>
  Array.from(r.data).every((each, k) => Math.abs(each) <= factor * (b.data[k] ?? NaN) * (1 + (2 * n + 4) * unit))

/** QᵀQ − I, in the Frobenius norm. */
export const obliqueness = (q: M): number => Norm.frobenius(residual(Matrix.identity(q.cols), Matrix.transpose(q), q))

/** A diag(x) */
export const scaleColumns = (a: M, x: Vector): M => table(a.rows, a.cols, (i, j) => at(a, i, j) * (x.data[j] ?? NaN))

/** The column of numbers. */
export const column = (x: Vector): M => matrixOfArray(x.length, 1, x.data)

/** Single precision. */
export const single: (a: M) => M = (a) => matrixOfArray(a.rows, a.cols, Float64Array.from(a.data, Math.fround))

export const isUpper = (a: M): boolean =>
  Array.from(a.data).every((each, k) => k % a.cols >= Math.floor(k / a.cols) || each === 0)

export const isLower: (a: M) => boolean = F.flow(Matrix.transpose, isUpper)

/** Column j, which there is. */
export const columnOf = (a: M, j: number): Vector => vectorOfArray(indices(a.rows).map((i) => at(a, i, j)))
