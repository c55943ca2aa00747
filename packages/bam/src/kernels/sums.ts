import type { ReadonlyFloat64 } from '@engram/linalg'
import { pending } from './pending.js'

/**
 * What the units of two layers receive from each other, kept in step with a state: n units of X, then m units of Y.
 * Within a layer nothing is received.
 */
export interface Sums {
  readonly at: (unit: number) => number
  /** The same with the weights of the other direction; no difference where both directions share them. */
  readonly across: (unit: number) => number
  /** To be called when `state[unit]` has just changed by `delta`. */
  readonly moved: (unit: number, delta: number) => void
  /** To be called when the state has changed in any other way. */
  readonly reset: () => void
  /** ½ (x·h + y·h), h being the sums: xᵀWy where both directions share their weights. */
  readonly product: () => number
}

/** Σⱼ wᵢⱼ yⱼ, in the order of j. */
const fromY = (w: ReadonlyFloat64, state: Int8Array, n: number, m: number, i: number): number => {
  let total = 0
  for (let j = 0; j < m; j++) total += (w[i * m + j] as number) * (state[n + j] as number)
  return total
}

/** Σᵢ xᵢ wᵢⱼ, in the order of i. */
const fromX = (w: ReadonlyFloat64, state: Int8Array, n: number, m: number, j: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += (state[i] as number) * (w[i * m + j] as number)
  return total
}

/** The first n sums ← W y */
const allFromY = (h: Float64Array, w: ReadonlyFloat64, state: Int8Array, n: number, m: number): void => {
  for (let i = 0; i < n; i++) h[i] = fromY(w, state, n, m, i)
}

/** The last m sums ← Wᵀ x, each added up in the order of i; the weights are read row by row. */
const allFromX = (h: Float64Array, w: ReadonlyFloat64, state: Int8Array, n: number, m: number): void => {
  h.fill(0, n)
  for (let i = 0; i < n; i++) {
    const value = state[i] as number
    for (let j = 0; j < m; j++) h[n + j] = (h[n + j] as number) + value * (w[i * m + j] as number)
  }
}

/** state·h over the units from `start` to `end`. */
const aligned = (state: Int8Array, at: (unit: number) => number, start: number, end: number): number => {
  let total = 0
  for (let i = start; i < end; i++) {
    const value = state[i] as number
    if (value !== 0) total += value * at(i)
  }
  return total
}

/**
 * Sums of weights that are whole numbers, so that carrying them along is exact: few moves of the other layer cost one
 * row or column each, many are taken together.
 */
export const carried = (h: Float64Array, w: ReadonlyFloat64, state: Int8Array, n: number, m: number): Sums => {
  const x = pending(
    m >> 2,
    (unit, delta) => {
      for (let i = 0; i < n; i++) h[i] = (h[i] as number) + (w[i * m + unit - n] as number) * delta
    },
    () => allFromY(h, w, state, n, m),
  )
  const y = pending(
    n >> 2,
    (unit, delta) => {
      for (let j = 0; j < m; j++) h[n + j] = (h[n + j] as number) + (w[unit * m + j] as number) * delta
    },
    () => allFromX(h, w, state, n, m),
  )
  const at = (unit: number): number => {
    if (unit < n) x.sync()
    else y.sync()
    return h[unit] as number
  }
  return {
    at,
    across: at,
    moved: (unit, delta) => (unit < n ? y : x).push(unit, delta),
    reset: () => {
      x.reset()
      y.reset()
    },
    product: () => (x.isEmpty() || !y.isEmpty() ? aligned(state, at, 0, n) : aligned(state, at, n, n + m)),
  }
}

/**
 * Sums of any weights, which may round: each is taken in the order of the units, so that no error ever piles up.
 * `forward` leads from X to Y, `backward` from Y to X, both n × m. The first few units that ask are answered alone; when
 * more do, all sums of the layer are taken at once.
 */
export const anew = (
  h: Float64Array,
  forward: ReadonlyFloat64,
  backward: ReadonlyFloat64,
  state: Int8Array,
  n: number,
  m: number,
): Sums => {
  let askedX = 0
  let askedY = 0
  const patience = 8
  // A count of −1 says that all sums of the layer are known.
  const atX = (unit: number): number => {
    if (askedX === patience) {
      allFromY(h, backward, state, n, m)
      askedX = -1
    }
    if (askedX < 0) return h[unit] as number
    askedX++
    return fromY(backward, state, n, m, unit)
  }
  const atY = (unit: number): number => {
    if (askedY === patience) {
      allFromX(h, forward, state, n, m)
      askedY = -1
    }
    if (askedY < 0) return h[unit] as number
    askedY++
    return fromX(forward, state, n, m, unit - n)
  }
  const at = (unit: number): number => (unit < n ? atX(unit) : atY(unit))
  return {
    at,
    across: (unit) =>
      forward === backward
        ? at(unit)
        : unit < n
          ? fromY(forward, state, n, m, unit)
          : fromX(backward, state, n, m, unit - n),
    moved: (unit) => {
      if (unit < n) askedY = 0
      else askedX = 0
    },
    reset: () => {
      askedX = 0
      askedY = 0
    },
    product: () =>
      forward === backward ? aligned(state, at, 0, n) : 0.5 * (aligned(state, at, 0, n) + aligned(state, at, n, n + m)),
  }
}

/** Whether all numbers are whole and at most so large. */
export const areWholeWithin = (w: ReadonlyFloat64, limit: number): boolean => {
  for (let k = 0; k < w.length; k++) {
    const weight = w[k] as number
    if (!Number.isInteger(weight) || Math.abs(weight) > limit) return false
  }
  return true
}
