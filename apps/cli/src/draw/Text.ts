/**
 * Text with colours in it: as wide as it looks.
 */
import { stripVTControlCharacters } from 'node:util'

/** How many columns a line takes; every character that we draw is one column wide. */
export const widthOf = (line: string): number => [...stripVTControlCharacters(line)].length

/** The line, filled up with blanks on the right. */
export const padRight =
  (width: number) =>
  (line: string): string =>
    line + ' '.repeat(Math.max(0, width - widthOf(line)))

/** The line, filled up with blanks on the left. */
const padLeft =
  (width: number) =>
  (line: string): string =>
    ' '.repeat(Math.max(0, width - widthOf(line))) + line

/** A number without needless digits. */
export const number = (value: number): string =>
  Number.isInteger(value) ? `${value + 0}` : `${Number(value.toPrecision(6))}`

/** The same with its sign, as a field is told. */
export const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value))

/** `1 flip`, `2 flips` */
export const count = (n: number, noun: string): string => `${number(n)} ${noun}${n === 1 ? '' : 's'}`

/** Rows of a table, columns aligned: numbers on the right, where `right` says so. */
export const table = (
  rows: ReadonlyArray<ReadonlyArray<string>>,
  right: (column: number) => boolean,
): ReadonlyArray<string> => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows.map((row) =>
    row
      .map((cell, column) => (right(column) ? padLeft : padRight)(widths[column] ?? 0)(cell))
      .join('  ')
      .trimEnd(),
  )
}
