/**
 * The recall scene drawn: stored, corrupted, current; energy and overlaps; the verdict.
 */
import { Pattern } from '@engram/associative-memory'
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/energy-plot.js'
import '../../components/pixel-grid.js'
import type { PaintDetail } from '../../components/pixel-grid.js'
import * as icons from '../../components/icons.js'
import { number, plural } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { toText } from './bits.js'
import type { Seen } from './observe.js'
import type { RecallEvent } from './update.js'
import { energyNow, judge, lastUpdate, type Judgement } from './words.js'

/** More thumbnails than this are a number. */
const maxThumbnails = 12

const percent = (count: number, total: number): string => `${number(Math.round((100 * count) / total))} %`

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
      .cells=${target.pattern.data}
      .label=${`Stored pattern ${target.name}, ${width} by ${height}: arrows move, space draws`}
      .editable=${true}
      @paint=${(event: CustomEvent<PaintDetail>) =>
        dispatch({ type: 'paint', index: document.target, from: toText(target.pattern.data), ...event.detail })}
    ></engram-pixels>`,
    seen.stored.length === 1 ? target.name : `${target.name} · ${document.target + 1} of ${seen.stored.length}`,
  )
}

const weightsPanel = ({ document, network }: Seen): TemplateResult => {
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
    `${plural(network.size, 'unit')}, given by their weights`,
  )
}

const cuePanel = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult => {
  const { cue, cueErrors, target, document, network } = seen
  return panel(
    target === undefined ? 'Start' : 'Corrupted',
    'cue',
    html`<engram-pixels
      .width=${document.width}
      .height=${document.height}
      .cells=${Pattern.toBipolar(cue).data}
      .target=${target?.pattern.data}
      .label=${`Start state, ${document.width} by ${document.height}: arrows move, space draws`}
      .editable=${true}
      @paint=${(event: CustomEvent<PaintDetail>) =>
        dispatch({ type: 'paintCue', from: toText(cue.data), ...event.detail })}
    ></engram-pixels>`,
    target === undefined
      ? plural(network.size, 'unit')
      : html`${wrongKey}<b data-testid="cue-errors">${number(cueErrors)}</b> wrong of ${number(network.size)} ·
          ${percent(cueErrors, network.size)}`,
  )
}

const currentPanel = (seen: Seen): TemplateResult => {
  const { current, errors, target, document, network, last } = seen
  return panel(
    'Current',
    'current',
    html`<engram-pixels
      .width=${document.width}
      .height=${document.height}
      .cells=${Pattern.toBipolar(current).data}
      .target=${target?.pattern.data}
      .marked=${last === undefined || document.schedule === 'synchronous' ? -1 : last.unit}
      .label=${
        target === undefined
          ? 'Current state'
          : `Current state: ${plural(errors, 'cell')} of ${number(network.size)} wrong`
      }
    ></engram-pixels>`,
    target === undefined
      ? html`${Array.from(current.data, number).join('  ')}`
      : html`${wrongKey}<b data-testid="errors">${number(errors)}</b> wrong of ${number(network.size)} ·
          ${percent(errors, network.size)}`,
  )
}

const thumbnails = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult | typeof nothing => {
  const { stored, document } = seen
  if (stored.length < 2) return nothing
  const shown = stored.slice(0, maxThumbnails)
  return html`<fieldset class="thumbnails">
    <legend class="visually-hidden">Pattern to recall</legend>
    ${shown.map(
      ({ name, pattern }, index) =>
        html`<label title=${name}
          ><input
            type="radio"
            name="target"
            value=${index}
            .checked=${index === document.target}
            @change=${() => dispatch({ type: 'change', settings: { target: index } })} /><span class="visually-hidden"
            >${name}</span
          >
          <engram-pixels
            aria-hidden="true"
            .width=${document.width}
            .height=${document.height}
            .cells=${pattern.data}
          ></engram-pixels
        ></label>`,
    )}
    ${
      stored.length > shown.length
        ? html`<span class="more number">+ ${number(stored.length - shown.length)} more</span>`
        : nothing
    }
  </fieldset>`
}

const overlapBars = ({ overlaps, stored, document }: Seen): TemplateResult | typeof nothing => {
  if (stored.length === 0) return nothing
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

const marks: { readonly [ending in Judgement['ending']]: TemplateResult } = {
  perfect: icons.check,
  rest: icons.check,
  reversed: icons.halfMoon,
  other: icons.warning,
  mixture: icons.warning,
  spurious: icons.warning,
  oscillating: icons.restart,
  exhausted: icons.warning,
}

const verdict = (seen: Seen): TemplateResult => {
  const judgement = judge(seen)
  if (judgement === undefined)
    return html`<p class="verdict waiting" data-testid="verdict">
      ${seen.run === undefined ? 'Nothing has been updated yet.' : lastUpdate(seen)}
    </p>`
  return html`<p class="verdict ${judgement.ending}" data-testid="verdict" data-ending=${judgement.ending}>
    ${marks[judgement.ending]}<span><strong>${judgement.title}.</strong> ${judgement.detail}</span>
  </p>`
}

export const figure = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult =>
  html`<div class="panels">
    <div>${storedPanel(seen, dispatch)}${thumbnails(seen, dispatch)}</div>
    ${cuePanel(seen, dispatch)} ${currentPanel(seen)}
  </div>`

export const readout = (seen: Seen, dispatch: Dispatch<RecallEvent>): TemplateResult =>
  html`${verdict(seen)}
    <div class="plots">
      <section aria-label="Energy">
        <h2 class="plot-title">Energy <span class="number" data-testid="energy">${number(energyNow(seen))}</span></h2>
        <engram-energy
          .energies=${seen.energies}
          .at=${seen.document.at}
          .reach=${seen.document.reach}
          .sweep=${seen.network.size}
          label="Energy"
          @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
            dispatch({ type: 'seek', ...event.detail })}
        ></engram-energy>
      </section>
      ${overlapBars(seen)}
    </div>`
