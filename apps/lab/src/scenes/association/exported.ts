/**
 * The association scene to take home: a drawing, the outputs as a table, the whole state as data.
 */
import { drawing, gridDrawing, label } from '../../drawing.js'
import { number, signed } from '../../numbers.js'
import type { Export } from '../../scene.js'
import type { Seen } from './observe.js'
import { judge, place } from './words.js'

const side = 200
const line = 20

const svg = (seen: Seen): string => {
  const { document, pair, outputs, length, inputBound, radius, x } = seen
  const { width, targetWidth } = document
  const middle = seen.hasBinaryInputs ? 0.5 : 0
  const pictures = [
    { name: 'Stored input', columns: width, values: pair.input, target: undefined },
    {
      name: 'Disturbed, rounded',
      columns: width,
      values: x.map((value) => (value > middle ? 1 : -1)),
      target: undefined,
    },
    { name: 'Target', columns: targetWidth, values: pair.target, target: undefined },
  ]
  const judgement = judge(seen)
  return drawing(3 * side + 60, side + 90 + outputs.length * line, [
    ...pictures.flatMap(({ name, columns, values, target }, index) => [
      label(index * (side + 30), 16, name, 'strong'),
      gridDrawing(index * (side + 30), 28, side, {
        width: columns,
        height: Math.ceil(values.length / columns),
        cells: values.map((value) => (value > 0 ? 1 : -1)),
        target,
      }),
    ]),
    label(
      0,
      side + 52,
      `‖δ‖ = ${number(length)}, bound of the lecture ${number(inputBound)}, exact radius ${number(radius)}`,
    ),
    ...outputs
      .slice(0, document.at)
      .map(({ net, answer, target }, j) =>
        label(0, side + 76 + j * line, `y${j + 1}: net ${signed(net)} → ${number(answer)}, target ${number(target)}`),
      ),
    label(
      0,
      side + 80 + outputs.length * line,
      judgement === undefined ? place(seen) : `${judgement.title}. ${judgement.detail}`,
    ),
  ])
}

const csv = ({ outputs }: Seen): string =>
  [
    'output,target,undisturbed,disturbance,net,answer,distance',
    ...outputs.map(({ target, undisturbed, disturbance, net, answer, distance }, j) =>
      [j + 1, target, undisturbed, disturbance, net, answer, distance].join(','),
    ),
  ].join('\n')

const json = (seen: Seen): unknown => ({
  kind: 'engram-lab/association',
  version: 1,
  state: seen.document,
  shown: {
    delta: seen.delta,
    length: seen.length,
    inputBound: seen.inputBound,
    outputBound: seen.outputBound,
    radius: seen.radius,
    outputs: seen.outputs,
    ending: judge(seen)?.ending ?? null,
  },
})

export const exported = (seen: Seen): Export => ({ svg: svg(seen), csv: csv(seen), json: json(seen) })
