/**
 * The recall scene drawn: stored, corrupted, current; energy and overlaps; the verdict.
 */
import { Pattern } from '@engram/associative-memory'
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import '../../components/energy-plot.js'
import '../../components/pixel-grid.js'
import type { PaintDetail } from '../../components/pixel-grid.js'
import * as icons from '../../components/icons.js'
import { number, plural } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import { toText } from './bits.js'
import type { Seen } from './observe.js'
import type { RecallEvent } from './update.js'
import { energyNow, judge, lastUpdate } from './words.js'

/** So many thumbnails are shown together. */
const maxThumbnails = 12

const percent = (count: number, total: number): string => `${number(Math.round((100 * count) / total))}\u00A0%`

/** How a wrong cell looks. */
const wrongKey = html`<span class="wrong-key" aria-hidden="true"></span>`

const panel = (title: string, id: string, picture: TemplateResult, caption: TemplateResult | string): TemplateResult =>
  html`<figure class="panel" data-panel=${id}>
    <figcaption class="panel-title">${title}</figcaption>
    ${picture}
    <p class="panel-note number">${caption}</p>
  </figure>`

const storedPanel = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult => {
  const { target, document } = seen
  if (target === undefined) return weightsPanel(seen)
  const { width, height } = document
  return panel(
    'Stored',
    'stored',
    html`<engram-pixels
      .width=${width}
      .height=${height}
      .cells=${target.pattern().data}
      .label=${`Stored pattern ${target.name}, ${width} by ${height}: arrows move, space draws`}
      .editable=${true}
      @paint=${(event: CustomEvent<PaintDetail>) =>
        dispatch({ type: 'paint', index: document.target, from: toText(target.pattern().data), ...event.detail })}
    ></engram-pixels>`,
    seen.stored.length === 1 ? target.name : `${target.name} · ${document.target + 1} of ${seen.stored.length}`,
  )
}

const weightsPanel = ({ document, size }: Seen): TemplateResult => {
  const rows = document.memory._tag === 'Weights' ? document.memory.rows : []
  const largest = Math.max(1, ...rows.flat().map(Math.abs))
  return panel(
    'Weights',
    'weights',
    html`<div class="weights" dir="ltr">
      <table class="number">
        <caption class="visually-hidden">
          Weight from the unit of the column to the unit of the row
        </caption>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map(
                  (weight) =>
                    html`<td
                      class=${weight > 0 ? 'positive' : weight < 0 ? 'negative' : ''}
                      style=${`--strength:${Math.round((100 * Math.abs(weight)) / largest)}%`}
                    >
                      ${number(weight)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`,
    `${plural(size, 'unit')}, given by their weights`,
  )
}

const cuePanel = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult => {
  const { cue, cueErrors, target, document, size } = seen
  return panel(
    target === undefined ? 'Start' : 'Corrupted',
    'cue',
    html`<engram-pixels
      .width=${document.width}
      .height=${document.height}
      .cells=${Pattern.toBipolar(cue).data}
      .target=${target?.pattern().data}
      .label=${`Start state, ${document.width} by ${document.height}: arrows move, space draws`}
      .editable=${true}
      @paint=${(event: CustomEvent<PaintDetail>) =>
        dispatch({ type: 'paintCue', from: toText(cue.data), ...event.detail })}
    ></engram-pixels>`,
    target === undefined
      ? plural(size, 'unit')
      : html`${wrongKey}<b data-testid="cue-errors">${number(cueErrors)}</b> wrong of ${number(size)} ·
          ${percent(cueErrors, size)}`,
  )
}

const currentPanel = (seen: Seen): TemplateResult => {
  const { current, errors, target, document, size, last } = seen
  return panel(
    'Current',
    'current',
    html`<engram-pixels
      .width=${document.width}
      .height=${document.height}
      .cells=${Pattern.toBipolar(current).data}
      .target=${target?.pattern().data}
      .marked=${last === undefined || document.schedule === 'synchronous' ? -1 : last.unit}
      .label=${
        target === undefined ? 'Current state' : `Current state: ${plural(errors, 'cell')} of ${number(size)} wrong`
      }
    ></engram-pixels>`,
    target === undefined
      ? html`${Array.from(current.data, number).join('  ')}`
      : html`${wrongKey}<b data-testid="errors">${number(errors)}</b> wrong of ${number(size)} ·
          ${percent(errors, size)}`,
  )
}

/** A stretch of the stored patterns, the one with the target: no other picture is drawn. */
const thumbnails = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult | typeof nothing => {
  const { stored, document } = seen
  if (stored.length < 2) return nothing
  const first = document.target - (document.target % maxThumbnails)
  const shown = stored.slice(first, first + maxThumbnails)
  const choose = (target: number) => () => dispatch({ type: 'change', settings: { target } })
  return html`<fieldset class="thumbnails">
      <legend class="visually-hidden">Pattern to recall</legend>
      ${shown.map(
        ({ name, pattern }, k) =>
          html`<label title=${name}
            ><input
              type="radio"
              name="target"
              value=${first + k}
              .checked=${live(first + k === document.target)}
              @change=${choose(first + k)} /><span class="visually-hidden">${name}</span>
            <engram-pixels
              aria-hidden="true"
              .width=${document.width}
              .height=${document.height}
              .cells=${pattern().data}
            ></engram-pixels
          ></label>`,
      )}
    </fieldset>
    ${
      stored.length > shown.length
        ? html`<div class="stretch">
            <button
              class="button quiet icon small"
              aria-label="Patterns before these"
              ?disabled=${first === 0}
              @click=${choose(first - maxThumbnails)}
            >
              ${icons.before}
            </button>
            <span class="number">${number(first + 1)}–${number(first + shown.length)} of ${number(stored.length)}</span>
            <button
              class="button quiet icon small"
              aria-label="Patterns after these"
              ?disabled=${first + maxThumbnails >= stored.length}
              @click=${choose(first + maxThumbnails)}
            >
              ${icons.after}
            </button>
          </div>`
        : nothing
    }`
}

const overlapBars = ({ overlaps, stored, document }: Seen): TemplateResult | typeof nothing => {
  if (overlaps.length === 0) return nothing
  return html`<section class="overlaps" aria-label="Overlaps with the stored patterns">
    <h2 class="plot-title">Overlap with each pattern</h2>
    <ol dir="ltr">
      ${overlaps.map(
        ({ overlap, index }) =>
          html`<li class=${index === document.target ? 'aim' : ''}>
            <span class="name">${stored[index]?.name}</span>
            <span class="bar" aria-hidden="true"
              ><span class=${overlap < 0 ? 'negative' : ''} style=${`--length:${Math.abs(overlap) * 50}%`}></span
            ></span>
            <span class="number" data-testid=${`overlap-${index}`}
              >${overlap < 0 ? '−' : ''}${Math.abs(overlap).toFixed(2)}</span
            >
          </li>`,
      )}
    </ol>
    ${
      stored.length > overlaps.length
        ? html`<p class="panel-note number">those nearest to the start, of ${number(stored.length)}</p>`
        : nothing
    }
  </section>`
}

const waiting = (seen: Seen): string => {
  if (seen.run !== undefined) return lastUpdate(seen)
  return seen.coming === undefined ? 'Nothing has been updated yet.' : 'Computing …'
}

export const figure = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult =>
  html`<div class="panels">
    <div>${storedPanel(seen, dispatch)}${thumbnails(seen, dispatch)}</div>
    ${cuePanel(seen, dispatch)} ${currentPanel(seen)}
  </div>`

const energyPlot = ({ energies, document, size }: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult =>
  html`<engram-energy
    .energies=${energies}
    .at=${document.at}
    .reach=${document.reach}
    .sweep=${size}
    label="Energy"
    @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
      dispatch({ type: 'seek', ...event.detail })}
  ></engram-energy>`

export const readout = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))}
    <div class="plots">
      <section aria-label="Energy">
        <h2 class="plot-title">Energy <span class="number" data-testid="energy">${energyNow(seen)}</span></h2>
        ${seen.energies.length === 0 ? html`<div class="unknown"></div>` : energyPlot(seen, dispatch)}
      </section>
      ${overlapBars(seen)}
    </div>`
