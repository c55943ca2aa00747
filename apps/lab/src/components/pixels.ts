/**
 * Painting a pattern on a canvas: whole device pixels per cell where cells can be told apart, so that every cell is as
 * wide as its neighbour.
 */

/** Cells in row order: +1 on, −1 off, 0 missing. */
export interface Cells {
  readonly length: number
  readonly [index: number]: number
}

export interface Picture {
  readonly width: number
  readonly height: number
  readonly cells: Cells
  /** Cells that differ from it are marked as wrong. */
  readonly target: Cells | undefined
  /** The cell that was updated last; −1 for none. */
  readonly marked: number
}

interface Palette {
  readonly on: string
  readonly off: string
  readonly gap: string
  readonly missing: string
  readonly wrong: string
  readonly mark: string
}

const paletteOf = (element: Element): Palette => {
  const style = getComputedStyle(element)
  const colour = (name: string): string => style.getPropertyValue(name)
  return {
    on: colour('--cell-on'),
    off: colour('--cell-off'),
    gap: colour('--cell-gap'),
    missing: colour('--cell-missing'),
    wrong: colour('--orange-fill'),
    mark: colour('--blue-fill'),
  }
}

const isWrong = ({ cells, target }: Picture, index: number): boolean =>
  target !== undefined && cells[index] !== target[index]

/** A wrong cell that is on is a full orange square with a hole; one that is off is an orange frame. */
const paintCell = (
  context: CanvasRenderingContext2D,
  palette: Palette,
  picture: Picture,
  index: number,
  x: number,
  y: number,
  size: number,
): void => {
  const value = picture.cells[index]
  const wrong = isWrong(picture, index)
  const fill = (colour: string, inset: number): void => {
    context.fillStyle = colour
    context.fillRect(x + inset, y + inset, size - 2 * inset, size - 2 * inset)
  }
  const base = value === 1 ? palette.on : value === 0 ? palette.gap : palette.off
  if (!wrong) {
    fill(base, 0)
    if (value === 0) fill(palette.missing, Math.ceil(size * 0.36))
    return
  }
  fill(palette.wrong, 0)
  if (value === 1) fill(palette.on, Math.max(1, Math.ceil(size * 0.2)))
  else fill(value === 0 ? palette.gap : palette.off, Math.max(1, Math.ceil(size * 0.2)))
  if (value === 0) fill(palette.missing, Math.ceil(size * 0.36))
}

/** Device pixels of a cell, and how wide the canvas is on the page. Small cells are drawn larger and scaled down. */
const scaleOf = (picture: Picture, available: number): { readonly cell: number; readonly side: number } => {
  const ratio = window.devicePixelRatio
  const longest = Math.max(picture.width, picture.height)
  const exact = (available * ratio) / longest
  return exact >= 8
    ? { cell: Math.floor(exact), side: (Math.floor(exact) * longest) / ratio }
    : { cell: Math.max(1, Math.ceil(exact)), side: available }
}

export const paintGrid = (canvas: HTMLCanvasElement, picture: Picture, available: number): void => {
  const { width, height, marked } = picture
  const { cell, side } = scaleOf(picture, available)
  const gap = cell >= 24 ? 2 : cell >= 8 ? 1 : 0
  const longest = Math.max(width, height)
  canvas.width = cell * width
  canvas.height = cell * height
  canvas.style.width = `${(side * width) / longest}px`
  canvas.style.height = `${(side * height) / longest}px`
  const context = canvas.getContext('2d')
  if (context === null) return
  const palette = paletteOf(canvas)
  context.fillStyle = palette.gap
  context.fillRect(0, 0, canvas.width, canvas.height)
  for (let index = 0; index < width * height; index += 1) {
    const x = (index % width) * cell
    const y = Math.floor(index / width) * cell
    paintCell(context, palette, picture, index, x, y, cell - gap)
  }
  if (marked >= 0 && cell >= 8) {
    context.strokeStyle = palette.mark
    context.lineWidth = Math.max(2, Math.round(cell / 10))
    const inset = context.lineWidth / 2
    const x = (marked % width) * cell + inset
    const y = Math.floor(marked / width) * cell + inset
    context.strokeRect(x, y, cell - gap - 2 * inset, cell - gap - 2 * inset)
  }
}

/** The cells on a straight line from one cell to another, without the first. */
export const lineBetween = (width: number, from: number, to: number): ReadonlyArray<number> => {
  const [x0, y0, x1, y1] = [from % width, Math.floor(from / width), to % width, Math.floor(to / width)]
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0))
  return Array.from(
    { length: steps },
    (_, step) =>
      Math.round(y0 + ((y1 - y0) * (step + 1)) / steps) * width + Math.round(x0 + ((x1 - x0) * (step + 1)) / steps),
  )
}
