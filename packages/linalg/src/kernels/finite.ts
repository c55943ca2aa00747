import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** The first position whose number is NaN or infinite; −1 if there is none. */
export const firstNotFinite = (x: ReadonlyFloat64, n: number): number => {
  for (let i = 0; i < n; i++) if (!Number.isFinite(x[i]!)) return i
  return -1
}
