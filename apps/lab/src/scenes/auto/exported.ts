/**
 * The auto-associator scene to take home: the answers as a drawing and as a table, the whole state as data.
 */
import { drawing, gridDrawing, label } from '../../drawing.js'
import { number } from '../../numbers.js'
import type { Export } from '../../scene.js'
import type { Seen } from './observe.js'
import { judge, remark, vector } from './words.js'

const line = 34
const side = 22

const svg = (seen: Seen): string => {
  const { units, document, steps } = seen
  const width = units * side
  const rows = [
    { name: 'probe', values: document.probe, text: vector(document.probe) },
    ...steps.slice(0, document.reach).map((step, index) => ({
      name: `step ${number(index + 1)}`,
      values: step.after,
      text: `net ${vector(step.nets)} → ${vector(step.after)}, ${remark(seen, step)}`,
    })),
  ]
  const judgement = judge(seen)
  return drawing(560, rows.length * line + 30, [
    ...rows.flatMap(({ name, values, text }, index) => [
      label(0, index * line + 16, name, 'strong'),
      gridDrawing(70, index * line, width, { width: units, height: 1, cells: values, target: undefined }),
      label(84 + width, index * line + 16, text),
    ]),
    label(0, rows.length * line + 20, judgement === undefined ? '' : `${judgement.title}. ${judgement.detail}`),
  ])
}

const csv = ({ units, document, steps, energies }: Seen): string => {
  const columns = (name: string): ReadonlyArray<string> => Array.from({ length: units }, (_, i) => `${name}${i + 1}`)
  return [
    ['step', ...columns('net'), ...columns('y'), 'energy'].join(','),
    [0, ...document.probe.map(() => ''), ...document.probe, energies[0] ?? 0].join(','),
    ...steps.map(({ nets, after, energy }, index) => [index + 1, ...nets, ...after, energy].join(',')),
  ].join('\n')
}

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/auto',
  version: 1,
  state: seen.document,
  shown: {
    weights: seen.weights,
    leastEigenvalue: seen.leastEigenvalue,
    answers: seen.steps.map(({ nets, after }) => ({ nets, after })),
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
