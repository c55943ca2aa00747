/**
 * The hypotheses of Hopfield's theorem, which are about the weights alone.
 *
 * Definitions: `symmetric` (wᵢⱼ = wⱼᵢ), `diagonal` (wᵢᵢ ≥ 0).
 * Convention:  the energy falls where no wᵢᵢ is negative; that all are 0, as most texts ask, is told apart.
 * References:  Hopfield (1982).
 */
import { Matrix } from '@engram/linalg'
import { firstAsymmetry, type Network } from '../Network.js'
import { falsified, held, type Outcome } from './Finding.js'

/** The first pair of units with different weights to each other. Cost: O(n²), O(1) for implicit couplings */
export const symmetric = (network: Network): Outcome => {
  const { couplings, size } = network
  const pairs = (size * (size - 1)) / 2
  if (couplings._tag === 'Patterns') return held('by construction', pairs)
  const pair = firstAsymmetry(network)
  if (pair === undefined) return held('every case', pairs)
  const [i, j] = pair
  const { data } = couplings.weights
  return falsified({ _tag: 'Asymmetric', units: pair, weights: [data[i * size + j] ?? 0, data[j * size + i] ?? 0] })
}

/** The first unit with a negative weight to itself. Cost: O(n) */
export const diagonal = ({ couplings, size }: Network): Outcome => {
  if (couplings._tag === 'Patterns') return held(couplings.diagonal === 'zero' ? 'zero' : 'non-negative', size)
  const weights = Array.from(Matrix.diagonalOf(couplings.weights).data)
  const unit = weights.findIndex((weight) => weight < 0)
  if (unit >= 0) return falsified({ _tag: 'SelfInhibiting', unit, weight: weights[unit] ?? 0 })
  return held(weights.every((weight) => weight === 0) ? 'zero' : 'non-negative', size)
}
