import { html, type TemplateResult } from 'lit'

/** A few components as squares in a row: on, off, or missing. Decoration beside the numbers. */
export const cells = (values: ReadonlyArray<number>): TemplateResult =>
  html`<span class="cells" dir="ltr" aria-hidden="true"
    >${values.map((value) => html`<i class=${value > 0 ? 'on' : value < 0 ? 'off' : 'missing'}></i>`)}</span
  >`
