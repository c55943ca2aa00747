/**
 * What can be set in the input scene.
 */
import { html, type TemplateResult } from 'lit'
import { segmented, select } from '../../components/controls.js'
import { rowEditor, weightsEditor } from '../../components/weights-editor.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider, patternsField, timingFields } from '../fields.js'
import { delays, largest, maxUnits, scales } from './document.js'
import type { Seen } from './observe.js'
import type { InputEvent, Settings } from './update.js'

type Send = Dispatch<InputEvent>

/** Weights as they are written down, before the factor. */
const unscaled = ({ weights, document }: Seen): Seen['weights'] =>
  weights.map((row) => row.map((weight) => weight / document.scale))

const network = (seen: Seen, change: (settings: Settings) => void): TemplateResult => {
  const { document } = seen
  const { memory } = document
  return html`${patternsField(memory._tag === 'Patterns' ? memory.rows : [], maxUnits, (rows) =>
    change({ memory: { _tag: 'Patterns', rows } }),
  )}
  ${segmented({
    legend: 'Values of a unit',
    name: 'encoding',
    value: document.encoding,
    options: [
      { id: 'binary', label: '0 and 1' },
      { id: 'bipolar', label: '−1 and +1' },
    ],
    on: (encoding) => change({ encoding }),
  })}
  ${weightsEditor({
    weights: unscaled(seen),
    isSymmetric: seen.isSymmetric,
    largest,
    on: (rows) => change({ memory: { _tag: 'Weights', rows } }),
  })}
  ${segmented({
    legend: 'Factor of the weights',
    name: 'scale',
    value: String(document.scale),
    options: [
      { id: '1', label: 'W' },
      { id: '0.5', label: 'W/2' },
      { id: '0.25', label: 'W/4' },
    ],
    on: (id) => change({ scale: scales.find((each) => String(each) === id) ?? 1 }),
  })}
  ${rowEditor('Threshold', 'threshold', document.thresholds, largest, (unit, value) =>
    change({ thresholds: document.thresholds.with(unit, value) }),
  )}`
}

export const controls = (seen: Seen, send: Send): TemplateResult => {
  const { document, units } = seen
  const change = (settings: Settings): void => send({ type: 'change', settings })
  return html`<section class="group">
      <h2 class="group-title">Network</h2>
      ${network(seen, change)}
    </section>
    <section class="group">
      <h2 class="group-title">Dynamics</h2>
      ${timingFields(document, units, change)}
      ${select({
        label: 'A unit whose net input is its threshold',
        name: 'tie',
        value: document.tie,
        options: [
          { id: 'keep', label: 'keeps its state' },
          { id: 'up', label: 'goes up' },
          { id: 'down', label: 'goes down' },
          { id: 'flip', label: 'flips' },
        ],
        on: (tie) => change({ tie }),
      })}
    </section>
    <section class="group">
      <h2 class="group-title">Pace</h2>
      ${delaySlider({
        label: 'Delay of a step',
        delays,
        delay: document.delay,
        on: (delay, stroke) => send({ type: 'change', settings: { delay }, stroke }),
      })}
    </section>`
}
