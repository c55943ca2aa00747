import type { ReadonlyFloat64 } from '../ReadonlyFloat64.js'

/** The same bits, where one NaN is as good as another. */
export const identical = (x: ReadonlyFloat64, y: ReadonlyFloat64): boolean =>
  x.length === y.length && Array.from(x).every((each, i) => Object.is(each, y[i]))
