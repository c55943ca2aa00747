/**
 * What can be set in the states scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { numberField, segmented, select } from '../../components/controls.js'
import { rowEditor, weightsEditor } from '../../components/weights-editor.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider, patternsField, timingFields } from '../fields.js'
import { delays, largestWeight, maxUnits } from './document.js'
import type { Seen } from './observe.js'
import type { StatesEvent } from './update.js'

type Send = Dispatch<StatesEvent>

const patternsEditor = ({ document }: Seen, send: Send): TemplateResult | typeof nothing => {
  const { memory } = document
  if (memory._tag !== 'Patterns') return nothing
  return html`${patternsField(memory.rows, maxUnits, (rows) => send({ type: 'patterns', rows }))}
  ${segmented({
    legend: 'Self-coupling',
    name: 'diagonal',
    value: memory.diagonal,
    options: [
      { id: 'zero', label: 'wᵢᵢ = 0' },
      { id: 'kept', label: 'kept' },
    ],
    on: (diagonal) => send({ type: 'diagonal', diagonal }),
  })}`
}

const resize = (rows: Seen['weights'], units: number): Seen['weights'] =>
  Array.from({ length: units }, (_, i) => Array.from({ length: units }, (__, j) => rows[i]?.[j] ?? 0))

const editor = (seen: Seen, send: Send): TemplateResult => {
  const { weights, units, document, isSymmetric } = seen
  const { memory } = document
  return html`${weightsEditor({
    weights,
    isSymmetric,
    largest: largestWeight,
    on: (rows) => send({ type: 'weights', rows }),
  })}
  ${
    memory._tag === 'Weights'
      ? html`${rowEditor('Threshold', 'threshold', memory.thresholds, largestWeight, (unit, value) =>
            send({ type: 'threshold', unit, value }),
          )}
          <div class="pair">
            ${numberField({
              label: 'Units',
              name: 'units',
              value: units,
              min: 1,
              max: maxUnits,
              on: (value) =>
                send({
                  type: 'weights',
                  rows: resize(weights, Math.max(1, Math.min(maxUnits, Math.round(value) || 1))),
                }),
            })}
          </div>`
      : nothing
  }`
}

const network = (seen: Seen, send: Send): TemplateResult => {
  const isPatterns = seen.document.memory._tag === 'Patterns'
  return html`${segmented({
    legend: 'The network is given by its',
    hideLegend: true,
    name: 'source',
    value: isPatterns ? 'patterns' : 'weights',
    options: [
      { id: 'patterns', label: 'Patterns' },
      { id: 'weights', label: 'Weights' },
    ],
    on: (value) =>
      value === 'weights'
        ? send({ type: 'weights', rows: seen.weights })
        : send({ type: 'patterns', rows: [Array.from({ length: seen.units }, (_, k) => (k === 3 ? -1 : 1))] }),
  })}
  ${patternsEditor(seen, send)} ${editor(seen, send)}`
}

const dynamics = ({ document, units }: Seen, send: Send): TemplateResult =>
  html`${timingFields(document, units, (settings) => send({ type: 'change', settings }))}
  ${select({
    label: 'A unit at zero field',
    name: 'tie',
    value: document.tie,
    options: [
      { id: 'keep', label: 'keeps its state' },
      { id: 'up', label: 'goes up' },
      { id: 'down', label: 'goes down' },
      { id: 'flip', label: 'flips' },
    ],
    on: (tie) => send({ type: 'change', settings: { tie } }),
  })}`

export const controls = (seen: Seen, send: Send): TemplateResult => {
  const { document } = seen
  return html`<section class="group">
      <h2 class="group-title">Network</h2>
      ${network(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Dynamics</h2>
      ${dynamics(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">View</h2>
      ${segmented({
        legend: 'States are placed',
        hideLegend: true,
        name: 'layout',
        value: document.layout,
        options: [
          { id: 'cube', label: 'on a cube' },
          { id: 'energy', label: 'by energy' },
        ],
        on: (layout) => send({ type: 'change', settings: { layout } }),
      })}
      ${delaySlider({
        label: 'Delay of a step',
        delays,
        delay: document.delay,
        on: (delay, stroke) => send({ type: 'change', settings: { delay }, stroke }),
      })}
    </section>`
}
