/**
 * Ranges of numbers, as constructors take them for values, lengths and widths.
 */

/** Both ends belong to the range; a missing one does not bound it. */
export interface Range {
  readonly min?: number
  readonly max?: number
}

export const within =
  ({ min = -Infinity, max = Infinity }: Range) =>
  (x: number): boolean =>
    min <= x && x <= max

/** The range of an integer, within what float64 can tell apart. */
export const safe = (range: Range = {}): Range => ({
  min: Number.MIN_SAFE_INTEGER,
  max: Number.MAX_SAFE_INTEGER,
  ...range,
})
