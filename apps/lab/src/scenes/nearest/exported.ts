/**
 * The nearest scene to take home: both maps as a drawing, every state as a line of a table, the whole state as data.
 */
import { paths, type Mark } from '../../components/marks.js'
import { drawing, label } from '../../drawing.js'
import type { Export } from '../../scene.js'
import { endMark, nearestMark, summary } from './figure.js'
import type { Fate, Seen } from './observe.js'
import { judge } from './words.js'

const side = 12
const gap = 30
const top = 30

const colours: { readonly [tone in Mark['tone']]: string } = {
  blue: '#2462bd',
  orange: '#e27a1a',
  ink: '#20304a',
  soft: '#8d8778',
}

const mark = ({ shape, tone, isHollow }: Mark, x: number, y: number): string => {
  const look = isHollow ? `fill="none" stroke="${colours[tone]}" stroke-width="0.28"` : `fill="${colours[tone]}"`
  return `<path d="${paths[shape]}" transform="translate(${x} ${y}) scale(${side * 0.4})" ${look}/>`
}

const map = (
  { layout, fates }: Seen,
  left: number,
  markOf: (fate: Fate) => Mark,
  isShaded: (fate: Fate) => boolean,
): ReadonlyArray<string> =>
  layout.states.map((state, cell) => {
    const fate = fates[state]
    if (fate === undefined) return ''
    const [x, y] = [left + (cell % layout.columns) * side, top + Math.floor(cell / layout.columns) * side]
    const ground = `<rect x="${x}" y="${y}" width="${side - 1}" height="${side - 1}" fill="${isShaded(fate) ? '#eed3b7' : '#f1eee7'}"/>`
    return `${ground}${mark(markOf(fate), x + (side - 1) / 2, y + (side - 1) / 2)}`
  })

const svg = (seen: Seen): string => {
  const { layout, fates } = seen
  const width = layout.columns * side
  const height = (fates.length / layout.columns) * side
  const judgement = judge(seen)
  return drawing(2 * width + gap, top + height + 60, [
    label(0, 18, 'The nearest stored pattern', 'strong'),
    label(width + gap, 18, 'Where the net ends', 'strong'),
    ...map(seen, 0, nearestMark, () => false),
    ...map(seen, width + gap, endMark, ({ kind }) => kind !== 'nearest'),
    label(0, top + height + 24, summary(seen)),
    label(0, top + height + 46, judgement === undefined ? '' : `${judgement.title}. ${judgement.detail}`),
  ])
}

const csv = ({ fates, units }: Seen): string =>
  [
    [
      'state',
      ...Array.from({ length: units }, (_, i) => `y${i + 1}`),
      'distance',
      'nearest',
      'end',
      'verdict',
      'kind',
    ].join(','),
    ...fates.map(({ nearest, verdict, end, kind }, state) =>
      [
        state,
        ...Array.from({ length: units }, (_, unit) => ((state >> (units - 1 - unit)) & 1 ? 1 : -1)),
        nearest.distance,
        nearest.indices.map((index) => index + 1).join(' '),
        end,
        verdict._tag,
        kind,
      ].join(','),
    ),
  ].join('\n')

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/nearest',
  version: 1,
  state: seen.document,
  shown: {
    nearest: seen.fate.nearest,
    verdict: seen.fate.verdict,
    radii: seen.radii.map((radius) => radius ?? null),
    endRadius: seen.endRadius ?? null,
    shells: seen.shells,
    path: seen.path,
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
