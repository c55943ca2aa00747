/**
 * Lines in a frame, under a title.
 */
import { paint, type Terminal } from '../Terminal.js'
import { block, type Block } from './Block.js'
import { padRight, widthOf } from './Text.js'

const frames = {
  unicode: { top: ['┌', '─', '┐'], side: '│', bottom: ['└', '─', '┘'] },
  ascii: { top: ['+', '-', '+'], side: '|', bottom: ['+', '-', '+'] },
} as const

/** Lines that are all of one width, in a frame under a title. */
export const framed =
  (terminal: Terminal) =>
  (title: string, lines: ReadonlyArray<string>, width: number): Block => {
    const { dim } = paint(terminal)
    const { bottom, side, top } = frames[terminal.unicode ? 'unicode' : 'ascii']
    const edge = ([left, middle, right]: readonly [string, string, string]): string =>
      dim(left + middle.repeat(width) + right)
    return block([
      padRight(Math.max(width + 2, widthOf(title)))(title),
      edge(top),
      ...lines.map((line) => `${dim(side)}${line}${dim(side)}`),
      edge(bottom),
    ])
  }
