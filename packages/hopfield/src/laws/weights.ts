/**
 * What laws about changing weights have in common: nets that are weights and nothing else, pasts, and margins.
 */
import fc from 'fast-check'
import type { Instance } from '../reference.js'
import type { Numbers, Rows } from './arbitraries.js'

/** The bipolar net with these weights, and thresholds and input 0. */
export const netOf = (weights: Rows): Instance => {
  const zeros = weights.map(() => 0)
  return { encoding: 'bipolar', tie: 'keep', weights, thresholds: zeros, input: zeros }
}

/** The weights of n units that have learnt nothing. */
export const blank = (n: number): Rows => Array.from({ length: n }, () => Array.from({ length: n }, () => 0))

/** Symmetric weights of n units from −1 to 1 with diagonal 0, in eighths, as some past left them. */
export const past = (n: number): fc.Arbitrary<Rows> =>
  fc
    .array(fc.integer({ min: -8, max: 8 }), { minLength: n * n, maxLength: n * n })
    .map((k) =>
      Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (__, j) => (i === j ? 0 : (k[Math.min(i, j) * n + Math.max(i, j)] ?? 0) / 8)),
      ),
    )

/** The same weights, each multiplied. */
export const scaled = (factor: number, weights: Rows): Rows => weights.map((row) => row.map((w) => w * factor))

/** zᵢhᵢ(z): how firmly each unit of z stays. */
export const marginsOf = (weights: Rows, z: Numbers): Numbers =>
  weights.map((row, i) => (z[i] ?? NaN) * row.reduce((total, w, j) => total + w * (z[j] ?? NaN), 0))

/** y·z */
export const overlap = (y: Numbers, z: Numbers): number =>
  y.reduce((total, value, i) => total + value * (z[i] ?? NaN), 0)
