/**
 * What can be set in the states scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { accept } from '../../components/accept.js'
import { numberField, segmented, select, slider } from '../../components/controls.js'
import * as icons from '../../components/icons.js'
import { number } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { delays, largestWeight, maxUnits } from './document.js'
import type { Seen } from './observe.js'
import { parseOrder, parsePatterns, writePatterns } from './parse.js'
import type { StatesEvent } from './update.js'

type Send = Dispatch<StatesEvent>

const patternsEditor = ({ document }: Seen, send: Send): TemplateResult | typeof nothing => {
  const { memory } = document
  if (memory._tag !== 'Patterns') return nothing
  return html`<label class="field">
      <span class="label">One pattern a line, up to ${maxUnits} units</span>
      <textarea
        class="input"
        name="patterns"
        rows=${Math.max(2, memory.rows.length + 1)}
        spellcheck="false"
        dir="ltr"
        .value=${live(writePatterns(memory.rows))}
        @change=${accept(parsePatterns, (rows) => send({ type: 'patterns', rows }))}
      ></textarea>
    </label>
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

/** Reads a number that somebody typed, or puts the old one back. */
const typed =
  (old: number, on: (value: number) => void) =>
  (event: Event): void => {
    const field = event.currentTarget
    if (!(field instanceof HTMLInputElement)) return
    const value = Number(field.value.replace('−', '-'))
    if (field.value.trim() === '' || !Number.isFinite(value)) field.value = number(old)
    else on(Math.max(-largestWeight, Math.min(largestWeight, value)))
  }

const weightCell = (seen: Seen, send: Send, i: number, j: number): TemplateResult => {
  const { weights, isSymmetric } = seen
  const largest = Math.max(1, ...weights.flat().map(Math.abs))
  const weight = weights[i]?.[j] ?? 0
  const tone = weight > 0 ? 'positive' : weight < 0 ? 'negative' : ''
  const isMirror = (a: number, b: number): boolean => isSymmetric && a === j && b === i
  return html`<td
    class="${tone} ${weight === weights[j]?.[i] ? '' : 'odd'}"
    style=${`--strength:${Math.round((100 * Math.abs(weight)) / largest)}%`}
  >
    <input
      class="weight number"
      inputmode="decimal"
      aria-label=${`Weight from unit ${j + 1} to unit ${i + 1}`}
      data-weight=${`${i + 1}-${j + 1}`}
      .value=${live(number(weight))}
      @change=${typed(weight, (value) =>
        send({
          type: 'weights',
          rows: weights.map((row, a) => row.map((each, b) => ((a === i && b === j) || isMirror(a, b) ? value : each))),
        }),
      )}
    />
  </td>`
}

const thresholdCell = (threshold: number, send: Send, unit: number): TemplateResult =>
  html`<td>
    <input
      class="weight number"
      inputmode="decimal"
      aria-label=${`Threshold of unit ${unit + 1}`}
      data-threshold=${unit + 1}
      .value=${live(number(threshold))}
      @change=${typed(threshold, (value) => send({ type: 'threshold', unit, value }))}
    />
  </td>`

const weightsEditor = (seen: Seen, send: Send): TemplateResult => {
  const { weights, units, document, isSymmetric } = seen
  const { memory } = document
  return html`<div class="field">
      <span class="label">Weights, from column to row</span>
      <div class="matrix" dir="ltr">
        <table>
          <tbody>
            ${weights.map(
              (row, i) =>
                html`<tr>
                  ${row.map((_, j) => weightCell(seen, send, i, j))}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="label">
        ${
          isSymmetric
            ? 'Changing a weight changes its mirror image too.'
            : html`<span class="odd-note"
                >${icons.warning} not symmetric: framed weights differ from their mirror images</span
              >`
        }
      </p>
    </div>
    ${
      memory._tag === 'Weights'
        ? html`<div class="field">
              <span class="label">Thresholds</span>
              <div class="matrix" dir="ltr">
                <table>
                  <tbody>
                    <tr>
                      ${memory.thresholds.map((threshold, unit) => thresholdCell(threshold, send, unit))}
                    </tr>
                  </tbody>
                </table>
              </div>
            </div>
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
  ${patternsEditor(seen, send)} ${weightsEditor(seen, send)}`
}

const dynamics = ({ document, units }: Seen, send: Send): TemplateResult =>
  html`${select({
    label: 'Units are updated',
    name: 'schedule',
    value: document.schedule,
    options: [
      { id: 'ordered', label: 'one by one, in this order' },
      { id: 'shuffled', label: 'one by one, shuffled each sweep' },
      { id: 'random', label: 'one by one, any unit at random' },
      { id: 'synchronous', label: 'all at the same moment' },
    ],
    on: (schedule) => send({ type: 'change', settings: { schedule } }),
  })}
  ${
    document.schedule === 'ordered'
      ? html`<label class="field">
          <span class="label">Order</span>
          <input
            class="input number"
            name="order"
            dir="ltr"
            autocomplete="off"
            .value=${live(document.order.map((unit) => unit + 1).join(' '))}
            @change=${accept(
              (text) => parseOrder(text, units),
              (order) => send({ type: 'change', settings: { order } }),
            )}
          />
        </label>`
      : document.schedule === 'synchronous'
        ? nothing
        : html`<div class="row tight">
            <span class="label number">Seed ${number(document.seed)}</span>
            <button
              class="button small"
              @click=${() => send({ type: 'change', settings: { seed: (document.seed + 1) % 2 ** 32 } })}
            >
              ${icons.dice} Another order
            </button>
          </div>`
  }
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
      ${slider({
        label: 'Delay of a step',
        name: 'delay',
        value: Math.max(0, delays.indexOf(document.delay)),
        min: 0,
        max: delays.length - 1,
        shown: document.delay === 0 ? 'none: show the end' : `${number(document.delay)} ms`,
        on: (index, stroke) => send({ type: 'change', settings: { delay: delays[index] ?? 0 }, stroke }),
      })}
    </section>`
}
