/**
 * What can be set in the bidirectional scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { accept } from '../../components/accept.js'
import { numberField, segmented, select } from '../../components/controls.js'
import * as icons from '../../components/icons.js'
import { number, plural } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider } from '../fields.js'
import type { Damage } from './disturb.js'
import { delays, initial, maxPairs, maxSide, type Document, type Layer } from './document.js'
import { textOf, type Seen } from './observe.js'
import { letters, people, readNames, shapes } from './people.js'
import type { BamEvent, Settings } from './update.js'
import type { Weights } from './weights-panel.js'

type Send = Dispatch<BamEvent>

const side = (document: Document, layer: Layer, send: Send): TemplateResult => {
  const field = (label: string, kind: 'width' | 'height'): TemplateResult =>
    numberField({
      label,
      name: `${layer}-${kind}`,
      value: document[layer][kind],
      min: 1,
      max: maxSide,
      on: (value) =>
        send({
          type: 'shape',
          layer,
          shape: { ...document[layer], [kind]: Math.max(1, Math.min(maxSide, Math.round(value) || 1)) },
        }),
    })
  return html`<div class="pair">${field(`${layer}: columns`, 'width')} ${field(`${layer}: rows`, 'height')}</div>`
}

/** Faces for these names, drawn by lot. */
const meet = async (list: ReadonlyArray<string>, seed: number, send: Send): Promise<void> => {
  const { crowd } = await import('./portraits.js')
  send({ type: 'store', pairs: crowd(list, seed), aim: 0, seed })
}

const names = ({ document, pairs }: Seen, send: Send): TemplateResult =>
  html`<label class="field">
      <span class="label">Names to store, up to ${letters} letters each; their faces are drawn by lot</span>
      <textarea
        class="input"
        name="names"
        rows="2"
        spellcheck="false"
        .value=${live(pairs.map(({ name }) => name).join(' '))}
        @change=${accept(readNames, (list) => void meet(list, document.seed, send))}
      ></textarea>
    </label>
    <div class="row tight">
      <button
        class="button small"
        @click=${() =>
          meet(
            pairs.map(({ name }) => name),
            (document.seed + 1) % 2 ** 32,
            send,
          )}
      >
        ${icons.dice} Other faces
      </button>
    </div>`

const pairsEditor = (seen: Seen, send: Send): TemplateResult => {
  const { document, pairs, now } = seen
  const isComplete = [...now.cells.x, ...now.cells.y].every((cell) => cell !== 0)
  const next = { name: seen.read === '' ? `pair ${number(pairs.length + 1)}` : seen.read, ...textOf(now.cells) }
  return html`${document.spells ? names(seen, send) : nothing}
    <p class="label">${plural(pairs.length, 'pair')} by Hebb’s rule. Draw in both layers to store another.</p>
    <div class="row tight">
      <button
        class="button small"
        ?disabled=${!isComplete || pairs.length >= maxPairs}
        @click=${() => send({ type: 'store', pairs: [...pairs, next], aim: pairs.length })}
      >
        ${icons.plus} Store what is shown
      </button>
      ${
        pairs.length > 1
          ? html`<button
              class="button small"
              @click=${() => send({ type: 'store', pairs: pairs.filter((_, index) => index !== document.aim), aim: 0 })}
            >
              ${icons.cross} Remove ${pairs[document.aim]?.name}
            </button>`
          : nothing
      }
    </div>
    ${document.spells ? nothing : html`${side(document, 'x', send)} ${side(document, 'y', send)}`}`
}

const weightsPanel = (memory: Weights, send: Send): TemplateResult => {
  void import('./weights-panel.js')
  return html`<engram-layer-weights
    class="field"
    .memory=${memory}
    @weights=${(event: CustomEvent<Weights>) => send({ type: 'memory', memory: event.detail })}
  ></engram-layer-weights>`
}

/** The letters, or the people. */
const examples = (send: Send): TemplateResult =>
  html`<div class="row tight">
    <button class="button small" @click=${() => send({ type: 'load', state: initial })}>Letters and codes</button>
    <button
      class="button small"
      @click=${() =>
        send({
          type: 'load',
          state: { ...initial, ...shapes, memory: { _tag: 'Pairs', pairs: people, back: 'same' }, start: people[0] },
        })}
    >
      Faces and names
    </button>
  </div>`

const memoryGroup = (seen: Seen, send: Send): TemplateResult => {
  const { memory } = seen.document
  const { weights } = seen
  const isPairs = memory._tag === 'Pairs'
  return html`${
    isPairs && weights === undefined
      ? nothing
      : segmented({
          legend: 'The memory is given by its',
          hideLegend: true,
          name: 'source',
          value: isPairs ? 'pairs' : 'weights',
          options: [
            { id: 'pairs', label: 'Pairs' },
            { id: 'weights', label: 'Weights' },
          ],
          on: (id) =>
            id === 'pairs'
              ? send({ type: 'load', state: initial })
              : send({
                  type: 'memory',
                  memory: { _tag: 'Weights', rows: weights ?? [[0]], back: null, thresholds: { x: [], y: [] } },
                }),
        })
  }
  ${isPairs ? html`${pairsEditor(seen, send)} ${examples(send)}` : weightsPanel(memory, send)}`
}

const disturb = async ({ document, now }: Seen, layer: Layer, how: Damage, send: Send): Promise<void> => {
  const { disturbed } = await import('./disturb.js')
  const text = disturbed(now.cells[layer], how, document.seed)
  send({ type: 'start', start: { ...textOf(now.cells), [layer]: text }, seed: (document.seed + 1) % 2 ** 32 })
}

const startGroup = (seen: Seen, send: Send): TemplateResult =>
  html`<p class="label">
      Draw in the layers: a press turns a cell on, off or missing; from where you are, a run starts.
    </p>
    ${(['x', 'y'] as const).map(
      (layer) =>
        html`<div class="row tight" role="group" aria-label=${`Disturb ${layer}`}>
          <button class="button small" @click=${() => disturb(seen, layer, 'flip', send)}>
            ${icons.dice} Flip a tenth of ${layer}
          </button>
          ${
            seen.document.encoding === 'binary'
              ? nothing
              : html`<button class="button small" @click=${() => disturb(seen, layer, 'lose', send)}>Lose half</button>`
          }
        </div>`,
    )}`

const dynamics = ({ document }: Seen, send: Send): TemplateResult => {
  const change = (settings: Settings): void => send({ type: 'change', settings })
  return html`${segmented({
    legend: 'Who answers first',
    name: 'schedule',
    value: document.schedule,
    options: [
      { id: 'x-first', label: 'X' },
      { id: 'y-first', label: 'Y' },
      { id: 'together', label: 'both at once' },
    ],
    on: (schedule) => change({ schedule }),
  })}
  ${segmented({
    legend: 'Values of a unit',
    name: 'encoding',
    value: document.encoding,
    options: [
      { id: 'bipolar', label: '−1 and +1' },
      { id: 'binary', label: '0 and 1', hint: 'nothing can be missing; thresholds stay as they are' },
    ],
    on: (encoding) => change({ encoding }),
  })}
  ${select({
    label: 'A unit whose sum is its threshold',
    name: 'tie',
    value: document.tie,
    options: [
      { id: 'keep', label: 'keeps its state' },
      { id: 'up', label: 'goes on' },
      { id: 'down', label: 'goes off' },
      { id: 'zero', label: 'answers 0' },
      { id: 'flip', label: 'flips' },
    ],
    on: (tie) => change({ tie }),
  })}`
}

export const controls = (seen: Seen, send: Send): TemplateResult =>
  html`<section class="group">
      <h2 class="group-title">Memory</h2>
      ${memoryGroup(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Start</h2>
      ${startGroup(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Dynamics</h2>
      ${dynamics(seen, send)}
      ${delaySlider({
        label: 'Delay of a half step',
        delays,
        delay: seen.document.delay,
        on: (delay, stroke) => send({ type: 'change', settings: { delay }, stroke }),
      })}
    </section>`
