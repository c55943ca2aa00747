/**
 * How often something came right, and how sure one may be of the share.
 *
 * References: Wilson (1927), "Probable inference, the law of succession, and statistical inference".
 */

export interface Tally {
  readonly right: number
  readonly of: number
}

export const tally = (answers: ReadonlyArray<boolean>): Tally => ({
  right: answers.filter(Boolean).length,
  of: answers.length,
})

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Of the standard normal distribution, 95% lie between −z and z. */
const z = 1.959964

/**
 * Wilson's interval: the shares that do not make the tally a surprise, at 95% confidence.
 *
 * Formula:  (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 * Requires: independent trials, at least one
 */
export const wilson = ({ of: n, right }: Tally): Interval => {
  const p = right / n
  const middle = p + (z * z) / (2 * n)
  const reach = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  // Where none came right, rounding must not go below 0.
  return { low: Math.max(0, (middle - reach) / scale), high: (middle + reach) / scale }
}

const percent = (share: number): string => (100 * share).toFixed(1)

/** `97.3% (96.2–98.1)` */
export const show = (each: Tally): string => {
  if (each.of === 0) return '–'
  const { high, low } = wilson(each)
  return `${percent(each.right / each.of)}% (${percent(low)}–${percent(high)})`
}
