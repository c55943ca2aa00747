/**
 * Rectangles of text, put side by side.
 */
import { padRight, widthOf } from './Text.js'

export interface Block {
  readonly width: number
  readonly lines: ReadonlyArray<string>
}

export const block = (lines: ReadonlyArray<string>): Block => ({
  width: lines.reduce((width, line) => Math.max(width, widthOf(line)), 0),
  lines,
})

/** Blocks next to each other, aligned at the top. */
export const beside =
  (gap: number) =>
  (blocks: ReadonlyArray<Block>): Block => {
    const height = blocks.reduce((most, { lines }) => Math.max(most, lines.length), 0)
    return block(
      Array.from({ length: height }, (_, row) =>
        blocks.map(({ lines, width }) => padRight(width)(lines[row] ?? '')).join(' '.repeat(gap)),
      ),
    )
  }

const rowsOf = (gap: number, width: number, blocks: ReadonlyArray<Block>): ReadonlyArray<ReadonlyArray<Block>> => {
  if (blocks.length === 0) return []
  const taken = (count: number): number =>
    blocks.slice(0, count).reduce((sum, { width: one }) => sum + one, gap * (count - 1))
  const fitting = blocks.findIndex((_, k) => k > 0 && taken(k + 1) > width)
  const count = fitting < 0 ? blocks.length : fitting
  return [blocks.slice(0, count), ...rowsOf(gap, width, blocks.slice(count))]
}

/** Blocks next to each other as long as they fit into the width, then in a new row. */
export const flow =
  (gap: number, width: number) =>
  (blocks: ReadonlyArray<Block>): ReadonlyArray<string> =>
    rowsOf(gap, width, blocks).flatMap((row, k) => [
      ...(k === 0 ? [] : ['']),
      ...beside(gap)(row).lines.map((line) => line.trimEnd()),
    ])
