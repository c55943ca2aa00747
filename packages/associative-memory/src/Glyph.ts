/**
 * Pictures as text: `#` for a component that is on, `.` for one that is off.
 *
 * Definitions: a `Picture` is a bipolar pattern with a width and a height, row by row.
 * Convention:  pictures in one text are separated by blank lines; spaces around a row do not count.
 * Laws:        glyph_parse_render
 */
import { either as E, function as F } from 'fp-ts'
import { empty, type MemoryError } from './MemoryError.js'
import { bipolar, type Bipolar } from './Pattern.js'

export interface Picture {
  readonly width: number
  readonly height: number
  readonly pattern: Bipolar
}

const on = new Set(['#', '█', '1', 'X', 'x', '@'])
const off = new Set(['.', '·', '0', '-', '_'])

interface Row {
  readonly line: number
  readonly cells: ReadonlyArray<string>
}

const readRow = ({ line, cells }: Row): E.Either<MemoryError, ReadonlyArray<number>> => {
  const column = cells.findIndex((cell) => !on.has(cell) && !off.has(cell))
  return column >= 0
    ? E.left({
        _tag: 'UnknownGlyph',
        operation: 'Glyph.parse',
        line,
        column: column + 1,
        expected: '# (on) or . (off)',
        actual: cells[column] ?? '',
      })
    : E.right(cells.map((cell) => (on.has(cell) ? 1 : -1)))
}

const readPicture = (rows: ReadonlyArray<Row>): E.Either<MemoryError, Picture> => {
  const width = rows[0]?.cells.length ?? 0
  const ragged = rows.find(({ cells }) => cells.length !== width)
  return ragged !== undefined
    ? E.left({
        _tag: 'RaggedPicture',
        operation: 'Glyph.parse',
        line: ragged.line,
        expected: `${width} cells as in the row above`,
        actual: `${ragged.cells.length}`,
      })
    : F.pipe(
        E.traverseArray(readRow)(rows),
        E.chain((cells) => bipolar(cells.flat())),
        E.map((pattern) => ({ width, height: rows.length, pattern })),
      )
}

/** Runs of lines that are not blank. */
const paragraphs = (text: string): ReadonlyArray<ReadonlyArray<Row>> => {
  const rows = text.split(/\r?\n/).map((line, index): Row => ({ line: index + 1, cells: Array.from(line.trim()) }))
  const blanks = rows.flatMap(({ line, cells }) => (cells.length === 0 ? [line] : []))
  return [0, ...blanks]
    .map((blank, k) => rows.slice(blank, (blanks[k] ?? rows.length + 1) - 1))
    .filter((group) => group.length > 0)
}

/**
 * The pictures of a text; at least one.
 *
 * Errors: Empty, RaggedPicture, UnknownGlyph (with line and column)
 *
 * ```ts runnable
 * import { either as E, function as F } from 'fp-ts'
 * import { Glyph, Pattern } from '@engram/associative-memory'
 *
 * F.pipe(
 *   Glyph.parse('#.\n##'),
 *   E.map((pictures) => pictures.map(({ pattern }) => Pattern.toArray(pattern))),
 * ) // => E.right([[1, -1, 1, 1]])
 * ```
 */
export const parse = (text: string): E.Either<MemoryError, readonly [Picture, ...ReadonlyArray<Picture>]> =>
  F.pipe(
    E.traverseArray(readPicture)(paragraphs(text)),
    E.chain(([first, ...rest]) =>
      first === undefined ? E.left(empty('Glyph.parse', 'at least one picture')) : E.right([first, ...rest]),
    ),
  )

/** A picture as text, one row a line. */
export const render = ({ width, height, pattern }: Picture): string =>
  Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => (pattern.data[row * width + column] === 1 ? '#' : '.')).join(''),
  ).join('\n')
