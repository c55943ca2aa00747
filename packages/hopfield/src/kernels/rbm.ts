import type { ReadonlyFloat64 } from '@engram/linalg'

/** out ← b + xᵀW, W having as many columns as out. */
export const across = (out: Float64Array, w: ReadonlyFloat64, x: ReadonlyFloat64, b: ReadonlyFloat64): void => {
  const n = out.length
  for (let j = 0; j < n; j++) out[j] = b[j] as number
  for (let i = 0; i < x.length; i++) {
    const xi = x[i] as number
    if (xi === 0) continue
    for (let j = 0; j < n; j++) out[j] = (out[j] as number) + xi * (w[i * n + j] as number)
  }
}

/** Statistics of pairs, to be added up. */
export interface Sums {
  readonly weights: Float64Array
  readonly visible: Float64Array
  readonly hidden: Float64Array
}

/** weights ← weights + share · v hᵀ, and the two sides likewise. */
export const tally = (
  { weights, visible, hidden }: Sums,
  v: ReadonlyFloat64,
  h: ReadonlyFloat64,
  share: number,
): void => {
  const n = hidden.length
  for (let j = 0; j < n; j++) hidden[j] = (hidden[j] as number) + share * (h[j] as number)
  for (let i = 0; i < visible.length; i++) {
    const amount = share * (v[i] as number)
    if (amount === 0) continue
    visible[i] = (visible[i] as number) + amount
    for (let j = 0; j < n; j++) weights[i * n + j] = (weights[i * n + j] as number) + amount * (h[j] as number)
  }
}

/** logs[s] ← aᵀv + Σⱼ softplus(bⱼ + (vᵀW)ⱼ) for every state v of the visible side, the first unit most significant. */
export const logWeights = (
  logs: Float64Array,
  w: ReadonlyFloat64,
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  softplus: (x: number) => number,
): void => {
  const v = new Float64Array(a.length)
  const fields = new Float64Array(b.length)
  for (let s = 0; s < logs.length; s++) {
    spell(v, s)
    across(fields, w, v, b)
    let total = 0
    for (let i = 0; i < v.length; i++) total += (v[i] as number) * (a[i] as number)
    for (let j = 0; j < fields.length; j++) total += softplus(fields[j] as number)
    logs[s] = total
  }
}

/** v ← the bits of s, the first unit most significant. */
const spell = (v: Float64Array, s: number): void => {
  for (let i = 0; i < v.length; i++) v[i] = (s >> (v.length - 1 - i)) & 1
}

/** sums ← sums + Σₛ p(s) v(s) ⟨h | v(s)⟩ᵀ over all states of the visible side. */
export const tallyAll = (
  sums: Sums,
  p: ReadonlyFloat64,
  w: ReadonlyFloat64,
  b: ReadonlyFloat64,
  sigmoid: (x: number) => number,
): void => {
  const v = new Float64Array(sums.visible.length)
  const h = new Float64Array(sums.hidden.length)
  for (let s = 0; s < p.length; s++) {
    spell(v, s)
    across(h, w, v, b)
    for (let j = 0; j < h.length; j++) h[j] = sigmoid(h[j] as number)
    tally(sums, v, h, p[s] as number)
  }
}
