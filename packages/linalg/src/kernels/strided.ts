import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** y ← n entries of x, from `start` on in steps of `stride`: a row, a column or the diagonal of a matrix */
export const gather = (y: Float64Array, x: ReadonlyFloat64, start: number, stride: number, n: number): void => {
  for (let i = 0; i < n; i++) y[i] = x[start + i * stride]!
}

/** n entries of y, from 0 on in steps of `stride`, ← x */
export const scatter = (y: Float64Array, stride: number, x: ReadonlyFloat64, n: number): void => {
  for (let i = 0; i < n; i++) y[i * stride] = x[i]!
}

/** n entries of y, from 0 on in steps of `stride`, ← c */
export const set = (y: Float64Array, stride: number, c: number, n: number): void => {
  for (let i = 0; i < n; i++) y[i * stride] = c
}

/** Σ of n entries of x, from 0 on in steps of `stride` */
export const sum = (x: ReadonlyFloat64, stride: number, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += x[i * stride]!
  return total
}
