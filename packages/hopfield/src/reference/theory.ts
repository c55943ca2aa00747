/**
 * The textbook versions of what the classical theory says of networks, on plain arrays.
 */
import type { Instance } from './network.js'

type Numbers = ReadonlyArray<number>

type Rows = ReadonlyArray<Numbers>

/** Units that a tie can still move: none by `keep`, those that are down by `up`, those that are up by `down` */
export const pending = ({ tie }: Instance, y: Numbers): number => {
  const ups = y.filter((value) => value === 1).length
  return tie === 'up' ? y.length - ups : tie === 'down' ? ups : 0
}

/** With y = 2b − 1: θ′ᵢ = ½(θᵢ + Σⱼ wᵢⱼ), x′ = ½x */
export const toBinary = ({ weights, thresholds, input, tie }: Instance): Instance => ({
  encoding: 'binary',
  tie,
  weights,
  thresholds: thresholds.map((theta, i) => (theta + (weights[i] ?? []).reduce((total, w) => total + w, 0)) / 2),
  input: input.map((x) => x / 2),
})

/** wᵢⱼ + amount·sᵢsⱼ off the diagonal */
export const imprint = (weights: Rows, s: Numbers, amount: number): Rows =>
  weights.map((row, i) => row.map((w, j) => (i === j ? w : w + amount * (s[i] ?? 0) * (s[j] ?? 0))))

/** All states that differ from y in at most d units */
export const ball = ({ encoding }: Instance, y: Numbers, d: number): Rows =>
  y
    .reduce<Rows>(
      (states, value, i) => states.flatMap((each) => [each, each.with(i, encoding === 'bipolar' ? -value : 1 - value)]),
      [y],
    )
    .filter((state) => state.filter((value, i) => value !== y[i]).length <= d)

/** min(A, max(−A, wᵢⱼ + ε sᵢsⱼ)) off the diagonal */
export const imprintWithin = (weights: Rows, s: Numbers, amount: number, bound: number): Rows =>
  imprint(weights, s, amount).map((row) => row.map((w) => Math.min(bound, Math.max(-bound, w))))
