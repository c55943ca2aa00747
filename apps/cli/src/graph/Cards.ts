/**
 * Where walks end: a card for each of the larger wells, with its picture.
 */
import { number } from '../draw/Text.js'
import { nameOf, spell, type Landscape, type Well } from './Landscape.js'
import { mark } from './Style.js'
import { el, fontSize, group, round, text, type Drawn, type Point } from './Svg.js'

/** So many cards fit beside each other. */
const most = 8

const gap = 12
const widest = 168
const pictureSide = 56
const height = 178

/** `31.4%` */
export const percent = (share: number): string =>
  share > 0 && share < 0.0005 ? '<0.1%' : `${Number((100 * share).toFixed(1))}%`

export const counted = (n: number, noun: string): string => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`

/** The state as a picture whose top is in the middle of a line. */
const picture = ({ graph, model }: Landscape, state: number, x: number, y: number, width: number): string => {
  const { grid = { width: graph.size, height: 1 } } = model
  const cell = Math.min(pictureSide / grid.height, (width - 24) / grid.width, 22)
  const [left, top] = [x - (cell * grid.width) / 2, y + (pictureSide - cell * grid.height) / 2]
  const cells = (value: number): string =>
    Array.from({ length: graph.size }, (_, unit) => unit)
      .filter((unit) => ((state >> (graph.size - 1 - unit)) & 1) === value)
      .map(
        (unit) =>
          `M${round(left + cell * (unit % grid.width))} ${round(top + cell * Math.floor(unit / grid.width))}h${round(cell - 1)}v${round(cell - 1)}h${round(1 - cell)}z`,
      )
      .join('')
  return el('path', { d: cells(0), class: 'off' }) + el('path', { d: cells(1), class: 'ink' })
}

const card =
  (landscape: Landscape, width: number) =>
  (well: Well, x: number, y: number): string => {
    const name = nameOf(landscape, well)
    const spelt = spell(landscape.graph, well.deepest)
    const room = width - 16
    const size = fontSize(13, room - 14, name.length, 0.56)
    return group(
      {},
      el('rect', { x: x - width / 2, y, width, height, rx: 10, class: 'frame' }),
      picture(landscape, well.deepest, x, y + 14, width),
      text(
        {
          x,
          y: y + 90,
          class: 'soft sign middle',
          style: `font-size:${round(fontSize(12, room, spelt.length, 0.62))}px`,
        },
        spelt,
      ),
      mark(well.kind, x - (size * 0.56 * name.length) / 2 - 3, y + 108.5, 4.5),
      text({ x: x + 7, y: y + 113, class: 'ink strong middle', style: `font-size:${round(size)}px` }, name),
      text({ x, y: y + 132, class: 'soft number middle small' }, `E ${number(well.energy).replace('-', '−')}`),
      text({ x, y: y + 149, class: 'soft number middle small' }, `${percent(well.share)} of walks`),
      text({ x, y: y + 166, class: 'soft number middle small' }, `only here: ${well.certain.toLocaleString('en')}`),
    )
  }

/** The cards below a figure in a strip of so much width, joined to the places of the wells if they have any. */
export const cards = (
  landscape: Landscape,
  strip: number,
  { height: y, places }: Drawn & { readonly places?: ReadonlyArray<Point> },
): Drawn => {
  const chosen = new Set(landscape.wells.toSorted((a, b) => b.share - a.share || a.energy - b.energy).slice(0, most))
  const shown = landscape.wells.flatMap((well, k) => (chosen.has(well) ? [{ well, place: places?.[k] }] : []))
  const width = Math.min(widest, (strip - (shown.length - 1) * gap) / shown.length)
  const room = shown.length * (width + gap) - gap
  const lead = places === undefined ? 8 : 44
  const middle = (k: number): number => (strip - room) / 2 + width / 2 + k * (width + gap)
  const left = landscape.wells.length - shown.length
  const rest = 1 - shown.reduce((sum, { well }) => sum + well.share, 0)
  return {
    height: lead + height + (left === 0 ? 0 : 26),
    svg: [
      ...shown.flatMap(({ place }, k) =>
        place === undefined
          ? []
          : [
              el('path', {
                d: `M${round(place[0])} ${round(place[1] + 8)}C${round(place[0])} ${round(y + 24)} ${round(middle(k))} ${round(y)} ${round(middle(k))} ${round(y + lead)}`,
                class: 'line',
                'stroke-dasharray': '1 3',
              }),
            ],
      ),
      ...shown.map(({ well }, k) => card(landscape, width)(well, middle(k), y + lead)),
      left === 0
        ? ''
        : text(
            { x: strip / 2, y: y + lead + height + 22, class: 'soft middle small' },
            `and ${counted(left, 'more place')} to end, with ${percent(rest)} of the walks`,
          ),
    ].join(''),
  }
}
