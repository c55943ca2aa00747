/**
 * The two dozen pictures that the command line ships as examples: 32 by 32 cells, in shades from −1 (paper) to 1 (ink).
 */
import { readdirSync, readFileSync } from 'node:fs'
import { PNG } from 'pngjs'

export interface Picture {
  readonly name: string
  readonly values: ReadonlyArray<number>
}

/** Cells in each direction. */
export const side = 32

const folder = new URL('../../cli/examples/pictures/', import.meta.url)

/** In the order of their names. */
export const pictures: ReadonlyArray<Picture> = readdirSync(folder)
  .toSorted()
  .map((file) => {
    const { data } = PNG.sync.read(readFileSync(new URL(file, folder)))
    return {
      name: file.replace(/\.png$/, ''),
      values: Array.from({ length: side * side }, (_, cell) => 1 - (2 * (data[4 * cell] ?? 255)) / 255),
    }
  })
