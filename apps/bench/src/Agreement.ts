/**
 * Whether two computations answer the same.
 */
import type { Numbers } from './Protocol.js'

export interface Agrees {
  readonly _tag: 'Agrees'
  /** The greatest relative error of an entry. */
  readonly error: number
}

export interface Disagrees {
  readonly _tag: 'Disagrees'
  readonly reason: string
}

export type Agreement = Agrees | Disagrees

/** |actual − expected| / |expected|; 0 where both are the same, infinite where a zero was expected or nothing compares. */
const relative = (expected: number, actual: number): number => {
  if (Object.is(expected, actual) || expected === actual) return 0
  const error = Math.abs(actual - expected) / Math.abs(expected)
  return Number.isNaN(error) ? Infinity : error
}

/** Compares entry by entry; with a bound of 0 they must be equal. */
export const compare =
  (bound: number) =>
  (expected: Numbers, actual: Numbers): Agreement => {
    if (expected.length !== actual.length)
      return { _tag: 'Disagrees', reason: `${actual.length} numbers instead of ${expected.length}` }
    let worst = 0
    let at = 0
    for (let i = 0; i < expected.length; i++) {
      const error = relative(expected[i] ?? NaN, actual[i] ?? NaN)
      if (error > worst) [worst, at] = [error, i]
    }
    return worst <= bound
      ? { _tag: 'Agrees', error: worst }
      : { _tag: 'Disagrees', reason: `entry ${at} is ${actual[at]} instead of ${expected[at]}` }
  }
