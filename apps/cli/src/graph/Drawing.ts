/**
 * A transition graph as a picture: one SVG file that needs nothing else.
 */
import { cards, counted } from './Cards.js'
import * as Cube from './Cube.js'
import { isRise, type Landscape } from './Landscape.js'
import { streams } from './Streams.js'
import { definitions, legend, mark, styleSheet, type Fate } from './Style.js'
import { el, fontSize, group, round, text, worded } from './Svg.js'

const strip = 920
const margin = 36

const fates: ReadonlyArray<Fate> = ['stored', 'resting', 'reversed', 'spurious', 'wandering', 'open']

const canRise = (landscape: Landscape): boolean => {
  const rises = isRise(landscape)
  return landscape.flow.some((walks, step) => walks > 0 && rises(step))
}

const key = (landscape: Landscape): string => {
  const { ends, wells } = landscape
  const kinds = new Set<Fate>(wells.map(({ kind }) => kind))
  const present = fates.filter((fate) => (fate === 'open' ? ends.some((end) => end < 0) : kinds.has(fate)))
  const entries = [
    ...present.map((fate, k) => ({
      sign: (x: number) => mark(fate, x, 0, 5),
      words: k === 0 ? `leads ${legend[fate]}` : legend[fate],
    })),
    ...(canRise(landscape)
      ? [
          {
            sign: (x: number) =>
              el('path', { d: `M${x - 7} 0h16`, class: 'orange-line', 'stroke-width': 3, 'stroke-dasharray': '5 3' }),
            words: 'energy rises',
          },
        ]
      : []),
  ]
  return entries.reduce<{ readonly x: number; readonly svg: string }>(
    ({ svg, x }, { sign, words }) => ({
      x: x + words.length * 6.6 + 40,
      svg: svg + sign(x + 5) + text({ x: x + 16, y: 4.5, class: 'soft' }, words),
    }),
    { x: 0, svg: '' },
  ).svg
}

const isSmall = ({ graph }: Landscape): boolean => graph.size <= Cube.maxUnits

const notes = (landscape: Landscape): readonly [string, string] => {
  const walks = counted(landscape.graph.energies.length, 'state')
  const first = `From each of the ${walks} one walk starts; at each step one of the units that would change does, chosen at random.`
  return isSmall(landscape)
    ? [first, 'An arrow is such a step, the thicker the more walks take it; below each state stands its energy.']
    : [
        first,
        'Height is energy; across, a state stands by the wells that it is like. Streams are as wide as walks are many, marks as large as states are.',
      ]
}

const summary = ({ graph, model, wells }: Landscape): string => {
  const wandering = wells.filter(({ kind }) => kind === 'wandering').length
  return [
    counted(graph.size, `${graph.encoding} unit`),
    counted(graph.energies.length, 'state'),
    ...(model.patterns.length === 0 ? [] : [counted(model.patterns.length, 'stored pattern')]),
    counted(graph.fixedPoints.length, 'fixed point'),
    ...(wandering === 0 ? [] : [`${counted(wandering, 'set')} without rest`]),
  ].join(' · ')
}

/** The picture, under the title of the model or else the one given. */
export const drawing =
  (untitled: string) =>
  (landscape: Landscape): string => {
    const title = landscape.model.title ?? untitled
    const figure = isSmall(landscape) ? Cube.cube(landscape, strip) : streams(landscape, strip)
    const below = cards(landscape, strip, figure)
    const head = 104
    const width = strip + 2 * margin
    const height = head + figure.height + below.height + 78
    return `${el(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'img',
        'aria-labelledby': 'engram-title engram-description',
      },
      worded('title', { id: 'engram-title' }, title),
      worded('desc', { id: 'engram-description' }, summary(landscape)),
      el('style', {}, styleSheet),
      definitions,
      el('rect', { width: '100%', height: '100%', class: 'page' }),
      group(
        { transform: `translate(${margin} 0)` },
        text(
          { x: 0, y: 46, class: 'ink title', style: `font-size:${round(fontSize(20, strip, title.length, 0.56))}px` },
          title,
        ),
        text({ x: 0, y: 68, class: 'soft number' }, summary(landscape)),
        group({ transform: 'translate(0 92)' }, key(landscape)),
        group({ transform: `translate(0 ${head})` }, figure.svg, below.svg),
        ...notes(landscape).map((note, k) => text({ x: 0, y: height - 40 + 17 * k, class: 'soft small' }, note)),
      ),
    )}\n`
  }
