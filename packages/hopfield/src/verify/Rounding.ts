/**
 * How far a computed energy may be from the true one.
 *
 * Definitions: `tolerance`.
 * References:  Higham (2002), "Accuracy and Stability of Numerical Algorithms", §3.1.
 */
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { areHebbian, count, type Dense, type Sparse } from '../Couplings.js'
import type { Network } from '../Network.js'

const unit = 2 ** -53

/** Multiples of 2⁻¹⁰: their products are multiples of 2⁻²⁰, and half of these of 2⁻²¹. */
const isDyadic = (value: number): boolean => Number.isInteger(value * 2 ** 10)

const every = (data: ReadonlyFloat64, holds: (value: number) => boolean): boolean =>
  Array.prototype.every.call(data, holds)

const total = (data: ReadonlyFloat64): number =>
  Array.prototype.reduce.call<ReadonlyFloat64, [(sum: number, value: number) => number, number], number>(
    data,
    (sum, value) => sum + Math.abs(value),
    0,
  )

/** The weights that are written down. */
const written = (couplings: Dense | Sparse): ReadonlyFloat64 =>
  couplings._tag === 'Dense' ? couplings.weights.data : couplings.weights

/** Σᵢⱼ|wᵢⱼ|, or what it cannot exceed where the weights are not written down. */
const weightsOf = ({ couplings, size }: Network): number =>
  areHebbian(couplings) ? count(couplings) * size * size : total(written(couplings))

/**
 * A bound on the rounding error of an energy; 0 where none can occur.
 *
 * Formula: γₖ (½ scale Σ|wᵢⱼ| + Σ|xᵢ| + Σ|θᵢ|) with k = 2n + 8: a row sum rounds n times, the sum of rows n times, the
 *          factors and the bias a few times more
 * Cost:    O(n²), O(n) for implicit couplings
 */
export const tolerance = (network: Network, input: Vector.Vector | undefined): number => {
  const { couplings, scale, size, thresholds } = network
  const outer = input?.data ?? []
  const magnitude = 0.5 * scale * weightsOf(network) + total(thresholds.data) + total(outer)
  const exact =
    magnitude <= 2 ** 32 &&
    isDyadic(scale) &&
    every(thresholds.data, isDyadic) &&
    every(outer, isDyadic) &&
    (areHebbian(couplings) || every(written(couplings), isDyadic))
  const k = 2 * size + 8
  return exact ? 0 : ((k * unit) / (1 - k * unit)) * magnitude
}
