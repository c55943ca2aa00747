import type { ReadonlyFloat64 } from '@engram/linalg'

/** The components of a pattern of a layer. */
type Signs = { readonly [index: number]: number }

/** W ← W + rate·s tᵀ, n × m */
export const imprint = (w: Float64Array, s: Signs, t: Signs, n: number, m: number, rate: number): void => {
  for (let i = 0; i < n; i++) {
    const si = rate * (s[i] as number)
    for (let j = 0; j < m; j++) w[i * m + j] = (w[i * m + j] as number) + si * (t[j] as number)
  }
}

/** A memory in training. */
export interface Training {
  readonly w: Float64Array
  readonly thetaX: Float64Array
  readonly thetaY: Float64Array
  readonly n: number
  readonly m: number
  readonly margin: number
  readonly withThresholds: boolean
}

const rowSum = (w: ReadonlyFloat64, t: Signs, m: number, i: number): number => {
  let total = 0
  for (let j = 0; j < m; j++) total += (w[i * m + j] as number) * (t[j] as number)
  return total
}

const columnSum = (w: ReadonlyFloat64, s: Signs, n: number, m: number, j: number): number => {
  let total = 0
  for (let i = 0; i < n; i++) total += (s[i] as number) * (w[i * m + j] as number)
  return total
}

/**
 * Shows one pair to every unit of both layers; each that does not want to be what it should, by more than the margin,
 * is corrected at once: its weights, which are those of the other direction too, and its threshold. Answers how often.
 */
export const correctPair = (training: Training, s: Signs, t: Signs): number => {
  const { w, thetaX, thetaY, n, m, margin, withThresholds } = training
  let corrections = 0
  for (let j = 0; j < m; j++) {
    const target = t[j] as number
    if (target * (columnSum(w, s, n, m, j) - (thetaY[j] as number)) > margin) continue
    corrections++
    for (let i = 0; i < n; i++) w[i * m + j] = (w[i * m + j] as number) + target * (s[i] as number)
    if (withThresholds) thetaY[j] = (thetaY[j] as number) - target
  }
  for (let i = 0; i < n; i++) {
    const target = s[i] as number
    if (target * (rowSum(w, t, m, i) - (thetaX[i] as number)) > margin) continue
    corrections++
    for (let j = 0; j < m; j++) w[i * m + j] = (w[i * m + j] as number) + target * (t[j] as number)
    if (withThresholds) thetaX[i] = (thetaX[i] as number) - target
  }
  return corrections
}
