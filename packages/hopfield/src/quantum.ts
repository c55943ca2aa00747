/**
 * Whether sums of numbers are exact.
 */
import { option as O } from 'fp-ts'
import type { ReadonlyFloat64, Vector } from '@engram/linalg'
import { weights, type Network } from './Network.js'

/** Halvings of 1 that are tried as a common measure. */
const finest = 30

/** A power of two, at most 1, of which all these numbers are multiples whose sums are exact; nothing if there is none. */
export const quantumOf = (values: ReadonlyFloat64): O.Option<number> => {
  const numbers = Array.from(values)
  const total = numbers.reduce((sum, value) => sum + Math.abs(value), 0)
  const k = Array.from({ length: finest + 1 }, (_, halvings) => halvings).find((halvings) =>
    numbers.every((value) => Number.isInteger(value * 2 ** halvings)),
  )
  return k !== undefined && total * 2 ** k < 2 ** 52 ? O.some(2 ** -k) : O.none
}

/** xᵢ − θᵢ of each unit. */
export const biasesOf = (network: Network, input?: Vector.Vector): Float64Array =>
  Float64Array.from(network.thresholds.data, (threshold, i) => (input?.data[i] ?? 0) - threshold)

/** The network without its scale where that decides nothing: it multiplies all fields and energies alike. */
export const unscaled = (network: Network, input?: Vector.Vector): Network =>
  biasesOf(network, input).every((bias) => bias === 0) ? { ...network, scale: 1 } : network

/** scale·wᵢⱼ, row by row. Cost: O(n²), builds implicit weights */
export const scaledWeights = (network: Network): Float64Array =>
  Float64Array.from(weights(network).data, (weight) => network.scale * weight)
