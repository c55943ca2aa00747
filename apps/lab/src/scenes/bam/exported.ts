/**
 * The bidirectional scene to take home: both layers and L as a drawing, the half steps as a table, the state as data.
 */
import { drawing, energyDrawing, gridDrawing, label } from '../../drawing.js'
import { number } from '../../numbers.js'
import type { Export } from '../../scene.js'
import { textOf, type Seen } from './observe.js'
import { holding, judge } from './words.js'

const side = 220
const gap = 60
const plotHeight = 200

const svg = (seen: Seen): string => {
  const { document, now, bound } = seen
  const width = 2 * side + gap
  const judgement = judge(seen)
  return drawing(width, side + plotHeight + 100, [
    ...(['x', 'y'] as const).flatMap((layer, index) => [
      label(index * (side + gap), 16, `${layer}: ${holding(seen, layer)}`, 'strong'),
      gridDrawing(index * (side + gap), 28, side, {
        width: document[layer].width,
        height: document[layer].height,
        cells: now.cells[layer],
        target: undefined,
      }),
    ]),
    energyDrawing(0, side + 48, width, plotHeight, {
      energies: seen.energies,
      at: document.at,
      reach: document.reach,
      sweep: Infinity,
      symbol: 'L',
      steps: document.schedule === 'together' ? 'steps' : 'half steps',
      bound,
    }),
    label(
      0,
      side + plotHeight + 76,
      `L = ${number(now.energy)}${judgement === undefined ? '' : ` · ${judgement.title}. ${judgement.detail}`}`,
    ),
  ])
}

const csv = ({ start, steps, pairs, knownAs }: Seen): string => {
  const name = (layer: 'x' | 'y', cells: ReadonlyArray<number>): string => {
    const known = knownAs(layer, cells)
    return known === undefined ? '' : `${known.isReversed ? '−' : ''}${pairs[known.index]?.name ?? ''}`
  }
  return [
    'step,layer,flips,energy,x,y,x is,y is',
    ...[{ ...start, layer: '', flips: '' }, ...steps].map(({ layer, flips, energy, cells }, k) => {
      const { x, y } = textOf(cells)
      return [k, layer, flips, energy, x, y, name('x', cells.x), name('y', cells.y)].join(',')
    }),
  ].join('\n')
}

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/bam',
  version: 1,
  state: seen.document,
  shown: {
    pair: textOf(seen.now.cells),
    energy: seen.now.energy,
    bound: seen.bound,
    energies: seen.energies,
    rises: seen.allRises,
    certificate: seen.certificate ?? null,
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
