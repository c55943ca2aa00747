/**
 * The input scene drawn: what is shown from outside, where the net starts, every update with both energies.
 */
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/energy-plot.js'
import { numberCell } from '../../components/number-cell.js'
import { number, signed } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import { largest } from './document.js'
import type { Moment, Seen, Step } from './observe.js'
import type { InputEvent } from './update.js'
import { energyName, judge, lastStep, terms, vector } from './words.js'

type Send = Dispatch<InputEvent>

const inputRow = ({ document, units }: Seen, send: Send): TemplateResult =>
  html`<section aria-label="External input">
    <h2 class="plot-title">Input x, held during the whole run</h2>
    <ul class="units" dir="ltr" style=${`--units:${units}`}>
      ${document.input.map(
        (value, unit) =>
          html`<li class="unit given">
            <span class="unit-name">x<sub>${unit + 1}</sub></span>
            ${numberCell({
              label: `Input of unit ${unit + 1}`,
              name: `input-${unit + 1}`,
              value,
              largest,
              on: (next) => send({ type: 'change', settings: { input: document.input.with(unit, next) } }),
            })}
          </li>`,
      )}
    </ul>
  </section>`

const startRow = ({ document, units, start }: Seen, send: Send): TemplateResult =>
  html`<section aria-label="Start">
    <h2 class="plot-title">Start y</h2>
    <ul class="units" dir="ltr" style=${`--units:${units}`}>
      ${start.state.map((value, unit) => {
        const isUp = document.start[unit] === true
        return html`<li>
          <button
            class="unit ${isUp ? 'up' : 'down'}"
            aria-pressed=${isUp}
            aria-label=${`Start of unit ${unit + 1}: ${number(value)}`}
            data-testid=${`start-${unit + 1}`}
            @click=${() => send({ type: 'change', settings: { start: document.start.with(unit, !isUp) } })}
          >
            <span class="unit-name">y<sub>${unit + 1}</sub></span>
            <span class="unit-value number">${document.encoding === 'binary' ? number(value) : signed(value)}</span>
          </button>
        </li>`
      })}
    </ul>
  </section>`

/** As many updates as fit on a screen. */
const maxRows = 12

const energyCell = (value: number, before: number | undefined, isCounted: boolean, id: string): TemplateResult =>
  html`<td class=${isCounted ? 'energy' : 'other-energy'} data-testid=${id}>
    ${
      before !== undefined && value > before
        ? html`<span class="rise">▲<span class="visually-hidden">rises to</span></span>`
        : nothing
    }${number(value)}
  </td>`

const energyCells = (seen: Seen, moment: Moment, before: Moment | undefined, k: number): TemplateResult =>
  html`${energyCell(moment.energy, before?.energy, seen.document.counted, `energy-${k}`)}
  ${energyCell(moment.bare, before?.bare, !seen.document.counted, `bare-${k}`)}`

const row = (seen: Seen, step: Step, index: number): TemplateResult => {
  const { unit } = step
  const only = (values: ReadonlyArray<number>): string =>
    unit === undefined ? vector(values) : signed(values[unit] ?? 0)
  return html`<tr class=${index + 1 === seen.document.at ? 'current' : ''}>
    <th scope="row">${unit === undefined ? 'all' : html`y<sub>${number(unit + 1)}</sub>`}</th>
    <td data-testid=${`sum-${index + 1}`}>${only(step.sums)}</td>
    <td data-testid=${`net-${index + 1}`}><b>${only(step.nets)}</b></td>
    <td data-testid=${`state-${index + 1}`}>${vector(step.state)}</td>
    ${energyCells(seen, step, seen.steps[index - 1] ?? seen.start, index + 1)}
  </tr>`
}

const table = (seen: Seen): TemplateResult => {
  const { document, steps, start } = seen
  const from = Math.max(0, Math.min(document.reach, Math.max(document.at, maxRows)) - maxRows)
  const shown = steps.slice(from, Math.min(document.reach, from + maxRows))
  return html`<section aria-label="Updates" class="wide" dir="ltr" tabindex="0">
    <table class="states answers number">
      <thead>
        <tr>
          <th scope="col">Unit</th>
          <th scope="col">Σ w y</th>
          <th scope="col">y_in</th>
          <th scope="col">State y</th>
          <th scope="col">E with −x·y</th>
          <th scope="col">without</th>
        </tr>
      </thead>
      <tbody>
        <tr class=${document.at === 0 ? 'current' : ''}>
          <th scope="row">start</th>
          <td></td>
          <td></td>
          <td data-testid="state-0">${vector(start.state)}</td>
          ${energyCells(seen, start, undefined, 0)}
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

/** The last update as the lecture writes it. */
const working = (seen: Seen): TemplateResult => {
  const step = lastStep(seen)
  if (step === undefined)
    return html`<p class="working idle">
      Change the input or the start, then run or step: each update is written out here.
    </p>`
  const { unit } = step
  if (unit === undefined)
    return html`<div class="working" dir="ltr">
      <p class="sum">All units at once: y_in = ${vector(step.nets)}</p>
      <p class="transition">→ <b>${vector(step.state)}</b></p>
    </div>`
  const threshold = seen.document.thresholds[unit] ?? 0
  const net = step.nets[unit] ?? 0
  const relation = net > threshold ? '>' : net < threshold ? '<' : '='
  const stays = step.state[unit] === step.before[unit]
  return html`<div class="working" dir="ltr">
    <p class="sum">
      <span class="math">y_in<sub>${unit + 1}</sub></span> =
      <span data-testid="terms">${terms(seen, step, unit)}</span> = <b data-testid="net">${signed(net)}</b>
    </p>
    <p class="sum">
      ${signed(net)} ${relation} ${number(threshold)}, so
      <span class="math">y<sub>${unit + 1}</sub></span> ${stays ? 'stays' : 'becomes'}
      <b>${number(step.state[unit] ?? 0)}</b>
    </p>
    <p class="transition">${vector(step.before)} → <b>${vector(step.state)}</b></p>
  </div>`
}

export const figure = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="space">
    <div class="space-now">${inputRow(seen, send)} ${table(seen)}</div>
    <div class="space-now">${startRow(seen, send)} ${working(seen)}</div>
  </div>`

const waiting = (seen: Seen): string =>
  seen.document.reach === 0 ? 'Nothing has been updated yet.' : `In state ${vector(seen.now.state)}.`

export const readout = (seen: Seen, send: Send): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))}
    <section aria-label="Energy">
      <h2 class="plot-title">
        ${seen.document.counted ? 'Energy with −x·y' : 'Energy without −x·y'}
        <span class="number" data-testid="energy">${number(seen.energies[seen.document.at] ?? 0)}</span>
      </h2>
      <engram-energy
        .energies=${seen.document.reach === 0 ? seen.energies.slice(0, 1) : seen.energies}
        .at=${seen.document.at}
        .reach=${seen.document.reach}
        .sweep=${seen.document.schedule === 'synchronous' ? 1 : seen.units}
        label=${energyName(seen)}
        @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
          send({ type: 'seek', ...event.detail })}
      ></engram-energy>
    </section>`
