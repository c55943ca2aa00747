/**
 * What can be set in the recall scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { numberField, segmented, select, slider } from '../../components/controls.js'
import * as icons from '../../components/icons.js'
import { number } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { toText } from './bits.js'
import { delays, maxPatterns, maxSide, type Document, type Item } from './document.js'
import { alphabet } from './letters.js'
import type { Seen } from './observe.js'
import type { RecallEvent } from './update.js'

type Send = Dispatch<RecallEvent>

const nextSeed = (seed: number): number => (seed + 1) % 2 ** 32

const inputIn = (event: Event, name: string): HTMLInputElement | null =>
  event.currentTarget instanceof HTMLFormElement
    ? event.currentTarget.querySelector<HTMLInputElement>(`[name=${name}]`)
    : null

const storeLetters =
  (send: Send) =>
  (event: SubmitEvent): void => {
    event.preventDefault()
    const input = inputIn(event, 'letters')
    const items = [...(input?.value ?? '').toUpperCase()]
      .filter((letter) => alphabet.includes(letter))
      .map((letter): Item => ({ _tag: 'Letter', letter }))
    send({ type: 'store', items })
  }

const upload = (document: Document, send: Send) => async (event: Event) => {
  if (!(event.currentTarget instanceof HTMLInputElement)) return
  const input = event.currentTarget
  const [file] = input.files ?? []
  if (file === undefined) return
  const { readPicture } = await import('./photograph.js')
  const item = await readPicture(file, document.width, document.height)
  input.value = ''
  if (item !== undefined) send({ type: 'add', items: [item] })
}

const lettersOf = ({ memory }: Document): string =>
  memory._tag === 'Patterns' && memory.items.length <= 12
    ? memory.items.map((item) => (item._tag === 'Letter' ? item.letter : '')).join('')
    : ''

const patterns = ({ document, stored }: Seen, send: Send): TemplateResult => {
  const blank = (): Item => ({
    _tag: 'Drawing',
    width: document.width,
    height: document.height,
    pixels: toText(Array.from({ length: document.width * document.height }, () => -1)),
  })
  const random = (count: number): ReadonlyArray<Item> =>
    Array.from({ length: count }, (_, k): Item => ({ _tag: 'Random', seed: stored.length + k + 1 }))
  const isFull = stored.length >= maxPatterns
  return html`<form class="field" @submit=${storeLetters(send)}>
      <label class="label" for="letters">Letters to store</label>
      <div class="row tight">
        <input
          class="input letters"
          id="letters"
          name="letters"
          maxlength="12"
          autocomplete="off"
          spellcheck="false"
          .value=${lettersOf(document)}
        />
        <button class="button">Store</button>
      </div>
    </form>
    <div class="row tight" role="group" aria-label="Add a pattern">
      <button class="button small" ?disabled=${isFull} @click=${() => send({ type: 'add', items: random(1) })}>
        ${icons.dice} Random
      </button>
      <button class="button small" ?disabled=${isFull} @click=${() => send({ type: 'add', items: random(10) })}>
        + 10
      </button>
      <button class="button small" ?disabled=${isFull} @click=${() => send({ type: 'add', items: [blank()] })}>
        ${icons.plus} Blank
      </button>
      <label class="button small upload"
        >${icons.picture} Picture<input
          class="visually-hidden"
          type="file"
          name="picture"
          accept="image/*"
          @change=${upload(document, send)}
      /></label>
      ${
        stored.length > 1
          ? html`<button class="button small" @click=${() => send({ type: 'remove', index: document.target })}>
              ${icons.cross} Remove ${stored[document.target]?.name}
            </button>`
          : nothing
      }
    </div>`
}

const corruption = ({ document, cueErrors }: Seen, send: Send): TemplateResult => {
  const { cue } = document
  if (cue._tag === 'Drawn')
    return html`<p class="label">The start state was drawn by hand.</p>
      ${
        document.memory._tag === 'Patterns'
          ? html`<button class="button small" @click=${() => send({ type: 'corrupt', percent: 25 })}>
              ${icons.undo} Corrupt the stored pattern instead
            </button>`
          : nothing
      }`
  return html`${slider({
      label: 'Corruption',
      name: 'corruption',
      value: cue.percent,
      min: 0,
      max: 100,
      shown: `${cue.percent} %`,
      on: (percent, stroke) => send({ type: 'corrupt', percent, stroke }),
    })}
    <div class="row">
      ${segmented({
        legend: 'Kind of corruption',
        hideLegend: true,
        name: 'kind',
        value: cue.kind,
        options: [
          { id: 'flip', label: 'Flip', hint: 'cells turned into their opposite' },
          { id: 'mask', label: 'Cover', hint: 'a band of cells switched off' },
        ],
        on: (kind) => send({ type: 'corrupt', kind }),
      })}
      ${seedField('Seed of the corruption', 'corruption-seed', cue.seed, (seed) => send({ type: 'corrupt', seed }))}
    </div>
    ${cueErrors === 0 && cue.percent > 0 ? html`<p class="label">Nothing changed: these cells were off already.</p>` : nothing}`
}

const seedField = (label: string, name: string, value: number, on: (seed: number) => void): TemplateResult =>
  html`<span class="seed">
    <label
      ><span class="label">Seed</span
      ><input
        class="input"
        type="number"
        name=${name}
        aria-label=${label}
        min="0"
        max=${2 ** 32 - 1}
        step="1"
        .value=${String(value)}
        @change=${(event: Event) => {
          if (event.currentTarget instanceof HTMLInputElement && event.currentTarget.value !== '')
            on(Math.max(0, Math.min(2 ** 32 - 1, Math.round(Number(event.currentTarget.value)))))
        }} /></label
    ><button
      class="button icon small"
      aria-label=${`Next seed (${label.toLowerCase()})`}
      @click=${() => on(nextSeed(value))}
    >
      ${icons.dice}
    </button>
  </span>`

const dynamics = ({ document }: Seen, send: Send): TemplateResult =>
  html`${select({
    label: 'Units are updated',
    name: 'schedule',
    value: document.schedule,
    options: [
      { id: 'shuffled', label: 'one by one, shuffled each sweep' },
      { id: 'ordered', label: 'one by one, row by row' },
      { id: 'random', label: 'one by one, any unit at random' },
      { id: 'synchronous', label: 'all at the same moment' },
    ],
    on: (schedule) =>
      send({ type: 'change', settings: { schedule, ...(schedule === 'synchronous' ? { stride: 'sweep' } : {}) } }),
  })}
  ${
    document.memory._tag === 'Patterns'
      ? segmented({
          legend: 'Self-coupling',
          name: 'diagonal',
          value: document.memory.diagonal,
          options: [
            { id: 'zero', label: 'wᵢᵢ = 0' },
            { id: 'kept', label: 'kept' },
          ],
          on: (diagonal) => send({ type: 'diagonal', diagonal }),
        })
      : nothing
  }
  ${select({
    label: 'A unit at zero field',
    name: 'tie',
    value: document.tie,
    options: [
      { id: 'keep', label: 'keeps its state' },
      { id: 'up', label: 'goes on' },
      { id: 'down', label: 'goes off' },
      { id: 'flip', label: 'flips' },
    ],
    on: (tie) => send({ type: 'change', settings: { tie } }),
  })}
  ${
    document.schedule === 'shuffled' || document.schedule === 'random'
      ? seedField('Seed of the order', 'order-seed', document.seed, (seed) =>
          send({ type: 'change', settings: { seed } }),
        )
      : nothing
  }`

const pace = ({ document }: Seen, send: Send): TemplateResult =>
  html`${slider({
    label: 'Iteration delay',
    name: 'delay',
    value: Math.max(0, delays.indexOf(document.delay)),
    min: 0,
    max: delays.length - 1,
    shown: document.delay === 0 ? 'none: show the end' : `${number(document.delay)} ms`,
    on: (index, stroke) => send({ type: 'change', settings: { delay: delays[index] ?? 0 }, stroke }),
  })}
  ${
    document.schedule === 'synchronous'
      ? nothing
      : segmented({
          legend: 'One step is',
          name: 'stride',
          value: document.stride,
          options: [
            { id: 'unit', label: 'update' },
            { id: 'flip', label: 'flip' },
            { id: 'sweep', label: 'sweep' },
          ],
          on: (stride) => send({ type: 'change', settings: { stride } }),
        })
  }`

export const controls = (seen: Seen, send: Send): TemplateResult => {
  const { document } = seen
  return html`<section class="group">
      <h2 class="group-title">Grid</h2>
      <div class="pair">
        ${numberField({
          label: 'Grid size X',
          name: 'width',
          value: document.width,
          min: 1,
          max: maxSide,
          on: (width) => send({ type: 'change', settings: { width: clampSide(width) } }),
        })}
        ${numberField({
          label: 'Grid size Y',
          name: 'height',
          value: document.height,
          min: 1,
          max: maxSide,
          on: (height) => send({ type: 'change', settings: { height: clampSide(height) } }),
        })}
      </div>
    </section>
    <section class="group">
      <h2 class="group-title">Stored patterns</h2>
      ${patterns(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Start state</h2>
      ${corruption(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Dynamics</h2>
      ${dynamics(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Pace</h2>
      ${pace(seen, send)}
    </section>`
}

const clampSide = (value: number): number => Math.max(1, Math.min(maxSide, Math.round(value) || 1))
