/**
 * Pictures as text for a link: four cells a hexadecimal digit, row by row.
 */

/** −1 and +1, row by row. */
export type Spins = ReadonlyArray<-1 | 1>

export const toText = (cells: { readonly length: number; readonly [index: number]: number }): string =>
  Array.from({ length: Math.ceil(cells.length / 4) }, (_, group) =>
    [0, 1, 2, 3].reduce((digit, k) => digit * 2 + (cells[4 * group + k] === 1 ? 1 : 0), 0).toString(16),
  ).join('')

/** Missing and unknown digits count as off. */
export const fromText = (text: string, count: number): Spins =>
  Array.from({ length: count }, (_, index) => {
    const digit = Number.parseInt(text.charAt(Math.floor(index / 4)), 16)
    return Number.isNaN(digit) || ((digit >> (3 - (index % 4))) & 1) === 0 ? -1 : 1
  })

interface Size {
  readonly width: number
  readonly height: number
}

/** The picture at another size: each cell shows what lies under its middle. */
export const resample = (cells: Spins, from: Size, to: Size): Spins =>
  from.width === to.width && from.height === to.height
    ? cells
    : Array.from({ length: to.width * to.height }, (_, index) => {
        const x = Math.floor((((index % to.width) + 0.5) * from.width) / to.width)
        const y = Math.floor(((Math.floor(index / to.width) + 0.5) * from.height) / to.height)
        return cells[y * from.width + x] ?? -1
      })

export const paint = (cells: Spins, at: ReadonlyArray<number>, value: -1 | 1): Spins => {
  const painted = new Set(at)
  return cells.map((cell, index) => (painted.has(index) ? value : cell))
}
