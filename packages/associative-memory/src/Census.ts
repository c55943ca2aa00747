/**
 * Where many runs of a memory end.
 *
 * Definitions: a census lets a memory run from each of many starts and counts the fixed points in which it comes to
 *              rest; runs that cycle, or use their sweeps up, are counted apart. The basin of a fixed point is the set of
 *              starts that end in it: `returning` estimates what share of starts near it belong to that set.
 * Laws:        census_total, returning_share
 * References:  Amit, Gutfreund and Sompolinsky (1985) for censuses of spurious states; Wilson (1927) for the interval.
 */
import type { EnergyMemory } from './EnergyMemory.js'
import { run, type Outcome, type Run } from './Run.js'

/** A fixed point, and how many runs ended in it. */
export interface Attractor<S> {
  readonly state: S
  readonly count: number
}

export interface Census<S> {
  /** The most frequent first. */
  readonly attractors: ReadonlyArray<Attractor<S>>
  readonly cycles: number
  readonly exhausted: number
}

/**
 * Counts where runs from the given starts come to rest.
 *
 * Cost: one run a start, and one comparison with each attractor that is known by then
 * Laws: census_total
 */
export const census =
  (maxSweeps: number) =>
  <M, S, T>(energyMemory: EnergyMemory<M, S, T>) =>
  (memory: M) =>
  (starts: ReadonlyArray<S>): Census<S> => {
    const runs = starts.map(run(maxSweeps)(energyMemory)(memory))
    const ended = (tag: Outcome<S>['_tag']): ReadonlyArray<Run<S, T>> =>
      runs.filter(({ outcome }) => outcome._tag === tag)
    const attractors = ended('FixedPoint').reduce<ReadonlyArray<Attractor<S>>>((known, { state }) => {
      const index = known.findIndex((each) => energyMemory.equals(each.state, state))
      return index < 0
        ? known.concat({ state, count: 1 })
        : known.map((each, k) => (k === index ? { state: each.state, count: each.count + 1 } : each))
    }, [])
    return {
      attractors: attractors.toSorted((a, b) => b.count - a.count),
      cycles: ended('Cycle').length,
      exhausted: ended('Exhausted').length,
    }
  }

/** How many of a number of starts came home, with Wilson's interval for the true share. */
export interface Returning {
  readonly returned: number
  readonly starts: number
  readonly share: number
  readonly interval: readonly [number, number]
}

/**
 * Wilson's interval: the shares that a count of successes does not contradict at so many standard deviations.
 *
 * Formula: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)
 */
export const wilson =
  (z: number) =>
  (successes: number, n: number): readonly [number, number] => {
    if (n === 0) return [0, 1]
    const p = successes / n
    const centre = p + (z * z) / (2 * n)
    const spread = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))
    const scale = 1 + (z * z) / n
    // Where all or none succeed, the nearer end is p itself, up to rounding.
    return [Math.min(p, Math.max(0, (centre - spread) / scale)), Math.max(p, Math.min(1, (centre + spread) / scale))]
  }

/**
 * The share of starts from which a memory returns to a state: its basin, sampled; 95 % interval.
 *
 * Cost: one run a start
 * Laws: returning_share
 */
export const returning =
  (maxSweeps: number) =>
  <M, S, T>(energyMemory: EnergyMemory<M, S, T>) =>
  (memory: M) =>
  (home: S, starts: ReadonlyArray<S>): Returning => {
    const returned = starts.filter((start) => {
      const { outcome, state } = run(maxSweeps)(energyMemory)(memory)(start)
      return outcome._tag === 'FixedPoint' && energyMemory.equals(state, home)
    }).length
    const n = starts.length
    return { returned, starts: n, share: n === 0 ? 0 : returned / n, interval: wilson(1.96)(returned, n) }
  }
