/**
 * Numbers as bars.
 */
import { paint, type Terminal } from '../Terminal.js'
import { number, table } from './Text.js'

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

const bar = (share: number, width: number, unicode: boolean): string => {
  const parts = Math.round(share * width * (unicode ? 8 : 1))
  return unicode ? '█'.repeat(Math.floor(parts / 8)) + (eighths[parts % 8] ?? '') : '='.repeat(parts)
}

/** So many bars are shown; of a longer run those at its beginning and the last. */
const mostBars = 12

/** Labelled numbers, each with a bar as long as it is above the least of them. */
export const bars = (
  terminal: Terminal,
  items: ReadonlyArray<{ readonly label: string; readonly value: number }>,
): ReadonlyArray<string> => {
  const values = items.map(({ value }) => value)
  const least = values.reduce((a, b) => Math.min(a, b), Infinity)
  const range = values.reduce((a, b) => Math.max(a, b), -Infinity) - least
  const { cyan, dim } = paint(terminal)
  const row = ({ label, value }: (typeof items)[number]): ReadonlyArray<string> => [
    label,
    number(value),
    cyan(range === 0 ? '' : bar((value - least) / range, 32, terminal.unicode)),
  ]
  const left = items.length - mostBars
  const shown =
    left <= 0
      ? items.map(row)
      : [
          ...items.slice(0, mostBars - 1).map(row),
          ['', dim(terminal.unicode ? '⋮' : '...'), dim(`${left} more`)],
          ...items.slice(-1).map(row),
        ]
  return table(shown, (column) => column === 1)
}
