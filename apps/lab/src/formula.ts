import { html, type TemplateResult } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'

/** A formula as KaTeX rendered it at build time, with its MathML for screen readers. */
export const formula = (markup: string): TemplateResult =>
  html`<span class="formula" dir="ltr">${unsafeHTML(markup)}</span>`
