import type { ReadonlyFloat64 } from '@engram/linalg'

/** √Σᵢ (aᵢ − bᵢ)² over n components. */
export const distance = (a: ReadonlyFloat64, b: ReadonlyFloat64, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += ((a[i] as number) - (b[i] as number)) ** 2
  return Math.sqrt(total)
}
