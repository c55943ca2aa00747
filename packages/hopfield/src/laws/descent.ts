/**
 * The law that holds of networks rather than of implementations (row H3): verification samples it.
 */
import fc from 'fast-check'
import { Tie } from '@engram/associative-memory'
import { Law } from '@engram/law'
import { Matrix, Vector } from '@engram/linalg'
import { areHebbian, toMatrix } from '../Couplings.js'
import { unsafeState, type Network, type State } from '../Network.js'
import { move, type Subject } from '../verify/Move.js'
import { tolerance } from '../verify/Rounding.js'

const range = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, index) => index)

/** The state in which just these units are up. */
export const stateWith = (network: Network, up: ReadonlyArray<number>): State => {
  const members = new Set(up)
  const lower = Tie.lowerOf(network.encoding)
  return unsafeState(network)(Int8Array.from({ length: network.size }, (_, unit) => (members.has(unit) ? 1 : lower)))
}

/** Units that a weight does not treat as its reverse does, or that work against themselves: where to look first. */
const suspects = ({ couplings, size }: Network): ReadonlyArray<number> => {
  if (areHebbian(couplings)) return []
  const { data } = toMatrix(couplings)
  return range(size).filter(
    (i) => (data[i * size + i] ?? 0) < 0 || range(size).some((j) => data[i * size + j] !== data[j * size + i]),
  )
}

/** A state by its units that are up, and a unit to ask. */
const cases = (network: Network): fc.Arbitrary<readonly [ReadonlyArray<number>, number]> => {
  const units = range(network.size)
  const suspected = suspects(network)
  return fc.tuple(
    fc.subarray([...units]),
    suspected.length === 0
      ? fc.constantFrom(...units)
      : fc.oneof(fc.constantFrom(...suspected), fc.constantFrom(...units)),
  )
}

const subject = (weights: ReadonlyArray<ReadonlyArray<number>>): Subject => ({
  network: {
    _tag: 'Hopfield',
    size: weights.length,
    encoding: 'bipolar',
    tie: 'keep',
    couplings: {
      _tag: 'Dense',
      weights: Matrix.unsafeFromFloat64(weights.length, weights.length)(Float64Array.from(weights.flat())),
    },
    scale: 1,
    thresholds: Vector.zeros(weights.length),
  },
})

/** Three units of which each works against the two others, so that no state suits them all. */
export const frustrated: Subject = subject([
  [0, -1, -1],
  [-1, 0, -1],
  [-1, -1, 0],
])

/** The conclusion of Hopfield's theorem, asked of one network rather than of an implementation. */
export const networkEnergyUpdateLe = Law.law<Subject>({
  id: 'network_energy_update_le',
  statement: 'E(y after unit i is updated) ≤ E(y), for every state y and unit i of this network',
  source: 'Hopfield (1982); Fausett (1994) §3.4.4',
  rows: ['H3'],
  hypotheses: [],
  property: (given) => {
    const { input, network } = given
    const slack = 2 * tolerance(network, input)
    const moveOf = move(given)
    return fc.property(cases(network), ([up, unit]) => moveOf(stateWith(network, up).data, unit).rise <= slack)
  },
  countermodels: [
    {
      id: 'one_way',
      description: 'w₁₂ = 2 but w₂₁ = −1',
      implementation: subject([
        [0, 2],
        [-1, 0],
      ]),
    },
    {
      id: 'self_inhibiting',
      description: 'symmetric, but w₁₁ = −3',
      implementation: subject([
        [-3, 1],
        [1, 0],
      ]),
    },
  ],
})
