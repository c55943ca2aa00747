import { exp } from '../exp.js'
import type { SoftmaxMean } from '../types.js'
import { exponent } from './softmax.js'

/** So many keys at a time: their scores are all that is ever written down. */
export const CHUNK = 128

/** −80 ln 2: what weighs less than 2⁻⁸⁰ of the greatest weight so far counts as 0. */
export const LEAST = -55.45177444479562

/**
 * What has been summed up is multiplied by exp(β (old − new)) when a chunk has a greater score. Masses in even and in odd
 * places are added up by themselves, then both together; all sums are divided by that in the end.
 */
export const softmaxMean: SoftmaxMean = (out, beta, queries, keys, values, blocked, q, p, d, m) => {
  const masses = new Float64Array(CHUNK)
  for (let row = 0; row < q; row++) {
    const start = row * m
    let max = -Infinity
    let even = 0
    let odd = 0
    for (let first = 0; first < p; first += CHUNK) {
      const n = Math.min(CHUNK, p - first)
      let greatest = max
      for (let k = 0; k < n; k++) {
        let score = 0
        for (let i = 0; i < d; i++) score += queries[row * d + i]! * keys[(first + k) * d + i]!
        masses[k] = (blocked?.[row * p + first + k] ?? 0) === 0 ? score : -Infinity
        greatest = Math.max(greatest, masses[k]!)
      }
      if (!(greatest < Infinity)) return false
      if (greatest === -Infinity) continue
      const factor = exp(exponent(beta, max, greatest))
      max = greatest
      even *= factor
      odd *= factor
      for (let i = start; i < start + m; i++) out[i]! *= factor
      for (let k = 0; k < n; k++) {
        const t = exponent(beta, masses[k]!, max)
        if (!(t >= LEAST)) continue
        const mass = exp(t)
        if (k % 2 === 0) even += mass
        else odd += mass
        for (let i = 0; i < m; i++) out[start + i]! += mass * values[(first + k) * m + i]!
      }
    }
    const total = even + odd
    if (total > 0) for (let i = start; i < start + m; i++) out[i]! /= total
  }
  return true
}
