const positions = (xs: ReadonlyArray<number>): ReadonlyArray<number> => xs.map((_, i) => i)

/** The positions of some numbers in the order in which they rise; equal ones keep theirs. */
export const ascending = (xs: ReadonlyArray<number>): ReadonlyArray<number> =>
  positions(xs).toSorted((i, j) => (xs[i] ?? NaN) - (xs[j] ?? NaN))

/** The positions of some numbers in the order in which they fall; equal ones keep theirs. */
export const descending = (xs: ReadonlyArray<number>): ReadonlyArray<number> =>
  positions(xs).toSorted((i, j) => (xs[j] ?? NaN) - (xs[i] ?? NaN))
