/**
 * The textbook versions of restricted Boltzmann machines: one line a formula, sums over all states.
 */
type Numbers = ReadonlyArray<number>
type Rows = ReadonlyArray<Numbers>

/** A machine in plain arrays. */
export interface RbmInstance {
  /** W, visible × hidden. */
  readonly weights: Rows
  readonly visibleBias: Numbers
  readonly hiddenBias: Numbers
}

const sum = (terms: Numbers): number => terms.reduce((total, term) => total + term, 0)

const dot = (x: Numbers, y: Numbers): number => sum(x.map((each, i) => each * (y[i] ?? 0)))

/** All states of n binary units, the first most significant */
export const binaryStates = (n: number): Rows =>
  Array.from({ length: 2 ** n }, (_, s) => Array.from({ length: n }, (__, i) => (s >> (n - 1 - i)) & 1))

/** −vᵀWh − aᵀv − bᵀh */
export const energy = ({ weights, visibleBias, hiddenBias }: RbmInstance, v: Numbers, h: Numbers): number =>
  -sum(weights.map((row, i) => (v[i] ?? 0) * dot(row, h))) - dot(visibleBias, v) - dot(hiddenBias, h)

/** exp(−E(v, h)) for all v (rows) and h (columns) */
export const weightsOfStates = (rbm: RbmInstance): Rows =>
  binaryStates(rbm.visibleBias.length).map((v) =>
    binaryStates(rbm.hiddenBias.length).map((h) => Math.exp(-energy(rbm, v, h))),
  )

/** The mean of ln Σₕ exp(−E(v, h)) − ln Σᵥₕ exp(−E(v, h)) over the data */
export const logLikelihood = (rbm: RbmInstance, data: Rows): number => {
  const partition = Math.log(sum(weightsOfStates(rbm).map(sum)))
  const hs = binaryStates(rbm.hiddenBias.length)
  return sum(data.map((v) => Math.log(sum(hs.map((h) => Math.exp(-energy(rbm, v, h))))) - partition)) / data.length
}

/** p(h | v): each h by its weight among all */
export const conditional = (rbm: RbmInstance, v: Numbers): Numbers => {
  const weights = binaryStates(rbm.hiddenBias.length).map((h) => Math.exp(-energy(rbm, v, h)))
  return weights.map((each) => each / sum(weights))
}

/** The same machine with its layers exchanged */
export const mirror = ({ weights, visibleBias, hiddenBias }: RbmInstance): RbmInstance => ({
  weights: hiddenBias.map((_, j) => weights.map((row) => row[j] ?? 0)),
  visibleBias: hiddenBias,
  hiddenBias: visibleBias,
})

/** p(v′ | v) = Σₕ p(v′ | h) p(h | v), by numbers of states */
export const gibbsStep = (rbm: RbmInstance): Rows => {
  const up = binaryStates(rbm.visibleBias.length).map((v) => conditional(rbm, v))
  const down = binaryStates(rbm.hiddenBias.length).map((h) => conditional(mirror(rbm), h))
  return up.map((row) => up.map((_, t) => sum(row.map((p, h) => p * (down[h]?.[t] ?? 0)))))
}
