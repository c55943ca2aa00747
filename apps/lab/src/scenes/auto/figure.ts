/**
 * The auto-associator scene drawn: the probe, every answer with its net input, the weights, the verdict.
 */
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/energy-plot.js'
import { cells } from '../../components/cells.js'
import { number, signed } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import { isPositive, type Seen, type Step } from './observe.js'
import type { AutoEvent } from './update.js'
import { judge, lastStep, remark, vector } from './words.js'

type Send = Dispatch<AutoEvent>

/** The values in the order in which a press goes through them. */
const following: { readonly [value: number]: number } = { [-1]: 0, 0: 1, 1: -1 }

const typed: { readonly [key: string]: number } = { '+': 1, '1': 1, '0': 0, '-': -1, '−': -1 }

const spoken = (value: number): string => (value === 0 ? 'missing' : signed(value))

const kind = (value: number): string => (value > 0 ? 'up' : value < 0 ? 'down' : 'missing')

const probe = ({ document, units }: Seen, send: Send): TemplateResult => {
  const put = (unit: number, value: number): void =>
    send({ type: 'probe', values: document.probe.map((old, i) => (i === unit ? value : old)) })
  return html`<section aria-label="Probe">
    <h2 class="plot-title">Probe</h2>
    <ul class="units probe" dir="ltr" style=${`--units:${units}`}>
      ${document.probe.map(
        (value, unit) =>
          html`<li>
            <button
              class="unit ${kind(value)}"
              title="Press to go through +1, −1 and missing; or type +, − or 0"
              aria-label=${`Component ${unit + 1} of the probe: ${spoken(value)}`}
              @click=${() => put(unit, following[value] ?? 0)}
              @keydown=${(event: KeyboardEvent) => {
                const next = typed[event.key]
                if (next !== undefined && !event.ctrlKey && !event.metaKey) put(unit, next)
              }}
            >
              <span class="unit-name">x<sub>${unit + 1}</sub></span>
              <span class="unit-value number">${signed(value)}</span>
            </button>
          </li>`,
      )}
    </ul>
  </section>`
}

/** As many answers as fit on a screen. */
const maxRows = 10

const rowOf = (seen: Seen, step: Step, index: number): TemplateResult =>
  html`<tr class=${index + 1 === seen.document.at ? 'current' : ''} data-testid=${`step-${index + 1}`}>
    <th scope="row">${number(index + 1)}</th>
    <td data-testid=${`nets-${index + 1}`}>${vector(step.nets)}</td>
    <td>${cells(step.after)}</td>
    <td data-testid=${`answer-${index + 1}`}>${vector(step.after)}</td>
    <td class="energy">${number(step.energy)}</td>
    <td class="remark">${remark(seen, step)}</td>
  </tr>`

const answers = (seen: Seen): TemplateResult => {
  const { document, steps, energies } = seen
  const from = Math.max(0, Math.min(document.reach, Math.max(document.at, maxRows)) - maxRows)
  const shown = steps.slice(from, Math.min(document.reach, from + maxRows))
  return html`<section aria-label="Answers" class="wide" dir="ltr" tabindex="0">
    <table class="states answers number">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">Net input</th>
          <th scope="col" colspan="2">Answer</th>
          <th scope="col">Energy</th>
          <th><span class="visually-hidden">Remark</span></th>
        </tr>
      </thead>
      <tbody>
        <tr class=${document.at === 0 ? 'current' : ''}>
          <th scope="row">0</th>
          <td></td>
          <td>${cells(document.probe)}</td>
          <td>${vector(document.probe)}</td>
          <td class="energy">${number(energies[0] ?? 0)}</td>
          <td class="remark">the probe</td>
        </tr>
        ${
          from > 0
            ? html`<tr>
                <td colspan="6">…</td>
              </tr>`
            : nothing
        }
        ${shown.map((step, index) => rowOf(seen, step, from + index))}
      </tbody>
    </table>
  </section>`
}

const weights = (seen: Seen): TemplateResult => {
  const { weights: rows } = seen
  const largest = Math.max(1, ...rows.flat().map(Math.abs))
  return html`<section aria-label="Weights">
    <h2 class="plot-title">Weights</h2>
    <div class="weights" dir="ltr">
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
    </div>
    <p class="panel-note">
      ${
        seen.isSymmetric
          ? html`least eigenvalue <b data-testid="eigenvalue">${number(seen.leastEigenvalue)}</b>${
                isPositive(seen) ? ': positive semi-definite' : ''
              }`
          : 'not symmetric'
      }
    </p>
  </section>`
}

/** The last step as the lecture writes it. */
const working = (seen: Seen): TemplateResult => {
  const step = lastStep(seen)
  return step === undefined
    ? html`<p class="working idle">Change the probe, then run or step: each answer is written out here.</p>`
    : html`<div class="working" dir="ltr">
        <p class="sum" data-testid="sum">W · ${vector(step.before)} = ${vector(step.nets)}</p>
        <p class="transition">→ <b>${vector(step.after)}</b></p>
        <p class="sum">${remark(seen, step)}</p>
      </div>`
}

export const figure = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="space">
    <div class="space-now">${probe(seen, send)} ${answers(seen)}</div>
    <div class="space-now">${weights(seen)} ${working(seen)}</div>
  </div>`

const waiting = (seen: Seen): string =>
  seen.document.reach === 0 ? 'The probe has not been answered yet.' : `The net says ${vector(seen.current)}.`

export const readout = (seen: Seen, send: Send): TemplateResult =>
  html`${verdict(judge(seen), waiting(seen))}
    <section aria-label="Energy">
      <h2 class="plot-title">Energy of the probe and of each answer</h2>
      <engram-energy
        .energies=${seen.document.reach === 0 ? seen.energies.slice(0, 1) : seen.energies}
        .at=${seen.document.at}
        .reach=${seen.document.reach}
        .sweep=${Infinity}
        steps="steps"
        label="Energy"
        @seek=${(event: CustomEvent<{ readonly at: number; readonly stroke: number }>) =>
          send({ type: 'seek', ...event.detail })}
      ></engram-energy>
    </section>`
