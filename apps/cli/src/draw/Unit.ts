/**
 * Units and patterns as a reader counts them: from 1, and in pictures by row and column too.
 */
import type { Grid } from '../Options.js'

/** `unit 13`, or `unit 13 (row 2, column 3)` of a picture with more than one row. */
export const unitName =
  (grid: Grid | undefined) =>
  (unit: number): string => {
    const place =
      grid === undefined || grid.height === 1
        ? ''
        : ` (row ${Math.floor(unit / grid.width) + 1}, column ${(unit % grid.width) + 1})`
    return `unit ${unit + 1}${place}`
  }
