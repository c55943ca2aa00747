/**
 * What is said of a handful of times.
 */

/**
 * The quantile of rank q, linear between the sorted values.
 *
 * Requires: at least one value, 0 ≤ q ≤ 1
 * Source:   Hyndman and Fan (1996), definition 7
 */
export const quantile =
  (q: number) =>
  (values: ReadonlyArray<number>): number => {
    const sorted = values.toSorted((a, b) => a - b)
    const at = q * (sorted.length - 1)
    const low = sorted[Math.floor(at)] ?? NaN
    const high = sorted[Math.ceil(at)] ?? NaN
    return low + (at - Math.floor(at)) * (high - low)
  }

export const median = quantile(0.5)

/** The middle, and the quartiles around it. */
export interface Summary {
  readonly median: number
  readonly low: number
  readonly high: number
}

export const summary = (values: ReadonlyArray<number>): Summary => ({
  median: median(values),
  low: quantile(0.25)(values),
  high: quantile(0.75)(values),
})

/**
 * How many times as long theirs took as ours, judged round by round, so that a machine which slows down between rounds
 * slows down both.
 */
export const ratio =
  (ours: ReadonlyArray<number>) =>
  (theirs: ReadonlyArray<number>): number =>
    median(theirs.map((time, round) => time / (ours[round] ?? NaN)))
