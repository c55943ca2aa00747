/** Components of a pattern, of small integers or of reals. */
interface Components {
  readonly [index: number]: number
}

/** Σᵢ aᵢ bᵢ over n components. */
export const dot = (a: Components, b: Components, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += (a[i] as number) * (b[i] as number)
  return total
}

/** How many of the first n components differ. */
export const differences = (a: Components, b: Components, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) total++
  return total
}

/** Whether the first n components agree. */
export const agree = (a: Components, b: Components, n: number): boolean => {
  for (let i = 0; i < n; i++) if (a[i] !== b[i]) return false
  return true
}

/** Σᵢ (aᵢ − bᵢ)² over n components. */
export const squaredDistance = (a: Components, b: Components, n: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += ((a[i] as number) - (b[i] as number)) ** 2
  return total
}
