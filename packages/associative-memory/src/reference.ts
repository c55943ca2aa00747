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

/** wᵢⱼ ← wᵢⱼ + (sᵢsⱼ − sᵢhⱼᵢ − hᵢⱼsⱼ [+ hᵢⱼhⱼᵢ]) / n, with hᵢⱼ = Σ_{k≠i,j} wᵢₖ sₖ */
export const storkey = (order: 'first' | 'second', patterns: ReadonlyArray<Numbers>): ReadonlyArray<Numbers> => {
  const units = (patterns[0] ?? []).map((_, unit) => unit)
  const n = units.length
  const zero = units.map(() => units.map(() => 0))
  return patterns.reduce<ReadonlyArray<Numbers>>((w, s) => {
    const h = (i: number, j: number): number =>
      units.reduce((total, k) => (k === i || k === j ? total : total + (w[i]?.[k] ?? 0) * (s[k] ?? 0)), 0)
    const change = (i: number, j: number): number => {
      const [si, sj] = [s[i] ?? 0, s[j] ?? 0]
      return si * sj - si * h(j, i) - h(i, j) * sj + (order === 'second' ? h(i, j) * h(j, i) : 0)
    }
    return units.map((i) => units.map((j) => (i === j ? 0 : (w[i]?.[j] ?? 0) + change(i, j) / n)))
  }, zero)
}

/** wᵢⱼ = 1 if some pair has both active */
export const willshaw = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): ReadonlyArray<Numbers> =>
  hebbian(pairs).map((row) => row.map((w) => (w > 0 ? 1 : 0)))

/** wᵢⱼ = Σₚ (sᵢ(p) − a)(tⱼ(p) − b) */
export const covariance = (
  a: number,
  b: number,
  pairs: ReadonlyArray<readonly [Numbers, Numbers]>,
): ReadonlyArray<Numbers> => hebbian(pairs.map(([s, t]) => [s.map((bit) => bit - a), t.map((bit) => bit - b)]))

/** W ← W + η s (t − sᵀW)ᵀ, pair after pair */
export const delta = (
  rate: number,
  epochs: number,
  pairs: ReadonlyArray<readonly [Numbers, Numbers]>,
): ReadonlyArray<Numbers> => {
  const [inputs, targets] = pairs[0] ?? [[], []]
  const zero: ReadonlyArray<Numbers> = inputs.map(() => targets.map(() => 0))
  const step = (w: ReadonlyArray<Numbers>, [s, t]: readonly [Numbers, Numbers]): ReadonlyArray<Numbers> => {
    const errors = t.map(
      (target, j) =>
        target -
        dot(
          s,
          w.map((row) => row[j] ?? 0),
        ),
    )
    return w.map((row, i) => row.map((weight, j) => weight + rate * (errors[j] ?? 0) * (s[i] ?? 0)))
  }
  return Array.from({ length: epochs }).reduce<ReadonlyArray<Numbers>>((w) => pairs.reduce(step, w), zero)
}
