/**
 * From a photograph or drawing to a picture of a few cells.
 *
 * Definitions: darkness is 0 for white and 1 for black; `resample` averages it over the area of each cell, `otsu` finds
 *              the darkness that parts ink from paper, `toPicture` turns cells on and off.
 * References:  Otsu (1979), "A threshold selection method from gray-level histograms".
 */
import { Pattern, type Glyph } from '@engram/associative-memory'
import type { Grid } from '../Options.js'

export interface Gray extends Grid {
  /** Row by row, from 0 (white) to 1 (black). */
  readonly darkness: ArrayLike<number>
}

interface Share {
  readonly index: number
  readonly weight: number
}

/** Which source cells a target cell covers, and how much of it each of them fills. */
const coverage = (source: number, target: number): ReadonlyArray<ReadonlyArray<Share>> =>
  Array.from({ length: target }, (_, cell) => {
    const [start, end] = [(cell * source) / target, ((cell + 1) * source) / target]
    const first = Math.floor(start)
    return Array.from({ length: Math.ceil(end) - first }, (__, k) => {
      const index = first + k
      return { index, weight: (Math.min(end, index + 1) - Math.max(start, index)) / (end - start) }
    }).filter(({ weight }) => weight > 0)
  })

/** The average darkness of each cell of the grid. Cost: proportional to the image */
export const resample =
  (grid: Grid) =>
  (image: Gray): Gray => {
    const columns = coverage(image.width, grid.width)
    const rows = coverage(image.height, grid.height)
    const strips = Array.from({ length: image.height }, (_, y) =>
      columns.map((shares) =>
        shares.reduce((sum, { index, weight }) => sum + weight * (image.darkness[y * image.width + index] ?? 0), 0),
      ),
    )
    const darkness = rows.flatMap((shares) =>
      columns.map((_, x) => shares.reduce((sum, { index, weight }) => sum + weight * (strips[index]?.[x] ?? 0), 0)),
    )
    return { ...grid, darkness }
  }

/** The difference between the darkest and the lightest cell. */
export const contrast = ({ darkness }: Gray): number => {
  const cells = Array.from(darkness)
  return cells.reduce((most, cell) => Math.max(most, cell), 0) - cells.reduce((least, cell) => Math.min(least, cell), 1)
}

/** The darkness half-way between the two groups of cells that differ most: their variance within is the smallest. */
export const otsu = ({ darkness }: Gray): number => {
  const cells = Array.from(darkness).toSorted((a, b) => a - b)
  const total = cells.reduce((sum, cell) => sum + cell, 0)
  const { cut } = cells.slice(1).reduce(
    ({ best, cut: sofar, below }, cell, k) => {
      const count = k + 1
      const sum = below + (cells[k] ?? 0)
      const difference = sum / count - (total - sum) / (cells.length - count)
      const between = count * (cells.length - count) * difference * difference
      return between > best
        ? { best: between, cut: ((cells[k] ?? 0) + cell) / 2, below: sum }
        : { best, cut: sofar, below: sum }
    },
    { best: -1, cut: 0.5, below: 0 },
  )
  return cut
}

/** Cells darker than the threshold are on. */
export const toPicture =
  (threshold: number) =>
  ({ darkness, height, width }: Gray): Glyph.Picture => ({
    width,
    height,
    pattern: Pattern.unsafePattern(
      'Bipolar',
      Int8Array.from(Array.from(darkness), (cell) => (cell > threshold ? 1 : -1)),
    ),
  })

/** A picture of cells that are on or off: black or white. */
export const fromPattern = (grid: Grid, { data }: Pattern.Pattern): Gray => ({
  width: grid.width,
  height: grid.height,
  darkness: Float64Array.from(data, (cell) => (cell > 0 ? 1 : 0)),
})

/** From −1 (white) to 1 (black): as far from 0 as the units of a bipolar network. */
export const toValues = ({ darkness }: Gray): Float64Array => Float64Array.from(darkness, (cell) => 2 * cell - 1)

/** The way back; what lies beyond white or black is as good as that. */
export const fromValues = (grid: Grid, values: ArrayLike<number>): Gray => ({
  width: grid.width,
  height: grid.height,
  darkness: Float64Array.from(values, (value) => Math.min(1, Math.max(0, (value + 1) / 2))),
})

/** The mean difference of two pictures of one size, from 0 to 1. */
export const difference = (a: Gray, b: Gray): number => {
  const cells = Array.from(a.darkness)
  return cells.reduce((sum, cell, k) => sum + Math.abs(cell - (b.darkness[k] ?? 0)), 0) / cells.length
}
