/**
 * The geometry of the energy plot, shared by the picture on the page and the exported one.
 */
import { nice, ticks } from 'd3-array'
import { number } from '../numbers.js'
import { linear } from './scale.js'

export interface PlotInput {
  /** Energy before the run, then after each update. */
  readonly energies: { readonly length: number; readonly [index: number]: number }
  readonly at: number
  /** How far the run has been seen. */
  readonly reach: number
  /** Updates in a sweep; Infinity where there are no sweeps. */
  readonly sweep: number
  /** What the energy is called, E unless something else is said, and what its steps are, updates. */
  readonly symbol?: string | undefined
  readonly steps?: string | undefined
  /** A value that it never goes below. */
  readonly bound?: number | undefined
  readonly width: number
  readonly height: number
  /** What rounding can make of energies that do not rise; 0 by default. */
  readonly rounding?: number
}

type Point = readonly [number, number]

export interface Plot {
  readonly box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  readonly levels: ReadonlyArray<{ readonly y: number; readonly text: string }>
  readonly marks: ReadonlyArray<{ readonly x: number; readonly text: string }>
  readonly axis: string
  readonly symbol: string
  readonly bound: { readonly y: number; readonly text: string; readonly textY: number } | undefined
  readonly past: string
  readonly area: string
  readonly future: string
  readonly rises: ReadonlyArray<{ readonly x: number; readonly y0: number; readonly y1: number }>
  readonly here: { readonly x: number; readonly y: number; readonly text: string }
  readonly spoken: string
}

/** At most this many points are drawn; a longer run shows the two ends of each stretch. */
const maxPoints = 900

const maxRises = 60

const thin = (from: number, to: number): ReadonlyArray<number> => {
  const count = to - from + 1
  if (count <= maxPoints) return Array.from({ length: Math.max(0, count) }, (_, k) => from + k)
  const stretch = Math.ceil(count / (maxPoints / 2))
  return Array.from({ length: Math.ceil(count / stretch) }, (_, k) => from + k * stretch).flatMap((start) => {
    const last = Math.min(to, start + stretch - 1)
    return start === last ? [start] : [start, last]
  })
}

/** A line that keeps each height up to the next point. */
const step = (points: ReadonlyArray<Point>): string =>
  points.map(([x, y], k) => (k === 0 ? `M${x},${y}` : `H${x}V${y}`)).join('')

const at = (energies: PlotInput['energies'], index: number): number => energies[index] ?? 0

const risesIn = (energies: PlotInput['energies'], to: number, rounding: number): ReadonlyArray<number> => {
  const found: Array<number> = []
  for (let k = 1; k <= to && found.length < maxRises; k += 1)
    if (at(energies, k) - at(energies, k - 1) > rounding) found.push(k)
  return found
}

const extent = (energies: PlotInput['energies'], bound = Infinity): readonly [number, number] => {
  let low = Math.min(bound, at(energies, 0))
  let high = at(energies, 0)
  for (let k = 1; k < energies.length; k += 1) {
    low = Math.min(low, at(energies, k))
    high = Math.max(high, at(energies, k))
  }
  const pad = Math.max(2, Math.abs(low) / 2)
  return low === high ? [low - pad, high + pad] : [low, high]
}

/** The height of a text at the right edge: above the value that stands here, where the two would meet. */
const besides = (here: { readonly x: number; readonly y: number }, right: number, textY: number): number =>
  here.x > right - 130 && Math.abs(here.y - textY) < 26 ? Math.min(textY, here.y - 28) : textY

export const plotOf = ({
  energies,
  at: now,
  reach,
  sweep,
  symbol = 'E',
  steps = 'updates',
  bound,
  width,
  height,
  rounding = 0,
}: PlotInput): Plot => {
  const box = { left: 52, right: width - 14, top: 26, bottom: height - 36 }
  const end = Math.max(1, energies.length - 1)
  const x = linear([0, end], [box.left, box.right])
  const [low, high] = nice(...extent(energies, bound), 4)
  const y = linear([low, high], [box.bottom - 8, box.top])
  const points = (from: number, to: number): ReadonlyArray<Point> =>
    thin(from, to).map((k): Point => [x(k), y(at(energies, k))])
  const past = step(points(0, now))
  const bySweep = end >= 2 * sweep
  const places = ticks(
    0,
    bySweep ? end / sweep : end,
    Math.max(2, Math.min(8, Math.floor((box.right - box.left) / 60))),
  )
  const here = { x: x(now), y: y(at(energies, now)), text: number(at(energies, now)) }
  return {
    box,
    levels: ticks(low, high, 4).map((value) => ({ y: y(value), text: number(value) })),
    marks: places
      .filter(Number.isInteger)
      .map((value) => ({ x: x(bySweep ? value * sweep : value), text: number(value) })),
    axis: bySweep ? 'sweeps' : steps,
    symbol,
    bound:
      bound === undefined
        ? undefined
        : { y: y(bound), text: `never below ${number(bound)}`, textY: besides(here, box.right, y(bound) - 6) },
    past: now === 0 ? '' : past,
    area: now === 0 ? '' : `${past}V${box.bottom}H${box.left}Z`,
    future: reach > now ? step(points(now, reach)) : '',
    rises: risesIn(energies, now, rounding).map((k) => ({
      x: x(k),
      y0: y(at(energies, k - 1)),
      y1: y(at(energies, k)),
    })),
    here,
    spoken: `from ${number(at(energies, 0))} to ${here.text} after ${number(now)} ${steps}`,
  }
}
