import { either as E } from 'fp-ts'
import { describe, expect, test } from 'vitest'
import { Pattern } from '@engram/associative-memory'
import { Matrix, Random } from '@engram/linalg'
import { Boltzmann, ContrastiveDivergence, Glauber, Rbm, RbmLikelihood, Schedule, Temperature } from '../src/index.js'
import { binary, right, vector } from './support.js'

/** Pictures of two by three: a horizontal or vertical bar each, or nothing, or everything. */
const bars = [
  [0, 0, 0, 0, 0, 0],
  [1, 1, 1, 0, 0, 0],
  [0, 0, 0, 1, 1, 1],
  [1, 0, 0, 1, 0, 0],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 0, 0, 1],
  [1, 1, 1, 1, 1, 1],
].map(binary)

const learn = (
  options: ContrastiveDivergence.Options,
  updates: number,
  learner: ContrastiveDivergence.Learner,
): ContrastiveDivergence.Learner =>
  Array.from({ length: updates }).reduce<ContrastiveDivergence.Learner>(
    (last) => right(ContrastiveDivergence.update(options)(bars)(last)),
    learner,
  )

const untaught = right(Rbm.random({ visible: 6, hidden: 5, deviation: 0.1 })(4))

const likelihood = (rbm: Rbm.Rbm): number => right(RbmLikelihood.logLikelihood(rbm)(bars))

describe('bars', () => {
  test.each<readonly [string, ContrastiveDivergence.Options]>([
    ['CD-1', { steps: 1, rate: 0.5 }],
    ['CD-5, all sampled', { steps: 5, rate: 0.5, hidden: 'sampled' }],
    ['CD-1, mean fields', { steps: 1, rate: 0.5, visible: 'mean' }],
    ['persistent CD', { steps: 1, rate: 0.2, persistent: true }],
  ])('%s makes the data more probable', (_, options) => {
    const before = likelihood(untaught)
    const after = likelihood(learn(options, 1000, ContrastiveDivergence.begin(1)(untaught)).rbm)
    // 64 pictures are about equally probable at first: −ln 64 = −4.16. The best that is possible is −ln 7 = −1.95.
    expect(Math.abs(before + Math.log(64))).toBeLessThan(0.2)
    expect(after).toBeGreaterThan(before + 0.8)
    expect(after).toBeLessThanOrEqual(-Math.log(7))
  })

  test('so does the exact gradient, in every step', () => {
    const likelihoods = Array.from({ length: 30 }).reduce<ReadonlyArray<readonly [Rbm.Rbm, number]>>(
      (path) => {
        const [rbm] = path[path.length - 1] ?? [untaught]
        const next = RbmLikelihood.along(0.2)(right(RbmLikelihood.gradient(rbm)(bars)))(rbm)
        return [...path, [next, likelihood(next)]]
      },
      [[untaught, likelihood(untaught)]],
    )
    likelihoods.slice(1).forEach(([, value], k) => expect(value).toBeGreaterThan(likelihoods[k]?.[1] ?? 0))
  })

  test.each([false, true])('learning that was put aside comes to the same bits (persistent: %s)', (persistent) => {
    const options = { steps: 2, rate: 0.1, persistent }
    const begun = ContrastiveDivergence.begin(7)(untaught)
    expect(learn(options, 3, learn(options, 4, begun))).toEqual(learn(options, 7, begun))
  })
})

describe('as a Hopfield network', () => {
  const weights = right(
    Matrix.fromRows([
      [2, -1],
      [1, 1],
      [-2, 1],
    ]),
  )
  const rbm = right(Rbm.make({ visibleBias: vector([0, -1, 1]), hiddenBias: vector([1, 0]) })(weights))
  const network = right(Rbm.toNetwork(rbm))

  test('the partition functions are equal', () => {
    const equilibrium = right(Boltzmann.make(1)(network))
    expect(Boltzmann.logPartition(equilibrium)).toBeCloseTo(right(RbmLikelihood.logPartition(rbm)), 12)
    const { weights: pairs } = right(RbmLikelihood.modelStatistics(rbm))
    const all = Boltzmann.expectations(equilibrium).pairs
    Array.from(pairs.data).forEach((pair, k) =>
      expect(pair).toBeCloseTo(all.data[Math.floor(k / 2) * 5 + 3 + (k % 2)] ?? NaN, 12),
    )
  })

  test('Gibbs sampling in blocks is a schedule', () => {
    const blocks = Schedule.blocks([
      [3, 4],
      [0, 1, 2],
    ])
    const start = Rbm.toState({ visible: binary([1, 0, 1]), hidden: binary([0, 0]) })
    const options = { temperature: right(Temperature.constant(1)), schedule: blocks, sweeps: 50, seed: 2 }
    const walk = right(Glauber.walk(options)(network)(start))
    const [sampled] = right(Rbm.gibbs(50)(rbm)(binary([1, 0, 1])))(Random.fromSeed(2))
    // The same numbers are drawn for the same units in the same order.
    expect(Pattern.toArray(walk.state).slice(0, 3)).toEqual(Pattern.toArray(sampled))
  })

  test('sampling draws each unit with its probability', () => {
    const visible = binary([1, 0, 1])
    const chances = right(Rbm.hiddenGiven(rbm)(visible))
    const draw = right(Rbm.sampleHidden(rbm)(visible))
    const samples = Array.from({ length: 1000 }, (_, seed) => Pattern.toArray(draw(Random.fromSeed(seed))[0]))
    // Hoeffding: beyond 0.1 with probability 4·10⁻⁹.
    Array.from(chances.data).forEach((chance, j) =>
      expect(Math.abs(samples.filter((sample) => sample[j] === 1).length / 1000 - chance)).toBeLessThan(0.1),
    )
    const hidden = binary([1, 0])
    expect(right(Rbm.sampleVisible(rbm)(hidden))(Random.fromSeed(1))[0].length).toBe(3)
  })
})

test('the smaller layer is enumerated, whichever it is', () => {
  const wide = right(Rbm.random({ visible: 40, hidden: 3, deviation: 0.3 })(1))
  const difference = right(RbmLikelihood.logPartition(wide)) - right(RbmLikelihood.logPartition(Rbm.mirror(wide)))
  expect(Math.abs(difference)).toBeLessThan(1e-12)
})

describe('doors', () => {
  const data = [binary([1, 0, 1, 0, 1, 0])]
  const learner = ContrastiveDivergence.begin(1)(untaught)

  test.each([
    ['no units', Rbm.make({})(Matrix.zeros(0, 3))],
    ['a bias too long', Rbm.make({ visibleBias: vector([1]) })(Matrix.zeros(2, 3))],
    ['the other bias too long', Rbm.make({ hiddenBias: vector([1]) })(Matrix.zeros(2, 3))],
    ['a spread below 0', Rbm.random({ visible: 1, hidden: 1, deviation: -1 })(1)],
    ['a state too long', Rbm.freeEnergy(untaught)(binary([1]))],
    ['layers too long', Rbm.energy(untaught)({ visible: binary([1]), hidden: binary([1]) })],
    ['half a step', Rbm.gibbs(0.5)(untaught)(binary([1, 0, 1, 0, 1, 0]))],
    ['no data', RbmLikelihood.logLikelihood(untaught)([])],
    ['data too long', RbmLikelihood.gradient(untaught)([binary([1])])],
    ['two large layers', RbmLikelihood.logPartition(right(Rbm.make({})(Matrix.zeros(17, 17))))],
    ['no steps', ContrastiveDivergence.update({ steps: 0, rate: 1 })(data)(learner)],
    ['an infinite rate', ContrastiveDivergence.update({ steps: 1, rate: Infinity })(data)(learner)],
  ])('refuses %s', (_, answer) => {
    expect(E.isLeft(answer)).toBe(true)
  })
})
