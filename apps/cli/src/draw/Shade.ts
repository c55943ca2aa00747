/**
 * Pictures of shades in a frame, two cells in a character, one above the other.
 *
 * Convention: with colours the shades are those of a terminal's gray scale, dark ink on light paper whatever its own
 *             colours are; without them ink is dense and paper blank.
 */
import type { Gray } from '../pictures/Gray.js'
import type { Terminal } from '../Terminal.js'
import { framed } from './Frame.js'
import type { Block } from './Block.js'

/** From black to white: 24 grays of the 256 colours of terminals, and white. */
const grays = [...Array.from({ length: 24 }, (_, k) => 232 + k), 231]

const grayOf = (darkness: number): number => grays[Math.round((1 - darkness) * (grays.length - 1))] ?? 231

const dense = { unicode: ' ░▒▓█', ascii: ' .:-=+*#%@' }

const inked = (ramp: string, darkness: number): string => ramp.charAt(Math.round(darkness * (ramp.length - 1)))

/** Shades as a framed picture under a title. */
export const shades =
  (terminal: Terminal) =>
  (title: string, { darkness, height, width }: Gray): Block => {
    const at = (row: number, column: number): number => (row < height ? (darkness[row * width + column] ?? 0) : 0)
    const cell = (row: number, column: number): string => {
      const [top, bottom] = [at(2 * row, column), at(2 * row + 1, column)]
      if (!terminal.unicode) return inked(dense.ascii, at(row, column)).repeat(2)
      if (terminal.colours) return `\u001b[38;5;${grayOf(top)};48;5;${grayOf(bottom)}m▀`
      const [isTop, isBottom] = [top > 0.75, bottom > 0.75]
      if (isTop !== isBottom && (isTop ? bottom : top) < 0.25) return isTop ? '▀' : '▄'
      return inked(dense.unicode, (top + bottom) / 2)
    }
    const rows = terminal.unicode ? Math.ceil(height / 2) : height
    const lines = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: width }, (__, column) => cell(row, column)).join(''),
    )
    return framed(terminal)(
      title,
      terminal.unicode && terminal.colours ? lines.map((line) => `${line}\u001b[0m`) : lines,
      terminal.unicode ? width : 2 * width,
    )
  }
