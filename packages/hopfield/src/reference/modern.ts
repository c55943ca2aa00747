/**
 * Continuous memories on plain arrays: one line a formula, no thought for speed.
 */
type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

const dot = (a: Numbers, b: Numbers): number => a.reduce((total, each, i) => total + each * (b[i] ?? 0), 0)

/** wₚ = exp(β zₚ) / Σ exp(β z), the greatest score subtracted first; shared by the greatest for β = ∞ */
export const softmax = (beta: number, scores: Numbers): Numbers => {
  const most = Math.max(...scores)
  const masses = scores.map((z) => (z === most ? 1 : Math.exp(beta * (z - most))))
  const total = masses.reduce((a, b) => a + b, 0)
  return masses.map((mass) => mass / total)
}

/** z = X y */
export const scores = (patterns: Rows, y: Numbers): Numbers => patterns.map((x) => dot(x, y))

/** Σₚ wₚ vₚ */
export const mix = (values: Rows, weights: Numbers): Numbers =>
  (values[0] ?? []).map((_, i) =>
    dot(
      weights,
      values.map((v) => v[i] ?? 0),
    ),
  )

/** f(y) = Xᵀ softmax(β X y) */
export const update = (beta: number, patterns: Rows, y: Numbers): Numbers =>
  mix(patterns, softmax(beta, scores(patterns, y)))

/** lse(β, z) = β⁻¹ log Σ exp(β z), the greatest score taken out first */
export const lse = (beta: number, scores: Numbers): number => {
  const most = Math.max(...scores)
  return most + Math.log(scores.reduce((total, z) => total + Math.exp(z === most ? 0 : beta * (z - most)), 0)) / beta
}

/** M² = maxₚ ‖xₚ‖² */
export const squaredNorm = (patterns: Rows): number => Math.max(...patterns.map((x) => dot(x, x)))

/** E(y) = −lse(β, X y) + ½ yᵀy + β⁻¹ log P + ½ M² */
export const energy = (beta: number, patterns: Rows, y: Numbers): number =>
  -lse(beta, scores(patterns, y)) + 0.5 * dot(y, y) + Math.log(patterns.length) / beta + 0.5 * squaredNorm(patterns)

/** Δᵢ = min over j ≠ i of xᵢᵀxᵢ − xᵢᵀxⱼ */
export const separation = (patterns: Rows, i: number): number =>
  Math.min(
    ...patterns.map((x, j) =>
      j === i ? Infinity : dot(patterns[i] ?? [], patterns[i] ?? []) - dot(patterns[i] ?? [], x),
    ),
  )

/** 2 (P − 1) M exp(−β (Δᵢ − 2 M r)) for a query at the distance r from pattern i */
export const retrievalError = (beta: number, patterns: Rows, i: number, distance: number): number => {
  const most = Math.sqrt(squaredNorm(patterns))
  return patterns.length === 1
    ? 0
    : 2 * (patterns.length - 1) * most * Math.exp(-beta * (separation(patterns, i) - 2 * most * distance))
}
