import type { UnitMemory } from '@engram/associative-memory'
import type { ReadonlyFloat64 } from '@engram/linalg'
import type { Rows } from './sparse.js'

/** The sums Σⱼ wᵢⱼ yⱼ of all units of one run, kept in step with its state. */
export interface Sums {
  readonly at: (unit: number) => number
  /** To be called when `state[unit]` has just changed by `delta`. */
  readonly moved: (unit: number, delta: number) => void
  /** To be called when the state has changed in any other way. */
  readonly reset: () => void
  /** wᵢᵢ */
  readonly self: (unit: number) => number
  /** yᵀWy */
  readonly quadratic: () => number
  /** Whole sweeps of the units under this rule, where there is a faster way than to ask and move them. */
  readonly sweep?: (rule: Rule) => NonNullable<UnitMemory.Machine['sweep']>
}

/** By what, besides the sums, units are decided. */
export interface Rule {
  readonly scale: number
  /** x − θ */
  readonly bias: Float64Array
  readonly lower: -1 | 0
  /** The place of the tie policy in keep, up, down, flip. */
  readonly tie: number
}

/** yᵀWy, from the sums */
export const quadraticOf = (y: Int8Array, at: Sums['at'], n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) if (y[i] !== 0) total += y[i]! * at(i)
  return total
}

const row = (w: ReadonlyFloat64, y: Int8Array, n: number, i: number): number => {
  let total = 0
  for (let j = 0, k = i * n; j < n; j++, k++) total += w[k]! * y[j]!
  return total
}

/**
 * Sums that are updated: nothing for a unit that stays, one column for a unit that moves. Exact for integer weights.
 * `columns` answers Wᵀ row by row, which is W where W is symmetric; it is asked when the first unit moves.
 */
export const incremental = (
  h: Float64Array,
  w: ReadonlyFloat64,
  columns: () => ReadonlyFloat64,
  y: Int8Array,
  n: number,
): Sums => {
  const reset = (): void => {
    for (let i = 0; i < n; i++) h[i] = row(w, y, n, i)
  }
  const at = (unit: number): number => h[unit]!
  reset()
  return {
    reset,
    at,
    moved: (unit, delta) => {
      const data = columns()
      for (let i = 0, k = unit * n; i < n; i++, k++) h[i]! += data[k]! * delta
    },
    self: (unit) => w[unit * n + unit]!,
    quadratic: () => quadraticOf(y, at, n),
  }
}

/** Sums that are taken anew each time: for weights whose sums round, where updating would let errors pile up. */
export const fresh = (w: ReadonlyFloat64, y: Int8Array, n: number): Sums => {
  const at = (unit: number): number => row(w, y, n, unit)
  return {
    at,
    moved: () => undefined,
    reset: () => undefined,
    self: (unit) => w[unit * n + unit]!,
    quadratic: () => quadraticOf(y, at, n),
  }
}

const sparseRow = ({ columns, starts, weights }: Rows, y: Int8Array, i: number): number => {
  let total = 0
  for (let k = starts[i]!; k < starts[i + 1]!; k++) total += weights[k]! * y[columns[k]!]!
  return total
}

/** As `fresh`, from the weights that are written down: the others would add ±0, which changes no sum. */
export const sparseFresh = (rows: Rows, self: Sums['self'], y: Int8Array, n: number): Sums => {
  const at = (unit: number): number => sparseRow(rows, y, unit)
  return { at, moved: () => undefined, reset: () => undefined, self, quadratic: () => quadraticOf(y, at, n) }
}

/** As `incremental`, with the columns as rows. */
export const sparseIncremental = (
  h: Float64Array,
  rows: Rows,
  columns: Rows,
  self: Sums['self'],
  y: Int8Array,
  n: number,
): Sums => {
  const reset = (): void => {
    for (let i = 0; i < n; i++) h[i] = sparseRow(rows, y, i)
  }
  const at = (unit: number): number => h[unit]!
  reset()
  return {
    reset,
    at,
    moved: (unit, delta) => {
      for (let k = columns.starts[unit]!; k < columns.starts[unit + 1]!; k++) {
        h[columns.columns[k]!]! += columns.weights[k]! * delta
      }
    },
    self,
    quadratic: () => quadraticOf(y, at, n),
  }
}

/** Whether all weights are whole numbers of at most this size. */
export const areWholeWithin = (w: ReadonlyFloat64, limit: number): boolean => {
  for (let k = 0; k < w.length; k++) {
    const weight = w[k]!
    if (!Number.isInteger(weight) || Math.abs(weight) > limit) return false
  }
  return true
}

/** Wᵀ, which is W itself where W is symmetric. */
export const transposed = (w: ReadonlyFloat64, n: number): ReadonlyFloat64 => {
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) if (w[i * n + j] !== w[j * n + i]) return turned(w, n)
  }
  return w
}

const turned = (w: ReadonlyFloat64, n: number): Float64Array => {
  const t = new Float64Array(n * n)
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) t[j * n + i] = w[i * n + j]!
  return t
}
