/**
 * The hypotheses of Hopfield's theorem, which are about the weights alone.
 *
 * Definitions: `symmetric` (wᵢⱼ = wⱼᵢ), `diagonal` (wᵢᵢ ≥ 0).
 * Convention:  the energy falls where no wᵢᵢ is negative; that all are 0, as most texts ask, is told apart.
 * References:  Hopfield (1982).
 */
import { areHebbian, diagonalOf, firstAsymmetry, weight } from '../Couplings.js'
import type { Network } from '../Network.js'
import { falsified, held, type Outcome } from './Finding.js'

/** The first pair of units with different weights to each other. Cost: O(n²), O(1) for implicit couplings */
export const symmetric = (network: Network): Outcome => {
  const { couplings, size } = network
  const pairs = (size * (size - 1)) / 2
  if (areHebbian(couplings)) return held('by construction', pairs)
  const pair = firstAsymmetry(couplings)
  if (pair === undefined) return held('every case', pairs)
  const [i, j] = pair
  const from = weight(couplings)
  return falsified({ _tag: 'Asymmetric', units: pair, weights: [from(i, j), from(j, i)] })
}

/** The first unit with a negative weight to itself. Cost: O(n) */
export const diagonal = ({ couplings, size }: Network): Outcome => {
  if (areHebbian(couplings)) return held(couplings.diagonal === 'zero' ? 'zero' : 'non-negative', size)
  const weights = diagonalOf(couplings)
  const unit = weights.findIndex((each) => each < 0)
  if (unit >= 0) return falsified({ _tag: 'SelfInhibiting', unit, weight: weights[unit] ?? 0 })
  return held(weights.every((each) => each === 0) ? 'zero' : 'non-negative', size)
}
