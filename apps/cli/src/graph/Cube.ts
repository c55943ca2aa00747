/**
 * The states of a small network as the corners of a cube of as many dimensions as there are units.
 *
 * Convention: an arrow is an update that changes the state; it is the thicker the more walks take it. An edge that no
 *             update takes is a faint line. Up to four units the cube is seen along its axis (Petrie's projection),
 *             beyond that it is a grid of smaller cubes.
 */
import { number } from '../draw/Text.js'
import { isRise, spell, type Landscape } from './Landscape.js'
import { filling, stroke, type Fate } from './Style.js'
import { el, group, polygon, round, text, type Drawn, type Point } from './Svg.js'

/** The largest network whose states are all drawn. */
export const maxUnits = 6

const petrie = (units: number): ReadonlyArray<Point> =>
  Array.from({ length: units }, (_, unit) => {
    const angle = (Math.PI * (unit + 0.5)) / units
    return [Math.cos(angle), -Math.sin(angle)]
  })

/** Which way each unit leads. */
const directions: { readonly [units: number]: ReadonlyArray<Point> } = {
  1: [[1, 0]],
  2: [
    [1, 0],
    [0, -1],
  ],
  3: [
    [1, 0],
    [0, -1],
    [0.42, -0.42],
  ],
  4: petrie(4),
  5: [
    [1, 0.1],
    [0.1, -1],
    [0.5, -0.48],
    [2.35, -0.14],
    [-0.14, -2.3],
  ],
  6: [
    [1, 0.1],
    [0.1, -1],
    [0.5, -0.48],
    [2.35, -0.14],
    [-0.14, -2.3],
    [4.75, 0.12],
  ],
}

const spreadOver =
  (length: number) =>
  (values: ReadonlyArray<number>): ReadonlyArray<number> => {
    const [low, high] = [Math.min(...values), Math.max(...values)]
    return values.map((value) => (high === low ? length / 2 : ((value - low) / (high - low)) * length))
  }

/** The corners in a box of so much width and height. */
const corners = (units: number, width: number, height: number): ReadonlyArray<Point> => {
  const ways = directions[units] ?? []
  const along = (axis: 0 | 1): ReadonlyArray<number> =>
    Array.from({ length: 2 ** units }, (_, state) =>
      ways.reduce((sum, way, unit) => sum + way[axis] * ((state >> (units - 1 - unit)) & 1), 0),
    )
  const y = spreadOver(height)(along(1))
  return spreadOver(width)(along(0)).map((x, state) => [x, y[state] ?? 0])
}

interface Sizes {
  /** Of the box of the corners. */
  readonly width: number
  readonly height: number
  /** Of a label. */
  readonly label: readonly [number, number]
  readonly font: number
}

const sizes: { readonly [units: number]: Sizes } = {
  1: { width: 300, height: 60, label: [70, 44], font: 14 },
  2: { width: 300, height: 200, label: [70, 44], font: 14 },
  3: { width: 420, height: 360, label: [70, 44], font: 14 },
  4: { width: 620, height: 540, label: [70, 44], font: 14 },
  5: { width: 780, height: 640, label: [70, 40], font: 13 },
  6: { width: 880, height: 560, label: [50, 32], font: 9.5 },
}

/** How far it is from the middle of a label to its edge in a direction. */
const reach = ([width, height]: readonly [number, number], [dx, dy]: Point): number =>
  Math.min(width / 2 / Math.max(Math.abs(dx), 1e-9), height / 2 / Math.max(Math.abs(dy), 1e-9))

const arrow = (
  [x0, y0]: Point,
  [x1, y1]: Point,
  label: readonly [number, number],
  width: number,
  kind: 'falls' | 'level' | 'rises',
  fate: Fate,
): string => {
  const length = Math.hypot(x1 - x0, y1 - y0)
  const way: Point = [(x1 - x0) / length, (y1 - y0) / length]
  const gap = reach(label, way) + 3
  const head = 5 + 1.6 * width
  const at = (from: number, aside: number): Point => [
    x1 - way[0] * from - way[1] * aside,
    y1 - way[1] * from + way[0] * aside,
  ]
  const [sx, sy] = [x0 + way[0] * (gap - 3), y0 + way[1] * (gap - 3)]
  const [ex, ey] = at(gap + head * 0.8, 0)
  const colour = kind === 'rises' ? 'orange' : fate === 'open' ? 'grey' : stroke[fate].replace('-line', '')
  return (
    el('path', {
      d: `M${round(sx)} ${round(sy)}L${round(ex)} ${round(ey)}`,
      class: `${colour}-line`,
      'stroke-width': width,
      ...(kind === 'falls' ? {} : { 'stroke-dasharray': kind === 'rises' ? '7 4' : '2 3' }),
    }) +
    el('path', {
      d: polygon([at(gap, 0), at(gap + head, head * 0.42), at(gap + head, -head * 0.42)]),
      class: colour,
    })
  )
}

const margin = 40

/** The figure in a strip of so much width. */
export const cube = (landscape: Landscape, strip: number): Drawn => {
  const { ends, flow, graph, wells } = landscape
  const rises = isRise(landscape)
  const { energies, size: n, successors } = graph
  const { font, height, label, width } = sizes[n] ?? { width: 0, height: 0, label: [0, 0], font: 0 }
  const places = corners(n, width, height).map(([x, y]): Point => [x + (strip - width) / 2, y + margin])
  const at = (state: number): Point => places[state] ?? [0, 0]
  const fateOf = (state: number): Fate => wells[ends[state] ?? -1]?.kind ?? 'open'
  const bit = (unit: number): number => 1 << (n - 1 - unit)
  const steps = places.flatMap((_, from) =>
    Array.from({ length: n }, (__, unit) => ({ from, unit, to: from ^ bit(unit) })),
  )
  const isTaken = ({ from, to, unit }: (typeof steps)[number]): boolean => successors[from * n + unit] === to
  const faint = steps
    .filter(({ from, to, unit }) => from < to && !isTaken({ from, to, unit }) && !isTaken({ from: to, to: from, unit }))
    .map(({ from, to }) => `M${at(from).map(round).join(' ')}L${at(to).map(round).join(' ')}`)
  const arrows = steps.filter(isTaken).map(({ from, to, unit }) => {
    const step = from * n + unit
    const kind = rises(step) ? 'rises' : energies[to] === energies[from] ? 'level' : 'falls'
    return arrow(at(from), at(to), label, 1 + 0.55 * Math.sqrt(flow[step] ?? 0), kind, fateOf(from))
  })
  const home = new Map(wells.flatMap(({ states }, k) => states.map((state) => [state, k] as const)))
  const labels = places.map(([x, y], state) => {
    const [w, h] = label
    const box = { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: h / 2.6 }
    const fate = fateOf(state)
    const isHome = home.has(state)
    return group(
      {},
      el('rect', { ...box, class: 'bare' }),
      el('rect', { ...box, ...filling[fate] }),
      el('rect', { ...box, class: stroke[fate], 'stroke-width': isHome ? 3 : 1.25 }),
      text(
        { x, y: y - font * 0.12, class: 'ink sign middle strong', style: `font-size:${font}px` },
        spell(graph, state),
      ),
      text(
        { x, y: y + font * 0.98, class: 'soft number middle', style: `font-size:${font * 0.88}px` },
        number(energies[state] ?? 0).replace('-', '−'),
      ),
    )
  })
  return {
    height: height + 2 * margin,
    svg: [
      faint.length === 0 ? '' : el('path', { d: faint.join(''), class: 'faint', 'stroke-width': 1.5 }),
      ...arrows,
      ...labels,
    ].join(''),
  }
}
