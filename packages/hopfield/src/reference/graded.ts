/**
 * The textbook versions of graded units: one line a formula.
 */
type Numbers = ReadonlyArray<number>

/** A graded network in plain arrays. */
export interface GradedInstance {
  /** wᵢⱼ, from j to i. */
  readonly weights: ReadonlyArray<Numbers>
  readonly input: Numbers
  readonly shape: 'tanh' | 'sigmoid'
  readonly gain: number
  readonly tau: number
}

const sum = (terms: Numbers): number => terms.reduce((total, term) => total + term, 0)

/** tanh λu, or 1 / (1 + exp(−λu)) */
export const output = ({ shape, gain }: GradedInstance, u: number): number =>
  shape === 'tanh' ? Math.tanh(gain * u) : 1 / (1 + Math.exp(-gain * u))

/** x ln x, 0 for x = 0 */
const entropic = (x: number): number => (x === 0 ? 0 : x * Math.log(x))

/** ∫₀ⱽ g⁻¹ */
export const work = ({ shape, gain }: GradedInstance, v: number): number =>
  shape === 'tanh' ? (entropic(1 + v) + entropic(1 - v)) / (2 * gain) : (entropic(v) + entropic(1 - v)) / gain

/** Wv + I */
export const drive = ({ weights, input }: GradedInstance, v: Numbers): Numbers =>
  weights.map((row, i) => sum(row.map((w, j) => w * (v[j] ?? 0))) + (input[i] ?? 0))

/** −u + W g(u) + I */
export const residual = (instance: GradedInstance, u: Numbers): Numbers =>
  drive(
    instance,
    u.map((each) => output(instance, each)),
  ).map((d, i) => d - (u[i] ?? 0))

/** (−u + W g(u) + I) / τ */
export const velocity = (instance: GradedInstance, u: Numbers): Numbers =>
  residual(instance, u).map((each) => each / instance.tau)

/** −½ VᵀWV − IᵀV + Σ ∫₀ⱽ g⁻¹ */
export const energy = (instance: GradedInstance, u: Numbers): number => {
  const v = u.map((each) => output(instance, each))
  const pairs = sum(instance.weights.flatMap((row, i) => row.map((w, j) => w * (v[i] ?? 0) * (v[j] ?? 0))))
  return (
    -0.5 * pairs - sum(v.map((each, i) => each * (instance.input[i] ?? 0))) + sum(v.map((each) => work(instance, each)))
  )
}
