import type { ReadonlyFloat64 } from '@engram/linalg'

/** out ← f(x), entry by entry */
export const each = (out: Float64Array, x: ReadonlyFloat64, f: (x: number) => number): void => {
  for (let i = 0; i < out.length; i++) out[i] = f(x[i] as number)
}

/** out ← scale · Wv + b */
export const drive = (
  out: Float64Array,
  w: ReadonlyFloat64,
  v: ReadonlyFloat64,
  b: ReadonlyFloat64,
  scale: number,
): void => {
  const n = out.length
  for (let i = 0; i < n; i++) {
    let total = 0
    for (let j = 0; j < n; j++) total += (w[i * n + j] as number) * (v[j] as number)
    out[i] = scale * total + (b[i] as number)
  }
}

/** out ← (d − u) / τ */
export const relax = (out: Float64Array, d: ReadonlyFloat64, u: ReadonlyFloat64, tau: number): void => {
  for (let i = 0; i < out.length; i++) out[i] = ((d[i] as number) - (u[i] as number)) / tau
}

/** maxᵢ Σⱼ |wᵢⱼ| gⱼ: the operator norm of W diag(g) for the greatest component. */
export const steepness = (w: ReadonlyFloat64, g: ReadonlyFloat64): number => {
  const n = g.length
  let greatest = 0
  for (let i = 0; i < n; i++) {
    let total = 0
    for (let j = 0; j < n; j++) total += Math.abs(w[i * n + j] as number) * (g[j] as number)
    if (total > greatest) greatest = total
  }
  return greatest
}

/** An energy, and the sum of the absolute values of what it is the sum of: what its rounding errors are relative to. */
export interface Energies {
  readonly energy: number
  readonly magnitude: number
}

/** −½ scale · vᵀWv − bᵀv + Σ work; each work may have been a difference of terms as large as `heaviest`. */
export const energies = (
  w: ReadonlyFloat64,
  v: ReadonlyFloat64,
  b: ReadonlyFloat64,
  work: ReadonlyFloat64,
  scale: number,
  heaviest: number,
): Energies => {
  const n = v.length
  let energy = 0
  let magnitude = 0
  for (let i = 0; i < n; i++) {
    let total = 0
    let size = 0
    for (let j = 0; j < n; j++) {
      const term = (w[i * n + j] as number) * (v[j] as number)
      total += term
      size += Math.abs(term)
    }
    const vi = v[i] as number
    const bi = b[i] as number
    energy += (work[i] as number) - vi * (0.5 * scale * total + bi)
    magnitude += 2 * heaviest + Math.abs(vi) * (scale * size + Math.abs(bi))
  }
  return { energy, magnitude }
}
