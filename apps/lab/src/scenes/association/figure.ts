/**
 * The association scene drawn: stored input, disturbed input, answer; the ball; the net inputs; the verdict.
 */
import { html, nothing, type TemplateResult } from 'lit'
import '../../components/pixel-grid.js'
import type { PaintDetail } from '../../components/pixel-grid.js'
import { number, signed } from '../../numbers.js'
import type { Dispatch } from '../../scene.js'
import { verdict } from '../verdict.js'
import type { Output, Seen } from './observe.js'
import type { AssociationEvent } from './update.js'
import { isPromised, judge, place } from './words.js'

type Send = Dispatch<AssociationEvent>
type Numbers = ReadonlyArray<number>

/** On and off only: a binary 0 is off, not missing. */
const spins = (values: Numbers): Numbers => values.map((value) => (value > 0 ? 1 : -1))

const rowsOf = (values: Numbers, width: number): number => Math.ceil(values.length / width)

const panel = (title: string, id: string, picture: TemplateResult, note: TemplateResult | string): TemplateResult =>
  html`<figure class="panel" data-panel=${id}>
    <figcaption class="panel-title">${title}</figcaption>
    ${picture}
    <p class="panel-note number">${note}</p>
  </figure>`

const picture = (
  values: Numbers,
  width: number,
  label: string,
  { target, paint }: { readonly target?: Numbers; readonly paint?: (detail: PaintDetail) => void } = {},
): TemplateResult =>
  html`<engram-pixels
    .width=${width}
    .height=${rowsOf(values, width)}
    .cells=${values}
    .target=${target}
    .label=${label}
    .editable=${paint !== undefined}
    @paint=${(event: CustomEvent<PaintDetail>) => paint?.(event.detail)}
  ></engram-pixels>`

const picker = ({ document }: Seen, send: Send): TemplateResult | typeof nothing =>
  document.pairs.length < 2
    ? nothing
    : html`<fieldset class="thumbnails">
        <legend class="visually-hidden">Pair to recall</legend>
        ${document.pairs.map(
          ({ input }, index) =>
            html`<label title=${`Pair ${index + 1}`}
              ><input
                type="radio"
                name="aim"
                value=${index}
                .checked=${index === document.aim}
                @change=${() => send({ type: 'aim', index })} /><span class="visually-hidden">Pair ${index + 1}</span>
              <engram-pixels
                aria-hidden="true"
                .width=${document.width}
                .height=${rowsOf(input, document.width)}
                .cells=${spins(input)}
              ></engram-pixels
            ></label>`,
        )}
      </fieldset>`

/** Real components as shades between off and on; framed where they lie nearer to the other value than to their own. */
const shaded = ({ x, pair, document, hasBinaryInputs }: Seen): TemplateResult => {
  const low = hasBinaryInputs ? 0 : -1
  const share = (value: number): number => Math.max(0, Math.min(1, (value - low) / (1 - low)))
  return html`<div
    class="shaded"
    role="img"
    aria-label=${`Disturbed input: ${x.map(number).join(', ')}`}
    dir="ltr"
    style=${`--columns:${document.width};--rows:${rowsOf(x, document.width)}`}
  >
    ${x.map(
      (value, i) =>
        html`<i
          class=${share(value) > 0.5 === (pair.input[i] ?? 0) > 0 ? '' : 'wrong'}
          style=${`--on:${Math.round(100 * share(value))}%`}
        ></i>`,
    )}
  </div>`
}

const inputPanel = (seen: Seen, send: Send): TemplateResult => {
  const { document, pair } = seen
  return html`<div>
    ${panel(
      'Stored input s',
      'input',
      picture(spins(pair.input), document.width, `Stored input ${document.aim + 1}: arrows move, space turns`, {
        paint: (detail) => send({ type: 'paint', part: 'input', ...detail }),
      }),
      `pair ${document.aim + 1} of ${document.pairs.length}`,
    )}
    ${picker(seen, send)}
  </div>`
}

const answerPanel = (seen: Seen, send: Send): TemplateResult => {
  const { document, pair, outputs } = seen
  const answered = outputs.slice(0, document.at).map(({ answer }) => answer)
  const shownOf = (answer: number | undefined): number =>
    answer === undefined ? 0 : seen.hasBinaryTargets ? (answer > 0 ? 1 : -1) : answer
  const shown = pair.target.map((_, j) => shownOf(answered[j]))
  const wrong = outputs.slice(0, document.at).filter(({ answer, target }) => answer !== target).length
  return html`<div class="answer">
    ${panel(
      'Target t',
      'target',
      picture(spins(pair.target), document.targetWidth, 'Target: arrows move, space turns', {
        paint: (detail) => send({ type: 'paint', part: 'target', ...detail }),
      }),
      `pair ${document.aim + 1}`,
    )}
    ${panel(
      'Answer y',
      'answer',
      picture(shown, document.targetWidth, `Answer: ${answered.map(number).join(', ') || 'none yet'}`, {
        target: spins(pair.target).map((spin, j) => (j < document.at ? spin : (shown[j] ?? 0))),
      }),
      html`<b data-testid="wrong">${number(wrong)}</b> wrong of ${number(document.at)} asked`,
    )}
  </div>`
}

/** How far the disturbance reaches, and how far it may. */
const ball = (seen: Seen): TemplateResult => {
  const { length, inputBound, radius } = seen
  const most = 1.25 * Math.max(length, inputBound, radius, 0.5)
  const share = (value: number): string => `${((100 * Math.max(0, Math.min(most, value))) / most).toFixed(2)}%`
  return html`<section class="ball" aria-label="Disturbance">
    <h2 class="plot-title">How far the disturbance reaches</h2>
    <div
      class="reach"
      dir="ltr"
      aria-hidden="true"
      style=${`--bound:${share(isPromised(seen) ? inputBound : 0)};--radius:${share(radius)};--length:${share(length)}`}
    >
      <span class="inside"></span><span class="promised"></span><span class="here"></span>
    </div>
    <dl class="measures number">
      <div>
        <dt>‖δ‖</dt>
        <dd data-testid="length">${number(length)}</dd>
      </div>
      <div class="promised-key">
        <dt>bound of the lecture <span class="whole">δ̄ = min ‖s‖² / ‖Σ|s|‖</span></dt>
        <dd data-testid="bound">${number(inputBound)}</dd>
      </div>
      <div class="inside-key">
        <dt>exact radius r</dt>
        <dd data-testid="radius">${radius < 0 ? 'none' : number(radius)}</dd>
      </div>
      <div>
        <dt>max |dⱼ|</dt>
        <dd data-testid="output-disturbance">
          ${number(Math.max(...seen.outputs.map(({ disturbance }) => Math.abs(disturbance))))}
        </dd>
      </div>
      <div>
        <dt>min ‖s‖²</dt>
        <dd data-testid="output-bound">${number(seen.outputBound)}</dd>
      </div>
    </dl>
    ${
      isPromised(seen)
        ? nothing
        : html`<p class="label">The lecture promises δ̄ for orthogonal inputs and bipolar targets only.</p>`
    }
  </section>`
}

const margin = ({ target, net }: Output): number => (target > 0 ? net : -net)

const bars = ({ outputs, document }: Seen): TemplateResult => {
  const largest = Math.max(1, ...outputs.map(({ net, undisturbed }) => Math.max(Math.abs(net), Math.abs(undisturbed))))
  return html`<section class="overlaps" aria-label="Net inputs">
    <h2 class="plot-title">Net input of each output, towards its target</h2>
    <ol dir="ltr">
      ${outputs.map((output, j) => {
        const isAsked = j < document.at
        return html`<li class=${j + 1 === document.at ? 'aim' : ''}>
          <span class="name"
            >y<sub>${j + 1}</sub> ${
              isAsked
                ? html`= ${number(output.answer)} ${output.answer === output.target ? '✓' : '✗'}`
                : html`→ ${number(output.target)}`
            }</span
          >
          <span class="bar" aria-hidden="true"
            >${
              isAsked
                ? html`<span
                    class=${margin(output) < 0 ? 'negative' : ''}
                    style=${`--length:${(50 * Math.abs(margin(output))) / largest}%`}
                  ></span>`
                : nothing
            }</span
          >
          <span class="number" data-testid=${`net-${j + 1}`}>${isAsked ? signed(output.net) : ''}</span>
        </li>`
      })}
    </ol>
  </section>`
}

const products = ({ products: rows }: Seen): TemplateResult => {
  const largest = Math.max(1, ...rows.flat().map(Math.abs))
  return html`<section aria-label="Products of the inputs">
    <h2 class="plot-title">Products s(p) · s(q)</h2>
    <div class="weights" dir="ltr" tabindex="0" role="group" aria-label="Table of products">
      <table class="number">
        <tbody>
          ${rows.map(
            (row, p) =>
              html`<tr>
                ${row.map(
                  (product, q) =>
                    html`<td
                      class=${p === q || product === 0 ? '' : product > 0 ? 'positive' : 'negative'}
                      style=${`--strength:${Math.round((100 * Math.abs(product)) / largest)}%`}
                    >
                      ${number(product)}
                    </td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`
}

export const figure = (seen: Seen, send: Send): TemplateResult =>
  html`<div class="panels">
      ${inputPanel(seen, send)}
      ${panel('Disturbed x = s + δ', 'disturbed', shaded(seen), `‖δ‖ = ${number(seen.length)}`)}
      ${answerPanel(seen, send)}
    </div>
    ${ball(seen)}`

export const readout = (seen: Seen): TemplateResult =>
  html`${verdict(judge(seen), place(seen))}
    <div class="plots">${bars(seen)} ${products(seen)}</div>`
