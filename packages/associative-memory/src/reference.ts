/**
 * The textbook versions: plain arrays, one line a formula, no thought for speed.
 * The laws hold the implementations against these.
 */
import type { Shape } from './EnergyWell.js'
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

/** Cᵢ(p) = −sᵢ(p) Σ_{q≠p} sᵢ(q) (s(q)·s(p)) / n */
export const crosstalk = (patterns: ReadonlyArray<Numbers>): ReadonlyArray<Numbers> =>
  patterns.map((own, p) =>
    own.map(
      (si, i) =>
        (-si * patterns.reduce((total, other, q) => total + (q === p ? 0 : (other[i] ?? 0) * dot(other, own)), 0)) /
        own.length,
    ),
  )

const column = (weights: ReadonlyArray<Numbers>, j: number): Numbers => weights.map((row) => row[j] ?? 0)

/** minₚ ‖s(p)‖² */
export const outputBound = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): number =>
  Math.min(...pairs.map(([s]) => dot(s, s)))

/** minₚ ‖s(p)‖² / ‖Σₚ |s(p)|‖ */
export const inputBound = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): number => {
  const sums = (pairs[0]?.[0] ?? []).map((_, i) => pairs.reduce((total, [s]) => total + Math.abs(s[i] ?? 0), 0))
  return outputBound(pairs) / Math.sqrt(dot(sums, sums))
}

/** minₚⱼ tⱼ(p) (s(p)ᵀW)ⱼ / ‖wⱼ‖ */
export const radius = (weights: ReadonlyArray<Numbers>, pairs: ReadonlyArray<readonly [Numbers, Numbers]>): number =>
  Math.min(
    ...pairs.flatMap(([s, t]) =>
      t.map((tj, j) => (tj * dot(s, column(weights, j))) / Math.sqrt(dot(column(weights, j), column(weights, j)))),
    ),
  )

/** det A, along the first row */
const determinant = ([first, ...rest]: ReadonlyArray<Numbers>): number =>
  first === undefined
    ? 1
    : first.reduce(
        (total, a, j) => total + (j % 2 === 0 ? a : -a) * determinant(rest.map((row) => row.toSpliced(j, 1))),
        0,
      )

/** W = Sᵀ (SSᵀ)⁻¹ T for linearly independent inputs, the inverse by cofactors */
export const projection = (pairs: ReadonlyArray<readonly [Numbers, Numbers]>): ReadonlyArray<Numbers> => {
  const [inputs, targets] = [pairs.map(([s]) => s), pairs.map(([, t]) => t)]
  const gram = inputs.map((s) => inputs.map((other) => dot(s, other)))
  const cofactor = (p: number, q: number): number =>
    (-1) ** (p + q) * determinant(gram.toSpliced(p, 1).map((row) => row.toSpliced(q, 1)))
  const adjugate = gram.map((_, q) => gram.map((__, p) => cofactor(p, q)))
  const mixed = (targets[0] ?? []).map((_, j) => adjugate.map((row) => dot(row, column(targets, j))))
  return (inputs[0] ?? []).map((_, i) => mixed.map((y) => dot(column(inputs, i), y) / determinant(gram)))
}

/** Σₚ (xᵢ − sᵢ(p))² */
const squared = (s: Numbers, x: Numbers): number => dot(s, s) - 2 * dot(s, x) + dot(x, x)

/** f(x) of each shape, with d = ‖x − s(p)‖² */
export const well = (shape: Shape, patterns: ReadonlyArray<Numbers>, levels: Numbers, x: Numbers): number => {
  const d = patterns.map((s) => squared(s, x))
  const over = (term: (d: number, level: number) => number): number =>
    d.reduce((total, each, p) => total + term(each, levels[p] ?? 0), 0)
  switch (shape._tag) {
    case 'inverse-distance':
      return d.includes(0)
        ? (levels[d.indexOf(0)] ?? 0)
        : over((each, level) => (level + shape.curvature * each) / each ** 2) / over((each) => 1 / each ** 2)
    case 'gaussian':
      return over((each, level) => level * Math.exp(-each / (2 * shape.width ** 2)))
    case 'log-sum-exp':
      return -Math.log(over((each, level) => Math.exp(-shape.beta * (each / 2 + level)))) / shape.beta
  }
}
