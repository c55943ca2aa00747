import type { Signal } from '../Pattern.js'

type Components = Signal['data']

/** Σᵢ xᵢ wᵢⱼ, W n × m. */
export const netInput = (w: Components, x: Components, n: number, m: number, j: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += (x[i] as number) * (w[i * m + j] as number)
  return total
}

/** wᵢⱼ ← wᵢⱼ + step·xᵢ for all i, leaving out i = `except`. */
export const turn = (
  w: Float64Array,
  x: Components,
  n: number,
  m: number,
  j: number,
  step: number,
  except: number,
): void => {
  for (let i = 0; i < n; i++) if (i !== except) w[i * m + j] = (w[i * m + j] as number) + step * (x[i] as number)
}

/**
 * W ← W + rate·s (t − sᵀW)ᵀ. Answers the squared error ‖t − sᵀW‖² before the step.
 * `e` has room for m numbers.
 */
export const deltaStep = (
  w: Float64Array,
  e: Float64Array,
  s: Components,
  t: Components,
  n: number,
  m: number,
  rate: number,
): number => {
  let squared = 0
  for (let j = 0; j < m; j++) {
    const error = (t[j] as number) - netInput(w, s, n, m, j)
    e[j] = error
    squared += error * error
  }
  for (let j = 0; j < m; j++) turn(w, s, n, m, j, rate * (e[j] as number), -1)
  return squared
}

/** Σᵢ wᵢⱼ² */
export const squaredColumn = (w: Float64Array, n: number, m: number, j: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += (w[i * m + j] as number) ** 2
  return total
}
