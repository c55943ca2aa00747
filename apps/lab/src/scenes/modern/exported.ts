/**
 * The modern scene to take home: the pictures as a drawing, the energies as a table, the whole state as data.
 */
import { drawing, label } from '../../drawing.js'
import { number } from '../../numbers.js'
import type { Export } from '../../scene.js'
import { denseName } from './figure.js'
import type { Seen } from './observe.js'
import { judge, verdictText } from './words.js'

const side = 128
const gap = 20

const picture = (cells: ArrayLike<number>, columns: number, left: number, top: number): string => {
  const cell = side / columns
  return Array.from({ length: cells.length }, (_, k) => {
    const shade = Math.round(241 - Math.max(0, Math.min(1, ((cells[k] ?? 0) + 1) / 2)) * 209)
    return `<rect x="${left + (k % columns) * cell}" y="${top + Math.floor(k / columns) * cell}" width="${cell}" height="${cell}" fill="rgb(${shade},${shade},${shade})"/>`
  }).join('')
}

const svg = (seen: Seen): string => {
  const { document, stored, width } = seen
  const panels = [
    { name: 'Stored', cells: stored[document.target]?.cells ?? [] },
    { name: 'Shown', cells: seen.probe },
    ...(seen.classical === undefined ? [] : [{ name: 'Classical', cells: seen.classical.now }]),
    ...(seen.dense === undefined ? [] : [{ name: denseName(seen), cells: seen.dense.now }]),
    { name: `Modern, β = ${number(document.beta)}`, cells: seen.now },
  ]
  const judgement = judge(seen)
  return drawing(panels.length * (side + gap) - gap, side + 70, [
    ...panels.flatMap(({ name, cells }, k) => [
      label(k * (side + gap), 16, name, 'strong'),
      picture(cells, width, k * (side + gap), 26),
    ]),
    label(0, side + 54, judgement === undefined ? '' : `${judgement.title}. ${judgement.detail}`),
  ])
}

const csv = ({ energies, stored, weights }: Seen): string =>
  [
    'update,energy',
    ...energies.map((energy, k) => `${k},${energy}`),
    '',
    'picture,weight',
    ...stored.map(({ name }, p) => `${name},${weights[p] ?? 0}`),
  ].join('\n')

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/modern',
  version: 1,
  state: seen.document,
  shown: {
    verdict: seen.verdict,
    distance: seen.distance,
    afterOne: seen.afterOne,
    energies: seen.energies,
    classical: seen.classical?.verdict ?? null,
    dense: seen.dense?.verdict ?? null,
    strip: seen.strip.map(({ beta, verdict }) => ({ beta, end: verdictText(seen, verdict) })),
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
