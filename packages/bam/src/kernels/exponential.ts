/** The exponential weights of the stored pairs in the state of one run, and the sums that units receive from them. */
export interface Attraction {
  /** Σₚ cₚ sᵤ(p) with cₚ = b^(kₚ − max k): what a unit goes by, up to a positive factor. */
  readonly at: (unit: number) => number
  readonly moved: (unit: number, delta: number) => void
  readonly reset: () => void
  /** log_b Σₚ b^(s(p)·x + t(p)·y) */
  readonly logSum: () => number
}

/** b⁰, b⁻¹, … b⁻ⁿ, each from the last: exact for a power of two. */
const powers = (base: number, n: number): Float64Array => {
  const p = new Float64Array(n + 1)
  p[0] = 1
  for (let k = 1; k <= n; k++) p[k] = (p[k - 1] as number) / base
  return p
}

/** cₚ ← b^(kₚ − max k); answers max k. */
const weigh = (c: Float64Array, k: Float64Array, power: Float64Array): number => {
  let most = -Infinity
  for (let p = 0; p < k.length; p++) most = Math.max(most, k[p] as number)
  for (let p = 0; p < k.length; p++) c[p] = power[most - (k[p] as number)] as number
  return most
}

/**
 * `columns` holds sᵤ(p) unit by unit, those of X first. With `both`, a unit weighs pairs by both layers, else by the
 * other layer alone.
 */
export const attraction = (
  columns: Int8Array,
  state: Int8Array,
  n: number,
  count: number,
  base: number,
  both: boolean,
): Attraction => {
  const size = state.length
  const power = powers(base, 2 * size)
  // Overlaps of X, of Y, and their sums; each with its weights.
  const overlaps = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const
  const weights = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const
  let stale = true
  let most = 0
  const moved = (unit: number, delta: number): void => {
    const own = overlaps[unit < n ? 0 : 1]
    for (let p = 0; p < count; p++) {
      const change = (columns[unit * count + p] as number) * delta
      own[p] = (own[p] as number) + change
      overlaps[2][p] = (overlaps[2][p] as number) + change
    }
    stale = true
  }
  const reset = (): void => {
    for (const each of overlaps) each.fill(0)
    for (let unit = 0; unit < size; unit++) if (state[unit] !== 0) moved(unit, state[unit] as number)
    stale = true
  }
  const refresh = (): void => {
    if (!stale) return
    for (let k = 0; k < 2; k++) if (!both) weigh(weights[k] as Float64Array, overlaps[k] as Float64Array, power)
    most = weigh(weights[2], overlaps[2], power)
    stale = false
  }
  reset()
  return {
    reset,
    moved,
    at: (unit) => {
      refresh()
      const c = weights[both ? 2 : unit < n ? 1 : 0]
      let total = 0
      for (let p = 0; p < count; p++) total += (c[p] as number) * (columns[unit * count + p] as number)
      return total
    },
    logSum: () => {
      refresh()
      let total = 0
      for (let p = 0; p < count; p++) total += weights[2][p] as number
      return most + Math.log(total) / Math.log(base)
    },
  }
}

/** columns[(start + i)·P + p] ← sᵢ(p) */
export const transpose = (
  columns: Int8Array,
  patterns: ReadonlyArray<{ readonly data: { readonly [index: number]: number } }>,
  start: number,
  n: number,
): void => {
  const count = patterns.length
  patterns.forEach(({ data }, p) => {
    for (let i = 0; i < n; i++) columns[(start + i) * count + p] = data[i] as number
  })
}
