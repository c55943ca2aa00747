/**
 * What a hunt has found, shown in its panel; loaded with the first hunt.
 */
import { css, html, nothing, type TemplateResult } from 'lit'
import * as icons from '../components/icons.js'
import { plural } from '../numbers.js'
import type { Found, HuntResult } from './request.js'

const style = css`
  .result {
    margin-block-start: 1rem;
    padding: 0.9rem 1rem;
    border-radius: var(--radius-small);
    border-inline-start: 4px solid var(--blue-fill);
    background: var(--blue-wash);
  }
  .result.found {
    border-inline-start-color: var(--orange-fill);
    background: var(--orange-wash);
  }
  .result h3 {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    font-size: 0.9375rem;
    font-weight: 650;
  }
  .result h3 svg {
    inline-size: 1.1rem;
    block-size: 1.1rem;
  }
  .result p {
    margin-block-start: 0.25rem;
  }
  pre {
    direction: ltr;
    margin: 0.6rem 0 0.8rem;
    padding: 0.6rem 0.75rem;
    overflow-x: auto;
    border-radius: var(--radius-small);
    background: var(--surface);
    border: 1px solid var(--line);
    font: 0.8125rem/1.5 var(--mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  code {
    font: 0.875em var(--mono);
  }
`

const found = (result: Found, canLoad: boolean, load: () => void): TemplateResult =>
  html`<div class="result found" data-testid="hunt-result" data-result="found">
    <h3>${icons.warning} Falsified after ${plural(result.tried, 'try', 'tries')}</h3>
    <p>
      Shrunk in ${plural(result.shrinks, 'step')} to the smallest case (seed
      <span class="number">${result.seed}</span>):
    </p>
    <pre tabindex="0" aria-label="Counterexample">${result.shown}</pre>
    ${
      canLoad
        ? html`<button class="button primary" data-testid="load-counterexample" @click=${load}>
            Load it into the figure
          </button>`
        : nothing
    }
  </div>`

const said = (result: HuntResult, canLoad: boolean, load: () => void): TemplateResult => {
  switch (result._tag) {
    case 'Found':
      return found(result, canLoad, load)
    case 'Survived':
      return html`<div class="result" data-testid="hunt-result" data-result="survived">
        <h3>${icons.check} Held in ${plural(result.tried, 'try', 'tries')}</h3>
        <p><code>${result.law}</code>: ${result.statement}.</p>
      </div>`
    case 'Undecided':
      return html`<div class="result found" data-testid="hunt-result" data-result="undecided">
        <h3>${icons.warning} Nothing to hunt</h3>
        <p>${result.reason}</p>
      </div>`
  }
}

export const answer = (result: HuntResult, canLoad: boolean, load: () => void): TemplateResult =>
  html`<style>
      ${style.cssText}
    </style>
    ${said(result, canLoad, load)}`
