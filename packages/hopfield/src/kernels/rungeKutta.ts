import type { ReadonlyFloat64 } from '@engram/linalg'

/** out ← y + h Σⱼ aⱼ kⱼ */
export const advance = (
  out: Float64Array,
  y: ReadonlyFloat64,
  h: number,
  weights: ReadonlyArray<number>,
  slopes: ReadonlyArray<ReadonlyFloat64>,
): void => {
  for (let i = 0; i < out.length; i++) {
    let total = 0
    for (let j = 0; j < slopes.length; j++)
      total += (weights[j] as number) * ((slopes[j] as ReadonlyFloat64)[i] as number)
    out[i] = (y[i] as number) + h * total
  }
}

/** The greatest of |eᵢ| / (absolute + relative · max(|aᵢ|, |bᵢ|)), ∞ if one of them is no number. */
export const scaledError = (
  e: ReadonlyFloat64,
  a: ReadonlyFloat64,
  b: ReadonlyFloat64,
  absolute: number,
  relative: number,
): number => {
  let worst = 0
  for (let i = 0; i < e.length; i++) {
    const scale = absolute + relative * Math.max(Math.abs(a[i] as number), Math.abs(b[i] as number))
    const error = Math.abs(e[i] as number) / scale
    if (!(error <= worst)) worst = error
  }
  return Number.isNaN(worst) ? Infinity : worst
}
