/**
 * The textbook versions on plain arrays: one line a formula, no thought for speed.
 * The laws hold the implementations against these, and a stranger's implementation has the same shape.
 */
import { Tie as TieModule } from '@engram/associative-memory'

type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

/** A memory in plain arrays. */
export interface Instance {
  readonly encoding: TieModule.Encoding
  readonly tie: TieModule.Tie
  /** wᵢⱼ between unit i of X and unit j of Y. */
  readonly weights: Rows
  /** The weights from Y to X, where they are others than from X to Y: no bidirectional memory in the sense of Kosko. */
  readonly backward?: Rows
  readonly thresholds: PlainPair
}

/** What both layers hold. */
export interface PlainPair {
  readonly x: Numbers
  readonly y: Numbers
}

/** wᵢⱼ = Σₚ sᵢ(p) tⱼ(p), with 2s − 1 for s and 2t − 1 for t where the pairs are binary */
export const weights = (encoding: TieModule.Encoding, pairs: ReadonlyArray<PlainPair>): Rows => {
  const sign = (s: number): number => (encoding === 'binary' ? 2 * s - 1 : s)
  return (pairs[0]?.x ?? []).map((_, i) =>
    (pairs[0]?.y ?? []).map((__, j) => pairs.reduce((total, { x, y }) => total + sign(x[i] ?? 0) * sign(y[j] ?? 0), 0)),
  )
}

type Drives = Pick<Instance, 'weights' | 'backward' | 'thresholds'> & Partial<Instance>

/** hxᵢ = Σⱼ wᵢⱼ yⱼ − θxᵢ */
export const fieldsOfX = ({ weights, backward = weights, thresholds }: Drives, { y }: PlainPair): Numbers =>
  backward.map((row, i) => row.reduce((total, w, j) => total + w * (y[j] ?? 0), 0) - (thresholds.x[i] ?? 0))

/** hyⱼ = Σᵢ xᵢ wᵢⱼ − θyⱼ */
export const fieldsOfY = ({ weights, thresholds }: Drives, { x }: PlainPair): Numbers =>
  thresholds.y.map((theta, j) => weights.reduce((total, row, i) => total + (x[i] ?? 0) * (row[j] ?? 0), 0) - theta)

/** f: 1 above 0, the lower value below, and what the tie policy says at 0 */
export const activation = ({
  encoding,
  tie,
}: Pick<Instance, 'encoding' | 'tie'>): ((field: number, previous: number) => number) =>
  TieModule.activate(encoding, tie)

/** The units of one layer follow their fields, all at once. */
export const halfStep = (instance: Instance, pair: PlainPair, layer: 'x' | 'y'): PlainPair => {
  const fields = layer === 'x' ? fieldsOfX(instance, pair) : fieldsOfY(instance, pair)
  const next = activation(instance)
  return { ...pair, [layer]: pair[layer].map((value, unit) => next(fields[unit] ?? 0, value)) }
}

/** L = −xᵀWy + θx·x + θy·y */
export const lyapunov = ({ weights, thresholds }: Drives, { x, y }: PlainPair): number =>
  x.reduce((total, xi, i) => total + xi * (thresholds.x[i] ?? 0), 0) +
  y.reduce((total, yj, j) => total + yj * (thresholds.y[j] ?? 0), 0) -
  x.reduce((total, xi, i) => total + xi * y.reduce((sum, yj, j) => sum + (weights[i]?.[j] ?? 0) * yj, 0), 0)

/** Whether every unit stays */
export const isEquilibrium = (instance: Instance, pair: PlainPair): boolean =>
  halfStep(instance, pair, 'x').x.every((value, i) => value === pair.x[i]) &&
  halfStep(instance, pair, 'y').y.every((value, j) => value === pair.y[j])

/** W̃ = [[0, W], [Wᵀ, 0]]: the memory as a Hopfield network of n + m units */
export const bipartite = ({ weights, thresholds }: Instance): Rows => [
  ...weights.map((row) => [...thresholds.x.map(() => 0), ...row]),
  ...thresholds.y.map((_, j) => [...weights.map((row) => row[j] ?? 0), ...thresholds.y.map(() => 0)]),
]

/** A memory of graded units in plain arrays. */
export interface GradedInstance extends Omit<Instance, 'tie'> {
  /** γ */
  readonly gain: number
}

/** tanh γh for bipolar, 1 / (1 + exp(−γh)) for binary units */
export const gradedOutput = ({ encoding, gain }: Pick<GradedInstance, 'encoding' | 'gain'>, field: number): number =>
  encoding === 'binary' ? 1 / (1 + Math.exp(-gain * field)) : Math.tanh(gain * field)

/** γ⁻¹ ∫₀ˢ g⁻¹, with 0 ln 0 = 0 */
export const gradedWork = ({ encoding, gain }: Pick<GradedInstance, 'encoding' | 'gain'>, s: number): number => {
  const entropic = (p: number): number => (p === 0 ? 0 : p * Math.log(p))
  return encoding === 'binary'
    ? (entropic(s) + entropic(1 - s)) / gain
    : (entropic(1 + s) + entropic(1 - s)) / (2 * gain)
}

/** y ← g(γ(xᵀW − θy)), or x ← g(γ(Wy − θx)) */
export const gradedHalfStep = (instance: GradedInstance, pair: PlainPair, layer: 'x' | 'y'): PlainPair => ({
  ...pair,
  [layer]: (layer === 'x' ? fieldsOfX(instance, pair) : fieldsOfY(instance, pair)).map((field) =>
    gradedOutput(instance, field),
  ),
})

/** −xᵀWy + θx·x + θy·y + γ⁻¹ Σ ∫₀ˢ g⁻¹, with −½ xᵀ(F + B)y where there are two matrices */
export const gradedLyapunov = (instance: GradedInstance, pair: PlainPair): number =>
  (lyapunov(instance, pair) + lyapunov({ ...instance, weights: instance.backward ?? instance.weights }, pair)) / 2 +
  [...pair.x, ...pair.y].reduce((total, s) => total + gradedWork(instance, s), 0)
