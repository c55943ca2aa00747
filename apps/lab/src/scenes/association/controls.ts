/**
 * What can be set in the association scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { segmented, select, slider } from '../../components/controls.js'
import * as icons from '../../components/icons.js'
import { number, plural } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider } from '../fields.js'
import { delays, maxLength, maxPairs, type Noise, type Pair } from './document.js'
import type { Seen } from './observe.js'
import type { AssociationEvent } from './update.js'

type Send = Dispatch<AssociationEvent>

const pairs = ({ document }: Seen, send: Send): TemplateResult => {
  const { pairs: stored, aim } = document
  const blank: Pair = {
    input: stored[0]?.input.map(() => 1) ?? [1],
    target: stored[0]?.target.map(() => 1) ?? [1],
  }
  return html`<p class="label">
      ${plural(stored.length, 'pair')}. Draw in the figure: arrows move, space turns a cell.
    </p>
    <div class="row tight">
      <button
        class="button small"
        ?disabled=${stored.length >= maxPairs}
        @click=${() => send({ type: 'store', pairs: [...stored, blank] })}
      >
        ${icons.plus} Pair
      </button>
      ${
        stored.length > 1
          ? html`<button
              class="button small"
              @click=${() => send({ type: 'store', pairs: stored.filter((_, index) => index !== aim) })}
            >
              ${icons.cross} Remove pair ${number(aim + 1)}
            </button>`
          : nothing
      }
    </div>`
}

const seedOf = (noise: Noise): number => ('seed' in noise ? noise.seed : 1)

const noise = ({ document, length, pair }: Seen, send: Send): TemplateResult => {
  const { noise: now } = document
  const shorter = Math.min(maxLength, length)
  const of = (tag: 'Random' | 'Worst' | 'Flips'): Noise =>
    tag === 'Random'
      ? { _tag: 'Random', length: shorter, seed: seedOf(now) }
      : tag === 'Worst'
        ? { _tag: 'Worst', length: shorter }
        : { _tag: 'Flips', count: 1, seed: seedOf(now) }
  return html`${segmented({
    legend: 'Direction of the disturbance',
    name: 'direction',
    value: now._tag,
    options: [
      { id: 'Random', label: 'random' },
      { id: 'Worst', label: 'worst', hint: 'straight at the nearest plane on which an output turns' },
      { id: 'Flips', label: 'flips', hint: 'components turned into their opposite' },
      ...(now._tag === 'Given' ? [{ id: 'Given' as const, label: 'given' }] : []),
    ],
    on: (tag) => (tag === 'Given' ? undefined : send({ type: 'noise', noise: of(tag) })),
  })}
  ${
    now._tag === 'Flips'
      ? slider({
          label: 'Components turned over',
          name: 'flips',
          value: now.count,
          min: 0,
          max: pair.input.length,
          shown: `${number(now.count)} of ${number(pair.input.length)}`,
          on: (count, stroke) => send({ type: 'noise', noise: { ...now, count }, stroke }),
        })
      : now._tag === 'Given'
        ? html`<p class="label">The disturbance came with the counterexample.</p>`
        : slider({
            label: 'Length ‖δ‖',
            name: 'length',
            value: now.length,
            min: 0,
            max: maxLength,
            step: 0.01,
            shown: number(now.length),
            on: (value, stroke) => send({ type: 'noise', noise: { ...now, length: value }, stroke }),
          })
  }
  ${
    now._tag === 'Random' || now._tag === 'Flips'
      ? html`<div class="row tight">
          <span class="label number">Seed ${number(now.seed)}</span>
          <button
            class="button small"
            @click=${() => send({ type: 'noise', noise: { ...now, seed: (now.seed + 1) % 2 ** 32 } })}
          >
            ${icons.dice} Another
          </button>
        </div>`
      : nothing
  }`
}

export const controls = (seen: Seen, send: Send): TemplateResult => {
  const { document } = seen
  return html`<section class="group">
      <h2 class="group-title">Stored pairs</h2>
      ${pairs(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Disturbance</h2>
      ${noise(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Answer</h2>
      ${select({
        label: 'An output at zero net input',
        name: 'tie',
        value: document.tie,
        options: [
          { id: 'zero', label: 'answers 0' },
          { id: 'up', label: 'answers +1' },
          { id: 'down', label: 'answers the lower value' },
        ],
        on: (tie) => send({ type: 'tie', tie }),
      })}
      ${delaySlider({
        label: 'Delay of an output',
        delays,
        delay: document.delay,
        on: (delay, stroke) => send({ type: 'delay', delay, stroke }),
      })}
    </section>`
}
