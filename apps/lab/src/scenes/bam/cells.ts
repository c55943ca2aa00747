/**
 * Layers as text for a link, one character a cell: `#` on, `.` off, `?` missing.
 */
type Numbers = ReadonlyArray<number>

interface Size {
  readonly width: number
  readonly height: number
}

export const toText = (cells: Iterable<number>): string =>
  Array.from(cells, (cell) => (cell > 0 ? '#' : cell < 0 ? '.' : '?')).join('')

/** What is neither on nor off counts as missing, and so do cells beyond the text. */
export const fromText = (text: string, count: number): Numbers =>
  Array.from({ length: count }, (_, index) => (text[index] === '#' ? 1 : text[index] === '.' ? -1 : 0))

/** What is not on is off. */
export const completeFromText = (text: string, count: number): ReadonlyArray<-1 | 1> =>
  Array.from({ length: count }, (_, index) => (text[index] === '#' ? 1 : -1))

export const blank = (count: number): string => '?'.repeat(count)

export const countOf = ({ width, height }: Size): number => width * height

export const painted = (cells: Numbers, at: Numbers, value: number): Numbers => {
  const covered = new Set(at)
  return cells.map((cell, index) => (covered.has(index) ? value : cell))
}

/** The picture at another size: each cell shows what lies under its middle. */
export const resampled = (text: string, from: Size, to: Size): string => {
  const cells = fromText(text, countOf(from))
  return toText(
    Array.from({ length: countOf(to) }, (_, index) => {
      const x = Math.floor((((index % to.width) + 0.5) * from.width) / to.width)
      const y = Math.floor(((Math.floor(index / to.width) + 0.5) * from.height) / to.height)
      return cells[y * from.width + x] ?? 0
    }),
  )
}
