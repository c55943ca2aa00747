/**
 * Painting a pattern on a canvas: whole device pixels per cell where cells can be told apart, so that every cell is as
 * wide as its neighbour.
 */
import { channelsOf, type Channels } from './colour.js'

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

/** The colours of a theme. */
export interface Palette {
  readonly on: string
  readonly off: string
  readonly gap: string
  readonly missing: string
  readonly wrong: string
  readonly mark: string
}

export const paletteOf = (element: Element): Palette => {
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

/** A missing cell is a point in a thin frame. A wrong cell that is on is a full orange square with a hole; one that is off is an orange frame. */
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
  if (!wrong) {
    fill(value === 1 ? palette.on : palette.off, 0)
    if (value === 0) {
      fill(palette.gap, Math.max(1, Math.round(size / 24)))
      fill(palette.missing, Math.ceil(size * 0.36))
    }
    return
  }
  fill(palette.wrong, 0)
  if (value === 1) fill(palette.on, Math.max(1, Math.ceil(size * 0.2)))
  else fill(value === 0 ? palette.gap : palette.off, Math.max(1, Math.ceil(size * 0.2)))
  if (value === 0) fill(palette.missing, Math.ceil(size * 0.36))
}

/** Cells of fewer device pixels than this are painted as one pixel each, which the browser scales. */
const smallest = 8

const between = (a: Channels, b: Channels): Channels => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2]

/** What a canvas shows: its pixels, and for each cell what it looked like when it was painted. */
interface Painted {
  readonly palette: Palette
  readonly image: ImageData
  readonly looks: Uint8Array
}

const painted = new WeakMap<HTMLCanvasElement, Painted>()

/** On, off or missing, right or wrong, as a number below 6; a cell that was never painted looks like none of them. */
const lookOf = (picture: Picture, index: number): number =>
  ((picture.cells[index] ?? 0) + 1) * 2 + (isWrong(picture, index) ? 1 : 0)

const blank = 255

/** Added for the cell that is marked. */
const markedLook = 6

const keptOn = (context: CanvasRenderingContext2D, palette: Palette, { width, height }: Picture): Painted => {
  const kept = painted.get(context.canvas)
  if (kept?.palette === palette && kept.image.width === width && kept.image.height === height) return kept
  const fresh = {
    palette,
    image: context.createImageData(width, height),
    looks: new Uint8Array(width * height).fill(blank),
  }
  painted.set(context.canvas, fresh)
  return fresh
}

const paintMark = (context: CanvasRenderingContext2D, palette: Palette, x: number, y: number, size: number): void => {
  context.strokeStyle = palette.mark
  context.lineWidth = Math.max(2, Math.round(size / 10))
  const inset = context.lineWidth / 2
  context.strokeRect(x + inset, y + inset, size - 2 * inset, size - 2 * inset)
}

/** Only cells that look different are painted, each as a whole. */
const paintCells = (context: CanvasRenderingContext2D, palette: Palette, picture: Picture, cell: number): void => {
  const { width, height, marked } = picture
  const { looks } = keptOn(context, palette, picture)
  const size = cell - (cell >= 24 ? 2 : 1)
  if (looks[0] === blank) {
    context.fillStyle = palette.gap
    context.fillRect(0, 0, cell * width, cell * height)
  }
  for (let index = 0; index < width * height; index += 1) {
    const look = lookOf(picture, index) + (index === marked ? markedLook : 0)
    if (look !== looks[index]) {
      looks[index] = look
      const [x, y] = [(index % width) * cell, Math.floor(index / width) * cell]
      paintCell(context, palette, picture, index, x, y, size)
      if (index === marked) paintMark(context, palette, x, y, size)
    }
  }
}

/** Wrong cells that are on are orange, those that are off a pale orange. Only rows with a cell that changed are painted. */
const paintPoints = (context: CanvasRenderingContext2D, palette: Palette, picture: Picture): void => {
  const { width, height } = picture
  const { image, looks } = keptOn(context, palette, picture)
  const [on, off, missing, wrongOn] = [palette.on, palette.off, palette.missing, palette.wrong].map((colour) =>
    channelsOf(context, colour),
  ) as [Channels, Channels, Channels, Channels]
  const wrongOff = between(wrongOn, off)
  const colours = [off, wrongOff, missing, wrongOff, on, wrongOn]
  let first = height
  let last = -1
  for (let index = 0; index < width * height; index += 1) {
    const look = lookOf(picture, index)
    if (look !== looks[index]) {
      looks[index] = look
      image.data.set(colours[look] ?? off, 4 * index)
      image.data[4 * index + 3] = 255
      const row = Math.floor(index / width)
      first = Math.min(first, row)
      last = Math.max(last, row)
    }
  }
  if (last >= first) context.putImageData(image, 0, 0, 0, first, width, last - first + 1)
}

/** Sets a canvas to a size; one that has it already keeps what is painted on it. */
const resize = (canvas: HTMLCanvasElement, width: number, height: number): void => {
  if (canvas.width === width && canvas.height === height) return
  canvas.width = width
  canvas.height = height
  painted.delete(canvas)
}

/** Paints a picture as large as a square of the available side allows. */
export const paintGrid = (canvas: HTMLCanvasElement, palette: Palette, picture: Picture, available: number): void => {
  const { width, height } = picture
  const ratio = window.devicePixelRatio
  const longest = Math.max(width, height)
  const cell = Math.floor((available * ratio) / longest)
  const isSmall = cell < smallest
  const side = isSmall ? available : (cell * longest) / ratio
  resize(canvas, (isSmall ? 1 : cell) * width, (isSmall ? 1 : cell) * height)
  canvas.style.width = `${(side * width) / longest}px`
  canvas.style.height = `${(side * height) / longest}px`
  const context = canvas.getContext('2d')
  if (context === null) return
  if (isSmall) paintPoints(context, palette, picture)
  else paintCells(context, palette, picture, cell)
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
