import type { ReadonlyFloat64 } from '@engram/linalg'

/** outₖ ← min(1, wₖ) */
export const clip = (out: Float64Array, w: ReadonlyFloat64): void => {
  for (let k = 0; k < out.length; k++) out[k] = Math.min(1, w[k] as number)
}
