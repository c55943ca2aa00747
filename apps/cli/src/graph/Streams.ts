/**
 * The states of a larger network as a landscape that walks stream down.
 *
 * Convention: height is energy; across, the wells that a state is like. States that fall together are one
 *             mark, its area their number; the steps between two marks are one stream, as wide as the number of walks
 *             that take it. Only the widest streams are drawn, and no more marks than a reader can tell apart.
 */
import { scaleLinear, scaleSqrt } from 'd3-scale'
import { linkVertical } from 'd3-shape'
import { isRise, range, type Landscape } from './Landscape.js'
import { mark, stroke, type Fate } from './Style.js'
import { el, group, round, text, type Drawn, type Point } from './Svg.js'

const height = 560
const left = 56
const right = 24
const top = 24
const bottom = 26

/** So many marks fit beside each other, and above each other where energies are many. */
interface Mesh {
  readonly columns: number
  readonly bands: number
}

const finest: Mesh = { columns: 150, bands: 110 }

/** With more marks than these the mesh is made coarser. */
const mostMarks = 4000

const mostStreams = 2500

/** Of more wells than these the smallest are but marks among the others. */
const mostWells = 200

interface Mark {
  readonly fate: Fate
  readonly count: number
  readonly x: number
  readonly y: number
}

/** Adds to what is filed under a key. */
const add = <K>(sums: Map<K, number>, key: K, value: number): Map<K, number> =>
  sums.set(key, (sums.get(key) ?? 0) + value)

/** Which of the bands an energy falls in; energies that are few keep one each. */
const banding = (energies: ReadonlyArray<number>, bands: number): ((energy: number) => number) => {
  const levels = [...new Set(energies)].toSorted((a, b) => a - b)
  if (levels.length <= bands) {
    const rank = new Map(levels.map((level, k) => [level, k]))
    return (energy) => rank.get(energy) ?? 0
  }
  const [low = 0, high = 1] = [levels[0], levels.at(-1)]
  return (energy) => Math.min(bands - 1, Math.floor(((energy - low) / (high - low)) * bands))
}

interface Gathered {
  /** For each state the number of its mark. */
  readonly of: Int32Array
  readonly marks: ReadonlyArray<Mark>
}

const gather = (landscape: Landscape, mesh: Mesh): Gathered => {
  const { across, ends, graph, wells } = landscape
  const energies = Array.from(graph.energies)
  const band = banding(energies, mesh.bands)
  const fates = new Map<string, number>()
  const of = Int32Array.from(energies, (energy, state) => {
    const fate = wells[ends[state] ?? -1]?.kind ?? 'open'
    const key = `${band(energy)} ${Math.floor((across[state] ?? 0) * mesh.columns)} ${fate}`
    const known = fates.get(key) ?? fates.size
    fates.set(key, known)
    return known
  })
  if (fates.size > mostMarks)
    return gather(landscape, { columns: Math.round(mesh.columns * 0.8), bands: Math.round(mesh.bands * 0.8) })
  const sums = { count: new Map<number, number>(), x: new Map<number, number>(), y: new Map<number, number>() }
  of.forEach((index, state) => {
    add(sums.count, index, 1)
    add(sums.x, index, across[state] ?? 0)
    add(sums.y, index, energies[state] ?? 0)
  })
  const marks = [...fates.keys()].map((key, index): Mark => {
    const count = sums.count.get(index) ?? 1
    return {
      fate: key.split(' ')[2] as Fate,
      count,
      x: (sums.x.get(index) ?? 0) / count,
      y: (sums.y.get(index) ?? 0) / count,
    }
  })
  return { of, marks }
}

interface Stream {
  readonly from: number
  readonly to: number
  readonly walks: number
  readonly rises: boolean
}

/** The steps between marks, those upwards apart from the others; the widest last. */
const streamsOf = (landscape: Landscape, of: Int32Array, marks: number): ReadonlyArray<Stream> => {
  const { flow, graph } = landscape
  const rises = isRise(landscape)
  const sums = new Map<number, number>()
  flow.forEach((walks, step) => {
    if (walks === 0) return
    const [from, to] = [of[Math.floor(step / graph.size)] ?? 0, of[graph.successors[step] ?? 0] ?? 0]
    if (from !== to) add(sums, 2 * (from * marks + to) + (rises(step) ? 1 : 0), walks)
  })
  return [...sums]
    .map(([key, walks]) => {
      const pair = Math.floor(key / 2)
      return { from: Math.floor(pair / marks), to: pair % marks, walks, rises: key % 2 === 1 }
    })
    .toSorted((a, b) => a.walks - b.walks)
    .slice(-mostStreams)
}

const greatest = (values: ReadonlyArray<number>, least: number): number =>
  values.reduce((a, b) => Math.max(a, b), least)

/** A figure in which each well has its place. */
interface Landed extends Drawn {
  readonly places: ReadonlyArray<Point>
}

/** The figure in a strip of so much width. */
export const streams = (landscape: Landscape, strip: number): Landed => {
  const { across, graph, wells } = landscape
  const { marks, of } = gather(landscape, finest)
  const [low, high] = range(graph.energies)
  const x = scaleLinear([0, 1], [left, strip - right])
  const y = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - bottom, top])
  const radius = scaleSqrt(
    [
      1,
      greatest(
        marks.map(({ count }) => count),
        2,
      ),
    ],
    [1.3, Math.min(10, 200 / Math.sqrt(marks.length))],
  )
  const flows = streamsOf(landscape, of, marks.length)
  const width = scaleSqrt(
    [
      0,
      greatest(
        flows.map(({ walks }) => walks),
        1,
      ),
    ],
    [0.2, 13],
  )
  const place = (index: number): [number, number] => {
    const { x: at = 0, y: energy = 0 } = marks[index] ?? {}
    return [x(at), y(energy)]
  }
  const curve = linkVertical<Stream, [number, number]>()
    .source(({ from }) => place(from))
    .target(({ to }) => place(to))
    .digits(1)
  const ticks = low === high ? [low] : y.ticks(7)
  const format = y.tickFormat(7)
  return {
    height,
    places: wells.map(({ deepest, energy }) => [x(across[deepest] ?? 0), y(energy)]),
    svg: [
      ...ticks.map((tick) =>
        group(
          {},
          el('path', { d: `M${left} ${round(y(tick))}H${strip - right}`, class: 'faint' }),
          text({ x: left - 10, y: y(tick) + 4, class: 'soft number end small' }, format(tick)),
        ),
      ),
      text({ x: left - 10, y: top - 10, class: 'soft end' }, 'E'),
      group(
        { opacity: 0.38 },
        ...flows.map((flow) =>
          el('path', {
            d: curve(flow) ?? '',
            class: flow.rises ? 'orange-line' : stroke[marks[flow.from]?.fate ?? 'open'],
            'stroke-width': width(flow.walks),
            ...(flow.rises ? { 'stroke-dasharray': '5 3' } : {}),
          }),
        ),
      ),
      ...marks.map(({ count, fate, x: at, y: energy }) => mark(fate, x(at), y(energy), radius(count))),
      ...wells
        .toSorted((a, b) => b.share - a.share)
        .slice(0, mostWells)
        .map(({ deepest, energy, kind, share }) =>
          mark(kind, x(across[deepest] ?? 0), y(energy), 2 + 10 * Math.sqrt(share)),
        ),
    ].join(''),
  }
}
