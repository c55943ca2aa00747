/**
 * The input scene to take home: the energy as a drawing, the updates as a table, the whole state as data.
 */
import { drawing, energyDrawing, label } from '../../drawing.js'
import { number, signed } from '../../numbers.js'
import type { Export } from '../../scene.js'
import type { Seen } from './observe.js'
import { judge, vector } from './words.js'

const line = 20
const width = 560
const plotHeight = 210

const svg = (seen: Seen): string => {
  const { document, steps, energies, units } = seen
  const shown = steps.slice(0, document.reach)
  const judgement = judge(seen)
  const top = 62 + shown.length * line
  return drawing(width, top + plotHeight + 30, [
    label(0, 16, `Input x = ${vector(document.input)}, start y = ${vector(seen.start.state)}`, 'strong'),
    label(0, 40, `E = ${number(seen.start.energy)} with −x·y, ${number(seen.start.bare)} without`),
    ...shown.map(({ unit, nets, state, energy, bare }, k) =>
      label(
        0,
        62 + k * line,
        `${unit === undefined ? `y_in ${vector(nets)}` : `y_in${unit + 1} = ${signed(nets[unit] ?? 0)}`} → ${vector(state)}, E = ${number(energy)} with, ${number(bare)} without`,
      ),
    ),
    energyDrawing(0, top, width, plotHeight, {
      energies,
      at: document.at,
      reach: document.reach,
      sweep: document.schedule === 'synchronous' ? 1 : units,
    }),
    label(0, top + plotHeight + 22, judgement === undefined ? '' : `${judgement.title}. ${judgement.detail}`),
  ])
}

const csv = ({ units, document, steps, start }: Seen): string => {
  const columns = (name: string): ReadonlyArray<string> => Array.from({ length: units }, (_, i) => `${name}${i + 1}`)
  return [
    ['step', 'unit', ...columns('net'), ...columns('y'), 'energy', 'without'].join(','),
    [0, '', ...document.input.map(() => ''), ...start.state, start.energy, start.bare].join(','),
    ...steps.map(({ unit, nets, state, energy, bare }, k) =>
      [k + 1, unit === undefined ? 'all' : unit + 1, ...nets, ...state, energy, bare].join(','),
    ),
  ].join('\n')
}

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/input',
  version: 1,
  state: seen.document,
  shown: {
    weights: seen.weights,
    start: seen.start,
    steps: seen.steps,
    rises: seen.allRises,
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
