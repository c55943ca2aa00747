import type { ReadonlyFloat64 } from '@engram/linalg'

/** xᵀW − θ */
export const forth = (w: ReadonlyFloat64, x: ReadonlyFloat64, theta: ReadonlyFloat64): Float64Array => {
  const m = theta.length
  const out = new Float64Array(m)
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] as number
    if (xi !== 0) for (let j = 0; j < m; j++) out[j] = (out[j] as number) + xi * (w[i * m + j] as number)
  }
  for (let j = 0; j < m; j++) out[j] = (out[j] as number) - (theta[j] as number)
  return out
}

/** Wy − θ */
export const back = (w: ReadonlyFloat64, y: ReadonlyFloat64, theta: ReadonlyFloat64): Float64Array => {
  const m = y.length
  const out = new Float64Array(theta.length)
  for (let i = 0; i < out.length; i++) {
    let total = 0
    for (let j = 0; j < m; j++) total += (w[i * m + j] as number) * (y[j] as number)
    out[i] = total - (theta[i] as number)
  }
  return out
}

/** a · b */
export const dot = (a: ReadonlyFloat64, b: ReadonlyFloat64): number => {
  let total = 0
  for (let i = 0; i < a.length; i++) total += (a[i] as number) * (b[i] as number)
  return total
}

/** f(x), entry by entry */
export const each = (x: ReadonlyFloat64, f: (x: number) => number): Float64Array => {
  const out = new Float64Array(x.length)
  for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number)
  return out
}

/** ‖a − b‖₂² */
export const squaredDistance = (a: ReadonlyFloat64, b: ReadonlyFloat64): number => {
  let total = 0
  for (let i = 0; i < a.length; i++) total += ((a[i] as number) - (b[i] as number)) ** 2
  return total
}

/** The greatest sum of absolute values in a row of W, and in a column. */
export const greatestSums = (
  w: ReadonlyFloat64,
  n: number,
  m: number,
): { readonly row: number; readonly col: number } => {
  const cols = new Float64Array(m)
  let row = 0
  for (let i = 0; i < n; i++) {
    let total = 0
    for (let j = 0; j < m; j++) {
      const size = Math.abs(w[i * m + j] as number)
      total += size
      cols[j] = (cols[j] as number) + size
    }
    row = Math.max(row, total)
  }
  return { row, col: cols.reduce((most, each) => Math.max(most, each), 0) }
}
