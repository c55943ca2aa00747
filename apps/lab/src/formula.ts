import { html, type TemplateResult } from 'lit'
import { unsafeHTML } from 'lit/directives/unsafe-html.js'
import { markup } from 'virtual:formulas'
import type { FormulaName } from './formulas.js'

/** A formula as KaTeX rendered it at build time, with its MathML for screen readers. */
export const formula = (name: FormulaName): TemplateResult =>
  html`<span class="formula" dir="ltr">${unsafeHTML(markup[name])}</span>`
