/**
 * Laws of learning pairs (rows B1, B3, B5).
 */
import fc from 'fast-check'
import { Law } from '@engram/law'
import { Arbitraries } from '@engram/associative-memory/laws'
import * as Reference from '../reference.js'
import { equalNumbers, equalPairs, type DistancesOf, type RunStored, type Weights } from './adapters.js'
import * as Adapters from './adapters.js'
import { storedAndPair, type Pairs, type Rows } from './arbitraries.js'

const { weights } = Reference

export const bamWeightsEqReference = Law.law<Weights>({
  id: 'bam_weights_eq_reference',
  statement: 'W = Σₚ s(p) t(p)ᵀ, with 2s − 1 and 2t − 1 for binary pairs',
  source: 'lecture M, "Setting the weights"',
  rows: ['B1'],
  hypotheses: [],
  property: (learn) =>
    fc.property(storedAndPair(40, 5), ([encoding, pairs]) => {
      const learnt = learn(encoding, pairs)
      return weights(encoding, pairs).every((row, i) => equalNumbers(row, learnt[i] ?? []))
    }),
  countermodels: [
    {
      id: 'bits_as_they_are',
      description: 'multiplies the bits of binary pairs without turning them into signs',
      implementation: (_, pairs) => weights('bipolar', pairs),
    },
    {
      id: 'inputs_only',
      description: 'turns s into signs, but not t',
      implementation: (encoding, pairs) =>
        weights(
          'bipolar',
          pairs.map(({ x, y }) => ({ x: encoding === 'binary' ? x.map((s) => 2 * s - 1) : x, y })),
        ),
    },
    {
      id: 'mean',
      description: 'divides by the number of pairs',
      implementation: (encoding, pairs) => weights(encoding, pairs).map((row) => row.map((w) => w / pairs.length)),
    },
    {
      id: 'no_diagonal',
      description: 'clears wᵢᵢ, as in a network whose units know each other',
      implementation: (encoding, pairs) =>
        weights(encoding, pairs).map((row, i) => row.map((w, j) => (i === j ? 0 : w))),
    },
  ],
})

const zip = (xs: Rows, ys: Rows): Pairs => xs.slice(0, ys.length).map((x, p) => ({ x, y: ys[p] ?? [] }))

const dotted = (patterns: Rows): boolean => new Set(patterns.map((pattern) => pattern.join())).size === patterns.length

const recalledBothWays = (pairs: Pairs, runFrom: RunStored): boolean =>
  pairs.every((pair) => {
    const silent = { x: pair.x.map(() => 0), y: pair.y.map(() => 0) }
    const from = (layer: 'x' | 'y') =>
      runFrom({ couplings: 'dense', tie: 'keep' }, 'bipolar', pairs, layer === 'x' ? 'y-first' : 'x-first', {
        ...silent,
        [layer]: pair[layer],
      })
    return [from('x'), from('y')].every(
      ({ halfSteps, pair: end }) =>
        equalPairs(end, pair) && halfSteps.slice(2).every(({ state, layer }) => equalNumbers(state, pair[layer])),
    )
  })

const stored = (xs: fc.Arbitrary<Rows>, ys: fc.Arbitrary<Rows>) => (runFrom: RunStored) =>
  fc.property(xs, ys, (x, y) => recalledBothWays(zip(x, y), runFrom))

const orthogonal = Arbitraries.orthogonal()

/** Different patterns, none the reverse of another. */
const different: fc.Arbitrary<Rows> = fc
  .integer({ min: 3, max: 8 })
  .chain((n) => fc.array(Arbitraries.bipolar(n), { minLength: 1, maxLength: 4 }))
  .filter((patterns) => dotted(patterns.map((pattern) => pattern.map((s) => s * (pattern[0] ?? 1)))))

export const bamStoredOfOrthogonal = Law.law<RunStored>({
  id: 'bam_stored_of_orthogonal',
  statement:
    'pairs with orthogonal x and orthogonal y are equilibria, and each is recalled from either half in one answer',
  source: 'Kosko (1988); lecture M, example 3.23',
  rows: ['B1', 'B3'],
  hypotheses: [
    { id: 'orthogonal_x', statement: 's(p)·s(q) = 0', dropped: stored(different, orthogonal) },
    { id: 'orthogonal_y', statement: 't(p)·t(q) = 0', dropped: stored(orthogonal, different) },
  ],
  property: stored(orthogonal, orthogonal),
  countermodels: [
    {
      id: 'last_pair_only',
      description: 'keeps the last pair',
      implementation: (storage, encoding, pairs, ...rest) =>
        Adapters.runStored(storage, encoding, pairs.slice(-1), ...rest),
    },
    {
      id: 'targets_shuffled',
      description: 'associates each x with the y of the next',
      implementation: (storage, encoding, pairs, ...rest) =>
        Adapters.runStored(
          storage,
          encoding,
          pairs.map(({ x }, p) => ({ x, y: pairs[(p + 1) % pairs.length]?.y ?? [] })),
          ...rest,
        ),
    },
  ],
})

const differing = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): number =>
  a.filter((value, i) => value !== b[i]).length

export const lyapunovEqDistances = Law.law<DistancesOf>({
  id: 'lyapunov_eq_distances',
  statement:
    'L of a stored pair is −n·m less Σ (n − 2H[x])(m − 2H[y]) over the others: pairs on the same side of ½ in both layers deepen each other',
  source: 'Kosko (1988), correlation encoding; lecture M, "Hamming distance"',
  rows: ['B5'],
  hypotheses: [],
  property: (between) =>
    fc.property(storedAndPair(9, 5), ([encoding, pairs]) => {
      const spins = pairs.map(({ x, y }) =>
        encoding === 'binary' ? { x: x.map((s) => 2 * s - 1), y: y.map((t) => 2 * t - 1) } : { x, y },
      )
      const told = between(encoding, pairs)
      const w = weights('bipolar', spins)
      return spins.every(({ x, y }, p) => {
        const own = told.filter(({ pairs: both }) => both.includes(p))
        const thresholds = { x: x.map(() => 0), y: y.map(() => 0) }
        const energy = Reference.lyapunov({ encoding: 'bipolar', tie: 'keep', weights: w, thresholds }, { x, y })
        return (
          own.length === pairs.length - 1 &&
          energy === own.reduce((sum, { crosstalk }) => sum + crosstalk, -x.length * y.length) &&
          own.every(({ pairs: [a, b], ...at }) => {
            const [one, other] = [spins[a], spins[b]]
            return (
              at.x * x.length === differing(one?.x ?? [], other?.x ?? []) &&
              at.y * y.length === differing(one?.y ?? [], other?.y ?? [])
            )
          })
        )
      })
    }),
  countermodels: [
    {
      id: 'one_layer',
      description: 'reckons with the distances of x alone',
      implementation: (encoding, pairs) =>
        Adapters.distances(encoding, pairs).map((each) => ({
          ...each,
          crosstalk: -(pairs[0]?.x.length ?? 0) * (1 - 2 * each.x) * (pairs[0]?.y.length ?? 0),
        })),
    },
    {
      id: 'similarity',
      description: 'tells how much is equal instead of how much differs',
      implementation: (encoding, pairs) =>
        Adapters.distances(encoding, pairs).map((each) => ({ ...each, x: 1 - each.x, y: 1 - each.y })),
    },
  ],
})
