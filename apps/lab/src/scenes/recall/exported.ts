/**
 * The recall scene to take home: a drawing, a table of the run, and the whole state as data.
 */
import { Pattern } from '@engram/associative-memory'
import { drawing, energyDrawing, gridDrawing, label } from '../../drawing.js'
import type { Export } from '../../scene.js'
import { toText } from './bits.js'
import type { Seen } from './observe.js'
import { energyNow, judge } from './words.js'

const side = 220
const gap = 28

const svg = (seen: Seen): string => {
  const { width, height } = seen.document
  const panels = [
    ...(seen.target === undefined ? [] : [{ name: `Stored: ${seen.target.name}`, cells: seen.target.pattern().data }]),
    { name: 'Corrupted', cells: Pattern.toBipolar(seen.cue).data },
    { name: 'Current', cells: Pattern.toBipolar(seen.current).data },
  ]
  const total = panels.length * side + (panels.length - 1) * gap
  const judgement = judge(seen)
  return drawing(total, side + 300, [
    ...panels.flatMap(({ name, cells }, index) => [
      label(index * (side + gap), 16, name, 'strong'),
      gridDrawing(index * (side + gap), 28, side, {
        width,
        height,
        cells,
        target: index === panels.length - 1 ? seen.target?.pattern().data : undefined,
      }),
    ]),
    energyDrawing(0, side + 48, total, 200, {
      energies: seen.energies,
      at: seen.document.at,
      reach: seen.document.reach,
      sweep: seen.size,
    }),
    label(
      0,
      side + 280,
      `E = ${energyNow(seen)}${judgement === undefined ? '' : ` · ${judgement.title}. ${judgement.detail}`}`,
    ),
  ])
}

const csv = ({ run, energies, end }: Seen): string =>
  [
    'update,unit,field,flipped,energy',
    `0,,,,${energies[0] ?? 0}`,
    ...Array.from({ length: end }, (_, k) =>
      [k + 1, (run?.trace.units[k] ?? 0) + 1, run?.trace.fields[k], run?.trace.flipped[k], run?.trace.energies[k]].join(
        ',',
      ),
    ),
  ].join('\n')

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/recall',
  version: 1,
  state: seen.document,
  shown: {
    energy: seen.energies[seen.document.at] ?? null,
    flips: seen.flips,
    sweep: seen.sweep,
    overlaps: seen.overlaps.map(({ index, overlap }) => ({ pattern: index, overlap })),
    current: toText(Pattern.toArray(seen.current)),
    verdict: seen.verdict ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
