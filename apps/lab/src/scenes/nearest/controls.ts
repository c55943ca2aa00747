/**
 * What can be set in the nearest scene.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { numberField } from '../../components/controls.js'
import * as icons from '../../components/icons.js'
import { number } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { delaySlider, patternsField, timingFields } from '../fields.js'
import { delays, maxPatterns, maxUnits } from './document.js'
import type { Seen } from './observe.js'
import type { NearestEvent, Settings } from './update.js'

export const controls = (seen: Seen, send: Dispatch<NearestEvent>): TemplateResult => {
  const { document, units } = seen
  const { rows } = document
  const change = (settings: Settings): void => send({ type: 'change', settings })
  return html`<section class="group">
      <h2 class="group-title">Stored patterns</h2>
      ${patternsField(rows, maxUnits, (chosen) => change({ rows: chosen.slice(0, maxPatterns) }))}
      <div class="row tight">
        <button
          class="button small"
          ?disabled=${rows.length >= maxPatterns}
          @click=${() => change({ rows: [...rows, rows[0]?.map(() => -1 as const) ?? [1]] })}
        >
          ${icons.plus} Pattern
        </button>
        ${
          rows.length > 1
            ? html`<button class="button small" @click=${() => change({ rows: rows.slice(0, -1) })}>
                ${icons.cross} Remove pattern ${number(rows.length)}
              </button>`
            : nothing
        }
      </div>
      <div class="pair">
        ${numberField({
          label: 'Picture width',
          name: 'width',
          value: document.width,
          min: 1,
          max: units,
          on: (width) => change({ width: Math.max(1, Math.min(units, Math.round(width) || 1)) }),
        })}
      </div>
    </section>
    <section class="group">
      <h2 class="group-title">Dynamics</h2>
      ${timingFields(document, units, change)}
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
