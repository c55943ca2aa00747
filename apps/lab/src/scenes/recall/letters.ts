/**
 * Capital letters and digits as strokes, drawn on a grid of any size.
 *
 * A letter lives in a box 4 wide and 6 high, y downwards; `M x y` starts a stroke, `L x y` goes straight,
 * `Q cx cy x y` goes along a parabola. Only + − × ÷ and √ are used, so every machine draws the same cells.
 */

const strokes: { readonly [letter: string]: string } = {
  A: 'M0 6 L2 0 L4 6 M0.75 4 L3.25 4',
  B: 'M0 0 L0 6 M0 0 L2.3 0 Q4 0 4 1.5 Q4 3 2.3 3 L0 3 M2.3 3 Q4 3 4 4.5 Q4 6 2.3 6 L0 6',
  C: 'M4 1 Q3.4 0 2.2 0 Q0 0 0 3 Q0 6 2.2 6 Q3.4 6 4 5',
  D: 'M0 0 L0 6 M0 0 L1.6 0 Q4 0 4 3 Q4 6 1.6 6 L0 6',
  E: 'M4 0 L0 0 L0 6 L4 6 M0 3 L3.2 3',
  F: 'M4 0 L0 0 L0 6 M0 3 L3.2 3',
  G: 'M4 1 Q3.4 0 2.2 0 Q0 0 0 3 Q0 6 2.2 6 Q4 6 4 4.4 L4 3.4 L2.4 3.4',
  H: 'M0 0 L0 6 M4 0 L4 6 M0 3 L4 3',
  I: 'M2 0 L2 6 M0.6 0 L3.4 0 M0.6 6 L3.4 6',
  J: 'M3.6 0 L3.6 4 Q3.6 6 1.8 6 Q0 6 0 4.4 M2 0 L4 0',
  K: 'M0 0 L0 6 M4 0 L0 3.4 M1.2 2.5 L4 6',
  L: 'M0 0 L0 6 L4 6',
  M: 'M0 6 L0 0 L2 3.2 L4 0 L4 6',
  N: 'M0 6 L0 0 L4 6 L4 0',
  O: 'M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0',
  P: 'M0 6 L0 0 L2.3 0 Q4 0 4 1.7 Q4 3.4 2.3 3.4 L0 3.4',
  Q: 'M2 0 Q0 0 0 3 Q0 6 2 6 Q4 6 4 3 Q4 0 2 0 M2.6 4.4 L4 6',
  R: 'M0 6 L0 0 L2.3 0 Q4 0 4 1.6 Q4 3.2 2.3 3.2 L0 3.2 M2 3.2 L4 6',
  S: 'M3.8 0.9 Q3.2 0 2 0 Q0.2 0 0.2 1.5 Q0.2 2.8 2 3 Q3.9 3.2 3.9 4.5 Q3.9 6 2 6 Q0.6 6 0 5',
  T: 'M0 0 L4 0 M2 0 L2 6',
  U: 'M0 0 L0 4 Q0 6 2 6 Q4 6 4 4 L4 0',
  V: 'M0 0 L2 6 L4 0',
  W: 'M0 0 L1 6 L2 2.6 L3 6 L4 0',
  X: 'M0 0 L4 6 M4 0 L0 6',
  Y: 'M0 0 L2 3 L4 0 M2 3 L2 6',
  Z: 'M0 0 L4 0 L0 6 L4 6',
  0: 'M2 0 Q0.2 0 0.2 3 Q0.2 6 2 6 Q3.8 6 3.8 3 Q3.8 0 2 0',
  1: 'M0.8 1.2 L2.2 0 L2.2 6 M0.8 6 L3.6 6',
  2: 'M0.2 1.4 Q0.4 0 2 0 Q3.8 0 3.8 1.6 Q3.8 2.6 2.6 3.6 L0 6 L4 6',
  3: 'M0.2 0.8 Q0.8 0 2 0 Q3.7 0 3.7 1.5 Q3.7 3 1.6 3 Q4 3 4 4.5 Q4 6 2 6 Q0.6 6 0 5.1',
  4: 'M3 6 L3 0 L0 4.2 L4 4.2',
  5: 'M3.6 0 L0.4 0 L0.4 2.6 Q4 1.8 4 4.2 Q4 6 2 6 Q0.6 6 0 5.2',
  6: 'M3.4 0.4 Q0 0.8 0 4 Q0 6 2 6 Q4 6 4 4.2 Q4 2.6 2 2.6 Q0.4 2.6 0 4',
  7: 'M0 0 L4 0 L1.4 6',
  8: 'M2 2.9 Q0.3 2.8 0.3 1.4 Q0.3 0 2 0 Q3.7 0 3.7 1.4 Q3.7 2.8 2 2.9 Q0 3 0 4.5 Q0 6 2 6 Q4 6 4 4.5 Q4 3 2 2.9',
  9: 'M4 2 Q4 0 2 0 Q0 0 0 1.8 Q0 3.4 2 3.4 Q3.6 3.4 4 2 Q4 5.2 0.6 5.6',
}

export const alphabet: ReadonlyArray<string> = Object.keys(strokes).toSorted()

type Point = readonly [number, number]
type Segment = readonly [Point, Point]

interface Pen {
  readonly at: Point
  readonly segments: ReadonlyArray<Segment>
}

const pieces = 12

const between = (from: Point, to: Point, share: number): Point => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
]

const parabola = (from: Point, control: Point, to: Point): ReadonlyArray<Segment> => {
  const on = (step: number): Point => {
    const share = step / pieces
    return between(between(from, control, share), between(control, to, share), share)
  }
  return Array.from({ length: pieces }, (_, step): Segment => [on(step), on(step + 1)])
}

const move = ({ at, segments }: Pen, [command, ...words]: ReadonlyArray<string>): Pen => {
  const [a = 0, b = 0, c = 0, d = 0] = words.map(Number)
  switch (command) {
    case 'L':
      return { at: [a, b], segments: [...segments, [at, [a, b]]] }
    case 'Q':
      return { at: [c, d], segments: [...segments, ...parabola(at, [a, b], [c, d])] }
    default:
      return { at: [a, b], segments }
  }
}

const segmentsOf = (letter: string): ReadonlyArray<Segment> =>
  (strokes[letter] ?? '')
    .split(/(?=[MLQ])/)
    .map((command) =>
      command
        .trim()
        .replace(/^[MLQ]/, '$& ')
        .split(/\s+/),
    )
    .reduce<Pen>(move, { at: [0, 0], segments: [] }).segments

/** The nearest point on a segment. */
const nearest = ([x, y]: Point, [[ax, ay], [bx, by]]: Segment): Point => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  return between([ax, ay], [bx, by], Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length)))
}

/** Where the box lies on the grid, in cells, and how wide the pen is. */
interface Layout {
  readonly pen: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Whole cells, so that upright and level strokes have clean edges; no border, so that letters share little. */
const layoutOf = (width: number, height: number): Layout => {
  const tall = height
  const wide = Math.min(width, height)
  return {
    pen: Math.max(1, Math.round(Math.min(wide, tall) * 0.2)),
    left: Math.floor((width - wide) / 2),
    top: Math.floor((height - tall) / 2),
    width: wide,
    height: tall,
  }
}

/** The letter on a grid of width × height cells, row by row: 1 where the pen covers the middle of a cell, else −1. */
export const drawLetter = (letter: string, width: number, height: number): ReadonlyArray<-1 | 1> => {
  const { pen, ...box } = layoutOf(width, height)
  const place = ([x, y]: Point): Point => [
    box.left + pen / 2 + (x / 4) * (box.width - pen),
    box.top + pen / 2 + (y / 6) * (box.height - pen),
  ]
  const segments = segmentsOf(letter).map(([from, to]): Segment => [place(from), place(to)])
  const reach = pen / 2 + 1e-9
  const isCovered = (x: number, y: number): boolean =>
    segments.some((segment) => {
      const [nx, ny] = nearest([x, y], segment)
      return Math.abs(nx - x) <= reach && Math.abs(ny - y) <= reach
    })
  return Array.from({ length: width * height }, (_, index) =>
    isCovered((index % width) + 0.5, Math.floor(index / width) + 0.5) ? 1 : -1,
  )
}
