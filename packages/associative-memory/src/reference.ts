/**
 * The textbook versions: plain arrays, one line a formula, no thought for speed.
 * The laws hold the implementations against these.
 */
import { activate, type Encoding, type Tie } from './Tie.js'

type Numbers = ReadonlyArray<number>

/** wᵢⱼ = Σₚ sᵢ(p) tⱼ(p) */
export const hebbian = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): ReadonlyArray<Numbers> => {
  const [inputs, targets] = pairs[0] ?? [[], []]
  return inputs.map((_, i) =>
    targets.map((__, j) => pairs.reduce((total, [s, t]) => total + (s[i] ?? 0) * (t[j] ?? 0), 0)),
  )
}

/** yⱼ = f(Σᵢ xᵢ wᵢⱼ − θⱼ) */
export const recall = (
  encoding: Encoding,
  tie: Tie,
  weights: ReadonlyArray<Numbers>,
  thresholds: Numbers,
  previous: Numbers,
  x: Numbers,
): Numbers =>
  thresholds.map((threshold, j) =>
    activate(encoding, tie)(
      x.reduce((total, xi, i) => total + xi * (weights[i]?.[j] ?? 0), 0) - threshold,
      previous[j] ?? 0,
    ),
  )

/** s·y */
export const dot = (s: Numbers, y: Numbers): number =>
  s.reduce((total, component, i) => total + component * (y[i] ?? 0), 0)
