import type { ReadonlyFloat64 } from '@engram/linalg'

/** The sums Σⱼ wᵢⱼ yⱼ of all units of one run, kept in step with its state. */
export interface Sums {
  readonly at: (unit: number) => number
  /** To be called when `state[unit]` has just changed by `delta`. */
  readonly moved: (unit: number, delta: number) => void
  /** To be called when the state has changed in any other way. */
  readonly reset: () => void
  /** wᵢᵢ */
  readonly self: (unit: number) => number
}

/** h ← W y */
const product = (h: Float64Array, w: ReadonlyFloat64, y: Int8Array, n: number): void => {
  for (let i = 0; i < n; i++) h[i] = row(w, y, n, i)
}

const row = (w: ReadonlyFloat64, y: Int8Array, n: number, i: number): number => {
  let total = 0
  for (let j = 0; j < n; j++) total += (w[i * n + j] as number) * (y[j] as number)
  return total
}

/** Sums that are updated: nothing for a unit that stays, one column for a unit that moves. Exact for integer weights. */
export const incremental = (h: Float64Array, w: ReadonlyFloat64, y: Int8Array, n: number): Sums => {
  const reset = (): void => product(h, w, y, n)
  reset()
  return {
    reset,
    at: (unit) => h[unit] as number,
    moved: (unit, delta) => {
      for (let i = 0; i < n; i++) h[i] = (h[i] as number) + (w[i * n + unit] as number) * delta
    },
    self: (unit) => w[unit * n + unit] as number,
  }
}

/** Sums that are taken anew each time: for weights whose sums round, where updating would let errors pile up. */
export const fresh = (w: ReadonlyFloat64, y: Int8Array, n: number): Sums => ({
  at: (unit) => row(w, y, n, unit),
  moved: () => undefined,
  reset: () => undefined,
  self: (unit) => w[unit * n + unit] as number,
})

/**
 * Sums from the overlaps mₚ = s(p)·y: hᵢ = Σₚ sᵢ(p) mₚ, less P yᵢ without a diagonal.
 * `columns` holds sᵢ(p) unit by unit; P operations for a unit that is asked, P more if it moves.
 */
export const overlaps = (
  m: Float64Array,
  columns: Int8Array,
  y: Int8Array,
  n: number,
  count: number,
  diagonal: number,
): Sums => {
  const moved = (unit: number, delta: number): void => {
    const start = unit * count
    for (let p = 0; p < count; p++) m[p] = (m[p] as number) + (columns[start + p] as number) * delta
  }
  const reset = (): void => {
    m.fill(0)
    for (let i = 0; i < n; i++) moved(i, y[i] as number)
  }
  reset()
  return {
    reset,
    at: (unit) => {
      const start = unit * count
      let total = 0
      for (let p = 0; p < count; p++) total += (columns[start + p] as number) * (m[p] as number)
      return total + (diagonal - count) * (y[unit] as number)
    },
    moved,
    self: () => diagonal,
  }
}

/** columns[i·P + p] ← sᵢ(p) */
export const transposePatterns = (
  columns: Int8Array,
  patterns: ReadonlyArray<{ readonly data: { readonly [index: number]: number } }>,
  n: number,
): void => {
  const count = patterns.length
  patterns.forEach(({ data }, p) => {
    for (let i = 0; i < n; i++) columns[i * count + p] = data[i] as number
  })
}

/** Whether all weights are whole numbers of at most this size. */
export const areWholeWithin = (w: ReadonlyFloat64, limit: number): boolean => {
  for (let k = 0; k < w.length; k++) {
    const weight = w[k] as number
    if (!Number.isInteger(weight) || Math.abs(weight) > limit) return false
  }
  return true
}
