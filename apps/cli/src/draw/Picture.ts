/**
 * Pictures of cells in a frame. With block characters two cells share a character, one above the other, and look square;
 * without them a cell is two characters wide.
 */
import type { Pattern } from '@engram/associative-memory'
import type { Grid } from '../Options.js'
import { paint, type Terminal } from '../Terminal.js'
import type { Block } from './Block.js'
import { framed } from './Frame.js'

/** How a cell is shown: `extra` and `missing` are on and off against what they should be. */
type Cell = 'off' | 'on' | 'extra' | 'missing'

/** Two cells in one character, as it is drawn in `front` on `back`. */
interface Half {
  readonly glyph: ' ' | '█' | '▀' | '▄'
  readonly front: Cell
  readonly back: Cell
}

const halves = (top: Cell, bottom: Cell): Half => {
  if (top === bottom) return { glyph: top === 'off' ? ' ' : '█', front: top, back: 'off' }
  if (bottom === 'off') return { glyph: '▀', front: top, back: 'off' }
  // The colour of ordinary cells is that of text, which can only be drawn in front.
  return top === 'off' || bottom === 'on'
    ? { glyph: '▄', front: bottom, back: top }
    : { glyph: '▀', front: top, back: bottom }
}

type Ink = (text: string) => string

const inks = (terminal: Terminal): { readonly front: (cell: Cell) => Ink; readonly back: (cell: Cell) => Ink } => {
  const { bgBlue, bgYellow, blue, yellow } = paint(terminal)
  const plain: Ink = (text) => text
  const choose = (extra: Ink, missing: Ink) => (cell: Cell) =>
    cell === 'extra' ? extra : cell === 'missing' ? missing : plain
  return { front: choose(yellow, blue), back: choose(bgYellow, bgBlue) }
}

const lineOf = (terminal: Terminal, cells: (column: number) => readonly [Cell, Cell], width: number): string => {
  const { back, front } = inks(terminal)
  return Array.from({ length: width }, (_, column) => {
    const half = halves(...cells(column))
    return back(half.back)(front(half.front)(half.glyph))
  }).join('')
}

const asciiLine = (terminal: Terminal, cells: (column: number) => Cell, width: number): string => {
  const { front } = inks(terminal)
  return Array.from({ length: width }, (_, column) => {
    const cell = cells(column)
    return front(cell)(cell === 'on' || cell === 'extra' ? '##' : '..')
  }).join('')
}

/** A state as cells; those that differ from the reference are marked, if there are colours to mark them with. */
const cellOf =
  (terminal: Terminal, { height, width }: Grid, state: Pattern.Pattern, reference: Pattern.Pattern | undefined) =>
  (row: number, column: number): Cell => {
    if (row >= height) return 'off'
    const unit = row * width + column
    const isOn = state.data[unit] === 1
    const wrong = terminal.colours && reference !== undefined && (reference.data[unit] === 1) !== isOn
    if (wrong) return isOn ? 'extra' : 'missing'
    return isOn ? 'on' : 'off'
  }

/** A state as a framed picture under a title. */
export const picture =
  (terminal: Terminal, grid: Grid) =>
  (title: string, state: Pattern.Pattern, reference?: Pattern.Pattern): Block => {
    const cell = cellOf(terminal, grid, state, reference)
    const rows = terminal.unicode ? Math.ceil(grid.height / 2) : grid.height
    const inside = Array.from({ length: rows }, (_, row) =>
      terminal.unicode
        ? lineOf(terminal, (column) => [cell(2 * row, column), cell(2 * row + 1, column)], grid.width)
        : asciiLine(terminal, (column) => cell(row, column), grid.width),
    )
    return framed(terminal)(title, inside, terminal.unicode ? grid.width : 2 * grid.width)
  }
