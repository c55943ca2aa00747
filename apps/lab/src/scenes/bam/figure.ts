/**
 * The bidirectional scene drawn: both layers and who answers whom, the stored pairs, the half steps, L.
 */
import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import '../../components/energy-plot.js'
import '../../components/pixel-grid.js'
import { accept } from '../../components/accept.js'
import * as icons from '../../components/icons.js'
import type { MarkDetail } from '../../components/pixel-grid.js'
import { number, signed } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import { blank, countOf } from './cells.js'
import type { Layer } from './document.js'
import { textOf, type Seen, type Step } from './observe.js'
import { letters, spell } from './people.js'
import type { BamEvent, Known } from './update.js'
import { holding, judge, lastStep, nextLayer, remark, stepName, sums, vector } from './words.js'

type Send = Dispatch<BamEvent>

const layerName = { x: 'X', y: 'Y' } as const

/** A name to be written; the layer changes when it has been. */
const nameField = (seen: Seen, send: Send): TemplateResult =>
  html`<label class="spelt">
    <span class="label">Y reads</span>
    <input
      class="input"
      name="spelt"
      maxlength=${letters}
      autocomplete="off"
      spellcheck="false"
      .value=${live(seen.read)}
      @change=${accept(spell, (y) => send({ type: 'start', start: { ...textOf(seen.now.cells), y } }))}
    />
  </label>`

const forget = (seen: Seen, layer: Layer, send: Send): TemplateResult =>
  html`<button
    class="button small"
    ?disabled=${!seen.now.cells[layer].some((cell) => cell !== 0)}
    @click=${() =>
      send({ type: 'start', start: { ...textOf(seen.now.cells), [layer]: blank(countOf(seen.document[layer])) } })}
  >
    ${icons.cross} Forget ${layer}
  </button>`

const layerPanel = (seen: Seen, layer: Layer, send: Send): TemplateResult => {
  const { document, now } = seen
  const { width, height } = document[layer]
  const isBinary = document.encoding === 'binary'
  const last = lastStep(seen)
  const isActive = last !== undefined && (last.layer === layer || last.layer === 'both')
  return html`<figure class=${isActive ? 'panel layer active' : 'panel layer'} data-panel=${layer}>
    <figcaption class="panel-title">Layer ${layerName[layer]}</figcaption>
    <div class="layer-cells" style=${`--longest:${Math.max(width, height)}`}>
      <engram-pixels
        .width=${width}
        .height=${height}
        .cells=${now.cells[layer]}
        .label=${`Layer ${layerName[layer]}, ${width} by ${height}: arrows move, space turns a cell${isBinary ? '' : ' on, off or missing'}`}
        .editable=${true}
        .erasable=${!isBinary}
        @paint=${(event: CustomEvent<MarkDetail>) =>
          send({ type: 'paint', layer, from: textOf(now.cells), ...event.detail })}
      ></engram-pixels>
    </div>
    ${layer === 'y' && document.spells ? nameField(seen, send) : nothing}
    <p class="panel-note number">
      ${now[layer].length <= 4 ? html`<b data-testid=${`values-${layer}`}>${vector(now[layer])}</b> · ` : nothing}<span
        data-testid=${`holds-${layer}`}
        >${holding(seen, layer)}</span
      >
    </p>
    ${isBinary ? nothing : html`<div class="layer-tools">${forget(seen, layer, send)}</div>`}
  </figure>`
}

const wayLook = (seen: Seen, layer: Layer): string => {
  const [last, next] = [lastStep(seen)?.layer, nextLayer(seen)]
  return last === layer || last === 'both' ? 'way last' : next === layer || next === 'both' ? 'way next' : 'way'
}

const waySpoken: { readonly [look: string]: string } = { 'way last': 'has answered', 'way next': 'answers next' }

/** Who answers whom. */
const between = (seen: Seen): TemplateResult =>
  html`<div class="between">
    <p class=${wayLook(seen, 'y')} data-testid="way-y">
      <span class="way-word">${waySpoken[wayLook(seen, 'y')] ?? ''}</span>
      <span class="math">y = f(xW)</span><span class="shaft right" aria-hidden="true"></span>
    </p>
    <p class=${wayLook(seen, 'x')} data-testid="way-x">
      <span class="shaft left" aria-hidden="true"></span><span class="math">x = f(Wyᵀ)</span>
      <span class="way-word">${waySpoken[wayLook(seen, 'x')] ?? ''}</span>
    </p>
  </div>`

const knownLabels: ReadonlyArray<{ readonly id: Known; readonly label: string }> = [
  { id: 'x', label: 'x alone' },
  { id: 'y', label: 'y alone' },
  { id: 'both', label: 'both' },
]

const storedPairs = (seen: Seen, send: Send): TemplateResult | typeof nothing => {
  const { document, pairs, stored, known } = seen
  if (pairs.length === 0) return nothing
  return html`<div class="stored">
    <fieldset class="stored-pairs">
      <legend class="label">Begin with the pair</legend>
      ${pairs.map(
        ({ name }, index) =>
          html`<label class="stored-pair"
            ><input
              type="radio"
              name="aim"
              value=${index}
              .checked=${live(index === document.aim)}
              @change=${() => send({ type: 'begin', index, known: known ?? 'x' })} />
            <engram-pixels
              class="thumb"
              aria-hidden="true"
              .width=${document.x.width}
              .height=${document.x.height}
              .cells=${stored[index]?.x ?? []}
            ></engram-pixels>
            <span class="stored-name">${name}</span>
            <engram-pixels
              class=${document.y.width * document.y.height <= 4 ? 'thumb few' : 'thumb'}
              aria-hidden="true"
              .width=${document.y.width}
              .height=${document.y.height}
              .cells=${stored[index]?.y ?? []}
            ></engram-pixels
          ></label>`,
      )}
    </fieldset>
    <fieldset class="field">
      <legend class="label">of which is known</legend>
      <div class="segmented">
        ${knownLabels.map(
          ({ id, label }) =>
            html`<label
              ><input
                type="radio"
                name="known"
                value=${id}
                .checked=${live(id === known)}
                @change=${() => send({ type: 'begin', index: document.aim, known: id })}
              /><span>${label}</span></label
            >`,
        )}
      </div>
    </fieldset>
  </div>`
}

/** As many half steps as fit on a screen. */
const maxRows = 10

const few = (values: ReadonlyArray<number>): boolean => values.length > 0 && values.length <= 4

/** Whether sums and answers of a layer are written out. */
const isWritten = ({ now }: Seen): boolean => few(now.x) || few(now.y)

const row = (seen: Seen, step: Step, index: number): TemplateResult => {
  const before = seen.energies[index] ?? step.energy
  const layers = (['x', 'y'] as const).filter((layer) => few(step.fields[layer]))
  return html`<tr class=${index + 1 === seen.document.at ? 'current' : ''}>
    <th scope="row">${number(index + 1)}</th>
    <td class="remark">${stepName(step)}</td>
    ${
      isWritten(seen)
        ? html`<td data-testid=${`sums-${index + 1}`}>
              ${layers.map((layer) => vector(step.fields[layer])).join(' ')}
            </td>
            <td data-testid=${`answer-${index + 1}`}>${layers.map((layer) => vector(step[layer])).join(' ')}</td>`
        : nothing
    }
    <td class="energy" data-testid=${`energy-${index + 1}`}>
      ${
        step.energy > before ? html`<span class="rise">▲<span class="visually-hidden">rises to</span></span>` : nothing
      }${number(step.energy)}
    </td>
    <td class="remark" data-testid=${`remark-${index + 1}`}>${remark(seen, step)}</td>
  </tr>`
}

const table = (seen: Seen): TemplateResult => {
  const { document, steps, start } = seen
  const from = Math.max(0, Math.min(document.reach, Math.max(document.at, maxRows)) - maxRows)
  const shown = steps.slice(from, Math.min(document.reach, from + maxRows))
  return html`<section aria-label="Half steps" class="wide" dir="ltr" tabindex="0">
    <table class="states answers number">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col" class="remark">Layer</th>
          ${
            isWritten(seen)
              ? html`<th scope="col">Sums</th>
                  <th scope="col">Answer</th>`
              : nothing
          }
          <th scope="col">L</th>
          <th scope="col" class="remark">Changed</th>
        </tr>
      </thead>
      <tbody>
        <tr class=${document.at === 0 ? 'current' : ''}>
          <th scope="row">0</th>
          <td class="remark">start</td>
          ${
            isWritten(seen)
              ? html`<td></td>
                  <td></td>`
              : nothing
          }
          <td class="energy" data-testid="energy-0">${number(start.energy)}</td>
          <td></td>
        </tr>
        ${
          from > 0
            ? html`<tr>
                <td colspan="6">…</td>
              </tr>`
            : nothing
        }
        ${shown.map((step, index) => row(seen, step, from + index))}
      </tbody>
    </table>
  </section>`
}

/** More sums than this are told in short. */
const maxSums = 36

/** The sums of a layer in its own shape. */
const sumsGrid = (seen: Seen, layer: Layer, fields: ReadonlyArray<number>): TemplateResult => {
  const { width, height } = seen.document[layer]
  const strongest = Math.max(1, ...fields.map(Math.abs))
  if (fields.length > maxSums) return html`<p class="sum">${number(fields.length)} sums, ${sums(fields)}</p>`
  return html`<div
    class="weights"
    dir="ltr"
    tabindex="0"
    role="group"
    aria-label=${`Sums of layer ${layerName[layer]}`}
  >
    <table class="number">
      <tbody>
        ${Array.from(
          { length: height },
          (_, i) =>
            html`<tr>
              ${Array.from({ length: width }, (__, j) => {
                const field = fields[i * width + j] ?? 0
                return html`<td
                  class=${field > 0 ? 'positive' : field < 0 ? 'negative' : ''}
                  style=${`--strength:${Math.round((100 * Math.abs(field)) / strongest)}%`}
                >
                  ${signed(field)}
                </td>`
              })}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`
}

const formulas = { x: 'Wyᵀ', y: 'xW' } as const

/** The last answer as the lecture writes it. */
const working = (seen: Seen): TemplateResult => {
  const step = lastStep(seen)
  if (step === undefined)
    return html`<p class="working idle">
      Draw in a layer, then run or step: what each layer receives from the other is written out here.
    </p>`
  const layers: ReadonlyArray<Layer> = step.layer === 'both' ? ['y', 'x'] : [step.layer]
  return html`<div class="working" dir="ltr">
    ${layers.map(
      (layer) =>
        html`<p class="sum">
            ${layerName[layer]} receives <span class="math">${formulas[layer]}</span>${
              few(step.fields[layer])
                ? html` = <b data-testid=${`receives-${layer}`}>${vector(step.fields[layer])}</b>, answers
                    <b>${vector(step[layer])}</b>`
                : nothing
            }
          </p>
          ${few(step.fields[layer]) ? nothing : sumsGrid(seen, layer, step.fields[layer])}`,
    )}
  </div>`
}

const overlaps = ({ certificate, pairs, document }: Seen): TemplateResult | typeof nothing => {
  if (certificate === undefined) return nothing
  const bar = (index: number, layer: Layer, overlap: number): TemplateResult =>
    html`<li class=${index === document.aim ? 'aim' : ''}>
      <span class="name">${pairs[index]?.name}, ${layer}</span>
      <span class="bar" aria-hidden="true"
        ><span class=${overlap < 0 ? 'negative' : ''} style=${`--length:${Math.abs(overlap) * 50}%`}></span
      ></span>
      <span class="number" data-testid=${`overlap-${layer}-${index}`}
        >${overlap < 0 ? '−' : ''}${Math.abs(overlap).toFixed(2)}</span
      >
    </li>`
  return html`<section class="overlaps" aria-label="Overlaps with the stored pairs">
    <h2 class="plot-title">Overlap with each pair</h2>
    <ol dir="ltr">
      ${certificate.overlaps.flatMap(({ x, y }, index) => [bar(index, 'x', x), bar(index, 'y', y)])}
    </ol>
  </section>`
}

const waiting = (seen: Seen): string => {
  const last = lastStep(seen)
  return last === undefined ? 'No layer has answered yet.' : `${stepName(last)}: ${remark(seen, last)}.`
}

export const figure = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="duo" dir="ltr">${layerPanel(seen, 'x', send)} ${between(seen)} ${layerPanel(seen, 'y', send)}</div>
    ${storedPairs(seen, send)}`

export const readout = (seen: Seen, send: Send): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))}
    <div class="plots">
      <section aria-label="Energy L">
        <h2 class="plot-title">L <span class="number" data-testid="energy">${number(seen.now.energy)}</span></h2>
        <engram-energy
          .energies=${seen.document.reach === 0 ? seen.energies.slice(0, 1) : seen.energies}
          .at=${seen.document.at}
          .reach=${seen.document.reach}
          .sweep=${Infinity}
          .bound=${seen.bound}
          symbol="L"
          steps=${seen.document.schedule === 'together' ? 'steps' : 'half steps'}
          label="L"
          @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
            send({ type: 'seek', ...event.detail })}
        ></engram-energy>
      </section>
      ${overlaps(seen)}
    </div>
    <div class="space">${table(seen)} ${working(seen)}</div>`
