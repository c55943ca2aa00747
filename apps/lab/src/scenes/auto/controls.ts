/**
 * What can be set in the auto-associator scene.
 */
import { html, type TemplateResult } from 'lit'
import { select } from '../../components/controls.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider, patternsField } from '../fields.js'
import { delays, maxUnits } from './document.js'
import type { Seen } from './observe.js'
import type { AutoEvent } from './update.js'

type Send = Dispatch<AutoEvent>

const network = ({ document }: Seen, send: Send): TemplateResult => {
  const { memory } = document
  const rows = memory._tag === 'Patterns' ? memory.rows : []
  return html`${patternsField(rows, maxUnits, (patterns) => send({ type: 'patterns', rows: patterns }))}
  ${
    memory._tag === 'Weights'
      ? html`<p class="label">This net is given by its weights. Write a pattern to store it instead.</p>`
      : html`<p class="label">
          ${
            memory.diagonal === 'zero'
              ? 'Stored by the modified rule, W = Σ s sᵀ − P·I.'
              : 'Stored by Hebb’s rule, W = Σ s sᵀ.'
          }
        </p>`
  }`
}

export const controls = (seen: Seen, send: Send): TemplateResult => {
  const { document } = seen
  return html`<section class="group">
      <h2 class="group-title">Stored patterns</h2>
      ${network(seen, send)}
    </section>
    <section class="group">
      <h2 class="group-title">Answer</h2>
      ${select({
        label: 'A unit at zero net input',
        name: 'tie',
        value: document.tie,
        options: [
          { id: 'zero', label: 'answers 0, as in the traces' },
          { id: 'keep', label: 'keeps its value, as in Step 4' },
          { id: 'up', label: 'answers +1' },
          { id: 'down', label: 'answers −1' },
        ],
        on: (tie) => send({ type: 'tie', tie }),
      })}
    </section>
    <section class="group">
      <h2 class="group-title">Pace</h2>
      ${delaySlider({
        label: 'Delay of a step',
        delays,
        delay: document.delay,
        on: (delay, stroke) => send({ type: 'delay', delay, stroke }),
      })}
    </section>`
}
